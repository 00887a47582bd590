import { errorCard } from './errorcard.js';
import { t } from './strings.js';

const QUIET_MS = 400;

/**
 * A view in the panel whose scripts come when it is opened first: what it shows has to come from the
 * server as well.
 */
export class Later {
  #view = null;
  #loading = null;
  #shown = 0;

  /** @param {() => Promise<object>} load gives the view */
  constructor(panel, load) {
    Object.assign(this, { panel, load });
  }

  /** Fetches the scripts ahead, for what is likely to be opened next. */
  prepare() {
    setTimeout(() => this.#loaded().catch(() => {}), QUIET_MS);
  }

  async show(...place) {
    const turn = this.#shown;
    try {
      await this.#loaded();
    } catch {
      // A browser may remember that a script didn't come.
      if (turn === this.#shown) this.#fail();
      return;
    }
    if (turn === this.#shown) this.#view.show(...place);
  }

  /** What is shown later cancels a view that is still on its way. */
  leave() {
    this.#shown += 1;
    this.#view?.leave();
  }

  /** The index has changed: what is at hand may be old. */
  forget() {
    this.#view?.forget();
  }

  /** One view, even if it is shown while it is being prepared. */
  async #loaded() {
    this.#loading ??= this.load();
    try {
      this.#view = await this.#loading;
    } catch (failure) {
      this.#loading = null;
      throw failure;
    }
  }

  #fail() {
    const error = { message: t('The server does not answer.'), cure: t('It may have stopped. “qa serve” starts it again.') };
    this.panel.open(error.message);
    this.panel.tools.hidden = true;
    this.panel.body.replaceChildren(errorCard(error, () => location.reload()));
  }
}
