import { h } from '../shared/dom.js';
import { fetchReportSuggestions, fetchSuggestions } from '../shared/api.js';
import { oneLine } from '../shared/quote.js';
import { t } from '../shared/strings.js';

const AFTER_ANSWER = 3;
const AFTER_REFUSAL = 2;
const QUIET_MS = 400;

/**
 * Offers questions that do have an answer in the report cited first, or in the nearest one; after a
 * refusal in the latest ones, if the nearest has none, and after a hint. They come once the page is
 * idle, and are a courtesy: without them, nothing is missing.
 * @param {import('../shared/conversation.js').Conversation} conversation questions asked in it aren't offered
 */
export async function offerNext(turn, reply, conversation, ask) {
  const [source] = [...reply.citations, ...reply.evidence];
  if (!source && reply.kind !== 'hint') return;
  await idle();
  if (!isLast(turn)) return;
  const refused = reply.answer === null;
  let label = refused ? t('The nearest report answers') : t('Next');
  let { questions = [] } = source ? await fetchReportSuggestions(source.report_id).catch(() => ({})) : {};
  if (refused && !questions.length) {
    label = t('The latest reports answer');
    ({ questions = [] } = await fetchSuggestions().catch(() => ({})));
  }
  const fresh = leadingOn(questions, reply, conversation);
  if (!isLast(turn)) return;
  if (refused) offer(turn.querySelector('.offer') ?? turn, label, fresh.slice(0, AFTER_REFUSAL), ask);
  else offer(turn, label, fresh.slice(0, AFTER_ANSWER), ask);
}

/** Those that weren't asked yet, and lead to another place than the answer's; the most related first. */
function leadingOn(questions, reply, conversation) {
  const asked = new Set(conversation.turns.map((past) => plain(past.question)));
  const near = nearness(reply.read_as ?? reply.question);
  return questions
    .filter((suggestion) => !asked.has(plain(suggestion.question)) && !reply.citations.some((cited) => samePlace(cited, suggestion)))
    .map(({ question }) => question).sort((a, b) => near(b) - near(a));
}

/** How many words of some length a question has in common with another one. */
function nearness(question) {
  const words = (text) => new Set(plain(text).match(/[\p{L}\p{N}]{4,}/gu));
  const wanted = words(question);
  return (other) => [...words(other)].filter((word) => wanted.has(word)).length;
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

/** A question that came meanwhile is answered first, and has its own next ones. */
function isLast(turn) {
  return turn.isConnected && turn.matches(':last-child');
}

function idle() {
  const whenIdle = globalThis.requestIdleCallback ?? ((done) => setTimeout(done));
  return new Promise((resolve) => { setTimeout(() => whenIdle(resolve, { timeout: 2000 }), QUIET_MS); });
}

function plain(question) {
  return oneLine(question).toLowerCase();
}
