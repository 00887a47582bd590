import { h, icon } from '../shared/dom.js';
import { copyButton } from '../shared/copybutton.js';
import { quotation } from '../shared/format.js';
import { t } from '../shared/strings.js';

/**
 * The row under the panel's title: steps through the answer's citations, copies the quotation.
 * @param {{report: object, quote: string, stop: {trail: {href: string}[], index: number}|null, extra: HTMLElement[]}} at
 *   `extra` are those of the view
 */
export function fillTools(tools, { report, quote, stop, extra }) {
  const focused = tools.contains(document.activeElement) ? document.activeElement.dataset.tool : null;
  tools.replaceChildren(...(stop?.trail.length > 1 ? [stepper(stop)] : []), ...(quote ? [copyQuotation(quote, report)] : []), h('div', { class: 'ways' }, ...extra));
  tools.hidden = tools.childElementCount === 0;
  if (focused) tools.querySelector(`[data-tool="${focused}"]`)?.focus();
}

function stepper({ trail, index }) {
  const count = trail.length;
  return h('div', { class: 'stepper', role: 'group', 'aria-label': t('Citations of the answer') },
    stepButton('previous', trail[(index + count - 1) % count].href),
    h('span', {}, t('Citation {n} of {count}', { n: index + 1, count })),
    stepButton('next', trail[(index + 1) % count].href));
}

function stepButton(name, href) {
  return h('button', {
    class: 'round', type: 'button', 'data-tool': name, testid: `${name}-citation`,
    'aria-label': name === 'next' ? t('Next citation') : t('Previous citation'), onclick: () => { location.hash = href; },
  }, icon(name));
}

function copyQuotation(quote, report) {
  return copyButton(t('Copy quotation'), () => quotation(quote, report),
    { class: 'button', 'data-tool': 'copy', testid: 'copy-quotation' });
}
