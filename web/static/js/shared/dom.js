const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element with its attributes and children. Strings become text nodes, never markup.
 * @param {Object<string, any>} [props] attributes; `testid` and `onclick`-like handlers are understood
 * @param {...(Node|string|null|false|undefined)} children
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(element, name, value);
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
}

function setProp(element, name, value) {
  if (value == null || value === false) return;
  if (typeof value === 'function') element.addEventListener(name.slice(2), value);
  else if (name === 'testid') element.dataset.testid = value;
  else element.setAttribute(name, value === true ? '' : String(value));
}

/**
 * One of the symbols drawn in index.html.
 * @param {string} [extra] further class names
 */
export function icon(name, extra = '') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', `icon ${extra}`.trim());
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

/**
 * The parts with a middle dot between them; parts that are missing leave no dot behind.
 * @param {(Node|string|null|false|undefined)[]} parts
 */
export function dotted(parts) {
  return parts.filter(Boolean).flatMap((part, i) => (i ? [' · ', part] : [part]));
}

export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** Says a text through the page's polite live region. */
export function announce(text) {
  const region = byId('announcer');
  region.textContent = '';
  // A screen reader is silent when the same text is set twice in one task.
  setTimeout(() => { region.textContent = text; }, 60);
}
