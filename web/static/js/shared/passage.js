import { dotted, h } from './dom.js';
import { longDate } from './format.js';
import { titled } from './title.js';

/**
 * @param {string|null} iso
 * @returns {HTMLElement|null}
 */
export function dateOf(iso) {
  return iso ? h('time', { datetime: iso }, longDate(iso)) : null;
}

/**
 * Where a passage stands: date, source path, section, page.
 * @param {{date: string|null, source: string|null, section: string|null, page: number|null}} passage
 * @returns {HTMLElement}
 */
export function whereabouts({ date, source, section, page }) {
  return h('span', { class: 'meta' }, ...dotted([
    dateOf(date),
    source && h('span', { class: 'path', dir: 'auto' }, source),
    section && titled(section),
    page != null && `page\u00a0${page}`,
  ]));
}
