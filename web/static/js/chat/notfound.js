import { h, icon } from '../shared/dom.js';
import { counted } from '../shared/format.js';
import { whereabouts } from '../shared/passage.js';
import { oneLine } from '../shared/quote.js';
import { passageHref } from '../shared/route.js';
import { titled } from '../shared/title.js';
import { evidenceDetails } from './evidence.js';

const SHOWN = 1;

/**
 * The way on first, then the passage that came nearest.
 * @param {object} reply an answer that the reports don't give
 * @param {number|null} reports how many were searched
 * @returns {HTMLElement}
 */
export function notFoundCard(reply, reports) {
  const { evidence } = reply;
  return h('article', { class: 'card not-found', testid: 'not-found', 'aria-label': 'Not in the reports' },
    h('h2', {}, 'Not in the reports'),
    h('p', { class: 'lead' }, searchedSentence(reports),
      ' Other words may find it, or the name, the place or the year of the meeting.'),
    h('div', { class: 'offer' }),
    h('p', { class: 'way-on' }, h('a', { class: 'button', href: '#/reports', testid: 'all-reports' }, 'See all reports', icon('next'))),
    ...(evidence.length ? nearest(evidence) : []),
    evidenceDetails(reply));
}

function searchedSentence(reports) {
  if (reports === 1) return 'The one report was searched, and doesn’t say.';
  return reports ? `${counted(reports, 'report was', 'reports were')} searched, and none of them says.`
    : 'The reports were searched, and none of them says.';
}

/** The nearest passage; the rest on demand. */
function nearest(evidence) {
  const list = h('ol', { class: 'nearest' }, ...evidence.map(nearestItem));
  const rest = [...list.children].slice(SHOWN);
  rest.forEach((item) => { item.hidden = true; });
  const more = rest.length > 0 && h('button', {
    class: 'button more', type: 'button', testid: 'more-passages', onclick: () => showRest(rest, more),
  }, `Show ${counted(rest.length, 'more passage')}`);
  return [h('h3', {}, 'What comes nearest'), list, more];
}

function showRest(rest, more) {
  rest.forEach((item) => { item.hidden = false; });
  more.remove();
  rest[0].querySelector('a').focus();
}

function nearestItem(passage) {
  return h('li', {},
    h('a', { href: passageHref(passage) },
      h('span', { class: 'passage', dir: 'auto' }, oneLine(passage.text)), ' ',
      titled(passage.title, 'from')),
    whereabouts(passage));
}
