import { announce } from '../shared/dom.js';

const FAILED_FOR_MS = 8000;

/**
 * Saves a conversation as a file. What writes it is loaded when it is wanted.
 * @param {'Markdown'|'Word'|'JSON'} kind
 * @param {HTMLElement} button says it if it can't be written
 */
export async function exported(kind, conversation, button) {
  const label = button.textContent;
  try {
    const [{ download }, { fileName, toJson, toMarkdown }] = await Promise.all([import('./download.js'), import('./exporting.js')]);
    if (kind === 'Markdown') return download(fileName(conversation, 'md'), 'text/markdown;charset=utf-8', toMarkdown(conversation));
    if (kind === 'JSON') return download(fileName(conversation, 'json'), 'application/json;charset=utf-8', toJson(conversation));
    const { toWord } = await import('./word.js');
    const file = await toWord(conversation);
    return download(fileName(conversation, 'docx'), file.type, file);
  } catch ({ message }) {
    button.textContent = message;
    announce(message);
    return setTimeout(() => { button.textContent = label; }, FAILED_FOR_MS);
  }
}
