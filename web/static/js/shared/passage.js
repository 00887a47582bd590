import { dotted, h } from './dom.js';
import { longDate } from './format.js';
import { meetingOf } from './meeting.js';
import { t } from './strings.js';
import { sentenceCase, titled } from './title.js';

export function dateOf(iso) {
  return iso ? h('time', { datetime: iso }, longDate(iso)) : null;
}

// A heading that is as long as a sentence is one, of a report without headings.
const LONGEST_HEADING = 90;

/** Whether a section's name says where, and not only the day again. */
function isHeading(section, date) {
  const letters = section.replace(/[\W\d_]/g, '');
  const month = date && new Date(date).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  return section.length <= LONGEST_HEADING && letters.toLowerCase() !== month?.toLowerCase() && !/^[•●○▪*-]/u.test(section);
}

/**
 * Where a passage stands: date, source path, section, page.
 * @param {{date: string|null, source: string|null, section: string|null, page: number|null}} passage
 */
export function whereabouts({ date, source, section, page }) {
  return h('span', { class: 'meta' }, ...dotted([
    dateOf(date),
    source && h('span', { class: 'path', dir: 'auto' }, source),
    section && isHeading(section, date) && titled(section),
    page != null && t('page {page}', { page }),
  ]));
}

/**
 * The line below a citation's title: short body and session, place, day, section, page. The file is
 * named only where it tells two of the same title and day apart.
 * @param {object[]} others what else is cited
 */
export function citedAt(cited, others) {
  const { title, date, source } = cited;
  const twin = others.some((other) => other.source !== source && other.title === title && other.date === date);
  const line = whereabouts({ ...cited, source: twin ? source : null });
  const told = line.childNodes.length > 0;
  line.title = source;
  // Paper has no links that lead there.
  if (!twin) line.append(h('span', { class: 'on-paper path' }, `${told ? ' · ' : ''}${source}`));
  meetingOf(cited.report_id).then((meeting) => {
    const known = [meeting && eventOf(meeting, title), meeting?.place].filter(Boolean);
    if (known.length) line.prepend(known.join(' · '), told ? ' · ' : '');
  });
  return line;
}

/** What the title says already isn't said again. */
function eventOf({ body, session }, title) {
  const told = title.toLowerCase();
  const parts = [body, session].filter((part, i, all) => part && !told.includes(part.toLowerCase()) && all.indexOf(part) === i);
  return parts.map(sentenceCase).join(' ');
}
