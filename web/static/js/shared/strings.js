const KEPT = 'meeting-qa.language';
const box = /** @type {HTMLSelectElement} */ (document.getElementById('language'));
// The code is written in the first.
const LANGUAGES = [...box.options].map(({ value }) => value);
const [WRITTEN] = LANGUAGES;

/** The one that was chosen on this page, or else the first of the browser's that there is. */
export const language = [kept(), ...navigator.languages.map((tag) => tag.split('-')[0])]
  .find((tag) => LANGUAGES.includes(tag)) ?? WRITTEN;
// Modules wait for it, so that even what they name once is in the language.
const table = language === WRITTEN ? {} : await fetchTable();

/**
 * A text of the page in its language. Each is written as in English where it is used; web/static/languages
 * has a table for every other language.
 * @param {Object<string, string|number>} [values] what stands for each `{name}`
 */
export function t(text, values = {}) {
  return filled(text, values).join('');
}

/**
 * The same where elements stand inside of the sentence.
 * @param {Object<string, Node|string|number>} parts
 */
export function filled(text, parts) {
  return (table[text] ?? text).split(/\{(\w+)\}/).map((part, i) => (i % 2 ? parts[part] : part));
}

/** @returns {string} the form that goes with the number */
export function pluralOf(n, one, many) {
  const [single, several] = table[one] ?? [one, many];
  return new Intl.PluralRules(language).select(n) === 'one' ? single : several;
}


/** Puts what stands in index.html, as it was written, into the language, which can be chosen there. */
export function translatePage() {
  document.documentElement.lang = box.value = language;
  box.addEventListener('change', speakAnother);
  if (language === WRITTEN) return;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    node.data = node.data.replace(node.data.trim(), t);
  }
  for (const name of ['aria-label', 'placeholder']) {
    document.querySelectorAll(`[${name}]`).forEach((element) => element.setAttribute(name, t(element.getAttribute(name))));
  }
}

/** The page comes again in the language chosen. Where storage is blocked, the browser's stays. */
function speakAnother() {
  try {
    localStorage.setItem(KEPT, box.value);
  } finally {
    location.reload();
  }
}

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

async function fetchTable() {
  return fetch(`/static/languages/${language}.json`).then((found) => found.json()).catch(() => ({}));
}
