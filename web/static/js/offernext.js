import { h } from './dom.js';
import { askReports, fetchReportSuggestions } from './api.js';
import { contextOf } from './conversation.js';
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
export async function offerNext(turn, reply, conversation, ask) {
  const [source] = [...reply.citations, ...reply.evidence];
  if (!source) return;
  await painted();
  const { questions = [] } = await fetchReportSuggestions(source.report_id).catch(() => ({}));
  const asked = new Set(conversation.turns.map((past) => plain(past.question)));
  const fresh = await leadingOn(turn, questions.filter((question) => !asked.has(plain(question))), reply, conversation);
  if (reply.answer === null) offer(turn.querySelector('.offer'), 'The nearest report answers', fresh.slice(0, AFTER_REFUSAL), ask);
  else if (turn.matches(':last-child')) offer(turn, 'Next', fresh.slice(0, AFTER_ANSWER), ask);
}

/**
 * Those that are answered, each from another place: tried out, since words alone don't tell. One by
 * one, so that a question of the person's doesn't wait for all of them.
 */
async function leadingOn(turn, questions, { citations }, conversation) {
  const places = [...citations.slice(0, 1)];
  const found = [];
  for (const question of questions) {
    const reply = turn.isConnected ? await askReports(question, contextOf(conversation.turns)).catch(() => null) : null;
    const [place] = reply?.citations ?? [];
    if (!place || places.some((other) => samePlace(place, other))) continue;
    places.push(place);
    found.push(question);
  }
  return found;
}

function samePlace(a, b) {
  return a.report_id === b.report_id && a.start < b.end && b.start < a.end;
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
