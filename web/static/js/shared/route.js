/**
 * @typedef {{start: number, end: number}} Range code points
 * @typedef {{view: 'none'|'list'|'history'|'insight'|'report'|'person'|'conversation', id: string|null, range: Range|null, words: Range|null}} Place
 *   `words` are those in the range that answer, if not all of them
 */

/** @type {Place} */
const NOWHERE = { view: 'none', id: null, range: null, words: null };
const PEOPLE = /^#\/people\/([^/]+)\/?$/;
const CONVERSATIONS = /^#\/c\/([^/]+)\/?$/;
const REPORTS = /^#\/reports(?:\/([^/]+)(?:\/(\d+)-(\d+)(?:\/(\d+)-(\d+))?)?)?\/?$/;

/**
 * The place that an address's fragment names.
 * @returns {Place}
 */
export function parsePlace(hash) {
  if (hash === '#/history') return { ...NOWHERE, view: 'history' };
  if (hash === '#/insight') return { ...NOWHERE, view: 'insight' };
  const person = PEOPLE.exec(hash);
  if (person) return { ...NOWHERE, view: 'person', id: decode(person[1]) };
  const conversation = CONVERSATIONS.exec(hash);
  if (conversation) return { ...NOWHERE, view: 'conversation', id: decode(conversation[1]) };
  const match = REPORTS.exec(hash);
  if (!match) return NOWHERE;
  const [, id, ...points] = match;
  if (!id) return { ...NOWHERE, view: 'list' };
  const [range, words] = [rangeOf(points[0], points[1]), rangeOf(points[2], points[3])];
  return { view: 'report', id: decode(id), range, words };
}

function rangeOf(start, end) {
  return start && Number(start) < Number(end) ? { start: Number(start), end: Number(end) } : null;
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** @returns {string} a fragment that parsePlace understands */
export function placeHref(id, start, end) {
  const report = `#/reports/${encodeURIComponent(id)}`;
  return start == null ? report : `${report}/${start}-${end}`;
}

/** @param {string} name or an id made from one @returns {string} the fragment of somebody's page */
export const personHref = (name) => `#/people/${encodeURIComponent(name)}`;

/** @returns {string} the fragment of a conversation */
export const conversationHref = (id) => `#/c/${encodeURIComponent(id)}`;

/**
 * @param {Object<string, string>} [query] which meetings are asked
 * @returns {string} an address that asks it
 */
export const questionAddress = (question, query) => `${location.origin}${location.pathname}?${new URLSearchParams({ q: question, ...query })}`;

/**
 * @param {{report_id: string, start: number, end: number, answer_start?: number, answer_end?: number}} passage
 *   a citation or a piece of evidence
 */
export function passageHref({ report_id: id, start, end, answer_start: from, answer_end: to }) {
  const place = placeHref(id, start, end);
  return from == null || (from === start && to === end) ? place : `${place}/${from}-${to}`;
}

/** @returns {string} where others find it, on this server */
export const addressOf = (passage) => `${location.origin}${location.pathname}${passageHref(passage)}`;
