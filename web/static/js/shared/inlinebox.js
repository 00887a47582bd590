import { h } from './dom.js';
import { t } from './strings.js';

/**
 * A box in the place of words that are edited. Enter sends what stands in it, Escape leaves the words.
 * @param {{label: string, send: string, testid: string, maxlength: number}} about
 * @param {(words: string|null) => void} done
 */
export function inlineBox(words, { send, label, testid, maxlength }, done) {
  const box = h('textarea', { class: 'filter', rows: 1, maxlength, dir: 'auto', 'aria-label': label, testid: `${testid}-box` }, words);
  const form = h('form', { class: 'inline-box', onsubmit: finish, onkeydown: keys },
    box,
    h('div', {},
      h('button', { class: 'button', type: 'button', onclick: () => done(null) }, t('Cancel')),
      h('button', { class: 'button strong', type: 'submit', testid: `${testid}-send` }, send)));

  function finish(event) {
    event.preventDefault();
    done(box.value.trim());
  }

  function keys(event) {
    if (event.key === 'Escape') {
      // It leaves the box, not the panel.
      event.stopPropagation();
      done(null);
    } else if (event.key === 'Enter' && event.target === box && !event.shiftKey && !event.isComposing) finish(event);
  }

  requestAnimationFrame(() => { box.focus(); box.select(); });
  return form;
}
