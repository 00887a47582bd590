import { h, icon } from '../shared/dom.js';
import { sendFeedback } from '../shared/api.js';
import { t } from '../shared/strings.js';

const ON_ANSWER = [['wrong_answer', t('Wrong answer')], ['wrong_evidence', t('Wrong evidence')], ['not_in_reports', t('Should have said no')]];
const ON_REFUSAL = [['in_reports', t('It is in the reports')]];
const LIMIT = 2000;

/**
 * What the person thinks of an answer: a thumb, and after a thumb down what is right.
 * @param {{question: string, answer: string|null}[]} conversation what the question rested on
 */
export function feedback(turn, conversation, noted) {
  const status = h('p', { class: 'noted', role: 'status' });
  const faults = turn.reply.answer === null ? ON_REFUSAL : ON_ANSWER;
  const thumb = (name, label, act) => h('button', { class: 'round thumb', type: 'button', title: label, 'aria-label': label, testid: `feedback-${name}`, onclick: act }, icon(name === 'right' ? 'up' : 'down'));
  const up = thumb('right', t('Right'), () => choose('right'));
  const down = thumb('wrong', t('Wrong'), () => choose(faults[0][0]));
  const buttons = faults.map(([verdict, label]) => h('button', {
    class: 'choice', type: 'button', value: verdict, testid: `feedback-${verdict.replaceAll('_', '-')}`, onclick: () => choose(verdict),
  }, label));
  const field = (label, name) => h('label', {}, h('span', { class: 'field-label' }, label), h('input', { class: 'filter', type: 'text', maxlength: LIMIT, dir: 'auto', autocomplete: 'off', testid: `feedback-${name}` }));
  const fields = [field(t('What is right?'), 'words'), field(t('Comment'), 'comment')];
  const [right, comment] = fields.map((label) => label.querySelector('input'));
  const form = h('form', { class: 'amending', hidden: true, onsubmit: amend },
    h('div', { class: 'choices', role: 'group', 'aria-label': t('What is wrong?') }, ...buttons),
    ...fields, h('button', { class: 'button strong', type: 'submit', testid: 'feedback-send' }, t('Send')));
  let chosen = turn.verdict ?? '';
  let sending = false;
  const say = (testid, words) => { status.dataset.testid = testid; status.textContent = words; };

  function press(verdict) {
    const wrong = Boolean(verdict) && verdict !== 'right';
    [[up, verdict === 'right'], [down, wrong], ...buttons.map((button) => [button, button.value === verdict])]
      .forEach(([button, pressed]) => button.setAttribute('aria-pressed', String(pressed)));
    form.hidden = !wrong;
  }

  async function choose(verdict) {
    if (verdict !== chosen) await send(verdict);
    // What opens below an answer may open under the question box.
    if (!form.hidden) form.scrollIntoView({ block: 'nearest' });
  }

  function amend(event) {
    event.preventDefault();
    const said = { right: right.value.trim(), comment: comment.value.trim() };
    if (said.right || said.comment) send(chosen, Object.fromEntries(Object.entries(said).filter(([, words]) => words)));
  }

  async function send(verdict, said = {}) {
    if (sending) return;
    sending = true;
    press(verdict);
    say('feedback-sending', '');
    try {
      await sendFeedback({ ...entry(turn, conversation), verdict, ...said });
      chosen = verdict;
      say('feedback-thanks', t('Thank you — noted'));
      noted(verdict);
    } catch (error) {
      press(chosen);
      say('feedback-error', `${t('Not noted.')} ${error.message} ${error.cure ?? ''}`);
    }
    sending = false;
  }

  press(chosen);
  return h('div', { class: 'feedback', testid: 'feedback' },
    h('div', { class: 'thumbs', role: 'group', 'aria-label': t('Is this right?') }, up, down), form, status);
}

function entry({ question, reply }, conversation) {
  const [first] = reply.citations;
  const citation = first ? { report_id: first.report_id, start: first.start, end: first.end } : null;
  return { question, conversation, answer: reply.answer, citation };
}
