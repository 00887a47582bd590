import { byId } from './dom.js';
import { fetchHealth, fetchReports } from './api.js';
import { Chat } from './chat.js';
import { Composer } from './composer.js';
import { Indexing } from './indexing.js';
import { Panel } from './panel.js';
import { SourceView } from './source.js';
import { Trails } from './trail.js';
import { counted } from './format.js';
import { emptyIndex, errorCard, welcome } from './states.js';
import { parsePlace } from './route.js';
import { showReportList } from './reportlist.js';
import { suggestQuestions } from './suggest.js';

const state = { health: null, reports: [], failure: null };
const trails = new Trails();
const composer = new Composer((question) => chat.ask(question));
const chat = new Chat(composer, trails, () => state.health?.reports ?? null);
const panel = new Panel(closePanel);
const source = new SourceView(panel, trails);
const indexing = new Indexing(refresh);

/** What is indexed, for the header, the welcome and the list. */
async function refresh() {
  source.forget();
  try {
    const [health, { reports }] = await Promise.all([fetchHealth(), fetchReports()]);
    Object.assign(state, { health, reports, failure: null });
    byId('report-count').textContent = counted(health.reports, 'report');
    showBeginning();
  } catch (error) {
    state.failure = error;
    chat.showState(errorCard(error, refresh));
  }
  if (parsePlace(location.hash).view === 'list') showPlace();
}

function showBeginning() {
  const empty = state.health.status === 'empty';
  chat.showState(empty
    ? emptyIndex(() => indexing.rebuild())
    : welcome(state.health, suggestQuestions(state.reports), (question) => chat.ask(question)));
}

function showPlace() {
  const place = parsePlace(location.hash);
  source.leave();
  if (place.view === 'report') source.show(place, location.hash);
  else if (place.view === 'list') showReportList(panel, state.reports, state.failure && errorCard(state.failure, refresh));
  else panel.close();
}

function closePanel() {
  history.pushState(null, '', location.pathname + location.search);
  showPlace();
}

function beginAnew() {
  chat.clear();
  history.replaceState(null, '', location.pathname);
  showPlace();
  if (state.health) showBeginning();
  else refresh();
  composer.focusOnDesk();
}

/** A citation's link chooses which answer the panel steps through; a link to the place shown comes back to it. */
function followLink(event) {
  const link = event.target.closest?.('a[href^="#/reports"]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const trail = link.closest('[data-trail]')?.dataset.trail;
  trails.follow(trail === undefined ? -1 : Number(trail));
  if (link.getAttribute('href') === location.hash) showPlace();
}

function askFromAddress() {
  const question = new URLSearchParams(location.search).get('q')?.trim();
  if (question) chat.ask(question);
  return Boolean(question);
}

document.addEventListener('click', followLink);
addEventListener('hashchange', showPlace);
byId('new-conversation').addEventListener('click', beginAnew);

await refresh();
if (!askFromAddress() && !panel.isOpen) composer.focusOnDesk();
if (parsePlace(location.hash).view === 'report') showPlace();
indexing.resume();
