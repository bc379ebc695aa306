// @ts-check
/** Members, for admins. */
import * as api from '../api.js';
import { sure } from '../dialogs.js';
import { fill, h, say, section } from '../dom.js';
import { term } from '../facets.js';
import { actionButton, field, form, troubleLine } from '../forms.js';
import { t } from '../i18n.js';
import { nothing, pagedList, wholeList } from '../list.js';
import { ROLES } from '../own-account.js';
import { portrait } from '../portrait.js';
import { rename } from '../router.js';
import { longDate, shortDate } from '../time.js';
import { adminPlaces } from './admin.js';
import { warnButton } from './member.js';
import { warningRow } from './settings-data.js';

/** @typedef {import('../api.js').Account} Account */

/** @param {import('../router.js').Visit} visit @returns {import('../router.js').Shown} */
export function adminMembersPage({ query, signal }) {
  const search = h('input', { type: 'search', name: 'search', value: query.get('search') ?? '' });
  const role = h(
    'select',
    { name: 'role', onchange: filter },
    h('option', { value: '' }, t('admin.allRoles')),
    ROLES.map((one) => h('option', { value: one, selected: one === query.get('role') }, t(`role.${one}`))),
  );
  const list = pagedList({
    load: (page) => api.members({ ...page, ...chosen() }, signal),
    row: memberRow,
    empty: () => nothing(t('admin.noMembers')),
  });
  list.reload();
  return {
    title: t('admin.members'),
    content: [
      adminPlaces('/admin/members'),
      h(
        'form',
        { class: 'filters', role: 'search', onsubmit },
        field(t('admin.search'), search, { pointer: '' }),
        field(t('admin.role'), role, { pointer: '' }),
        h('button', { type: 'submit', class: 'primary' }, t('admin.find')),
      ),
      list.element,
    ],
  };

  /** @param {SubmitEvent} event */
  function onsubmit(event) {
    event.preventDefault();
    filter();
  }
  function chosen() {
    return { search: search.value.trim(), role: role.value };
  }
  function filter() {
    const wanted = Object.entries(chosen()).filter(([, value]) => value);
    rename(wanted.length ? `/admin/members?${new URLSearchParams(wanted)}` : '/admin/members');
    list.reload();
  }
}

/** @param {Account} member */
function memberRow({ id, nickname, email, role, status, joinedAt }) {
  const element = h(
    'li',
    { class: 'card' },
    h('a', { href: `#/admin/members/${id}`, class: 'card-title' }, nickname),
    h('p', {}, email),
    h('p', { class: 'quiet-text' }, t('admin.joined', { when: shortDate(joinedAt) })),
    h('span', { class: 'badge' }, t(`role.${role}`)),
    ' ',
    status !== 'ACTIVE' && h('span', { class: 'badge warm' }, t(`memberStatus.${status}`)),
  );
  return { element, update: () => {} };
}

/** @param {import('../router.js').Visit} visit @returns {Promise<import('../router.js').Shown>} */
export async function adminMemberPage({ parameters, signal }) {
  const { id } = parameters;
  const facts = h('dl', { class: 'terms' });
  const member = await api.inspect(id, signal);
  const warnings = wholeList({
    load: () => api.warningsOf(id, signal),
    row: (/** @type {import('../api.js').Warning} */ warning) => warningRow(warning, takeBack(warning.id)),
    empty: () => nothing(t('warnings.noneOfThem')),
  });
  const trouble = troubleLine();
  showFacts(member);
  warnings.reload();
  return {
    title: member.nickname,
    content: [
      adminPlaces(''),
      h('div', { class: 'pictured' }, portrait(member)),
      facts,
      roleSection(member, showFacts),
      section(
        t('settings.warnings'),
        warnings.element,
        trouble,
        h('div', { class: 'actions' }, warnButton(id, look)),
      ),
    ],
  };

  async function look() {
    warnings.reload();
    showFacts(await api.inspect(id, signal));
  }

  /** @param {string} warning */
  function takeBack(warning) {
    return actionButton(
      'secondary',
      t('warn.takeBack'),
      async () => {
        if (!(await sure(t('warn.takeBackSure'), t('warn.takeBack')))) return;
        await api.takeBackWarning(warning);
        say(t('warn.takenBack'));
        await look();
      },
      trouble,
    );
  }

  /** @param {Account} latest */
  function showFacts({ email, emailVerified, role, status, block, erasedAt, joinedAt }) {
    fill(
      facts,
      term(t('sign.email'), `${email} (${t(emailVerified ? 'email.verified' : 'email.unverified')})`),
      term(t('admin.role'), t(`role.${role}`)),
      term(t('admin.status'), t(`memberStatus.${status}`)),
      block && term(t('admin.until'), longDate(block.until)),
      erasedAt && term(t('admin.erased'), longDate(erasedAt)),
      term(t('admin.joinedAt'), longDate(joinedAt)),
    );
  }
}

/** @param {Account} member @param {(latest: Account) => void} then */
function roleSection({ id, nickname, role }, then) {
  const select = h(
    'select',
    { name: 'role' },
    ROLES.map((one) => h('option', { value: one, selected: one === role }, t(`role.${one}`))),
  );
  return section(
    t('admin.role'),
    form({
      fields: [field(t('admin.newRole'), select, { pointer: '/role', hint: t('admin.roleHint') })],
      submit: t('admin.changeRole'),
      look: 'secondary',
      async onSubmit() {
        const wanted = /** @type {Account['role']} */ (select.value);
        const name = t(`role.${wanted}`);
        if (!(await sure(t('admin.roleSure', { nickname, role: name }), t('admin.changeRole')))) return;
        then(await api.grantRole(id, wanted));
        say(t('admin.roleChanged', { nickname, role: name }));
      },
    }),
  );
}
