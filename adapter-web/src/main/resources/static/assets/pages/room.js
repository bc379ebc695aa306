// @ts-check
/** One room: who is in it, and what one may do there. */
import * as api from '../api.js';
import { blockButton } from '../blocking.js';
import { sure } from '../dialogs.js';
import { arrange, fill, h, say } from '../dom.js';
import { conditionList } from '../facets.js';
import { Problem } from '../http.js';
import { t, tOr } from '../i18n.js';
import { every } from '../live.js';
import { reportButton } from '../reporting.js';
import { go } from '../router.js';
import { longDate } from '../time.js';
import { memberName } from './member.js';

/** @param {import('../router.js').Visit} visit */
export async function roomPage({ parameters, signal }) {
  const { id } = parameters;
  let [categories, room] = await Promise.all([api.categories(), api.room(id, signal)]);

  const status = h('p', { class: 'status' });
  const seats = h('p', { class: 'seats' });
  const members = h('ul', { class: 'people' });
  const trouble = h('div', { class: 'trouble', role: 'alert' });
  const join = action('primary', t('room.join'), () => api.joinRoom(id), t('room.joined'));
  const leave = action('secondary', t('room.leave'), () => api.leaveRoom(id), t('room.left'));
  const confirm = action('primary', t('room.confirm'), toMeeting, t('room.confirmed'));
  const cancel = action('danger', t('room.cancel'), cancelIfSure, '');
  const actions = h('div', { class: 'actions' }, join, confirm, leave, cancel);
  const report = reportButton('ROOM', id, t('report.room'));
  const meetings = h('p', {}, h('a', { href: '#/meetings' }, t('room.toMeetings')));

  show(room);
  every(signal, 3, reload, tell);

  return {
    title: room.title,
    content: [
      status,
      h(
        'div',
        { class: 'card' },
        h('p', { class: 'when' }, h('time', { datetime: room.meetsAt }, longDate(room.meetsAt))),
        conditionList(categories.find((one) => one.key === room.category), room.condition),
        room.description !== '' && h('p', { class: 'written' }, room.description),
        room.anonymous && h('p', { class: 'quiet-text' }, t('room.anonymous')),
      ),
      h('section', {}, h('div', { class: 'heading' }, h('h2', {}, t('room.members')), seats), members),
      trouble,
      actions,
      meetings,
      report,
    ],
  };

  async function reload() {
    const newer = await api.room(id, signal);
    if (!signal.aborted && JSON.stringify(newer) !== JSON.stringify(room)) show(newer);
  }

  /** @param {import('../api.js').Room} newer */
  function show(newer) {
    room = newer;
    const focused = [join, confirm, leave, cancel].find((button) => button === document.activeElement);
    const { taken, capacity } = room.seats;
    const open = room.status === 'OPEN';
    const isHost = room.members.some((one) => one.me && one.host);
    const full = taken >= capacity;
    setText(seats, full ? t('room.full', { taken, capacity }) : t('room.seats', { taken, capacity }));
    seats.classList.toggle('full', full);
    setText(status, tOr('room.status.OTHER', `room.status.${room.status}`, {}));
    status.hidden = open;
    arrange(members, room.members.map((one) => seat(one, room.anonymous)));
    offer(join, open && !room.joined);
    join.disabled = full;
    offer(leave, open && room.joined);
    offer(confirm, open && isHost);
    confirm.disabled = taken < 2;
    offer(cancel, open && isHost);
    offer(report, !isHost);
    meetings.hidden = !(room.status === 'CONFIRMED' && room.joined);
    if (focused?.hidden) /** @type {HTMLElement} */ (firstOffered() ?? document.querySelector('h1')).focus();
  }

  function firstOffered() {
    return [join, confirm, leave, cancel].find((button) => !button.hidden && !button.disabled);
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
    const meeting = await api.confirmRoom(id);
    go(`/meetings/${meeting.id}`);
  }

  async function cancelIfSure() {
    return (await sure(t('room.cancelSure'), t('room.cancel'))) && api.cancelRoom(id);
  }
}

/** Shows or hides a button. @param {HTMLElement} button @param {boolean} offered */
function offer(button, offered) {
  button.hidden = !offered;
}

/** @param {HTMLElement} element @param {string} text */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {import('../api.js').Seat} seat @param {boolean} anonymous */
function seat({ id, nickname, seat: number, host, me }, anonymous) {
  return h(
    'li',
    {},
    memberName(id, nickname ?? t('room.seat', { number })),
    host && h('span', { class: 'badge' }, t('room.host')),
    me && h('span', { class: 'badge' }, t('room.me')),
    !me && !anonymous && id && nickname && blockButton(id, nickname),
  );
}
