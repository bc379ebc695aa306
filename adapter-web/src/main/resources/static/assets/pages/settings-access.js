// @ts-check
/** How one gets into one's account: address, password, accounts elsewhere, sessions. */
import * as api from '../api.js';
import { deviceName } from '../device.js';
import { sure } from '../dialogs.js';
import { h, say, section } from '../dom.js';
import { actionButton, field, form, troubleLine } from '../forms.js';
import { Problem } from '../http.js';
import { t } from '../i18n.js';
import { nothing, wholeList } from '../list.js';
import { show } from '../router.js';
import * as session from '../session.js';
import { ago, shortDate } from '../time.js';

/** @typedef {import('../api.js').Account} Account */

/** @param {Account} account */
export function emailSection({ email: present, emailVerified, hasPassword }) {
  const trouble = troubleLine();
  const email = h('input', { type: 'email', name: 'email', autocomplete: 'email', inputmode: 'email' });
  const password = passwordField('emailPassword');
  const again = actionButton(
    'secondary',
    t('email.again'),
    async () => {
      await api.mailVerification();
      say(t('email.sent', { email: present }));
    },
    trouble,
  );
  return section(
    t('email.title'),
    h(
      'p',
      {},
      h('span', { class: 'name' }, present),
      ' ',
      h('span', { class: emailVerified ? 'badge' : 'badge warm' }, t(emailVerified ? 'email.verified' : 'email.unverified')),
    ),
    trouble,
    !emailVerified && h('div', { class: 'actions' }, again),
    form({
      fields: [
        field(t('email.new'), email, { pointer: '/email', hint: t('email.newHint') }),
        hasPassword && field(t('settings.presentPassword'), password, { pointer: '/password' }),
      ],
      submit: t('email.change'),
      pointers: { EMAIL_TAKEN: '/email', WRONG_PASSWORD: '/password' },
      look: 'secondary',
      async onSubmit() {
        const wanted = email.value;
        await api.changeEmail(wanted, hasPassword ? password.value : null);
        email.value = password.value = '';
        say(t('email.sent', { email: wanted }));
      },
    }),
  );
}

/** @param {Account} account */
export function passwordSection({ email, hasPassword }) {
  if (!hasPassword) {
    const trouble = troubleLine();
    const ask = actionButton(
      'secondary',
      t('password.mail'),
      async () => {
        await api.mailPasswordReset(email);
        say(t('email.sent', { email }));
      },
      trouble,
    );
    return section(t('sign.password'), h('p', {}, t('password.none')), trouble, h('div', { class: 'actions' }, ask));
  }
  const present = passwordField('present');
  const replacement = h('input', { type: 'password', name: 'replacement', autocomplete: 'new-password' });
  return section(
    t('sign.password'),
    form({
      fields: [
        // For password managers, which would not know whose password it is.
        h('input', { hidden: true, autocomplete: 'username', value: email }),
        field(t('password.present'), present, { pointer: '/present' }),
        field(t('settings.newPassword'), replacement, { pointer: '/password', hint: t('password.hint') }),
      ],
      submit: t('password.change'),
      pointers: { WRONG_PASSWORD: '/present' },
      look: 'secondary',
      async onSubmit() {
        await api.changePassword(present.value, replacement.value);
        present.value = replacement.value = '';
        say(t('password.changed'));
        window.dispatchEvent(new Event(SESSIONS_CHANGED));
      },
    }),
  );
}

/** A field for the present password. @param {string} name */
export const passwordField = (name) => h('input', { type: 'password', name, autocomplete: 'current-password' });

/** Told on the window when sessions have ended by something else than their list. */
const SESSIONS_CHANGED = 'moim-sessions-changed';

/** @param {AbortSignal} signal */
export function sessionsSection(signal) {
  const trouble = troubleLine();
  const list = wholeList({ load: () => api.sessions(signal), row: sessionRow, empty: () => nothing(t('sessions.none')) });
  const everywhere = actionButton('danger', t('sessions.endAll'), endAll, trouble);
  window.addEventListener(SESSIONS_CHANGED, list.reload, { signal });
  list.reload();
  return section(t('sessions.title'), list.element, trouble, h('div', { class: 'actions' }, everywhere));

  /** @param {import('../api.js').OwnSession} one */
  function sessionRow({ id, device, address, startedAt, lastUsedAt, current }) {
    const end = actionButton('secondary', t('sessions.end'), () => endOne(id), trouble);
    end.setAttribute('aria-label', t('sessions.endOf', { device: deviceName(device) }));
    return h(
      'li',
      { class: 'card row' },
      h(
        'div',
        {},
        h('p', {}, h('span', { class: 'name' }, deviceName(device)), ' ', current && h('span', { class: 'badge' }, t('sessions.current'))),
        h('p', { class: 'quiet-text' }, t('sessions.used', { address, when: ago(lastUsedAt), since: shortDate(startedAt) })),
      ),
      !current && end,
    );
  }

  /** @param {string} id */
  async function endOne(id) {
    await api.endSession(id);
    say(t('sessions.ended'));
    await list.reload();
  }

  async function endAll() {
    if (!(await sure(t('sessions.endAllSure'), t('sessions.endAll')))) return;
    await api.endAllSessions();
    session.endedEverywhere();
  }
}

/** The accounts elsewhere; nothing where there are none to be had. @param {AbortSignal} signal */
export async function linkedAccounts(signal) {
  const providers = (await orNone(api.providers())).items;
  const linked = (await orNone(api.identities(signal))).items;
  const ids = [...new Set([...providers.map(({ id }) => id), ...linked.map(({ provider }) => provider)])];
  if (ids.length === 0) return null;
  const trouble = troubleLine();
  return section(t('linked.title'), h('ul', { class: 'cards' }, ids.map(row)), trouble);

  /** @param {string} id */
  function row(id) {
    const known = linked.find(({ provider }) => provider === id);
    const name = providers.find((one) => one.id === id)?.name ?? known?.name ?? id;
    const since = known?.linkedAt;
    const unlink = actionButton('secondary', t('linked.unlink'), () => end(id, name), trouble);
    const link = actionButton('secondary', t('linked.link'), () => api.linkWith(id, '/settings'), trouble);
    unlink.setAttribute('aria-label', t('linked.unlinkOf', { name }));
    link.setAttribute('aria-label', t('linked.linkOf', { name }));
    return h(
      'li',
      { class: 'card row' },
      h(
        'div',
        {},
        h('p', { class: 'name' }, name),
        h('p', { class: 'quiet-text' }, since ? t('linked.since', { since: shortDate(since) }) : t('linked.not')),
      ),
      since ? unlink : link,
    );
  }

  /** @param {string} id @param {string} name */
  async function end(id, name) {
    if (!(await sure(t('linked.unlinkSure', { name }), t('linked.unlink')))) return;
    await api.unlink(id);
    say(t('linked.unlinked'));
    await show(false);
  }
}

/** @template T @param {Promise<{items: T[]}>} answer @returns {Promise<{items: T[]}>} */
async function orNone(answer) {
  try {
    return await answer;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { items: [] };
  }
}
