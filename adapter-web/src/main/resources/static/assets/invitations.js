// @ts-check
/** What friends ask one to come along to. */
import * as api from './api.js';
import { h, section, say } from './dom.js';
import { describe } from './facets.js';
import { actionButton, troubleLine } from './forms.js';
import { nameIn, t } from './i18n.js';
import { pagedList } from './list.js';
import { every } from './live.js';
import { toRequest } from './match-requests.js';
import { shortDate } from './time.js';

/**
 * The open invitations, which come and go by themselves; nothing is seen where there are none.
 *
 * @param {import('./api.js').Category[]} categories
 * @param {AbortSignal} signal
 */
export function invitationsSection(categories, signal) {
  const trouble = troubleLine();
  const list = pagedList({ load, row, empty: () => h('p', { class: 'empty' }, t('invited.none')) });
  const element = section(t('invited.title'), list.element, trouble);
  element.hidden = true;
  list.reload();
  every(signal, 5, list.refresh);
  return element;

  async function load() {
    try {
      const page = await api.invitations(signal);
      element.hidden = page.items.length === 0 && !element.contains(document.activeElement) && !trouble.hasChildNodes();
      return page;
    } catch (problem) {
      element.hidden = signal.aborted;
      throw problem;
    }
  }

  /** @param {import('./api.js').Invitation} invitation */
  function row({ id, nickname, category: key, condition, size, expiresAt }) {
    const category = categories.find((one) => one.key === key);
    const name = nickname ?? t('meeting.gone');
    const wishes = describe(category, condition).map(({ brief }) => brief);
    const come = actionButton('primary', t('invited.come'), () => toRequest(() => api.comeAlong(id)), trouble);
    const stay = actionButton('secondary', t('invited.stay'), () => stayAway(id), trouble);
    come.setAttribute('aria-label', t('invited.comeWith', { name }));
    stay.setAttribute('aria-label', t('invited.stayFrom', { name }));
    const element = h(
      'li',
      { class: 'card invitation' },
      h('p', { class: 'name' }, t('invited.by', { name })),
      h(
        'p',
        {},
        [category ? nameIn(category.names) : key, ...wishes, t('match.sizeSpan', size)].join(' · '),
      ),
      h('p', { class: 'quiet-text' }, t('invited.until', { until: shortDate(expiresAt) })),
      h('div', { class: 'actions' }, come, stay),
    );
    return { element, update: () => {} };
  }

  /** @param {string} id */
  async function stayAway(id) {
    await api.stayAway(id);
    say(t('invited.stayed'));
    /** @type {HTMLElement | null} */ (document.querySelector('h1'))?.focus();
    await list.refresh();
  }
}
