import { h, icon } from '../shared/dom.js';

// Words that would be left hanging: "how many meetings in".
const BEFORE = String.raw`(?:\s+(?:in|at|on|of|from|for|during|by|with|the)){0,2}`;

/**
 * How a question was read where that differs from what was typed, and which meetings it chose.
 * @param {{question: string, read_as: string|null, filters: {label: string, words: string, count: number}[]}} reply
 * @param {(question: string) => void} askAlone asks without what came before
 * @returns {HTMLElement|null}
 */
export function readingLine({ question, read_as: readAs, filters = [] }, askAlone) {
  if (!readAs && !filters.length) return null;
  return h('div', { class: 'reading', testid: 'reading' },
    readAs && h('p', {}, 'Read as: ', h('span', { class: 'read-as', dir: 'auto', testid: 'read-as' }, readAs), ' ',
      h('button', { class: 'quiet', type: 'button', testid: 'ask-alone', onclick: () => askAlone(question) }, 'Ask it alone')),
    filters.length > 0 && h('ul', { class: 'chosen-by', 'aria-label': 'Looked only in' },
      ...filters.map((filter) => h('li', {}, chip(filter, readAs ?? question, askAlone)))));
}

/** The words that chose the meetings leave the question, which is asked anew and seen as it is asked. */
function chip({ label, words, count }, question, askAlone) {
  if (!count) return h('span', { class: 'chosen of-none', testid: 'filter', dir: 'auto' }, `${label}: no meeting`);
  const without = withoutWords(question, words);
  if (!without) return h('span', { class: 'chosen', testid: 'filter', dir: 'auto' }, label);
  return h('button', {
    class: 'chosen', type: 'button', testid: 'filter', dir: 'auto', title: `Ask without “${words}”`,
    'aria-label': `${label}: ask without it`, onclick: () => askAlone(without),
  }, label, icon('close'));
}

/** @returns {string|null} null where nothing but the words would be left, or they aren't in it */
function withoutWords(question, words = '') {
  const escaped = words.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  if (!escaped) return null;
  const left = question.replace(new RegExp(`${BEFORE}\\s*${escaped}`, 'iu'), '').replace(/\s+(?=[?.!,])/g, '').trim();
  return left.length < question.length && /\p{L}.*\s+.*\p{L}/u.test(left) ? left : null;
}
