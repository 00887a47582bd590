import { t } from './strings.js';

const WORDS = {
  label: t('stated in the report'),
  title: t('stated in the title'),
  heading: t('stated in a heading'),
  text: t('stated in the text'),
  'front matter': t('from the file’s header'),
  'file name': t('from the file’s name'),
  catalogue: t('from the catalogue'),
  series: t('inferred from the reports beside it'),
  properties: t('from the file’s properties'),
  record: t('the day of the meeting whose report says so'),
  corrected: t('corrected by a user'),
};
const ELSEWHERE = new Set(['front matter', 'file name', 'catalogue', 'properties']);
const wordsOf = (how) => WORDS[how] ?? t('from the {place}', { place: how });

/**
 * How a value of a record is known, in quiet words.
 * @param {{how: string, why: string|null}} told
 */
export function knownBy({ how, why }) {
  if (!why) return wordsOf(how);
  return how === 'series' ? t('inferred: {why}', { why }) : `${wordsOf(how)}: ${why}`;
}

/** How something is known that doesn't stand in a report's text, as a sentence begins. */
export function knownFrom(known) {
  const words = wordsOf(known);
  return ELSEWHERE.has(known) || !WORDS[known] ? t('Known {how}', { how: words }) : words[0].toUpperCase() + words.slice(1);
}
