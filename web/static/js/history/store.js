import { BASE } from '../shared/base.js';
import { isFat, readConversation, slimmed } from '../shared/conversation.js';

/** @typedef {import('../shared/conversation.js').Conversation} Conversation */

// Each collection has conversations of its own; their citations lead nowhere in another.
const PREFIX = `meeting-qa.v1${BASE}.`;
const MOST = 200;
// UTF-16 units; browsers stop at about five million.
const LARGE = 2_500_000;

/**
 * The conversations that this browser keeps, each under a key of its own, so that two tabs don't
 * overwrite one another's. What the browser refuses to keep lasts as long as this page.
 */
export class Store {
  #unkept = new Map();
  #storage;

  /** @param {Storage|null} [storage] */
  constructor(storage = allowedStorage()) {
    this.#storage = storage;
  }

  /** Whether all of them will be there at the next visit. */
  get lasting() {
    return this.#storage !== null && this.#unkept.size === 0;
  }

  /** @returns {Conversation[]} those that are pinned first, then the one with the latest answer */
  all() {
    return [...this.#texts().values()].map(readConversation).filter(Boolean)
      .sort((a, b) => Boolean(b.pinned) - Boolean(a.pinned) || b.updated.localeCompare(a.updated));
  }

  /** @returns {Conversation|null} */
  find(id) {
    const text = this.#unkept.get(id) ?? this.#storage?.getItem(PREFIX + id);
    return text ? readConversation(text) : null;
  }

  /** @param {...Conversation} conversations */
  save(...conversations) {
    for (const conversation of conversations) {
      if (this.#write(conversation) || this.#writeInLessRoom(conversation)) continue;
      this.#unkept.set(conversation.id, JSON.stringify(conversation));
    }
    this.#tidy();
  }

  remove(id) {
    this.#unkept.delete(id);
    this.#storage?.removeItem(PREFIX + id);
  }

  #write(conversation) {
    try {
      this.#storage.setItem(PREFIX + conversation.id, JSON.stringify(conversation));
      return this.#unkept.delete(conversation.id) || true;
    } catch {
      return false;
    }
  }

  /** A full storage first loses the texts of what was only considered, then the oldest conversations. */
  #writeInLessRoom(conversation) {
    if (!this.#storage) return false;
    const others = this.all().filter(({ id }) => id !== conversation.id);
    others.forEach((other) => this.#write(slimmed(other)));
    while (!this.#write(slimmed(conversation))) {
      if (!others.length) return false;
      this.remove(others.pop().id);
    }
    return true;
  }

  #tidy() {
    const texts = [...this.#texts().values()];
    const size = texts.reduce((sum, text) => sum + text.length, 0);
    if (texts.length <= MOST && size <= LARGE) return;
    const all = this.all();
    all.slice(MOST).forEach(({ id }) => this.remove(id));
    if (size > LARGE) all.slice(0, MOST).filter(isFat).forEach((kept) => this.#write(slimmed(kept)));
  }

  #texts() {
    const texts = new Map();
    for (let i = 0; i < (this.#storage?.length ?? 0); i += 1) {
      const key = this.#storage.key(i);
      if (key.startsWith(PREFIX)) texts.set(key.slice(PREFIX.length), this.#storage.getItem(key));
    }
    this.#unkept.forEach((text, id) => texts.set(id, text));
    return texts;
  }
}

/** Where storage is blocked, looking at it throws already. */
function allowedStorage() {
  try {
    return localStorage.length >= 0 ? localStorage : null;
  } catch {
    return null;
  }
}
