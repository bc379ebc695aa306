// @ts-check
/** What is kept about one: warnings, all data as a file, and leaving. */
import * as api from '../api.js';
import { sure } from '../dialogs.js';
import { h, section } from '../dom.js';
import { actionButton, field, form, troubleLine } from '../forms.js';
import { t } from '../i18n.js';
import { nothing, wholeList } from '../list.js';
import { goInstead } from '../router.js';
import * as session from '../session.js';
import { longDate, now, shortDate } from '../time.js';
import { comeBack } from './inactive.js';
import { passwordField } from './settings-access.js';

/** @param {AbortSignal} signal */
export function ownWarnings(signal) {
  const list = wholeList({
    load: () => api.ownWarnings(signal),
    row: (/** @type {import('../api.js').Warning} */ warning) => warningRow(warning),
    empty: () => nothing(t('warnings.none')),
  });
  list.reload();
  return section(t('settings.warnings'), list.element);
}

/**
 * A warning, with what may be done with it.
 *
 * @param {import('../api.js').Warning} warning
 * @param {Node | false} [action]
 */
export function warningRow({ reason, givenAt, until, withdrawnAt }, action = false) {
  const over = Date.parse(until) <= now();
  return h(
    'li',
    { class: 'card row' },
    h(
      'div',
      {},
      h('p', { class: 'written' }, reason),
      h('p', { class: 'quiet-text' }, t('warnings.given', { given: shortDate(givenAt), until: longDate(until) })),
      withdrawnAt
        ? h('span', { class: 'badge' }, t('warnings.takenBack', { when: shortDate(withdrawnAt) }))
        : !over && h('span', { class: 'badge warm' }, t('warnings.holds')),
    ),
    !withdrawnAt && action,
  );
}

export function exportSection() {
  const trouble = troubleLine();
  const button = actionButton('secondary', t('export.get'), download, trouble);
  return section(t('settings.export'), h('p', {}, t('export.lead')), trouble, h('div', { class: 'actions' }, button));

  async function download() {
    const data = JSON.stringify(await api.ownData(), null, 2);
    const address = URL.createObjectURL(new Blob([data], { type: 'application/json' }));
    const day = new Date(now()).toISOString().slice(0, 10);
    h('a', { href: address, download: `moim-${day}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }
}

/** Leaving, or coming back. @param {import('../api.js').Account} account */
export function leaveSection({ status, hasPassword, erasedAt }) {
  if (status === 'WITHDRAWN') {
    return section(
      t('withdrawn.title'),
      erasedAt && h('p', {}, t('withdrawn.until', { until: longDate(erasedAt) })),
      comeBack(),
    );
  }
  const password = passwordField('leavePassword');
  return section(
    t('leave.title'),
    h('ul', { class: 'plain' }, [
      h('li', {}, t('leave.sessions')),
      h('li', {}, t('leave.erased')),
      h('li', {}, t('leave.stays')),
      h('li', {}, t('leave.undo')),
    ]),
    form({
      fields: [hasPassword && field(t('leave.password'), password, { pointer: '/password' })],
      submit: t('leave.submit'),
      pointers: { WRONG_PASSWORD: '/password' },
      look: 'danger',
      async onSubmit() {
        if (!(await sure(t('leave.sure'), t('leave.submit')))) return;
        const { undoableUntil } = await api.withdraw(hasPassword ? password.value : null);
        session.endedEverywhere();
        goInstead(`/goodbye?until=${encodeURIComponent(undoableUntil)}`);
      },
    }),
  );
}
