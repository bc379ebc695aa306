// @ts-check
/**
 * Conditions as people fill them in and read them. The form comes from the category's facets alone:
 * a category that the operator adds tomorrow needs nothing new here.
 */
import { freshId, h } from './dom.js';
import { field, group, tick } from './forms.js';
import { nameIn, t } from './i18n.js';
import { dateSpan, fromField, fullHourIn, minutesOf, toField } from './time.js';

/** @typedef {{ko: string, en: string}} Names */
/**
 * @typedef {object} Facet
 * @property {string} key
 * @property {Names} names
 * @property {'ONE_OF' | 'RANGE' | 'TIME_WINDOW'} kind
 * @property {{key: string, names: Names}[]} [options]
 * @property {number} [min]
 * @property {number} [max]
 * @property {string} [leastOverlap] ISO-8601
 */
/**
 * @typedef {object} Category
 * @property {string} key
 * @property {Names} names
 * @property {Facet[]} facets
 * @property {{min: number, max: number, default: number}} size
 * @property {string} patience ISO-8601
 */
/** @typedef {{from: string | number, to: string | number}} Span */
/** @typedef {Record<string, string[] | Span>} Condition by facet; one left out accepts everything */

/** @typedef {{element: HTMLElement, read: () => string[] | Span | null}} FacetField */

/** More levels than this are typed, not picked. */
const MOST_TO_PICK = 50;

/** The fields for each kind of facet. @type {Record<Facet['kind'], (facet: Facet, answer?: any) => FacetField>} */
const fieldsOf = { ONE_OF: optionsField, RANGE: levelsField, TIME_WINDOW: windowField };

/**
 * The fields for a category's facets, and what was filled in.
 *
 * @param {Category} category
 * @param {Condition} [filled] what stands there at first
 * @returns {{elements: HTMLElement[], read: () => Condition}}
 */
export function conditionFields(category, filled = {}) {
  const fields = category.facets.map((facet) => ({ key: facet.key, ...fieldsOf[facet.kind](facet, filled[facet.key]) }));
  return {
    elements: fields.map((one) => one.element),
    read() {
      /** @type {Condition} */
      const condition = {};
      for (const { key, read } of fields) {
        const answer = read();
        if (answer !== null) condition[key] = answer;
      }
      return condition;
    },
  };
}

/**
 * The category to choose and its facets' fields below. What was filled in for a category is still
 * there when one comes back to it.
 *
 * @param {Category[]} categories
 * @param {string | null} chosen
 * @param {(category: Category) => Node[]} more what else is asked for a category
 */
export function categoryFields(categories, chosen, more) {
  const select = h(
    'select',
    { name: 'category', onchange: show },
    categories.map((category) =>
      h('option', { value: category.key, selected: category.key === chosen }, nameIn(category.names)),
    ),
  );
  const below = h('div', { class: 'facets' });
  const filled = categories.map((category) => {
    const fields = conditionFields(category);
    return { category, fields, element: h('div', {}, fields.elements, more(category)) };
  });
  show();
  return {
    elements: [field(t('facet.category'), select, { pointer: '/category' }), below],
    read: () => ({ category: select.value, condition: current().fields.read() }),
    current: () => current().category,
  };

  function current() {
    return filled[Math.max(0, select.selectedIndex)];
  }
  function show() {
    below.replaceChildren(current().element);
  }
}

/** @param {Facet} facet @param {string[]} [chosen] @returns {FacetField} */
function optionsField(facet, chosen = []) {
  const boxes = (facet.options ?? []).map((option) => ({
    option,
    input: h('input', { type: 'checkbox', name: `${facet.key}.${option.key}`, checked: chosen.includes(option.key) }),
  }));
  const chips = boxes.map(({ option, input }) => tick(nameIn(option.names), input, 'chip'));
  return {
    element: group(nameIn(facet.names), [h('div', { class: 'chips' }, chips)], about(facet, t('facet.anyOption'))),
    read() {
      const chosen = boxes.filter(({ input }) => input.checked).map(({ option }) => option.key);
      return chosen.length === 0 ? null : chosen;
    },
  };
}

