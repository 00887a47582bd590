/** The question that is on its way to the server: one at a time. */
export class Pending {
  #abort = null;

  constructor(composer, log) {
    Object.assign(this, { composer, log });
  }

  get busy() {
    return this.#abort !== null;
  }

  /** @returns {AbortSignal} aborted once the question is given up */
  begin() {
    this.#set(new AbortController());
    return this.#abort.signal;
  }

  /** @param {AbortSignal} signal of the question that has got its reply */
  end(signal) {
    if (this.#abort?.signal === signal) this.#set(null);
  }

  giveUp() {
    this.#abort?.abort();
    this.#set(null);
  }

  #set(abort) {
    this.#abort = abort;
    this.composer.busy = this.busy;
    this.log.setAttribute('aria-busy', String(this.busy));
  }
}
