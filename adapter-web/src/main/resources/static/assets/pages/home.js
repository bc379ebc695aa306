// @ts-check
/** What is on for a member, and the two ways on. */
import * as api from '../api.js';
import { fill, h, section } from '../dom.js';
import { deviceName } from '../device.js';
import { stepNames } from '../facets.js';
import { invitationsSection } from '../invitations.js';
import { every } from '../live.js';
import { nothing, pagedList } from '../list.js';
import { nameIn, t, tOr } from '../i18n.js';
import { account } from '../own-account.js';
import { ago, countdown, shortDate, until } from '../time.js';
import { endReasonText } from './match-request.js';
import { meetingRow } from './meetings.js';
import { roomRow } from './rooms.js';

/** How many of a kind are looked at for those that are still on. */
const RECENT = 20;

/** A match request of which something is still to come. */
const LIVE = ['INVITING', 'WAITING', 'PROPOSED'];

/** @param {import('../router.js').Visit} visit */
export async function homePage({ signal }) {
  const categories = await api.categories();
  const waiting = pagedList({
    load: () => recent(api.matchRequests({ mine: true, limit: RECENT }, signal), (one) => LIVE.includes(one.status)),
    row: (request) => requestRow(request, categories, signal),
    empty: () => nothing(t('home.noRequests')),
  });
  const meetings = pagedList({
    load: async () => {
      const { items } = await recent(api.meetings({ limit: RECENT }, signal), (one) => one.status === 'UPCOMING');
      return { items: items.sort((one, other) => start(one) - start(other)) };
    },
    row: (meeting) => meetingRow(meeting, categories),
    empty: () => nothing(t('home.noMeetings')),
  });
  const rooms = pagedList({
    load: (query) => api.rooms({ ...query, mine: true, status: 'OPEN' }, signal),
    row: (/** @type {import('../api.js').Room} */ room) => roomRow(room, categories),
    empty: () => nothing(t('home.noRooms')),
    limit: 5,
  });
  const { section: news, list: notices } = newsSection(categories, signal);

  for (const list of [waiting, meetings, rooms, notices]) list.reload();
  every(signal, 5, () => Promise.all([waiting, meetings, rooms, notices].map((list) => list.refresh())));

  return {
    title: t('home.title', { name: account()?.nickname ?? '' }),
    content: [
      account()?.emailVerified === false && verifyHint(),
      h(
        'div',
        { class: 'ways' },
        way('#/match', t('home.match'), t('home.matchHint'), 'way-match'),
        way('#/rooms/new', t('home.open'), t('home.openHint'), 'way-open'),
      ),
      crowds(categories, signal),
      invitationsSection(categories, signal),
      section(t('home.requests'), waiting.element),
      section(t('home.meetings'), meetings.element),
      section(t('home.rooms'), rooms.element),
      news,
    ],
  };
}

/** When it is; what nobody has fixed comes last. @param {import('../api.js').Meeting} meeting */
const start = ({ startsAt }) => (startsAt ? Date.parse(startsAt) : Number.MAX_SAFE_INTEGER);

/**
 * Of the latest ones only those that are still on, as one page.
 *
 * @template T
 * @param {Promise<import('../api.js').Page<T>>} page
 * @param {(item: T) => boolean} isOn
 */
async function recent(page, isOn) {
  return { items: (await page).items.filter(isOn) };
}

const verifyHint = () =>
  h('p', { class: 'status' }, t('home.verify'), ' ', h('a', { href: '#/settings' }, t('home.toSettings')));

/** @param {string} href @param {string} title @param {string} hint @param {string} look */
const way = (href, title, hint, look) =>
  h('a', { href, class: `way ${look}` }, h('strong', {}, title), h('span', {}, hint));

/**
 * Where people wait to be matched, as far as the server tells.
 *
 * @param {import('../api.js').Category[]} categories
 * @param {AbortSignal} signal
 */
function crowds(categories, signal) {
  const element = h('ul', { class: 'crowds', hidden: true });
  let shown = '';
  tell().catch(() => {});
  every(signal, 10, tell);
  return element;

  async function tell() {
    const pools = await api.pools(signal);
    const waiting = categories
      .map(({ key, names }) => ({ key, category: nameIn(names), n: pools.get(key)?.waiting ?? 0 }))
      .filter(({ n }) => n > 0);
    element.hidden = waiting.length === 0;
    if (JSON.stringify(waiting) !== shown) {
      fill(element, waiting.map(({ key, ...values }) => h('li', {}, h('a', { href: `#/match?category=${key}` }, t('home.waitingIn', values)))));
    }
    shown = JSON.stringify(waiting);
    return pools.size > 0;
  }
}

