// @ts-check
/** Questions in front of the page, which stays as it is behind them. */
import { freshId, h } from './dom.js';
import { field, form } from './forms.js';
import { t } from './i18n.js';

/** How much a reason may say. */
const LONGEST_REASON = 500;

/**
 * Shows something in front of the page until it is closed.
 *
 * @param {string} title
 * @param {(close: (answer: string) => void) => Node[]} content
 * @returns {Promise<string>} what it was closed with; empty if it was dismissed
 */
export function inFront(title, content) {
  return new Promise((resolve) => {
    const heading = h('h2', { id: freshId() }, title);
    const dialog = h('dialog', { 'aria-labelledby': heading.id });
    dialog.append(heading, ...content((answer) => dialog.close(answer)));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/**
 * Whether somebody means it.
 *
 * @param {string} question
 * @param {string} yes what the button says
 * @param {string} [subject] what it is about, where the question does not name it
 */
export async function sure(question, yes, subject = '') {
  const answer = await inFront(question, (close) => [
    ...(subject ? [h('p', {}, subject)] : []),
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'danger', onclick: () => close('yes') }, yes),
      h('button', { type: 'button', class: 'secondary', onclick: () => close('') }, t('dialog.no')),
    ),
  ]);
  return answer === 'yes';
}

/**
 * Asks why, and does something for that reason; stays open where that is refused.
 *
 * @param {string} title
 * @param {{hint: string, submit: string, look?: string, longest?: number, act: (reason: string) => Promise<unknown>}} what
 * @returns {Promise<boolean>} whether it was done
 */
export async function askReason(title, { hint, submit, look, longest = LONGEST_REASON, act }) {
  const reason = h('textarea', { name: 'reason', rows: 4, maxlength: longest });
  const answer = await inFront(title, (close) => [
    form({
      fields: [field(t('dialog.reason'), reason, { pointer: '/reason', hint })],
      submit,
      look,
      async onSubmit() {
        await act(reason.value);
        close('done');
      },
    }),
    h('div', { class: 'actions' }, h('button', { type: 'button', class: 'secondary', onclick: () => close('') }, t('dialog.cancel'))),
  ]);
  return answer === 'done';
}
