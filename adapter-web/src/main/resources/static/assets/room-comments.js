// @ts-check
/** What is said in a room: comments, and the answers below each. */
import * as api from './api.js';
import { sure } from './dialogs.js';
import { arrange, fill, h, say, section } from './dom.js';
import { actionButton, field, form, troubleLine } from './forms.js';
import { Problem } from './http.js';
import { t } from './i18n.js';
import { memberName } from './pages/member.js';
import { reportButton } from './reporting.js';
import { shortDate } from './time.js';

const PAGE = 100;

/** @typedef {{joined: boolean, mayHide: boolean}} Rights what one may do in the room */

/**
 * @param {string} room
 * @param {() => Rights} rights
 * @param {AbortSignal} signal
 */
export function commentsSection(room, rights, signal) {
  const rows = h('ul', { class: 'comments' });
  const none = h('p', { class: 'quiet-text' }, t('comments.none'));
  const trouble = troubleLine();
  const writing = h('div', {}, writingForm(undefined, () => {}));
  /** @type {string | undefined} */
  let shown;
  return { element: section(t('comments.title'), rows, none, trouble, writing), reload };

  /** All of them: a room has few members, and each says little. */
  async function reload() {
    /** @type {import('./api.js').Comment[]} */
    const all = [];
    /** @type {string | undefined} */
    let cursor;
    do {
      const page = await api.comments(room, { limit: PAGE, cursor }, signal);
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    const state = JSON.stringify([all, rights()]);
    if (signal.aborted || state === shown || rows.querySelector('form')) return;
    shown = state;
    none.hidden = all.length > 0;
    writing.hidden = !rights().joined;
    const tops = all.filter((one) => !one.parentId);
    arrange(rows, tops.map((top) => thread(top, all.filter((one) => one.parentId === top.id))));
  }

  /** @param {import('./api.js').Comment} top @param {import('./api.js').Comment[]} answers */
  function thread(top, answers) {
    const below = h('div', {});
    const answer =
      rights().joined &&
      top.state === 'VISIBLE' &&
      h('button', { type: 'button', class: 'link', onclick: () => fill(below, writingForm(top.id, () => fill(below))) }, t('comments.answer'));
    return h('li', {}, entry(top, answer), answers.length > 0 && h('ul', {}, answers.map((one) => h('li', {}, entry(one, false)))), below);
  }

  /** @param {import('./api.js').Comment} one @param {HTMLElement | false} answer */
  function entry(one, answer) {
    const place = h('div', { class: 'comment' });
    show();
    return place;

    function show() {
      const { author, state, text, writtenAt, editedAt } = one;
      const mine = author?.me ?? false;
      const name = author ? (author.nickname ?? t('room.seat', { number: author.seat })) : '';
      const gone = state !== 'VISIBLE' && text === '';
      fill(
        place,
        author &&
          h(
            'p',
            { class: 'quiet-text' },
            memberName(author.id, name),
            ' ',
            h('time', { datetime: writtenAt }, shortDate(writtenAt)),
            editedAt && ` · ${t('comments.edited')}`,
          ),
        gone
          ? h('p', { class: 'quiet-text' }, t(state === 'HIDDEN' ? 'comments.hidden' : 'comments.deleted'))
          : h('p', { class: 'written' }, text, state === 'HIDDEN' && ` (${t('comments.hidden')})`),
        h(
          'div',
          { class: 'actions' },
          answer,
          mine && state === 'VISIBLE' && h('button', { type: 'button', class: 'link', onclick: edit }, t('comments.edit')),
          mine && actionButton('link', t('comments.delete'), remove, trouble),
          !mine && rights().mayHide && state === 'VISIBLE' && actionButton('link', t('comments.hide'), hide, trouble),
          !mine && state === 'VISIBLE' && reportButton('COMMENT', one.id, t('report.comment')),
        ),
      );
    }

    function edit() {
      const text = h('textarea', { name: 'text', rows: 3 }, one.text);
      fill(
        place,
        form({
          fields: [field(t('comments.text'), text, { pointer: '/text' })],
          submit: t('edit.save'),
          async onSubmit() {
            await api.editComment(room, one, text.value);
            fill(place);
            await reload();
          },
        }),
        h('button', { type: 'button', class: 'link', onclick: show }, t('dialog.cancel')),
      );
      text.focus();
    }

    async function remove() {
      if (!(await sure(t('comments.deleteSure'), t('comments.delete')))) return;
      await api.deleteComment(room, one.id);
      await reload();
    }

    async function hide() {
      if (!(await sure(t('comments.hideSure'), t('comments.hide')))) return;
      await api.hideComment(room, one.id);
      await reload();
    }
  }

  /** @param {string | undefined} parent @param {() => void} after */
  function writingForm(parent, after) {
    const text = h('textarea', { name: 'text', rows: 2 });
    return form({
      fields: [field(t(parent ? 'comments.answer' : 'comments.text'), text, { pointer: '/text' })],
      submit: t('comments.send'),
      look: 'secondary',
      async onSubmit() {
        await api.comment(room, text.value, parent);
        text.value = '';
        after();
        say(t('comments.sent'));
        await reload().catch((problem) => {
          if (!(problem instanceof Problem)) throw problem;
        });
      },
    });
  }
}
