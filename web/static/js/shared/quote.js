import { toUtf16 } from './offsets.js';

/**
 * A citation's quote, cut where the words that answer stand in it.
 * @param {{quote: string, start: number, answer_start: number, answer_end: number}} citation
 * @returns {{before: string, words: string, after: string}} `words` is empty when the whole quote answers
 */
export function cutAtAnswer({ quote, start, answer_start: from, answer_end: to }) {
  const [first, last] = toUtf16(quote, [from - start, to - start]);
  // A list's mark before it and a full stop after it say nothing.
  if (!unlisted(quote.slice(0, first)).trim() && !/[\p{L}\p{N}]/u.test(quote.slice(last))) return { before: unlisted(quote), words: '', after: '' };
  return { before: unlisted(quote.slice(0, first)), words: quote.slice(first, last), after: quote.slice(last) };
}

/** Words without the mark of the list that they stand in. */
export function unlisted(words) {
  return words.replace(/^\s*[*•‣◦–-]\s+/, '');
}

/** True when both say the same, line breaks aside. */
export function sameWords(a, b) {
  return oneLine(a) === oneLine(b);
}

/** @returns {string} every run of white space as one space */
export function oneLine(text) {
  return text.trim().replace(/\s+/g, ' ');
}
