import { language, pluralOf, t } from './strings.js';

// Days are written as in the browser's own country, where it speaks the page's language.
const locale = navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
const number = new Intl.NumberFormat(locale);

/** "18 October 2022" in the browser's language; a year or a month alone stays one. */
export function longDate(iso) {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(iso ?? '');
  if (!match) return iso ?? '';
  const [, year, month, day] = match;
  const when = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  if (Number.isNaN(when.valueOf())) return iso;
  const parts = { year: 'numeric', month: 'long', timeZone: 'UTC', ...(day && { day: 'numeric' }) };
  return new Intl.DateTimeFormat(locale, parts).format(when);
}

/** "1–11 June 2015"; days that aren't whole stay apart. */
export function dayRange(first, last) {
  if (!last || first === last) return longDate(first);
  const days = [first, last].map((day) => new Date(`${day}T00:00Z`));
  if (days.some((day) => Number.isNaN(day.valueOf())) || days[0] > days[1]) return `${longDate(first)} – ${longDate(last)}`;
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }).formatRange(...days);
}

/** @returns {string} "1 report", "2,310 reports" */
export function counted(n, one, many) {
  return `${number.format(n)} ${pluralOf(n, one, many)}`;
}

/** @returns {string} "18 Oct 2022, 14:05" */
export function shortTime(iso) {
  const when = new Date(iso);
  if (Number.isNaN(when.valueOf())) return '';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(when);
}

/**
 * @param {{title: string, date: string|null, source: string}} report
 * @returns {string} “quote” — title, date, source
 */
export function quotation(quote, { title, date, source }) {
  return `“${quote.trim()}” — ${[title, longDate(date), source].filter(Boolean).join(', ')}`;
}

/** @param {{added: string[], changed: string[], removed: string[], unchanged: number, failed: object[]}} outcome */
export function outcomeSentence({ added, changed, removed, unchanged, failed }) {
  const parts = [
    [added.length, t('added')], [changed.length, t('changed')], [removed.length, t('removed')],
    [unchanged, t('unchanged')], [failed.length, t('failed')],
  ].filter(([n]) => n).map(([n, what]) => `${number.format(n)} ${what}`);
  return parts.length ? t('The index is up to date: {parts}.', { parts: parts.join(', ') }) : t('The folder holds no reports.');
}

/** @returns {string} "about 2 minutes left", rounded as a person would */
export function timeLeft(seconds) {
  if (seconds < 5) return t('a few seconds left');
  if (seconds < 55) return left(counted(Math.ceil(seconds / 5) * 5, 'second', 'seconds'));
  if (seconds < 3300) return left(counted(Math.round(seconds / 60), 'minute', 'minutes'));
  return left(counted(Math.round(seconds / 3600), 'hour', 'hours'));
}

const left = (time) => t('about {time} left', { time });
