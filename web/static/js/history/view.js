import { announce, h } from '../shared/dom.js';
import { filterBox, matcher } from '../shared/filter.js';
import { counted } from '../shared/format.js';
import { t } from '../shared/strings.js';
import { historyItem, searchable } from './item.js';

const HERE = t('Kept in this browser, and nowhere else.');
const NOT_KEPT = t('This browser’s storage is blocked or full: what you ask now is gone when the page closes.');

/** The conversations that this browser keeps, in the panel: search, open, export, delete. */
export class HistoryView {
  #list = h('ul', { class: 'history' });
  #count = h('p', { class: 'meta' });
  #notice = h('div', { class: 'undo', hidden: true });
  #clear = h('button', { class: 'quiet', type: 'button', testid: 'history-clear', onclick: () => this.#delete(this.store.all()) }, t('Delete all'));
  #filter = filterBox('history-filter', t('Search your conversations'), t('Words of a question or an answer'), () => this.#narrow());
  #entries = [];

  /**
   * @param {{current: () => string, open: (conversation: object) => void, changed: (conversation: object) => void, gone: (ids: string[]) => void}} page
   */
  constructor(panel, store, page) {
    Object.assign(this, { panel, store, page });
  }

  show() {
    this.panel.open(t('History'), this.store.lasting ? HERE : NOT_KEPT);
    this.panel.tools.hidden = true;
    this.#notice.hidden = true;
    this.#filter.querySelector('input').value = '';
    this.#fill();
    this.panel.body.replaceChildren(this.#filter,
      h('div', { class: 'history-bar' }, this.#count, this.#clear), this.#notice, this.#list);
    this.panel.body.scrollTop = 0;
    this.panel.keepFocus();
  }

  /** There may be another answer: brings a list that is shown up to date. */
  refresh() {
    if (!this.panel.isOpen || !this.#list.isConnected) return;
    this.#fill();
    this.panel.keepFocus();
  }

  #fill() {
    const handlers = { open: this.page.open, remove: (conversation) => this.#delete([conversation]), change: (...what) => this.#change(...what) };
    this.#entries = this.store.all().map((conversation) => ({
      id: conversation.id, item: historyItem(conversation, conversation.id === this.page.current(), handlers), words: searchable(conversation),
    }));
    this.#list.replaceChildren(...this.#entries.map(({ item }) => item));
    this.#filter.hidden = this.#clear.hidden = this.#entries.length === 0;
    this.#narrow(false);
  }

  #narrow(aloud = true) {
    const typed = this.#filter.querySelector('input').value;
    const matches = matcher(typed);
    for (const { item, words } of this.#entries) item.hidden = !matches(words);
    const all = this.#entries.length;
    const left = this.#entries.filter(({ item }) => !item.hidden).length;
    const total = counted(all, 'conversation', 'conversations');
    const counts = typed.trim() ? t('{n} of {total}', { n: left, total }) : total;
    this.#count.textContent = all ? counts : t('Nothing yet. A conversation is kept as soon as it has an answer.');
    if (aloud) announce(this.#count.textContent);
  }

  /** A name or a pin; the focus stays with the conversation, wherever it stands then. */
  #change(conversation, values) {
    const changed = { ...conversation, ...values };
    this.store.save(changed);
    this.page.changed(changed);
    this.#fill();
    const { item } = this.#entries.find(({ id }) => id === conversation.id);
    item.querySelector(`[data-testid=history-${'pinned' in values ? 'pin' : 'rename'}]`).focus();
    const pinned = values.pinned ? t('Pinned.') : t('No longer pinned.');
    announce('pinned' in values ? pinned : t('Renamed.'));
  }

  #delete(conversations) {
    conversations.forEach(({ id }) => this.store.remove(id));
    this.page.gone(conversations.map(({ id }) => id));
    this.#fill();
    const words = `${counted(conversations.length, 'conversation deleted', 'conversations deleted')}.`;
    const undo = h('button', { class: 'button', type: 'button', testid: 'history-undo', onclick: () => this.#undo(conversations) }, t('Undo'));
    this.#notice.replaceChildren(h('p', {}, words), undo);
    this.#notice.hidden = false;
    undo.focus();
    announce(words);
  }

  #undo(conversations) {
    this.store.save(...conversations);
    this.#notice.hidden = true;
    this.#fill();
    this.panel.title.focus();
    announce(`${counted(conversations.length, 'conversation restored', 'conversations restored')}.`);
  }
}
