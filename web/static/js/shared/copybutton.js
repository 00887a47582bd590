import { announce, h } from './dom.js';
import { copyText } from './clipboard.js';

const COPIED_FOR_MS = 2000;

/**
 * A button that copies a text, and says whether it did.
 * @param {string} label
 * @param {() => string} text
 * @param {Object<string, any>} props
 * @returns {HTMLElement}
 */
export function copyButton(label, text, props) {
  const button = h('button', { type: 'button', ...props, onclick: async () => tell(await copyText(text())) }, label);
  const tell = (copied) => {
    button.textContent = copied ? 'Copied' : 'The browser did not allow copying';
    announce(button.textContent);
    setTimeout(() => { button.textContent = label; }, COPIED_FOR_MS);
  };
  return button;
}
