import { h, icon } from '../shared/dom.js';
import { fetchMarks, originalAddress, pageAddress } from '../shared/api.js';
import { errorCard } from '../shared/errorcard.js';
import { oneLine } from '../shared/quote.js';
import { t } from '../shared/strings.js';

const WORDS = {
  pages: t('Pages'), previous: t('Previous page'), next: t('Next page'), at: (n, total) => t('Page {n} of {total}', { n, total }), enlarge: t('Enlarge'),
  open: t('Open the PDF'), page: (n) => t('Page {n} as printed', { n }), marked: (quote) => t('Marked on the page: {quote}', { quote }),
  unmarked: t('The cited words were not found on this page: not marked. The text shows them.'), undrawn: t('This page cannot be drawn. Open the PDF instead.'),
};
const SVG = 'http://www.w3.org/2000/svg';
const STEP = 300;
const WIDEST = 2400;
const UNIT = 10_000;

/** A PDF's pages as they were printed, the quoted words marked on them. */
export class Original {
  element = h('div', { class: 'sheets', testid: 'original-pages' });
  #label = h('span', { testid: 'page-label' });
  #previous = stepButton('previous', () => this.#step(-1));
  #next = stepButton('next', () => this.#step(1));
  #size = h('button', { class: 'button', type: 'button', 'aria-pressed': 'false', testid: 'enlarge', onclick: () => this.#enlarge() }, WORDS.enlarge);
  #turn = 0;
  #shown = { first: 1, last: 1 };

  /** @param {{id: string, text: string, pages: number[]}} report */
  constructor(panel, report) {
    Object.assign(this, { panel, report });
    this.tools = [
      h('div', { class: 'stepper', role: 'group', 'aria-label': WORDS.pages }, this.#previous, this.#label, this.#next),
      this.#size,
      h('a', { class: 'button', href: `${originalAddress(report.id)}?inline=true`, target: '_blank', rel: 'noopener', testid: 'open-original' }, WORDS.open),
    ];
    new ResizeObserver(() => this.#sharpen()).observe(this.element);
  }

  /**
   * The page of a place; both, of a quote that goes on over the next one.
   * @returns {Promise<Element|null>} the mark
   */
  async show({ range, words }, quote) {
    const first = this.#pageAt(range?.start ?? 0);
    const last = range ? Math.min(this.#pageAt(range.end - 1), first + 1) : first;
    return this.#draw(first, last, { range, words, quote });
  }

  async #draw(first, last, { range, words, quote } = {}) {
    const turn = this.#turn += 1;
    const query = { ...(range && { start: range.start, end: range.end }), ...(range && words && { answer_start: words.start, answer_end: words.end }) };
    const numbers = first === last ? [first] : [first, last];
    numbers.forEach((number) => { new Image().src = this.#address(number); });
    try {
      const found = await Promise.all(numbers.map((number) => fetchMarks(this.report.id, number, query)));
      if (turn !== this.#turn) return null;
      this.#fill(found, quote);
    } catch (error) {
      if (turn === this.#turn) this.element.replaceChildren(errorCard(error, () => this.#draw(first, last, { range, words, quote })));
    }
    return this.element.querySelector('.spots > g');
  }

  #fill(found, quote) {
    const [{ number: first, pages }] = found;
    const unmarked = quote && !found.some(({ marks }) => marks.length);
    this.#shown = { first, last: found.at(-1).number, pages };
    this.#label.textContent = WORDS.at(first === this.#shown.last ? first : `${first}–${this.#shown.last}`, pages);
    this.#disable(this.#previous, first === 1);
    this.#disable(this.#next, this.#shown.last === pages);
    this.element.replaceChildren(
      ...(unmarked ? [h('p', { class: 'moved', role: 'note', testid: 'not-marked' }, WORDS.unmarked)] : []),
      ...found.map((one) => this.#sheet(one, quote)));
  }

  #sheet({ number, width, height, marks }, quote) {
    const image = h('img', {
      src: this.#address(number), alt: WORDS.page(number), width: Math.round(width), height: Math.round(height), 'data-page': number, testid: 'page-image',
      onerror: () => image.parentElement.replaceChildren(h('p', { class: 'moved', role: 'alert' }, WORDS.undrawn)),
    });
    return h('div', { class: 'sheet' }, image, marks.length > 0 && spots(marks, WORDS.marked(oneLine(quote))));
  }

  #step(by) {
    const number = by < 0 ? this.#shown.first - 1 : this.#shown.last + 1;
    if (number < 1 || number > this.#shown.pages) return;
    this.#draw(number, number).then(() => this.panel.centre(this.element));
  }

  #disable(button, off) {
    if (off) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }

  #enlarge() {
    const large = this.element.classList.toggle('large');
    this.#size.setAttribute('aria-pressed', String(large));
    // Scrolled sideways with the keyboard as well.
    if (large) this.element.tabIndex = 0;
    else this.element.removeAttribute('tabindex');
    this.panel.centre(this.element.querySelector('.spots > g') ?? this.element);
    this.element.querySelector('.spots > g')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  /** Wider than before, the page is drawn with more points. */
  #sharpen() {
    for (const image of this.element.querySelectorAll('img')) {
      const address = this.#address(Number(image.dataset.page));
      if (widthIn(address) > widthIn(image.getAttribute('src'))) image.src = address;
    }
  }

  #address(number) {
    const room = (this.element.clientWidth || this.panel.body.clientWidth - 64) * (this.element.classList.contains('large') ? 2 : 1);
    const width = Math.ceil(Math.max(1, room) * devicePixelRatio / STEP) * STEP;
    return pageAddress(this.report.id, number, Math.min(WIDEST, width));
  }

  #pageAt(offset) {
    const after = this.report.pages.findIndex((start) => start > offset);
    return after < 0 ? this.report.pages.length : Math.max(1, after);
  }
}

const widthIn = (address) => Number(/\d+$/.exec(address)[0]);

/** Drawn, since no style may stand in the page: rectangles over the words, those that answer stronger. */
function spots(marks, name) {
  const svg = drawn('svg', { class: 'spots', viewBox: `0 0 ${UNIT} ${UNIT}`, preserveAspectRatio: 'none' });
  const group = drawn('g', { role: 'img', 'aria-label': name, 'data-testid': 'page-marks' });
  svg.append(group);
  for (const { left, top, width, height, answers } of marks) {
    group.append(drawn('rect', { x: left * UNIT, y: top * UNIT, width: width * UNIT, height: height * UNIT, class: answers ? 'answers' : null }));
  }
  return svg;
}

function drawn(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => { if (value !== null) element.setAttribute(name, value); });
  return element;
}

function stepButton(name, step) {
  return h('button', { class: 'round', type: 'button', 'aria-label': WORDS[name], title: WORDS[name], testid: `${name}-page`, onclick: step }, icon(name));
}
