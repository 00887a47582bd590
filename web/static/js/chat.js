import { announce, byId, h } from './dom.js';
import { ApiError, askReports } from './api.js';
import { answerCard, notFoundCard, spokenAnswer } from './answer.js';
import { errorCard, waiting } from './states.js';

const REMEMBERED = 6;
const PAGE_FAULT = { message: 'This page could not show the answer.', cure: 'Reload it, then ask again.' };

/** The conversation: asks, shows the answers, and remembers the turns that follow-up questions rest on. */
export class Chat {
  #log = byId('log');
  #turns = [];
  #pending = null;

  /**
   * @param {import('./composer.js').Composer} composer
   * @param {import('./trail.js').Trails} trails
   * @param {() => number|null} reportCount
   */
  constructor(composer, trails, reportCount) {
    Object.assign(this, { composer, trails, reportCount });
  }

  get started() {
    return this.#log.querySelector('.turn') !== null;
  }

  /** Shows a state (welcome, empty index, error) in place of a conversation. @param {HTMLElement} state */
  showState(state) {
    if (!this.started) this.#log.replaceChildren(state);
  }

  /** @param {string} question */
  async ask(question) {
    if (this.#pending) return;
    this.#log.querySelectorAll('.state, .error, .turn.failed').forEach((past) => past.remove());
    const turn = this.#openTurn(question);
    const abort = new AbortController();
    this.#setPending(abort);
    try {
      this.#close(turn, question, await askReports(question, this.#turns.slice(-REMEMBERED), abort.signal));
    } catch (error) {
      if (!abort.signal.aborted) this.#fail(turn, question, error);
    } finally {
      if (this.#pending === abort) this.#setPending(null);
    }
  }

  /** Forgets the conversation. */
  clear() {
    this.#pending?.abort();
    this.#setPending(null);
    this.#turns = [];
    this.trails.clear();
    this.#log.replaceChildren();
    this.composer.question = '';
  }

  #openTurn(question) {
    const reply = h('div', { class: 'reply' }, waiting(this.reportCount()));
    const turn = h('div', { class: 'turn' },
      h('p', { class: 'question', dir: 'auto' }, question), reply);
    this.#log.append(turn);
    this.composer.question = '';
    this.composer.focusOnDesk();
    turn.scrollIntoView({ block: 'start' });
    return turn;
  }

  #close(turn, question, reply) {
    this.#turns.push({ question, answer: reply.answer });
    const card = reply.answer === null
      ? notFoundCard(reply, this.reportCount())
      : answerCard(reply, this.trails.add(reply.citations));
    this.#fill(turn, card);
    announce(spokenAnswer(reply));
  }

  #fail(turn, question, failure) {
    const error = failure instanceof ApiError ? failure : PAGE_FAULT;
    if (error === PAGE_FAULT) reportError(failure);
    turn.classList.add('failed');
    // What was typed meanwhile is the person's, and stays.
    const kept = !this.composer.question;
    if (kept) this.composer.question = question;
    this.#fill(turn, errorCard(error, () => this.#retry(question), kept ? 'Your question is kept in the box.' : ''));
  }

  #retry(question) {
    const other = this.composer.question === question ? '' : this.composer.question;
    this.ask(question);
    this.composer.question = other;
  }

  #fill(turn, card) {
    turn.querySelector('.reply').replaceChildren(card);
    turn.scrollIntoView({ block: 'start' });
  }

  #setPending(abort) {
    this.#pending = abort;
    this.composer.busy = abort !== null;
    this.#log.setAttribute('aria-busy', String(abort !== null));
  }
}
