import { h } from './dom.js';

const loaded = new Map();

/**
 * Loads a style sheet of what few open.
 * @returns {Promise<void>} once it holds, or couldn't be had
 */
export function loadStyle(name) {
  if (!loaded.has(name)) {
    loaded.set(name, new Promise((resolve) => {
      document.head.append(h('link', { rel: 'stylesheet', href: `/static/css/${name}.css`, onload: () => resolve(), onerror: () => resolve() }));
    }));
  }
  return loaded.get(name);
}
