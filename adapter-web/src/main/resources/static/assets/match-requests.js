// @ts-check
/** The way to a match request, from wherever one is made. */
import { say } from './dom.js';
import { Problem } from './http.js';
import { t } from './i18n.js';
import { go, goInstead } from './router.js';

/**
 * Goes to the request that was made, or to the one that waits in this category already.
 *
 * @param {() => Promise<import('./api.js').MatchRequest>} submit
 * @param {boolean} [instead] whether it takes the present page's place
 */
export async function toRequest(submit, instead = false) {
  /** @param {string} id */
  const show = (id) => (instead ? goInstead : go)(`/match-requests/${id}`);
  try {
    show((await submit()).id);
  } catch (problem) {
    const live = problem instanceof Problem && problem.code === 'LIVE_REQUEST_EXISTS' && problem.details.matchRequestId;
    if (!live) throw problem;
    say(t('match.already'));
    show(live);
  }
}
