import { h, icon } from '../shared/dom.js';
import { chipsOf } from '../shared/where.js';
import { filled, t } from '../shared/strings.js';
import { titled } from '../shared/title.js';

// Words that would be left hanging: "how many meetings in".
const BEFORE = String.raw`(?:\s+(?:in|at|on|of|from|for|during|by|with|the)){0,2}`;

/**
 * How a question was read where that differs from what was typed, and which meetings were asked.
 * @param {{question: string, read_as: string|null, filters: {label: string, words: string, count: number}[]}} reply
 * @param {import('../shared/where.js').Where} [where] the filters that were set
 * @param {(question: string) => void} askAlone asks without what came before
 */
export function readingLine({ question, read_as: readAs, filters = [] }, where = {}, askAlone) {
  const set = chipsOf(where);
  if (!readAs && !filters.length && !set.length) return null;
  return h('div', { class: 'reading', testid: 'reading' },
    readAs && h('p', {}, ...filled('Read as: {question}', { question: h('span', { class: 'read-as', dir: 'auto', testid: 'read-as' }, readAs) }), ' ',
      h('button', { class: 'quiet', type: 'button', testid: 'ask-alone', onclick: () => askAlone(question) }, t('Ask it alone'))),
    filters.length + set.length > 0 && h('ul', { class: 'chosen-by', 'aria-label': t('Looked only in') },
      ...set.map(({ words }) => h('li', {}, h('span', { class: 'chosen', testid: 'asked-of', dir: 'auto' }, words))),
      ...filters.map((filter) => h('li', {}, filterChip(filter, readAs ?? question, askAlone)))));
}

/**
 * The words that chose the meetings leave the question, which is asked anew and seen as it is asked.
 * @returns {HTMLElement} a button only where a question is left
 */
export function filterChip({ label, words, count }, question, askAlone, testid = 'filter') {
  if (!count) return h('span', { class: 'chosen of-none', testid, dir: 'auto' }, t('{label}: no meeting', { label }));
  const without = withoutWords(question, words);
  if (!without) return h('span', { class: 'chosen', testid, dir: 'auto' }, titled(label));
  return h('button', {
    class: 'chosen', type: 'button', testid, dir: 'auto', title: t('Ask without “{words}”', { words }),
    'aria-label': t('{label}: ask without it', { label }), onclick: () => askAlone(without),
  }, titled(label), icon('close'));
}

/** @returns {string|null} null where nothing but the words would be left, or they aren't in it */
function withoutWords(question, words = '') {
  const escaped = words.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  if (!escaped) return null;
  const left = question.replace(new RegExp(`${BEFORE}\\s*${escaped}`, 'iu'), '').replace(/\s+(?=[?.!,])/g, '').trim();
  return left.length < question.length && /\p{L}.*\s+.*\p{L}/u.test(left) ? left : null;
}
