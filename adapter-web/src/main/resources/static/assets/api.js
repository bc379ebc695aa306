// @ts-check
/** What the server can do for the one who is signed in, by name. */
import { Problem, exchange, send } from './http.js';
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
 * @property {{waiting: number, offered: number, place?: number, offeredUntil?: string}} waitList
 * @property {'OPEN' | 'CONFIRMED' | 'CANCELLED' | 'EXPIRED'} status
 * @property {string} [cancelReason]
 * @property {number} version
 */
/** @typedef {{memberId: string, nickname?: string, answer: 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'UNANSWERED'}} Companion */
/**
 * @typedef {object} Outlook what can be told to somebody who waits
 * @property {number} people
 * @property {number} suitable
 * @property {{minutes: number, probability: number}[]} chances
 * @property {{facet: string, wider: Condition, morePeople: number}[]} hints
 */
/** @typedef {{agreed: Condition, people: number, accepted: number, mine: boolean, respondBy: string}} Proposal */
/**
 * @typedef {object} MatchRequest
 * @property {string} id
 * @property {string} category
 * @property {Condition} condition
 * @property {{min: number, max: number}} size
 * @property {string[]} relax the names of the steps that were agreed to
 * @property {boolean} fillRooms
 * @property {Companion[]} party
 * @property {boolean} companion whether one comes along with a friend who asked
 * @property {'INVITING' | 'WAITING' | 'PROPOSED' | 'MATCHED' | 'CANCELLED' | 'EXPIRED'} status
 * @property {string} [endReason]
 * @property {string} submittedAt
 * @property {string} expiresAt
 * @property {number} waiting
 * @property {Outlook} [outlook]
 * @property {Proposal} [proposal]
 * @property {string} [meetingId]
 * @property {string} [roomId]
 * @property {string} [openUntil] absent once the group is final
 * @property {string[]} relaxed the names of the steps without which the group would not suit
 */
/**
 * @typedef {object} Invitation to come along with a friend
 * @property {string} id of the friend's match request
 * @property {string} [nickname]
 * @property {string} category
 * @property {Condition} condition
 * @property {{min: number, max: number}} size
 * @property {string} expiresAt
 */
/**
 * @typedef {object} Relaxation a step that one may agree to
 * @property {string} name
 * @property {'ANY_VALUE' | 'SMALLER_GROUP'} kind
 * @property {string} [facet]
 * @property {number} [least]
 * @property {number} afterSeconds
 */
/** @typedef {{category: string, waiting: number, acceptanceSeconds?: number, relaxations: Relaxation[]}} Pool */
/**
 * @typedef {object} Meeting
 * @property {string} id
 * @property {string} category
 * @property {Condition} agreed what the group settled for
 * @property {{id: string, nickname?: string}[]} members
 * @property {{kind: 'ROOM' | 'MATCH', roomId?: string, roomTitle?: string}} source
 * @property {string} [startsAt]
 * @property {string} formedAt
 * @property {'UPCOMING' | 'DONE' | 'CANCELLED'} status
 */
/**
 * @typedef {object} Rating
 * @property {string} memberId
 * @property {number} [stars]
 * @property {boolean} [absent]
 */
/**
 * @typedef {object} ScoreEntry
 * @property {string} id
 * @property {string} category
 * @property {string} [meetingId]
 * @property {string} reason
 * @property {number} points
 * @property {string} at
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
/**
 * @typedef {object} Account
 * @property {string} id
 * @property {string} nickname
 * @property {string} email
 * @property {boolean} emailVerified
 * @property {boolean} hasPassword
 * @property {'MEMBER' | 'MANAGER' | 'ADMIN'} role
 * @property {'ACTIVE' | 'BLOCKED' | 'WITHDRAWN'} status
 * @property {{until: string, reason: string}} [block]
 * @property {string} [erasedAt]
 * @property {import('./i18n.js').Language} language
 * @property {string} zone
 * @property {string} [picture] where it is
 * @property {string} joinedAt
 * @property {string} [etag] the version that a change refers to
 */
