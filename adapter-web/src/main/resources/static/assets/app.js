// @ts-check
/** Starts the pages: the frame around them, the addresses, and who is signed in. */
import { askToSignInWith, editAccount, tellOfInactivityWith } from './api.js';
import { inFront } from './dialogs.js';
import { fill, h, say } from './dom.js';
import { Problem } from './http.js';
import { language, speak, t, translateFrame } from './i18n.js';
import { account, forgetAccount, isAtLeast, onAccount, ownAccount, take } from './own-account.js';
import { adminMemberPage, adminMembersPage } from './pages/admin-members.js';
import { auditPage } from './pages/admin-audit.js';
import { adminPoolsPage } from './pages/admin-pools.js';
import { adminReportsPage } from './pages/admin-reports.js';
import { homePage } from './pages/home.js';
import { inactivePage } from './pages/inactive.js';
import {
  changeEmailPage,
  forgotPasswordPage,
  resetPasswordPage,
  takeToken,
  verifyEmailPage,
} from './pages/mailed.js';
import { matchPage } from './pages/match.js';
import { matchRequestPage } from './pages/match-request.js';
import { meetingPage, meetingsPage, scorePage } from './pages/meetings.js';
import { memberPage } from './pages/member.js';
import { editRoomPage } from './pages/edit-room.js';
import { openRoomPage } from './pages/open-room.js';
import { roomPage } from './pages/room.js';
import { roomsPage } from './pages/rooms.js';
import { settingsPage } from './pages/settings.js';
import { goodbyePage, signInForm, signInPage, signUpPage } from './pages/sign.js';
import { failure, go, goInstead, here, show, start } from './router.js';
import * as session from './session.js';

/** @type {import('./router.js').Route[]} */
const routes = [
  { pattern: '/', page: homePage },
  { pattern: '/sign-in', page: signInPage, open: true },
  { pattern: '/sign-up', page: signUpPage, open: true },
  { pattern: '/match', page: matchPage },
  { pattern: '/match-requests/{id}', page: matchRequestPage },
  { pattern: '/rooms', page: roomsPage },
  { pattern: '/rooms/new', page: openRoomPage },
  { pattern: '/rooms/{id}', page: roomPage },
  { pattern: '/rooms/{id}/edit', page: editRoomPage },
  { pattern: '/meetings', page: meetingsPage },
  { pattern: '/meetings/{id}', page: meetingPage },
  { pattern: '/score', page: scorePage },
  { pattern: '/members/{id}', page: memberPage },
  { pattern: '/forgot-password', page: forgotPasswordPage, open: true },
  { pattern: '/verify-email', page: verifyEmailPage, open: true },
  { pattern: '/change-email', page: changeEmailPage, open: true },
  { pattern: '/reset-password', page: resetPasswordPage, open: true },
  { pattern: '/goodbye', page: goodbyePage, open: true },
  { pattern: '/inactive', page: inactivePage, alwaysOwn: true },
  { pattern: '/settings', page: settingsPage, alwaysOwn: true },
  { pattern: '/admin', page: adminReportsPage, role: 'MANAGER' },
  { pattern: '/admin/members', page: adminMembersPage, role: 'ADMIN' },
  { pattern: '/admin/members/{id}', page: adminMemberPage, role: 'ADMIN' },
  { pattern: '/admin/audit-log', page: auditPage, role: 'ADMIN' },
  { pattern: '/admin/pools', page: adminPoolsPage, role: 'ADMIN' },
];

// Before anything else, so that no token stands in the address any longer than that.
takeToken();
window.addEventListener('hashchange', takeToken);

const main = element('main');
const signOutButton = element('sign-out');

element('skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.querySelector('h1')?.focus();
});

element('language').addEventListener('click', async () => {
  const typed = whatIsTyped();
  const wanted = language() === 'ko' ? 'en' : 'ko';
  await setLanguage(wanted);
  await show(false);
  typeAgain(typed);
});

signOutButton.addEventListener('click', async () => {
  try {
    await session.signOut();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    say(problem.message);
  }
});

session.onChange((member) => {
  forgetAccount();
  showWho();
  if (member === null) go('/sign-in');
});

onAccount(showWho);

tellOfInactivityWith(() => {
  forgetAccount();
  goInstead('/inactive');
});

/** @type {Promise<void> | null} */
let asking = null;

askToSignInWith(() => {
  asking ??= askToSignIn().finally(() => (asking = null));
  return asking;
});

translateFrame();
await open();

/** Finds out who is signed in, then shows the page of the address. */
async function open() {
  try {
    await session.resume();
  } catch (problem) {
    fill(main, failure(problem, open));
    return;
  }
  showWho();
  await start(routes, gate);
}

/** @param {import('./router.js').Route} route @returns {Promise<string | null>} */
async function gate({ open, alwaysOwn, role }) {
  if (open) return null;
  if (session.member() === null) return signInPath();
  const { status } = await ownAccount();
  if (status !== 'ACTIVE' && !alwaysOwn) return '/inactive';
  return role && !isAtLeast(role) ? '/' : null;
}

function signInPath() {
  return `/sign-in?back=${encodeURIComponent(here())}`;
}

/** A member's language is kept with the account; where that fails, it holds in this browser only.
 *  @param {import('./i18n.js').Language} wanted */
async function setLanguage(wanted) {
  if (account()?.status !== 'ACTIVE') return speak(wanted);
  try {
    take(await editAccount({ language: wanted }));
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    speak(wanted);
  }
}

function showWho() {
  const signedIn = session.member() !== null;
  element('places').hidden = !signedIn;
  signOutButton.hidden = !signedIn;
  element('settings').hidden = !signedIn;
  element('admin').hidden = !isAtLeast('MANAGER');
}

/**
 * The session has ended in the middle of something. Where something was typed, one signs in in front
 * of the page, so that it is not lost; otherwise on the sign-in page, which leads back here.
 */
async function askToSignIn() {
  if (isAnythingTyped()) {
    const answer = await inFront(t('sign.again'), (close) => [
      h('p', {}, t('sign.againHint')),
      signInForm(() => close('signed in')),
    ]);
    forgetAccount();
    if (answer !== '') return;
  }
  const path = signInPath();
  session.forget();
  showWho();
  say(t('sign.again'));
  goInstead(path);
  throw new Problem(401, { detail: t('sign.again') });
}

function isAnythingTyped() {
  return [...fields()].some((field) =>
    field instanceof HTMLSelectElement
      ? field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected))
      : field.value !== field.defaultValue || field.checked !== field.defaultChecked,
  );
}

/** What stands in the fields of the page, by name. */
function whatIsTyped() {
  /** @type {Map<string, {value: string, checked: boolean}>} */
  const typed = new Map();
  for (const { name, value, checked } of fields()) typed.set(name, { value, checked });
  return typed;
}

/** @param {Map<string, {value: string, checked: boolean}>} typed */
function typeAgain(typed) {
  for (const field of fields()) {
    const before = typed.get(field.name);
    if (!before) continue;
    field.value = before.value;
    field.checked = before.checked;
    if (field.name === 'category') field.dispatchEvent(new Event('change'));
  }
}

function fields() {
  return /** @type {NodeListOf<HTMLInputElement>} */ (
    main.querySelectorAll('input[name], select[name], textarea[name]')
  );
}

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
