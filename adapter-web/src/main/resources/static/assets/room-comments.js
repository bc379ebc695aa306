// @ts-check
/**
 * What is said in a room: comments, and the answers below each. The latest page of it is shown, and
 * the pages before at a tap. A look for what has changed reads the latest page, and of the earlier
 * ones that are shown one more, each in its turn: it costs the same however much was said.
 */
import * as api from './api.js';
import { sure } from './dialogs.js';
import { arrange, fill, h, say, section } from './dom.js';
import { actionButton, field, form, troubleLine } from './forms.js';
import { Problem } from './http.js';
import { t } from './i18n.js';
import { memberName } from './pages/member.js';
import { reportButton } from './reporting.js';
import { shortDate } from './time.js';

const PAGE = 50;

/** @typedef {import('./api.js').Comment} Comment */
/** @typedef {{joined: boolean, mayHide: boolean}} Rights what one may do in the room */
/**
 * @typedef {object} Row
 * @property {HTMLElement} element
 * @property {HTMLElement} answers
 * @property {(newer: Comment, alone: boolean) => void} update alone: what it answers is not shown
 */

/**
 * @param {string} room
 * @param {() => Rights} rights
 * @param {AbortSignal} signal
 */
export function commentsSection(room, rights, signal) {
  const rows = h('ul', { class: 'comments', tabindex: '-1', 'aria-label': t('comments.title') });
  const none = h('p', { class: 'quiet-text', hidden: true }, t('comments.none'));
  const trouble = troubleLine();
  const writing = h('div', { hidden: !rights().joined }, writingForm(undefined, () => {}));
  const earlier = actionButton('secondary more', t('comments.earlier'), () => read(known[0].id), trouble);
  earlier.hidden = true;
  /** What is shown, the earliest first. @type {Comment[]} */
  let known = [];
  /** What leads to the page before, by the id of the comment with which a page begins.
   *  @type {Map<string | undefined, string>} */
  const cursors = new Map();
  /** @type {Map<string, Row>} */
  const shown = new Map();
  /** Before this comment is the earlier page whose turn it is. @type {string | undefined} */
  let turn;
  return { element: section(t('comments.title'), earlier, rows, none, trouble, writing), reload };

  /** Shows what is new, and by and by what has changed. */
  async function reload() {
    const latest = await read();
    const next = known.some(({ id }) => id === turn) ? turn : latest;
    turn = next === known[0]?.id ? undefined : await read(next);
  }

  /**
   * Reads the latest page, or the one before a comment with which a page begins, and shows it.
   *
   * @param {string} [after] the comment
   * @returns {Promise<string | undefined>} the id of the comment with which the page begins
   */
  async function read(after) {
    const cursor = cursors.get(after);
    if (after && !cursor) return undefined;
    const page = await api.comments(room, { sort: 'newest', limit: PAGE, cursor }, signal);
    const comments = page.items.toReversed();
    const end = after ? known.findIndex(({ id }) => id === after) : known.length;
    if (end < 0) return undefined;
    // Where a page begins with a comment that is not known there may be a gap before it, so that
    // what is known before is no longer shown.
    const start = page.nextCursor ? known.findIndex(({ id }) => id === comments[0].id) : 0;
    known = [...known.slice(0, Math.max(0, start)), ...comments, ...known.slice(end)];
    const begin = comments[0]?.id ?? after;
    if (page.nextCursor) cursors.set(begin, page.nextCursor);
    else cursors.delete(begin);
    draw();
    return begin;
  }

  /** Reads the page anew on which a comment stands. @param {string} comment */
  function readAgain(comment) {
    const later = known.slice(known.findIndex(({ id }) => id === comment) + 1);
    return read(later.find(({ id }) => cursors.has(id))?.id);
  }

  /** Touches only what has changed, and takes nothing away in which somebody is typing. */
  function draw() {
    const ids = new Set(known.map(({ id }) => id));
    const gone = [...shown].filter(([id]) => !ids.has(id));
    if (gone.some(([, { element }]) => element.querySelector('form'))) return;
    gone.forEach(([id]) => shown.delete(id));
    const focused = document.activeElement;
    /** @type {HTMLElement[]} */
    const tops = [];
    /** @type {Map<string | undefined, HTMLElement[]>} */
    const answers = new Map(known.map(({ id }) => [id, []]));
    for (const one of known) {
      const row = shown.get(one.id) ?? commentRow(one);
      const siblings = answers.get(one.parentId);
      shown.set(one.id, row);
      row.update(one, Boolean(one.parentId) && !siblings);
      (siblings ?? tops).push(row.element);
    }
    arrange(rows, tops);
    for (const [id, row] of shown) {
      arrange(row.answers, answers.get(id) ?? []);
      row.answers.hidden = row.answers.childElementCount === 0;
    }
    none.hidden = known.length > 0;
    writing.hidden = !rights().joined;
    earlier.hidden = !cursors.has(known[0]?.id);
    const isLost = document.activeElement === document.body || (earlier.hidden && focused === earlier);
    if (isLost && focused !== document.body) rows.focus({ preventScroll: true });
  }

  /** @param {Comment} one @returns {Row} */
  function commentRow(one) {
    const place = h('div', { class: 'comment' });
    const answers = h('ul');
    const below = h('div');
    let isAlone = false;
    let state = '';
    return { element: h('li', {}, place, answers, below), answers, update };

    /** @param {Comment} newer @param {boolean} alone */
    function update(newer, alone) {
      one = newer;
      isAlone = alone;
      if (!place.querySelector('form') && state !== JSON.stringify([one, isAlone, rights()])) show();
    }

    function show() {
      state = JSON.stringify([one, isAlone, rights()]);
      const { author, text, writtenAt, editedAt } = one;
      const visible = one.state === 'VISIBLE';
      const mine = author?.me ?? false;
      const name = author ? (author.nickname ?? t('room.seat', { number: author.seat })) : '';
      const gone = !visible && text === '';
      const focused = place.contains(document.activeElement);
      fill(
        place,
        isAlone && h('p', { class: 'quiet-text' }, t('comments.answers')),
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
          ? h('p', { class: 'quiet-text' }, t(one.state === 'HIDDEN' ? 'comments.hidden' : 'comments.deleted'))
          : h('p', { class: 'written' }, text, one.state === 'HIDDEN' && ` (${t('comments.hidden')})`),
        h(
          'div',
          { class: 'actions' },
          rights().joined && visible && !one.parentId && h('button', { type: 'button', class: 'link', onclick: answer }, t('comments.answer')),
          mine && visible && h('button', { type: 'button', class: 'link', onclick: edit }, t('comments.edit')),
          mine && actionButton('link', t('comments.delete'), remove, trouble),
          !mine && rights().mayHide && visible && actionButton('link', t('comments.hide'), hide, trouble),
          !mine && visible && reportButton('COMMENT', one.id, t('report.comment')),
        ),
      );
      if (focused) place.querySelector('button')?.focus();
    }

    function answer() {
      fill(below, writingForm(one.id, () => fill(below)));
    }

    function edit() {
      const seen = one;
      const text = h('textarea', { name: 'text', rows: 3 }, seen.text);
      fill(
        place,
        form({
          fields: [field(t('comments.text'), text, { pointer: '/text' })],
          submit: t('edit.save'),
          async onSubmit() {
            const edited = await api.editComment(room, seen, text.value);
            known = known.map((other) => (other.id === edited.id ? edited : other));
            one = edited;
            show();
          },
        }),
        h('button', { type: 'button', class: 'link', onclick: show }, t('dialog.cancel')),
      );
      text.focus();
    }

    async function remove() {
      if (!(await sure(t('comments.deleteSure'), t('comments.delete')))) return;
      await api.deleteComment(room, one.id);
      await readAgain(one.id);
    }

    async function hide() {
      if (!(await sure(t('comments.hideSure'), t('comments.hide')))) return;
      await api.hideComment(room, one.id);
      await readAgain(one.id);
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
