import { announce, dotted, h } from './dom.js';
import { counted } from './format.js';
import { dateOf } from './passage.js';
import { placeHref } from './route.js';

/**
 * The list of reports in the panel, latest first, with a box that filters it.
 * @param {import('./panel.js').Panel} panel
 * @param {object[]} reports
 * @param {HTMLElement|null} failure shown instead when the reports could not be had
 */
export function showReportList(panel, reports, failure) {
  panel.open('Reports');
  panel.tools.hidden = true;
  if (failure) panel.body.replaceChildren(failure);
  else fillList(panel, reports);
  panel.body.scrollTop = 0;
  panel.keepFocus();
}

function fillList(panel, reports) {
  const entries = latestFirst(reports).map((report) => ({ item: reportItem(report), words: searchable(report) }));
  const count = h('p', { class: 'meta' }, counted(reports.length, 'report'));
  panel.body.replaceChildren(
    filterBox((typed) => filterEntries(entries, typed, count)),
    count,
    h('ul', { class: 'reports' }, ...entries.map((entry) => entry.item)));
}

function latestFirst(reports) {
  return [...reports].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title));
}

function searchable({ title, date, event, place, source }) {
  return [title, date, event, place, source].filter(Boolean).join(' ').toLowerCase();
}

function reportItem(report) {
  return h('li', {},
    h('a', { href: placeHref(report.id), testid: 'report-item' },
      h('span', { class: 'from', dir: 'auto' }, report.title),
      h('span', { class: 'meta' }, ...dotted([dateOf(report.date), h('span', { class: 'path', dir: 'auto' }, report.source)]))));
}

function filterBox(filter) {
  const box = h('input', {
    class: 'filter', type: 'search', id: 'report-filter', dir: 'auto', autocomplete: 'off', testid: 'report-filter',
    placeholder: 'Title, event, place, date or file', oninput: () => filter(box.value),
  });
  return h('div', {}, h('label', { for: 'report-filter', class: 'field-label' }, 'Filter the reports'), box);
}

function filterEntries(entries, typed, count) {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  let left = 0;
  for (const { item, words } of entries) {
    item.hidden = !wanted.every((word) => words.includes(word));
    left += item.hidden ? 0 : 1;
  }
  count.textContent = wanted.length ? `${left} of ${counted(entries.length, 'report')}` : counted(entries.length, 'report');
  announce(count.textContent);
}
