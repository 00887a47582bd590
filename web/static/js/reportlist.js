import { announce, dotted, h } from './dom.js';
import { fetchReports } from './api.js';
import { filterBox, matcher } from './filter.js';
import { counted } from './format.js';
import { dateOf } from './passage.js';
import { placeHref } from './route.js';
import { errorCard } from './states.js';

/** The list of reports in the panel, latest first, with a box that filters it. */
export class ReportList {
  #reports = null;
  #shown = 0;

  /** @param {import('./panel.js').Panel} panel */
  constructor(panel) {
    this.panel = panel;
  }

  /** The index has changed: the list at hand may be old. */
  forget() {
    this.#reports = null;
  }

  /** What is shown later cancels a list that is still on its way. */
  leave() {
    this.#shown += 1;
  }

  async show() {
    const turn = this.#shown;
    this.panel.open('Reports');
    this.panel.tools.hidden = true;
    if (!this.#reports) this.#fill(h('p', { class: 'waiting' }, 'Reading the list'));
    try {
      const reports = this.#reports ?? (await fetchReports()).reports;
      if (turn !== this.#shown) return;
      this.#reports = reports;
      this.#fill(...listed(reports));
    } catch (error) {
      if (turn === this.#shown) this.#fill(errorCard(error, () => this.show()));
    }
  }

  #fill(...content) {
    this.panel.body.replaceChildren(...content);
    this.panel.body.scrollTop = 0;
    this.panel.keepFocus();
  }
}

function listed(reports) {
  const entries = latestFirst(reports).map((report) => ({ item: reportItem(report), words: searchable(report) }));
  const count = h('p', { class: 'meta' }, counted(reports.length, 'report'));
  return [
    filterBox('report-filter', 'Filter the reports', 'Title, event, place, date or file',
      (typed) => filterEntries(entries, typed, count)),
    count,
    h('ul', { class: 'reports' }, ...entries.map((entry) => entry.item)),
  ];
}

function latestFirst(reports) {
  return [...reports].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title));
}

function searchable({ title, date, event, place, source }) {
  return [title, date, event, place, source].filter(Boolean).join(' ').toLowerCase();
}

function reportItem(report) {
  return h('li', {},
    h('a', { href: placeHref(report.id), testid: 'report-item' },
      h('span', { class: 'from', dir: 'auto' }, report.title),
      h('span', { class: 'meta' }, ...dotted([dateOf(report.date), h('span', { class: 'path', dir: 'auto' }, report.source)]))));
}

function filterEntries(entries, typed, count) {
  const matches = matcher(typed);
  for (const { item, words } of entries) item.hidden = !matches(words);
  const left = entries.filter(({ item }) => !item.hidden).length;
  count.textContent = typed.trim() ? `${left} of ${counted(entries.length, 'report')}` : counted(entries.length, 'report');
  announce(count.textContent);
}
