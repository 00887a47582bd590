import { composeAnswer } from '../shared/api.js';
import { h } from '../shared/dom.js';
import { counted } from '../shared/format.js';
import { t } from '../shared/strings.js';
import { reference } from './citations.js';

/**
 * What a language model writes from the sentences of an answer, below it, each sentence as it comes.
 * @param {HTMLElement} card the answer's
 * @param {{question: string, conversation: object[], filters?: object}} asked as it was asked
 */
export async function compose(card, asked) {
  const stop = new AbortController();
  const text = h('p', { class: 'written', dir: 'auto' });
  const status = h('p', { class: 'meta', role: 'status' }, t('Writing…'));
  const button = h('button', { class: 'quiet', type: 'button', onclick: () => stop.abort() }, t('Stop'));
  card.querySelector('.composed')?.remove();
  card.querySelector('.foot').before(h('section', { class: 'composed', testid: 'composed', 'aria-label': t('Written by a language model') },
    h('h3', {}, t('Written by a language model')),
    h('p', { class: 'meta' }, t('Each sentence was checked: its words are those of the sentence that its number opens.')),
    text, status, button));
  status.textContent = await written(text, asked, stop.signal);
  button.remove();
}

async function written(text, asked, signal) {
  let said = '';
  try {
    for await (const [name, told] of events(await composeAnswer(asked, signal))) {
      if (name === 'written') text.append(`${sentence(told.text)} `, ...told.citations.map(reference), ' ');
      if (name === 'failed') said = `${told.error.message} ${told.error.cure}`;
      if (name === 'end') said ||= ended(told);
    }
  } catch (failure) {
    if (signal.aborted) return t('Stopped.');
    return failure.cure ? `${failure.message} ${failure.cure}` : t('The server does not answer.');
  }
  return said || t('The server does not answer.');
}

const sentence = (text) => (/[.!?…]$/.test(text) ? text : `${text}.`);

function ended({ written: shown, struck, model }) {
  const by = model ? t('By {model}.', { model }) : '';
  if (!shown && !struck) return t('It wrote nothing. The answer stands as it is.');
  if (!struck) return by;
  const left = counted(struck, 'sentence was left out', 'sentences were left out');
  return `${t('{sentences}: the reports don’t say so.', { sentences: left })} ${by}`;
}

/** The server-sent events of a stream: their names and what they say. */
async function* events(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const [name, data] of blocks.map((block) => block.split('\n'))) {
      yield [name.slice('event: '.length), JSON.parse(data.slice('data: '.length))];
    }
  }
}
