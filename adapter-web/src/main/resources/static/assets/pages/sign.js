// @ts-check
/** Signing in and signing up, and what one is told when one has left. */
import { providers, signUp } from '../api.js';
import { fill, h, say, section } from '../dom.js';
import { field, form } from '../forms.js';
import { Problem } from '../http.js';
import { t, tOr } from '../i18n.js';
import { goInstead } from '../router.js';
import { signIn } from '../session.js';
import { longDate } from '../time.js';

/** @param {import('../router.js').Visit} visit */
export function signInPage({ query }) {
  const back = query.get('back');
  const problem = query.get('problem');
  return {
    title: t('sign.in'),
    content: [
      problem !== null && h('div', { class: 'trouble', role: 'alert' }, h('p', {}, problemText(problem))),
      h('p', { class: 'lead' }, t('sign.lead')),
      signInForm(() => goInstead(whereFrom(query))),
      h('p', {}, h('a', { href: '#/forgot-password' }, t('sign.forgot'))),
      h('p', {}, t('sign.noAccount'), ' ', h('a', { href: withBack('#/sign-up', back) }, t('sign.up'))),
      elsewhere(whereFrom(query)),
    ],
  };
}

/** @param {import('../router.js').Visit} visit */
export function signUpPage({ query }) {
  const email = h('input', { type: 'email', name: 'email', autocomplete: 'email', inputmode: 'email' });
  const nickname = h('input', { name: 'nickname', autocomplete: 'nickname' });
  const password = h('input', { type: 'password', name: 'password', autocomplete: 'new-password' });
  return {
    title: t('sign.up'),
    content: [
      form({
        fields: [
          field(t('sign.email'), email, { pointer: '/email' }),
          field(t('sign.nickname'), nickname, { pointer: '/nickname', hint: t('sign.nicknameHint') }),
          field(t('sign.password'), password, { pointer: '/password', hint: t('sign.passwordHint') }),
        ],
        submit: t('sign.up'),
        pointers: { EMAIL_TAKEN: '/email', NICKNAME_TAKEN: '/nickname' },
        async onSubmit() {
          await signUp({ email: email.value, nickname: nickname.value, password: password.value });
          say(t('sign.mailed'));
          goInstead(whereFrom(query));
        },
      }),
      h('p', {}, t('sign.haveAccount'), ' ', h('a', { href: withBack('#/sign-in', query.get('back')) }, t('sign.in'))),
      elsewhere(whereFrom(query)),
    ],
  };
}

/** Told once, after one has left. @param {import('../router.js').Visit} visit @returns {import('../router.js').Shown} */
export function goodbyePage({ query }) {
  const until = query.get('until') ?? '';
  const known = !Number.isNaN(Date.parse(until));
  return {
    title: t('goodbye.title'),
    content: [
      h('p', {}, known ? t('goodbye.until', { until: longDate(until) }) : t('goodbye.hint')),
      h('p', {}, h('a', { href: '#/sign-in' }, t('sign.in'))),
    ],
  };
}

/** The form to sign in with. @param {() => void} then */
export function signInForm(then) {
  const email = h('input', { type: 'email', name: 'email', autocomplete: 'username', inputmode: 'email' });
  const password = h('input', { type: 'password', name: 'password', autocomplete: 'current-password' });
  return form({
    fields: [
      field(t('sign.email'), email, { pointer: '/email' }),
      field(t('sign.password'), password, { pointer: '/password' }),
    ],
    submit: t('sign.in'),
    async onSubmit() {
      await signIn(email.value, password.value);
      then();
    },
  });
}

/** Where a provider is to be asked who somebody is; it leads back to a path of these pages.
 *  @param {string} provider @param {string} next */
export const providerAddress = (provider, next) =>
  `/oauth2/authorization/${encodeURIComponent(provider)}?next=${encodeURIComponent(next)}`;

/** Why nothing came of signing in elsewhere. @param {string} code */
export const problemText = (code) => tOr('provider.problem.OTHER', `provider.problem.${code}`, {});

/** The ways in through others, if there are any; without them the form stands alone. @param {string} next */
function elsewhere(next) {
  const place = h('div');
  show();
  return place;

  async function show() {
    try {
      const { items } = await providers();
      if (items.length === 0) return;
      const links = items.map(({ id, name }) =>
        h('a', { class: 'button secondary', href: providerAddress(id, next) }, t('provider.signIn', { name })),
      );
      fill(place, section(t('provider.elsewhere'), h('div', { class: 'actions' }, links)));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
    }
  }
}

/** @param {URLSearchParams} query */
function whereFrom(query) {
  const back = query.get('back');
  return back?.startsWith('/') ? back : '/';
}

/** @param {string} link @param {string | null} back */
const withBack = (link, back) => (back ? `${link}?back=${encodeURIComponent(back)}` : link);
