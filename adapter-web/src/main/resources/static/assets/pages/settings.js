// @ts-check
/** One's own account: how one is called and shown, how one gets in, and what is kept. */
import * as api from '../api.js';
import { blocksSection } from '../blocking.js';
import { fill, h, say, section } from '../dom.js';
import { term } from '../facets.js';
import { actionButton, field, form, troubleLine } from '../forms.js';
import { Problem } from '../http.js';
import { t } from '../i18n.js';
import { account, latestAccount, take } from '../own-account.js';
import { fitForUpload, portrait } from '../portrait.js';
import { show } from '../router.js';
import { linkedAccounts, passwordSection, emailSection, sessionsSection } from './settings-access.js';
import { exportSection, leaveSection, ownWarnings } from './settings-data.js';
import { problemText } from './sign.js';

/** @param {import('../router.js').Visit} visit @returns {Promise<import('../router.js').Shown>} */
export async function settingsPage({ query, signal }) {
  const latest = await latestAccount();
  const active = latest.status === 'ACTIVE';
  const problem = query.get('problem');
  const parts = {
    profile: active ? profileSection(latest) : factsSection(latest),
    picture: active && pictureSection(latest),
    email: active && emailSection(latest),
    password: active && passwordSection(latest),
    linked: active && (await linkedAccounts(signal)),
    sessions: sessionsSection(signal),
    blocks: blocksSection(active, signal),
    warnings: ownWarnings(signal),
    export: exportSection(),
    leave: leaveSection(latest),
  };
  const wanted = Object.entries(parts).find(([name]) => name === query.get('part'))?.[1];
  if (wanted) lookAt(wanted, signal);
  return {
    title: t('settings.title'),
    content: [
      problem !== null && h('div', { class: 'trouble', role: 'alert' }, h('p', {}, problemText(problem))),
      !active && h('p', { class: 'status' }, h('a', { href: '#/inactive' }, t(latest.status === 'BLOCKED' ? 'inactive.BLOCKED' : 'inactive.WITHDRAWN'))),
      ...Object.values(parts),
    ],
  };
}

/** Goes to a part of the page once it is shown. @param {HTMLElement} part @param {AbortSignal} signal */
function lookAt(part, signal) {
  setTimeout(() => {
    if (signal.aborted) return;
    part.scrollIntoView();
    const heading = /** @type {HTMLElement} */ (part.querySelector('h2'));
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
}

/** @param {import('../api.js').Account} account */
function factsSection({ nickname, email }) {
  return section(t('settings.profile'), h('dl', { class: 'terms' }, term(t('sign.nickname'), nickname), term(t('sign.email'), email)));
}

/** @param {import('../api.js').Account} first */
function profileSection(first) {
  let seen = first;
  const nickname = h('input', { name: 'nickname', autocomplete: 'nickname', value: first.nickname });
  const language = h(
    'select',
    { name: 'language' },
    h('option', { value: 'ko', lang: 'ko', selected: first.language === 'ko' }, '한국어'),
    h('option', { value: 'en', lang: 'en', selected: first.language === 'en' }, 'English'),
  );
  const zone = h(
    'select',
    { name: 'zone' },
    zonesWith(first.zone).map((one) => h('option', { value: one, selected: one === first.zone }, one.replaceAll('_', ' '))),
  );
  return section(
    t('settings.profile'),
    form({
      fields: [
        field(t('sign.nickname'), nickname, { pointer: '/nickname', hint: t('sign.nicknameHint') }),
        field(t('settings.language'), language, { pointer: '/language' }),
        field(t('settings.zone'), zone, { pointer: '/zone', hint: t('settings.zoneHint', { zone: ownZone() }) }),
      ],
      submit: t('settings.save'),
      pointers: { NICKNAME_TAKEN: '/nickname' },
      async onSubmit() {
        const before = seen.language;
        seen = take(await save());
        if (seen.language !== before) await show(false);
        say(t('settings.saved'));
      },
    }),
  );

  /** Of the three only what was changed here, so that a change made elsewhere is not undone. */
  function changes() {
    const typed = { nickname: nickname.value, language: language.value, zone: zone.value };
    return Object.fromEntries(
      Object.entries(typed).filter(([name, value]) => value !== seen[/** @type {keyof typeof typed} */ (name)]),
    );
  }

  /** Where the same was changed elsewhere meanwhile, one is shown how it is now and asked again. */
  async function save() {
    const wanted = changes();
    try {
      return await api.editAccount(wanted, account()?.etag ?? seen.etag);
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 412) throw problem;
      const latest = await latestAccount();
      const crossing = /** @type {(keyof typeof latest)[]} */ (Object.keys(wanted)).filter(
        (name) => latest[name] !== seen[name],
      );
      seen = latest;
      if (crossing.length === 0) return api.editAccount(wanted, latest.etag);
      throw new Problem(412, {
        detail: t('settings.changedElsewhere', { now: crossing.map((name) => latest[name]).join(', ') }),
      });
    }
  }
}

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** @param {string} chosen */
const zonesWith = (chosen) => [...new Set([...Intl.supportedValuesOf('timeZone'), chosen])].sort();

/** @param {import('../api.js').Account} first */
function pictureSection(first) {
  const trouble = troubleLine();
  const frame = h('div', { class: 'pictured' });
  const file = h('input', { type: 'file', name: 'picture', accept: 'image/png,image/jpeg', onchange });
  const remove = actionButton('secondary', t('picture.remove'), () => change(api.removePicture(), t('picture.removed')), trouble);
  showPicture(first);
  return section(
    t('picture.title'),
    frame,
    field(t('picture.choose'), file, { pointer: '', hint: t('picture.hint') }),
    trouble,
    h('div', { class: 'actions' }, remove),
  );

  /** @param {import('../api.js').Account} latest */
  function showPicture(latest) {
    remove.hidden = !latest.picture;
    fill(
      frame,
      portrait(latest, 'reload'),
      h('span', { class: 'quiet-text' }, t(latest.picture ? 'picture.shown' : 'picture.none')),
    );
  }

  /** @param {Promise<import('../api.js').Account>} changed @param {string} done */
  async function change(changed, done) {
    showPicture(take(await changed));
    say(done);
  }

  async function onchange() {
    const chosen = file.files?.[0];
    if (!chosen) return;
    file.disabled = true;
    fill(trouble);
    try {
      await change(api.setPicture(await fitForUpload(chosen)), t('picture.done'));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      fill(trouble, h('p', {}, problem.message));
    } finally {
      file.disabled = false;
      file.value = '';
    }
  }
}
