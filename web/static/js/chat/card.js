import { h } from '../shared/dom.js';
import { contextOf } from '../shared/conversation.js';
import { copyButton } from '../shared/copybutton.js';
import { questionAddress } from '../shared/route.js';
import { answerCard } from './answer.js';
import { feedback } from './feedback.js';
import { notFoundCard } from './notfound.js';

/**
 * The card of an answer or a refusal, with its quiet last row: feedback, and the answer's address.
 * @param {import('../shared/conversation.js').Turn} turn
 * @param {import('../shared/conversation.js').Turn[]} before the turns that it may rest on
 * @param {import('../shared/trail.js').Trails} trails
 * @param {(verdict: string) => void} noted
 * @returns {HTMLElement}
 */
export function turnCard(turn, before, trails, noted) {
  const { question, reply, searched } = turn;
  const card = reply.answer === null ? notFoundCard(reply, searched) : answerCard(reply, trails.add(reply.citations));
  card.append(h('div', { class: 'foot' },
    feedback(turn, contextOf(before), noted),
    copyButton('Copy link', () => questionAddress(question), { class: 'quiet', testid: 'copy-link' })));
  return card;
}
