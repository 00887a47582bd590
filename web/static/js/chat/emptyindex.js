import { h } from '../shared/dom.js';
import { fetchFiles } from '../shared/api.js';
import { filesButton } from '../shared/choosing.js';

const DEMO = 'The demo is here: ask it anything.';

/**
 * What to do where nothing is indexed yet.
 * @param {{add: (files: File[]) => void, rebuild: (wish?: object) => void}} handlers
 * @returns {HTMLElement}
 */
export function emptyIndex({ add, rebuild }) {
  const folder = h('code', { class: 'path', testid: 'folder' });
  const where = h('p', { class: 'meta', hidden: true }, 'They are kept in ', folder,
    '. If you put some there yourself, ',
    h('button', { class: 'link', type: 'button', testid: 'empty-rebuild', onclick: () => rebuild() }, 'rebuild the index'), '.');
  fetchFiles().then((found) => {
    folder.textContent = found.folder;
    where.hidden = false;
  }).catch(() => {});
  return h('div', { class: 'state', testid: 'empty-index' },
    h('h2', {}, 'No reports yet'),
    h('div', { class: 'drop-here' },
      h('p', { class: 'lead' }, 'Drop reports anywhere on this page, or choose them.'),
      filesButton('Choose files', add, 'button strong')),
    h('p', { class: 'meta' }, 'Or ', h('button', { class: 'link', type: 'button', testid: 'try-demo', onclick: () => rebuild({ demo: true, said: DEMO }) },
      'try it with invented reports'), ', which leave as soon as you add one of your own.'),
    where,
    h('p', { class: 'meta' }, 'For another folder, run ', h('code', {}, 'qa index FOLDER'), '; this page notices.'));
}