/** @typedef {{id: string, nickname: string, picture?: string}} Profile */
/**
 * @typedef {object} OwnSession
 * @property {string} id
 * @property {string} device
 * @property {string} address
 * @property {string} startedAt
 * @property {string} lastUsedAt
 * @property {boolean} current
 */
/**
 * @typedef {object} Warning
 * @property {string} id
 * @property {string} member
 * @property {string} [by]
 * @property {string} reason
 * @property {string} givenAt
 * @property {string} until
 * @property {string} [withdrawnAt]
 */
/** @typedef {{id: string, nickname?: string, since: string}} Blocked without a nickname after having left */
/** @typedef {{id: string, nickname?: string}} Somebody without a nickname after having left */
/**
 * @typedef {object} Report
 * @property {string} id
 * @property {Somebody} reporter
 * @property {{kind: string, id: string}} subject
 * @property {Somebody} author who answers for what was reported
 * @property {string} link the path of what was reported
 * @property {Record<string, string>} texts what could be read when it was reported
 * @property {string} reason
 * @property {string} reportedAt
 * @property {'OPEN' | 'DISMISSED' | 'HIDDEN' | 'WARNED'} status
 * @property {{by: Somebody, reason: string, at: string}} [decision]
 */
/**
 * @typedef {object} AuditEntry
 * @property {string} id
 * @property {string} at
 * @property {Somebody} [actor] nobody if it was the operator
 * @property {string} action
 * @property {{kind: string, id: string}} subject
 * @property {Somebody} [member] whom it concerns
 * @property {string} [address]
 * @property {Record<string, string>} details
 */
/** @typedef {{at: string, kind: string, people: number, reason?: string}} PoolDecision never about whom */
/**
 * @typedef {object} PoolInspection
 * @property {string} category
 * @property {number} waiting
 * @property {number} [oldestSeconds]
 * @property {number} openGroups
 * @property {{arrived: number, matched: number, expired: number, lost: number}} lastHour
 * @property {number} [timeToMatchSeconds]
 * @property {PoolDecision[]} decisions the latest first
 */
/**
 * @typedef {object} DryRun
 * @property {string} category
 * @property {string} date
 * @property {{people: number, matched: number, expired: number, cancelled: number}} happened
 * @property {{policy: string, people: number, matched: number, rate: number, meanSize: number,
 *   timeToMatchSeconds: {p50: number, p95: number}, relaxed: number}[]} policies
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

/** Refusals of everything but one's own account. */
const INACTIVE = ['MEMBER_BLOCKED', 'MEMBER_WITHDRAWN'];

/** @type {() => void} */
let tellInactive = () => {};

/** Says who hears of it when a request was refused because the member is blocked or has left.
 *  @param {() => void} tell */
export function tellOfInactivityWith(tell) {
  tellInactive = tell;
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
  return (await callFully(method, path, request)).body;
}

/**
 * The same, with the version of what the answer shows.
 *
 * @param {string} method
 * @param {string} path
 * @param {import('./http.js').Request} [request]
 */
async function callFully(method, path, request = {}) {
  try {
    return await callSignedIn(method, path, request);
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 403 && INACTIVE.includes(problem.code)) tellInactive();
    throw problem;
  }
}

