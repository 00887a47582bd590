import { dotted, h } from '../shared/dom.js';
import { dateOf } from '../shared/passage.js';
import { placeHref } from '../shared/route.js';
import { titled } from '../shared/title.js';

/**
 * A meeting in the list; it opens its report.
 * @param {{report_id: string, name: string, session: string|null, day: string|null, place: string|null}} meeting
 */
export function meetingItem({ report_id: id, name, session, day, place }) {
  return h('li', { class: 'report', testid: 'meeting-item' },
    h('a', { href: placeHref(id) }, titled(name, 'from'),
      h('span', { class: 'meta' }, ...dotted([dateOf(day), session !== name && session, place]))));
}

/** @returns {string} what the search box looks through */
export function meetingWords({ name, body, session, day, place, source, offices }) {
  return [name, body, session, day, place, source, ...offices].filter(Boolean).join(' ').toLowerCase();
}
