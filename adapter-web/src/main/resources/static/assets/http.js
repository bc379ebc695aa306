// @ts-check
/** One request to the server and its answer. Knows nothing of who is signed in. */
import { language, t } from './i18n.js';
import { learnServerTime, timeInWords } from './time.js';

/** How long an answer may take before the request counts as failed. */
const PATIENCE_MS = 15_000;

/** @typedef {{pointer: string, code: string, message?: string}} FieldError */

/** A refusal in the form of RFC 9457, or no answer at all (status 0). Its message is for people. */
export class Problem extends Error {
  /** @param {number} status @param {{[member: string]: any}} body @param {string | null} [retryAfter] */
  constructor(status, body, retryAfter = null) {
    const seconds = status === 429 ? Number(retryAfter ?? body.details?.retryAfterSeconds) || 0 : 0;
    const unsaid = t(status === 0 ? 'problem.offline' : 'problem.unknown');
    super(seconds ? t('problem.wait', { time: timeInWords(seconds) }) : body.detail || body.title || unsaid);
    this.status = status;
    /** @type {string} */
    this.code = body.code ?? '';
    /** @type {FieldError[]} */
    this.errors = body.errors ?? [];
    /** @type {Record<string, any>} */
    this.details = body.details ?? {};
    /** How many seconds to wait before asking again; 0 if nothing is said of it. */
    this.waitSeconds = seconds;
  }

  /** Whether the server has decided; if not, it may or may not have done what was asked. */
  get isDefinite() {
    return this.status >= 400 && this.status < 500 && this.status !== 429;
  }
}

/**
 * @typedef {object} Request
 * @property {unknown} [body] sent as JSON, or as it is where it is a Blob
 * @property {Record<string, string>} [headers]
 * @property {AbortSignal} [signal] gives up on the request, which then fails with an AbortError
 * @property {RequestCache} [cache]
 * @property {number} [patience] how long the answer may take, in milliseconds
 */
/** @typedef {{body: any, etag: string | null}} Answer */

/**
 * Sends a request and returns the JSON of its answer, or null if it has none.
 *
 * @param {string} method
 * @param {string} path below /api/v1
 * @param {Request} [request]
 * @returns {Promise<any>}
 */
export const send = async (method, path, request) => (await exchange(method, path, request)).body;

/**
 * Sends a request and returns its answer with the version of what it shows. An answer that is not
 * JSON, such as a picture or a calendar, comes as a Blob.
 *
 * @param {string} method
 * @param {string} path below /api/v1
 * @param {Request} [request]
 * @returns {Promise<Answer>}
 */
export async function exchange(method, path, { body, headers = {}, signal, cache, patience = PATIENCE_MS } = {}) {
  /** @type {Response} */
  let response;
  /** @type {Blob} */
  let content;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      cache,
      headers: {
        Accept: 'application/json, application/problem+json, image/png, text/calendar',
        'Accept-Language': language(),
        ...contentType(body),
        ...headers,
      },
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
      signal: AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])]),
    });
    content = await response.blob();
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Problem(0, {});
  }
  learnServerTime(response.headers.get('Date'));
  const answer = isFile(content.type) && response.ok ? content : readJson(await content.text());
  if (!response.ok) throw new Problem(response.status, answer ?? {}, response.headers.get('Retry-After'));
  return { body: answer, etag: response.headers.get('ETag') };
}

/** @param {unknown} body @returns {Record<string, string>} */
function contentType(body) {
  if (body === undefined) return {};
  return { 'Content-Type': body instanceof Blob ? body.type : 'application/json' };
}

/** @param {string} type */
const isFile = (type) => type.startsWith('image/') || type.startsWith('text/calendar');

/** @param {string} text */
function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