/** @param {string} method @param {string} path @param {import('./http.js').Request} request */
async function callSignedIn(method, path, request) {
  /** @param {string} token */
  const sendWith = (token) =>
    exchange(method, path, {
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

/** @param {string} path @param {unknown} [body] @param {Record<string, string>} [headers] */
function post(path, body, headers = {}) {
  return once(`${path} ${JSON.stringify(body)}`, (key) =>
    call('POST', path, { body, headers: { ...headers, 'Idempotency-Key': key } }),
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

/**
 * To take a seat twice is the same as once, so that no key is needed: who has it, as an earlier answer
 * was lost, has what they ask for. Without one, those who come at once are written together.
 *
 * @param {string} id @returns {Promise<Room>}
 */
export async function joinRoom(id) {
  try {
    return await call('POST', `/rooms/${id}/members`);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code !== 'ALREADY_A_MEMBER') throw problem;
    return room(id);
  }
}

/** @param {string} id */
export const leaveRoom = (id) => call('DELETE', `/rooms/${id}/members/me`);

/** @param {Room} seen @param {unknown} changes @returns {Promise<Room>} */
export const editRoom = ({ id, version }, changes) =>
  call('PATCH', `/rooms/${id}`, { body: changes, headers: { 'If-Match': `"${version}"` } });

/** @param {string} id @returns {Promise<Room>} */
export const waitForSeat = (id) => post(`/rooms/${id}/wait-list`);

/** @param {string} id */
export const stopWaiting = (id) => call('DELETE', `/rooms/${id}/wait-list/me`);

/** @param {string} id @param {string} member @param {string} reason */
export const removeFromRoom = (id, member, reason) => call('DELETE', because(`/rooms/${id}/members/${member}`, reason));

/** @param {string} id @param {string} reason */
export const cancelRoom = (id, reason) => call('DELETE', because(`/rooms/${id}`, reason));

/**
 * @typedef {object} Comment
 * @property {string} id
 * @property {Seat} [author]
 * @property {string} [parentId]
 * @property {string} text
 * @property {'VISIBLE' | 'DELETED' | 'HIDDEN'} state
 * @property {string} writtenAt
 * @property {string} [editedAt]
 * @property {number} version
 */

/** @param {string} id @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Page<Comment>>} */
export const comments = (id, query, signal) => get(`/rooms/${id}/comments`, query, signal);

/** @param {string} id @param {string} text @param {string} [parentId] @returns {Promise<Comment>} */
export const comment = (id, text, parentId) => post(`/rooms/${id}/comments`, { text, parentId });

/** @param {string} id @param {Comment} seen @param {string} text @returns {Promise<Comment>} */
export const editComment = (id, seen, text) =>
  call('PATCH', `/rooms/${id}/comments/${seen.id}`, { body: { text }, headers: { 'If-Match': `"${seen.version}"` } });

/** @param {string} id @param {string} comment */
export const deleteComment = (id, comment) => call('DELETE', `/rooms/${id}/comments/${comment}`);

/** @param {string} id @param {string} comment */
export const hideComment = (id, comment) => call('PUT', `/rooms/${id}/comments/${comment}/hiding`);

/** @param {string} path @param {string} reason */
const because = (path, reason) => (reason === '' ? path : `${path}?${new URLSearchParams({ reason })}`);

/** @param {Room} seen @returns {Promise<Meeting>} */
export const confirmRoom = ({ id, version }) => post(`/rooms/${id}/confirmation`, undefined, { 'If-Match': `"${version}"` });

/** @param {unknown} wish @returns {Promise<MatchRequest>} */
export const submitMatchRequest = (wish) => post('/match-requests', wish);

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Page<MatchRequest>>} */
export const matchRequests = (query, signal) => get('/match-requests', query, signal);

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<MatchRequest>} */
export const matchRequest = (id, signal) => get(`/match-requests/${id}`, {}, signal);

/** @param {string} id */
export const cancelMatchRequest = (id) => call('DELETE', `/match-requests/${id}`);

/** Asks once more for the same. @param {string} id @returns {Promise<MatchRequest>} */
export const repeatMatchRequest = (id) => post(`/match-requests/${id}/repetition`);

/** Does without the friends who have not answered. @param {string} id @returns {Promise<MatchRequest>} */
export const startMatchRequest = (id) => post(`/match-requests/${id}/start`);

/** @param {string} id @returns {Promise<MatchRequest>} */
export const acceptProposal = (id) => post(`/match-requests/${id}/acceptance`);

/** @param {string} id @returns {Promise<MatchRequest>} */
export const declineProposal = (id) => post(`/match-requests/${id}/refusal`);

/** @param {AbortSignal} [signal] @returns {Promise<{items: Invitation[]}>} */
export async function invitations(signal) {
  const { items } = await get('/match-requests/invitations', {}, signal);
  return { items: items.map((/** @type {{matchRequestId: string}} */ one) => ({ id: one.matchRequestId, ...one })) };
}

/** @param {string} id of the friend's request @returns {Promise<MatchRequest>} one's own from then on */
export const comeAlong = (id) => post(`/match-requests/${id}/companions/me`);

/** @param {string} id of the friend's request */
export const stayAway = (id) => call('DELETE', `/match-requests/${id}/companions/me`);

/** How each category is matched, by category; nothing where the server does not tell.
 *  @param {AbortSignal} [signal] @returns {Promise<Map<string, Pool>>} */
export async function pools(signal) {
  try {
    const { items } = await get('/pools', {}, signal);
    return new Map(items.map((/** @type {Pool} */ pool) => [pool.category, pool]));
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) return new Map();
    throw problem;
  }
}

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Page<Meeting>>} */
export const meetings = (query, signal) => get('/meetings', query, signal);

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<Meeting>} */
export const meeting = (id, signal) => get(`/meetings/${id}`, {}, signal);

