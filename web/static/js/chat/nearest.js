import { h } from '../shared/dom.js';
import { citedAt } from '../shared/passage.js';
import { oneLine } from '../shared/quote.js';
import { passageHref } from '../shared/route.js';
import { sentenceCase } from '../shared/title.js';
import { markedWords } from './citations.js';

/** The nearest sentence of each of some reports, with the words that match marked. */
export function nearestList(sentences) {
  return h('ol', { class: 'nearest' }, ...sentences.map((sentence) => nearestItem(sentence, sentences)));
}

function nearestItem(sentence, all) {
  return h('li', {},
    h('a', { href: passageHref(sentence) },
      h('span', { class: 'passage', dir: 'auto' }, ...markedWords(sentence, oneLine)), ' ',
      h('span', { class: 'from', dir: 'auto' }, sentenceCase(sentence.title))),
    citedAt(sentence, all));
}
