import { writeDocx } from '../shared/api.js';
import { nameOf } from '../shared/conversation.js';
import { longDate } from '../shared/format.js';
import { doubtOf, isOfItems } from '../shared/kinds.js';
import { knownFrom } from '../shared/known.js';
import { oneLine, sameWords } from '../shared/quote.js';
import { addressOf } from '../shared/route.js';
import { t } from '../shared/strings.js';
import { nothingFound } from './exporting.js';

/**
 * A Word document of a conversation, each citation a footnote with title, day, page and address.
 * @returns {Promise<Blob>}
 */
export function toWord(conversation) {
  const blocks = conversation.turns.flatMap(({ question, reply, searched }) => [
    block('heading', question), ...[doubtOf(reply)].filter(Boolean).map((doubt) => block('text', doubt)), ...sayings(reply, searched)]);
  return writeDocx({ title: oneLine(nameOf(conversation)), note: t('Asked with Meeting QA on {day}.', { day: longDate(conversation.started.slice(0, 10)) }), blocks });
}

/** @typedef {{style: 'heading'|'strong'|'text'|'quote'|'item', words: string, notes: {words: string, address: string}[]}} Block */

function sayings(reply, searched) {
  const { answer, citations, items, kind, hint } = reply;
  if (kind === 'hint' || kind === 'ask_back') return [block('text', hint ?? '')];
  if (isOfItems(reply)) return [...(kind === 'count' ? [block('strong', answer ?? '')] : []), ...items.map(itemBlock)];
  if (answer === null) return [block('text', nothingFound(searched))];
  if (['list', 'reports differ'].includes(reply.support)) return citations.map((cited) => block('item', cited.answer, [cited]));
  const known = items.find((one) => one.known)?.known;
  if (known) return [block('strong', answer, citations), block('text', `${knownFrom(known)}.`)];
  const [first] = citations;
  return [...(sameWords(first.quote, answer) ? [] : [block('strong', answer)]), block('quote', first.quote, citations)];
}

function itemBlock({ answer, label, meeting, day, citations }) {
  const of = label && !answer.includes(label) ? ` (${label})` : '';
  const from = citations.length ? '' : `, ${[meeting, longDate(day)].filter(Boolean).join(', ')}`;
  return block('item', `${oneLine(answer)}${oneLine(of) && ` ${oneLine(of)}`}${from}`, citations.slice(0, 1));
}

const block = (style, words, cited = []) => ({ style, words: oneLine(words), notes: cited.map(note) });

function note(cited) {
  const { title, date, page } = cited;
  return { words: [oneLine(title), longDate(date), page != null && t('page {page}', { page })].filter(Boolean).join(', '), address: addressOf(cited) };
}
