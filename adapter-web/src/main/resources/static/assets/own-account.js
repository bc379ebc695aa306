// @ts-check
/** The account of the one who is signed in: who one is, what one may do, and how one is spoken to. */
import * as api from './api.js';
import { follow } from './i18n.js';
import * as session from './session.js';

/** @typedef {import('./api.js').Account} Account */

/** From the least to the most. */
export const ROLES = /** @type {const} */ (['MEMBER', 'MANAGER', 'ADMIN']);

/** @type {Account | null} */
let known = null;

/** @type {() => void} */
let notice = () => {};

/** Says who hears of it when the account is known or has changed. @param {() => void} listener */
export function onAccount(listener) {
  notice = listener;
}

/** The account as far as it is known; null for somebody else's. */
export const account = () => (known?.id === session.member()?.id ? known : null);

/** The account, asked for if it is not known. @returns {Promise<Account>} */
export async function ownAccount() {
  return account() ?? take(await api.ownAccount());
}

/** The account as it is now. @returns {Promise<Account>} */
export async function latestAccount() {
  return take(await api.ownAccount());
}

/** Takes the account as the server has just shown it. @param {Account} latest */
export function take(latest) {
  known = latest;
  follow(latest.language);
  notice();
  return latest;
}

/** Lets the account be asked for anew when it is next needed. */
export function forgetAccount() {
  known = null;
}

/** Whether one may do what needs a role. @param {string} role */
export const isAtLeast = (role) => rank(account()?.role) >= rank(role);

/** @param {string | undefined} role */
const rank = (role) => ROLES.findIndex((one) => one === role);
