import { h } from '../shared/dom.js';
import { grouped } from '../shared/grouped.js';
import { personHref, placeHref } from '../shared/route.js';
import { t } from '../shared/strings.js';
import { titled } from '../shared/title.js';

/**
 * Who is named more than once, with an office each time, is one.
 * @template {{name: string}} P
 * @param {P[]} people
 * @returns {P[][]} in the order of the first of each
 */
export function byName(people) {
  return [...grouped(people, ({ name }) => name).values()];
}

/**
 * The name, which opens the person's page, and what is told, which leads to its words.
 * @param {{name: string, role: string, organisation: string|null, said: [number, number]}[]} roles of one person
 */
export function personWords(reportId, roles) {
  const [{ name }] = roles;
  return [
    h('a', { href: personHref(name), testid: 'person-link' }, titled(name)),
    ...roles.flatMap(({ role, organisation, said }) => [' ', h('a', {
      class: 'how', href: placeHref(reportId, ...said), testid: 'record-words', dir: 'auto', 'aria-label': labelled(name, role, organisation),
    }, told(role, organisation))]),
  ];
}

const told = (role, organisation) => [role, organisation].filter(Boolean).join(', ') || t('in the text');

/** Of many links that read alike, each says whose it is. */
const labelled = (name, role, organisation) => (role || organisation ? null : `${t('in the text')}: ${name}`);
