/** @returns {Promise<boolean>} whether it was copied */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Plain http from another machine has no clipboard object.
    return copyBySelection(text);
  }
}

/** @param {{text: string, html: string}} both what is copied, for plain boxes and for those with styles */
export async function copyRich({ text, html }) {
  const blob = (type, content) => new Blob([content], { type });
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) })]);
    return true;
  } catch {
    return copyText(text);
  }
}

function copyBySelection(text) {
  const before = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'unseen';
  document.body.append(box);
  box.select();
  const copied = document.execCommand('copy');
  box.remove();
  before?.focus();
  return copied;
}
