// @ts-check
/** Doing something again and again, for as long as a page is shown and somebody can see it. */
import { Problem } from './http.js';

const SLOWEST_SECONDS = 30;

/**
 * Runs an action every so many seconds, one at a time, until the signal aborts or the action
 * returns false. Rests while the tab is hidden; after failures it waits longer and longer.
 *
 * @param {AbortSignal} signal
 * @param {number} seconds
 * @param {() => Promise<unknown>} action
 * @param {(problem: Problem | null) => void} [report] told when it fails, and when it works again
 */
export async function every(signal, seconds, action, report = () => {}) {
  let pause = seconds;
  while (!signal.aborted) {
    await rest(signal, pause);
    await seen(signal);
    if (signal.aborted) return;
    try {
      const goOn = await action();
      if (signal.aborted || goOn === false) return;
      if (pause !== seconds) report(null);
      pause = seconds;
    } catch (problem) {
      if (signal.aborted) return;
      if (!(problem instanceof Problem)) throw problem;
      report(problem);
      pause = Math.min(SLOWEST_SECONDS, pause * 2);
    }
  }
}

/** @param {AbortSignal} signal @param {number} seconds @returns {Promise<void>} */
function rest(signal, seconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(done, seconds * 1000);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}

/** @param {AbortSignal} signal @returns {Promise<void>} */
function seen(signal) {
  return new Promise((resolve) => {
    if (!document.hidden || signal.aborted) return resolve();
    const check = () => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener('visibilitychange', check);
      signal.removeEventListener('abort', check);
      resolve();
    };
    document.addEventListener('visibilitychange', check);
    signal.addEventListener('abort', check);
  });
}
