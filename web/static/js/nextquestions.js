import { h } from './dom.js';
import { fetchReportSuggestions } from './api.js';
import { oneLine } from './quote.js';

/**
 * Questions that have an answer in a report, fetched once what is there is painted.
 * @param {string} reportId
 * @param {{label: string, most: number, asked: string[], ask: (question: string) => void}} options
 * @returns {Promise<HTMLElement|null>} null when there is nothing to offer
 */
export async function nextQuestions(reportId, { label, most, asked, ask }) {
  await painted();
  // They are a courtesy: without them, nothing is missing.
  const { questions = [] } = await fetchReportSuggestions(reportId).catch(() => ({}));
  const known = new Set(asked.map(plain));
  const fresh = questions.filter((question) => !known.has(plain(question))).slice(0, most);
  if (!fresh.length) return null;
  return h('section', { class: 'next', 'aria-label': label },
    h('p', { class: 'next-label' }, label),
    h('ul', {}, ...fresh.map((question) => h('li', {},
      h('button', { class: 'chip', type: 'button', dir: 'auto', testid: 'next-question', onclick: () => ask(question) }, question)))));
}

function painted() {
  return new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
}

function plain(question) {
  return oneLine(question).toLowerCase();
}
