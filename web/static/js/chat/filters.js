import { announce, byId, h, icon } from '../shared/dom.js';
import { t } from '../shared/strings.js';
import { chipsOf } from '../shared/where.js';
import { filterChip } from './reading.js';

/** Which meetings are asked: chips above the question box that stay until they are removed, and a form that sets them. */
export class Filters {
  #chips = byId('filters');
  #button = byId('filter-button');
  #form = null;
  #where = {};
  #brought = [];

  /** @param {{filtered: () => void, focus: () => void}} page `filtered`: there are others now */
  constructor(page) {
    this.page = page;
    this.#button.addEventListener('click', () => (this.#button.getAttribute('aria-expanded') === 'true' ? this.fold() : this.#unfold()));
  }

  get where() {
    return this.#where;
  }

  set where(where) {
    this.#where = where;
    this.#draw();
  }

  /** The words of the last question that chose meetings. */
  bring({ filters = [], read_as: readAs, question } = {}, askAlone = null) {
    this.#brought = filters.map((filter) => filterChip(filter, readAs ?? question, askAlone, 'brought')).filter(({ tagName }) => tagName === 'BUTTON');
    this.#draw();
  }

  /** @param {import('../shared/where.js').Where} part what is asked for from now on beside the others */
  add(part) {
    this.#set({ ...this.#where, ...part });
  }

  #set(where) {
    this.where = where;
    this.fold();
    this.page.filtered();
    this.page.focus();
    announce(chipsOf(where).map(({ words }) => words).join(', '));
  }

  /** The form gives its room to the conversation. */
  fold() {
    this.#button.setAttribute('aria-expanded', 'false');
    if (this.#form) this.#form.element.hidden = true;
  }

  async #unfold() {
    this.#button.setAttribute('aria-expanded', 'true');
    (await this.#loaded()).show(this.#where);
  }

  /** The form comes when it is opened first. */
  async #loaded() {
    const { FilterForm } = await import('./filterform.js');
    this.#form ??= new FilterForm((where) => this.#set(where), () => {
      this.fold();
      this.#button.focus();
    });
    this.#chips.before(this.#form.element);
    return this.#form;
  }

  #draw() {
    const set = chipsOf(this.#where).map((chip) => this.#chip(chip));
    this.#chips.replaceChildren(...[...set, ...this.#brought].map((chip) => h('li', {}, chip)));
    this.#chips.hidden = !this.#chips.childElementCount;
  }

  #chip({ kind, words, parts }) {
    return h('button', {
      class: 'chosen set', type: 'button', testid: 'chip', dir: 'auto', 'aria-label': t('Remove the filter {kind}: {words}', { kind, words }),
      onclick: () => this.#set({ ...this.#where, ...Object.fromEntries(parts.map((part) => [part, undefined])) }),
    }, words, icon('close'));
  }
}
