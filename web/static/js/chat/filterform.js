import { h } from '../shared/dom.js';
import { fetchMeetings, fetchPeople } from '../shared/api.js';
import { counted } from '../shared/format.js';
import { grouped } from '../shared/grouped.js';
import { everyMeeting } from '../shared/meeting.js';
import { t } from '../shared/strings.js';
import { KINDS, queryOf } from '../shared/where.js';

const OFFERED = 300;

/** Days, a body, a place and a person to ask of, offered from what the index has. */
export class FilterForm {
  #boxes = Object.fromEntries([...Object.keys(KINDS).map((name) => [name, box(name, 'text')]), ['from', box('from', 'date')], ['to', box('to', 'date')]]);
  #lists = Object.fromEntries(Object.keys(KINDS).map((name) => [name, h('datalist', { id: `${name}-offered` })]));
  #count = h('p', { class: 'meta', role: 'status', testid: 'filter-count' });
  #where = {};

  /** @param {(where: import('../shared/where.js').Where) => void} set */
  constructor(set, left) {
    const labels = { from: t('From'), to: t('To'), ...KINDS };
    const send = (event) => {
      event.preventDefault();
      set(this.#chosen);
    };
    this.element = h('form', { class: 'filter-form', id: 'filter-form', testid: 'filter-form', hidden: true, 'aria-label': t('Filters'), onsubmit: send, onkeydown: leave, onchange: () => this.#tell() },
      ...Object.entries(this.#boxes).map(([name, input]) => h('label', {}, h('span', { class: 'field-label' }, labels[name]), input)),
      ...Object.values(this.#lists),
      h('div', { class: 'filter-foot' }, h('button', { class: 'button strong', type: 'submit', testid: 'filter-set' }, t('Use')),
        h('button', { class: 'button', type: 'button', onclick: left }, t('Cancel')), this.#count));
    this.#boxes.person.addEventListener('input', () => this.#offerPeople());

    /** Escape leaves the form, not the panel. */
    function leave(event) {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      left();
    }
  }

  /** @param {import('../shared/where.js').Where} where what is chosen now */
  show(where) {
    this.#where = where;
    for (const [name, input] of Object.entries(this.#boxes)) input.value = where[name] ?? '';
    this.element.hidden = false;
    this.#boxes.body.focus();
    this.#tell();
    this.#offer();
  }

  get #chosen() {
    return { ...this.#where, ...Object.fromEntries(Object.entries(this.#boxes).map(([name, { value }]) => [name, value.trim() || undefined])) };
  }

  /** What the index has, those of most meetings first. */
  async #offer() {
    const meetings = await everyMeeting().catch(() => []);
    fill(this.#lists.body, meetings.flatMap(({ body, session }) => [body, session]));
    fill(this.#lists.place, meetings.map(({ place }) => place));
    this.#offerPeople();
  }

  async #offerPeople() {
    const typed = this.#boxes.person.value;
    const { people } = await fetchPeople(typed).catch(() => ({ people: [] }));
    if (typed === this.#boxes.person.value) fill(this.#lists.person, people.map(({ name }) => name));
  }

  async #tell() {
    const where = this.#chosen;
    const { total } = await fetchMeetings({ ...queryOf(where), limit: 1 }).catch(() => ({}));
    if (JSON.stringify(where) !== JSON.stringify(this.#chosen)) return;
    if (total === undefined) this.#count.textContent = '';
    else this.#count.textContent = total ? counted(total, 'meeting', 'meetings') : t('No meeting');
  }
}

function box(name, type) {
  return h('input', {
    class: 'filter', type, name, maxlength: type === 'text' && 300, dir: 'auto', autocomplete: 'off', testid: `filter-${name}`, list: type === 'text' && `${name}-offered`,
  });
}

function fill(list, values) {
  const most = [...grouped(values.filter(Boolean), (value) => value)].sort(([, a], [, b]) => b.length - a.length);
  list.replaceChildren(...most.slice(0, OFFERED).map(([value]) => h('option', { value })));
}
