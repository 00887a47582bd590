import { h, icon } from '../shared/dom.js';
import { counted } from '../shared/format.js';
import { citedAt } from '../shared/passage.js';
import { oneLine } from '../shared/quote.js';
import { passageHref } from '../shared/route.js';
import { t } from '../shared/strings.js';
import { sentenceCase } from '../shared/title.js';
import { markedWords } from './citations.js';
import { evidenceDetails } from './evidence.js';

/**
 * The way on first, then the sentences that came nearest.
 * @param {object} reply an answer that the reports don't give
 * @param {number|null} reports how many were searched
 */
export function notFoundCard(reply, reports) {
  const { nearest: sentences } = reply;
  return h('article', { class: 'card not-found', testid: 'not-found', 'aria-label': t('No sure answer found') },
    h('h3', {}, t('No sure answer found')),
    h('p', { class: 'lead' }, `${searchedSentence(reports)} `,
      t('It may be there in other words: name the meeting, its place or its year, or a person.')),
    reply.hint && h('p', { class: 'hint', testid: 'hint' }, reply.hint),
    h('div', { class: 'grown' }),
    h('div', { class: 'offer' }),
    h('p', { class: 'way-on' }, h('a', { class: 'button', href: '#/reports', testid: 'all-reports' }, t('See all reports'), icon('next'))),
    ...(sentences.length ? nearest(sentences) : []),
    evidenceDetails(reply));
}

function searchedSentence(reports) {
  if (reports === 1) return t('The one report was searched.');
  return reports ? `${counted(reports, 'report was searched', 'reports were searched')}.` : t('The reports were searched.');
}

/** The nearest sentence of each of some reports, with the words that match marked. */
function nearest(sentences) {
  return [h('h4', {}, t('What comes nearest')), h('ol', { class: 'nearest' }, ...sentences.map((sentence) => nearestItem(sentence, sentences)))];
}

function nearestItem(sentence, all) {
  return h('li', {},
    h('a', { href: passageHref(sentence) },
      h('span', { class: 'passage', dir: 'auto' }, ...markedWords(sentence, oneLine)), ' ',
      h('span', { class: 'from', dir: 'auto' }, sentenceCase(sentence.title))),
    citedAt(sentence, all));
}
