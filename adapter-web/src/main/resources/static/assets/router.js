// @ts-check
/**
 * Which page is shown. The address after `#` is a path such as `/rooms/7?from=x`; a page is an async
 * function that gets a visit and returns what to show. Leaving a page aborts the visit's signal,
 * which ends everything that the page had going on.
 */
import { fill, h, setText } from './dom.js';
import { t } from './i18n.js';

/**
 * @typedef {object} Visit
 * @property {Record<string, string>} parameters what stands at the `{…}` of the pattern
 * @property {URLSearchParams} query
 * @property {AbortSignal} signal
 */
/** @typedef {{title: string, content: (Node | false | null)[]}} Shown */
/** @typedef {(visit: Visit) => Promise<Shown> | Shown} PageFunction */
/**
 * @typedef {object} Route
 * @property {string} pattern
 * @property {PageFunction} page
 * @property {boolean} [open] whether it is for everybody, signed in or not
 * @property {boolean} [alwaysOwn] whether it stays open to members who are blocked or have left
 * @property {string} [role] the least role that it is for
 */
/** @typedef {(route: Route) => Promise<string | null>} Gate another path to show instead, if any */

/** How long a page may take before one is told that it is being loaded. */
const HOLD_MS = 150;

const main = /** @type {HTMLElement} */ (document.getElementById('main'));

/** @type {Route[]} */
let routes = [];
/** @type {Gate} */
let gate = async () => null;
let leaving = new AbortController();

/** @param {Route[]} known @param {Gate} guard */
export function start(known, guard) {
  routes = known;
  gate = guard;
  window.addEventListener('hashchange', () => show());
  return show(false);
}

/** The path that is shown. */
export const here = () => (location.hash.startsWith('#/') ? location.hash.slice(1) : '/');

/** Goes to a path. @param {string} path */
export function go(path) {
  if (path === here()) show();
  else location.hash = path;
}

/** Goes to a path that takes the present one's place in the history. @param {string} path */
export function goInstead(path) {
  rename(path);
  show();
}

/** Changes the address without showing another page. @param {string} path */
export function rename(path) {
  history.replaceState(null, '', `#${path}`);
}

/** Shows the page of the present address. @param {boolean} [moveFocus] */
export async function show(moveFocus = true) {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const [path, search = ''] = here().split('?', 2);
  const { route, parameters } = find(path);
  markPlace(path);
  const hold = setTimeout(() => fill(main, loading()), HOLD_MS);
  /** @type {Shown} */
  let shown;
  try {
    const instead = await gate(route);
    if (signal.aborted) return;
    if (instead !== null) return goInstead(instead);
    shown = await route.page({ parameters, query: new URLSearchParams(search), signal });
  } catch (problem) {
    shown = { title: t('page.failed'), content: [failure(problem, () => show())] };
  } finally {
    clearTimeout(hold);
  }
  if (signal.aborted) return;
  const heading = h('h1', { tabindex: '-1' });
  fill(main, heading, ...shown.content);
  retitle(shown.title);
  if (moveFocus) {
    window.scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }
}

/** Gives another title to the page that is shown. @param {string} title */
export function retitle(title) {
  setText(/** @type {Element} */ (main.querySelector('h1')), title);
  document.title = `${title} · ${t('brand')}`;
}

/** What stands where something is on its way. */
export const loading = () => h('p', { class: 'loading', role: 'status' }, t('page.loading'));

/** What stands where something could not be loaded. @param {unknown} problem @param {() => void} again */
export function failure(problem, again) {
  const text = problem instanceof Error ? problem.message : t('problem.unknown');
  return h(
    'div',
    { class: 'failure', role: 'alert' },
    h('p', {}, text),
    h('button', { type: 'button', class: 'secondary', onclick: again }, t('page.again')),
  );
}

/** @param {string} path @returns {{route: Route, parameters: Record<string, string>}} */
function find(path) {
  const wanted = path.split('/');
  for (const route of routes) {
    const parts = route.pattern.split('/');
    /** @type {Record<string, string>} */
    const parameters = {};
    const fits =
      parts.length === wanted.length &&
      parts.every((part, i) => {
        if (!part.startsWith('{')) return part === wanted[i];
        parameters[part.slice(1, -1)] = wanted[i];
        return /^[\w-]+$/.test(wanted[i]);
      });
    if (fits) return { route, parameters };
  }
  return { route: { pattern: '', page: nothingHere, open: true }, parameters: {} };
}

/** @returns {Shown} */
export function nothingHere() {
  return {
    title: t('page.nothingHere'),
    content: [h('p', {}, h('a', { href: '#/' }, t('page.toHome')))],
  };
}

/** @param {string} path */
function markPlace(path) {
  for (const link of document.querySelectorAll('#places a')) {
    const place = /** @type {string} */ (link.getAttribute('href')).slice(1);
    const isHere = place === '/' ? path === '/' : path.startsWith(place);
    if (isHere) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
