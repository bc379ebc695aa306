// @ts-check
/** Telling managers that something should not be as it is. */
import * as api from './api.js';
import { askReason } from './dialogs.js';
import { h, say } from './dom.js';
import { t } from './i18n.js';

/** @param {string} kind of what is reported @param {string} id @param {string} text what the button says */
export function reportButton(kind, id, text) {
  return h('button', { type: 'button', class: 'link', onclick }, text);

  async function onclick() {
    const done = await askReason(text, {
      hint: t('report.hint'),
      submit: t('report.submit'),
      act: (reason) => api.report(kind, id, reason),
    });
    if (done) say(t('report.done'));
  }
}
