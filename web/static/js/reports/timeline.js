import { h } from '../shared/dom.js';
import { counted } from '../shared/format.js';
import { grouped } from '../shared/grouped.js';
import { t } from '../shared/strings.js';
import { titled } from '../shared/title.js';
import { meetingItem } from './meeting.js';

const UNTOLD = t('Body not known');
const UNDATED = t('no year');

/**
 * Meetings by body, each body with its years; a body or a year that is chosen shows its meetings.
 * @param {{body: string|null, year: string|null}} chosen
 * @param {(body: string|null, year: string|null) => void} choose
 */
export function timeline(meetings, { body, year }, choose) {
  const bodies = largest(meetings, bodyOf);
  const found = bodies.get(body);
  if (!found) return [...bodies].map(([key, members]) => bodyItem(key, members, choose));
  const shown = year ? found.filter((meeting) => yearOf(meeting) === year) : found;
  return [
    h('li', {},
      h('div', { class: 'chosen-body' }, titled(nameOf(found), 'from'),
        h('button', { class: 'quiet', type: 'button', testid: 'all-bodies', onclick: () => choose(null, null) }, t('All bodies'))),
      years(body, found, year, choose)),
    ...shown.map(meetingItem),
  ];
}

/** Those with most meetings first. @returns {Map<string, object[]>} */
function largest(meetings, keyOf) {
  return new Map([...grouped(meetings, keyOf)].sort(([, a], [, b]) => b.length - a.length));
}

const bodyOf = ({ body }) => (body ?? '').toLocaleLowerCase();
const yearOf = ({ day }) => day?.slice(0, 4) ?? UNDATED;

/** The spelling that most of its reports have. */
const nameOf = (members) => [...largest(members, ({ body }) => body ?? UNTOLD).keys()][0];

function bodyItem(key, members, choose) {
  return h('li', { testid: 'body' },
    h('button', { class: 'body', type: 'button', testid: 'choose-body', 'data-body': key, onclick: () => choose(key, null) }, titled(nameOf(members)), ' ',
      h('span', { class: 'meta' }, counted(members.length, 'meeting', 'meetings'))),
    years(key, members, null, choose));
}

function years(body, members, chosen, choose) {
  const counts = [...grouped(members, yearOf)].sort(([a], [b]) => a.localeCompare(b));
  return h('div', { class: 'years', role: 'group', 'aria-label': t('Years of {body}', { body: nameOf(members) }) },
    ...counts.map(([year, of]) => h('button', {
      class: 'quiet', type: 'button', testid: 'choose-year', 'aria-pressed': String(year === chosen),
      'aria-label': `${year}, ${counted(of.length, 'meeting', 'meetings')}`, onclick: () => choose(body, year === chosen ? null : year),
    }, `${year} · ${of.length}`)));
}
