import { h } from '../shared/dom.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 600;
const HEIGHT = 160;

/**
 * A small plot, a value a day, with the largest value at its side and the days below.
 * @param {{name: string, values: number[], bars?: boolean}[]} series the later ones in front; of bars and lines
 */
export function chart(title, unit, days, series) {
  const most = Math.max(1, ...series.flatMap(({ values }) => values));
  const rounded = (value) => Math.round(value) + unit;
  const svg = drawn('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': `${title}: ${series.map(({ name, values }) => `${name} ${rounded(values.at(-1))}`).join(', ')}` });
  svg.append(drawn('path', { class: 'axis', d: `M0 ${HEIGHT}H${WIDTH}M0 0H${WIDTH}` }));
  series.forEach(({ values, bars }, i) => svg.append(bars ? barsOf(values, most, i) : lineOf(values, most, i)));
  const ends = (...words) => h('div', { class: 'ends', 'aria-hidden': 'true' }, ...words.map((word) => h('span', {}, word)));
  return h('figure', { class: 'plot' },
    h('figcaption', {}, title, ...series.map(({ name }, i) => h('span', { class: `key key-${i}` }, name))),
    ends(rounded(most)), svg, ends(...new Set([days[0], days.at(-1)])));
}

const y = (value, most) => HEIGHT - HEIGHT * value / most;

function barsOf(values, most, i) {
  const step = WIDTH / Math.max(values.length, 12);
  const bars = values.map((value, at) => `M${(at * step + 1).toFixed(1)} ${HEIGHT}v${(y(value, most) - HEIGHT).toFixed(1)}h${(step - 2).toFixed(1)}V${HEIGHT}z`);
  return drawn('path', { class: `bars key-${i}`, d: bars.join('') });
}

/** A single day is a stroke over the whole width. */
function lineOf(values, most, i) {
  const step = WIDTH / Math.max(1, values.length - 1);
  const points = (values.length === 1 ? [values[0], values[0]] : values).map((value, at) => `${(at * step).toFixed(1)} ${y(value, most).toFixed(1)}`);
  return drawn('path', { class: `line-of key-${i}`, d: `M${points.join('L')}` });
}

function drawn(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}
