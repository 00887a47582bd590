import { dotted, h, icon } from './dom.js';
import { reach, counted, support } from './format.js';
import { cutAtAnswer, sameWords } from './quote.js';
import { evidenceDetails, nearestPassages } from './evidence.js';
import { whereabouts } from './passage.js';
import { passageHref } from './route.js';

const LONG_ANSWER = 110;

/**
 * @param {object} reply an answer that the reports give
 * @param {number} trail the number of its citations' trail
 * @returns {HTMLElement}
 */
export function answerCard(reply, trail) {
  const { answer, citations } = reply;
  const quote = citations[0]?.quote ?? answer;
  const whole = sameWords(quote, answer);
  return h('article', { class: 'card', testid: 'answer-card', 'aria-label': 'Answer' },
    h('p', { class: answerClass(answer, whole), dir: 'auto', testid: 'answer-text' }, answer),
    !whole && quotedSentence(quote, answer),
    supportLine(reply),
    h('ol', { class: 'citations', 'data-trail': trail, 'aria-label': 'Citations' }, ...citations.map(citationItem)),
    evidenceDetails(reply));
}

function answerClass(answer, whole) {
  return ['answer', answer.length > LONG_ANSWER && 'long', whole && 'quoted'].filter(Boolean).join(' ');
}

function quotedSentence(quote, answer) {
  const cut = cutAtAnswer(quote, answer);
  const words = cut ? [cut.before, h('mark', {}, cut.words), cut.after] : [quote];
  return h('blockquote', { class: 'quoted', dir: 'auto', testid: 'answer-quote' }, ...words);
}

function supportLine({ confidence, citations }) {
  const { level, words } = support(confidence);
  return h('p', { class: 'support' }, icon('support', `level-${level}`),
    h('span', {}, ...dotted([words, reach(citations)])));
}

function citationItem(citation, i) {
  return h('li', {},
    h('a', { href: passageHref(citation), testid: 'citation-link' },
      h('span', { class: 'number' }, `[${i + 1}]`), ' ',
      h('span', { class: 'from', dir: 'auto' }, citation.title)),
    whereabouts(citation));
}

/**
 * @param {object} reply an answer that the reports don't give
 * @param {number|null} reports how many were searched
 * @returns {HTMLElement}
 */
export function notFoundCard(reply, reports) {
  const { evidence } = reply;
  return h('article', { class: 'card not-found', testid: 'not-found', 'aria-label': 'Not in the reports' },
    h('h2', {}, 'Not in the reports'),
    h('p', { class: 'lead' }, searchedSentence(reports)),
    evidence.length > 0 && h('h3', {}, 'Nearest passages'),
    evidence.length > 0 && nearestPassages(evidence),
    h('div', { class: 'offer' }),
    h('p', { class: 'way-on' }, h('a', { class: 'button', href: '#/reports', testid: 'all-reports' }, 'See all reports', icon('next'))),
    evidenceDetails(reply));
}

function searchedSentence(reports) {
  if (reports === 1) return 'One report is indexed, and it doesn’t say.';
  return reports ? `The ${counted(reports, 'report')} that are indexed don’t say.` : 'The reports that are indexed don’t say.';
}

/**
 * What the live region says of an answer.
 * @param {object} reply
 * @returns {string}
 */
export function spokenAnswer({ answer, confidence, citations }) {
  if (answer === null) return 'Not in the reports. The nearest passages are listed.';
  return `Answer: ${answer} ${support(confidence).words}, ${counted(citations.length, 'citation')}.`;
}
