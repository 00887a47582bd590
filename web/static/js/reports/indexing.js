import { announce } from '../shared/dom.js';
import { fetchIndexState, followIndex, startIndexing } from '../shared/api.js';
import { counted, outcomeSentence, timeLeft } from '../shared/format.js';
import { t } from '../shared/strings.js';

const POLL_MS = 500;

/** Brings the index up to date and tells how far it is; questions can be asked meanwhile. */
export class Indexing {
  #following = false;
  #refused = [];
  #said = [];
  #counts = [];

  constructor(bar, finished) {
    Object.assign(this, { bar, finished });
  }

  /** Follows a run that is under way already, begun from another tab or by hand. */
  async resume() {
    const state = await fetchIndexState().catch(() => null);
    if (state?.state === 'running') await this.follow(state);
  }

  /** @param {{demo?: boolean, said?: string}} [wish] the demo brought back; what to say at the end */
  async rebuild({ demo = false, said } = {}) {
    if (this.#following) return;
    try {
      await this.follow(await startOrJoin(demo), { said });
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * Shows a run until its end.
   * @param {object} state as the server gave it last
   * @param {{refused?: {source: string, reason: string}[], said?: string, count?: (outcome: object) => string}} [told]
   *   files that never came so far; what to say at the end instead of the run's own figures
   */
  async follow(state, told = {}) {
    this.#refused.push(...(told.refused ?? []));
    this.#said.push(...(told.said ? [told.said] : []));
    this.#counts.push(...(told.count ? [told.count] : []));
    if (this.#following) return;
    this.#following = true;
    announce(t('Indexing.'));
    try {
      this.#end(await this.#watch(state));
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#following = false;
      this.#refused = [];
      this.#said = [];
      this.#counts = [];
    }
    this.finished();
  }

  async #watch(first) {
    let state = first;
    while (state.state === 'running') {
      this.#progress(state);
      const ended = await followIndex((next) => this.#progress(next));
      if (ended && ended.state !== 'running') return ended;
      await new Promise((resolve) => { setTimeout(resolve, POLL_MS); });
      state = await fetchIndexState();
    }
    return state;
  }

  #progress({ done, total, seconds_left: left }) {
    const far = total ? t('Indexing: {done} of {total}', { done, total: counted(total, 'report', 'reports') }) : t('Indexing: reading the folder');
    this.bar.progress(left == null ? far : `${far}, ${timeLeft(left)}`, { done, total });
  }

  #end({ state, error, outcome }) {
    const said = [...this.#said, ...(outcome ? this.#counts.map((count) => count(outcome)) : [])];
    const words = said.join(' ') || (outcome ? outcomeSentence(outcome) : t('The index is up to date.'));
    if (state === 'failed') this.#fail(error ?? {});
    else this.bar.say('done', words, [...this.#refused, ...(outcome?.failed ?? [])]);
  }

  #fail({ message = t('The index could not be rebuilt.'), cure = '' }) {
    this.bar.say('failed', [message, cure].filter(Boolean).join(' '));
  }
}

/** Another tab may have begun a run: then that one is followed. */
async function startOrJoin(demo) {
  try {
    return await startIndexing(demo);
  } catch (refusal) {
    const state = await fetchIndexState();
    if (state.state === 'running') return state;
    throw refusal;
  }
}
