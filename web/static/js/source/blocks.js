/**
 * @typedef {'heading'|'bullet'|'table'|'paragraph'|'gap'} Kind
 * @typedef {{kind: Kind, level: number, start: number, end: number, markup: number, wrapped: boolean}} Block
 *   positions are UTF-16 units; `markup` is the length of the "## " or "- " before the words
 */

const BULLET = /^\s*(?:[-*+•–·]|\d{1,3}[.)]|[a-z][.)])\s+(?=\S)/;
const CELLS = /\S \| \S/;
const HEADING = /^(#{1,6})[ \t]+(?=\S)/;
// Lines within these lengths were broken to fit a page; others were broken on purpose.
const WRAPPED_LEAST = 45;
const WRAPPED_MOST = 130;

/**
 * Cuts a report into blocks, line by line. The blocks hold every character: they join up to the text.
 * @param {Map<number, number>} [sections] heading level by the UTF-16 position where a section's heading begins
 * @returns {Block[]}
 */
export function splitBlocks(text, sections = new Map()) {
  const blocks = [];
  let open = null;
  for (let start = 0; start < text.length;) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end);
    const found = classify(line, sections.get(start));
    if (open && joins(open.kind, found.kind)) open.lines.push(line.trim().length);
    else blocks.push(open = { ...found, start, lines: [line.trim().length] });
    open.end = end;
    start = end;
  }
  return tables(blocks).map(({ lines, ...block }) => ({ ...block, wrapped: isWrapped(lines) }));
}

/** Rows with a blank line between them are one table; a row alone is none. */
function tables(blocks) {
  const made = [];
  for (const block of blocks) {
    const [before, gap] = made.slice(-2);
    if (block.kind === 'row' && gap?.kind === 'gap' && before.kind === 'row') {
      made.pop();
      before.lines.push(...block.lines);
      before.end = block.end;
    } else made.push(block);
  }
  return made.map((block) => (block.kind === 'row' ? { ...block, kind: block.lines.length > 1 ? 'table' : 'paragraph' } : block));
}

function lineEnd(text, start) {
  const at = text.indexOf('\n', start);
  return at < 0 ? text.length : at + 1;
}

function classify(line, sectionLevel) {
  if (!line.trim()) return { kind: 'gap', level: 0, markup: 0 };
  const hashes = HEADING.exec(line);
  if (hashes) return { kind: 'heading', level: hashes[1].length, markup: hashes[0].length };
  if (sectionLevel) return { kind: 'heading', level: sectionLevel, markup: 0 };
  const marker = BULLET.exec(line);
  if (marker) return { kind: 'bullet', level: indentLevel(line), markup: marker[0].length };
  const kind = /^\s*\|/.test(line) ? 'table' : CELLS.test(line) ? 'row' : 'paragraph';
  return { kind, level: 0, markup: 0 };
}

function indentLevel(line) {
  const spaces = /^\s*/.exec(line)[0].replace(/\t/g, '    ').length;
  return Math.min(3, 1 + Math.floor(spaces / 2));
}

function joins(open, next) {
  if (next === 'paragraph') return open === 'paragraph' || open === 'bullet';
  return open === next && next !== 'heading' && next !== 'bullet';
}

function isWrapped(lines) {
  const broken = lines.slice(0, -1);
  return broken.every((length) => length >= WRAPPED_LEAST && length <= WRAPPED_MOST);
}
