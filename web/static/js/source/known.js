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
  corrected: 'corrected by you',
};

/**
 * How a value of a record is known, in quiet words.
 * @param {{how: string, why: string|null}} told
 * @returns {string}
 */
export function knownBy({ how, why }) {
  const words = WORDS[how] ?? `from the ${how}`;
  if (!why) return words;
  return how === 'series' ? `inferred: ${why}` : `${words}: ${why}`;
}
