import { nameOf } from '../shared/conversation.js';
import { counted } from '../shared/format.js';
import { doubtOf, isOfItems } from '../shared/kinds.js';
import { knownFrom } from '../shared/known.js';
import { oneLine, sameWords } from '../shared/quote.js';
import { addressOf } from '../shared/route.js';
import { t } from '../shared/strings.js';

/** @typedef {import('../shared/conversation.js').Conversation} Conversation */

const LONGEST_NAME = 60;

/**
 * @param {Conversation} conversation
 * @returns {string} as it is kept
 */
export function toJson(conversation) {
  return `${JSON.stringify(conversation, null, 2)}\n`;
}

/**
 * Questions as headings, below each the answer, the quotation and the numbered references.
 * @param {Conversation} conversation
 */
export function toMarkdown(conversation) {
  const date = conversation.started.slice(0, 10);
  const parts = conversation.turns.flatMap((turn) => [`## ${inline(oneLine(turn.question))}`, ...answerParts(turn)]);
  return `${[`# ${inline(oneLine(nameOf(conversation)))}`, t('Asked with Meeting QA on {day}.', { day: date }), ...parts].join('\n\n')}\n`;
}

/** @param {number|null} searched how many reports were there */
export const nothingFound = (searched) => `${t('No sure answer found')}${searched ? ` (${counted(searched, 'report was searched', 'reports were searched')})` : ''}.`;

function answerParts({ reply, searched }) {
  return [doubtOf(reply), ...sayings(reply, searched)].filter(Boolean);
}

function sayings(reply, searched) {
  const { answer, citations, items, kind, hint } = reply;
  if (kind === 'hint' || kind === 'ask_back') return [inline(oneLine(hint ?? ''))];
  if (isOfItems(reply)) return [kind === 'count' && inline(answer ?? ''), items.map(listed).join('\n')];
  if (answer === null) return [nothingFound(searched)];
  const references = citations.map(reference).join('\n');
  if (['list', 'reports differ'].includes(reply.support)) return [citations.map(item).join('\n'), references];
  const [first] = citations;
  const words = `**${inline(oneLine(answer))}**`;
  const known = items.find((one) => one.known)?.known;
  if (known) return [words, `${knownFrom(known)}.`, references];
  // An answer that is the whole quotation isn't said twice.
  return [!sameWords(first.quote, answer) && words, quoted(first.quote), references];
}

function item({ answer, date }, i) {
  return `- ${inline(oneLine(answer))} [${[i + 1, date].filter(Boolean).join(', ')}]`;
}

/** What an item is of comes behind it: who says it, which office. */
function listed({ answer, label, meeting, day, citations: [first] }) {
  const of = label && !answer.includes(label) ? ` (${inline(oneLine(label))})` : '';
  const from = [inline(oneLine(meeting)), day, first && inline(first.source), first && addressOf(first)].filter(Boolean).join(', ');
  return `- ${inline(oneLine(answer))}${of} [${from}]`;
}

function quoted(quote) {
  return quote.trim().split('\n').map((line) => `> ${escaped(line)}`.trimEnd()).join('\n');
}

function reference(cited, i) {
  const { title, date, section, page, source } = cited;
  const parts = [
    escaped(oneLine(title)), date, section && inline(oneLine(section)), inline(source),
    page != null && t('page {page}', { page }), addressOf(cited),
  ];
  return `${i + 1}. ${parts.filter(Boolean).join(', ')}`;
}

/** Words that look like Markdown stay words. */
function inline(text) {
  return text.replace(/[\\`*_[\]<>~&|]/g, '\\$&');
}

/** The same for words that begin a line, where a number or a sign would begin a list or a heading. */
function escaped(text) {
  return inline(text).replace(/^(\s*)(\d+)(?=[.)])/, '$1$2\\').replace(/^(\s*)(?=[#+=-])/, '$1\\');
}

/**
 * @param {Conversation} conversation
 * @param {'md'|'json'|'docx'} ending
 * @returns {string} "2025-03-14 Where will the next meeting be held.md"
 */
export function fileName(conversation, ending) {
  const words = oneLine(nameOf(conversation).replace(/[^\p{L}\p{M}\p{N}\s.,'’()-]/gu, ' '));
  const name = [...words].slice(0, LONGEST_NAME).join('').replace(/[\s.]+$/, '');
  return `${conversation.started.slice(0, 10)} ${name || t('Conversation')}.${ending}`;
}
