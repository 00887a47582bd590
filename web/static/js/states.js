import { h, icon } from './dom.js';
import { counted } from './format.js';

/**
 * @param {{reports: number}} health
 * @param {Promise<string[]>} offered questions that have an answer; they may come later
 * @param {(question: string) => void} ask
 * @returns {HTMLElement}
 */
export function welcome(health, offered, ask) {
  const list = h('ul', { class: 'suggestions', 'aria-label': 'Example questions', hidden: true });
  offered.then((questions) => {
    list.append(...questions.map((question) => h('li', {}, suggestionButton(question, ask))));
    list.hidden = questions.length === 0;
  });
  return h('div', { class: 'state', testid: 'welcome' },
    h('h2', {}, 'Ask your meeting reports'),
    h('p', { class: 'lead' },
      'The answer is a sentence from the reports, word for word, with a link to the place where it stands. ',
      'If they don’t say, you are told so.'),
    h('p', { class: 'meta' }, `${counted(health.reports, 'report is', 'reports are')} indexed.`),
    list);
}

function suggestionButton(question, ask) {
  return h('button', { type: 'button', testid: 'suggestion', onclick: () => ask(question) },
    h('span', { dir: 'auto' }, question), icon('next'));
}

/**
 * @param {() => void} rebuild
 * @returns {HTMLElement}
 */
export function emptyIndex(rebuild) {
  return h('div', { class: 'state', testid: 'empty-index' },
    h('h2', {}, 'No reports yet'),
    h('p', { class: 'lead' }, 'There is nothing to ask until some reports are indexed.'),
    h('ol', { class: 'steps' },
      h('li', {}, 'Put reports as ', h('code', {}, '.md'), ' or ', h('code', {}, '.txt'), ' files into the reports folder.'),
      h('li', {}, 'Run ', h('code', {}, 'qa index FOLDER'), ', or rebuild the index here.')),
    h('button', { class: 'button strong', type: 'button', onclick: rebuild }, 'Rebuild index'),
    h('p', { class: 'meta' }, 'This page looks for an index every few seconds, and goes on by itself.'));
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

/**
 * @param {{message: string, cure?: string}} error
 * @param {() => void} retry
 * @param {string} [note]
 * @returns {HTMLElement}
 */
export function errorCard(error, retry, note = '') {
  return h('div', { class: 'card error', role: 'alert', testid: 'error-card' },
    icon('notice'),
    h('div', {},
      h('h2', { dir: 'auto' }, error.message),
      h('p', { dir: 'auto' }, [error.cure, note].filter(Boolean).join(' ')),
      h('button', { class: 'button strong', type: 'button', testid: 'retry-button', onclick: retry }, 'Try again')));
}
