import { h } from '../shared/dom.js';

const KEPT_FOR_MS = 60_000;

/** Hands something to the browser as a file. */
export function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = h('a', { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read it only after they have asked where to put it.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS);
}
