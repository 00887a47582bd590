/**
 * @typedef {{start: number, end: number}} Range code points
 * @typedef {{view: 'none'|'list'|'history'|'report', id: string|null, range: Range|null}} Place
 */

/** @type {Place} */
const NOWHERE = { view: 'none', id: null, range: null };

/**
 * The place that an address's fragment names.
 * @param {string} hash
 * @returns {Place}
 */
export function parsePlace(hash) {
  if (hash === '#/history') return { ...NOWHERE, view: 'history' };
  const match = /^#\/reports(?:\/([^/]+)(?:\/(\d+)-(\d+))?)?\/?$/.exec(hash);
  if (!match) return NOWHERE;
  const [, id, start, end] = match;
  if (!id) return { view: 'list', id: null, range: null };
  const range = start && Number(start) < Number(end) ? { start: Number(start), end: Number(end) } : null;
  return { view: 'report', id: decode(id), range };
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * @param {string} id
 * @param {number} [start]
 * @param {number} [end]
 * @returns {string} a fragment that parsePlace understands
 */
export function placeHref(id, start, end) {
  const report = `#/reports/${encodeURIComponent(id)}`;
  return start == null ? report : `${report}/${start}-${end}`;
}

/**
 * @param {string} question
 * @returns {string} an address that asks it
 */
export const questionAddress = (question) => `${location.origin}${location.pathname}?q=${encodeURIComponent(question)}`;

/**
 * @param {{report_id: string, start: number, end: number}} passage a citation or a piece of evidence
 * @returns {string}
 */
export const passageHref = (passage) => placeHref(passage.report_id, passage.start, passage.end);
