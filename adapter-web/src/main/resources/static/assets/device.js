// @ts-check
/** Devices as people know them. */
import { t } from './i18n.js';

/** What somebody would call a device. @param {string} device such as "Firefox on Linux", or nothing */
export function deviceName(device) {
  const [browser, system] = device.split(' on ');
  if (system) return t('device.browserOn', { browser, system });
  return device || t('device.unknown');
}
