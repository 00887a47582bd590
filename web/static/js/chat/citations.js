import { h } from '../shared/dom.js';
import { cutAtAnswer, oneLine } from '../shared/quote.js';
import { citedAt, whereabouts } from '../shared/passage.js';
import { passageHref } from '../shared/route.js';
import { t } from '../shared/strings.js';
import { sentenceCase } from '../shared/title.js';

/**
 * The numbered places that an answer rests on. Of several in one report, the title stands above the
 * first; of several in one sentence, the sentence does.
 * @param {number} trail the number of their trail
 * @param {number} shown how many of the first have their quote in the answer already
 */
export function citationList(citations, trail, shown) {
  return h('ol', { class: 'citations', 'data-trail': trail, 'aria-label': t('Citations') },
    ...citations.map((citation, i) => citationItem(citation, i, citations, i >= shown)));
}

function citationItem(citation, i, all, withQuote) {
  const before = all[i - 1];
  const again = before?.report_id === citation.report_id;
  const sameLine = again && before.start === citation.start && before.end === citation.end;
  const line = sameLine ? [h('mark', {}, oneLine(citation.answer))] : markedWords(citation, oneLine);
  const quote = (withQuote || again) && h('span', { class: 'line', dir: 'auto' }, ...line);
  return h('li', { class: again ? 'again' : null },
    h('a', { href: passageHref(citation), testid: 'citation-link' },
      h('span', { class: 'number' }, String(i + 1)), ' ',
      h('span', { class: 'cited' }, !again && h('span', { class: 'from', dir: 'auto' }, sentenceCase(citation.title)), ' ', quote)),
    again ? citation.section !== before.section && whereabouts({ ...citation, date: null, source: null }) : citedAt(citation, all));
}

/**
 * A citation's quote with the words that answer marked.
 * @param {(text: string) => string} [clean]
 */
export function markedWords(citation, clean = (text) => text) {
  const { before, words, after } = cutAtAnswer(citation);
  if (!words) return [clean(before)];
  // Trimming must not join the words around a mark.
  const spaced = (text) => (clean === oneLine ? oneLine(`|${text}|`).slice(1, -1) : text);
  return [spaced(before), h('mark', {}, spaced(words)), spaced(after)];
}

/** The number of a citation as a small link in the text. */
export function reference(citation, i) {
  return h('a', {
    class: 'ref', href: passageHref(citation), testid: 'citation-ref', 'aria-label': t('Citation {n}: {title}', { n: i + 1, title: citation.title }),
  }, String(i + 1));
}
