/**
 * The quote cut where the answer's words stand in it, or null when the answer is not a proper part of it.
 * @param {string} quote
 * @param {string} answer
 * @returns {{before: string, words: string, after: string}|null}
 */
export function cutAtAnswer(quote, answer) {
  const words = answer.trim().split(/\s+/).map(escapePattern).join('\\s+');
  if (!words || sameWords(quote, answer)) return null;
  // Whole words first: the "5" of "5 members" must not mark the 5 of "25 members".
  const match = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'u').exec(quote)
    ?? new RegExp(words, 'u').exec(quote);
  if (!match) return null;
  const end = match.index + match[0].length;
  return { before: quote.slice(0, match.index), words: match[0], after: quote.slice(end) };
}

/**
 * True when both say the same, line breaks aside.
 * @param {string} a
 * @param {string} b
 * @returns {boolean}
 */
export function sameWords(a, b) {
  return oneLine(a) === oneLine(b);
}

/**
 * @param {string} text
 * @returns {string} every run of white space as one space
 */
export function oneLine(text) {
  return text.trim().replace(/\s+/g, ' ');
}

function escapePattern(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
