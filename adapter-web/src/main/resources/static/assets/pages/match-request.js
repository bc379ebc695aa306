// @ts-check
/** A match request: the wait, and what becomes of it. */
import * as api from '../api.js';
import { fill, h, svg } from '../dom.js';
import { conditionList, term } from '../facets.js';
import { Problem } from '../http.js';
import { t } from '../i18n.js';
import { every } from '../live.js';
import { ago, countdown, shortDate, until } from '../time.js';
import { toRequest } from './match.js';
import { meetingCard } from './meetings.js';

const RADIUS = 54;
const AROUND = 2 * Math.PI * RADIUS;

/** @param {import('../router.js').Visit} visit */
export async function matchRequestPage({ parameters, signal }) {
  const { id } = parameters;
  const [categories, request] = await Promise.all([api.categories(), api.matchRequest(id, signal)]);
  const category = categories.find((one) => one.key === request.category);
  const stage = h('div', { class: 'stage' });

  if (request.status === 'WAITING') showWaiting();
  else await showOutcome(request);
  return { title: t('match.requestTitle'), content: [stage] };

  function showWaiting() {
    const card = waitingCard(request, category, cancel);
    fill(stage, card.element);
    every(signal, 1, async () => card.tick());
    every(signal, 1, look, card.report);

    async function look() {
      const latest = await api.matchRequest(id, signal);
      card.update(latest);
      if (latest.status === 'WAITING') return true;
      await showOutcome(latest);
      moveFocus();
      return false;
    }

    /** Where it was matched meanwhile, the next look shows the match. */
    async function cancel() {
      try {
        await api.cancelMatchRequest(id);
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        card.report(problem);
      }
    }
  }

  /** @param {import('../api.js').MatchRequest} latest */
  async function showOutcome(latest) {
    if (latest.status === 'MATCHED' && latest.meetingId) {
      const meeting = await api.meeting(latest.meetingId, signal);
      if (signal.aborted) return;
      fill(
        stage,
        h('h2', { class: 'good', tabindex: '-1' }, t('match.found')),
        meetingCard(meeting, category),
        h('p', {}, h('a', { href: '#/meetings' }, t('room.toMeetings'))),
      );
    } else {
      const text = t(latest.status === 'EXPIRED' ? 'match.expired' : 'match.cancelled');
      fill(stage, h('h2', { tabindex: '-1' }, text), conditionList(category, latest.condition), askAgain(latest));
    }
  }

  function moveFocus() {
    /** @type {HTMLElement | null} */ (stage.querySelector('h2'))?.focus();
  }
}

/**
 * Asks once more for the same.
 *
 * @param {import('../api.js').MatchRequest} request
 */
function askAgain({ category, condition, size }) {
  const trouble = h('div', { class: 'trouble', role: 'alert' });
  const again = h('button', { type: 'button', class: 'primary', onclick }, t('match.again'));
  return h(
    'div',
    {},
    trouble,
    h(
      'div',
      { class: 'actions' },
      again,
      h('a', { href: `#/match?category=${category}`, class: 'button secondary' }, t('match.askOther')),
    ),
  );

  async function onclick() {
    again.disabled = true;
    try {
      await toRequest(() => api.submitMatchRequest({ category, condition, size }), true);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      const errors = problem.errors.map((error) => error.message ?? error.code);
      fill(trouble, [problem.message, ...errors].map((text) => h('p', {}, text)));
      again.disabled = false;
    }
  }
}

/**
 * The card that one waits in front of.
 *
 * @param {import('../api.js').MatchRequest} first
 * @param {import('../api.js').Category | undefined} category
 * @param {() => Promise<void>} cancel
 */
function waitingCard(first, category, cancel) {
  let latest = first;
  const arc = svg('circle', {
    class: 'ring-left',
    cx: 60,
    cy: 60,
    r: RADIUS,
    'stroke-dasharray': AROUND,
    transform: 'rotate(-90 60 60)',
  });
  const left = h('strong', { class: 'ring-text' });
  const waiting = h('p', { class: 'people-waiting' });
  const age = h('span');
  const trouble = h('div', { class: 'trouble', role: 'alert' });
  const button = h('button', { type: 'button', class: 'secondary', onclick }, t('match.cancel'));
  update(first);
  tick();
  return {
    element: h(
      'div',
      { class: 'card waiting' },
      h(
        'div',
        { class: 'ring', role: 'timer' },
        svg(
          'svg',
          { viewBox: '0 0 120 120', 'aria-hidden': 'true' },
          svg('circle', { class: 'ring-whole', cx: 60, cy: 60, r: RADIUS }),
          arc,
        ),
        h('div', { class: 'ring-inner' }, left, h('span', {}, t('match.left'))),
      ),
      waiting,
      h(
        'div',
        { class: 'wish' },
        conditionList(category, first.condition),
        h(
          'dl',
          { class: 'terms' },
          term(t('match.size'), t('match.sizeSpan', { min: first.size.min, max: first.size.max })),
          term(t('match.asked'), age),
          term(t('match.until'), shortDate(first.expiresAt)),
        ),
      ),
      h('p', { class: 'quiet-text' }, t('match.mayLeave')),
      trouble,
      button,
    ),
    tick,
    update,
    /** @param {Problem | null} problem */
    report: (problem) => fill(trouble, problem && h('p', {}, problem.message)),
  };

  function tick() {
    const whole = Date.parse(latest.expiresAt) - Date.parse(latest.submittedAt);
    const rest = until(latest.expiresAt);
    arc.setAttribute('stroke-dashoffset', String(AROUND * (1 - rest / whole)));
    left.textContent = countdown(rest);
    age.textContent = ago(latest.submittedAt);
  }

  /** @param {import('../api.js').MatchRequest} newer */
  function update(newer) {
    latest = newer;
    waiting.textContent = t('match.waiting', { n: newer.waiting });
  }

  async function onclick() {
    button.disabled = true;
    await cancel();
    button.disabled = false;
  }
}