/** @param {Facet} facet @param {Span} [span] @returns {FacetField} */
function levelsField(facet, span) {
  const { min = 0, max = 0 } = facet;
  const from = levelInput(facet, 'from');
  const to = levelInput(facet, 'to');
  if (span) [from.value, to.value] = [String(span.from), String(span.to)];
  return {
    element: group(
      nameIn(facet.names),
      [h('div', { class: 'pair' }, labelled(t('facet.from'), from), labelled(t('facet.to'), to))],
      about(facet, t('facet.levels', { min, max })),
    ),
    read() {
      if (from.value === '' && to.value === '') return null;
      return { from: Number(from.value || min), to: Number(to.value || max) };
    },
  };
}

/** @param {Facet} facet @param {string} end */
function levelInput({ key, min = 0, max = 0 }, end) {
  const name = `${key}.${end}`;
  if (max - min >= MOST_TO_PICK) return h('input', { type: 'number', name, min, max });
  const levels = Array.from({ length: max - min + 1 }, (_, i) => min + i);
  return h(
    'select',
    { name },
    h('option', { value: '' }, t('facet.any')),
    levels.map((level) => h('option', { value: level }, level)),
  );
}

/** @param {Facet} facet @param {Span} [span] @returns {FacetField} */
function windowField(facet, span) {
  const earliest = toField(new Date());
  const from = h('input', { type: 'datetime-local', name: `${facet.key}.from`, min: earliest });
  const to = h('input', { type: 'datetime-local', name: `${facet.key}.to`, min: earliest });
  if (span) [from.value, to.value] = [toField(new Date(span.from)), toField(new Date(span.to))];
  const least = minutesOf(facet.leastOverlap ?? '');
  const hours = Math.max(3, Math.ceil(least / 60));
  const fillIn = h(
    'button',
    {
      type: 'button',
      class: 'link',
      onclick() {
        from.value = toField(fullHourIn(0));
        to.value = toField(fullHourIn(hours));
      },
    },
    t('facet.nextHours', { n: hours }),
  );
  return {
    element: group(
      nameIn(facet.names),
      [h('div', { class: 'pair wide' }, labelled(t('facet.from'), from), labelled(t('facet.to'), to)), fillIn],
      about(facet, t('facet.window', { n: least })),
    ),
    read() {
      if (from.value === '' && to.value === '') return null;
      return { from: fromField(from.value) ?? '', to: fromField(to.value) ?? '' };
    },
  };
}

/** @param {Facet} facet @param {string} hint */
const about = (facet, hint) => ({ pointer: `/condition/${facet.key}`, hint });

/** @param {string} text @param {HTMLInputElement | HTMLSelectElement} input */
function labelled(text, input) {
  input.id = freshId();
  return h('div', {}, h('label', { for: input.id }, text), input);
}

/**
 * A condition in words, one pair for each facet that asks for something.
 *
 * @param {Category | undefined} category undefined if it is no longer configured
 * @param {Condition} condition
 * @returns {{name: string, text: string, brief: string}[]} brief: what says it all without the name
 */
export function describe(category, condition) {
  return (category?.facets ?? [])
    .filter((facet) => condition[facet.key])
    .map((facet) => {
      const name = nameIn(facet.names);
      const text = answerText(facet, condition[facet.key]);
      return { name, text, brief: facet.kind === 'RANGE' ? `${name} ${text}` : text };
    });
}

/** @param {Facet} facet @param {string[] | Span} answer */
function answerText(facet, answer) {
  if (Array.isArray(answer)) {
    return answer
      .map((key) => facet.options?.find((option) => option.key === key))
      .map((option, i) => (option ? nameIn(option.names) : answer[i]))
      .join(', ');
  }
  if (typeof answer.from === 'string') return dateSpan(answer.from, String(answer.to));
  return answer.from === answer.to ? String(answer.from) : `${answer.from}–${answer.to}`;
}

/** What people call a facet. @param {Category | undefined} category @param {string} key */
export function facetName(category, key) {
  const facet = category?.facets.find((one) => one.key === key);
  return facet ? nameIn(facet.names) : key;
}

/** What the steps of a relaxation are about. @param {Category | undefined} category @param {string[]} steps */
export const stepNames = (category, steps) =>
  steps.map((step) => (step === 'size' ? t('match.size') : facetName(category, step))).join(', ');

/** A condition as a list of terms. @param {Category | undefined} category @param {Condition} condition */
export function conditionList(category, condition) {
  return h(
    'dl',
    { class: 'terms' },
    category && term(t('facet.category'), nameIn(category.names)),
    describe(category, condition).map(({ name, text }) => term(name, text)),
  );
}

/** One term and its value. @param {string} name @param {string | Node} value */
export const term = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, value));
