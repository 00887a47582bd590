/*
 * The server counts Unicode code points (Python); JavaScript strings count UTF-16 units.
 * Characters outside the basic plane (emoji, some CJK) are one of the former and two of the latter.
 */

/** True where a surrogate pair, one code point in two units, begins. */
function pairAt(text, unit) {
  const high = text.charCodeAt(unit);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(unit + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

/**
 * UTF-16 positions of code point positions, all in one pass. Positions beyond the text give its length.
 * @param {number[]} points in any order
 * @returns {number[]} in the order of `points`
 */
export function toUtf16(text, points) {
  const order = points.map((_, i) => i).sort((a, b) => points[a] - points[b]);
  const units = new Array(points.length).fill(0);
  let unit = 0;
  let point = 0;
  for (const i of order) {
    while (point < points[i] && unit < text.length) {
      unit += pairAt(text, unit) ? 2 : 1;
      point += 1;
    }
    units[i] = unit;
  }
  return units;
}

/** Code point position of a UTF-16 position. */
export function toCodePoints(text, unit) {
  const end = Math.min(unit, text.length);
  let point = 0;
  for (let i = 0; i < end; point += 1) i += pairAt(text, i) ? 2 : 1;
  return point;
}

/** @returns {number} its length in code points */
export function codePointLength(text) {
  return toCodePoints(text, text.length);
}
