import { announce, h } from '../shared/dom.js';
import { fetchFiles, fetchReports } from '../shared/api.js';
import { filesButton } from '../shared/choosing.js';
import { errorCard } from '../shared/errorcard.js';
import { filterBox, matcher } from '../shared/filter.js';
import { counted } from '../shared/format.js';
import { t } from '../shared/strings.js';
import { demoNote } from './demo.js';
import { fileItem, reportItem, searchable } from './item.js';
import { Meetings } from './meetings.js';
import { BY_BODY, orderBox, ORDERS } from './ordering.js';

/** The reports in the panel: search, sort, add, remove; files that are not indexed stand first. */
export class ReportList {
  #reports = null;
  #files = [];
  #warnings = new Map();
  #demo = false;
  #aside = h('div', { class: 'demo' });
  #entries = [];
  #shown = 0;
  #forgotten = 0;
  #count = h('p', { class: 'meta' });
  #list = h('ul', { class: 'reports' });
  #meetings = new Meetings((words) => { this.#count.textContent = words; });
  #order = orderBox(() => this.#fill());
  #filter = filterBox('report-filter', t('Search the reports'), t('Title, event, place, date or file'), () => this.#narrow());
  #tools;

  /** @param {{add: (files: File[]) => void, rebuild: (wish?: object) => void, removed: (reply: object) => void}} page */
  constructor(panel, page) {
    Object.assign(this, { panel, page });
    this.#tools = [
      filesButton(t('Add files'), page.add, 'button'),
      h('button', { class: 'button', type: 'button', testid: 'rebuild-button', onclick: () => page.rebuild() }, t('Rebuild index')),
    ];
  }

  /** The index has changed: the list at hand may be old. */
  forget() {
    this.#reports = null;
    this.#forgotten += 1;
    this.#meetings.forget();
  }

  /** What is shown later cancels a list that is still on its way. */
  leave() {
    this.#shown += 1;
  }

  async show() {
    const turn = this.#shown;
    const fresh = !this.#list.isConnected;
    this.panel.open(t('Reports'));
    this.panel.tools.replaceChildren(...this.#tools);
    this.panel.tools.hidden = false;
    if (fresh) this.#filter.querySelector('input').value = '';
    if (fresh) this.#put(h('p', { class: 'waiting' }, t('Reading the list')));
    try {
      if (!this.#reports) await this.#fetch();
      if (turn !== this.#shown) return;
      this.#fill();
      if (fresh) this.#put(this.#filter, h('div', { class: 'list-bar' }, this.#count, this.#order), this.#list, this.#meetings.element, this.#aside);
      this.panel.keepFocus();
    } catch (error) {
      if (turn === this.#shown) this.#put(errorCard(error, () => this.show()));
    }
  }

  async #fetch() {
    const forgotten = this.#forgotten;
    // Without the files' states, the list of reports is still of use.
    const [{ reports }, { files, demo, own }] = await Promise.all([fetchReports(), fetchFiles().catch(() => ({ files: [] }))]);
    if (forgotten !== this.#forgotten) {
      await this.#fetch();
      return;
    }
    this.#reports = reports;
    this.#demo = Boolean(demo);
    this.#aside.replaceChildren(...demoNote({ demo, own }, this.page.rebuild));
    this.#files = files.filter(({ state }) => state !== 'indexed');
    this.#warnings = new Map(files.filter(({ warning }) => warning).map(({ report_id: id, warning }) => [id, warning]));
  }

  get #byBody() {
    return this.#order.querySelector('select').value === BY_BODY;
  }

  #fill() {
    this.#list.hidden = this.#byBody;
    this.#meetings.element.hidden = !this.#byBody;
    if (this.#byBody) {
      this.#narrow(false);
      return;
    }
    const ordered = [...this.#reports].sort(ORDERS[this.#order.querySelector('select').value]);
    this.#entries = [
      ...this.#files.map((file) => ({ item: fileItem(file, { retry: () => this.page.rebuild(), removed: this.#demo ? null : this.page.removed }), words: searchable(file) })),
      ...ordered.map((report) => ({ item: reportItem(report, this.#demo ? null : this.page.removed, this.#warnings.get(report.id)), words: searchable(report) })),
    ];
    const refocus = this.#focused();
    this.#list.replaceChildren(...this.#entries.map(({ item }) => item));
    this.#narrow(false);
    refocus();
  }

  /** What had the focus is drawn anew: it goes to the same report's, or if that has left, to the next one's. */
  #focused() {
    const { activeElement } = document;
    const at = [...this.#list.children].findIndex((item) => item.contains(activeElement));
    if (at < 0) return () => {};
    const { testid } = activeElement.dataset;
    const href = this.#list.children[at].querySelector('a')?.getAttribute('href');
    return () => {
      const item = this.#list.querySelector(`a[href="${href}"]`)?.closest('li') ?? this.#list.children[at] ?? this.#list.lastElementChild;
      const target = item?.querySelector(`[data-testid="${testid}"]`) ?? item?.querySelector('a');
      target?.focus({ preventScroll: true });
    };
  }

  #narrow(aloud = true) {
    const typed = this.#filter.querySelector('input').value;
    const matches = matcher(typed);
    if (this.#byBody) {
      this.#meetings.show(matches);
      return;
    }
    for (const { item, words } of this.#entries) item.hidden = !matches(words);
    const left = this.#entries.filter(({ item }) => !item.hidden).length;
    this.#count.textContent = typed.trim() ? t('{n} of {total}', { n: left, total: counted(this.#entries.length, 'file', 'files') }) : this.#counts();
    if (aloud) announce(this.#count.textContent);
  }

  #counts() {
    const waiting = this.#files.filter(({ state }) => state === 'waiting').length;
    const failed = this.#files.length - waiting;
    return [counted(this.#reports.length, 'report', 'reports'), waiting && t('{n} waiting', { n: waiting }), failed && t('{n} failed', { n: failed })]
      .filter(Boolean).join(', ');
  }

  #put(...content) {
    this.panel.body.replaceChildren(...content);
    this.panel.body.scrollTop = 0;
    this.panel.keepFocus();
  }
}
