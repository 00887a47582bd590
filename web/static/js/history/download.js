import { h } from '../shared/dom.js';

const KEPT_FOR_MS = 60_000;

/** Hands a text to the browser as a file. */
export function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = h('a', { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read it only after they have asked where to put it.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS);
}
