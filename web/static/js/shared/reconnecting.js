import { h } from './dom.js';
import { fetchHealth } from './api.js';
import { counted } from './format.js';
import { t } from './strings.js';

const TICK_MS = 1000;
const FIRST_PAUSE = 2;
const LONGEST_PAUSE = 30;
let pause = FIRST_PAUSE;

/** The server has answered: the next time that it is gone, it is looked for soon. */
export function reconnected() {
  pause = FIRST_PAUSE;
}

/**
 * Looks for a server that is gone, after ever longer pauses, as long as the card is on the page.
 * @param {() => void} back called once, when the server answers again
 * @returns {HTMLElement} a line that counts the seconds; not for a screen reader, which would read each
 */
export function reconnecting(card, back) {
  const line = h('span', { class: 'meta', 'aria-hidden': 'true', testid: 'reconnecting' });
  let left = pause;

  async function tick() {
    if (!card.isConnected) return;
    left -= 1;
    if (left <= 0) {
      line.textContent = t('Trying…');
      const answered = await fetchHealth().catch(() => null);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
      left = pause;
      if (answered && card.isConnected) return back();
    }
    show();
    setTimeout(tick, TICK_MS);
  }

  const show = () => { line.textContent = t('Next try in {count}', { count: counted(left, 'second', 'seconds') }); };
  show();
  setTimeout(tick, TICK_MS);
  return line;
}
