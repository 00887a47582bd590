import { byId, h } from './dom.js';
import { t } from './strings.js';

const KEYS = [
  ['/', t('To the question box')], ['Enter', t('Ask')], ['Shift + Enter', t('A new line')],
  ['↑', t('In the empty box: edit the last question')], ['Esc', t('Close the panel')], ['?', t('These shortcuts')],
];

/** Single keys, where nothing is being typed. */
export function takeShortcuts() {
  const dialog = h('dialog', { class: 'shortcuts', 'aria-labelledby': 'shortcuts-title', testid: 'shortcuts' },
    h('h2', { id: 'shortcuts-title' }, t('Shortcuts')),
    h('dl', {}, ...KEYS.map(([key, does]) => h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, does)))),
    h('button', { class: 'button strong', type: 'button', onclick: () => dialog.close() }, t('Close')));
  document.body.append(dialog);
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || target.closest('input, textarea, select')) return;
    if (key === '?') dialog.showModal();
    else if (key === '/' && !byId('page').inert) byId('question').focus();
    else return;
    event.preventDefault();
  });
}
