import { storeFiles } from '../shared/api.js';
import { counted } from '../shared/format.js';
import { t } from '../shared/strings.js';

// One request holds at most so much, so that a folder of reports comes in several.
const MOST_FILES = 50;
const MOST_BYTES = 20_000_000;
const BEGUN = t('Your own collection has begun, and the demo is put away.');

/** Adds files to the reports: sends them, then follows the index that takes them in. */
export class Adding {
  #queue = Promise.resolve();

  /** @param {() => boolean} isDemo whether the reports are the invented ones, which a file puts away */
  constructor(bar, indexing, isDemo) {
    Object.assign(this, { bar, indexing, isDemo });
  }

  /** Files that come while others are on their way wait for them. */
  add(files) {
    this.#queue = this.#queue.then(() => this.#add(files));
  }

  async #add(files) {
    try {
      const { answers, index } = await this.#send(files);
      const there = files.filter((_, i) => answers[i]?.error?.code === 'exists');
      const choice = there.length ? await this.bar.choose(clash(there), CHOICES) : null;
      if (!choice) return this.#takeIn(answers, index);
      const again = await this.#send(there, choice);
      this.#takeIn([...answers.filter(({ error }) => error?.code !== 'exists'), ...again.answers], again.index);
    } catch (error) {
      this.bar.say('failed', [error.message, error.cure].filter(Boolean).join(' '));
    }
  }

  async #send(files, ifThere) {
    const answers = [];
    let index = null;
    for (const batch of batches(files)) {
      this.bar.progress(t('Adding {count}', { count: counted(files.length, 'file', 'files') }), { done: answers.length, total: files.length });
      const reply = await storeFiles(batch, ifThere);
      answers.push(...reply.files);
      index = reply.index;
    }
    return { answers, index };
  }

  #takeIn(answers, index) {
    const refused = answers.filter(({ status }) => status === 'refused')
      .map(({ source, error }) => ({ source, reason: [error?.message, error?.cure].filter(Boolean).join(' ') }));
    const unchanged = answers.filter(({ status }) => status === 'unchanged').length;
    if (refused.length + unchanged === answers.length) return this.bar.say('done', told(answers.length, 0, refused.length, unchanged), refused);
    const stored = new Set(answers.filter(({ status }) => status === 'stored').map(({ source }) => source));
    const count = ({ failed }) => {
      const unread = failed.filter(({ source }) => stored.has(source)).length;
      return told(answers.length, stored.size - unread, refused.length + unread, unchanged);
    };
    this.indexing.follow(index, { refused, said: this.isDemo() ? BEGUN : undefined, count });
  }
}

const CHOICES = [[t('Replace'), 'replace'], [t('Keep both'), 'keep_both'], [t('Cancel'), null]];

function clash(files) {
  const names = files.map(({ name }) => name).join(', ');
  return files.length === 1 ? t('Another file is called {names} already.', { names }) : t('Other files have these names already: {names}.', { names });
}

/** "2 of 6 added, 3 failed, 1 there already." */
function told(sent, added, failed, unchanged) {
  return `${[t('{added} of {sent} added', { added, sent }), failed && t('{n} failed', { n: failed }), unchanged && t('{n} there already', { n: unchanged })].filter(Boolean).join(', ')}.`;
}

/** @returns {File[][]} in their order */
function batches(files) {
  const made = [];
  let size = Infinity;
  for (const file of files) {
    const open = made.at(-1);
    if (size + file.size > MOST_BYTES || open.length === MOST_FILES) {
      made.push([file]);
      size = file.size;
    } else {
      open.push(file);
      size += file.size;
    }
  }
  return made;
}
