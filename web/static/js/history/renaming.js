import { h } from '../shared/dom.js';

const LONGEST = 200;

/**
 * A box in the place of a conversation's name; empty, the first question is its name again.
 * @param {string} name
 * @param {(name: string|null) => void} done null leaves it as it is
 * @returns {HTMLElement}
 */
export function renaming(name, done) {
  const box = h('input', {
    class: 'filter', type: 'text', value: name, maxlength: LONGEST, dir: 'auto', autocomplete: 'off', 'aria-label': 'Name of the conversation', testid: 'rename-box',
  });
  const form = h('form', { class: 'renaming', onkeydown: leave, onsubmit: (event) => { event.preventDefault(); done(box.value.trim()); } },
    box,
    h('button', { class: 'button strong', type: 'submit', testid: 'rename-save' }, 'Save'),
    h('button', { class: 'button', type: 'button', onclick: () => done(null) }, 'Cancel'));

  /** Escape leaves the box, not the panel. */
  function leave(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    done(null);
  }

  return form;
}
