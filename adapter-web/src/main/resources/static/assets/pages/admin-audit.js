// @ts-check
/** Who did what, on whom, when and from where; for admins. */
import * as api from '../api.js';
import { h } from '../dom.js';
import { term } from '../facets.js';
import { field, form } from '../forms.js';
import { Problem } from '../http.js';
import { t, tOr } from '../i18n.js';
import { nothing, pagedList } from '../list.js';
import { fromField, longDate } from '../time.js';
import { adminPlaces, personName } from './admin.js';
import { outcomeText } from './admin-reports.js';

const ACTIONS = ['ROLE_CHANGED', 'MEMBER_WARNED', 'WARNING_WITHDRAWN', 'REPORT_DECIDED', 'ROOM_HIDDEN', 'ROOM_CANCELLED', 'COMMENT_HIDDEN'];

/** @param {import('../router.js').Visit} visit @returns {import('../router.js').Shown} */
export function auditPage({ signal }) {
  const action = h(
    'select',
    { name: 'action' },
    h('option', { value: '' }, t('audit.all')),
    ACTIONS.map((one) => h('option', { value: one }, actionText(one))),
  );
  const actor = h('input', { name: 'actor' });
  const member = h('input', { name: 'member' });
  const from = h('input', { type: 'datetime-local', name: 'from' });
  const to = h('input', { type: 'datetime-local', name: 'to' });
  /** @type {import('../api.js').Query} */
  let wanted = {};
  const list = pagedList({
    load: (page) => api.auditLog({ ...page, ...wanted }, signal),
    row: entryRow,
    empty: () => nothing(t('audit.none')),
  });
  list.reload();
  return {
    title: t('admin.audit'),
    content: [
      adminPlaces('/admin/audit-log'),
      form({
        fields: [
          field(t('audit.action'), action, { pointer: '/action' }),
          h(
            'div',
            { class: 'pair' },
            field(t('audit.actor'), actor, { pointer: '/actor', hint: t('admin.search') }),
            field(t('audit.member'), member, { pointer: '/member', hint: t('admin.search') }),
            field(t('facet.from'), from, { pointer: '/from' }),
            field(t('facet.to'), to, { pointer: '/to' }),
          ),
        ],
        submit: t('audit.filter'),
        async onSubmit() {
          const [by, on] = await Promise.all([idOf(actor.value, '/actor'), idOf(member.value, '/member')]);
          wanted = {
            action: action.value,
            actor: by,
            member: on,
            from: fromField(from.value) ?? '',
            to: fromField(to.value) ?? '',
          };
          await list.reload();
        },
      }),
      h('section', { 'aria-label': t('admin.audit') }, list.element),
    ],
  };
}

/** Whom a nickname or an address names. @param {string} typed @param {string} pointer */
async function idOf(typed, pointer) {
  if (typed.trim() === '') return undefined;
  const { items } = await api.members({ search: typed.trim(), limit: 1 });
  if (items.length > 0) return items[0].id;
  throw new Problem(422, { errors: [{ pointer, code: 'NOBODY', message: t('audit.nobody') }] });
}

/** @param {import('../api.js').AuditEntry} entry */
function entryRow({ at, actor, action, member, address, details }) {
  const element = h(
    'li',
    { class: 'card' },
    h('p', { class: 'name' }, actionText(action)),
    h(
      'dl',
      { class: 'terms' },
      term(t('reports.at'), longDate(at)),
      term(t('audit.actor'), actor ? personName(actor) : t('audit.operator')),
      member && term(t('audit.member'), personName(member)),
      address && term(t('audit.address'), address),
      Object.entries(details)
        .filter(([name]) => !HIDDEN_DETAILS.includes(name))
        .sort(([one], [other]) => DETAILS.indexOf(one) - DETAILS.indexOf(other))
        .map(([name, value]) => term(tOr('audit.detail.OTHER', `audit.detail.${name}`, { name }), detailText(name, value))),
    ),
  );
  return { element, update: () => {} };
}

/** In the order in which people read them; what is not among them comes first. */
const DETAILS = ['from', 'to', 'outcome', 'reason', 'until'];

/** Identifiers, which tell people nothing. */
const HIDDEN_DETAILS = ['warning', 'report'];

/** @param {string} action */
const actionText = (action) => tOr('audit.action.OTHER', `audit.action.${action}`, { action });

/** @param {string} name @param {string} value */
function detailText(name, value) {
  if (name === 'until') return longDate(value);
  if (name === 'outcome') return outcomeText(value);
  if (name === 'from' || name === 'to') return tOr('role.OTHER', `role.${value}`, {});
  return value;
}
