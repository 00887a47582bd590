import { announce, byId, h } from '../shared/dom.js';
import { ApiError, askReports } from '../shared/api.js';
import { contextOf, nameOf, newConversation, putTurn } from '../shared/conversation.js';
import { errorCard } from '../shared/errorcard.js';
import { counted } from '../shared/format.js';
import { reconnected } from '../shared/reconnecting.js';
import { t } from '../shared/strings.js';
import { filtersOf } from '../shared/where.js';
import { spokenAnswer } from './answer.js';
import { turnCard } from './card.js';
import { offerNext } from './offernext.js';
import { Pending } from './pending.js';
import { TurnView } from './turn.js';

const PAGE_FAULT = { message: t('This page could not show the answer.'), cure: t('Reload it, then ask again.') };

/** The conversation: asks, shows the answers, and remembers the turns that follow-up questions rest on. */
export class Chat {
  #log = byId('log');
  #conversation = newConversation();
  #views = [];
  #asking = null;
  #pending;

  /** @param {{reportCount: () => number|null, keep: (conversation: object) => void, emptied: () => void}} page */
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

  /** Shows a state (welcome, empty index, error) in place of a conversation. */
  showState(state) {
    if (!this.#log.querySelector('.turn')) this.#log.replaceChildren(state);
  }

  /** @param {boolean} [alone] without what came before */
  async ask(question, alone = false) {
    if (this.#pending.busy) return;
    this.#clean();
    const view = this.#open(question);
    await this.#run(view, question, alone);
  }

  /** Asks once the answer that is on its way has come. */
  queue(question) {
    if (this.composer.queued) this.composer.say(t('One question is waiting already.'));
    else this.composer.queued = question;
    return this.composer.queued === question;
  }

  /** Gives the question up that is on its way; an earlier answer in its place comes back. */
  stop() {
    const view = this.#asking;
    if (!this.#pending.busy || !view) return;
    this.#pending.giveUp();
    announce(t('Cancelled.'));
    if (view.turn) view.takeBack();
    else view.remove();
    if (!view.turn && !this.composer.queued) this.composer.giveBack(view.question);
    this.composer.focus();
    this.page.emptied();
    this.#goOn();
  }

  /** After the index grew, what wasn't found may be there. */
  tellGrown() {
    const now = this.page.reportCount();
    for (const view of this.#views) {
      const then = view.turn?.searched;
      const ask = () => this.#again(view, view.question);
      view.element.querySelector('.grown')?.replaceChildren(...(then && now > then ? [h('button', {
        class: 'button strong', type: 'button', testid: 'ask-grown', onclick: ask,
      }, t('Ask again ({now} now, {then} then)', { now: counted(now, 'report', 'reports'), then }))] : []));
    }
  }

  /** @returns {boolean} whether there is a question to edit */
  editLast() {
    const last = this.#pending.busy ? null : this.#views.filter(({ element }) => element.isConnected).at(-1);
    last?.edit();
    return Boolean(last);
  }

  /** Begins a new conversation. */
  clear() {
    this.#pending.giveUp();
    this.composer.queued = null;
    this.#conversation = newConversation();
    this.#views = [];
    this.trails.clear();
    this.composer.filters.where = {};
    this.composer.filters.bring();
    this.#log.replaceChildren();
  }

  /** Shows a conversation as it was; it can be gone on with. */
  restore(kept) {
    this.clear();
    this.#conversation = kept;
    const views = kept.turns.map((turn, i) => {
      const view = this.#viewOf(turn.question);
      view.turn = turn;
      view.fill(this.#card(turn, kept.turns.slice(0, i)));
      return view;
    });
    this.#log.append(...views.map((view) => view.element));
    this.composer.filters.where = kept.where ?? {};
    this.#bring(kept.turns.at(-1).reply);
    this.tellGrown();
    views.at(-1).comeIntoView();
    announce(t('Conversation opened, {count}.', { count: counted(views.length, 'question', 'questions') }));
  }

  #viewOf(question) {
    const view = new TurnView(question, (wanted) => this.#again(view, wanted));
    this.#views.push(view);
    return view;
  }

  #open(question) {
    const view = this.#viewOf(question);
    this.#log.append(view.element);
    this.composer.question = '';
    this.composer.focusOnDesk();
    view.comeIntoView();
    return view;
  }

  /** The same or another question in the place of one; what came after it stays. */
  async #again(view, question) {
    if (this.#pending.busy) return this.composer.say(t('An answer is on its way.'));
    if (!view.turn) return this.ask(question);
    this.#clean();
    view.ask(question);
    this.composer.focusOnDesk();
    await this.#run(view, question, Boolean(view.turn.alone));
  }

  async #run(view, question, alone) {
    const { turns } = this.#conversation;
    const at = view.turn ? turns.indexOf(view.turn) : turns.length;
    this.#asking = view;
    view.wait(this.page.reportCount(), () => this.stop());
    const signal = this.#pending.begin();
    try {
      const { where } = this.composer.filters;
      this.composer.filters.fold();
      const asked = { question, conversation: alone ? [] : contextOf(turns.slice(0, at)), filters: filtersOf(where) };
      this.#answer(view, at, { question, reply: await askReports(asked, signal), where, ...(alone && { alone }) });
    } catch (error) {
      if (!signal.aborted) this.#fail(view, question, error);
      return;
    } finally {
      this.#pending.end(signal);
    }
    this.#goOn();
  }

  /** The question that waited for its turn. */
  #goOn() {
    const { queued } = this.composer;
    const typed = this.composer.question;
    this.composer.queued = null;
    if (!queued) return;
    this.ask(queued);
    this.composer.question = typed;
  }

  #clean() {
    this.#log.querySelectorAll('.state, .error, .turn.failed, .turn > .next').forEach((past) => past.remove());
  }

  #answer(view, at, asked) {
    const { reply } = asked;
    const turn = { ...asked, searched: this.page.reportCount(), asked: new Date().toISOString() };
    this.#fill(view, this.#card(turn, this.#conversation.turns.slice(0, at)));
    view.turn = turn;
    putTurn(this.#conversation, at, turn);
    reconnected();
    this.#bring(reply);
    announce(spokenAnswer(reply));
    this.page.keep(this.#conversation);
    offerNext(view.element, reply, this.#conversation, (next) => this.ask(next));
  }

  /** The filters that the person has set go with the conversation. */
  filtered() {
    this.#conversation.where = this.composer.filters.where;
    if (this.name !== null) this.page.keep(this.#conversation);
  }

  #bring(reply) {
    this.composer.filters.bring(reply, (question) => this.ask(question, true));
  }

  #card(turn, before) {
    const conversation = this.#conversation;
    const noted = (verdict) => {
      turn.verdict = verdict;
      this.page.keep(conversation);
    };
    return turnCard(turn, before, this.trails,
      { noted, ask: (next) => this.ask(next), askAlone: (again) => this.ask(again, true), writes: this.page.writes() });
  }

  #fail(view, question, failure) {
    const error = failure instanceof ApiError ? failure : PAGE_FAULT;
    if (error === PAGE_FAULT) reportError(failure);
    if (view.turn) return view.takeBack(errorCard(error, () => this.#again(view, question)));
    view.element.classList.add('failed');
    const kept = this.composer.giveBack(question);
    this.#fill(view, errorCard(error, () => this.#retry(question), kept ? t('Your question is kept in the box.') : ''));
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
