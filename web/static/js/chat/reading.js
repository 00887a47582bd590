import { h } from '../shared/dom.js';

/**
 * How a question was read where that differs from what was typed, and which meetings it chose.
 * @param {{question: string, read_as: string|null, filters: {label: string, count: number}[]}} reply
 * @param {(question: string) => void} askAlone asks it again without what came before
 * @returns {HTMLElement|null}
 */
export function readingLine({ question, read_as: readAs, filters = [] }, askAlone) {
  if (!readAs && !filters.length) return null;
  return h('div', { class: 'reading', testid: 'reading' },
    readAs && h('p', {}, 'Read as: ', h('span', { class: 'read-as', dir: 'auto', testid: 'read-as' }, readAs), ' ',
      h('button', { class: 'quiet', type: 'button', testid: 'ask-alone', onclick: () => askAlone(question) }, 'Ask it alone')),
    filters.length > 0 && h('ul', { class: 'chosen-by', 'aria-label': 'Looked only in' }, ...filters.map(filter)));
}

function filter({ label }) {
  return h('li', { class: 'chosen', testid: 'filter', dir: 'auto' }, label);
}
