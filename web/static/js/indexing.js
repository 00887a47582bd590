import { announce, byId, h, icon } from './dom.js';
import { fetchIndexState, startIndexing } from './api.js';
import { counted, outcomeSentence } from './format.js';

const POLL_MS = 500;

/** Rebuilds the index and tells how far it is; questions can be asked meanwhile. */
export class Indexing {
  #button = byId('rebuild');
  #bar = byId('index-state');

  /** @param {() => void} finished */
  constructor(finished) {
    this.finished = finished;
    this.#button.addEventListener('click', () => this.rebuild());
  }

  /** Follows a rebuild that runs already, begun from another tab or by hand. */
  async resume() {
    const state = await fetchIndexState().catch(() => null);
    if (state?.state === 'running') await this.#follow(() => state);
  }

  async rebuild() {
    if (this.#button.getAttribute('aria-disabled') !== 'true') await this.#follow(startOrJoin);
  }

  async #follow(begin) {
    this.#button.setAttribute('aria-disabled', 'true');
    try {
      let state = await begin();
      announce('Rebuilding the index.');
      while (state.state === 'running') {
        this.#showProgress(state);
        await new Promise((resolve) => { setTimeout(resolve, POLL_MS); });
        state = await fetchIndexState();
      }
      this.#showEnd(state);
    } catch (error) {
      this.#showError(error);
    } finally {
      this.#button.setAttribute('aria-disabled', 'false');
    }
    this.finished();
  }

  #showProgress({ done, total }) {
    const bar = this.#bar.querySelector('progress') ?? this.#newProgress();
    const words = total ? `Rebuilding the index: ${done} of ${counted(total, 'report')}` : 'Rebuilding the index';
    this.#bar.querySelector('label').textContent = words;
    // Without a value, the bar shows work without an end in sight.
    if (total) Object.assign(bar, { max: total, value: done });
    else bar.removeAttribute('value');
  }

  #newProgress() {
    const bar = h('progress', { id: 'index-progress' });
    this.#show('running', h('label', { for: 'index-progress' }), bar);
    return bar;
  }

  #showEnd({ state, error, outcome }) {
    if (state === 'failed') this.#showError(error ?? {});
    else this.#showWords('done', outcome ? outcomeSentence(outcome) : 'Index rebuilt.', failures(outcome?.failed ?? []));
  }

  #showError({ message = 'The index could not be rebuilt.', cure = '' }) {
    this.#showWords('failed', [message, cure].filter(Boolean).join(' '));
  }

  #showWords(state, words, more = null) {
    const dismiss = h('button', { class: 'round', type: 'button', 'aria-label': 'Dismiss', onclick: () => this.#dismiss() }, icon('close'));
    this.#show(state, h('div', {}, h('p', {}, words), more), dismiss);
    announce(words);
  }

  #show(state, ...content) {
    this.#bar.dataset.state = state;
    this.#bar.hidden = false;
    this.#bar.replaceChildren(...content);
  }

  #dismiss() {
    this.#bar.hidden = true;
    this.#button.focus();
  }
}

/** Another tab may have begun a rebuild: then that one is followed. */
async function startOrJoin() {
  try {
    return await startIndexing();
  } catch (refusal) {
    const state = await fetchIndexState();
    if (state.state === 'running') return state;
    throw refusal;
  }
}

function failures(failed) {
  if (!failed.length) return null;
  return h('details', {},
    h('summary', {}, `Why ${counted(failed.length, 'file')} failed`),
    h('ul', {}, ...failed.map(({ source, reason }) =>
      h('li', { dir: 'auto' }, h('span', { class: 'path' }, source), `: ${reason}`))));
}
