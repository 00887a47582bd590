import { byId } from './dom.js';

const NARROW = matchMedia('(max-width: 59.99rem)');

/** The panel beside the chat: a column on wide screens, a sheet over everything on narrow ones. */
export class Panel {
  #element = byId('panel');
  #page = byId('page');
  #opener = null;
  #kept = null;
  body = byId('panel-body');
  tools = byId('panel-tools');
  title = byId('panel-title');
  note = byId('panel-note');

  constructor(close) {
    byId('panel-close').addEventListener('click', close);
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.isOpen && !isFilled(event.target)) close();
    });
    NARROW.addEventListener('change', () => this.#fit());
    this.body.addEventListener('scroll', () => this.#look(), { passive: true });
    new ResizeObserver(() => this.#keep()).observe(this.body);
  }

  get isOpen() {
    return !this.#element.hidden;
  }

  /**
   * Opens, with an empty head but for its title.
   * @param {Node|string} title
   * @param {...(Node|string)} note a line below the title
   */
  open(title, ...note) {
    const focused = document.activeElement;
    const inside = this.#element.contains(focused);
    if (this.#page.contains(focused)) this.#opener = focused;
    else if (!this.isOpen) this.#opener = null;
    this.#element.hidden = false;
    this.title.replaceChildren(title);
    this.note.replaceChildren(...note);
    this.note.hidden = note.length === 0;
    this.#fit();
    if (inside) return;
    this.title.focus({ preventScroll: true });
    // The chat's column has just become narrower, and the link may have moved away.
    if (this.#opener?.matches('.log a')) this.#opener.scrollIntoView({ block: 'nearest' });
  }

  close() {
    if (!this.isOpen) return;
    this.#element.hidden = true;
    this.#fit();
    const opener = this.#opener?.isConnected ? this.#opener : byId('question');
    opener.focus({ preventScroll: true });
  }

  /** What had the focus may have gone with the former content. */
  keepFocus() {
    if (document.activeElement === document.body) this.title.focus({ preventScroll: true });
  }

  /** Brings an element into the middle of the panel, or its beginning to the top if it is taller. */
  centre(target) {
    let frames = 4;
    this.#kept = { target, seen: true, size: this.body.clientHeight + this.body.clientWidth };
    const step = () => {
      const box = target.getBoundingClientRect();
      const view = this.body.getBoundingClientRect();
      const above = Math.max(24, (view.height - box.height) / 2);
      this.body.scrollTop += box.top - view.top - above;
      // Chunks that come into sight get their true height, which shifts the target.
      if ((frames -= 1)) requestAnimationFrame(step);
    };
    step();
  }

  /** What was brought to the middle stays in view when the panel gets another size. */
  #keep() {
    if (this.#kept?.seen && (this.#kept.target.isConnected ?? this.#kept.target.startContainer.isConnected)) this.centre(this.#kept.target);
  }

  #look() {
    if (!this.#kept) return;
    const { target, size } = this.#kept;
    // What moves it while the size changes isn't the person's scrolling.
    if (size !== this.body.clientHeight + this.body.clientWidth) return;
    const box = target.getBoundingClientRect();
    const view = this.body.getBoundingClientRect();
    this.#kept.seen = box.bottom > view.top && box.top < view.bottom;
  }

  #fit() {
    const sheet = this.isOpen && NARROW.matches;
    document.documentElement.classList.toggle('with-panel', this.isOpen);
    this.#page.inert = sheet;
    // What becomes of the index is told above the sheet as well.
    if (sheet) this.body.before(byId('index-state'));
    else byId('top').append(byId('index-state'));
    this.#element.setAttribute('role', sheet ? 'dialog' : 'complementary');
    if (sheet) this.#element.setAttribute('aria-modal', 'true');
    else this.#element.removeAttribute('aria-modal');
  }
}

/** Escape first empties a filter box. */
function isFilled(target) {
  return target instanceof HTMLInputElement && target.value !== '';
}
