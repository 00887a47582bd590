import { h } from './dom.js';

// What the server has readers for.
const READ = '.md,.txt,.html,.htm,.pdf,.docx,.odt,.pptx,.xlsx,.rtf,.eml,.vtt,.srt';

/**
 * A button that lets the person choose files.
 * @param {string} name class names
 */
export function filesButton(label, add, name) {
  const input = h('input', { type: 'file', multiple: true, accept: READ, hidden: true, 'aria-label': label, testid: 'file-input', onchange: () => {
    if (input.files.length) add([...input.files]);
    // The same file can be chosen again after it was mended.
    input.value = '';
  } });
  return h('span', {}, input,
    h('button', { class: name, type: 'button', testid: 'add-files', onclick: () => input.click() }, label));
}
