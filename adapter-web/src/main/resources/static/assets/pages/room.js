// @ts-check
/** One room: who is in it, and what one may do there. */
import * as api from '../api.js';
import { blockButton } from '../blocking.js';
import { askReason } from '../dialogs.js';
import { arrange, fill, h, say, setText } from '../dom.js';
import { conditionList } from '../facets.js';
import { Problem } from '../http.js';
import { t, tOr } from '../i18n.js';
import { every } from '../live.js';
import { isAtLeast } from '../own-account.js';
import { reportButton } from '../reporting.js';
import { commentsSection } from '../room-comments.js';
import { go, retitle } from '../router.js';
import { longDate, shortDate, until } from '../time.js';
import { about } from './edit-room.js';
import { memberName } from './member.js';
import { isFull, seatsText } from './rooms.js';

/** How much may be said of why a room is cancelled or somebody removed. */
const LONGEST_REASON = 200;

/** @param {import('../router.js').Visit} visit */
export async function roomPage({ parameters, signal }) {
  const { id } = parameters;
  let [categories, room] = await Promise.all([api.categories(), api.room(id, signal)]);

  const category = categories.find((one) => one.key === room.category);
  const status = h('p', { class: 'status' });
  const when = h('time');
  const terms = h('dl', { class: 'terms' });
  const description = h('p', { class: 'written' });
  const seats = h('p', { class: 'seats' });
  const members = h('ul', { class: 'people' });
  const trouble = h('div', { class: 'trouble', role: 'alert' });
  const join = action('primary', t('room.join'), () => api.joinRoom(id), t('room.joined'));
  const queue = action('primary', t('room.wait'), () => api.waitForSeat(id), t('room.waiting'));
  const stop = action('secondary', t('room.stopWaiting'), () => api.stopWaiting(id), t('room.stopped'));
  const leave = action('secondary', t('room.leave'), () => api.leaveRoom(id), t('room.left'));
  const confirm = action('primary', t('room.confirm'), toMeeting, t('room.confirmed'));
  const cancel = action('danger', t('room.cancel'), cancelIfSure, '');
  const edit = h('a', { href: `#/rooms/${id}/edit`, class: 'button secondary' }, t('room.edit'));
  const buttons = [join, queue, confirm, stop, leave, cancel];
  const actions = h('div', { class: 'actions' }, join, queue, confirm, edit, stop, leave, cancel);
  const place = h('p', { class: 'place', role: 'status' });
  const report = reportButton('ROOM', id, t('report.room'));
  const meetings = h('p', {}, h('a', { href: '#/meetings' }, t('room.toMeetings')));

  const isHost = () => room.members.some((one) => one.me && one.host);
  const comments = commentsSection(
    id,
    () => ({ joined: room.joined && !room.hidden && ['OPEN', 'CONFIRMED'].includes(room.status), mayHide: isHost() || isAtLeast('ADMIN') }),
    signal,
  );

  show(room);
  comments.reload().catch(tell);
  every(signal, 3, reload, tell);

  return {
    title: room.title,
    content: [
      status,
      h(
        'div',
        { class: 'card' },
        h('p', { class: 'when' }, when),
        terms,
        description,
        room.anonymous && h('p', { class: 'quiet-text' }, t('room.anonymous')),
      ),
      h('section', {}, h('div', { class: 'heading' }, h('h2', {}, t('room.members')), seats), members),
      place,
      trouble,
      actions,
      meetings,
      comments.element,
      report,
    ],
  };

  async function reload() {
    const newer = await api.room(id, signal);
    if (signal.aborted) return;
    const edited = about(newer) !== about(room);
    if (JSON.stringify(newer) !== JSON.stringify(room)) show(newer);
    if (edited) {
      retitle(room.title);
      say(t('room.edited'));
    }
    await comments.reload();
  }

  /** @param {import('../api.js').Room} newer */
  function show(newer) {
    room = newer;
    const focused = buttons.find((button) => button === document.activeElement);
    const open = room.status === 'OPEN';
    const full = isFull(room);
    const ahead = open || (room.status === 'CONFIRMED' && until(room.meetsAt) > 0);
    const mine = room.waitList.place !== undefined;
    const offered = room.waitList.offeredUntil;
    when.dateTime = room.meetsAt;
    setText(when, longDate(room.meetsAt));
    const asked = conditionList(category, room.condition);
    if (!asked.isEqualNode(terms)) fill(terms, ...asked.childNodes);
    setText(description, room.description);
    description.hidden = room.description === '';
    setText(seats, seatsText(room));
    seats.classList.toggle('full', full);
    setText(status, [tOr('room.status.OTHER', `room.status.${room.status}`, {}), room.cancelReason].filter(Boolean).join(' '));
    setText(place, ahead ? placeText(room.waitList) : '');
    status.hidden = open;
    arrange(members, room.members.map((one) => seat(one, room.anonymous, isHost() && open)));
    offer(join, !room.joined && (offered ? ahead : open && !full));
    setText(join, offered ? t('room.takeSeat') : t('room.join'));
    offer(queue, open && !room.joined && full && !mine);
    offer(stop, ahead && mine);
    setText(stop, offered ? t('room.decline') : t('room.stopWaiting'));
    edit.hidden = !(open && isHost());
    offer(leave, open && room.joined);
    offer(confirm, open && isHost());
    confirm.disabled = room.seats.taken < 2;
    offer(cancel, open && (isHost() || isAtLeast('ADMIN')));
    offer(report, !isHost());
    meetings.hidden = !(room.status === 'CONFIRMED' && room.joined);
    if (focused?.hidden) /** @type {HTMLElement} */ (firstOffered() ?? document.querySelector('h1')).focus();
  }

  function firstOffered() {
    return buttons.find((button) => !button.hidden && !button.disabled);
  }

  /**
   * A button that does something to the room. Where the server refuses, its reason is shown, and
   * the room as it is now.
   *
   * @param {string} look
   * @param {string} text
   * @param {() => Promise<unknown>} act false if nothing was done
   * @param {string} done
   */
  function action(look, text, act, done) {
    const button = h('button', { type: 'button', class: look, onclick }, text);
    return button;

    async function onclick() {
      if (button.getAttribute('aria-busy') === 'true') return;
      button.setAttribute('aria-busy', 'true');
      fill(trouble);
      try {
        if ((await act()) !== false && done) say(done);
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        tell(problem);
      } finally {
        button.removeAttribute('aria-busy');
      }
      if (!signal.aborted) await reload().catch(() => {});
    }
  }

  /** @param {Problem | null} problem */
  function tell(problem) {
    fill(trouble, problem && h('p', {}, problem.message));
  }

  async function toMeeting() {
    const meeting = await confirmAsSeen(room);
    go(`/meetings/${meeting.id}`);
  }

  /**
   * Somebody who joined or left meanwhile is no reason to ask again. Where the room itself was
   * changed that is told, and it is for the host to look at it and confirm again.
   *
   * @param {import('../api.js').Room} seen
   * @param {number} [tries]
   * @returns {Promise<import('../api.js').Meeting>}
   */
  async function confirmAsSeen(seen, tries = 3) {
    try {
      return await api.confirmRoom(seen);
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.code !== 'STALE_VERSION') throw problem;
      const present = await api.room(id, signal);
      if (about(present) !== about(seen)) {
        throw new Problem(problem.status, { code: problem.code, detail: t('room.notConfirmed') });
      }
      if (tries === 1) throw problem;
      return confirmAsSeen(present, tries - 1);
    }
  }

  function cancelIfSure() {
    return askReason(t('room.cancelSure'), {
      hint: t('room.reasonHint'),
      submit: t('room.cancel'),
      look: 'danger',
      longest: LONGEST_REASON,
      act: (reason) => api.cancelRoom(id, reason),
    });
  }

  /** @param {string} member @param {string} name */
  function removeButton(member, name) {
    return h('button', { type: 'button', class: 'link', 'aria-label': t('room.removeOf', { name }), onclick }, t('room.remove'));

    async function onclick() {
      const done = await askReason(t('room.removeSure', { name }), {
        hint: t('room.reasonHint'),
        submit: t('room.remove'),
        look: 'danger',
        longest: LONGEST_REASON,
        act: (reason) => api.removeFromRoom(id, member, reason),
      });
      if (done) say(t('room.removed', { name }));
      if (!signal.aborted) await reload().catch(() => {});
    }
  }

  /** @param {import('../api.js').Seat} seat @param {boolean} anonymous @param {boolean} removable */
  function seat({ id: member, nickname, seat: number, host, me }, anonymous, removable) {
    const name = nickname ?? t('room.seat', { number });
    return h(
      'li',
      {},
      memberName(member, name),
      host && h('span', { class: 'badge' }, t('room.host')),
      me && h('span', { class: 'badge' }, t('room.me')),
      !me && !anonymous && member && nickname && blockButton(member, nickname),
      !me && removable && member && removeButton(member, name),
    );
  }
}

/** Where one stands in the wait list. @param {import('../api.js').Room['waitList']} list */
function placeText({ waiting, place, offeredUntil }) {
  if (offeredUntil) return t('room.offered', { until: shortDate(offeredUntil) });
  if (place) return t('room.place', { place, waiting });
  return waiting > 0 ? t('room.othersWait', { waiting }) : '';
}

/** Shows or hides a button. @param {HTMLElement} button @param {boolean} offered */
function offer(button, offered) {
  button.hidden = !offered;
}
