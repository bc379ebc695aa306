// @ts-check
/** Another member, as members see each other. */
import * as api from '../api.js';
import { blockButton } from '../blocking.js';
import { askReason } from '../dialogs.js';
import { h, say } from '../dom.js';
import { t } from '../i18n.js';
import { account, isAtLeast } from '../own-account.js';
import { portrait } from '../portrait.js';
import { reportButton } from '../reporting.js';

/** @param {import('../router.js').Visit} visit @returns {Promise<import('../router.js').Shown>} */
export async function memberPage({ parameters, signal }) {
  const [member, score] = await Promise.all([
    api.profile(parameters.id, signal),
    api.totalScore(parameters.id, signal),
  ]);
  const isMe = member.id === account()?.id;
  return {
    title: member.nickname,
    content: [
      h('div', { class: 'pictured' }, portrait(member)),
      h('p', { class: 'quiet-text' }, t('score.total', { points: score.total })),
      isMe && h('p', {}, h('a', { href: '#/settings' }, t('settings.title'))),
      h(
        'div',
        { class: 'actions' },
        !isMe && isAtLeast('MANAGER') && warnButton(member.id, () => {}),
        isAtLeast('ADMIN') && h('a', { class: 'button secondary', href: `#/admin/members/${member.id}` }, t('admin.account')),
      ),
      !isMe && h('p', {}, blockButton(member.id, member.nickname)),
      !isMe && reportButton('MEMBER', member.id, t('report.member')),
    ],
  };
}

/** A member's name, which leads to the member where it is known who it is.
 *  @param {string | undefined} id @param {string} name */
export const memberName = (id, name) =>
  id ? h('a', { class: 'name', href: `#/members/${id}` }, name) : h('span', { class: 'name' }, name);

/** @param {string} id @param {() => void} then */
export function warnButton(id, then) {
  return h('button', { type: 'button', class: 'danger', onclick }, t('warn.button'));

  async function onclick() {
    const done = await askReason(t('warn.title'), {
      hint: t('warn.hint'),
      submit: t('warn.submit'),
      look: 'danger',
      act: (reason) => api.warn(id, reason),
    });
    if (!done) return;
    say(t('warn.done'));
    then();
  }
}
