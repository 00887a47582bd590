import { h } from '../shared/dom.js';
import { counted } from '../shared/format.js';
import { sameWords } from '../shared/quote.js';
import { citationList, markedWords, reference } from './citations.js';
import { differing, listed } from './several.js';
import { evidenceDetails } from './evidence.js';
import { supportLine, supportOf } from './support.js';

const LONG_ANSWER = 110;

/**
 * @param {object} reply an answer that the reports give
 * @param {number} trail the number of its citations' trail
 * @returns {HTMLElement}
 */
export function answerCard(reply, trail) {
  const { citations, support } = reply;
  const body = { list: listed, 'reports differ': differing }[support] ?? single;
  return h('article', { class: 'card', testid: 'answer-card', 'aria-label': 'Answer' },
    h('div', { 'data-trail': trail }, ...body(reply)),
    supportLine(reply),
    citationList(citations, trail, body === single ? 1 : 0),
    evidenceDetails(reply));
}

/** One answer: its words, and below them the sentence that says them; a whole sentence is shown once. */
function single({ answer, citations }) {
  const [first] = citations;
  const whole = sameWords(first.quote, answer);
  const references = citations.map(reference);
  const size = answer.length > LONG_ANSWER ? ' long' : '';
  const words = h('span', { class: whole ? 'quoted' : null, testid: 'answer-text', dir: 'auto' }, answer);
  if (whole) return [h('p', { class: `answer${size}`, dir: 'auto' }, words, ...references)];
  return [
    h('p', { class: `answer${size}`, dir: 'auto' }, words),
    h('blockquote', { class: 'sentence', dir: 'auto' },
      h('span', { class: 'quoted', testid: 'answer-quote' }, ...markedWords(first)), ...references),
  ];
}

/**
 * What the live region says of an answer.
 * @param {object} reply
 * @returns {string}
 */
export function spokenAnswer(reply) {
  if (reply.answer === null) return 'Not in the reports. The nearest passages are listed.';
  return `Answer: ${reply.answer} ${supportOf(reply).words.join(', ')}, ${counted(reply.citations.length, 'citation')}.`;
}
