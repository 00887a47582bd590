import { dotted, h } from '../shared/dom.js';
import { knownFrom } from '../shared/known.js';
import { oneLine, unlisted } from '../shared/quote.js';
import { passageHref, personHref } from '../shared/route.js';

/**
 * One of several things: the words that answer lead to their place; below stands, in quiet, the
 * sentence that they are from, where it says more. One that the next item is from as well waits for it.
 * @param {boolean} named whether its label stands elsewhere
 */
export function itemLine({ answer, label, known, citations: [first] }, named, next) {
  const words = oneLine(unlisted(answer));
  const sentence = first && !known ? oneLine(unlisted(first.quote)) : words;
  const rest = letters(sentence.replace(words, ''));
  const more = rest !== '' && rest !== letters(label ?? '');
  const beside = [!named && label && !(more && rest.includes(letters(label))) && label, known && knownFrom(known)];
  return h('li', {},
    first ? h('a', { href: passageHref(first), testid: 'item-link', dir: 'auto' }, words) : h('span', { class: 'words-alone', dir: 'auto' }, words),
    ...beside.some(Boolean) ? [' ', h('span', { class: 'meta', dir: 'auto' }, ...dotted(beside))] : [],
    more && !samePlace(first, next?.citations[0]) && h('span', { class: 'line told', dir: 'auto', testid: 'item-sentence' }, sentence));
}

const samePlace = (one, other) => one.start === other?.start && one.end === other.end && one.report_id === other.report_id;

/** Case, signs and marks of headings don't make a sentence say more. */
const letters = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Who says what follows, with the way to what else is known of them. */
export const speaker = (name) => h('li', { class: 'speaker' }, h('a', { href: personHref(name), testid: 'person-link', dir: 'auto' }, name));
