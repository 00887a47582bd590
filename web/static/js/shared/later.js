import { errorCard } from './errorcard.js';
import { t } from './strings.js';

/**
 * A view in the panel whose scripts come when it is opened first: what it shows has to come from the
 * server as well.
 */
export class Later {
  #view = null;
  #shown = 0;

  /** @param {() => Promise<object>} load gives the view */
  constructor(panel, load) {
    Object.assign(this, { panel, load });
  }

  async show(...place) {
    const turn = this.#shown;
    try {
      this.#view ??= await this.load();
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

  #fail() {
    const error = { message: t('The server does not answer.'), cure: t('It may have stopped. “qa serve” starts it again.') };
    this.panel.open(error.message);
    this.panel.tools.hidden = true;
    this.panel.body.replaceChildren(errorCard(error, () => location.reload()));
  }
}
