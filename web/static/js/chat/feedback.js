import { h } from '../shared/dom.js';
import { sendFeedback } from '../shared/api.js';

const ON_ANSWER = [
  ['right', 'Right'], ['wrong_answer', 'Wrong answer'],
  ['wrong_evidence', 'Wrong evidence'], ['not_in_reports', 'Should have said no'],
];
const ON_REFUSAL = [['right', 'Right'], ['in_reports', 'It is in the reports']];

/**
 * What the person thinks of an answer, folded away.
 * @param {import('../shared/conversation.js').Turn} turn
 * @param {{question: string, answer: string|null}[]} conversation what the question rested on
 * @param {(verdict: string) => void} noted
 * @returns {HTMLElement}
 */
export function feedback(turn, conversation, noted) {
  const status = h('p', { class: 'noted', role: 'status' });
  const choices = turn.reply.answer === null ? ON_REFUSAL : ON_ANSWER;
  const buttons = choices.map(([verdict, label]) => h('button', {
    class: 'choice', type: 'button', value: verdict, 'aria-pressed': 'false',
    testid: `feedback-${verdict.replaceAll('_', '-')}`, onclick: () => choose(verdict),
  }, label));
  let chosen = turn.verdict ?? '';
  let sending = false;
  const press = (verdict) => buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.value === verdict)));
  const say = (testid, words) => { status.dataset.testid = testid; status.textContent = words; };

  async function choose(verdict) {
    if (sending || verdict === chosen) return;
    sending = true;
    press(verdict);
    say('feedback-sending', '');
    try {
      await sendFeedback({ ...entry(turn, conversation), verdict });
      chosen = verdict;
      say('feedback-thanks', 'Thank you — noted');
      noted(verdict);
    } catch (error) {
      press(chosen);
      say('feedback-error', `Not noted. ${error.message} ${error.cure ?? ''}`);
    }
    sending = false;
  }

  press(chosen);
  return h('details', { class: 'feedback', testid: 'feedback' },
    h('summary', {}, 'Feedback'),
    h('div', { class: 'choices', role: 'group', 'aria-label': 'What do you think of this answer?' }, ...buttons),
    status);
}

function entry({ question, reply }, conversation) {
  const [first] = reply.citations;
  const citation = first ? { report_id: first.report_id, start: first.start, end: first.end } : null;
  return { question, conversation, answer: reply.answer, citation };
}
