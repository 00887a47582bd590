import { h } from '../shared/dom.js';
import { fetchInsight } from '../shared/api.js';
import { errorCard } from '../shared/errorcard.js';
import { counted, longDate } from '../shared/format.js';
import { t } from '../shared/strings.js';
import { chart } from './chart.js';

const WORDS = {
  title: t('How it is used'), off: t('Nothing is kept: the setting insight is off. Set insight = true in settings.toml and start the server again.'),
  noWords: t('The words of questions are not kept (setting insight_questions).'), none: t('Nothing was asked yet.'), key: t('A key of the scope admin'), open: t('Open'),
  asked: t('Questions a day'), all: t('asked'), unanswered: t('without an answer'), unsure: t('unsure'), time: t('Time to an answer'), half: t('half within'), most: t('95 of 100 within'),
  growth: t('Reports in the index'), reports: t('reports'), table: t('As a table'), day: t('Day'), without: t('Without an answer'), wrong: t('Called wrong by users'), nothing: t('None.'),
};
const KINDS = { right: t('right'), wrong_answer: t('wrong answer'), wrong_evidence: t('wrong passage'), not_in_reports: t('not in the reports'), in_reports: t('is in the reports') };

/** For who runs the server: questions without an answer, called wrong, latency, growth. */
export class InsightView {
  #key = '';
  #shown = 0;

  constructor(panel) {
    this.panel = panel;
  }

  /** What is shown later cancels what is still on its way. */
  leave() {
    this.#shown += 1;
  }

  async show() {
    const turn = this.#shown;
    const current = () => turn === this.#shown;
    this.panel.open(WORDS.title);
    this.panel.tools.hidden = true;
    this.panel.body.replaceChildren();
    try {
      const found = await fetchInsight(this.#key);
      if (current()) this.panel.body.replaceChildren(...parts(found));
    } catch (error) {
      if (current()) this.panel.body.replaceChildren(...(/^(unauthorized|forbidden)$/.test(error.code) ? this.#ask(error) : [errorCard(error, () => this.show())]));
    }
    this.panel.body.scrollTop = 0;
    this.panel.keepFocus();
  }

  /** The key stays in this page's memory. */
  #ask({ message }) {
    const box = h('input', { class: 'filter', type: 'password', id: 'insight-key', autocomplete: 'off', testid: 'insight-key' });
    const send = (event) => {
      event.preventDefault();
      this.#key = box.value.trim();
      this.show();
    };
    return [h('form', { class: 'correction', onsubmit: send },
      h('p', { class: 'meta' }, message), h('label', { for: 'insight-key', class: 'field-label' }, WORDS.key), box,
      h('div', {}, h('button', { class: 'button strong', type: 'submit' }, WORDS.open)))];
  }
}

function parts({ on, questions_kept: kept, days, growth, unanswered, verdicts, wrong }) {
  const when = days.map(({ day }) => longDate(day));
  const of = (name) => days.map((day) => day[name]);
  const told = [!on && WORDS.off, on && !kept && WORDS.noWords, !days.length && WORDS.none].filter(Boolean);
  return [
    ...told.map((words) => h('p', { class: 'meta', testid: 'insight-note' }, words)),
    ...(days.length ? [
      chart(WORDS.asked, '', when, [{ name: WORDS.all, values: of('asked'), bars: true }, { name: WORDS.unanswered, values: of('unanswered'), bars: true }]),
      chart(WORDS.time, ' ms', when, [{ name: WORDS.half, values: of('half_ms') }, { name: WORDS.most, values: of('most_ms') }]),
      chart(WORDS.growth, '', when, [{ name: WORDS.reports, values: growth.map(({ reports }) => reports) }]),
      table(days, growth)] : []),
    section(WORDS.without, unanswered, ({ question, times, last }) => [question, `${longDate(last)}${times > 1 ? ` · ${times}×` : ''}`]),
    section(WORDS.wrong, wrong, ({ question, kind }) => [question, KINDS[kind] ?? kind], verdictWords(verdicts ?? {})),
  ];
}

const verdictWords = (verdicts) => Object.entries(verdicts).map(([kind, n]) => `${KINDS[kind] ?? kind}: ${n}`).join(' · ');

function section(title, found, told, note) {
  return h('section', { class: 'deeds' }, h('h3', {}, title), note && h('p', { class: 'meta' }, note),
    found.length ? h('ul', { class: 'asked-list' }, ...found.map(told).map(([words, more]) => h('li', {}, h('span', { dir: 'auto' }, words), h('span', { class: 'how below' }, more))))
      : h('p', { class: 'meta' }, WORDS.nothing));
}

function table(days, growth) {
  const head = [WORDS.day, WORDS.all, WORDS.unanswered, WORDS.unsure, `${WORDS.half} (ms)`, `${WORDS.most} (ms)`, WORDS.reports];
  const rows = days.map(({ day, asked, unanswered, unsure, half_ms: half, most_ms: most }, i) => [longDate(day), asked, unanswered, unsure, half, most, growth[i].reports]);
  return h('details', { class: 'contents' }, h('summary', {}, `${WORDS.table} (${counted(days.length, 'day', 'days')})`),
    h('div', { class: 'table', tabindex: 0, role: 'group', 'aria-label': WORDS.table }, h('table', {},
      h('tr', {}, ...head.map((name) => h('th', { scope: 'col' }, name))),
      ...rows.map((row) => h('tr', {}, ...row.map((value) => h('td', {}, String(value))))))));
}
