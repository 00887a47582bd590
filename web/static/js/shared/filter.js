import { h } from './dom.js';

/**
 * A labelled search box.
 * @param {string} id also its test id
 */
export function filterBox(id, label, placeholder, filter) {
  const box = h('input', {
    class: 'filter', type: 'search', id, dir: 'auto', autocomplete: 'off', testid: id,
    placeholder, oninput: () => filter(box.value),
  });
  return h('div', {}, h('label', { for: id, class: 'field-label' }, label), box);
}

/** @returns {(words: string) => boolean} whether every word typed is in a lower-case text */
export function matcher(typed) {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return (words) => wanted.every((word) => words.includes(word));
}
