import { h } from '../shared/dom.js';

/**
 * The reply to what is no question on the reports.
 * @param {{hint: string|null}} reply
 * @returns {HTMLElement}
 */
export function hintCard({ hint }) {
  return h('article', { class: 'card hint-card', testid: 'hint-card', 'aria-label': 'Reply' }, h('p', { class: 'lead' }, hint ?? ''));
}

/**
 * Which meeting is meant? Each one asks the question of it.
 * @param {{question: string, hint: string|null, items: {meeting: string}[]}} reply
 * @param {(question: string) => void} ask
 * @returns {HTMLElement}
 */
export function askBackCard({ question, hint, items }, ask) {
  const chip = ({ meeting }) => h('li', {}, h('button', {
    class: 'chip', type: 'button', dir: 'auto', testid: 'which-meeting', onclick: () => ask(`${question} (${meeting})`),
  }, meeting));
  return h('article', { class: 'card hint-card', testid: 'hint-card', 'aria-label': 'Which meeting?' },
    h('p', { class: 'lead' }, hint ?? 'Which meeting do you mean?'),
    h('ul', { class: 'chips' }, ...items.map(chip)));
}
