import { h } from '../shared/dom.js';
import { counted } from '../shared/format.js';
import { doubtOf, isOfItems } from '../shared/kinds.js';
import { knownFrom } from '../shared/known.js';
import { sameWords } from '../shared/quote.js';
import { t } from '../shared/strings.js';
import { citationList, markedWords, reference } from './citations.js';
import { differing, listed } from './several.js';
import { evidenceDetails } from './evidence.js';
import { supportLine, supportOf } from './support.js';

const LONG_ANSWER = 110;

/**
 * @param {object} reply an answer that the reports give
 * @param {number} trail the number of its citations' trail
 */
export function answerCard(reply, trail) {
  const { citations, support } = reply;
  const body = { list: listed, 'reports differ': differing }[support] ?? single;
  const doubt = doubtOf(reply);
  return h('article', { class: doubt ? 'card unsure' : 'card', testid: 'answer-card', 'aria-label': doubt ? t('Perhaps an answer') : t('Answer') },
    doubt && h('p', { class: 'may-not', testid: 'may-not' }, doubt),
    h('div', { 'data-trail': trail }, ...body(reply)),
    ...[...new Set([...reply.items.filter((item) => item.known).map((item) => knownFrom(item.known)), reply.hint])]
      .filter(Boolean).map((said) => h('p', { class: 'hint', testid: 'hint' }, said)),
    supportLine(reply),
    citationList(citations, trail, body === single && !isKnown(reply) ? 1 : 0),
    evidenceDetails(reply));
}

const isKnown = ({ items }) => items.some(({ known }) => known);

/** One answer: its words, and below them the sentence that says them; a whole sentence is shown once. */
function single(reply) {
  const { answer, citations } = reply;
  const [first] = citations;
  const whole = sameWords(first.quote, answer);
  const references = citations.map(reference);
  const size = answer.length > LONG_ANSWER ? ' long' : '';
  const words = h('span', { class: whole ? 'quoted' : null, testid: 'answer-text', dir: 'auto' }, answer);
  // What a record knows from elsewhere doesn't stand in the words that tell of the meeting.
  if (whole || isKnown(reply)) return [h('p', { class: `answer${size}`, dir: 'auto' }, words, ...references)];
  return [
    h('p', { class: `answer${size}`, dir: 'auto' }, words),
    h('blockquote', { class: 'sentence', dir: 'auto' },
      h('span', { class: 'quoted', testid: 'answer-quote' }, ...markedWords(first)), ...references),
  ];
}

/** What the live region says of an answer. */
export function spokenAnswer(reply) {
  const { kind, items, hint, answer, citations } = reply;
  const doubt = doubtOf(reply);
  if (kind === 'hint' || kind === 'ask_back') return hint ?? '';
  if (isOfItems(reply)) return [doubt, kind === 'count' && answer, hint, `${counted(items.length, 'item', 'items')}.`].filter(Boolean).join(' ');
  if (answer === null) return t('No sure answer found. The nearest sentences are listed.');
  return `${doubt ?? t('Answer:')} ${answer} ${supportOf(reply).words.join(', ')}, ${counted(citations.length, 'citation', 'citations')}.`;
}
