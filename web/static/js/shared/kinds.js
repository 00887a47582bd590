import { t } from './strings.js';

const SEVERAL = new Set(['list', 'count', 'statements', 'timeline', 'summary', 'search']);

/**
 * Whether a reply consists of its items. What one answer rests on can have items as well.
 * @param {{kind: string, items: object[]}} reply
 */
export function isOfItems({ kind, items }) {
  return SEVERAL.has(kind) && items.length > 0;
}

/**
 * What is said first of an answer that isn't sure.
 * @param {{kind: string, level: string, items: object[]}} reply
 */
export function doubtOf(reply) {
  if (reply.level !== 'unsure') return null;
  return isOfItems(reply) ? t('These may not answer your question.') : t('This may not answer your question.');
}
