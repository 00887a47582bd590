import { byId } from './shared/dom.js';
import { fetchHealth } from './shared/api.js';
import { errorCard } from './shared/errorcard.js';
import { Later } from './shared/later.js';
import { forgetMeetings } from './shared/meeting.js';
import { Panel } from './shared/panel.js';
import { loadStyle } from './shared/style.js';
import { takeShortcuts } from './shared/shortcuts.js';
import { t, translatePage } from './shared/strings.js';
import { Trails } from './shared/trail.js';
import { conversationHref, parsePlace } from './shared/route.js';
import { whereOf } from './shared/where.js';
import { Beginning } from './chat/beginning.js';
import { Chat } from './chat/chat.js';
import { Composer } from './chat/composer.js';
import { Adding } from './reports/adding.js';
import { offerCollections } from './reports/collections.js';
import { takeDrops } from './reports/dropping.js';
import { IndexBar } from './reports/indexbar.js';
import { Indexing } from './reports/indexing.js';
import { HistoryView } from './history/view.js';
import { Sidebar } from './history/sidebar.js';
import { Store } from './history/store.js';

const trails = new Trails();
const store = new Store();
const sidebar = new Sidebar(store);
const NAME = document.title;
const BESIDE = ['list', 'history', 'report', 'person', 'insight'];
const composer = new Composer({
  ask: (question) => chat.ask(question), queue: (question) => chat.queue(question), stop: () => chat.stop(), edit: () => chat.editLast(), filtered: () => chat.filtered(),
});
const chat = new Chat(composer, trails, { reportCount: () => beginning.reports, writes: () => beginning.writes, keep, emptied: () => beginning.show() });
const panel = new Panel(closePanel);
const past = new HistoryView(panel, store, { current: () => chat.id, open: openConversation, changed: relabel, gone: forgetConversations });
const bar = new IndexBar();
const indexing = new Indexing(bar, refresh);
const adding = new Adding(bar, indexing, () => beginning.demo);
const files = { rebuild: (wish) => indexing.rebuild(wish), add: (chosen) => adding.add(chosen), removed: tellRemoved };
const LATER = {
  report: new Later(panel, async () => new (await import('./source/view.js')).SourceView(panel, trails, { corrected: forgetLists, ask: askReport })),
  list: new Later(panel, async () => new (await import('./reports/list.js')).ReportList(panel, files)),
  person: new Later(panel, async () => new (await import('./people/view.js')).PersonView(panel)),
  insight: new Later(panel, async () => {
    const [{ InsightView }] = await Promise.all([import('./insight/view.js'), loadStyle('insight')]);
    return new InsightView(panel);
  }),
};
const beginning = new Beginning(chat, { ...files, wake: refresh });

/** What is indexed, for the welcome and the list. */
async function refresh() {
  LATER.report.forget();
  forgetLists();
  beginning.prepare();
  try {
    const health = await fetchHealth();
    beginning.show(health);
    offerSignOut(health.user);
    chat.tellGrown();
  } catch (error) {
    chat.showState(errorCard(error, refresh));
  }
  if (parsePlace(location.hash).view === 'list') showPlace();
}

function forgetLists() {
  forgetMeetings();
  LATER.list.forget();
}

/** From now on, this report alone; its sheet makes room for the question. */
function askReport({ id, title }) {
  if (byId('page').inert) closePanel();
  composer.filters.add({ report: id, title });
}

/** The conversation that the address names, or that was there when something opened beside it. */
function showConversation() {
  const { view, id: named } = parsePlace(location.hash);
  const id = view === 'conversation' ? named : history.state?.conversation;
  if (!id || id === chat.id) return;
  const kept = store.find(id);
  if (kept) chat.restore(kept);
  else if (view === 'conversation') bar.say('failed', t('This conversation isn’t in this browser. Each browser keeps its own.'));
}

/** The address, the title and the list beside the page tell of the conversation on the screen. */
function settle() {
  const begun = chat.name !== null;
  const beside = BESIDE.includes(parsePlace(location.hash).view);
  if (beside) history.replaceState({ conversation: begun ? chat.id : null }, '');
  else history.replaceState(null, '', home());
  document.title = begun ? `${chat.name} – ${NAME}` : NAME;
  sidebar.show(begun ? chat.id : null);
}

const home = () => location.pathname + (chat.name === null ? location.search : conversationHref(chat.id));

function showPlace() {
  const place = parsePlace(location.hash);
  showConversation();
  Object.values(LATER).forEach((view) => view.leave());
  if (place.view === 'report') LATER.report.show(place, location.hash);
  else if (place.view === 'history') past.show();
  else if (place.view in LATER) LATER[place.view].show(place.id);
  else panel.close();
  settle();
}

/** @param {string|null} user who is signed in */
function offerSignOut(user) {
  const form = byId('sign-out');
  form.hidden = !user;
  form.title = user ? t('Signed in as {user}', { user }) : '';
}

function tellRemoved({ removed, kept_in: folder, index }) {
  indexing.follow(index, { said: t('Removed {names}. Kept in {folder}.', { names: removed.join(', '), folder }) });
}

function closePanel() {
  history.pushState(null, '', home());
  showPlace();
}

function keep(conversation) {
  store.save(conversation);
  LATER.report.prepare();
  past.refresh();
  settle();
}

function relabel(conversation) {
  if (conversation.id === chat.id) chat.relabel(conversation);
  settle();
}

function openConversation(conversation) {
  if (conversation.id === chat.id) closePanel();
  else location.hash = conversationHref(conversation.id);
  composer.focusOnDesk();
}

/** What was deleted leaves the screen as well. */
function forgetConversations(ids) {
  if (ids.includes(chat.id)) {
    chat.clear();
    beginning.show();
  }
  settle();
}

function beginAnew() {
  chat.clear();
  composer.question = '';
  history.pushState(null, '', location.pathname);
  showPlace();
  if (beginning.reports === null) refresh();
  else beginning.show();
  composer.focusOnDesk();
}

/** A citation's link chooses which answer the panel steps through; a link to the place shown comes back to it. */
function followLink(event) {
  const link = event.target.closest?.('a[href^="#/"]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const trail = link.closest('[data-trail]')?.dataset.trail;
  trails.follow(trail === undefined ? -1 : Number(trail));
  if (link.getAttribute('href') === location.hash) showPlace();
}

function askFromAddress() {
  const query = new URLSearchParams(location.search);
  const question = query.get('q')?.trim();
  if (!question) return false;
  composer.filters.where = whereOf(query);
  chat.filtered();
  chat.ask(question);
  return true;
}

translatePage();
document.addEventListener('click', followLink);
takeDrops(files.add);
takeShortcuts();
offerCollections();
addEventListener('hashchange', showPlace);
byId('new-conversation').addEventListener('click', beginAnew);

showConversation();
settle();
await refresh();
if ((chat.name !== null || !askFromAddress()) && !panel.isOpen) composer.focusOnDesk();
if (['report', 'person', 'history', 'insight'].includes(parsePlace(location.hash).view)) showPlace();
indexing.resume();
