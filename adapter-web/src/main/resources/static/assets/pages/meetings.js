// @ts-check
/** Meetings, coming and past. */
import * as api from '../api.js';
import { blockButton } from '../blocking.js';
import { sure } from '../dialogs.js';
import { h, say, section } from '../dom.js';
import { conditionList, describe, term } from '../facets.js';
import { actionButton, field, form, troubleLine } from '../forms.js';
import { nameIn, t, tOr } from '../i18n.js';
import { nothing, pagedList } from '../list.js';
import { go, show } from '../router.js';
import * as session from '../session.js';
import { longDate, now, shortDate } from '../time.js';
import { memberName } from './member.js';

/** @param {import('../router.js').Visit} visit */
export async function meetingsPage({ signal }) {
  const categories = await api.categories();
  const list = pagedList({
    load: (query) => api.meetings(query, signal),
    row: (/** @type {import('../api.js').Meeting} */ meeting) => meetingRow(meeting, categories),
    empty: () => nothing(t('home.noMeetings'), h('a', { href: '#/match', class: 'button primary' }, t('home.match'))),
  });
  list.reload();
  const toScore = h('p', {}, h('a', { href: '#/score' }, t('score.title')));
  return { title: t('meetings.title'), content: [list.element, toScore] };
}

/** How long after its start a meeting is over. */
const DONE_AFTER_MS = 3_600_000;

/** For how long it can be reviewed then. */
const REVIEWED_WITHIN_MS = 14 * 24 * 3_600_000;

/** @param {import('../router.js').Visit} visit */
export async function meetingPage({ parameters, signal }) {
  const { id } = parameters;
  const [categories, meeting] = await Promise.all([api.categories(), api.meeting(id, signal)]);
  const reviewed = canBeReviewed(meeting) ? (await api.ownReviews(id, signal)).items : [];
  const category = categories.find((one) => one.key === meeting.category);
  const kind = category ? t('meeting.title', { category: nameIn(category.names) }) : t('meetings.title');
  return {
    title: meeting.source.roomTitle ?? kind,
    content: [
      meeting.source.roomTitle && h('p', { class: 'quiet-text' }, kind),
      meeting.status !== 'UPCOMING' && h('p', { class: 'status' }, t(`meeting.status.${meeting.status}`)),
      meetingCard(meeting, category),
      actions(meeting, category),
      canBeReviewed(meeting) && reviewSection(meeting, reviewed),
      h('p', {}, h('a', { href: '#/meetings' }, t('room.toMeetings'))),
    ],
  };
}

/** @param {import('../api.js').Meeting} meeting */
const hasStarted = ({ startsAt }) => startsAt !== undefined && startsAt !== null && Date.parse(startsAt) <= now();

/** @param {import('../api.js').Meeting} meeting */
function canBeReviewed({ status, startsAt, formedAt }) {
  const over = now() - Date.parse(startsAt ?? formedAt) - DONE_AFTER_MS;
  return status !== 'CANCELLED' && over >= 0 && over < REVIEWED_WITHIN_MS;
}

/**
 * What one can do about a meeting.
 *
 * @param {import('../api.js').Meeting} meeting
 * @param {import('../api.js').Category | undefined} category
 */
