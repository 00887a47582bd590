import { storeFiles } from '../shared/api.js';
import { counted } from '../shared/format.js';

// One request holds at most so much, so that a folder of reports comes in several.
const MOST_FILES = 50;
const MOST_BYTES = 20_000_000;
const BEGUN = 'Your own collection has begun, and the demo is put away.';

/** Adds files to the reports: sends them, then follows the index that takes them in. */
export class Adding {
  #queue = Promise.resolve();

  /**
   * @param {import('./indexbar.js').IndexBar} bar
   * @param {import('./indexing.js').Indexing} indexing
   * @param {() => boolean} isDemo whether the reports are the invented ones, which a file puts away
   */
  constructor(bar, indexing, isDemo) {
    Object.assign(this, { bar, indexing, isDemo });
  }

  /** Files that come while others are on their way wait for them. @param {File[]} files */
  add(files) {
    this.#queue = this.#queue.then(() => this.#add(files));
  }

  async #add(files) {
    const answers = [];
    let index = null;
    try {
      for (const batch of batches(files)) {
        this.bar.progress(`Adding ${counted(files.length, 'file')}`, { done: answers.length, total: files.length });
        const reply = await storeFiles(batch);
        answers.push(...reply.files);
        index = reply.index;
      }
    } catch (error) {
      this.bar.say('failed', [error.message, error.cure].filter(Boolean).join(' '));
      return;
    }
    this.#takeIn(answers, index);
  }

  #takeIn(answers, index) {
    const refused = answers.filter(({ status }) => status === 'refused')
      .map(({ source, error }) => ({ source, reason: [error?.message, error?.cure].filter(Boolean).join(' ') }));
    const unchanged = answers.filter(({ status }) => status === 'unchanged').length;
    if (refused.length + unchanged < answers.length) this.indexing.follow(index, { refused, said: this.isDemo() ? BEGUN : undefined });
    else this.bar.say('done', nothingNew(refused.length, unchanged), refused);
  }
}

function nothingNew(refused, unchanged) {
  const parts = [unchanged && `${counted(unchanged, 'file was', 'files were')} there already`,
    refused && `${counted(refused, 'file was', 'files were')} not added`];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** @param {File[]} files @returns {File[][]} in their order */
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
