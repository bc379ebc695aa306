// @ts-check
/**
 * Forms that tell what is wrong beside the field, and lose nothing: a failed request leaves every
 * field as it was. The server decides what is valid; its errors find their field by pointer.
 */
import { fill, freshId, h } from './dom.js';
import { Problem } from './http.js';
import { t } from './i18n.js';

/**
 * A labelled field.
 *
 * @param {string} label
 * @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} input
 * @param {{pointer: string, hint?: string}} about pointer: where its value stands in the request
 */
export function field(label, input, { pointer, hint }) {
  input.id ||= freshId();
  const error = errorLine();
  const hintLine = hint ? h('p', { class: 'hint', id: freshId() }, hint) : null;
  input.setAttribute('aria-describedby', [hintLine?.id, error.id].filter(Boolean).join(' '));
  return h(
    'div',
    { class: 'field', 'data-pointer': pointer },
    h('label', { for: input.id }, label),
    hintLine,
    input,
    error,
  );
}

/**
 * Several inputs under one heading.
 *
 * @param {string} label
 * @param {(Node | false | null)[]} inputs
 * @param {{pointer: string, hint?: string}} about
 */
export function group(label, inputs, { pointer, hint }) {
  const error = errorLine();
  const hintLine = hint ? h('p', { class: 'hint', id: freshId() }, hint) : null;
  const about = [hintLine?.id, error.id].filter(Boolean).join(' ');
  return h(
    'fieldset',
    { class: 'field', 'data-pointer': pointer, 'aria-describedby': about },
    h('legend', {}, label),
    hintLine,
    inputs,
    error,
  );
}

/** A box to tick, with its text. @param {string} text @param {HTMLInputElement} input @param {string} [look] */
export const tick = (text, input, look = 'tick') => h('label', { class: look }, input, h('span', {}, text));

const errorLine = () => h('p', { class: 'error', id: freshId(), hidden: true });

/**
 * A form around fields.
 *
 * @param {object} parts
 * @param {(Node | false | null)[]} parts.fields
 * @param {string} parts.submit what the button says
 * @param {() => Promise<void>} parts.onSubmit fails with a Problem to have it shown
 * @param {Record<string, string>} [parts.pointers] the field for refusals that name none, by code
 * @param {string} [parts.look] of the button
 */
export function form({ fields, submit, onSubmit, pointers = {}, look = 'primary' }) {
  const trouble = troubleLine();
  const button = h('button', { type: 'submit', class: look }, submit);
  const element = h('form', { novalidate: true, onsubmit: send }, fields, trouble, button);
  return element;

  /** @param {SubmitEvent} event */
  async function send(event) {
    event.preventDefault();
    if (button.getAttribute('aria-busy') === 'true') return;
    clearErrors(element, trouble);
    button.setAttribute('aria-busy', 'true');
    try {
      await onSubmit();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      showProblem(element, trouble, problem, pointers);
    } finally {
      button.removeAttribute('aria-busy');
    }
  }
}

/**
 * A button that does something, once at a time; where that is refused, the reason is shown.
 *
 * @param {string} look
 * @param {string} text
 * @param {() => Promise<unknown>} act
 * @param {Element} trouble where the reason stands
 */
export function actionButton(look, text, act, trouble) {
  const button = h('button', { type: 'button', class: look, onclick }, text);
  return button;

  async function onclick() {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    fill(trouble);
    try {
      await act();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      tell(trouble, [problem.message], problem);
    } finally {
      button.removeAttribute('aria-busy');
    }
  }
}

/** Where it is said what went wrong. */
export const troubleLine = () => h('div', { class: 'trouble', role: 'alert' });

/**
 * Says what went wrong; where one has to wait, also when that is over.
 *
 * @param {Element} trouble
 * @param {string[]} messages
 * @param {Problem} problem
 */
function tell(trouble, messages, { waitSeconds }) {
  const lines = messages.map((message) => h('p', {}, message));
  fill(trouble, lines);
  if (waitSeconds === 0) return;
  setTimeout(() => {
    if (lines[0].parentNode === trouble) fill(trouble, h('p', {}, t('problem.waitOver')));
  }, waitSeconds * 1000);
}

/** @param {HTMLElement} root @param {HTMLElement} trouble */
function clearErrors(root, trouble) {
  trouble.replaceChildren();
  for (const line of root.querySelectorAll('.error')) {
    line.textContent = '';
    /** @type {HTMLElement} */ (line).hidden = true;
  }
  for (const input of root.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} trouble
 * @param {Problem} problem
 * @param {Record<string, string>} pointers
 */
function showProblem(root, trouble, problem, pointers) {
  const own = pointers[problem.code];
  const errors = own ? [{ pointer: own, code: problem.code, message: problem.message }] : problem.errors;
  const homeless = errors.filter((error) => !showBeside(root, error));
  if (errors.length === 0) homeless.push({ pointer: '', code: problem.code, message: problem.message });
  const messages = homeless.map((error) => error.message ?? error.code);
  tell(trouble, messages.length ? messages : [t('problem.fields')], problem);
  /** @type {HTMLElement | null} */ (root.querySelector('[aria-invalid]'))?.focus();
}

/** @param {HTMLElement} root @param {import('./http.js').FieldError} error */
function showBeside(root, { pointer, code, message }) {
  const place = [...root.querySelectorAll('[data-pointer]')]
    .filter((element) => `${pointer}/`.startsWith(`${element.getAttribute('data-pointer')}/`))
    .sort((a, b) => depth(b) - depth(a))[0];
  if (!place) return false;
  const line = /** @type {HTMLElement} */ (place.querySelector(':scope > .error'));
  line.textContent = [line.textContent, message ?? code].filter(Boolean).join(' ');
  line.hidden = false;
  for (const input of place.querySelectorAll('input, select, textarea')) {
    input.setAttribute('aria-invalid', 'true');
  }
  return true;
}

/** @param {Element} element */
const depth = (element) => (element.getAttribute('data-pointer') ?? '').length;
