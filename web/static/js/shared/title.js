import { h } from './dom.js';

/**
 * Words of a report, such as its title. All in capitals they shout: the style sheet sets them in
 * smaller ones, and whoever copies them gets the report's own.
 * @param {string} text
 * @param {string} [name] class names
 * @returns {HTMLElement}
 */
export function titled(text, name = '') {
  return h('span', { class: [name, isShouted(text) && 'calm'].filter(Boolean).join(' ') || null, dir: 'auto' }, text);
}

/**
 * @param {string} text
 * @returns {boolean} whether all its letters are capitals, in a script that has small ones
 */
export function isShouted(text) {
  return text === text.toUpperCase() && /\p{Lu}{4}/u.test(text);
}
