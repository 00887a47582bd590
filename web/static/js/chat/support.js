import { dotted, h, icon } from '../shared/dom.js';
import { counted } from '../shared/format.js';
import { t } from '../shared/strings.js';

/**
 * How well an answer is supported, in words; the level draws the bars beside them.
 * @param {{level: string, support: string|null, citations: {report_id: string}[]}} reply
 * @returns {{level: 1|2|3, words: string[]}}
 */
export function supportOf({ level, support, citations }) {
  const reports = new Set(citations.map((citation) => citation.report_id)).size;
  const from = reports === 1 ? t('one report') : t('from {count}', { count: counted(reports, 'report', 'reports') });
  if (level === 'unsure') return { level: 1, words: [t('Not certain'), support === 'reports differ' ? t('reports differ') : from] };
  if (support === 'reports differ') return { level: 1, words: [t('Reports differ')] };
  if (support === 'list') return { level: 2, words: [t('A list'), from] };
  if (reports === 1) return { level: 2, words: [t('One report')] };
  return { level: 3, words: [t('Well supported'), from] };
}

export function supportLine(reply) {
  const { level, words } = supportOf(reply);
  return h('p', { class: 'support', testid: 'support' }, icon('support', `level-${level}`), h('span', {}, ...dotted(words)));
}
