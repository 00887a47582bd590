import { dotted, h, icon } from '../shared/dom.js';
import { nameOf } from '../shared/conversation.js';
import { counted, shortTime } from '../shared/format.js';
import { inlineBox } from '../shared/inlinebox.js';
import { t } from '../shared/strings.js';
import { exported } from './saving.js';

/**
 * @param {boolean} current whether it is the one on the screen
 * @param {{open: (conversation: object) => void, remove: (conversation: object) => void, change: (conversation: object, values: object) => void}} handlers
 */
export function historyItem(conversation, current, { open, remove, change }) {
  const name = nameOf(conversation);
  const action = (label, testid, act, said = label) => h('button', {
    class: 'quiet', type: 'button', testid, 'aria-label': `${said}: ${name}`, onclick: act,
  }, label);
  const opener = h('button', { class: 'history-open', type: 'button', onclick: () => open(conversation) },
    h('span', { class: 'from', dir: 'auto' }, conversation.pinned && icon('pin'), name),
    h('span', { class: 'meta' }, ...dotted([
      current && t('Open now'), conversation.pinned && t('Pinned'), shortTime(conversation.updated), counted(conversation.turns.length, 'question', 'questions')])));
  const rename = action(t('Rename'), 'history-rename', () => {
    const form = inlineBox(name, { label: t('Name of the conversation'), send: t('Save'), testid: 'rename', maxlength: 200 }, (given) => {
      if (given !== null && given !== name) return change(conversation, { name: given || undefined });
      form.replaceWith(opener);
      rename.focus();
    });
    opener.replaceWith(form);
  });
  return h('li', { class: 'history-item', testid: 'history-item', 'aria-current': current && 'true' },
    opener,
    h('div', { class: 'history-actions' },
      rename,
      action(conversation.pinned ? t('Unpin') : t('Pin'), 'history-pin', () => change(conversation, { pinned: !conversation.pinned })),
      ...['Markdown', 'Word', 'JSON'].map((kind) => action(kind, `export-${kind.toLowerCase()}`, ({ currentTarget }) => exported(kind, conversation, currentTarget), t('Export as {kind}', { kind }))),
      action(t('Delete'), 'history-delete', () => remove(conversation))));
}

/** @returns {string} what the search box looks through */
export function searchable({ turns }) {
  const words = ({ answer, citations, items }) => [answer, citations[0]?.quote, ...items.map((item) => item.answer)];
  return turns.map(({ question, reply }) => [question, ...words(reply)].filter(Boolean).join(' '))
    .join(' ').toLowerCase();
}
