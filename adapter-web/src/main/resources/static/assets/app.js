// @ts-check
/** Starts the pages: the frame around them, the addresses, and who is signed in. */
import { askToSignInWith } from './api.js';
import { inFront } from './dialogs.js';
import { fill, h, say } from './dom.js';
import { Problem } from './http.js';
import { language, speak, t, translateFrame } from './i18n.js';
import { homePage } from './pages/home.js';
import { matchPage } from './pages/match.js';
import { matchRequestPage } from './pages/match-request.js';
import { meetingPage, meetingsPage } from './pages/meetings.js';
import { openRoomPage } from './pages/open-room.js';
import { roomPage } from './pages/room.js';
import { roomsPage } from './pages/rooms.js';
import { signInForm, signInPage, signUpPage } from './pages/sign.js';
import { failure, go, show, start } from './router.js';
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
  { pattern: '/meetings', page: meetingsPage },
  { pattern: '/meetings/{id}', page: meetingPage },
];

const main = element('main');
const signOutButton = element('sign-out');

element('skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.querySelector('h1')?.focus();
});

element('language').addEventListener('click', async () => {
  const typed = whatIsTyped();
  speak(language() === 'ko' ? 'en' : 'ko');
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
  showWho();
  if (member === null) go('/sign-in');
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
  await start(routes, () => session.member() !== null);
}

function showWho() {
  const signedIn = session.member() !== null;
  element('places').hidden = !signedIn;
  signOutButton.hidden = !signedIn;
}

/** Asks in front of the page, so that nothing on it is lost. */
async function askToSignIn() {
  const answer = await inFront(t('sign.again'), (close) => [
    h('p', {}, t('sign.againHint')),
    signInForm(() => close('signed in')),
  ]);
  if (answer === '') {
    go('/sign-in');
    throw new Problem(401, { detail: t('sign.again') });
  }
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
