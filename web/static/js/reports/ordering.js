import { h } from '../shared/dom.js';
import { t } from '../shared/strings.js';

const byTitle = (a, b) => a.title.localeCompare(b.title);
const dated = ({ date }, missing) => date ?? missing;

/** How reports can be sorted; those without a date come last. */
export const ORDERS = {
  latest: (a, b) => dated(b, '').localeCompare(dated(a, '')) || byTitle(a, b),
  oldest: (a, b) => dated(a, '9999').localeCompare(dated(b, '9999')) || byTitle(a, b),
  title: byTitle,
};
const LABELS = { latest: t('Latest first'), oldest: t('Oldest first'), title: t('By title') };
/** Not an order of reports, but their meetings by body and year. */
export const BY_BODY = 'body';

export function orderBox(change) {
  return h('label', { class: 'order' }, h('span', { class: 'unseen' }, t('Sort')),
    h('select', { testid: 'report-order', onchange: change },
      ...Object.entries({ ...LABELS, [BY_BODY]: t('By body and year') }).map(([value, label]) => h('option', { value }, label))));
}
