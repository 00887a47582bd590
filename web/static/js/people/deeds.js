import { dotted, h } from '../shared/dom.js';
import { longDate } from '../shared/format.js';
import { grouped } from '../shared/grouped.js';
import { dateOf } from '../shared/passage.js';
import { oneLine, unlisted } from '../shared/quote.js';
import { placeHref } from '../shared/route.js';
import { t } from '../shared/strings.js';
import { titled } from '../shared/title.js';

/** What is done, as a column says it. */
const DONE = {
  led: t('Led'), came: t('Listed'), said: t('Said'), moved: t('Moved'), seconded: t('Seconded'), voted: t('Voted'), owns: t('Has to do'),
};

/** What somebody did, by meeting, in the order in which it comes. */
export function byMeeting(deeds) {
  return [...grouped(deeds, ({ meeting_id: id }) => id).values()].map(ofMeeting);
}

function ofMeeting(deeds) {
  const [{ meeting, report_id: id, day }] = deeds;
  return h('section', {},
    h('h3', {}, ...dotted([h('a', { href: placeHref(id) }, titled(meeting)), dateOf(day)])),
    h('ul', {}, ...deeds.map(deedItem)));
}

function deedItem({ report_id: id, deed: { did, how }, words: { start, end, text } }) {
  return h('li', { testid: 'deed' },
    h('span', { class: 'how', dir: 'auto' }, ...dotted([DONE[did], how && capacity(did, how)])),
    h('a', { href: placeHref(id, start, end), dir: 'auto' }, oneLine(unlisted(text))));
}

const capacity = (did, how) => (did === 'owns' ? t('due {day}', { day: longDate(how) }) : how);
