// @ts-check
/** How the pools of random matching work, and what other policies would have achieved; for admins. */
import * as api from '../api.js';
import { fill, h, section } from '../dom.js';
import { term } from '../facets.js';
import { field, form, group, tick } from '../forms.js';
import { nameIn, percent, t, tOr } from '../i18n.js';
import { nothing } from '../list.js';
import { longDate, timeInWords } from '../time.js';
import { adminPlaces } from './admin.js';

/** By the names that the server knows. */
const POLICIES = [
  'default',
  'no-joiners',
  'no-relaxation',
  'no-rescue',
  'no-rearranging',
  'oldest-first',
  'patient',
  'every-minute',
  'every-5-minutes',
  'plain',
];

/** @param {import('../router.js').Visit} visit */
export async function adminPoolsPage({ signal }) {
  const [categories, { items }] = await Promise.all([api.categories(), api.poolInspections(signal)]);
  return {
    title: t('admin.pools'),
    content: [
      adminPlaces('/admin/pools'),
      items.map((pool) => poolSection(pool, categoryName(categories, pool.category))),
      dryRunSection(categories),
    ],
  };
}

/** @param {import('../facets.js').Category[]} categories @param {string} key */
function categoryName(categories, key) {
  const category = categories.find((one) => one.key === key);
  return category ? nameIn(category.names) : key;
}

/** @param {import('../api.js').PoolInspection} pool @param {string} name */
function poolSection({ waiting, oldestSeconds, openGroups, lastHour, timeToMatchSeconds, decisions }, name) {
  return section(
    name,
    h(
      'dl',
      { class: 'terms' },
      term(t('pools.waiting'), String(waiting)),
      oldestSeconds !== undefined && term(t('pools.oldest'), timeInWords(oldestSeconds)),
      term(t('pools.openGroups'), String(openGroups)),
      term(t('pools.lastHour'), t('pools.rates', { ...lastHour })),
      timeToMatchSeconds !== undefined && term(t('pools.timeToMatch'), timeInWords(timeToMatchSeconds)),
    ),
    decisions.length === 0
      ? nothing(t('pools.noDecisions'))
      : h(
          'details',
          {},
          h('summary', {}, t('pools.decisions', { n: decisions.length })),
          h('ul', {}, decisions.map(decisionRow)),
        ),
  );
}

/** @param {import('../api.js').PoolDecision} decision */
function decisionRow({ at, kind, people, reason }) {
  const why = reason ? tOr('pools.reason.OTHER', `pools.reason.${reason}`, { reason }) : '';
  const what = tOr('pools.kind.OTHER', `pools.kind.${kind}`, { kind });
  return h('li', {}, t('pools.decision', { at: longDate(at), what, people, why }));
}

/** @param {import('../facets.js').Category[]} categories */
function dryRunSection(categories) {
  const category = h(
    'select',
    { name: 'category' },
    categories.map(({ key, names }) => h('option', { value: key }, nameIn(names))),
  );
  const date = h('input', { type: 'date', name: 'date' });
  const boxes = POLICIES.map((value) => h('input', { type: 'checkbox', value, checked: value === 'default' }));
  const result = h('div', { 'aria-live': 'polite' });
  return section(
    t('pools.dryRun'),
    h('p', { class: 'hint' }, t('pools.dryRunHint')),
    form({
      fields: [
        h(
          'div',
          { class: 'pair' },
          field(t('pools.category'), category, { pointer: '/category' }),
          field(t('pools.date'), date, { pointer: '/date', hint: t('pools.today') }),
        ),
        group(
          t('pools.policies'),
          boxes.map((box) => tick(box.value, box)),
          { pointer: '/policies', hint: t('pools.upTo') },
        ),
      ],
      submit: t('pools.try'),
      async onSubmit() {
        fill(result);
        const policies = boxes.filter((box) => box.checked).map((box) => box.value);
        fill(result, runTable(await api.dryRun(category.value, policies, date.value)));
      },
    }),
    result,
  );
}

/** @param {import('../api.js').DryRun} run */
function runTable({ happened, policies }) {
  /** @param {...string} cells */
  const row = (...cells) =>
    h(
      'tr',
      {},
      cells.map((cell, place) => (place === 0 ? h('th', { scope: 'row' }, cell) : h('td', {}, cell))),
    );
  const heads = ['policy', 'matched', 'rate', 'meanSize', 'p50', 'p95', 'relaxed'];
  return [
    h('p', {}, t('pools.happened', { ...happened })),
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((head) => h('th', { scope: 'col' }, t(/** @type {import('../i18n.js').Key} */ (`pools.head.${head}`)))),
        ),
      ),
      h(
        'tbody',
        {},
        policies.map(({ policy, matched, rate, meanSize, timeToMatchSeconds, relaxed }) =>
          row(
            policy,
            String(matched),
            percent(rate),
            meanSize.toFixed(2),
            timeInWords(timeToMatchSeconds.p50),
            timeInWords(timeToMatchSeconds.p95),
            String(relaxed),
          ),
        ),
      ),
    ),
  ];
}
