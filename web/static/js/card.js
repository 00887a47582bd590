import { h } from './dom.js';
import { answerCard } from './answer.js';
import { contextOf } from './conversation.js';
import { copyButton } from './copybutton.js';
import { feedback } from './feedback.js';
import { notFoundCard } from './notfound.js';
import { questionAddress } from './route.js';

/**
 * The card of an answer or a refusal, with its quiet last row: feedback, and the answer's address.
 * @param {import('./conversation.js').Turn} turn
 * @param {import('./conversation.js').Turn[]} before the turns that it may rest on
 * @param {import('./trail.js').Trails} trails
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
