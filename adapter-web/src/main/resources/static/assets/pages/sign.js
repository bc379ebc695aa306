// @ts-check
/** Signing in and signing up. */
import { signUp } from '../api.js';
import { h } from '../dom.js';
import { field, form } from '../forms.js';
import { t } from '../i18n.js';
import { goInstead } from '../router.js';
import { signIn } from '../session.js';

/** @param {import('../router.js').Visit} visit */
export function signInPage({ query }) {
  const back = query.get('back');
  return {
    title: t('sign.in'),
    content: [
      h('p', { class: 'lead' }, t('sign.lead')),
      signInForm(() => goInstead(whereFrom(query))),
      h('p', {}, t('sign.noAccount'), ' ', h('a', { href: withBack('#/sign-up', back) }, t('sign.up'))),
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
          goInstead(whereFrom(query));
        },
      }),
      h('p', {}, t('sign.haveAccount'), ' ', h('a', { href: withBack('#/sign-in', query.get('back')) }, t('sign.in'))),
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

/** @param {URLSearchParams} query */
function whereFrom(query) {
  const back = query.get('back');
  return back?.startsWith('/') ? back : '/';
}

/** @param {string} link @param {string | null} back */
const withBack = (link, back) => (back ? `${link}?back=${encodeURIComponent(back)}` : link);
