// @ts-check
/** Devices as people know them. */
import { t } from './i18n.js';

/** What tells a browser, before those that it also claims to be. */
const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['Whale/', 'Whale'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['CriOS/', 'Chrome'],
  ['Safari/', 'Safari'],
];

const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
];

/** What somebody would call a device. @param {string} agent what it calls itself */
export function deviceName(agent) {
  const browser = nameIn(BROWSERS, agent);
  const system = nameIn(SYSTEMS, agent);
  if (browser && system) return t('device.browserOn', { browser, system });
  return browser ?? system ?? (agent || t('device.unknown'));
}

/** @param {string[][]} signs @param {string} agent */
const nameIn = (signs, agent) => signs.find(([sign]) => agent.includes(sign))?.[1];
