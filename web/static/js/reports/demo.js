import { h } from '../shared/dom.js';
import { counted } from '../shared/format.js';
import { t } from '../shared/strings.js';

const BACK = t('Your own reports are back, and the demo is put away.');
const SHOWN = t('The demo is back. Your own reports stay in their folder.');

/**
 * Under the list: what the invented reports are for, and the way between them and one's own.
 * @param {{demo?: boolean, own?: number}} folder `own` counts the files of the person's own folder
 * @param {(wish: {demo?: boolean, said: string}) => void} rebuild
 * @returns {Node[]}
 */
export function demoNote({ demo, own }, rebuild) {
  if (demo && own) {
    return [h('p', { class: 'meta' }, `${t('These reports are invented.')} ${counted(own, 'file of yours waits meanwhile', 'files of yours wait meanwhile')}. `,
      way(t('Back to my own reports'), 'own-back', () => rebuild({ said: BACK })))];
  }
  if (demo) return [h('p', { class: 'meta' }, t('These reports are invented, to try it. The first file that you add puts them away.'))];
  if (own) return [h('p', { class: 'meta' }, way(t('Bring the demo back'), 'demo-back', () => rebuild({ demo: true, said: SHOWN })))];
  return [];
}

function way(words, testid, go) {
  return h('button', { class: 'link', type: 'button', testid, onclick: go }, words);
}
