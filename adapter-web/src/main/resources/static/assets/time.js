// @ts-check
/** Times as people read and type them: in the viewer's zone, the date spelled out. */
import { language, t } from './i18n.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let serverIsAhead = 0;

/** Takes the server's clock from an answer's Date header, so that "time left" is right on a device
 *  whose clock is not. @param {string | null} header */
export function learnServerTime(header) {
  const ahead = header === null ? NaN : Date.parse(header) - Date.now();
  if (!Number.isNaN(ahead)) serverIsAhead = Math.abs(ahead) < 2 * SECOND ? 0 : ahead;
}

/** What the server's clock shows, in milliseconds. */
export const now = () => Date.now() + serverIsAhead;

/** Milliseconds until an instant; 0 once it has passed. @param {string} instant */
export const until = (instant) => Math.max(0, Date.parse(instant) - now());

/** "Friday, 20 November 2026 at 12:00". @param {string} instant */
export const longDate = (instant) => format(instant, { dateStyle: 'full', timeStyle: 'short' });

/** "Fri, 20 November, 12:00", with the year where it is not this one. @param {string} instant */
export function shortDate(instant) {
  const thisYear = new Date(instant).getFullYear() === new Date(now()).getFullYear();
  return format(instant, {
    year: thisYear ? undefined : 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
}

/** From one instant to another, the date said once where it is the same.
 *  @param {string} from @param {string} to */
export function dateSpan(from, to) {
  return new Intl.DateTimeFormat(language(), {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).formatRange(new Date(from), new Date(to));
}

/** "3 minutes ago". @param {string} instant */
export function ago(instant) {
  const passed = Math.max(0, now() - Date.parse(instant));
  const words = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  if (passed < MINUTE) return t('time.justNow');
  if (passed < HOUR) return words.format(-Math.floor(passed / MINUTE), 'minute');
  if (passed < DAY) return words.format(-Math.floor(passed / HOUR), 'hour');
  return words.format(-Math.floor(passed / DAY), 'day');
}

/** A time that is to be waited, roughly: "42 seconds", "11 minutes". @param {number} seconds */
export function timeInWords(seconds) {
  const [count, unit] =
    seconds <= 90 ? [seconds, 'second'] : seconds <= 5400 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
  return new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(count));
}

/** A countdown: "4:07" or "1:04:07". @param {number} milliseconds */
export function countdown(milliseconds) {
  const seconds = Math.ceil(milliseconds / SECOND);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** What a date field holds for an instant. @param {Date} date */
export function toField(date) {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * MINUTE);
  return local.toISOString().slice(0, 16);
}

/** The instant that somebody put into a date field, or null. @param {string} typed */
export function fromField(typed) {
  const date = new Date(typed);
  return typed === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The next full hour at least this many hours ahead. @param {number} hours */
export function fullHourIn(hours) {
  return new Date(Math.ceil((now() + hours * HOUR) / HOUR) * HOUR);
}

/** The minutes of a duration such as `PT1H30M`. @param {string} duration */
export function minutesOf(duration) {
  const [, hours = 0, minutes = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(duration) ?? [];
  return 60 * Number(hours) + Number(minutes);
}

/** @param {string} instant @param {Intl.DateTimeFormatOptions} options */
function format(instant, options) {
  return new Intl.DateTimeFormat(language(), options).format(new Date(instant));
}
