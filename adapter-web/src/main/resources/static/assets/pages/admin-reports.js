// @ts-check
/** What members have reported, for managers to decide. */
import * as api from '../api.js';
import { askReason } from '../dialogs.js';
import { h, say } from '../dom.js';
import { term } from '../facets.js';
import { field } from '../forms.js';
import { t, tOr } from '../i18n.js';
import { nothing, pagedList } from '../list.js';
import { every } from '../live.js';
import { rename } from '../router.js';
import { longDate } from '../time.js';
import { adminPlaces, personName } from './admin.js';

/** @param {import('../router.js').Visit} visit @returns {import('../router.js').Shown} */
export function adminReportsPage({ query, signal }) {
  const status = h(
    'select',
    { name: 'status', onchange: filter },
    h('option', { value: 'OPEN' }, t('reports.open')),
    h('option', { value: 'DECIDED', selected: query.get('status') === 'DECIDED' }, t('reports.decided')),
  );
  const list = pagedList({
    load: (page) => api.reports({ ...page, status: status.value }, signal),
    row: (/** @type {import('../api.js').Report} */ report) => reportRow(report, reload),
    empty: () => nothing(t(status.value === 'OPEN' ? 'reports.noneOpen' : 'reports.noneDecided')),
  });
  reload();
  every(signal, 15, list.refresh);
  return {
    title: t('admin.reports'),
    content: [
      adminPlaces('/admin'),
      h('div', { class: 'filters' }, field(t('reports.status'), status, { pointer: '' })),
      list.element,
    ],
  };

  function filter() {
    rename(status.value === 'OPEN' ? '/admin' : '/admin?status=DECIDED');
    reload();
  }

  /** @returns {Promise<void>} */
  function reload() {
    return list.reload();
  }
}

/** @param {import('../api.js').Report} report @param {() => void} then */
function reportRow({ id, reporter, subject, author, link, texts, reason, reportedAt, status, decision }, then) {
  const kind = tOr('reports.kind.OTHER', `reports.kind.${subject.kind}`, {});
  const element = h(
    'li',
    { class: 'card' },
    h('h2', {}, h('a', { href: `#${link}` }, kind), ' · ', personName(author)),
    h('p', { class: 'written' }, reason),
    h(
      'dl',
      { class: 'terms' },
      Object.entries(texts)
        .filter(([name]) => name !== 'picture')
        .map(([name, text]) => term(tOr('reports.text.OTHER', `reports.text.${name}`, { name }), text)),
      term(t('reports.by'), personName(reporter)),
      term(t('reports.at'), longDate(reportedAt)),
      decision && term(t('reports.decision'), outcomeText(status)),
      decision && term(t('reports.decidedBy'), personName(decision.by)),
      decision && term(t('dialog.reason'), decision.reason),
    ),
    !decision &&
      h(
        'div',
        { class: 'actions' },
        decide('DISMISS', 'secondary', t('reports.dismiss')),
        decide('HIDE', 'danger', t('reports.hide')),
        decide('WARN', 'danger', t('reports.warn')),
      ),
  );
  return { element, update: () => {} };

  /** @param {string} made @param {string} look @param {string} text */
  function decide(made, look, text) {
    return h('button', { type: 'button', class: look, onclick }, text);

    async function onclick() {
      const done = await askReason(text, {
        hint: tOr('reports.hint.OTHER', `reports.hint.${made}`, {}),
        submit: text,
        look: look === 'danger' ? 'danger' : 'primary',
        act: (why) => api.decideReport(id, made, why),
      });
      if (!done) return;
      say(t('reports.done'));
      then();
    }
  }
}

/** @param {string} outcome */
export const outcomeText = (outcome) => tOr('reports.outcome.OTHER', `reports.outcome.${outcome}`, {});
