import { h, icon } from './dom.js';
import { reconnecting } from './reconnecting.js';
import { t } from './strings.js';

/**
 * What went wrong and what to do about it. While the server can't be reached, it is looked for again
 * and again, and `retry` is called once it is back.
 * @param {{code?: string, message: string, cure?: string}} error
 */
export function errorCard(error, retry, note = '') {
  const gone = error.code === 'unreachable';
  const card = h('div', { class: 'card error', testid: 'error-card' },
    icon('notice'),
    h('div', {},
      h('div', { role: 'alert' },
        h('h2', { dir: 'auto' }, error.message),
        h('p', { dir: 'auto' }, [error.cure, gone && t('This page tries again by itself.'), note].filter(Boolean).join(' '))),
      h('div', { class: 'error-foot' },
        h('button', { class: 'button strong', type: 'button', testid: 'retry-button', onclick: retry }, gone ? t('Try now') : t('Try again')))));
  if (gone) card.querySelector('.error-foot').append(reconnecting(card, retry));
  return card;
}
