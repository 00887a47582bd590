import { h } from '../shared/dom.js';
import { contextOf } from '../shared/conversation.js';
import { copyButton } from '../shared/copybutton.js';
import { isOfItems } from '../shared/kinds.js';
import { questionAddress } from '../shared/route.js';
import { answerCard } from './answer.js';
import { feedback } from './feedback.js';
import { askBackCard, hintCard } from './hint.js';
import { itemsCard } from './items.js';
import { notFoundCard } from './notfound.js';
import { placesOf, quotations } from './quoting.js';
import { readingLine } from './reading.js';

/**
 * The card of a reply, with its quiet last row: feedback, and the answer's address.
 * @param {import('../shared/conversation.js').Turn} turn
 * @param {import('../shared/conversation.js').Turn[]} before the turns that it may rest on
 * @param {import('../shared/trail.js').Trails} trails
 * @param {{noted: (verdict: string) => void, ask: (question: string) => void, askAlone: (question: string) => void}} page
 * @returns {HTMLElement}
 */
export function turnCard(turn, before, trails, page) {
  const { question, reply } = turn;
  const card = cardOf(turn, trails, page);
  const reading = readingLine(reply, page.askAlone);
  if (reading) card.prepend(reading);
  if (!says(reply)) return card;
  const places = placesOf(reply);
  card.append(h('div', { class: 'foot' },
    feedback(turn, contextOf(before), page.noted),
    h('div', { class: 'copies' },
      places.length > 0 && copyButton('Copy', () => quotations(places), { class: 'quiet', testid: 'copy-answer', title: 'The quotations with their places' }),
      copyButton('Copy link', () => questionAddress(reply.read_as ?? question), { class: 'quiet', testid: 'copy-link' }))));
  return card;
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
