import { h } from '../shared/dom.js';
import { fetchFiles } from '../shared/api.js';
import { filesButton } from '../shared/choosing.js';
import { filled, t } from '../shared/strings.js';

const DEMO = t('The demo is here: ask it anything.');

/**
 * What to do where nothing is indexed yet.
 * @param {{add: (files: File[]) => void, rebuild: (wish?: object) => void}} handlers
 */
export function emptyIndex({ add, rebuild }) {
  const folder = h('code', { class: 'path', testid: 'folder' });
  const where = h('p', { class: 'meta', hidden: true }, ...filled('They are kept in {folder}. If you put some there yourself, {rebuild}.', {
    folder, rebuild: h('button', { class: 'link', type: 'button', testid: 'empty-rebuild', onclick: () => rebuild() }, t('rebuild the index')),
  }));
  fetchFiles().then((found) => {
    folder.textContent = found.folder;
    where.hidden = false;
  }).catch(() => {});
  return h('div', { class: 'state', testid: 'empty-index' },
    h('h2', {}, t('No reports yet')),
    h('div', { class: 'drop-here' },
      h('p', { class: 'lead' }, t('Drop reports anywhere on this page, or choose them.')),
      filesButton(t('Choose files'), add, 'button strong')),
    h('p', { class: 'meta' }, ...filled('Or {try}, which leave as soon as you add one of your own.', {
      try: h('button', { class: 'link', type: 'button', testid: 'try-demo', onclick: () => rebuild({ demo: true, said: DEMO }) }, t('try it with invented reports')),
    })),
    where,
    h('p', { class: 'meta' }, ...filled('For another folder, run {command}; this page notices.', { command: h('code', {}, 'qa index FOLDER') })));
}
