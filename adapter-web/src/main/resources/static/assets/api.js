// @ts-check
/** What the server can do for the one who is signed in, by name. */
import { Problem, send } from './http.js';
import * as session from './session.js';

/** @typedef {{ko: string, en: string}} Names */
/** @typedef {import('./facets.js').Category} Category */
/** @typedef {import('./facets.js').Condition} Condition */

/** @typedef {{id?: string, nickname?: string, seat: number, host: boolean, me: boolean}} Seat */
/**
 * @typedef {object} Room
 * @property {string} id
 * @property {string} title
 * @property {string} description
 * @property {string} category
 * @property {Condition} condition
 * @property {string} meetsAt
 * @property {boolean} anonymous
 * @property {Seat[]} members
 * @property {{taken: number, capacity: number}} seats
 * @property {boolean} joined
 * @property {'OPEN' | 'CONFIRMED' | 'CANCELLED' | 'EXPIRED'} status
 */
/**
 * @typedef {object} MatchRequest
 * @property {string} id
 * @property {string} category
 * @property {Condition} condition
 * @property {{min: number, max: number}} size
 * @property {'WAITING' | 'MATCHED' | 'CANCELLED' | 'EXPIRED'} status
 * @property {string} submittedAt
 * @property {string} expiresAt
 * @property {number} waiting
 * @property {string} [meetingId]
 */
/**
 * @typedef {object} Meeting
 * @property {string} id
 * @property {string} category
 * @property {Condition} agreed what the group settled for
 * @property {{id: string, nickname?: string}[]} members
 * @property {string} [startsAt]
 * @property {string} formedAt
 * @property {'UPCOMING' | 'DONE' | 'CANCELLED'} status
 */
/**
 * @typedef {object} Notice
 * @property {string} id
 * @property {string} type
 * @property {Record<string, string>} arguments what its text speaks of
 * @property {string} link
 * @property {string} createdAt
 * @property {string} [readAt]
 */
/** @template T @typedef {{items: T[], nextCursor?: string}} Page */
/** @typedef {Record<string, string | number | boolean | undefined>} Query */

/** @type {() => Promise<void>} */
let signInAgain = () => Promise.reject(new Problem(401, {}));

/** Says who asks a member to sign in again when the session has ended in the middle of something.
 *  @param {() => Promise<void>} ask resolves once somebody is signed in */
export function askToSignInWith(ask) {
  signInAgain = ask;
}

/**
 * Sends a request in the name of the member: with a fresh token, and once more with another one
 * where the server did not accept it.
 *
 * @param {string} method
 * @param {string} path
 * @param {import('./http.js').Request} [request]
 */
async function call(method, path, request = {}) {
  /** @param {string} token */
  const sendWith = (token) =>
    send(method, path, {
      ...request,
      headers: { ...request.headers, Authorization: `Bearer ${token}` },
    });
  try {
    const token = await session.token();
    try {
      return await sendWith(token);
    } catch (problem) {
      if (!session.hasEnded(problem)) throw problem;
      await session.replace(token);
    }
  } catch (problem) {
    if (!session.hasEnded(problem) || request.signal?.aborted) throw problem;
    await signInAgain();
  }
  return sendWith(await session.token());
}

/** @param {string} path @param {Query} query @param {AbortSignal} [signal] */
function get(path, query = {}, signal) {
  const wanted = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '' && value !== false)
    .map(([name, value]) => [name, String(value)]);
  return call('GET', wanted.length ? `${path}?${new URLSearchParams(wanted)}` : path, { signal });
}

/** @type {Map<string, string>} */
const undecided = new Map();

/**
 * The key for a wish. The same wish gets the same key until the server has decided on it, so that
 * asking again after a lost answer does not do the thing twice.
 *
 * @param {string} wish
 */
function keyOf(wish) {
  const key = undecided.get(wish) ?? randomKey();
  undecided.set(wish, key);
  return key;
}

/** @template T @param {string} wish @param {(key: string) => Promise<T>} action @returns {Promise<T>} */
async function once(wish, action) {
  try {
    const answer = await action(keyOf(wish));
    undecided.delete(wish);
    return answer;
  } catch (problem) {
    if (problem instanceof Problem && problem.isDefinite) undecided.delete(wish);
    throw problem;
  }
}

function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {string} path @param {unknown} [body] */
function post(path, body) {
  return once(`${path} ${JSON.stringify(body)}`, (key) =>
    call('POST', path, { body, headers: { 'Idempotency-Key': key } }),
  );
}

/**
 * Makes an account and signs in with it. Where the answer to an earlier try was lost, the account may
 * be there already.
 *
 * @param {{email: string, nickname: string, password: string}} account
 */
export function signUp(account) {
  const wish = `/members ${JSON.stringify(account)}`;
  const again = undecided.has(wish);
  return once(wish, async (key) => {
    try {
      await send('POST', '/members', { body: account, headers: { 'Idempotency-Key': key } });
    } catch (problem) {
      const isThere = problem instanceof Problem && problem.code === 'EMAIL_TAKEN';
      if (!again || !isThere) throw problem;
    }
    await session.signIn(account.email, account.password);
  });
}

/** @type {Promise<Category[]> | null} */
let known = null;

/** The categories of this community; asked for once. @returns {Promise<Category[]>} */
export function categories() {
  known ??= get('/categories').then(
    (page) => page.items,
    (problem) => {
      known = null;
      throw problem;
    },
  );
  return known;
}

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Page<Room>>} */
export const rooms = (query, signal) => get('/rooms', query, signal);

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<Room>} */
export const room = (id, signal) => get(`/rooms/${id}`, {}, signal);

/** @param {unknown} details @returns {Promise<Room>} */
export const openRoom = (details) => post('/rooms', details);

/** @param {string} id @returns {Promise<Room>} */
export const joinRoom = (id) => post(`/rooms/${id}/members`);

/** @param {string} id */
export const leaveRoom = (id) => call('DELETE', `/rooms/${id}/members/me`);

/** @param {string} id */
export const cancelRoom = (id) => call('DELETE', `/rooms/${id}`);

/** @param {string} id @returns {Promise<Meeting>} */
export const confirmRoom = (id) => post(`/rooms/${id}/confirmation`);

/** @param {unknown} wish @returns {Promise<MatchRequest>} */
export const submitMatchRequest = (wish) => post('/match-requests', wish);

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Page<MatchRequest>>} */
export const matchRequests = (query, signal) => get('/match-requests', query, signal);

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<MatchRequest>} */
export const matchRequest = (id, signal) => get(`/match-requests/${id}`, {}, signal);

/** @param {string} id */
export const cancelMatchRequest = (id) => call('DELETE', `/match-requests/${id}`);

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Page<Meeting>>} */
export const meetings = (query, signal) => get('/meetings', query, signal);

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<Meeting>} */
export const meeting = (id, signal) => get(`/meetings/${id}`, {}, signal);

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Page<Notice> & {unread: number}>} */
export const notifications = (query, signal) => get('/notifications', query, signal);

export const markAllRead = () => call('POST', '/notifications/read', { body: {} });
