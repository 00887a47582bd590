/** @returns {boolean} whether it only parts a table's head from its body */
export const isRule = (line) => /^[\s|:-]*-[\s|:-]*$/.test(line);

/**
 * The cells of a row: "| a | b |" or "a | b". A pipe that is escaped is a letter.
 * @returns {{start: number, end: number}[]} without the spaces around each; at least one
 */
export function cellsOf(line) {
  const bars = [...line.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  const edges = [-1, ...bars, line.length];
  const cells = edges.slice(1).map((end, i) => trimmed(line, edges[i] + 1, end));
  if (/^\s*\|/.test(line)) cells.shift();
  if (cells.length > 1 && /\|\s*$/.test(line)) cells.pop();
  return cells;
}

function trimmed(line, from, to) {
  const cell = line.slice(from, to);
  const start = from + (cell.length - cell.trimStart().length);
  return { start: Math.min(start, to), end: Math.max(Math.min(start, to), from + cell.trimEnd().length) };
}