/**
 * @param {import('../api.js').MatchRequest} request
 * @param {import('../api.js').Category[]} categories
 * @param {AbortSignal} signal
 */
function requestRow(request, categories, signal) {
  const category = categories.find((one) => one.key === request.category);
  const left = h('strong', { class: 'left' });
  const state = h('p', { class: 'quiet-text' });
  let latest = request;
  update(request);
  every(signal, 1, async () => showLeft());
  return {
    element: h(
      'li',
      { class: 'card' },
      h('a', { href: `#/match-requests/${request.id}`, class: 'card-title' }, category ? nameIn(category.names) : request.category),
      h('p', {}, t('home.timeLeft'), ' ', left),
      state,
    ),
    update,
  };

  /** @param {import('../api.js').MatchRequest} newer */
  function update(newer) {
    latest = newer;
    state.textContent = stateText(newer);
    state.className = newer.status === 'PROPOSED' ? 'status' : 'quiet-text';
    showLeft();
  }
  function showLeft() {
    left.textContent = countdown(until(latest.proposal?.respondBy ?? latest.expiresAt));
  }
}

/** @param {import('../api.js').MatchRequest} request */
function stateText({ status, waiting, outlook }) {
  if (status === 'INVITING') return t('home.invited');
  if (status === 'PROPOSED') return t('home.proposed');
  return t('match.waiting', { n: outlook?.people ?? waiting });
}

/** @param {import('../api.js').Category[]} categories @param {AbortSignal} signal */
function newsSection(categories, signal) {
  const count = h('span', { class: 'badge', hidden: true });
  const markAll = h('button', { type: 'button', class: 'link', hidden: true, onclick: readAll }, t('home.markAll'));
  const trouble = h('p', { class: 'error', role: 'alert', hidden: true });
  const list = pagedList({
    async load(query) {
      const page = await api.notifications(query, signal);
      count.textContent = t('home.unread', { n: page.unread });
      count.hidden = markAll.hidden = page.unread === 0;
      return page;
    },
    row: (/** @type {import('../api.js').Notice} */ notice) => noticeRow(notice, categories),
    empty: () => nothing(t('home.noNews')),
    limit: 5,
  });
  const heading = h('div', { class: 'heading' }, h('h2', {}, t('home.news')), count, markAll);
  return { section: h('section', {}, heading, trouble, list.element), list };

  async function readAll() {
    try {
      await api.markAllRead();
      trouble.hidden = true;
      await list.refresh();
    } catch (problem) {
      trouble.textContent = problem instanceof Error ? problem.message : '';
      trouble.hidden = false;
    }
  }
}

/** @param {import('../api.js').Notice} notice @param {import('../api.js').Category[]} categories */
function noticeRow(notice, categories) {
  const element = h(
    'li',
    { class: 'notice' },
    h('a', { href: `#${notice.link}` }, newsText(readable(notice), categories)),
    h('time', { datetime: notice.createdAt, title: shortDate(notice.createdAt) }, ago(notice.createdAt)),
  );
  update(notice);
  return { element, update };

  /** @param {import('../api.js').Notice} newer */
  function update(newer) {
    element.classList.toggle('unread', !newer.readAt);
  }
}

/** With devices called as people call them. @param {import('../api.js').Notice} notice @returns {import('../api.js').Notice} */
function readable(notice) {
  const { device } = notice.arguments;
  return device ? { ...notice, arguments: { ...notice.arguments, device: deviceName(device) } } : notice;
}

/** @param {import('../api.js').Notice} notice @param {import('../api.js').Category[]} categories */
function newsText({ type, arguments: values }, categories) {
  const category = categories.find((one) => one.key === values.category);
  const relaxed = values.relaxed ? stepNames(category, values.relaxed.split(',')) : '';
  return tOr('news.OTHER', relaxed ? `news.${type}.relaxed` : `news.${type}`, {
    ...values,
    relaxed,
    reason: type.startsWith('MATCH_') ? endReasonText(values.reason) : (values.reason ?? ''),
    outcome: tOr('report.told.OTHER', `report.told.${values.outcome}`, {}),
    nickname: values.nickname ?? t('room.seat', { number: values.seat ?? '' }),
    device: values.device || t('news.someDevice'),
    when: values.startsAt ? shortDate(values.startsAt) : '',
    nicknames: values.nicknames || t('meeting.gone'),
    until: values.until ? shortDate(values.until) : '',
    role: values.role ? tOr('role.MEMBER', `role.${values.role}`, {}) : '',
    category: category ? nameIn(category.names) : (values.category ?? ''),
  });
}
