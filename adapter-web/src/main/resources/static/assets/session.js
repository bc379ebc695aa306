// @ts-check
/**
 * Who is signed in. The access token lives in this module's memory and nowhere else; what survives
 * a reload is the refresh cookie, which scripts cannot see.
 *
 * The cookie is exchanged at every renewal, so two renewals must never overlap: within a tab they
 * share one promise, between tabs they queue for a lock. Where the browser has no locks (plain
 * http to another machine) only the first holds.
 */
import { Problem, send } from './http.js';

/** @typedef {{id: string, nickname: string}} Member */
/** @typedef {{token: string, freshUntil: number, member: Member}} Session */

/** How long before its end a token is no longer used. */
const SPARE_MS = 10_000;

/** How long a renewal is waited for before it is tried once more. */
const BEFORE_SECOND_TRY_MS = 6_000;

/** @type {Session | null} */
let session = null;

/** @type {Promise<void> | null} */
let renewal = null;

const otherTabs = 'BroadcastChannel' in window ? new BroadcastChannel('moim-session') : null;

/** The one signed in, if anybody is. */
export const member = () => session?.member ?? null;

/** @type {(member: Member | null) => void} */
let notice = () => {};

/** Says who hears of it when somebody signs in or out, here or in another tab.
 *  @param {(member: Member | null) => void} listener */
export function onChange(listener) {
  notice = listener;
}

/** @param {string} email @param {string} password */
export async function signIn(email, password) {
  begin(await send('POST', '/sessions', { body: { email, password } }));
  otherTabs?.postMessage({ member: member()?.id });
}

/** Ends the session here and in the other tabs. */
export async function signOut() {
  await send('DELETE', '/sessions/current');
  end();
  otherTabs?.postMessage({ member: null });
}

/** Takes notice that all one's sessions have ended, here and in the other tabs. */
export function endedEverywhere() {
  end();
  otherTabs?.postMessage({ member: null });
}

/** Goes on with the session that the cookie remembers; without one, nobody is signed in. */
export async function resume() {
  try {
    await renew();
  } catch (problem) {
    if (!hasEnded(problem)) throw problem;
  }
}

/** Knows of nobody any more, after the session has ended elsewhere or is to be begun anew. */
export function forget() {
  session = null;
}

/** A token that the server should accept, renewed if its time is almost over. */
export async function token() {
  if (session === null || performance.now() > session.freshUntil - SPARE_MS) await renew();
  return /** @type {Session} */ (/** @type {unknown} */ (session)).token;
}

/** Gets another token in place of one that the server refused. @param {string} refused */
export async function replace(refused) {
  if (session === null || session.token === refused) await renew();
}

/** Whether a failure means that one has to sign in again. @param {unknown} failure */
export function hasEnded(failure) {
  return failure instanceof Problem && failure.status === 401;
}

function renew() {
  renewal ??= alone(async () => begin(await refresh())).finally(() => (renewal = null));
  return renewal;
}

/**
 * Where the answer is lost, so is the new cookie with it. For ten seconds the server gives it again,
 * so the second try must not wait for long.
 */
async function refresh() {
  try {
    return await send('POST', '/sessions/refresh', { patience: BEFORE_SECOND_TRY_MS });
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 0) throw problem;
    return send('POST', '/sessions/refresh');
  }
}

/** @param {() => Promise<void>} action @returns {Promise<void>} */
async function alone(action) {
  if (navigator.locks) await navigator.locks.request('moim-session', action);
  else await action();
}

/** @param {{accessToken: string, expiresIn: number, member: Member}} answer */
function begin(answer) {
  const before = session?.member.id;
  session = {
    token: answer.accessToken,
    freshUntil: performance.now() + answer.expiresIn * 1000,
    member: answer.member,
  };
  if (before !== session.member.id) notice(session.member);
}

function end() {
  session = null;
  notice(null);
}

otherTabs?.addEventListener('message', ({ data }) => {
  if (data.member === null && session !== null) end();
  else if (data.member !== null && data.member !== session?.member.id) location.reload();
});
