// @ts-check
/** Asking to be matched. */
import * as api from '../api.js';
import { h, say } from '../dom.js';
import { categoryFields } from '../facets.js';
import { form, group } from '../forms.js';
import { Problem } from '../http.js';
import { t } from '../i18n.js';
import { go, goInstead } from '../router.js';

/** @param {import('../router.js').Visit} visit */
export async function matchPage({ query }) {
  const categories = await api.categories();
  /** @type {Map<string, {min: HTMLSelectElement, max: HTMLSelectElement}>} */
  const sizes = new Map();
  const what = categoryFields(categories, query.get('category'), (category) => [sizeFields(category)]);
  return {
    title: t('match.title'),
    content: [
      h('p', { class: 'lead' }, t('match.lead')),
      form({ fields: what.elements, submit: t('match.submit'), onSubmit }),
    ],
  };

  async function onSubmit() {
    const chosen = what.read();
    const size = /** @type {{min: HTMLSelectElement, max: HTMLSelectElement}} */ (sizes.get(chosen.category));
    await toRequest(() =>
      api.submitMatchRequest({
        ...chosen,
        size: { min: Number(size.min.value), max: Number(size.max.value) },
      }),
    );
  }

  /** @param {import('../api.js').Category} category */
  function sizeFields({ key, size }) {
    const min = sizeSelect(size, `${key}.min`, size.min);
    const max = sizeSelect(size, `${key}.max`, size.default);
    sizes.set(key, { min, max });
    return group(
      t('match.size'),
      [h('div', { class: 'pair' }, labelled(t('match.sizeMin'), min), labelled(t('match.sizeMax'), max))],
      { pointer: '/size', hint: t('match.sizeHint') },
    );
  }
}

/**
 * Goes to the request that was made, or to the one that waits in this category already.
 *
 * @param {() => Promise<import('../api.js').MatchRequest>} submit
 * @param {boolean} [instead] whether it takes the present page's place
 */
export async function toRequest(submit, instead = false) {
  /** @param {string} id */
  const show = (id) => (instead ? goInstead : go)(`/match-requests/${id}`);
  try {
    show((await submit()).id);
  } catch (problem) {
    const live = problem instanceof Problem && problem.code === 'LIVE_REQUEST_EXISTS' && problem.details.matchRequestId;
    if (!live) throw problem;
    say(t('match.already'));
    show(live);
  }
}

/** @param {{min: number, max: number}} size @param {string} name @param {number} chosen */
function sizeSelect({ min, max }, name, chosen) {
  const counts = Array.from({ length: max - min + 1 }, (_, i) => min + i);
  return h(
    'select',
    { name },
    counts.map((n) => h('option', { value: n, selected: n === chosen }, t('match.people', { n }))),
  );
}

/** @param {string} text @param {HTMLSelectElement} input */
const labelled = (text, input) => h('label', {}, h('span', {}, text), input);
