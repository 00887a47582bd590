import { h } from '../shared/dom.js';
import { t } from '../shared/strings.js';

/** Takes files that are dropped anywhere on the page, and shows while they hover that it does. */
export function takeDrops(add) {
  const veil = h('div', { class: 'veil', hidden: true, testid: 'drop-veil' }, h('p', {}, t('Drop to add to the reports')));
  document.body.append(veil);
  // Each element that is passed over enters and leaves: the page is left when as many have left as entered.
  let inside = 0;
  const on = (type, act) => addEventListener(type, (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    act(event);
    veil.hidden = inside <= 0;
  });
  on('dragenter', () => { inside += 1; });
  on('dragover', (event) => { event.dataTransfer.dropEffect = 'copy'; });
  on('dragleave', () => { inside -= 1; });
  on('drop', async ({ dataTransfer }) => {
    inside = 0;
    const files = await filesOf(dataTransfer.items);
    if (files.length) add(files);
  });
}

/** The files dropped, those inside of folders as well. */
async function filesOf(items) {
  // Read before the first wait: the list is emptied after the event.
  const entries = [...items].map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  return (await Promise.all(entries.filter(Boolean).map(filesIn))).flat();
}

async function filesIn(entry) {
  // What systems hide in folders is no report.
  if (entry.name.startsWith('.')) return [];
  if (entry instanceof File) return [entry];
  if (entry.isFile) return [await new Promise((resolve, reject) => { entry.file(resolve, reject); })];
  const reader = entry.createReader();
  const found = [];
  // A reader hands out a folder's entries a hundred at a time, and none at the end.
  for (let some; (some = await new Promise((resolve, reject) => { reader.readEntries(resolve, reject); })).length;) found.push(...some);
  return (await Promise.all(found.map(filesIn))).flat();
}
