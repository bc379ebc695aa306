// @ts-check
/** Asking to be matched. */
import * as api from '../api.js';
import { h } from '../dom.js';
import { categoryFields, facetName } from '../facets.js';
import { field, form, group, tick } from '../forms.js';
import { t } from '../i18n.js';
import { invitationsSection } from '../invitations.js';
import { every } from '../live.js';
import { toRequest } from '../match-requests.js';
import { minutesOf, now, timeInWords } from '../time.js';

const MOST_FRIENDS = 3;
const MINUTE_MS = 60_000;

/** For how many minutes one may wait; a little less than a day, which is the most. */
const PATIENCES = [10, 30, 60, 120, 240, 480, 720, 1439];

/**
 * What is asked for a category besides its facets.
 *
 * @typedef {object} CategoryWishes
 * @property {HTMLElement[]} elements
 * @property {() => {size: {min: number, max: number}, expiresAt?: string, relax: string[]}} read
 * @property {(pool: import('../api.js').Pool | undefined) => void} tell how many wait there
 */

/** @param {import('../router.js').Visit} visit */
export async function matchPage({ query, signal }) {
  const [categories, pools] = await Promise.all([api.categories(), api.pools(signal)]);
  /** @type {Map<string, CategoryWishes>} */
  const wishes = new Map();
  const what = categoryFields(categories, query.get('category'), (category) => {
    const wish = categoryWishes(category, pools.get(category.key)?.relaxations ?? []);
    wishes.set(category.key, wish);
    return wish.elements;
  });
  const party = partyFields();
  const fillRooms = h('input', { type: 'checkbox', name: 'fillRooms' });
  tellWaiting(pools);
  if (pools.size) every(signal, 5, async () => tellWaiting(await api.pools(signal)));

  return {
    title: t('match.title'),
    content: [
      invitationsSection(categories, signal),
      h('p', { class: 'lead' }, t('match.lead')),
      form({
        fields: [...what.elements, party.element, tick(t('match.fillRooms'), fillRooms)],
        submit: t('match.submit'),
        onSubmit,
      }),
    ],
  };

  async function onSubmit() {
    const chosen = what.read();
    const wish = /** @type {CategoryWishes} */ (wishes.get(chosen.category));
    const asked = { ...chosen, ...wish.read(), fillRooms: fillRooms.checked, party: party.read() };
    await toRequest(() => api.submitMatchRequest(asked));
  }

  /** @param {Map<string, import('../api.js').Pool>} latest */
  function tellWaiting(latest) {
    for (const [key, wish] of wishes) wish.tell(latest.get(key));
  }
}

/** @param {import('../api.js').Category} category @param {import('../api.js').Relaxation[]} steps @returns {CategoryWishes} */
function categoryWishes(category, steps) {
  const { key, size } = category;
  const waiting = h('p', { class: 'lead', hidden: true });
  const min = sizeSelect(size, `${key}.min`, size.min);
  const max = sizeSelect(size, `${key}.max`, size.default);
  const patience = patienceSelect(category);
  const boxes = steps.map((step) => ({
    step,
    input: h('input', { type: 'checkbox', name: `${key}.relax.${step.name}` }),
  }));
  return {
    elements: [
      group(
        t('match.size'),
        [h('div', { class: 'pair' }, labelled(t('match.sizeMin'), min), labelled(t('match.sizeMax'), max))],
        { pointer: '/size', hint: t('match.sizeHint') },
      ),
      field(t('match.patience'), patience, { pointer: '/expiresAt' }),
      ...(steps.length === 0
        ? []
        : [
            group(
              t('match.relax'),
              boxes.map(({ step, input }) => tick(stepText(category, step), input)),
              { pointer: '/relax', hint: t('match.relaxHint') },
            ),
          ]),
      waiting,
    ],
    read: () => ({
      size: { min: Number(min.value), max: Number(max.value) },
      ...(patience.value === '' ? {} : { expiresAt: inMinutes(Number(patience.value)) }),
      relax: boxes.filter(({ input }) => input.checked).map(({ step }) => step.name),
    }),
    tell(pool) {
      waiting.hidden = pool === undefined;
      waiting.textContent = pool ? t('match.waitingHere', { n: pool.waiting }) : '';
    },
  };
}

/** The friends who are to come along, by nickname. */
function partyFields() {
  const friends = Array.from({ length: MOST_FRIENDS }, (_, i) => {
    const input = h('input', { name: `party.${i}`, autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' });
    return { input, element: field(t('match.friend', { number: i + 1 }), input, { pointer: `/party/${i}` }) };
  });
  const fields = h('div', { class: 'pair' }, friends.map((one) => one.element));
  return {
    element: group(t('match.party'), [fields], { pointer: '/party', hint: t('match.partyHint') }),
    /** Fields that are left empty are not sent, and the others' places count without them. */
    read() {
      const named = friends.filter(({ input }) => input.value.trim() !== '');
      for (const { element } of friends) element.setAttribute('data-pointer', '/party/none');
      named.forEach(({ element }, i) => element.setAttribute('data-pointer', `/party/${i}`));
      return named.map(({ input }) => input.value.trim());
    },
  };
}

/** @param {number} minutes */
const inMinutes = (minutes) => new Date(now() + minutes * MINUTE_MS).toISOString();

/** @param {import('../api.js').Category} category @param {import('../api.js').Relaxation} step */
function stepText(category, { name, facet, least, afterSeconds }) {
  const after = timeInWords(afterSeconds);
  return least === undefined
    ? t('match.relaxFacet', { after, facet: facetName(category, facet ?? name) })
    : t('match.relaxSize', { after, least });
}

/** @param {import('../api.js').Category} category */
function patienceSelect({ key, patience }) {
  const usual = minutesOf(patience);
  return h(
    'select',
    { name: `${key}.patience` },
    h('option', { value: '' }, t('match.patienceUsual', { time: timeInWords(usual * 60) })),
    PATIENCES.filter((minutes) => Math.abs(minutes - usual) > 1).map((minutes) =>
      h('option', { value: minutes }, timeInWords(minutes * 60)),
    ),
  );
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
