// @ts-check
/** A match request: the wait, and what becomes of it. */
import * as api from '../api.js';
import { fill, h, svg } from '../dom.js';
import { conditionList, describe, facetName, stepNames, term } from '../facets.js';
import { actionButton, troubleLine } from '../forms.js';
import { Problem } from '../http.js';
import { percent, t, tOr } from '../i18n.js';
import { every } from '../live.js';
import { toRequest } from '../match-requests.js';
import { ago, countdown, shortDate, until } from '../time.js';
import { meetingCard } from './meetings.js';
import { memberName } from './member.js';

const RADIUS = 54;
const AROUND = 2 * Math.PI * RADIUS;

/** How often one looks what has become of a request, in seconds: while it waits, and while others may join its group. */
const WAITING = 2;
const IN_OPEN_GROUP = 5;

/** @typedef {import('../api.js').MatchRequest} MatchRequest */
/**
 * What is shown for as long as a request is as it is; another status is another scene.
 *
 * @typedef {object} Scene
 * @property {HTMLElement} heading
 * @property {(HTMLElement | false)[]} content
 * @property {(latest: MatchRequest) => void | Promise<void>} update
 * @property {() => void} tick
 */

/** @param {import('../router.js').Visit} visit */
export async function matchRequestPage({ parameters, signal }) {
  const { id } = parameters;
  const [categories, request] = await Promise.all([api.categories(), api.matchRequest(id, signal)]);
  const category = categories.find((one) => one.key === request.category);
  const stage = h('div', { class: 'stage' });
  const trouble = troubleLine();
  let shown = request;
  let scene = await sceneOf(request);
  let turn = 0;

  put();
  every(signal, 1, async () => scene.tick());
  watch();
  return { title: t('match.requestTitle'), content: [stage, trouble] };

  /** Looks again and again, as often as what is shown may change. */
  function watch() {
    const seconds = pace(shown);
    if (seconds === 0) return;
    every(signal, seconds, goOn, report);

    async function goOn() {
      if (pace(shown) === seconds) await look();
      if (pace(shown) === seconds) return true;
      watch();
      return false;
    }
  }

  /** Brings up to date what is shown. Of two looks at the same time the later one counts. */
  async function look() {
    const mine = ++turn;
    const latest = await api.matchRequest(id, signal);
    if (mine !== turn) return;
    if (kindOf(latest) === kindOf(shown)) {
      shown = latest;
      await scene.update(latest);
      return;
    }
    const next = await sceneOf(latest);
    if (mine !== turn || signal.aborted) return;
    shown = latest;
    scene = next;
    put();
    scene.heading.focus();
  }

  function put() {
    fill(stage, scene.heading, scene.content);
  }

  /** @param {Problem | null} problem */
  function report(problem) {
    fill(trouble, problem && h('p', {}, problem.message));
  }

  /** A button that does something about the request and shows what came of it; if not at once, the next look does.
   *  @param {string} look @param {string} text @param {(id: string) => Promise<unknown>} act */
  function action(look, text, act) {
    return actionButton(look, text, () => act(id).then(() => look().catch(() => {})), trouble);
  }

  /** @param {MatchRequest} latest @returns {Scene | Promise<Scene>} */
  function sceneOf(latest) {
    switch (latest.status) {
      case 'INVITING':
        return inviting(latest, category, [
          !latest.companion && action('primary', t('match.startNow'), api.startMatchRequest),
          takeBack(latest),
        ]);
      case 'WAITING':
        return waiting(latest, category, takeBack(latest));
      case 'PROPOSED':
        return proposed(latest, category, {
          accept: action('primary', t('match.accept'), api.acceptProposal),
          decline: action('secondary', t('match.decline'), api.declineProposal),
        });
      case 'MATCHED':
        return latest.meetingId ? matched(latest, latest.meetingId, category, signal) : seated(latest);
      default:
        return ended(latest, category);
    }
  }

  /** @param {MatchRequest} latest */
  function takeBack({ companion }) {
    return action('secondary', t(companion ? 'match.leaveParty' : 'match.cancel'), api.cancelMatchRequest);
  }
}

/** Which scene a request is shown in. @param {MatchRequest} request */
const kindOf = ({ status, meetingId }) => `${status} ${meetingId}`;

/** How many seconds it may be until something changes; 0 once nothing will. @param {MatchRequest} request */
function pace({ status, openUntil }) {
  if (status === 'INVITING' || status === 'WAITING' || status === 'PROPOSED') return WAITING;
  return status === 'MATCHED' && openUntil ? IN_OPEN_GROUP : 0;
}

/** @param {string} text @param {string} [look] */
const headline = (text, look) => h('h2', { tabindex: '-1', class: look }, text);

/**
 * Fills an element with a row for each of some things, anew only where they have changed.
 *
 * @template T
 * @param {Element} element
 * @param {(one: T) => Node} row
 * @returns {(things: T[]) => void}
 */
