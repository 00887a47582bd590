import { isOfItems } from './kinds.js';

/**
 * @typedef {{question: string, reply: object, searched: number|null, asked: string, verdict?: string, alone?: boolean}} Turn
 *   `reply` is the server's answer as it came; `searched` is how many reports were indexed then
 *   `alone`: it was asked without what came before
 * @typedef {{version: 1, id: string, started: string, updated: string, turns: Turn[], name?: string, pinned?: boolean}} Conversation
 *   `name` is what the person calls it
 */

const VERSION = 1;
const REMEMBERED = 6;
const TEXTS_KEPT = 3;
// From which confidence on an answer was told as sure, before there were levels.
const SURE = 0.5;

/** @returns {Conversation} */
export function newConversation() {
  const now = new Date();
  // randomUUID is missing where the page came over plain http from another machine.
  const id = `${now.getTime().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
  return { version: VERSION, id, started: now.toISOString(), updated: now.toISOString(), turns: [] };
}

/**
 * @param {Conversation} conversation
 * @param {number} at its place; one that is there already gives way
 * @param {Turn} turn
 */
export function putTurn(conversation, at, turn) {
  conversation.turns[at] = turn;
  conversation.updated = turn.asked;
}

/** @param {Conversation} conversation @returns {string} its own name, or else its first question */
export const nameOf = ({ name, turns }) => (isText(name) && name.trim()) || turns[0].question;

/**
 * The turns that a follow-up question rests on, in the server's form.
 * @param {Turn[]} turns oldest first
 * @returns {{question: string, answer: string|null}[]}
 */
export function contextOf(turns) {
  return turns.slice(-REMEMBERED).map(({ question, reply }) => ({ question, answer: reply.answer }));
}

/**
 * Without the text of the passages that were only considered: they take the most room by far.
 * @param {Conversation} conversation
 * @returns {Conversation}
 */
export function slimmed(conversation) {
  const slim = (passage, i) => (i < TEXTS_KEPT ? passage : { ...passage, text: '', context: '' });
  const turns = conversation.turns.map((turn) => (
    { ...turn, reply: { ...turn.reply, evidence: turn.reply.evidence.map(slim) } }));
  return { ...conversation, turns };
}

/** @param {Conversation} conversation @returns {boolean} whether slimming would make it smaller */
export function isFat({ turns }) {
  return turns.some(({ reply }) => reply.evidence.slice(TEXTS_KEPT).some(({ text }) => text !== ''));
}

/**
 * @param {string} json what the browser kept, which a person or another version may have changed
 * @returns {Conversation|null}
 */
export function readConversation(json) {
  try {
    const found = JSON.parse(json);
    const usable = found.version === VERSION && [found.id, found.started, found.updated].every(isText)
      && found.turns.length > 0 && found.turns.every(isTurn);
    return usable ? upgraded(found) : null;
  } catch {
    return null;
  }
}

/**
 * What was kept before citations named their answer's words (there, the quote was the answer), and
 * before there were kinds of answers.
 */
function upgraded(conversation) {
  for (const { reply } of conversation.turns) {
    reply.level ??= levelOf(reply);
    Object.assign(reply, { kind: 'fact', items: [], nearest: [], filters: [], ...reply });
    reply.citations = reply.citations.map((citation) => (
      { answer: citation.quote, answer_start: citation.start, answer_end: citation.end, ...citation }));
  }
  return conversation;
}

function levelOf({ answer, confidence }) {
  if (answer === null) return 'none';
  return confidence < SURE ? 'unsure' : 'sure';
}

function isTurn({ question, reply: { answer, confidence, citations, evidence, kind, items = [] } }) {
  return isText(question) && (answer === null || (isText(answer) && (citations.length > 0 || isOfItems({ kind, items })))) && Number.isFinite(confidence)
    && citations.every(({ quote, report_id: id }) => isText(quote) && isText(id))
    && evidence.every(({ text, score }) => isText(text) && Number.isFinite(score));
}

const isText = (value) => typeof value === 'string';
