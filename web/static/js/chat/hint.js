import { h } from '../shared/dom.js';
import { t } from '../shared/strings.js';

/**
 * The reply to what is no question on the reports.
 * @param {{hint: string|null}} reply
 */
export function hintCard({ hint }) {
  return h('article', { class: 'card hint-card', testid: 'hint-card', 'aria-label': t('Reply') }, h('p', { class: 'lead' }, hint ?? ''));
}

/**
 * Which meeting is meant? Each one asks the question of it.
 * @param {{question: string, hint: string|null, items: {meeting: string}[]}} reply
 */
export function askBackCard({ question, hint, items }, ask) {
  const chip = ({ meeting }) => h('li', {}, h('button', {
    class: 'chip', type: 'button', dir: 'auto', testid: 'which-meeting', onclick: () => ask(`${question} (${meeting})`),
  }, meeting));
  return h('article', { class: 'card hint-card', testid: 'hint-card', 'aria-label': t('Which meeting?') },
    h('p', { class: 'lead' }, hint ?? t('Which meeting do you mean?')),
    h('ul', { class: 'chips' }, ...items.map(chip)));
}
