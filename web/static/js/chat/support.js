import { dotted, h, icon } from '../shared/dom.js';
import { counted } from '../shared/format.js';

const CERTAIN = 0.75;

/**
 * How well an answer is supported, in words; the level draws the bars beside them.
 * @param {{confidence: number, support: string|null, citations: {report_id: string}[]}} reply
 * @returns {{level: 1|2|3, words: string[]}}
 */
export function supportOf({ confidence, level, support, citations }) {
  const reports = new Set(citations.map((citation) => citation.report_id)).size;
  const from = reports === 1 ? 'one report' : `from ${counted(reports, 'report')}`;
  if (level === 'unsure') return { level: 1, words: ['Not certain', support === 'reports differ' ? 'reports differ' : from] };
  if (support === 'reports differ') return { level: 1, words: ['Reports differ'] };
  if (support === 'list') return { level: 2, words: ['A list', from] };
  if (reports === 1) return { level: 2, words: ['One report'] };
  return confidence < CERTAIN ? { level: 2, words: ['Supported', from] } : { level: 3, words: ['Well supported', from] };
}

const KNOWN = {
  'file name': 'Known from the file’s name', catalogue: 'Known from the catalogue', 'front matter': 'Known from the file’s header',
  series: 'Inferred from the reports beside it', corrected: 'Corrected by a user', record: 'The day of the meeting whose report says so', properties: 'Known from the file’s properties',
};

/**
 * How something is known that doesn't stand in a report's text.
 * @param {string} known
 * @returns {string}
 */
export const knownFrom = (known) => KNOWN[known] ?? `Known from the ${known}`;

/** @param {object} reply @returns {HTMLElement} */
export function supportLine(reply) {
  const { level, words } = supportOf(reply);
  return h('p', { class: 'support', testid: 'support' }, icon('support', `level-${level}`), h('span', {}, ...dotted(words)));
}