/** @param {string} id */
export const cannotCome = (id) => call('DELETE', `/meetings/${id}/members/me`);

/** A file for a calendar. @param {string} id @returns {Promise<Blob>} */
export const calendar = (id) => call('GET', `/meetings/${id}/calendar.ics`);

/** What one said of the others. @param {string} id @param {AbortSignal} [signal] @returns {Promise<{items: Rating[]}>} */
export const ownReviews = (id, signal) => get(`/meetings/${id}/reviews`, {}, signal);

/** @param {string} id @param {Rating[]} reviews @returns {Promise<{items: Rating[]}>} */
export const review = (id, reviews) => post(`/meetings/${id}/reviews`, { reviews });

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Page<ScoreEntry> & {total: number}>} */
export const ownScore = (query, signal) => get('/members/me/score', query, signal);

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<{total: number}>} */
export const totalScore = (id, signal) => get(`/members/${id}/score`, {}, signal);

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Page<Notice> & {unread: number}>} */
export const notifications = (query, signal) => get('/notifications', query, signal);

export const markAllRead = () => call('POST', '/notifications/read', { body: {} });

/** @param {Promise<import('./http.js').Answer>} answer @returns {Promise<Account>} */
async function versioned(answer) {
  const { body, etag } = await answer;
  return { ...body, etag: etag ?? undefined };
}

export const ownAccount = () => versioned(callFully('GET', '/members/me'));

/** @param {{nickname?: string, language?: string, zone?: string}} changes @param {string} [etag] as it was seen */
export const editAccount = (changes, etag) =>
  versioned(callFully('PATCH', '/members/me', { body: changes, headers: etag ? { 'If-Match': etag } : {} }));

/** @param {Blob} file a PNG or JPEG */
export const setPicture = (file) => versioned(callFully('PUT', '/members/me/picture', { body: file }));

export const removePicture = () => versioned(callFully('DELETE', '/members/me/picture'));

/** @param {string} id @param {RequestCache} [cache] @returns {Promise<Blob>} */
export const picture = (id, cache) => call('GET', `/members/${id}/picture`, { cache });

/** @param {string} present @param {string} replacement */
export const changePassword = (present, replacement) =>
  call('PUT', '/members/me/password', { body: { present, replacement } });

/** @param {string} email @param {string | null} password */
export const changeEmail = (email, password) => call('PUT', '/members/me/email', { body: { email, password } });

export const mailVerification = () => call('PUT', '/members/me/email-verification');

/** @param {string} token of a mailed link */
export const confirmEmail = (token) => send('POST', '/email-confirmations', { body: { token } });

/** @param {string} email */
export const mailPasswordReset = (email) => send('POST', '/password-resets', { body: { email } });

/** @param {string} token of a mailed link @param {string} password */
export const resetPassword = (token, password) =>
  send('POST', '/password-resets/completion', { body: { token, password } });

