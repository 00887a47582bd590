import { dayRange, longDate } from './format.js';
import { t } from './strings.js';

/**
 * @typedef {{from?: string, to?: string, body?: string, place?: string, person?: string, report?: string, title?: string}} Where
 *   which meetings are asked, in the words of /api/meetings; `title` is the report's
 */

export const KINDS = { body: t('Body'), place: t('Place'), person: t('Person') };
const PARTS = ['from', 'to', ...Object.keys(KINDS), 'report'];

/** @param {Where} where @returns {Object<string, string>} for an address */
export const queryOf = (where) => Object.fromEntries(PARTS.filter((part) => where[part]).map((part) => [part, where[part]]));

/** @param {URLSearchParams} query @returns {Where} */
export const whereOf = (query) => queryOf(Object.fromEntries(query));

/** @param {Where} where @returns {object|undefined} as a question has it */
export function filtersOf({ from, to, body, place, person, report }) {
  const given = { first_day: from, last_day: to, body, place, person, reports: report && [report] };
  const set = Object.entries(given).filter(([, value]) => value);
  return set.length ? Object.fromEntries(set) : undefined;
}

/**
 * @param {Where} where
 * @returns {{kind: string, words: string, parts: string[]}[]} what a chip says, and what leaves with it
 */
export function chipsOf(where) {
  const named = Object.entries(KINDS).map(([part, kind]) => ({ kind, words: where[part], parts: [part] }));
  return [
    { kind: t('Dates'), words: daysOf(where), parts: ['from', 'to'] }, ...named,
    { kind: t('Report'), words: where.report && (where.title ?? t('One report')), parts: ['report', 'title'] },
  ].filter(({ words }) => words);
}

function daysOf({ from, to }) {
  if (from && to) return dayRange(from, to);
  if (from) return t('from {day}', { day: longDate(from) });
  return to && t('until {day}', { day: longDate(to) });
}
