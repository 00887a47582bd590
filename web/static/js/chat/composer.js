import { announce, byId, h } from '../shared/dom.js';
import { counted } from '../shared/format.js';
import { filled, t } from '../shared/strings.js';
import { Filters } from './filters.js';

const LIMIT = 1000;
const NEAR = 100;

// A second click on “Ask” must not stop what the first one has begun.
const STOPPABLE_MS = 600;

/** The question box: grows with its text, Enter sends; while an answer is on its way, the question waits. */
export class Composer {
  #box = /** @type {HTMLTextAreaElement} */ (byId('question'));
  #form = byId('composer');
  #button = this.#form.querySelector('.ask');
  #queue = byId('queued');
  #timer = 0;
  filters;

  /** @param {{ask: (question: string) => void, queue: (question: string) => boolean, stop: () => void, edit: () => boolean, filtered: () => void}} chat `edit`: the last question, if there is one */
  constructor(chat) {
    this.filters = new Filters({ filtered: chat.filtered, focus: () => this.focus() });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#isBusy) this.#stop(chat);
      else if (this.question) chat.ask(this.question);
    });
    this.#box.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowUp' && !this.#box.value && chat.edit()) event.preventDefault();
      // While a word is being composed (Japanese, Chinese), Enter belongs to the keyboard.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#send(chat);
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

  set busy(busy) {
    this.#form.classList.toggle('busy', busy);
    clearTimeout(this.#timer);
    this.#offer(t('Ask'), 'ask', busy);
    if (busy) this.#timer = setTimeout(() => this.#offer(t('Stop'), 'stop', false), STOPPABLE_MS);
  }

  /** The question that waits for the answer before it. */
  get queued() {
    return this.#queue.querySelector('.queued-question')?.textContent ?? null;
  }

  set queued(question) {
    const takeBack = () => {
      const waiting = this.queued;
      this.queued = null;
      this.giveBack(waiting);
      this.focus();
    };
    this.#queue.hidden = !question;
    this.#queue.replaceChildren(...(question ? [
      h('p', {}, ...filled('Next: {question}', { question: h('span', { class: 'queued-question', dir: 'auto' }, question) })),
      h('button', { class: 'quiet', type: 'button', testid: 'unqueue', onclick: takeBack }, t('Take back'))] : []));
    if (question) announce(t('{question} is asked next.', { question }));
  }

  /** A word below the box, until something is typed. */
  say(words) {
    byId('left').textContent = words;
    announce(words);
  }

  get #isBusy() {
    return this.#form.classList.contains('busy');
  }

  #offer(label, name, disabled) {
    this.#button.setAttribute('aria-label', label);
    this.#button.setAttribute('aria-disabled', String(disabled));
    this.#button.querySelector('use').setAttribute('href', `#icon-${name}`);
  }

  #stop(chat) {
    if (this.#button.getAttribute('aria-disabled') === 'false') chat.stop();
  }

  /** There is nothing to ask. */
  set disabled(disabled) {
    this.#box.disabled = this.#button.disabled = byId('filter-button').disabled = disabled;
    this.#box.placeholder = disabled ? t('Add reports first') : t('Ask the reports');
    this.#fit();
  }

  /**
   * Puts back a question that has got no answer; what was typed meanwhile is the person's, and stays.
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

  #send(chat) {
    if (!this.question) return;
    if (!this.#isBusy) chat.ask(this.question);
    else if (chat.queue(this.question)) this.question = '';
  }

  #fit() {
    const left = LIMIT - this.#box.value.length;
    // The style sheet sizes the box by this copy of its text.
    this.#box.parentElement.dataset.text = this.#box.value || this.#box.placeholder;
    byId('left').textContent = left <= NEAR ? t('{count} left', { count: counted(left, 'character', 'characters') }) : '';
  }
}
