import { announce, h } from './dom.js';
import { copyRich, copyText } from './clipboard.js';
import { t } from './strings.js';

const COPIED_FOR_MS = 2000;

/**
 * A button that copies a text, and says whether it did.
 * @param {() => string|{text: string, html: string}} copied
 * @param {Object<string, any>} props
 */
export function copyButton(label, copied, props) {
  const button = h('button', { type: 'button', ...props, onclick: async () => {
    const what = copied();
    tell(await (typeof what === 'string' ? copyText(what) : copyRich(what)));
  } }, label);
  const tell = (done) => {
    button.textContent = done ? t('Copied') : t('The browser did not allow copying');
    announce(button.textContent);
    setTimeout(() => { button.textContent = label; }, COPIED_FOR_MS);
  };
  return button;
}
