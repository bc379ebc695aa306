// @ts-check
/** Questions in front of the page, which stays as it is behind them. */
import { freshId, h } from './dom.js';
import { t } from './i18n.js';

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

/** Whether somebody means it. @param {string} question @param {string} yes what the button says */
export async function sure(question, yes) {
  const answer = await inFront(question, (close) => [
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'danger', onclick: () => close('yes') }, yes),
      h('button', { type: 'button', class: 'secondary', onclick: () => close('') }, t('dialog.no')),
    ),
  ]);
  return answer === 'yes';
}
