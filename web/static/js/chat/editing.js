import { h } from '../shared/dom.js';

const LIMIT = 1000;

/**
 * A box in the place of a question. Enter asks what stands in it, Escape leaves the question as it is.
 * @param {string} question
 * @param {(question: string|null) => void} done
 * @returns {HTMLElement}
 */
export function editing(question, done) {
  const box = h('textarea', { class: 'filter', rows: 2, maxlength: LIMIT, dir: 'auto', 'aria-label': 'Edit the question', testid: 'edit-box' }, question);
  const send = (event) => {
    event.preventDefault();
    if (box.value.trim()) done(box.value.trim());
  };
  const form = h('form', { class: 'editing', onsubmit: send, onkeydown: keys },
    box,
    h('div', {},
      h('button', { class: 'button', type: 'button', onclick: () => done(null) }, 'Cancel'),
      h('button', { class: 'button strong', type: 'submit', testid: 'edit-ask' }, 'Ask')));

  function keys(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      done(null);
    } else if (event.key === 'Enter' && event.target === box && !event.shiftKey && !event.isComposing) send(event);
  }

  return form;
}
