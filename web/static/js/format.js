const locale = globalThis.navigator?.languages ?? undefined;
const number = new Intl.NumberFormat(locale);

/**
 * "18 October 2022" in the browser's language; a year or a month alone stays one.
 * @param {string|null} iso
 * @returns {string}
 */
export function longDate(iso) {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(iso ?? '');
  if (!match) return iso ?? '';
  const [, year, month, day] = match;
  const when = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  if (Number.isNaN(when.valueOf())) return iso;
  const parts = { year: 'numeric', month: 'long', timeZone: 'UTC', ...(day && { day: 'numeric' }) };
  return new Intl.DateTimeFormat(locale, parts).format(when);
}

/**
 * @param {number} n
 * @param {string} one
 * @param {string} [many]
 * @returns {string} "1 report", "2,310 reports"
 */
export function counted(n, one, many = `${one}s`) {
  return `${number.format(n)} ${n === 1 ? one : many}`;
}

/**
 * @param {string} iso
 * @returns {string} "18 Oct 2022, 14:05"
 */
export function shortTime(iso) {
  const when = new Date(iso);
  if (Number.isNaN(when.valueOf())) return '';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(when);
}

/**
 * How well an answer is supported, in words; the level draws the bars beside them.
 * @param {number} confidence 0..1
 * @returns {{level: 1|2|3, words: string}}
 */
export function support(confidence) {
  if (confidence >= 0.75) return { level: 3, words: 'Well supported' };
  if (confidence >= 0.5) return { level: 2, words: 'Supported' };
  return { level: 1, words: 'Weakly supported' };
}

/**
 * @param {{report_id: string}[]} citations
 * @returns {string|null} "one report" or "from 2 reports"
 */
export function reach(citations) {
  const reports = new Set(citations.map((citation) => citation.report_id)).size;
  if (!reports) return null;
  return reports === 1 ? 'one report' : `from ${counted(reports, 'report')}`;
}

/**
 * @param {string} quote
 * @param {{title: string, date: string|null, source: string}} report
 * @returns {string} “quote” — title, date, source
 */
export function quotation(quote, { title, date, source }) {
  return `“${quote.trim()}” — ${[title, longDate(date), source].filter(Boolean).join(', ')}`;
}

/**
 * @param {{added: string[], changed: string[], removed: string[], unchanged: number, failed: object[]}} outcome
 * @returns {string}
 */
export function outcomeSentence({ added, changed, removed, unchanged, failed }) {
  const parts = [
    [added.length, 'added'], [changed.length, 'changed'], [removed.length, 'removed'],
    [unchanged, 'unchanged'], [failed.length, 'failed'],
  ].filter(([n]) => n).map(([n, what]) => `${number.format(n)} ${what}`);
  return parts.length ? `Index rebuilt: ${parts.join(', ')}.` : 'Index rebuilt: the folder holds no reports.';
}