function actions(meeting, category) {
  const trouble = troubleLine();
  const leave = actionButton('danger', t('meeting.cannotCome'), leaveIfSure, trouble);
  const save = actionButton('secondary', t('meeting.calendar'), saveCalendar, trouble);
  return h(
    'div',
    {},
    trouble,
    h(
      'div',
      { class: 'actions' },
      meeting.startsAt && meeting.status !== 'CANCELLED' && save,
      meeting.status === 'UPCOMING' && !hasStarted(meeting) && leave,
    ),
  );

  async function leaveIfSure() {
    const when = meeting.startsAt ? longDate(meeting.startsAt) : t('meeting.noTime');
    const which = [meeting.source.roomTitle, kindOf(meeting, category), when].filter(Boolean).join(' · ');
    if (!(await sure(t('meeting.cannotComeSure'), t('meeting.cannotCome'), which))) return;
    await api.cannotCome(meeting.id);
    say(t('meeting.cannotComeDone'));
    go('/meetings');
  }

  async function saveCalendar() {
    const address = URL.createObjectURL(await api.calendar(meeting.id));
    h('a', { href: address, download: 'moim.ics' }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }
}

/**
 * What one says of the others; nothing is said of those for whom nothing is chosen.
 *
 * @param {import('../api.js').Meeting} meeting
 * @param {import('../api.js').Rating[]} reviewed
 */
function reviewSection(meeting, reviewed) {
  const open = meeting.members.filter(
    ({ id }) => id !== session.member()?.id && !reviewed.some(({ memberId }) => memberId === id),
  );
  if (open.length === 0) return section(t('review.title'), h('p', {}, t('review.allDone')));
  const choices = open.map(({ id, nickname }) => ({ id, name: nickname ?? t('meeting.gone'), select: ratingSelect() }));
  return section(
    t('review.title'),
    h('p', { class: 'quiet-text' }, t('review.lead')),
    form({
      fields: choices.map(({ name, select }) => field(name, select, { pointer: '' })),
      submit: t('review.submit'),
      async onSubmit() {
        const chosen = choices.filter(({ select }) => select.value !== '');
        await api.review(
          meeting.id,
          chosen.map(({ id, select }) =>
            select.value === 'absent' ? { memberId: id, absent: true } : { memberId: id, stars: Number(select.value) },
          ),
        );
        say(t('review.done'));
        show();
      },
    }),
  );
}

function ratingSelect() {
  return h(
    'select',
    {},
    h('option', { value: '' }, t('review.nothing')),
    [5, 4, 3, 2, 1].map((stars) => h('option', { value: stars }, t('review.stars', { stars }))),
    h('option', { value: 'absent' }, t('review.absent')),
  );
}

/** One's activity points, and what they are made of. @param {import('../router.js').Visit} visit */
export async function scorePage({ signal }) {
  const categories = await api.categories();
  const total = h('p', { class: 'status' });
  const list = pagedList({
    async load(query) {
      const page = await api.ownScore(query, signal);
      total.textContent = t('score.total', { points: page.total });
      return page;
    },
    row: (/** @type {import('../api.js').ScoreEntry} */ entry) => scoreRow(entry, categories),
    empty: () => nothing(t('score.none')),
  });
  list.reload();
  return { title: t('score.title'), content: [total, list.element] };
}

/** @param {import('../api.js').ScoreEntry} entry @param {import('../api.js').Category[]} categories */
function scoreRow({ category, meetingId, reason, points, at }, categories) {
  const known = categories.find((one) => one.key === category);
  const text = tOr('score.reason.OTHER', `score.reason.${reason}`, {});
  return {
    element: h(
      'li',
      { class: 'card row' },
      h(
        'div',
        {},
        meetingId ? h('a', { href: `#/meetings/${meetingId}`, class: 'card-title' }, text) : h('p', {}, text),
        h('p', { class: 'quiet-text' }, [known ? nameIn(known.names) : category, shortDate(at)].join(' · ')),
      ),
      h('span', { class: 'badge' }, points > 0 ? `+${points}` : String(points)),
    ),
    update() {},
  };
}

/**
 * What a group has agreed on, and who is in it.
 *
 * @param {import('../api.js').Meeting} meeting
 * @param {import('../api.js').Category | undefined} category
 */
export function meetingCard(meeting, category) {
  return h(
    'div',
    { class: 'card' },
    meeting.startsAt && h('p', { class: 'when' }, h('time', { datetime: meeting.startsAt }, longDate(meeting.startsAt))),
    conditionList(category, meeting.agreed),
    h('h3', {}, t('meeting.people')),
    h('ul', { class: 'people' }, meeting.members.map(person)),
    h('dl', { class: 'terms' }, term(t('meeting.formed'), longDate(meeting.formedAt))),
    meeting.source.roomId && h('p', {}, h('a', { href: `#/rooms/${meeting.source.roomId}` }, t('meeting.toRoom'))),
  );
}

/** @param {import('../api.js').Somebody} person */
const person = ({ id, nickname }) =>
  h(
    'li',
    {},
    memberName(nickname && id, nickname ?? t('meeting.gone')),
    nickname && id !== session.member()?.id && blockButton(id, nickname),
  );

/**
 * What a meeting is for, and what the group has agreed on.
 *
 * @param {import('../api.js').Meeting} meeting
 * @param {import('../api.js').Category | undefined} category
 */
const kindOf = (meeting, category) =>
  [category ? nameIn(category.names) : meeting.category, ...describe(category, meeting.agreed).map(({ brief }) => brief)].join(' · ');

/**
 * A meeting in a list.
 *
 * @param {import('../api.js').Meeting} meeting
 * @param {import('../api.js').Category[]} categories
 */
export function meetingRow(meeting, categories) {
  const category = categories.find((one) => one.key === meeting.category);
  const kind = kindOf(meeting, category);
  const status = h('span', { class: 'badge' });
  update(meeting);
  return {
    element: h(
      'li',
      { class: 'card' },
      h(
        'a',
        { href: `#/meetings/${meeting.id}`, class: 'card-title' },
        meeting.source.roomTitle ?? kind,
      ),
      meeting.source.roomTitle && h('p', { class: 'quiet-text' }, kind),
      h('p', {}, meeting.startsAt ? shortDate(meeting.startsAt) : t('meeting.noTime')),
      h('p', { class: 'quiet-text' }, meeting.members.map(({ nickname }) => nickname ?? t('meeting.gone')).join(', ')),
      status,
    ),
    update,
  };

  /** @param {import('../api.js').Meeting} newer */
  function update(newer) {
    status.textContent = t(`meeting.status.${newer.status}`);
    status.hidden = newer.status === 'UPCOMING';
  }
}
