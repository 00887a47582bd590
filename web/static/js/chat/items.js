import { dotted, h } from '../shared/dom.js';
import { dateOf } from '../shared/passage.js';
import { oneLine } from '../shared/quote.js';
import { passageHref } from '../shared/route.js';
import { titled } from '../shared/title.js';
import { evidenceDetails } from './evidence.js';
import { markedWords } from './citations.js';
import { knownFrom } from './support.js';

const SHOWN = 12;
const NAMES = {
  list: 'List', count: 'Count', statements: 'Statements', timeline: 'By date', summary: 'Extracts', search: 'Search result',
};

/**
 * What an answer of several things consists of, by meeting, each with its place.
 * @param {object} reply
 * @param {number} trail the number of its citations' trail
 * @returns {HTMLElement}
 */
export function itemsCard(reply, trail) {
  const { kind, answer, hint, items } = reply;
  return h('article', { class: `card items ${kind}`, testid: 'items-card', 'aria-label': NAMES[kind] ?? 'Answer' },
    kind === 'count' && answer && h('p', { class: 'answer', testid: 'answer-text' }, answer),
    hint && h('p', { class: 'hint', testid: 'hint' }, hint),
    h('div', { 'data-trail': trail }, ...shortened(meetings(items).map((group) => meeting(group, kind)))),
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

function meeting(group, kind) {
  const [{ meeting: name, day, citations }] = group;
  const same = group.length === 1 && oneLine(group[0].answer) === oneLine(name);
  return h('section', { class: 'of-meeting' },
    h('h3', {}, ...dotted([!same && titled(name), dateOf(day)])),
    h('ul', { class: kind === 'list' && citations.length ? 'listed-items' : null }, ...group.map(oneItem)));
}

function oneItem({ answer, label: of, known, citations }, i, group) {
  // Who says several things in a row is named once.
  const label = of !== group[i - 1]?.label && of;
  const [first] = citations;
  const words = first ? markedWords(first, oneLine) : [answer];
  const body = known ? [answer] : words;
  return h('li', {},
    first ? h('a', { href: passageHref(first), testid: 'item-link', dir: 'auto' }, ...body) : h('span', {}, ...body),
    (label || known) && h('span', { class: 'meta' }, [label, known && knownFrom(known)].filter(Boolean).join(' · ')));
}

/** The first of many, and the rest on demand. */
function shortened(groups) {
  const rest = groups.slice(SHOWN);
  if (!rest.length) return groups;
  rest.forEach((group) => { group.hidden = true; });
  const more = h('button', {
    class: 'button more', type: 'button', testid: 'more-items', onclick: () => show(rest, more),
  }, `Show ${rest.length} more`);
  return [...groups, more];
}

function show(rest, more) {
  rest.forEach((group) => { group.hidden = false; });
  more.remove();
  rest[0].querySelector('a')?.focus();
}