function rows(element, row) {
  let shown = '';
  return (things) => {
    const now = JSON.stringify(things);
    if (now !== shown) fill(element, things.map(row));
    shown = now;
  };
}

/** The friends are being asked. @param {MatchRequest} first
 *  @param {import('../api.js').Category | undefined} category
 *  @param {(HTMLElement | false)[]} buttons @returns {Scene} */
function inviting(first, category, buttons) {
  const friends = h('ul', { class: 'people', 'aria-live': 'polite' });
  const showFriends = rows(friends, companion);
  const left = h('strong', { class: 'left' });
  showFriends(first.party);
  tick();
  return {
    heading: headline(t('match.inviting'), 'good'),
    content: [
      h(
        'div',
        { class: 'card' },
        h('p', {}, t('match.invitingHint')),
        friends,
        h('p', {}, t('home.timeLeft'), ' ', left),
        wish(first, category),
      ),
      h('div', { class: 'actions' }, buttons),
    ],
    update: ({ party }) => showFriends(party),
    tick,
  };

  function tick() {
    left.textContent = countdown(until(first.expiresAt));
  }
}

/** Somebody who comes along, or was asked to. @param {import('../api.js').Companion} companion */
function companion({ memberId, nickname, answer }) {
  const comes = answer === 'ACCEPTED';
  return h(
    'li',
    { class: comes ? '' : 'undecided' },
    memberName(nickname && memberId, nickname ?? t('meeting.gone')),
    h('span', { class: comes ? 'badge' : 'badge warm' }, tOr('companion.OPEN', `companion.${answer}`, {})),
  );
}

/** The card that one waits in front of. @param {MatchRequest} first
 *  @param {import('../api.js').Category | undefined} category
 *  @param {HTMLElement} cancel @returns {Scene} */
function waiting(first, category, cancel) {
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
  const people = h('p', { class: 'people-waiting' });
  const suitable = h('p', { class: 'quiet-text' });
  const chances = h('dl', { class: 'chances' });
  const hints = h('ul', { class: 'hints' });
  const advice = h('div', { class: 'wish' }, h('h3', {}, t('match.loosen')), hints);
  const showChances = rows(chances, chance);
  const showHints = rows(hints, hint);
  const age = h('span');
  update(first);
  tick();
  return {
    heading: headline(t('match.searching'), 'unseen'),
    content: [
      h(
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
        people,
        suitable,
        chances,
        advice,
        wish(first, category, term(t('match.asked'), age), term(t('match.until'), shortDate(first.expiresAt))),
        h('p', { class: 'quiet-text' }, t('match.mayLeave')),
        cancel,
      ),
    ],
    update,
    tick,
  };

  function tick() {
    const whole = Date.parse(latest.expiresAt) - Date.parse(latest.submittedAt);
    const rest = until(latest.expiresAt);
    arc.setAttribute('stroke-dashoffset', String(AROUND * (1 - Math.min(1, rest / whole))));
    left.textContent = countdown(rest);
    age.textContent = ago(latest.submittedAt);
  }

  /** @param {MatchRequest} newer */
  function update(newer) {
    latest = newer;
    const { outlook } = newer;
    people.textContent = t('match.waiting', { n: outlook?.people ?? newer.waiting });
    suitable.textContent = outlook ? t('match.suitable', { n: outlook.suitable }) : '';
    showChances(outlook?.chances ?? []);
    chances.hidden = !outlook;
    showHints(outlook?.hints ?? []);
    advice.hidden = hints.childElementCount === 0;
  }

  /** @param {import('../api.js').Outlook['chances'][number]} chance */
  function chance({ minutes, probability }) {
    return term(t('match.within', { n: minutes }), percent(probability));
  }

  /** @param {import('../api.js').Outlook['hints'][number]} hint */
  function hint({ facet, wider, morePeople }) {
    const [asked] = describe(category, wider);
    return h(
      'li',
      {},
      h('span', {}, t('match.hint', { facet: facetName(category, facet), wider: asked?.text ?? t('facet.any') })),
      h('strong', { class: 'badge' }, t('match.more', { n: morePeople })),
    );
  }
}

/** What was asked for. @param {MatchRequest} request
 *  @param {import('../api.js').Category | undefined} category @param {...HTMLElement} more */
function wish({ condition, size, relax, fillRooms, party: friends, status }, category, ...more) {
  const comes = friends.filter(({ answer }) => answer === 'ACCEPTED').map(({ nickname }) => nickname ?? t('meeting.gone'));
  return h(
    'div',
    { class: 'wish' },
    conditionList(category, condition),
    h(
      'dl',
      { class: 'terms' },
      term(t('match.size'), t('match.sizeSpan', size)),
      status !== 'INVITING' && comes.length > 0 && term(t('match.with'), comes.join(', ')),
      relax.length > 0 && term(t('match.relaxed'), stepNames(category, relax)),
      fillRooms && term(t('nav.rooms'), t('match.roomsToo')),
      more,
    ),
  );
}

