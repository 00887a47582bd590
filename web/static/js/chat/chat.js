import { announce, byId } from '../shared/dom.js';
import { ApiError, askReports } from '../shared/api.js';
import { addTurn, contextOf, nameOf, newConversation } from '../shared/conversation.js';
import { errorCard } from '../shared/errorcard.js';
import { counted } from '../shared/format.js';
import { reconnected } from '../shared/reconnecting.js';
import { spokenAnswer } from './answer.js';
import { turnCard } from './card.js';
import { offerNext } from './offernext.js';
import { Pending } from './pending.js';
import { TurnView } from './turn.js';

const PAGE_FAULT = { message: 'This page could not show the answer.', cure: 'Reload it, then ask again.' };

/** The conversation: asks, shows the answers, and remembers the turns that follow-up questions rest on. */
export class Chat {
  #log = byId('log');
  #conversation = newConversation();
  #pending;

  /**
   * @param {import('./composer.js').Composer} composer
   * @param {import('../shared/trail.js').Trails} trails
   * @param {{reportCount: () => number|null, keep: (conversation: object) => void, emptied: () => void}} page
   */
  constructor(composer, trails, page) {
    Object.assign(this, { composer, trails, page });
    this.#pending = new Pending(composer, this.#log);
  }

  /** The id of the conversation on the screen. */
  get id() {
    return this.#conversation.id;
  }

  /** What the conversation on the screen is called; null before its first answer. */
  get name() {
    return this.#conversation.turns.length ? nameOf(this.#conversation) : null;
  }

  /** Another name or pin for the conversation on the screen. @param {{name?: string, pinned?: boolean}} conversation */
  relabel({ name, pinned }) {
    Object.assign(this.#conversation, { name, pinned });
  }

  /** Shows a state (welcome, empty index, error) in place of a conversation. @param {HTMLElement} state */
  showState(state) {
    if (!this.#log.querySelector('.turn')) this.#log.replaceChildren(state);
  }

  /** @param {string} question @param {boolean} [alone] without what came before */
  async ask(question, alone = false) {
    if (this.#pending.busy) return;
    this.#log.querySelectorAll('.state, .error, .turn.failed, .turn > .next').forEach((past) => past.remove());
    const view = this.#open(question);
    view.wait(this.page.reportCount(), () => this.#cancel(view, question));
    const signal = this.#pending.begin();
    try {
      const context = alone ? [] : contextOf(this.#conversation.turns);
      this.#answer(view, question, await askReports(question, context, signal));
    } catch (error) {
      if (!signal.aborted) this.#fail(view, question, error);
    } finally {
      this.#pending.end(signal);
    }
  }

  /** Begins a new conversation. */
  clear() {
    this.#pending.giveUp();
    this.#conversation = newConversation();
    this.trails.clear();
    this.#log.replaceChildren();
  }

  /** Shows a conversation as it was; it can be gone on with. @param {import('../shared/conversation.js').Conversation} kept */
  restore(kept) {
    this.clear();
    this.#conversation = kept;
    const views = kept.turns.map((turn, i) => {
      const view = new TurnView(turn.question);
      view.fill(this.#card(turn, kept.turns.slice(0, i)));
      return view;
    });
    this.#log.append(...views.map((view) => view.element));
    views.at(-1).comeIntoView();
    announce(`Conversation opened, ${counted(views.length, 'question')}.`);
  }

  #open(question) {
    const view = new TurnView(question);
    this.#log.append(view.element);
    this.composer.question = '';
    this.composer.focusOnDesk();
    view.comeIntoView();
    return view;
  }

  #answer(view, question, reply) {
    const turn = { question, reply, searched: this.page.reportCount(), asked: new Date().toISOString() };
    this.#fill(view, this.#card(turn, [...this.#conversation.turns]));
    addTurn(this.#conversation, turn);
    reconnected();
    announce(spokenAnswer(reply));
    this.page.keep(this.#conversation);
    offerNext(view.element, reply, this.#conversation, (next) => this.ask(next));
  }

  #card(turn, before) {
    const conversation = this.#conversation;
    const noted = (verdict) => {
      turn.verdict = verdict;
      this.page.keep(conversation);
    };
    return turnCard(turn, before, this.trails,
      { noted, ask: (next) => this.ask(next), askAlone: (again) => this.ask(again, true) });
  }

  #fail(view, question, failure) {
    const error = failure instanceof ApiError ? failure : PAGE_FAULT;
    if (error === PAGE_FAULT) reportError(failure);
    view.element.classList.add('failed');
    const kept = this.composer.giveBack(question);
    this.#fill(view, errorCard(error, () => this.#retry(question), kept ? 'Your question is kept in the box.' : ''));
  }

  #cancel(view, question) {
    this.#pending.giveUp();
    view.remove();
    this.composer.giveBack(question);
    this.composer.focus();
    announce('Cancelled.');
    this.page.emptied();
  }

  #retry(question) {
    const other = this.composer.question === question ? '' : this.composer.question;
    this.ask(question);
    this.composer.question = other;
  }

  #fill(view, card) {
    const focused = view.element.contains(document.activeElement);
    view.fill(card);
    if (focused) this.composer.focusOnDesk();
    view.comeIntoView();
  }
}
