import { passageHref } from './route.js';

/** @typedef {{href: string, quote: string, page: number|null}[]} Trail the citations of one answer, in order */

/** Which answer's citations the panel steps through. */
export class Trails {
  #trails = [];
  #followed = -1;

  /** @returns {number} the trail's number */
  add(citations) {
    return this.#trails.push(citations.map((c) => ({ href: passageHref(c), quote: c.quote, page: c.page }))) - 1;
  }

  /** Two answers may cite the same place: the one whose link was used counts. */
  follow(number) {
    this.#followed = number;
  }

  /** @returns {{trail: Trail, index: number}|null} the trail through this place */
  through(href) {
    const order = [this.#trails[this.#followed], ...[...this.#trails].reverse()];
    for (const trail of order) {
      const index = trail?.findIndex((stop) => stop.href === href) ?? -1;
      if (index >= 0) return { trail, index };
    }
    return null;
  }

  clear() {
    this.#trails = [];
    this.#followed = -1;
  }
}
