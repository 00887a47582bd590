import { h } from '../shared/dom.js';
import { oneLine } from '../shared/quote.js';
import { t } from '../shared/strings.js';
import { isShouted } from '../shared/title.js';
import { splitBlocks } from './blocks.js';
import { cellsOf, isRule } from './table.js';

// The browser skips the layout of chunks out of sight; of like length, they are of like height.
const CHUNK = 4000;

/**
 * A report's text as elements, the marked range in <mark>; its textContent is the text itself.
 * @typedef {{start: number, end: number, words: {start: number, end: number}|null}} Marked
 *   `words` are those in the range that answer
 * @param {Marked|null} marked UTF-16 positions
 * @param {Map<number, number>} sections heading level by UTF-16 position
 */
export function renderText(text, marked, sections) {
  const fragment = document.createDocumentFragment();
  let chunk = null;
  let chunkStart = 0;
  for (const block of splitBlocks(text, sections)) {
    if (!chunk || block.start - chunkStart >= CHUNK) {
      fragment.append(chunk = h('div', { class: 'chunk' }));
      chunkStart = block.start;
    }
    chunk.append(...renderBlock(text, block, marked));
  }
  return fragment;
}

function renderBlock(text, block, marked) {
  const { kind, start, end, markup } = block;
  if (kind === 'gap') return pieces(text, start, end, marked);
  if (kind === 'table') return [renderTable(text, block, marked)];
  const element = h(tagOf(block), { class: classOf(block, text), dir: 'auto' });
  if (markup) {
    // The signs before a heading are there for whoever copies the text; who reads it sees a heading.
    const unread = kind === 'heading' ? { class: 'markup unseen', 'aria-hidden': 'true' } : { class: 'markup' };
    element.append(h('span', unread, ...pieces(text, start, start + markup, marked)));
  }
  element.append(...pieces(text, start + markup, end, marked));
  return [element];
}

/** What parts the cells is there for whoever copies the text; who reads it sees a table. */
function renderTable(text, { start, end }, marked) {
  const unread = (from, to) => from < to && h('span', { class: 'unseen', 'aria-hidden': 'true' }, ...pieces(text, from, to, marked));
  const rows = [];
  for (const [from, to] of linesOf(text, start, end)) {
    const line = text.slice(from, to);
    const last = rows.at(-1);
    if (last && (isRule(line) || !line.trim())) {
      if (isRule(line)) last.header = rows.length === 1;
      last.after = to;
    } else rows.push({ from, line, after: to, header: false });
  }
  const cell = ({ from, after, header, line }) => cellsOf(line).map(({ start: first, end: past }, i, all) => h(header ? 'th' : 'td', { dir: 'auto', scope: header && 'col' },
    i === 0 && unread(from, from + first),
    ...pieces(text, from + first, from + past, marked),
    unread(from + past, i < all.length - 1 ? from + all[i + 1].start : after)));
  return h('div', { class: 'table', tabindex: 0, role: 'group', 'aria-label': t('Table') },
    h('table', {}, ...rows.map((row) => h('tr', {}, ...cell(row)))));
}

function linesOf(text, start, end) {
  const lines = [];
  for (let from = start; from < end;) {
    const at = text.indexOf('\n', from);
    const to = at < 0 ? end : Math.min(end, at + 1);
    lines.push([from, to]);
    from = to;
  }
  return lines;
}

function tagOf({ kind, level }) {
  // The panel's title is the h2 above them.
  if (kind === 'heading') return `h${Math.min(6, level + 2)}`;
  return 'p';
}

function classOf({ kind, level, wrapped, start, end }, text) {
  const names = [kind];
  if (kind === 'heading' && isShouted(text.slice(start, end))) names.push('calm');
  if (kind === 'bullet') names.push(`level-${level}`);
  if (!wrapped) names.push('as-broken');
  return names.join(' ');
}

/** The characters from start to end, those in the marked range inside a mark, and in it the words that answer. */
function pieces(text, start, end, marked) {
  return cut(text, start, end, marked, (from, to) => h('mark', { role: 'note', 'aria-label': t('Quoted: {words}', { words: oneLine(text.slice(from, to)) }) }, ...cut(text, from, to, marked.words,
    (first, last) => h('b', { class: 'words' }, text.slice(first, last)))));
}

/** The characters from start to end, those in the range wrapped. */
function cut(text, start, end, range, wrap) {
  const from = clamp(range?.start ?? end, start, end);
  const to = clamp(range?.end ?? end, from, end);
  const parts = [text.slice(start, from)];
  if (from < to) parts.push(wrap(from, to));
  parts.push(text.slice(to, end));
  return parts.filter((part) => part !== '');
}

function clamp(value, least, most) {
  return Math.max(least, Math.min(most, value));
}
