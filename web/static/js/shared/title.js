import { h } from './dom.js';

/**
 * Words of a report, such as its title. All in capitals they shout: the style sheet sets them in
 * smaller ones, and whoever copies them gets the report's own.
 * @param {string} [name] class names
 */
export function titled(text, name = '') {
  return h('span', { class: [name, isShouted(text) && 'calm'].filter(Boolean).join(' ') || null, dir: 'auto' }, text);
}

/** @returns {boolean} whether all its letters are capitals, in a script that has small ones */
export function isShouted(text) {
  return text === text.toUpperCase() && /\p{Lu}{4}/u.test(text);
}

const SMALL = new Set('a an and as at by de del der des die du el en et for from in la las le les los not of off on or per the to und van von y'.split(' '));
const isShort = (word) => /\d(?!.*[A-Z]{2}$)/.test(word) || !/[AEIOUY]/.test(word) || /^[IVX]+$/.test(word) || (word.length < 4 && !SMALL.has(word.toLowerCase()));

/** A title in capitals as a sentence is written. Short forms and numbers stay ("COP 5", "XIV"). */
export function sentenceCase(text) {
  if (!isShouted(text)) return text;
  const calm = text.replace(/[\p{L}\p{N}]+/gu, (word) => (isShort(word) ? word : word.toLowerCase()));
  return calm.replace(/^\P{L}*\p{L}|(?<=[:.!?–—]\s+)\p{L}/gu, (first) => first.toUpperCase());
}
