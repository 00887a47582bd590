import { byId, h, icon } from '../shared/dom.js';
import { nameOf } from '../shared/conversation.js';
import { conversationHref } from '../shared/route.js';
import { t } from '../shared/strings.js';

const MOST = 40;

/** The conversations beside the page, where it is wide: the one on the screen, and the way to the others. */
export class Sidebar {
  #list = byId('sidebar-list');

  constructor(store) {
    this.store = store;
  }

  /** @param {string|null} current the id of the one on the screen */
  show(current) {
    const kept = this.store.all();
    this.#list.replaceChildren(...kept.slice(0, MOST).map((one) => item(one, one.id === current)));
    byId('sidebar-none').hidden = kept.length > 0;
  }
}

function item(conversation, current) {
  const name = nameOf(conversation);
  return h('li', {}, h('a', { href: conversationHref(conversation.id), testid: 'sidebar-item', 'aria-current': current && 'page', title: name },
    ...(conversation.pinned ? [icon('pin'), h('span', { class: 'unseen' }, `${t('Pinned')}: `)] : []),
    h('span', { dir: 'auto' }, name)));
}
