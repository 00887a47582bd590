import { dotted, h } from '../shared/dom.js';
import { doubtOf } from '../shared/kinds.js';
import { dateOf } from '../shared/passage.js';
import { oneLine } from '../shared/quote.js';
import { t } from '../shared/strings.js';
import { titled } from '../shared/title.js';
import { evidenceDetails } from './evidence.js';
import { itemLine, speaker } from './item.js';

const SHOWN = 20;
// Fewer aren't worth a button.
const FEW = 4;
// What a list and a number are is seen.
const NAMED = { statements: t('Statements'), timeline: t('By date'), summary: t('Extracts'), search: t('Search result') };
const NAMES = { ...NAMED, list: t('List'), count: t('Count') };

/**
 * What an answer of several things consists of, by meeting, each with its place.
 * @param {number} trail the number of its citations' trail
 */
export function itemsCard(reply, trail) {
  const { kind, answer, hint, items } = reply;
  const doubt = doubtOf(reply);
  return h('article', { class: `card items ${kind}${doubt ? ' unsure' : ''}`, testid: 'items-card', 'aria-label': NAMES[kind] ?? t('Answer') },
    kind in NAMED && h('p', { class: 'kind', testid: 'kind' }, NAMED[kind]),
    doubt && h('p', { class: 'may-not', testid: 'may-not' }, doubt),
    kind === 'count' && answer && h('p', { class: 'answer', testid: 'answer-text' }, answer),
    hint && h('p', { class: 'hint', testid: 'hint' }, hint),
    h('div', { 'data-trail': trail }, ...shortened(meetings(items).map((group, i, groups) => meeting(group, kind, groups[i - 1]?.at(-1))))),
    evidenceDetails(reply));
}

/** Items of one meeting that follow each other. */
function meetings(items) {
  const groups = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0].meeting === item.meeting && last[0].report_id === item.report_id) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

function meeting(group, kind, before) {
  const [{ meeting: name, day, citations }] = group;
  const same = group.length === 1 && oneLine(group[0].answer) === oneLine(name);
  const lines = group.flatMap((item, i) => lined(item, kind, i ? group[i - 1] : before, group[i + 1]));
  return h('section', { class: 'of-meeting' },
    h('h3', {}, ...dotted([!same && titled(name), dateOf(day)])),
    h('ul', { class: kind === 'list' && citations.length ? 'listed-items' : null }, ...lines));
}

/** Who says several things in a row is named once. */
function lined(item, kind, before, next) {
  if (kind !== 'statements') return [itemLine(item, false, next)];
  return [...(item.label && item.label !== before?.label ? [speaker(item.label)] : []), itemLine(item, true)];
}

/** The first of many, and the rest on demand. */
function shortened(sections) {
  const rest = sections.flatMap((section) => [...section.querySelectorAll('li:not(.speaker)')]).slice(SHOWN);
  if (rest.length < FEW) return sections;
  const hidden = [...rest, ...sections.filter((section) => rest.includes(section.querySelector('li:not(.speaker)')))];
  hidden.forEach((element) => { element.hidden = true; });
  const more = h('button', {
    class: 'button more', type: 'button', testid: 'more-items', onclick: () => show(hidden, more),
  }, t('Show {n} more', { n: rest.length }));
  return [...sections, more];
}

function show(hidden, more) {
  hidden.forEach((element) => { element.hidden = false; });
  more.remove();
  hidden[0].querySelector('a')?.focus();
}
