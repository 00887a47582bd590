import { dotted, h } from '../shared/dom.js';
import { fetchReport } from '../shared/api.js';
import { toCodePoints, toUtf16 } from '../shared/offsets.js';
import { oneLine } from '../shared/quote.js';
import { dateOf } from '../shared/passage.js';
import { errorCard } from '../shared/errorcard.js';
import { t } from '../shared/strings.js';
import { titled } from '../shared/title.js';
import { loadStyle } from '../shared/style.js';
import { renderText } from './text.js';
import { contents, facts, hasPages } from './head.js';
import { recordsOf } from './records.js';
import { fillTools } from './tools.js';

const WORDS = { text: t('Text'), pages: t('Pages'), find: t('Find'), ask: t('Ask this report') };

/** A report in the panel, at a cited place: a PDF as its pages, unless its text is wanted. */
export class SourceView {
  #report = null;
  #shown = 0;
  #asText = false;
  #original = null;
  #find = null;
  // What is unfolded in it stays so from place to place.
  #records = { of: null, element: null };

  /** @param {{corrected: () => void, ask: (report: object) => void}} page `corrected`: a record has changed */
  constructor(panel, trails, page) {
    Object.assign(this, { panel, trails, page });
  }

  /** The index has changed: the text at hand may be old. */
  forget() {
    this.#report = null;
    this.#original = null;
  }

  /** A later place cancels an earlier one that is still on its way. */
  leave() {
    this.#shown += 1;
    this.panel.body.removeAttribute('aria-busy');
  }

