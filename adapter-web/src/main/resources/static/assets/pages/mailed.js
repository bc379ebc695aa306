// @ts-check
/**
 * Forgotten passwords and links that were mailed. The token of a link stands behind `#`, where no
 * request and no referrer carries it; it leaves the address, and so the history, before anything
 * else happens, and is known to this module only.
 */
import * as api from '../api.js';
import { h, say } from '../dom.js';
import { field, form } from '../forms.js';
import { Problem } from '../http.js';
import { t } from '../i18n.js';
import { forgetAccount } from '../own-account.js';
import { goInstead, here, rename } from '../router.js';
import { member } from '../session.js';

/** By path. @type {Map<string, string>} */
const tokens = new Map();

/** What became of a token, which can be used once only. @type {Map<string, Promise<void>>} */
const followed = new Map();

/** Takes the token of a mailed link out of the address. */
export function takeToken() {
  const [path, search = ''] = here().split('?', 2);
  const token = new URLSearchParams(search).get('token');
  if (token === null) return;
  tokens.set(path, token);
  rename(path);
}

/** @returns {import('../router.js').Shown} */
export function forgotPasswordPage() {
  const email = h('input', { type: 'email', name: 'email', autocomplete: 'username', inputmode: 'email' });
  const done = h('p', { class: 'status', role: 'status' });
  done.hidden = true;
  return {
    title: t('forgot.title'),
    content: [
      h('p', { class: 'lead' }, t('forgot.lead')),
      form({
        fields: [field(t('sign.email'), email, { pointer: '/email' })],
        submit: t('forgot.submit'),
        async onSubmit() {
          done.hidden = true;
          await api.mailPasswordReset(email.value);
          done.hidden = false;
          done.textContent = t('forgot.done');
        },
      }),
      done,
      h('p', {}, h('a', { href: '#/sign-in' }, t('sign.in'))),
    ],
  };
}

export const verifyEmailPage = () => confirmPage('/verify-email', t('mailed.verified'));

export const changeEmailPage = () => confirmPage('/change-email', t('mailed.changed'));

/** @returns {import('../router.js').Shown} */
export function resetPasswordPage() {
  const token = tokens.get('/reset-password');
  if (token === undefined) return linkNotGood();
  const password = h('input', { type: 'password', name: 'password', autocomplete: 'new-password' });
  return {
    title: t('reset.title'),
    content: [
      h('p', { class: 'lead' }, t('reset.lead')),
      form({
        fields: [field(t('settings.newPassword'), password, { pointer: '/password', hint: t('sign.passwordHint') })],
        submit: t('reset.submit'),
        async onSubmit() {
          await api.resetPassword(token, password.value);
          tokens.delete('/reset-password');
          say(t('reset.done'));
          goInstead('/sign-in');
        },
      }),
      h('p', {}, h('a', { href: '#/forgot-password' }, t('mailed.another'))),
    ],
  };
}

/** @param {string} path @param {string} done @returns {Promise<import('../router.js').Shown>} */
async function confirmPage(path, done) {
  const token = tokens.get(path);
  if (token === undefined) return linkNotGood();
  try {
    await follow(token);
  } catch (problem) {
    if (problem instanceof Problem && problem.isDefinite) return linkNotGood(problem.message);
    throw problem;
  }
  forgetAccount();
  return {
    title: done,
    content: [
      member() === null
        ? h('p', {}, h('a', { href: '#/sign-in' }, t('sign.in')))
        : h('p', {}, h('a', { href: '#/' }, t('page.toHome'))),
    ],
  };
}

/** @param {string} token */
function follow(token) {
  const known = followed.get(token);
  if (known) return known;
  const now = api.confirmEmail(token);
  followed.set(token, now);
  now.catch((problem) => {
    if (!(problem instanceof Problem && problem.isDefinite)) followed.delete(token);
  });
  return now;
}

/** @param {string} [reason] @returns {import('../router.js').Shown} */
function linkNotGood(reason = t('mailed.again')) {
  return {
    title: t('mailed.notGood'),
    content: [
      h('p', {}, reason),
      h('ul', { class: 'links' }, [
        h('li', {}, h('a', { href: '#/settings' }, t('mailed.toSettings'))),
        h('li', {}, h('a', { href: '#/forgot-password' }, t('mailed.forgot'))),
      ]),
    ],
  };
}
