// @ts-check
/** Meetings, coming and past. */
import * as api from '../api.js';
import { blockButton } from '../blocking.js';
import { h } from '../dom.js';
import { conditionList, describe, term } from '../facets.js';
import { nameIn, t } from '../i18n.js';
import { nothing, pagedList } from '../list.js';
import * as session from '../session.js';
import { longDate, shortDate } from '../time.js';
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
  return { title: t('meetings.title'), content: [list.element] };
}

/** @param {import('../router.js').Visit} visit */
export async function meetingPage({ parameters, signal }) {
  const [categories, meeting] = await Promise.all([api.categories(), api.meeting(parameters.id, signal)]);
  const category = categories.find((one) => one.key === meeting.category);
  return {
    title: category ? t('meeting.title', { category: nameIn(category.names) }) : t('meetings.title'),
    content: [
      meeting.status !== 'UPCOMING' && h('p', { class: 'status' }, t(`meeting.status.${meeting.status}`)),
      meetingCard(meeting, category),
      h('p', {}, h('a', { href: '#/meetings' }, t('room.toMeetings'))),
    ],
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
 * A meeting in a list.
 *
 * @param {import('../api.js').Meeting} meeting
 * @param {import('../api.js').Category[]} categories
 */
export function meetingRow(meeting, categories) {
  const category = categories.find((one) => one.key === meeting.category);
  const agreed = describe(category, meeting.agreed).map(({ brief }) => brief);
  const status = h('span', { class: 'badge' });
  update(meeting);
  return {
    element: h(
      'li',
      { class: 'card' },
      h(
        'a',
        { href: `#/meetings/${meeting.id}`, class: 'card-title' },
        [category ? nameIn(category.names) : meeting.category, ...agreed].join(' · '),
      ),
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
