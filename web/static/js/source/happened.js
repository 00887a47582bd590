import { dotted, h } from '../shared/dom.js';
import { counted, longDate } from '../shared/format.js';
import { toUtf16 } from '../shared/offsets.js';
import { oneLine, unlisted } from '../shared/quote.js';
import { placeHref } from '../shared/route.js';
import { t } from '../shared/strings.js';
import { byName, personWords } from './persons.js';

const PRESENCE = [[t('Present'), 'present'], [t('Absent'), 'absent'], [t('Apologies'), 'apologies'], [t('Named'), null]];
const PARTS = [[t('Agenda'), 'agenda', 'item', 'items'], [t('Decisions'), 'decision', 'decision', 'decisions'], [t('Motions'), 'motion', 'motion', 'motions'], [t('Actions'), 'action', 'action', 'actions']];

/**
 * Who was there and what was done, as rows that are counted and open on demand.
 * @returns {[string, HTMLElement][]}
 */
export function happened({ text, meeting: { report_id: id }, proceedings: { people, entries } }) {
  const persons = (found) => found.map((roles) => h('li', {}, ...personWords(id, roles)));
  const things = (found) => wordsOf(text, found).map((words, i) => entryItem(id, found[i], words));
  const rows = [
    ...PRESENCE.map(([name, presence]) => folded(name, presence ?? 'named', byName(people.filter((one) => one.presence === presence)), persons, 'person', 'people')),
    ...PARTS.map(([name, part, one, many]) => folded(name, part, entries.filter((found) => found.part === part), things, one, many)),
    folded(t('Votes'), 'votes', entries.filter(({ votes }) => votes), things, 'vote', 'votes'),
  ];
  return rows.filter(Boolean);
}

/** The list is made when it is opened first: there may be hundreds. */
function folded(name, testid, found, items, one, many) {
  if (!found.length) return null;
  const list = h('ul', { class: 'happened', 'aria-label': name });
  const fill = () => { if (!list.childElementCount) list.append(...items(found)); };
  return [name, h('details', { testid: `record-${testid}`, ontoggle: fill }, h('summary', {}, counted(found.length, one, many)), list)];
}

/** The words of each, in one pass over the text. */
function wordsOf(text, entries) {
  const units = toUtf16(text, entries.flatMap(({ span }) => span));
  return entries.map((_, i) => text.slice(units[2 * i], units[2 * i + 1]));
}

function entryItem(id, entry, text) {
  const { mover, seconder, owner, due, outcome, votes } = entry;
  const more = [
    owner, due && t('due {day}', { day: longDate(due) }), mover && t('moved by {mover}', { mover }), seconder && t('seconded by {seconder}', { seconder }), outcome, votes && tally(votes),
  ].filter(Boolean);
  return h('li', {},
    h('a', { href: placeHref(id, ...entry.span), testid: 'record-words', dir: 'auto' }, oneLine(unlisted(text))),
    more.length > 0 && h('span', { class: 'how below', dir: 'auto' }, ...dotted(more)));
}

/** "7 for, 2 against: Ada Berg no" */
function tally({ ayes, noes, abstained, by = {} }) {
  const counts = [[ayes, t('for')], [noes, t('against')], [abstained, t('abstained')]].filter(([n]) => n != null).map(([n, what]) => `${n} ${what}`);
  const names = Object.entries(by).map(([name, vote]) => `${name} ${vote}`);
  return [counts.join(', '), names.join(', ')].filter(Boolean).join(': ');
}
