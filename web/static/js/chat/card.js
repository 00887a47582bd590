import { h } from '../shared/dom.js';
import { contextOf } from '../shared/conversation.js';
import { copyButton } from '../shared/copybutton.js';
import { isOfItems } from '../shared/kinds.js';
import { printAlone } from '../shared/printing.js';
import { questionAddress } from '../shared/route.js';
import { t } from '../shared/strings.js';
import { filtersOf, queryOf } from '../shared/where.js';
import { answerCard } from './answer.js';
import { feedback } from './feedback.js';
import { askBackCard, hintCard } from './hint.js';
import { itemsCard } from './items.js';
import { notFoundCard } from './notfound.js';
import { placesOf, quotations } from './quoting.js';
import { readingLine } from './reading.js';

/**
 * The card of a reply, with its quiet last row: feedback, and the answer's address.
 * @param {import('../shared/conversation.js').Turn[]} before the turns that it may rest on
 * @param {{noted: (verdict: string) => void, ask: (question: string) => void, askAlone: (question: string) => void, writes: boolean}} page `writes`: a language model can
 */
export function turnCard(turn, before, trails, page) {
  const { question, reply, where } = turn;
  const card = cardOf(turn, trails, page);
  const reading = readingLine(reply, where, page.askAlone);
  if (reading) card.prepend(reading);
  if (!says(reply)) return card;
  const places = placesOf(reply);
  card.append(h('div', { class: 'foot' },
    feedback(turn, contextOf(before), page.noted),
    h('div', { class: 'copies' },
      page.writes && reply.answer !== null && h('button', { class: 'quiet', type: 'button', testid: 'write-answer', onclick: ({ target }) => write(target, turn, before) }, t('Write it out')),
      places.length > 0 && copyButton(t('Copy'), () => quotations(places), { class: 'quiet', testid: 'copy-answer', title: t('The quotations with their places') }),
      copyButton(t('Copy link'), () => questionAddress(reply.read_as ?? question, queryOf(where ?? {})), { class: 'quiet', testid: 'copy-link' }),
      h('button', { class: 'quiet', type: 'button', testid: 'print-answer', title: t('This question with its answer'), onclick: ({ target }) => printAlone(target.closest('.turn')) }, t('Print')))));
  return card;
}

/** The scripts come when they are wanted first. */
async function write(button, { question, where, alone }, before) {
  button.disabled = true; // one is written at a time
  const { compose } = await import('./composed.js');
  await compose(button.closest('.card'), { question, conversation: alone ? [] : contextOf(before), filters: filtersOf(where ?? {}) });
  button.disabled = false;
}

/** Whether a reply says something of the reports. */
const says = ({ kind }) => kind !== 'hint' && kind !== 'ask_back';

function cardOf({ reply, searched }, trails, page) {
  const { kind, answer, citations, items } = reply;
  if (kind === 'hint') return hintCard(reply);
  if (kind === 'ask_back') return askBackCard(reply, page.ask);
  if (isOfItems(reply)) return itemsCard(reply, trails.add(items.flatMap((item) => item.citations)));
  return answer === null ? notFoundCard(reply, searched) : answerCard(reply, trails.add(citations));
}
