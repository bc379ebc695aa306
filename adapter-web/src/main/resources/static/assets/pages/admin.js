// @ts-check
/** What the pages of managers and admins have in common. */
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { isAtLeast } from '../own-account.js';
import { memberName } from './member.js';

/** The way from one to another; a manager has but one. @param {string} path of the page that is shown */
export function adminPlaces(path) {
  if (!isAtLeast('ADMIN')) return null;
  /** @param {string} to @param {string} text */
  const place = (to, text) => h('a', { href: `#${to}`, 'aria-current': to === path && 'page' }, text);
  return h(
    'nav',
    { class: 'tabs', 'aria-label': t('nav.admin') },
    place('/admin', t('admin.reports')),
    place('/admin/members', t('admin.members')),
    place('/admin/audit-log', t('admin.audit')),
    place('/admin/pools', t('admin.pools')),
  );
}

/** Somebody who may have left. @param {import('../api.js').Somebody} somebody */
export const personName = ({ id, nickname }) => memberName(nickname && id, nickname ?? t('meeting.gone'));
