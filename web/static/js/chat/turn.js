import { announce, h, icon } from '../shared/dom.js';
import { inlineBox } from '../shared/inlinebox.js';
import { t } from '../shared/strings.js';
import { slow, waiting } from './states.js';

const SLOW_MS = 4000;

/** One question in the conversation, and the place below it: waiting, an answer, or an error. */
export class TurnView {
  #question;
  #tools;
  #asked;
  #reply = h('div', { class: 'reply' });
  #before = null;
  #timer = 0;
  /** @type {import('../shared/conversation.js').Turn|null} what was answered here last */
  turn = null;

  /** @param {(question: string) => void} again asks in this place */
  constructor(question, again) {
    const tool = (name, label, testid, act) => h('button', {
      class: 'round', type: 'button', testid, title: label, 'aria-label': label, onclick: act,
    }, icon(name));
    this.again = again;
    this.#question = h('h2', { class: 'question', dir: 'auto' }, question);
    this.#tools = h('div', { class: 'question-tools', role: 'group', 'aria-label': t('This question') },
      tool('edit', t('Edit the question'), 'edit-question', () => this.edit()),
      tool('again', t('Ask again'), 'ask-again', () => again(this.question)));
    this.#asked = h('div', { class: 'asked' }, this.#tools, this.#question);
    this.element = h('div', { class: 'turn' }, this.#asked, this.#reply);
  }

  get question() {
    return this.#question.textContent;
  }

  /** Another question in this place, until it is answered. */
  ask(question) {
    this.#before = { question: this.question, reply: [...this.#reply.childNodes] };
    this.#question.textContent = question;
  }

  edit() {
    const form = inlineBox(this.question, { label: t('Edit the question'), send: t('Ask'), testid: 'edit', maxlength: 1000 }, (question) => {
      form.replaceWith(this.#asked);
      if (question) this.again(question);
      else this.#tools.querySelector('button').focus();
    });
    this.#asked.replaceWith(form);
  }

  wait(reports, cancel) {
    this.#tools.hidden = true;
    this.#reply.replaceChildren(waiting(reports));
    this.#timer = setTimeout(() => {
      if (!this.element.isConnected) return;
      this.#reply.append(slow(cancel));
      this.comeIntoView();
      announce(t('This takes longer than usual. You can cancel it.'));
    }, SLOW_MS);
  }

  /** @param {...HTMLElement} cards */
  fill(...cards) {
    clearTimeout(this.#timer);
    this.#tools.hidden = false;
    this.#reply.replaceChildren(...cards);
  }

  /** The question and the answer that were here before. @param {...HTMLElement} below */
  takeBack(...below) {
    this.#question.textContent = this.#before.question;
    this.fill(...this.#before.reply, ...below);
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
