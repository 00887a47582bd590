const WORDS = {
  label: 'stated in the report',
  title: 'stated in the title',
  heading: 'stated in a heading',
  text: 'stated in the text',
  'front matter': 'from the file’s header',
  'file name': 'from the file’s name',
  catalogue: 'from the catalogue',
  series: 'inferred from the reports beside it',
  properties: 'from the file’s properties',
  record: 'the day of the meeting whose report says so',
  corrected: 'corrected by a user',
};
const wordsOf = (how) => WORDS[how] ?? `from the ${how}`;

/**
 * How a value of a record is known, in quiet words.
 * @param {{how: string, why: string|null}} told
 * @returns {string}
 */
export function knownBy({ how, why }) {
  if (!why) return wordsOf(how);
  return how === 'series' ? `inferred: ${why}` : `${wordsOf(how)}: ${why}`;
}

/**
 * How something is known that doesn't stand in a report's text, as a sentence begins.
 * @param {string} known
 * @returns {string}
 */
export function knownFrom(known) {
  const words = wordsOf(known);
  return words.startsWith('from') ? `Known ${words}` : words[0].toUpperCase() + words.slice(1);
}
