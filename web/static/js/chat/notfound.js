import { h, icon } from '../shared/dom.js';
import { counted } from '../shared/format.js';
import { t } from '../shared/strings.js';
import { evidenceDetails } from './evidence.js';
import { nearestList } from './nearest.js';

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
    sentences.length && h('h4', {}, t('What comes nearest')),
    sentences.length && nearestList(sentences),
    evidenceDetails(reply));
}

function searchedSentence(reports) {
  if (reports === 1) return t('The one report was searched.');
  return reports ? `${counted(reports, 'report was searched', 'reports were searched')}.` : t('The reports were searched.');
}
