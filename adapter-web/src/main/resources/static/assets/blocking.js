// @ts-check
/** Wanting nothing to do with somebody, who does not learn of it. */
import * as api from './api.js';
import { sure } from './dialogs.js';
import { h, section, say } from './dom.js';
import { actionButton, troubleLine } from './forms.js';
import { Problem } from './http.js';
import { t } from './i18n.js';
import { nothing, pagedList } from './list.js';
import { shortDate } from './time.js';

/** @param {string} id @param {string} name of the member */
export function blockButton(id, name) {
  return h('button', { type: 'button', class: 'link', 'aria-label': t('block.of', { name }), onclick }, t('block.button'));

  async function onclick() {
    if (!(await sure(t('block.sure', { name }), t('block.button')))) return;
    try {
      await api.block(id);
      say(t('block.done', { name }));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      say(problem.message);
    }
  }
}

/** Whom one blocks. @param {boolean} active whether one may change it @param {AbortSignal} signal */
export function blocksSection(active, signal) {
  const trouble = troubleLine();
  const list = pagedList({ load: (query) => api.blocks(query, signal), row, empty: () => nothing(t('block.none')) });
  list.reload();
  return section(t('block.title'), h('p', { class: 'quiet-text' }, t('block.lead')), list.element, trouble);

  /** @param {import('./api.js').Blocked} one */
  function row({ id, nickname, since }) {
    const name = nickname ?? t('meeting.gone');
    const end = actionButton('secondary', t('block.end'), () => unblock(id, name), trouble);
    end.setAttribute('aria-label', t('block.endOf', { name }));
    const element = h(
      'li',
      { class: 'card row' },
      h('div', {}, h('p', { class: 'name' }, name), h('p', { class: 'quiet-text' }, t('block.since', { since: shortDate(since) }))),
      active && end,
    );
    return { element, update: () => {} };
  }

  /** @param {string} id @param {string} name */
  async function unblock(id, name) {
    await api.unblock(id);
    say(t('block.ended', { name }));
    await list.reload();
  }
}
