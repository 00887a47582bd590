import { dotted, h } from '../shared/dom.js';
import { grouped } from '../shared/grouped.js';
import { dateOf } from '../shared/passage.js';
import { oneLine } from '../shared/quote.js';
import { titled } from '../shared/title.js';
import { reference } from './citations.js';

/**
 * Answers that are not the same, each with the reports that give it and their dates.
 * @param {{citations: object[]}} reply
 */
export function differing({ citations }) {
  const groups = grouped(citations.map((citation, i) => ({ citation, i })), ({ citation }) => oneLine(citation.answer).toLowerCase());
  return [h('ul', { class: 'differing', testid: 'answer-text' }, ...[...groups.values()].map(oneOfThem))];
}

function oneOfThem(group) {
  const reports = new Map(group.map(({ citation }) => [citation.report_id, citation]));
  return h('li', {},
    h('p', { class: 'answer', dir: 'auto' }, group[0].citation.answer, ...group.map(({ citation, i }) => reference(citation, i))),
    h('p', { class: 'meta' }, ...dotted([...reports.values()].map(({ date, title }) => dateOf(date) ?? titled(title)))));
}

/**
 * Several answers that belong together, each with its citation.
 * @param {{citations: object[]}} reply
 */
export function listed({ citations }) {
  return [h('ul', { class: 'listed', testid: 'answer-text' },
    ...citations.map((citation, i) => h('li', { dir: 'auto' }, citation.answer, reference(citation, i))))];
}
