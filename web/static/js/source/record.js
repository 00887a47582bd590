import { h, icon } from '../shared/dom.js';
import { dayRange, longDate } from '../shared/format.js';
import { placeHref } from '../shared/route.js';
import { filled, t } from '../shared/strings.js';
import { titled } from '../shared/title.js';
import { knownBy } from '../shared/known.js';
import { LABELS } from './correcting.js';
import { happened } from './happened.js';
import { byName, personWords } from './persons.js';

/**
 * What a report tells of a meeting: each value leads to its words, and says how it is known.
 * @param {(field: string, button: HTMLElement) => void} undo takes back what a user corrected
 */
export function recordOf(detail, correct, undo) {
  const { meeting } = detail;
  const pencil = h('button', {
    class: 'quiet', type: 'button', testid: 'correct', 'aria-label': t('Correct the record: {name}', meeting), onclick: correct,
  }, icon('edit'), t('Correct'));
  const rows = [...facts(meeting, undo), ...led(meeting), ...happened(detail), ...next(meeting)];
  return h('section', { class: 'record', testid: 'record', 'aria-label': t('Record: {name}', meeting) },
    rows.length > 0 && h('dl', { class: 'facts' }, ...rows.map(([name, ...values]) =>
      h('div', {}, h('dt', {}, name), ...values.map((value) => h('dd', {}, value))))),
    pencil);
}

function facts(meeting, undo) {
  const { title, body, session, reported, time, ended, place, room } = meeting;
  const undone = (field, shown, told) => undoable(shown, field, told, undo);
  return [
    row(t('Meeting'), undone('title', said(meeting, title), title)),
    row(t('Body'), undone('body', said(meeting, body), body), same(session, body) ? null : said(meeting, session)),
    row(same(meeting.last_day ?? meeting.first_day, meeting.first_day) ? t('Day') : t('Days'),
      ...days(meeting).map((shown) => undone('date', shown, meeting.first_day))),
    row(t('Report of'), ofOneDay(meeting) ? null : undone('date', said(meeting, reported, longDate), reported)),
    row(t('Time'), said(meeting, time), ended && h('span', {}, ...filled('until {time}', { time: said(meeting, ended) }))),
    row(t('Place'), undone('place', said(meeting, place), place), said(meeting, room)),
  ].filter(Boolean);
}

/** What is shown of a value, with a button where a user corrected it. */
function undoable(shown, field, told, undo) {
  if (told?.how !== 'corrected') return shown;
  const button = h('button', {
    class: 'quiet', type: 'button', testid: `undo-${field}`, 'aria-label': t('Undo the correction: {field}', { field: LABELS[field] }), onclick: () => undo(field, button),
  }, t('Undo'));
  shown.append(' ', button);
  return shown;
}

/** A row of those values that are known; none without any. */
function row(name, ...values) {
  const known = values.filter(Boolean);
  return known.length ? [name, ...known] : null;
}

const same = (one, other) => one?.value.toLowerCase() === other?.value.toLowerCase();
const ofOneDay = ({ reported, first_day: first, last_day: last }) => same(reported, first) && same(first, last);

/** Both days at once where the same words tell them. */
function days(meeting) {
  const { first_day: first, last_day: last } = meeting;
  const together = !first || !last || String(first.span) === String(last.span);
  if (together) return [said(meeting, first ?? last, (day) => dayRange(day, last?.value ?? day))];
  return same(first, last) ? [said(meeting, first, longDate)]
    : [h('span', {}, ...filled('from {day}', { day: said(meeting, first, longDate) })), h('span', {}, ...filled('to {day}', { day: said(meeting, last, longDate) }))];
}

function next(meeting) {
  const found = row(t('Next meeting'), said(meeting, meeting.next_day, longDate), said(meeting, meeting.next_place));
  return found ? [found] : [];
}

function said({ report_id: id }, told, shown = (value) => value) {
  if (!told) return null;
  const words = titled(shown(told.value));
  return h('span', {},
    told.span ? h('a', { href: placeHref(id, ...told.span), testid: 'record-words' }, words) : words,
    ' ', h('span', { class: 'how' }, knownBy(told)));
}

function led({ report_id: id, offices }) {
  if (!offices.length) return [];
  return [[t('Led by'), ...byName(offices).map((roles) => h('span', {}, ...personWords(id, roles)))]];
}
