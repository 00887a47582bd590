import { h } from './dom.js';
import { copyButton } from './copybutton.js';
import { feedback } from './feedback.js';
import { questionAddress } from './route.js';

/**
 * The quiet last row of a card: feedback, and the answer's address.
 * @param {import('./conversation.js').Turn} turn
 * @param {{question: string, answer: string|null}[]} conversation
 * @param {(verdict: string) => void} noted
 * @returns {HTMLElement}
 */
export function cardFoot(turn, conversation, noted) {
  return h('div', { class: 'foot' },
    feedback(turn, conversation, noted),
    copyButton('Copy link', () => questionAddress(turn.question), { class: 'quiet', testid: 'copy-link' }));
}
