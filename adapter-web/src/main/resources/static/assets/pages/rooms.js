// @ts-check
/** The rooms that one may look into. */
import * as api from '../api.js';
import { fill, h, setText } from '../dom.js';
import { describe } from '../facets.js';
import { field, tick } from '../forms.js';
import { nameIn, t, tOr } from '../i18n.js';
import { nothing, pagedList } from '../list.js';
import { every } from '../live.js';
import { rename } from '../router.js';
import { shortDate } from '../time.js';

/** More levels than this are not offered one by one. */
const MOST_LEVELS = 50;

/** @param {import('../router.js').Visit} visit */
export async function roomsPage({ query, signal }) {
  const categories = await api.categories();
  const category = h(
    'select',
    { name: 'category', onchange: choose },
    h('option', { value: '' }, t('rooms.allCategories')),
    categories.map((one) =>
      h('option', { value: one.key, selected: one.key === query.get('category') }, nameIn(one.names)),
    ),
  );
  const hasSeats = h('input', { type: 'checkbox', checked: query.has('hasSeats'), onchange: filter });
  const mine = h('input', { type: 'checkbox', checked: query.has('mine'), onchange: filter });
  const facets = h('div', { class: 'filters' });
  /** @type {HTMLSelectElement[]} */
  let asked = [];
  showFacets();
  const list = pagedList({
    load: (page) => api.rooms({ ...page, ...chosen(), ...stretch() }, signal),
    row: (/** @type {import('../api.js').Room} */ room) => roomRow(room, categories),
    empty: () =>
      nothing(t('rooms.none'), h('a', { href: '#/rooms/new', class: 'button secondary' }, t('home.open'))),
  });
  list.reload();
  every(signal, 5, list.refresh);

  return {
    title: t('rooms.title'),
    content: [
      h(
        'div',
        { class: 'filters' },
        field(t('facet.category'), category, { pointer: '' }),
        tick(t('rooms.hasSeats'), hasSeats, 'chip'),
        tick(t('rooms.mine'), mine, 'chip'),
        h('a', { href: '#/rooms/new', class: 'button primary' }, t('home.open')),
      ),
      facets,
      list.element,
    ],
  };

  function choose() {
    showFacets();
    filter();
  }

  /** A choice for each facet of the category; windows of time are not among them. */
  function showFacets() {
    const known = categories.find((one) => one.key === category.value)?.facets ?? [];
    const fields = known
      .map((facet) => ({ facet, choices: choicesOf(facet) }))
      .filter(({ choices }) => choices.length > 0)
      .map(({ facet, choices }) => {
        const select = h(
          'select',
          { name: facet.key, onchange: filter },
          h('option', { value: '' }, t('facet.any')),
          choices.map(({ value, text }) => h('option', { value, selected: query.get(facet.key) === value }, text)),
        );
        return { select, field: field(nameIn(facet.names), select, { pointer: '' }) };
      });
    asked = fields.map(({ select }) => select);
    fill(facets, fields.map((one) => one.field));
  }

  function chosen() {
    const values = Object.fromEntries(asked.map((select) => [select.name, select.value]));
    return { ...values, category: category.value, hasSeats: hasSeats.checked, mine: mine.checked };
  }
  /** Of one's own rooms the past ones, too. */
  function stretch() {
    return mine.checked ? { sort: 'newest' } : { status: 'OPEN' };
  }

  function filter() {
    const wanted = Object.entries(chosen()).filter(([, value]) => value);
    const search = new URLSearchParams(wanted.map(([name, value]) => [name, String(value)]));
    rename(wanted.length ? `/rooms?${search}` : '/rooms');
    list.reload();
  }
}

/** What may be asked of a facet. @param {import('../facets.js').Facet} facet */
function choicesOf({ options, min, max }) {
  if (options) return options.map(({ key, names }) => ({ value: key, text: nameIn(names) }));
  if (min === undefined || max === undefined || max - min >= MOST_LEVELS) return [];
  return Array.from({ length: max - min + 1 }, (_, i) => ({ value: String(min + i), text: String(min + i) }));
}

/** Whether nobody can join but those for whom a seat is kept. @param {import('../api.js').Room} room */
export const isFull = ({ seats, waitList }) => seats.taken + waitList.offered >= seats.capacity;

/** How many are in a room, and whether there is a seat for others. @param {import('../api.js').Room} room */
export function seatsText(room) {
  const { taken, capacity } = room.seats;
  const kept = room.waitList.offered;
  if (!isFull(room)) return t('room.seats', { taken, capacity });
  return kept > 0 ? t('room.kept', { taken, capacity, kept }) : t('room.full', { taken, capacity });
}

/**
 * A room in a list.
 *
 * @param {import('../api.js').Room} room
 * @param {import('../api.js').Category[]} categories
 */
export function roomRow(room, categories) {
  const category = categories.find((one) => one.key === room.category);
  const title = h('a', { href: `#/rooms/${room.id}`, class: 'card-title' });
  const when = h('time');
  const about = h('p', { class: 'quiet-text' });
  const seats = h('span', { class: 'seats' });
  const status = h('p', { class: 'status' });
  update(room);
  return {
    element: h('li', { class: 'card' }, title, h('p', {}, when), about, status, seats),
    update,
  };

  /** @param {import('../api.js').Room} newer */
  function update(newer) {
    const wishes = describe(category, newer.condition).map(({ brief }) => brief);
    setText(title, newer.title);
    when.dateTime = newer.meetsAt;
    setText(when, shortDate(newer.meetsAt));
    setText(about, [category ? nameIn(category.names) : newer.category, ...wishes].join(' · '));
    status.hidden = newer.status === 'OPEN';
    setText(status, tOr('room.status.OTHER', `room.status.${newer.status}`, {}));
    seats.hidden = newer.status !== 'OPEN';
    setText(seats, seatsText(newer));
    seats.classList.toggle('full', isFull(newer));
  }
}
