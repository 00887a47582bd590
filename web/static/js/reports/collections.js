import { byId, h } from '../shared/dom.js';
import { fetchCollections } from '../shared/api.js';

/** Lets the person go to another collection, where there are several. */
export async function offerCollections() {
  const { collection: current, collections } = await fetchCollections().catch(() => ({ collections: [] }));
  if (collections.length < 2) return;
  const menu = /** @type {HTMLSelectElement} */ (byId('collection'));
  menu.replaceChildren(...collections.map(({ name, path }) => h('option', { value: path, selected: name === current }, name)));
  menu.hidden = false;
  const here = menu.value;
  menu.addEventListener('change', () => {
    location.assign(menu.value);
    // For who comes back: the browser shows the page as it was left.
    menu.value = here;
  });
}
