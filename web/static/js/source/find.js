import { h, icon } from '../shared/dom.js';
import { t } from '../shared/strings.js';

const WORDS = {
  label: t('Find in this report'), placeholder: t('Words in this report'), previous: t('Previous match'), next: t('Next match'), close: t('Close the search'),
  none: t('Not found'), at: (n, total) => t('{n} of {total}', { n, total }),
};
const MOST = 1000;

/** @returns {{start: number, end: number}[]} where the words stand, letter case and line breaks aside */
export function matches(text, typed) {
  const words = typed.trim().split(/\s+/).filter(Boolean).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  if (!words.length) return [];
  const found = [];
  for (const { index, 0: match } of text.matchAll(new RegExp(words.join('\\s+'), 'giu'))) {
    found.push({ start: index, end: index + match.length });
    if (found.length === MOST) break;
  }
  return found;
}

/** A search in the report at hand: a row below the panel's title. */
export class Find {
  #box = h('input', { class: 'filter', type: 'search', 'aria-label': WORDS.label, placeholder: WORDS.placeholder, autocomplete: 'off', dir: 'auto', testid: 'find-box', oninput: () => this.#search(), onkeydown: (event) => this.#key(event) });
  #count = h('span', { role: 'status', testid: 'find-count' });
  #found = [];
  #at = 0;
  #text = '';
  #shown = null;

  /** @param {{go: (match: {start: number, end: number}, range: Range|null) => void, close: () => void}} page */
  constructor({ go, close }) {
    Object.assign(this, { go, close });
    const button = (name, act) => h('button', { class: 'round', type: 'button', 'aria-label': WORDS[name], title: WORDS[name], testid: `find-${name}`, onclick: act }, icon(name));
    this.element = h('div', { class: 'find', role: 'search' }, this.#box, this.#count,
      button('previous', () => this.#step(-1)), button('next', () => this.#step(1)), button('close', close));
  }

  /** @param {string} text of the report @param {HTMLElement|null} shown where it is shown as text */
  attach(text, shown) {
    if (text !== this.#text) this.#box.value = '';
    this.#text = text;
    this.#shown = shown;
    this.#found = matches(text, this.#box.value);
    this.#at = Math.min(this.#at, Math.max(0, this.#found.length - 1));
    this.#tell();
  }

  focus() {
    this.#box.focus();
    this.#box.select();
  }

  /** Nothing is left of it in the text. */
  clear() {
    globalThis.CSS?.highlights?.delete('found');
    globalThis.CSS?.highlights?.delete('found-now');
  }

  #search() {
    this.#found = matches(this.#text, this.#box.value);
    this.#at = 0;
    this.#go();
  }

  #key(event) {
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#step(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
    }
  }

  #step(by) {
    const count = this.#found.length;
    if (!count) return;
    this.#at = (this.#at + by + count) % count;
    this.#go();
  }

  #go() {
    const now = this.#tell();
    if (this.#found.length) this.go(this.#found[this.#at], now);
  }

  /** @returns {Range|null} the match at hand, where the text is shown */
  #tell() {
    const count = this.#found.length;
    this.#count.textContent = count ? WORDS.at(this.#at + 1, count === MOST ? `${count}+` : count) : this.#box.value.trim() && WORDS.none;
    this.clear();
    if (!this.#shown || !count) return null;
    const ranges = this.#ranges();
    if (globalThis.Highlight) {
      CSS.highlights.set('found', new Highlight(...ranges));
      CSS.highlights.set('found-now', new Highlight(ranges[this.#at]));
    }
    return ranges[this.#at];
  }

  /** The text's nodes hold every character of the report, in its order. */
  #ranges() {
    const walker = document.createTreeWalker(this.#shown, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    let before = 0;
    const seek = (unit) => {
      while (node.data.length < unit - before) {
        before += node.data.length;
        node = walker.nextNode();
      }
      return [node, unit - before];
    };
    return this.#found.map(({ start, end }) => {
      const range = new Range();
      // A node that ends there doesn't have the first letter.
      const [first, from] = seek(start + 1);
      range.setStart(first, from - 1);
      range.setEnd(...seek(end));
      return range;
    });
  }
}
