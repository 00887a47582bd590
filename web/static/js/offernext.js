import { h } from './dom.js';
import { fetchReportSuggestions } from './api.js';
import { oneLine } from './quote.js';

const AFTER_ANSWER = 3;
const AFTER_REFUSAL = 2;

/**
 * Offers questions that do have an answer in the report cited first, or in the nearest one. They
 * come once the answer is painted, and are a courtesy: without them, nothing is missing.
 * @param {HTMLElement} turn
 * @param {object} reply
 * @param {import('./conversation.js').Conversation} conversation questions asked in it aren't offered
 * @param {(question: string) => void} ask
 */
export async function offerNext(turn, { answer, citations, evidence }, conversation, ask) {
  const [source] = [...citations, ...evidence];
  if (!source) return;
  await painted();
  const { questions = [] } = await fetchReportSuggestions(source.report_id).catch(() => ({}));
  const asked = new Set(conversation.turns.map((past) => plain(past.question)));
  const fresh = questions.filter((question) => !asked.has(plain(question)));
  if (answer === null) offer(turn.querySelector('.offer'), 'The nearest report answers', fresh.slice(0, AFTER_REFUSAL), ask);
  else if (turn.matches(':last-child')) offer(turn, 'Next', fresh.slice(0, AFTER_ANSWER), ask);
}

function offer(place, label, questions, ask) {
  if (!questions.length || !place?.isConnected) return;
  const chip = (question) => h('button', {
    class: 'chip', type: 'button', dir: 'auto', testid: 'next-question', onclick: () => ask(question),
  }, question);
  place.append(h('section', { class: 'next', 'aria-label': label },
    h('p', { class: 'next-label' }, label),
    h('ul', {}, ...questions.map((question) => h('li', {}, chip(question))))));
}

function painted() {
  return new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
}

function plain(question) {
  return oneLine(question).toLowerCase();
}
