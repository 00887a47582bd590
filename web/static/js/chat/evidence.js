import { h } from '../shared/dom.js';
import { counted } from '../shared/format.js';
import { whereabouts } from '../shared/passage.js';
import { oneLine } from '../shared/quote.js';
import { passageHref } from '../shared/route.js';
import { t } from '../shared/strings.js';
import { titled } from '../shared/title.js';
import { nearestList } from './nearest.js';

const TIMINGS = { retrieve: t('searching'), read: t('reading'), total: t('in all') };
const HEADS = [t('Rank'), t('Passage'), t('Dense'), t('Lexical'), t('Fused'), t('Reader')];

/**
 * Why the answer is what it is: what came near it, and under the details the passages considered, their ranks and
 * scores, and the time it took.
 * @param {{evidence: object[], nearest: object[], confidence: number, answer: string|null, timings_ms: Object<string, number>}} reply
 */
export function evidenceDetails({ evidence, nearest = [], confidence, answer, timings_ms: timings = {} }) {
  return h('details', { class: 'why', testid: 'evidence-details' },
    h('summary', {}, answer === null ? t('What was considered') : t('Why this answer')),
    answer !== null && nearest.length > 0 && h('h3', {}, t('What else came near')),
    answer !== null && nearest.length > 0 && nearestList(nearest),
    h('p', { class: 'timings' }, chance(confidence)),
    h('details', { class: 'ranks' },
      h('summary', {}, t('Details')),
      evidence.length > 0 && evidenceTable(evidence),
      h('p', { class: 'timings' }, timingsLine(timings))));
}

// On a phone the table is laid out as a list, which would cost it its roles were they not spelled out.
function evidenceTable(evidence) {
    return h('table', { role: 'table' },
    h('caption', {}, `${t('Considered: {count}.', { count: counted(evidence.length, 'passage', 'passages') })} `,
      t('Dense (by meaning) and lexical (by words) are the ranks that the two searches gave, fused is the score of both together, reader that of the best answer in the passage.')),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' },
      ...HEADS.map((head) => h('th', { scope: 'col', role: 'columnheader' }, head)))),
    h('tbody', { role: 'rowgroup' }, ...evidence.map(evidenceRow)));
}

function evidenceRow(passage, i) {
  const { ranks = {}, score, reader_score: read } = passage;
  return h('tr', { role: 'row' },
    cell(0, String(i + 1)),
    cell(1,
      h('a', { href: passageHref(passage) }, titled(passage.title)), ' ',
      whereabouts({ ...passage, source: null }),
      h('span', { class: 'snippet', dir: 'auto' }, oneLine(passage.text))),
    cell(2, ranks.dense ?? '–'),
    cell(3, ranks.lexical ?? '–'),
    cell(4, score.toFixed(3)),
    cell(5, read?.toFixed(2) ?? '–'));
}

function cell(column, ...content) {
  return h('td', { role: 'cell', 'data-label': HEADS[column] }, ...content.map((part) => (typeof part === 'number' ? String(part) : part)));
}

function chance(confidence) {
  return t('The chance that the answer stands there is put at {percent} %.', { percent: Math.round(confidence * 100) });
}

function timingsLine(timings) {
  const steps = Object.entries(timings).map(([step, ms]) => `${TIMINGS[step] ?? step} ${ms.toFixed(1)} ms`);
  return steps.length ? t('Time: {steps}.', { steps: steps.join(', ') }) : '';
}
