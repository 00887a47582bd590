import { announce, byId, h, icon } from '../shared/dom.js';
import { counted } from '../shared/format.js';
import { grouped } from '../shared/grouped.js';
import { t } from '../shared/strings.js';

/** The bar below the header that tells what becomes of the index. */
export class IndexBar {
  #bar = byId('index-state');

  /** @param {{done: number, total: number}} [how] without a total, no end is in sight */
  progress(words, { done, total } = { done: 0, total: 0 }) {
    const bar = this.#bar.querySelector('progress') ?? this.#newProgress();
    this.#bar.querySelector('label').textContent = words;
    if (total) Object.assign(bar, { max: total, value: done });
    else bar.removeAttribute('value');
  }

  /**
   * @param {'done'|'failed'} state
   * @param {{source: string, reason: string}[]} [failed] files that are not in the index
   */
  say(state, words, failed = []) {
    const dismiss = h('button', { class: 'round', type: 'button', 'aria-label': t('Dismiss'), onclick: () => this.#dismiss() }, icon('close'));
    this.#show(state, h('div', {}, h('p', {}, words), failures(failed)), dismiss);
    announce(words);
  }

  /**
   * @template T
   * @param {[string, T][]} choices
   * @returns {Promise<T>} the one that was chosen
   */
  choose(words, choices) {
    return new Promise((resolve) => {
      this.#show('asking', h('p', { dir: 'auto' }, words), h('div', { role: 'group', 'aria-label': words },
        ...choices.map(([label, choice]) => h('button', { class: 'button', type: 'button', testid: 'choice', onclick: () => resolve(choice) }, label))));
      announce(words);
    });
  }

  #newProgress() {
    const bar = h('progress', { id: 'index-progress' });
    this.#show('running', h('label', { for: 'index-progress' }), bar);
    return bar;
  }

  #show(state, ...content) {
    this.#bar.dataset.state = state;
    this.#bar.hidden = false;
    this.#bar.replaceChildren(...content);
  }

  #dismiss() {
    this.#bar.hidden = true;
    byId('question').focus({ preventScroll: true });
  }
}

function failures(failed) {
  if (!failed.length) return null;
  return h('details', { open: true },
    h('summary', {}, t('Why {files}', { files: counted(failed.length, 'file is not in the index', 'files are not in the index') })),
    h('ul', { testid: 'failed-files' }, ...[...grouped(failed, ({ reason }) => reason)].map(([reason, files]) =>
      h('li', { dir: 'auto' }, reason, h('span', { class: 'meta path' }, ` ${files.map(({ source }) => source).join(', ')}`)))));
}