/** One is asked whether one wants a group. @param {MatchRequest} first
 *  @param {import('../api.js').Category | undefined} category
 *  @param {{accept: HTMLElement, decline: HTMLElement}} buttons @returns {Scene} */
function proposed(first, category, { accept, decline }) {
  const accepted = h('p', { class: 'people-waiting', role: 'status' });
  const left = h('strong', { class: 'left' });
  const hint = h('p', { class: 'quiet-text' });
  const heading = headline(t('match.proposed'), 'good');
  let latest = first;
  update(first);
  tick();
  return {
    heading,
    content: [
      h(
        'div',
        { class: 'card' },
        conditionList(category, first.proposal?.agreed ?? {}),
        loosened(first, category),
        accepted,
        h('p', { role: 'timer' }, t('match.answerWithin'), ' ', left),
        hint,
        h('div', { class: 'actions' }, accept, decline),
      ),
    ],
    update,
    tick,
  };

  /** @param {MatchRequest} newer */
  function update(newer) {
    latest = newer;
    const { accepted: count = 0, people = 0, mine = false } = newer.proposal ?? {};
    const text = t('match.accepted', { accepted: count, people });
    if (accepted.textContent !== text) accepted.textContent = text;
    hint.textContent = t(mine ? 'match.acceptedMine' : 'match.declineHint');
    if (mine && document.activeElement === accept) heading.focus();
    accept.hidden = mine;
  }

  function tick() {
    left.textContent = countdown(latest.proposal ? until(latest.proposal.respondBy) : 0);
  }
}

/** What is not as it was first asked for. @param {MatchRequest} request
 *  @param {import('../api.js').Category | undefined} category */
const loosened = ({ relaxed }, category) =>
  relaxed.length > 0 && h('p', { class: 'quiet-text loosened' }, t('match.loosened', { steps: stepNames(category, relaxed) }));

/** There is a group. @param {MatchRequest} first @param {string} meetingId
 *  @param {import('../api.js').Category | undefined} category @param {AbortSignal} signal @returns {Promise<Scene>} */
async function matched(first, meetingId, category, signal) {
  let meeting = await api.meeting(meetingId, signal);
  const place = h('div', {}, meetingCard(meeting, category));
  const open = h('p', { class: 'status' });
  const otherwise = h('div', {}, loosened(first, category));
  tellOpen(first);
  return {
    heading: headline(t('match.found'), 'good'),
    content: [
      open,
      place,
      otherwise,
      h(
        'div',
        { class: 'actions' },
        h('a', { href: `#/meetings/${meetingId}`, class: 'button primary' }, t('match.toMeeting')),
        h('a', { href: '#/meetings', class: 'button secondary' }, t('room.toMeetings')),
      ),
    ],
    async update(newer) {
      tellOpen(newer);
      fill(otherwise, loosened(newer, category));
      const latest = await api.meeting(meetingId, signal);
      if (JSON.stringify(latest) === JSON.stringify(meeting)) return;
      meeting = latest;
      fill(place, meetingCard(meeting, category));
    },
    tick() {},
  };

  /** @param {MatchRequest} newer */
  function tellOpen({ openUntil }) {
    open.hidden = !openUntil;
    open.textContent = openUntil ? t('match.open', { until: shortDate(openUntil) }) : '';
  }
}

/** There is a seat in an open room. @param {MatchRequest} request @returns {Scene} */
function seated({ roomId }) {
  return {
    heading: headline(t('match.seated'), 'good'),
    content: [
      h('p', {}, t('match.seatedHint')),
      h('div', { class: 'actions' }, h('a', { href: `#/rooms/${roomId}`, class: 'button primary' }, t('match.toRoom'))),
    ],
    update() {},
    tick() {},
  };
}

/** Why a request ended without a group. @param {string | undefined} reason */
export const endReasonText = (reason) => tOr('endReason.OTHER', `endReason.${reason}`, {});

/** It ended without a group. @param {MatchRequest} request
 *  @param {import('../api.js').Category | undefined} category @returns {Scene} */
function ended(request, category) {
  const { status, endReason } = request;
  return {
    heading: headline(t(status === 'EXPIRED' ? 'match.expired' : 'match.cancelled')),
    content: [
      endReason !== 'TAKEN_BACK' && h('p', {}, t('match.because', { reason: endReasonText(endReason) })),
      wish(request, category),
      askAgain(request),
    ],
    update() {},
    tick() {},
  };
}

/** Asks once more for the same. @param {MatchRequest} request */
function askAgain({ id, category }) {
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
      await toRequest(() => api.repeatMatchRequest(id), true);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      const errors = problem.errors.map((error) => error.message ?? error.code);
      fill(trouble, [problem.message, ...errors].map((text) => h('p', {}, text)));
      again.disabled = false;
    }
  }
}