  /** @param {string} href the place's own address */
  async show(place, href) {
    this.leave();
    const turn = this.#shown;
    if (this.#report?.id !== place.id) this.#wait();
    try {
      const report = this.#report?.id === place.id ? this.#report : await fetchReport(place.id);
      if (turn !== this.#shown) return;
      this.#report = report;
      await this.#render(report, place, href);
    } catch (error) {
      if (turn === this.#shown) this.#fail(error, place, href);
    } finally {
      if (turn === this.#shown) this.panel.body.removeAttribute('aria-busy');
    }
  }

  #wait() {
    this.panel.body.setAttribute('aria-busy', 'true');
    // What is there stays until the report comes, and with it the focus.
    if (this.panel.isOpen) return;
    this.panel.open(t('Opening the report'));
    this.panel.tools.hidden = true;
    this.panel.body.replaceChildren(h('p', { class: 'waiting' }, t('Reading')));
  }

  #fail(error, place, href) {
    this.panel.open(t('The report cannot be opened'));
    this.panel.tools.hidden = true;
    this.panel.body.replaceChildren(errorCard(error, () => this.show(place, href)));
    this.panel.keepFocus();
  }

  async #render(report, place, href) {
    const turn = this.#shown;
    const { marked, sections } = inUnits(report, place);
    const quote = marked ? report.text.slice(marked.start, marked.end) : '';
    const asPages = hasPages(report) && !this.#asText;
    const [shown, mark] = asPages ? await this.#pages(report, place, quote) : this.#text(report, marked, sections);
    if (turn !== this.#shown) return;
    const stop = this.trails.through(href);
    const { page } = stop?.trail[stop.index] ?? {};
    this.panel.open(titled(report.title), ...dotted([dateOf(report.date), page != null && t('page {page}', { page })]));
    this.panel.body.replaceChildren(this.#recordsOf(report), facts(report), contents(report, sections), movedNotice(place, quote, stop), shown);
    fillTools(this.panel.tools, { report, quote, stop, extra: [...(asPages ? this.#original.tools : []), ...this.#ways(report, place, href)] });
    this.#find?.attach(report.text, asPages ? null : shown);
    if (this.#find) this.panel.tools.append(this.#find.element);
    this.panel.keepFocus();
    if (mark) this.#lead(mark);
    else if (asPages && place.range) this.panel.centre(shown);
    else this.panel.body.scrollTop = 0;
  }

  #text(report, marked, sections) {
    const levels = new Map(sections.map((section) => [section.unit, section.level]));
    const text = h('div', { class: 'source-text', testid: 'source-text' }, renderText(report.text, marked, levels));
    return [text, text.querySelector('mark .words') ?? text.querySelector('mark')];
  }

  /** What draws pages is loaded with the first PDF. */
  async #pages(report, place, quote) {
    const [{ Original }] = await Promise.all([import('./original.js'), loadStyle('original')]);
    if (this.#original?.report !== report) this.#original = new Original(this.panel, report);
    const mark = await this.#original.show(place, quote);
    return [this.#original.element, mark];
  }

  /** Text or pages, the search, and the way back to the question box. */
  #ways(report, place, href) {
    const way = (name, act) => h('button', { class: 'button', type: 'button', 'data-tool': name, testid: `show-${name}`, onclick: act }, WORDS[name]);
    const turn = () => {
      this.#asText = !this.#asText;
      this.show(place, href);
    };
    return [hasPages(report) && way(this.#asText ? 'pages' : 'text', turn), way('find', () => this.#search()), way('ask', () => this.page.ask(report))].filter(Boolean);
  }

  async #search() {
    const [{ Find }] = await Promise.all([import('./find.js'), loadStyle('original')]);
    const close = () => {
      this.#find.clear();
      this.#find.element.remove();
      this.#find = null;
      this.panel.tools.querySelector('[data-tool=find]').focus();
    };
    this.#find ??= new Find({ go: (match, range) => this.#goTo(match, range), close });
    this.#find.attach(this.#report.text, this.panel.body.querySelector('.source-text'));
    this.panel.tools.append(this.#find.element);
    this.#find.focus();
  }

  async #goTo({ start, end }, range) {
    if (range) return this.panel.centre(range);
    const { text } = this.#report;
    const place = { range: { start: toCodePoints(text, start), end: toCodePoints(text, end) }, words: null };
    const mark = await this.#original.show(place, text.slice(start, end));
    this.panel.centre(mark ?? this.#original.element);
  }

  /** Who has come by a link reads on from the words; who steps through citations stays at the button. */
  #lead(mark) {
    this.panel.centre(mark);
    if (document.activeElement !== this.panel.title) return;
    // What is quoted has a name; the words in it that answer have none.
    const named = mark.closest('mark') ?? mark;
    named.setAttribute('tabindex', '-1');
    named.focus({ preventScroll: true });
  }

  #recordsOf(report) {
    if (this.#records.of !== report) this.#records = { of: report, element: recordsOf(report, (now) => this.#correct(report, now)) };
    return this.#records.element;
  }

  /** What is shown stays, with what is new in the head of the panel. */
  #correct(report, { title, day }) {
    this.forget();
    this.page.corrected();
    if (report.meetings.length > 1) return;
    this.panel.title.replaceChildren(titled(title));
    this.panel.note.replaceChildren(...dotted([dateOf(day)]));
    this.panel.note.hidden = !day;
  }
}

/** The server's code point positions as UTF-16 units, in one pass over the text. */
function inUnits({ text, sections = [] }, { range, words }) {
  const ranges = [range, words].filter(Boolean);
  const points = [...ranges.flatMap(({ start, end }) => [start, end]), ...sections.map((section) => section.start)];
  const units = toUtf16(text, points);
  const [marked, answering] = ranges.map(() => ({ start: units.shift(), end: units.shift() }));
  const placed = sections.map((section, i) => ({ ...section, unit: units[i] }));
  return { marked: marked?.start < marked?.end ? { ...marked, words: answering ?? null } : null, sections: placed };
}

/** A mark must not vouch for other words than those cited: says so when the place no longer holds them. */
function movedNotice(place, quote, stop) {
  const cited = stop?.trail[stop.index].quote;
  const moved = place.range && (!quote || (cited && oneLine(cited) !== oneLine(quote)));
  if (!moved) return '';
  return h('p', { class: 'moved', role: 'note' },
    t('This report has changed since it was cited: the sentence may stand elsewhere now.'));
}
