import { h } from '../shared/dom.js';
import { longDate } from '../shared/format.js';
import { isOfItems } from '../shared/kinds.js';
import { oneLine } from '../shared/quote.js';
import { addressOf } from '../shared/route.js';
import { t } from '../shared/strings.js';

/** @returns {object[]} the places that it rests on, in its order */
export function placesOf(reply) {
  const cited = isOfItems(reply) ? reply.items.map((item) => item.citations[0]).filter(Boolean) : reply.citations;
  return cited.filter(({ quote }, i) => quote !== cited[i - 1]?.quote);
}

/**
 * Each quotation with its title, day, page and address.
 * @returns {{text: string, html: string}}
 */
export function quotations(places) {
  const whole = h('div', {});
  const lines = places.map((place) => {
    const quote = oneLine(place.quote);
    const title = oneLine(place.title);
    const more = [longDate(place.date), place.page != null && t('page {page}', place)].filter(Boolean);
    const address = addressOf(place);
    whole.append(h('blockquote', {}, quote), h('p', {}, h('a', { href: address }, title), more.map((part) => `, ${part}`).join('')));
    return `“${quote}” — ${[title, ...more].join(', ')}\n${address}`;
  });
  return { text: lines.join('\n\n'), html: whole.innerHTML };
}
