import { h, icon } from '../shared/dom.js';
import { filesButton } from '../shared/choosing.js';
import { counted } from '../shared/format.js';
import { filled, t } from '../shared/strings.js';

/**
 * @param {{reports: number, demo: boolean}} health
 * @param {Promise<string[]>} offered questions that have an answer; they may come later
 */
export function welcome(health, offered, ask, add) {
  const list = h('ul', { class: 'suggestions', 'aria-label': t('Example questions'), hidden: true });
  offered.then((questions) => {
    list.append(...questions.map((question) => h('li', {}, suggestionButton(question, ask))));
    list.hidden = questions.length === 0;
  });
  return h('div', { class: 'state', testid: 'welcome' },
    h('h2', {}, t('Ask your meeting reports')),
    h('p', { class: 'lead' },
      `${counted(health.reports, 'report is indexed', 'reports are indexed')}. `,
      t('The answer comes from them word for word, with a link to its place. If they don’t say, you are told so.')),
    list,
    health.demo && h('p', { class: 'meta demo', testid: 'demo-note' },
      ...filled('These reports are invented, to try it. {add} or drop them on this page: the first one begins your collection, and the demo is put away.', {
        add: filesButton(t('Add your own'), add, 'link'),
      })));
}

function suggestionButton(question, ask) {
  return h('button', { type: 'button', testid: 'suggestion', onclick: () => ask(question) },
    h('span', { dir: 'auto' }, question), icon('next'));
}

export function waiting(reports) {
  return h('p', { class: 'waiting' },
    reports ? t('Searching {count}', { count: counted(reports, 'report', 'reports') }) : t('Searching the reports'));
}

export function slow(cancel) {
  return h('p', { class: 'slow' }, `${t('This takes longer than usual.')} `,
    h('button', { class: 'button', type: 'button', testid: 'cancel-button', onclick: cancel }, t('Cancel')));
}
