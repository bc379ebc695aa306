// @ts-check
/** Lists that come in pages, with their empty, loading and error states. */
import { arrange, fill, h } from './dom.js';
import { t } from './i18n.js';
import { failure, loading } from './router.js';

const PAGE = 20;
const MOST = 100;

/**
 * @template {{id: string}} T
 * @typedef {object} Source
 * @property {(query: {limit: number, cursor?: string}) => Promise<import('./api.js').Page<T>>} load
 * @property {(item: T) => {element: HTMLElement, update: (item: T) => void}} row
 * @property {() => Node} empty
 * @property {number} [limit] how many at first
 */

/**
 * A list that loads on at a tap. `reload` starts it anew; `refresh` brings what is shown up to date
 * without touching rows that stay.
 *
 * @template {{id: string}} T
 * @param {Source<T>} source
 */
export function pagedList({ load, row, empty, limit = PAGE }) {
  const rows = h('ul', { class: 'cards' });
  const below = h('div', { class: 'below' });
  const element = h('div', { class: 'list' }, rows, below);
  /** @type {Map<string, {element: HTMLElement, update: (item: T) => void}>} */
  let shown = new Map();
  /** @type {string | undefined} */
  let cursor;
  let turn = 0;

  return { element, reload, refresh };

  async function reload() {
    shown = new Map();
    arrange(rows, []);
    await loadMore(undefined);
  }

  /** @param {string | undefined} from */
  async function loadMore(from) {
    const mine = ++turn;
    fill(below, loading());
    try {
      const page = await load({ limit, cursor: from });
      if (mine !== turn) return;
      page.items.forEach(place);
      finish(page.nextCursor);
    } catch (problem) {
      if (mine === turn) fill(below, failure(problem, () => loadMore(from)));
    }
  }

  async function refresh() {
    const mine = turn;
    const page = await load({ limit: Math.min(MOST, Math.max(limit, shown.size)) });
    if (mine !== turn) return;
    if (shown.size > MOST) {
      page.items.filter(({ id }) => shown.has(id)).forEach(place);
      return;
    }
    const before = shown;
    shown = new Map();
    for (const item of page.items) {
      const known = before.get(item.id);
      if (known) shown.set(item.id, known);
      place(item);
    }
    finish(page.nextCursor);
  }

  /** @param {T} item */
  function place(item) {
    const known = shown.get(item.id);
    if (known) known.update(item);
    else shown.set(item.id, row(item));
  }

  /** @param {string | undefined} next */
  function finish(next) {
    cursor = next ?? undefined;
    arrange(rows, [...shown.values()].map((one) => one.element));
    rows.hidden = shown.size === 0;
    if (shown.size === 0) fill(below, empty());
    else if (cursor === undefined) fill(below);
    else if (!below.querySelector('.more')) fill(below, more());
  }

  function more() {
    return h(
      'button',
      { type: 'button', class: 'secondary more', onclick: () => loadMore(cursor) },
      t('list.more'),
    );
  }
}

/**
 * A short list that comes as a whole. `reload` shows it as it is now.
 *
 * @template T
 * @param {{load: () => Promise<{items: T[]}>, row: (item: T) => HTMLElement, empty: () => Node}} source
 */
export function wholeList({ load, row, empty }) {
  const element = h('div', { class: 'list' }, loading());
  let turn = 0;
  return { element, reload };

  async function reload() {
    const mine = ++turn;
    try {
      const { items } = await load();
      if (mine !== turn) return;
      fill(element, items.length ? h('ul', { class: 'cards' }, items.map(row)) : empty());
    } catch (problem) {
      if (mine === turn) fill(element, failure(problem, reload));
    }
  }
}

/** What stands where a list has nothing. @param {string} text @param {Node} [wayOn] */
export const nothing = (text, wayOn) => h('div', { class: 'empty' }, h('p', {}, text), wayOn);
