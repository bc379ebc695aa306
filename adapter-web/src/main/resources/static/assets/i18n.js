// @ts-check
/** What the pages say, in Korean or English. */
import { english } from './words-en.js';
import { korean } from './words-ko.js';

/** @typedef {'ko' | 'en'} Language */
/** @typedef {keyof typeof korean} Key */

const STORED_AS = 'moim.language';

/** @type {Language} */
let chosen = remembered() ?? (navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en');

export const language = () => chosen;

/** @param {Language} wanted */
export function speak(wanted) {
  chosen = wanted;
  try {
    localStorage.setItem(STORED_AS, wanted);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
  translateFrame();
}

/** Speaks as the member has set it, without keeping that for whoever uses the browser next.
 *  @param {Language} wanted */
export function follow(wanted) {
  if (wanted === chosen) return;
  chosen = wanted;
  translateFrame();
}

/**
 * The text of a key, `{name}` replaced by the value of that name. In English a text may differ for
 * one: `one person|{n} people` is chosen by `n`.
 *
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const [one, many = one] = (chosen === 'ko' ? korean : english)[key].split('|');
  const text = values.n === 1 ? one : many;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/**
 * The text of a key that the server has a part in, or another where these pages do not know it.
 *
 * @param {Key} otherwise
 * @param {string} key
 * @param {Record<string, string | number>} values
 */
export const tOr = (otherwise, key, values) =>
  t(key in korean ? /** @type {Key} */ (key) : otherwise, values);

/** What a thing is called in the reader's language. @param {{ko: string, en: string}} names */
export const nameIn = (names) => names[chosen];

/** A share as people read it: "40%". @param {number} share from 0 to 1 */
export const percent = (share) => new Intl.NumberFormat(chosen, { style: 'percent' }).format(share);

/** Writes what stands in the frame around the pages. */
export function translateFrame() {
  document.documentElement.lang = chosen;
  for (const element of document.querySelectorAll('[data-say]')) {
    element.textContent = t(/** @type {Key} */ (element.getAttribute('data-say')));
  }
}

/** @returns {Language | null} */
function remembered() {
  try {
    const stored = localStorage.getItem(STORED_AS);
    return stored === 'ko' || stored === 'en' ? stored : null;
  } catch {
    return null;
  }
}
