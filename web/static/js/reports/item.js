import { dotted, h } from '../shared/dom.js';
import { removeFile } from '../shared/api.js';
import { dateOf } from '../shared/passage.js';
import { placeHref } from '../shared/route.js';
import { t } from '../shared/strings.js';
import { titled } from '../shared/title.js';
import { removal } from './removing.js';

const STATES = { failed: t('Failed'), waiting: t('Waiting to be indexed') };

/**
 * @param {{id: string, title: string, date: string|null, source: string}} report
 * @param {((reply: object) => void)|null} removed null where it stays
 * @param {string} [warning] what was passed over when its file was read
 */
export function reportItem(report, removed, warning) {
  return h('li', { class: 'report', testid: 'report-entry' },
    h('a', { href: placeHref(report.id), testid: 'report-item' },
      titled(report.title, 'from'),
      h('span', { class: 'meta' }, ...dotted([dateOf(report.date), h('span', { class: 'path', dir: 'auto' }, report.source)])),
      warning && h('span', { class: 'meta warning', dir: 'auto', testid: 'report-warning' }, warning)),
    removed && removal(report, removed));
}

/**
 * A file that is not in the index, and why.
 * @param {{source: string, state: string, reason: string|null, report_id: string|null}} file
 * @param {{retry: () => void, removed: ((reply: object) => void)|null}} handlers
 */
export function fileItem({ source, state, reason, report_id: indexed }, { retry, removed }) {
  return h('li', { class: `file is-${state}`, testid: `file-${state}` },
    h('p', { class: 'from path', dir: 'auto' }, source),
    h('p', { class: 'meta', dir: 'auto' }, reason ? `${STATES[state]}: ${reason}` : STATES[state]),
    state === 'failed' && h('div', { class: 'of-file' },
      h('button', { class: 'quiet', type: 'button', testid: 'retry-file', 'aria-label': `${t('Try again')}: ${source}`, onclick: retry }, t('Try again')),
      removed && !indexed && removal({ title: source }, removed, () => removeFile(source))));
}

/** @returns {string} what the search box looks through */
export function searchable({ title, date, event, place, source }) {
  return [title, date, event, place, source].filter(Boolean).join(' ').toLowerCase();
}
