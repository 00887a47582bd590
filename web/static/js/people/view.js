import { announce, h } from '../shared/dom.js';
import { fetchPerson } from '../shared/api.js';
import { errorCard } from '../shared/errorcard.js';
import { counted } from '../shared/format.js';
import { t } from '../shared/strings.js';
import { titled } from '../shared/title.js';
import { byMeeting } from './deeds.js';

const TIMES = { led: t('led'), said: t('spoke'), moved: t('moved'), seconded: t('seconded'), voted: t('voted'), owns: t('has something to do') };

/** What the reports tell of somebody, in the panel: led, came, said, voted, the newest meeting first. */
export class PersonView {
  #shown = 0;

  constructor(panel) {
    this.panel = panel;
  }

  /** What is shown later cancels a page that is still on its way. */
  leave() {
    this.#shown += 1;
  }

  /** @param {string} id the name does as well */
  async show(id) {
    const turn = this.#shown;
    this.panel.open(titled(id.replaceAll('-', ' ')));
    this.panel.tools.hidden = true;
    this.#put(h('p', { class: 'waiting' }, t('Looking through the records')));
    try {
      const found = await fetchPerson(id);
      if (turn === this.#shown) this.#render(found);
    } catch (error) {
      if (turn === this.#shown) this.#put(error.code === 'not_found' ? nobody(error) : errorCard(error, () => this.show(id)));
    }
  }

  #render({ person, counts, total, deeds }) {
    this.panel.open(titled(person.name), summary(person, counts));
    const list = h('div', { class: 'deeds', testid: 'deeds' }, ...byMeeting(deeds));
    this.#put(spellings(person), list, deeds.length < total && this.#more(person, list, deeds, total));
    announce(`${person.name}: ${summary(person, counts)}`);
  }

  /** The next ones join their meeting, which may have begun above. */
  #more(person, list, deeds, total) {
    const button = h('button', { class: 'button', type: 'button', testid: 'more-deeds', onclick: async () => {
      const next = await fetchPerson(person.id, deeds.length).catch(({ message }) => announce(message));
      if (!next || !button.isConnected) return;
      const before = list.querySelectorAll('li').length;
      deeds.push(...next.deeds);
      list.replaceChildren(...byMeeting(deeds));
      if (deeds.length < total) button.textContent = label();
      else button.remove();
      list.querySelectorAll('li a')[before]?.focus();
    } }, '');
    const label = () => t('Show more ({n} of {total})', { n: deeds.length, total });
    button.textContent = label();
    return button;
  }

  #put(...content) {
    this.panel.body.replaceChildren(...content.filter(Boolean));
    this.panel.body.scrollTop = 0;
    this.panel.keepFocus();
  }
}

/** The server's cure is for programs. */
const nobody = ({ message }) => h('p', { class: 'lead', testid: 'nobody' }, message);

function summary({ meetings }, counts) {
  const times = Object.keys(TIMES).filter((did) => counts[did]).map((did) => `${TIMES[did]} ${counted(counts[did], 'time', 'times')}`);
  return [counted(meetings, 'meeting', 'meetings'), ...times].join(' · ');
}

/** The names that are taken for one person's: who reads on can see whether they are. */
function spellings({ name, names }) {
  const others = names.filter((one) => one !== name);
  return others.length > 0 && h('p', { class: 'meta spellings', dir: 'auto', testid: 'spellings' }, t('Also written {names}', { names: others.join(', ') }));
}
