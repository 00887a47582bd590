import { announce, h } from '../shared/dom.js';
import { counted } from '../shared/format.js';
import { everyMeeting } from '../shared/meeting.js';
import { t } from '../shared/strings.js';
import { meetingWords } from './meeting.js';
import { timeline } from './timeline.js';

/** The meetings of all reports by body and year, fetched when they are asked for first. */
export class Meetings {
  #all = null;
  #fetching = null;
  #chosen = { body: null, year: null };
  #matches = () => true;
  element = h('ul', { class: 'reports bodies', 'aria-label': t('Meetings by body'), hidden: true });

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
    this.told(t('Reading the meetings…'));
    this.#fetching ??= searched();
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
    const all = counted(this.#all.length, 'meeting', 'meetings');
    const listed = this.#chosen.body === null ? shown.length : this.element.querySelectorAll('.report').length;
    this.told(listed < this.#all.length ? t('{n} of {total}', { n: listed, total: all }) : all);
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
    announce(body === null ? t('All bodies.') : counted(element.querySelectorAll('.report').length, 'meeting', 'meetings'));
  }
}

async function searched() {
  return (await everyMeeting()).map((meeting) => ({ ...meeting, words: meetingWords(meeting) }));
}
