import { announce, h } from '../shared/dom.js';
import { slow, waiting } from './states.js';

const SLOW_MS = 4000;

/** One question in the conversation, and the place below it: waiting, an answer, or an error. */
export class TurnView {
  #question;
  #reply = h('div', { class: 'reply' });
  #timer = 0;

  /** @param {string} question */
  constructor(question) {
    this.#question = h('h2', { class: 'question', dir: 'auto' }, question);
    this.element = h('div', { class: 'turn' }, this.#question, this.#reply);
  }

  /** @param {number|null} reports @param {() => void} cancel */
  wait(reports, cancel) {
    this.#reply.replaceChildren(waiting(reports));
    this.#timer = setTimeout(() => {
      if (!this.element.isConnected) return;
      this.#reply.append(slow(cancel));
      this.comeIntoView();
      announce('This takes longer than usual. You can cancel it.');
    }, SLOW_MS);
  }

  /** @param {HTMLElement} card */
  fill(card) {
    clearTimeout(this.#timer);
    this.#reply.replaceChildren(card);
  }

  remove() {
    clearTimeout(this.#timer);
    this.element.remove();
  }

  /** Scrolls to the question, or past one that would leave no room for what is below it. */
  comeIntoView() {
    const tall = this.#question.offsetHeight > innerHeight / 3;
    (tall ? this.#reply : this.element).scrollIntoView({ block: 'start' });
  }
}
