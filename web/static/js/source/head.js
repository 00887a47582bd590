import { h } from '../shared/dom.js';
import { originalAddress } from '../shared/api.js';
import { placeHref } from '../shared/route.js';
import { codePointLength } from '../shared/offsets.js';
import { counted } from '../shared/format.js';
import { t } from '../shared/strings.js';
import { titled } from '../shared/title.js';

/** @param {{source: string, pages: number[]}} report @returns {boolean} whether its pages can be shown: a PDF, which no mail brought */
export const hasPages = ({ source, pages = [] }) => pages.length > 0 && /^(?!.*\.eml\/).*\.pdf$/i.test(source);

const CONTENTS_LEAST = 3;
const LONGEST_HEADING = 300;

/**
 * Where a report comes from: its file and its address, and its meeting where no record tells of one.
 * @returns {HTMLElement|string}
 */
export function facts(report) {
  const told = !report.meetings?.length;
  const rows = [
    [t('Event'), told && report.event],
    [t('Place'), told && report.place],
    [t('File'), fileLink(report)],
    [t('Address'), webLink(report.url)],
  ].filter(([, value]) => value);
  if (!rows.length) return '';
  return h('dl', { class: 'facts' },
    ...rows.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', { dir: 'auto' }, value))));
}

/** The file as it was added; this page shows its text alone. */
function fileLink({ id, source }) {
  return h('a', { class: 'path', href: originalAddress(id), download: true, testid: 'original' }, source);
}

function webLink(url) {
  if (!isWebAddress(url)) return null;
  return h('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, url);
}

/** True for http and https only: a report must not bring a javascript: address. */
export function isWebAddress(url) {
  return Boolean(url) && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/**
 * The report's sections as a tree of links to their headings, folded.
 * @param {{id: string, text: string}} report
 * @param {{start: number, unit: number, title: string, level: number}[]} sections `unit` is `start` in UTF-16 units
 * @returns {HTMLElement|string}
 */
export function contents({ id, text }, sections) {
  if (sections.length < CONTENTS_LEAST) return '';
  const root = { level: 0, list: h('ol', {}) };
  const open = [root];
  for (const section of sections) {
    while (open.at(-1).level >= section.level) open.pop();
    const above = open.at(-1) ?? root;
    const item = h('li', {}, contentsLink(id, text, section));
    if (!above.list) above.item.append(above.list = h('ol', {}));
    above.list.append(item);
    open.push({ level: section.level, item, list: null });
  }
  return h('details', { class: 'contents' }, h('summary', {}, counted(sections.length, 'section', 'sections')), root.list);
}

/** Of the path of headings, the last part: the others are above it in the tree. */
function contentsLink(id, text, { start, unit, title }) {
  const [heading] = /.*/.exec(text.slice(unit, unit + LONGEST_HEADING));
  const href = placeHref(id, start, start + Math.max(1, codePointLength(heading.trimEnd())));
  return h('a', { href }, titled(title.split(' › ').at(-1) || heading.replace(/^#+\s+/, '')));
}
