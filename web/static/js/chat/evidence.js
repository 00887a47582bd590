import { h } from '../shared/dom.js';
import { counted } from '../shared/format.js';
import { whereabouts } from '../shared/passage.js';
import { oneLine } from '../shared/quote.js';
import { passageHref } from '../shared/route.js';
import { titled } from '../shared/title.js';

const TIMINGS = { retrieve: 'searching', read: 'reading', total: 'in all' };

/**
 * Why the answer is what it is: the passages considered, their ranks and scores, and the time it took.
 * @param {{evidence: object[], confidence: number, answer: string|null, timings_ms: Object<string, number>}} reply
 * @returns {HTMLElement}
 */
export function evidenceDetails({ evidence, confidence, answer, timings_ms: timings = {} }) {
  return h('details', { class: 'why', testid: 'evidence-details' },
    h('summary', {}, answer === null ? 'What was considered' : 'Why this answer'),
    evidence.length > 0 && evidenceTable(evidence),
    h('p', { class: 'timings' }, chance(confidence), ' ', timingsLine(timings)));
}

// On a phone the table is laid out as a list, which would cost it its roles were they not spelled out.
function evidenceTable(evidence) {
  const heads = ['Rank', 'Passage', 'Dense', 'Lexical', 'Fused', 'Reader'];
  return h('table', { role: 'table' },
    h('caption', {}, `${counted(evidence.length, 'passage')} considered. `,
      'Dense (by meaning) and lexical (by words) are the ranks that the two searches gave, fused is the score of both ',
      'together, reader that of the best answer in the passage.'),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' },
      ...heads.map((head) => h('th', { scope: 'col', role: 'columnheader' }, head)))),
    h('tbody', { role: 'rowgroup' }, ...evidence.map(evidenceRow)));
}

function evidenceRow(passage, i) {
  const { ranks = {}, score, reader_score: read } = passage;
  return h('tr', { role: 'row' },
    cell('Rank', String(i + 1)),
    cell('Passage',
      h('a', { href: passageHref(passage) }, titled(passage.title)), ' ',
      whereabouts({ ...passage, source: null }),
      h('span', { class: 'snippet', dir: 'auto' }, oneLine(passage.text))),
    cell('Dense', ranks.dense ?? '–'),
    cell('Lexical', ranks.lexical ?? '–'),
    cell('Fused', score.toFixed(3)),
    cell('Reader', read?.toFixed(2) ?? '–'));
}

function cell(label, ...content) {
  return h('td', { role: 'cell', 'data-label': label }, ...content.map((part) => (typeof part === 'number' ? String(part) : part)));
}

function chance(confidence) {
  return `The chance that the answer stands there is put at ${Math.round(confidence * 100)} %.`;
}

function timingsLine(timings) {
  const steps = Object.entries(timings).map(([step, ms]) => `${TIMINGS[step] ?? step} ${ms.toFixed(1)} ms`);
  return steps.length ? `Time: ${steps.join(', ')}.` : '';
}
