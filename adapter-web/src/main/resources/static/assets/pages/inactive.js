// @ts-check
/** What somebody sees who is blocked, or has left and may still come back. */
import * as api from '../api.js';
import { h, say } from '../dom.js';
import { actionButton, troubleLine } from '../forms.js';
import { t } from '../i18n.js';
import { latestAccount, take } from '../own-account.js';
import { goInstead } from '../router.js';
import { longDate } from '../time.js';

/** @returns {Promise<import('../router.js').Shown>} */
export async function inactivePage() {
  const account = await latestAccount();
  const { status, block, erasedAt } = account;
  if (status === 'BLOCKED' && block) {
    return {
      title: t('blocked.title'),
      content: [
        h('p', { class: 'status' }, t('blocked.until', { until: longDate(block.until) })),
        h('h2', {}, t('blocked.why')),
        h('blockquote', { class: 'written' }, block.reason),
        h('p', {}, t('blocked.hint')),
        waysOn(),
      ],
    };
  }
  if (status === 'WITHDRAWN') {
    return {
      title: t('withdrawn.title'),
      content: [
        !!erasedAt && h('p', { class: 'status' }, t('withdrawn.until', { until: longDate(erasedAt) })),
        h('p', {}, t('withdrawn.hint')),
        comeBack(),
        waysOn(),
      ],
    };
  }
  return { title: t('inactive.over'), content: [h('p', {}, h('a', { href: '#/' }, t('page.toHome')))] };
}

/** Undoes one's leaving. */
export function comeBack() {
  const trouble = troubleLine();
  const button = actionButton(
    'primary',
    t('withdrawn.undo'),
    async () => {
      take(await api.undoWithdrawal());
      say(t('withdrawn.undone'));
      goInstead('/');
    },
    trouble,
  );
  return h('div', {}, trouble, h('div', { class: 'actions' }, button));
}

/** What stays open. */
function waysOn() {
  return h('ul', { class: 'links' }, [
    h('li', {}, h('a', { href: '#/settings?part=warnings' }, t('settings.warnings'))),
    h('li', {}, h('a', { href: '#/settings?part=export' }, t('settings.export'))),
    h('li', {}, h('a', { href: '#/settings' }, t('inactive.account'))),
  ]);
}
