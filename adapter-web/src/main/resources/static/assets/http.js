// @ts-check
/** One request to the server and its answer. Knows nothing of who is signed in. */
import { language, t } from './i18n.js';
import { learnServerTime } from './time.js';

/** How long an answer may take before the request counts as failed. */
const PATIENCE_MS = 15_000;

/** @typedef {{pointer: string, code: string, message?: string}} FieldError */

/** A refusal in the form of RFC 9457, or no answer at all (status 0). Its message is for people. */
export class Problem extends Error {
  /** @param {number} status @param {{[member: string]: any}} body */
  constructor(status, body) {
    super(body.detail || body.title || t(status === 0 ? 'problem.offline' : 'problem.unknown'));
    this.status = status;
    /** @type {string} */
    this.code = body.code ?? '';
    /** @type {FieldError[]} */
    this.errors = body.errors ?? [];
    /** @type {Record<string, any>} */
    this.details = body.details ?? {};
  }

  /** Whether the server has decided; if not, it may or may not have done what was asked. */
  get isDefinite() {
    return this.status >= 400 && this.status < 500 && this.status !== 429;
  }
}

/**
 * @typedef {object} Request
 * @property {unknown} [body]
 * @property {Record<string, string>} [headers]
 * @property {AbortSignal} [signal] gives up on the request, which then fails with an AbortError
 */

/**
 * Sends a request and returns the JSON of its answer, or null if it has none.
 *
 * @param {string} method
 * @param {string} path below /api/v1
 * @param {Request} [request]
 * @returns {Promise<any>}
 */
export async function send(method, path, { body, headers = {}, signal } = {}) {
  /** @type {Response} */
  let response;
  let text;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': language(),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) : AbortSignal.timeout(PATIENCE_MS),
    });
    text = await response.text();
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Problem(0, {});
  }
  learnServerTime(response.headers.get('Date'));
  const answer = readJson(text);
  if (!response.ok) throw new Problem(response.status, answer ?? {});
  return answer;
}

/** @param {string} text */
function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
