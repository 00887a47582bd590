import { h } from './dom.js';
import { dateOf, whereabouts } from './passage.js';
import { passageHref } from './route.js';
import { counted } from './format.js';
import { oneLine } from './quote.js';

const NEAREST_SHOWN = 3;
const TIMINGS = { retrieve: 'Retrieval', read: 'Reading', total: 'In all' };

/**
 * The passages nearest to a question that has no answer: three, the rest on demand.
 * @param {object[]} evidence
 * @returns {HTMLElement}
 */
export function nearestPassages(evidence) {
  const list = h('ol', { class: 'nearest' }, ...evidence.map(nearestItem));
  const rest = [...list.children].slice(NEAREST_SHOWN);
  rest.forEach((item) => { item.hidden = true; });
  const more = rest.length > 0 && h('button', {
    class: 'button more', type: 'button', onclick: () => showRest(rest, more),
  }, `Show all ${counted(evidence.length, 'passage')}`);
  return h('div', {}, list, more);
}

function showRest(rest, more) {
  rest.forEach((item) => { item.hidden = false; });
  more.remove();
  rest[0].querySelector('a').focus();
}

function nearestItem(passage) {
  return h('li', {},
    h('a', { href: passageHref(passage) },
      h('span', { class: 'passage', dir: 'auto' }, oneLine(passage.text)), ' ',
      h('span', { class: 'from', dir: 'auto' }, passage.title)),
    whereabouts(passage));
}

/**
 * Why the answer is what it is: the passages considered, their ranks and scores, and the time it took.
 * @param {{evidence: object[], confidence: number, answer: string|null, timings_ms: Object<string, number>}} reply
 * @returns {HTMLElement}
 */
export function evidenceDetails({ evidence, confidence, answer, timings_ms: timings = {} }) {
  return h('details', { class: 'why', testid: 'evidence-details' },
    h('summary', {}, answer === null ? 'What was considered' : 'Why this answer'),
    evidence.length > 0 && evidenceTable(evidence),
    h('p', { class: 'timings' }, timingsLine(confidence, timings)));
}

// On a phone the table is laid out as a list, which would cost it its roles were they not spelled out.
function evidenceTable(evidence) {
  const heads = ['Rank', 'Passage', 'Dense', 'Lexical', 'Score'];
  return h('table', { role: 'table' },
    h('caption', {}, `${counted(evidence.length, 'passage')} considered, best first. `,
      'Dense and lexical are the ranks that the two searches gave.'),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' },
      ...heads.map((head) => h('th', { scope: 'col', role: 'columnheader' }, head)))),
    h('tbody', { role: 'rowgroup' }, ...evidence.map(evidenceRow)));
}

function evidenceRow(passage, i) {
  const { ranks = {}, score } = passage;
  return h('tr', { role: 'row' },
    cell('Rank', String(i + 1)),
    cell('Passage',
      h('a', { href: passageHref(passage), dir: 'auto' }, passage.title), ' ',
      // The context names the date as well.
      passage.context
        ? h('span', { class: 'context', dir: 'auto' }, oneLine(passage.context))
        : h('span', { class: 'meta' }, dateOf(passage.date)),
      h('span', { class: 'snippet', dir: 'auto' }, oneLine(passage.text))),
    cell('Dense', rankText(ranks.dense)),
    cell('Lexical', rankText(ranks.lexical)),
    cell('Score', score.toFixed(3)));
}

function cell(label, ...content) {
  return h('td', { role: 'cell', 'data-label': label }, ...content);
}

function rankText(rank) {
  return rank == null ? '–' : String(rank);
}

function timingsLine(confidence, timings) {
  const steps = Object.entries(timings).map(([step, ms]) => `${TIMINGS[step] ?? step} ${ms.toFixed(1)} ms`);
  return [`Confidence ${confidence.toFixed(3)}`, ...steps].join(' · ');
}
