import { h } from './dom.js';

/**
 * A button that lets the person choose files.
 * @param {string} label
 * @param {(files: File[]) => void} add
 * @param {string} name class names
 * @returns {HTMLElement}
 */
export function filesButton(label, add, name) {
  const input = h('input', { type: 'file', multiple: true, hidden: true, 'aria-label': label, testid: 'file-input', onchange: () => {
    if (input.files.length) add([...input.files]);
    // The same file can be chosen again after it was mended.
    input.value = '';
  } });
  return h('span', {}, input,
    h('button', { class: name, type: 'button', testid: 'add-files', onclick: () => input.click() }, label));
}