/** @param {AbortSignal} [signal] @returns {Promise<{items: OwnSession[]}>} */
export const sessions = (signal) => get('/sessions', {}, signal);

/** @param {string} id */
export const endSession = (id) => call('DELETE', `/sessions/${id}`);

export const endAllSessions = () => call('DELETE', '/sessions');

/** @param {AbortSignal} [signal] @returns {Promise<{items: Warning[]}>} */
export const ownWarnings = (signal) => get('/members/me/warnings', {}, signal);

export const ownData = () => get('/members/me/export');

/** @param {string | null} password @returns {Promise<{undoableUntil: string}>} */
export const withdraw = (password) => call('PUT', '/members/me/withdrawal', { body: { password } });

export const undoWithdrawal = () => versioned(callFully('DELETE', '/members/me/withdrawal'));

/** Where else one may sign in. @returns {Promise<{items: {id: string, name: string}[]}>} */
export const providers = () => send('GET', '/providers');

/** @param {AbortSignal} [signal] @returns {Promise<{items: {provider: string, name: string, linkedAt: string}[]}>} */
export const identities = (signal) => get('/members/me/identities', {}, signal);

/** @param {string} provider */
export const unlink = (provider) => call('DELETE', `/members/me/identities/${provider}`);

/** Sends the browser to a provider to link an account there. @param {string} provider @param {string} next */
export async function linkWith(provider, next) {
  const { authorizationUrl } = await call('PUT', `/members/me/identities/${provider}`, { body: { next } });
  location.assign(authorizationUrl);
}

/** Whom one blocks. @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Page<Blocked>>} */
export async function blocks(query, signal) {
  const page = await get('/members/me/blocks', query, signal);
  return { ...page, items: page.items.map((/** @type {{memberId: string}} */ one) => ({ id: one.memberId, ...one })) };
}

/** @param {string} id of a member */
export const block = (id) => call('PUT', `/members/me/blocks/${id}`);

/** @param {string} id of a member */
export const unblock = (id) => call('DELETE', `/members/me/blocks/${id}`);

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<Profile>} */
export const profile = (id, signal) => get(`/members/${id}`, {}, signal);

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Page<Account>>} */
export const members = (query, signal) => get('/members', query, signal);

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<Account>} */
export const inspect = (id, signal) => get(`/members/${id}/account`, {}, signal);

/** @param {string} id @param {string} role @returns {Promise<Account>} */
export const grantRole = (id, role) => call('PUT', `/members/${id}/role`, { body: { role } });

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<{items: Warning[]}>} */
export const warningsOf = (id, signal) => get(`/members/${id}/warnings`, {}, signal);

/** @param {string} id @param {string} reason @returns {Promise<Warning>} */
export const warn = (id, reason) => post(`/members/${id}/warnings`, { reason });

/** @param {string} id @returns {Promise<Warning>} */
export const takeBackWarning = (id) => call('DELETE', `/warnings/${id}`);

/** @param {string} kind @param {string} id @param {string} reason */
export const report = (kind, id, reason) => post('/reports', { subject: { kind, id }, reason });

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Page<Report>>} */
export const reports = (query, signal) => get('/reports', query, signal);

/** @param {string} id @param {string} decision @param {string} reason @returns {Promise<Report>} */
export const decideReport = (id, decision, reason) => post(`/reports/${id}/decision`, { decision, reason });

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Page<AuditEntry>>} */
export const auditLog = (query, signal) => get('/audit-log', query, signal);

/** @param {AbortSignal} [signal] @returns {Promise<{items: PoolInspection[]}>} */
export const poolInspections = (signal) => get('/admin/pools', {}, signal);

/** What other policies would have achieved on a day; today unless it says another.
 *  @param {string} category @param {string[]} policies @param {string} date @returns {Promise<DryRun>} */
export const dryRun = (category, policies, date) =>
  post(`/admin/pools/${category}/dry-run`, { policies, date: date || undefined });
