import { announce, h } from '../shared/dom.js';
import { fetchMeetings } from '../shared/api.js';
import { counted } from '../shared/format.js';
import { meetingWords } from './meeting.js';
import { timeline } from './timeline.js';

const PAGE = 1000;

/** The meetings of all reports by body and year, fetched when they are asked for first. */
export class Meetings {
  #all = null;
  #fetching = null;
  #chosen = { body: null, year: null };
  #matches = () => true;
  element = h('ul', { class: 'reports bodies', 'aria-label': 'Meetings by body', hidden: true });

  /** @param {(words: string) => void} told how many are shown */
  constructor(told) {
    this.told = told;
  }

  /** The index has changed: the meetings at hand may be old. */
  forget() {
    this.#all = null;
    this.#fetching = null;
  }

  /** @param {(words: string) => boolean} matches what was typed */
  async show(matches) {
    this.#matches = matches;
    if (!this.#all) await this.#fetch();
    this.#draw();
  }

  async #fetch() {
    this.told('Reading the meetings…');
    this.#fetching ??= everyMeeting();
    const fetching = this.#fetching;
    try {
      const all = await fetching;
      if (fetching === this.#fetching) this.#all = all;
    } catch ({ message }) {
      if (fetching !== this.#fetching) return;
      this.#fetching = null;
      if (!this.element.hidden) this.told(message);
    }
  }

  #draw() {
    // Whoever waited for them may see the reports again.
    if (!this.#all || this.element.hidden) return;
    const shown = this.#all.filter((meeting) => this.#matches(meeting.words));
    this.element.replaceChildren(...timeline(shown, this.#chosen, (body, year) => this.#choose(body, year)));
    const all = counted(this.#all.length, 'meeting');
    const listed = this.#chosen.body === null ? shown.length : this.element.querySelectorAll('.report').length;
    this.told(listed < this.#all.length ? `${listed} of ${all}` : all);
  }

  /** The focus goes on to what takes the place of the button that was pressed. */
  #choose(body, year) {
    const before = this.#chosen;
    this.#chosen = { body, year };
    this.#draw();
    const { element } = this;
    const target = body === null ? element.querySelector(`[data-body="${CSS.escape(before.body ?? '')}"]`)
      : element.querySelector('[aria-pressed="true"]') ?? element.querySelector('[data-testid="all-bodies"]');
    (target ?? element.querySelector('button'))?.focus();
    announce(body === null ? 'All bodies.' : counted(element.querySelectorAll('.report').length, 'meeting'));
  }
}

async function everyMeeting() {
  const found = [];
  for (let total = 1; found.length < total;) {
    const page = await fetchMeetings({ limit: PAGE, offset: found.length });
    found.push(...page.meetings);
    total = page.meetings.length ? page.total : 0;
  }
  return found.map((meeting) => ({ ...meeting, words: meetingWords(meeting) }));
}
