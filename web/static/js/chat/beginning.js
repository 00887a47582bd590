import { fetchHealth, fetchSuggestions } from '../shared/api.js';
import { emptyIndex } from './emptyindex.js';
import { welcome } from './states.js';

const LOOK_MS = 4000;
const OFFERED = 3;

/** What stands where there is no conversation yet. */
export class Beginning {
  #health = null;
  #offered = Promise.resolve([]);
  #timer = 0;

  /** @param {{rebuild: (wish?: object) => void, add: (files: File[]) => void, wake: () => void}} page `wake`: there is an index now */
  constructor(chat, page) {
    Object.assign(this, { chat, page });
  }

  get reports() {
    return this.#health?.reports ?? null;
  }

  /** Whether the reports are the invented ones. */
  get demo() {
    return Boolean(this.#health?.demo);
  }

  /** Whether a language model may write from an answer. */
  get writes() {
    return Boolean(this.#health?.language_model);
  }

  /** Asks for the example questions; before the health, so that they come with it. */
  prepare() {
    this.#offered = fetchSuggestions().then(({ questions }) => questions.slice(0, OFFERED).map(({ question }) => question)).catch(() => []);
  }

  /** @param {object} [health] what is indexed, if that is news */
  show(health = this.#health) {
    if (!health) return;
    this.#health = health;
    const empty = health.status === 'empty';
    this.chat.composer.disabled = empty;
    this.chat.showState(empty
      ? emptyIndex(this.page)
      : welcome(health, this.#offered, (question) => this.chat.ask(question), this.page.add));
    clearTimeout(this.#timer);
    if (empty) this.#lookAgain();
  }

  #lookAgain() {
    this.#timer = setTimeout(async () => {
      const health = document.hidden ? null : await fetchHealth().catch(() => null);
      if (health && health.status !== 'empty') this.page.wake();
      else this.#lookAgain();
    }, LOOK_MS);
  }
}
