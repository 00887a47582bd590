import { h } from '../shared/dom.js';
import { removeReport } from '../shared/api.js';
import { t } from '../shared/strings.js';

/**
 * Removes a report, after a question whether it should.
 * @param {{id?: string, title: string}} report
 * @param {(reply: object) => void} removed
 * @param {() => Promise<object>} [send]
 */
export function removal(report, removed, send = () => removeReport(report.id)) {
  const place = h('div', { class: 'removal' });
  const ask = h('button', {
    class: 'quiet', type: 'button', testid: 'remove', 'aria-label': `${t('Remove')}: ${report.title}`, onclick: question,
  }, t('Remove'));
  const status = h('p', { class: 'noted', role: 'status' });

  function question() {
    const keep = h('button', { class: 'button', type: 'button', testid: 'keep', onclick: back }, t('Keep it'));
    place.replaceChildren(h('div', { class: 'really', role: 'group', 'aria-label': `${t('Remove')}: ${report.title}` },
      h('p', {}, t('Remove it? The file isn’t deleted: it moves from the reports to the folder “removed” beside the index.')),
      h('div', {}, h('button', { class: 'button', type: 'button', testid: 'really-remove', onclick: remove }, t('Remove')), keep),
      status));
    keep.focus();
  }

  function back() {
    place.replaceChildren(ask);
    ask.focus();
  }

  async function remove() {
    status.textContent = t('Removing…');
    try {
      removed(await send());
    } catch (error) {
      status.textContent = [error.message, error.cure].filter(Boolean).join(' ');
    }
  }

  place.append(ask);
  return place;
}
