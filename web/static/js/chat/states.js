import { h, icon } from '../shared/dom.js';
import { filesButton } from '../shared/choosing.js';
import { counted } from '../shared/format.js';

/**
 * @param {{reports: number, demo: boolean}} health
 * @param {Promise<string[]>} offered questions that have an answer; they may come later
 * @param {(question: string) => void} ask
 * @param {(files: File[]) => void} add
 * @returns {HTMLElement}
 */
export function welcome(health, offered, ask, add) {
  const list = h('ul', { class: 'suggestions', 'aria-label': 'Example questions', hidden: true });
  offered.then((questions) => {
    list.append(...questions.map((question) => h('li', {}, suggestionButton(question, ask))));
    list.hidden = questions.length === 0;
  });
  return h('div', { class: 'state', testid: 'welcome' },
    h('h2', {}, 'Ask your meeting reports'),
    h('p', { class: 'lead' },
      `${counted(health.reports, 'report is', 'reports are')} indexed. The answer comes from them word for word, `,
      'with a link to its place. If they don’t say, you are told so.'),
    list,
    health.demo && h('p', { class: 'meta demo', testid: 'demo-note' },
      'These reports are invented, to try it. ', filesButton('Add your own', add, 'link'),
      ' or drop them on this page: the first one begins your collection, and the demo is put away.'));
}

function suggestionButton(question, ask) {
  return h('button', { type: 'button', testid: 'suggestion', onclick: () => ask(question) },
    h('span', { dir: 'auto' }, question), icon('next'));
}

/**
 * @param {number|null} reports
 * @returns {HTMLElement}
 */
export function waiting(reports) {
  return h('p', { class: 'waiting' },
    reports ? `Searching ${counted(reports, 'report')}` : 'Searching the reports');
}

/**
 * @param {() => void} cancel
 * @returns {HTMLElement}
 */
export function slow(cancel) {
  return h('p', { class: 'slow' }, 'This takes longer than usual. ',
    h('button', { class: 'button', type: 'button', testid: 'cancel-button', onclick: cancel }, 'Cancel'));
}
