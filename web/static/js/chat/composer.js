import { byId } from '../shared/dom.js';
import { counted } from '../shared/format.js';

const LIMIT = 1000;
const NEAR = 100;

/** The question box: grows with its text, Enter sends. */
export class Composer {
  #box = /** @type {HTMLTextAreaElement} */ (byId('question'));
  #form = byId('composer');

  /** @param {(question: string) => void} ask */
  constructor(ask) {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send(ask);
    });
    this.#box.addEventListener('keydown', (event) => {
      // While a word is being composed (Japanese, Chinese), Enter belongs to the keyboard.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#send(ask);
    });
    this.#box.addEventListener('input', () => this.#fit());
  }

  get question() {
    return this.#box.value.trim();
  }

  set question(text) {
    this.#box.value = text.slice(0, LIMIT);
    this.#fit();
  }

  /** @param {boolean} busy */
  set busy(busy) {
    this.#form.classList.toggle('busy', busy);
    this.#form.querySelector('.ask').setAttribute('aria-disabled', String(busy));
  }

  /** There is nothing to ask. @param {boolean} disabled */
  set disabled(disabled) {
    this.#box.disabled = this.#form.querySelector('.ask').disabled = disabled;
    this.#box.placeholder = disabled ? 'Add reports first' : 'Ask the reports';
  }

  /**
   * Puts back a question that has got no answer; what was typed meanwhile is the person's, and stays.
   * @param {string} question
   * @returns {boolean} whether it is in the box
   */
  giveBack(question) {
    if (this.question) return false;
    this.question = question;
    return true;
  }

  focus() {
    this.#box.focus({ preventScroll: true });
  }

  /** Puts the cursor in the box, unless that would call up a phone's keyboard. */
  focusOnDesk() {
    if (matchMedia('(pointer: fine)').matches) this.focus();
    else this.#box.blur();
  }

  #send(ask) {
    if (this.question && !this.#form.classList.contains('busy')) ask(this.question);
  }

  #fit() {
    const left = LIMIT - this.#box.value.length;
    // The style sheet sizes the box by this copy of its text.
    this.#box.parentElement.dataset.text = this.#box.value;
    byId('left').textContent = left <= NEAR ? `${counted(left, 'character')} left` : '';
  }
}
