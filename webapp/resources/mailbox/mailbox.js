// The mailbox page: what is shown is what the address bar says, and the other way round.

import '../compose/compose.js';
import { Actions } from './actions.js';
import { Changes } from './changes.js';
import { isFlagged } from './conversations.js';
import { listenToDragging } from './drag.js';
import { Folders } from './folders.js';
import { listenToKeys, showKeys } from './keys.js';
import { MessageList } from './list.js';
import { News } from './news.js';
import { base, byId, getJson, newSocketAddress, Problem, socketAddress, tell, text, toast } from './page.js';
import { listenToSplitters } from './panes.js';
import { Push } from './push.js';
import { Previews } from './previews.js';
import { Reader } from './reader.js';
import { listenToReaderTools } from './reader-tools.js';
import { listenToRowMenu } from './row-menu.js';
import { listenToSearch } from './search.js';
import { Selection } from './selection.js';
import { listenToSwiping } from './swipe.js';
import { chooseTags } from './tags.js';
import { Thread } from './thread.js';
import { View } from './view.js';
import { signInAgain } from '../ui/sign-in-again.js';

const phone = window.matchMedia('(max-width: 767px)');
const panes = byId('panes');

/** So many messages may be looked up before something is done to them. */
const FEW = 20;

/** What takes marks away from all of a conversation. */
const UNMARKS = ['flag', 'read', 'toggle-read'];

const folders = new Folders({
  chosen: (path) => go({ folder: path }),
  left: (paths) => paths.includes(list.folder) && go({ folder: 'INBOX' }, true),
  moved: (now) => now.has(list.folder) && go({ folder: now.get(list.folder) }, true),
  changed: (path) => (path === list.folder ? refresh() : recount([path])),
});
const list = new MessageList({ opened: (index) => openAt(index), changed: () => selection.changed(), acted: (name, target) => (name === 'expand' ? list.expanded.toggle(target.index) : act(name, list.meant(target))), gone, read: (row) => open(row), scrolled: () => { changes.told(); previews.look(); }, answered });
const view = new View(list, (query, replace) => go({ folder: list.folder, query }, replace));
const previews = new Previews(list);
const thread = new Thread(list.conversations, {
  chosen: (row) => go({ folder: list.folder, query: list.query, at: row.folder, uidValidity: row.uidValidity ?? list.uidValidity, uid: row.uid }),
  // In the list's folder, wherever the message lies that is open.
  acted: (name, row) => act(name, { alone: [], whole: [list.rowOfThread(row.thread.id) ?? row] }),
});
const reader = new Reader({ menu: folders.menu, shown, failed, lost, untag: (tag) => actions.tag([reader.key], [{ tag, set: false }]) });
const news = new News((message) => go({ folder: 'INBOX', ...message }));
const changes = new Changes({ list, folders, titles, arrived: (stamp) => news.arrived(stamp) });
const actions = new Actions({ list, folders, removed, patch, recount, refresh, forGood, marked });
const selection = new Selection(list, (name) => act(name), folders.menu);

// The address ------------------------------------------------------------------------------------------------------

/** @param place folder; query, the folder's own way to be shown if there is none; uidValidity, uid and at, the folder, of a message */
function address({ folder, query = view.of(folder), uidValidity, uid, at = folder }) {
  const message = uid ? { message: uidValidity + '.' + uid, ...(at !== folder && { in: at }) } : {};
  return base + '/mail?' + new URLSearchParams({ folder, ...view.told(folder, query), ...message });
}

function go(place, replace = false) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address(place));
  return route();
}

let routes = 0;

async function route() {
  // Whoever goes on before this is done is not to be led back here.
  const mine = ++routes;
  const overtaken = () => mine !== routes;
  const parameters = new URLSearchParams(location.search);
  const folder = parameters.get('folder') || 'INBOX';
  const query = view.read(folder, parameters);
  const [uidValidity, uid] = (parameters.get('message') ?? '').split('.').map(Number);
  const at = parameters.get('in') || folder;
  const here = folder === list.folder && view.isSame(query, list.query);
  try {
    if (!here || list.failed || (uid && at === folder && uidValidity !== list.uidValidity)) await showFolder(folder, query, uid && at === folder && { uidValidity, uid });
  } catch (problem) {
    tell(problem);
    if (uid && problem.kind !== 'Offline' && !overtaken()) return go({ folder, query }, true);
  }
  if (overtaken()) return undefined;
  if (!uid) return closeReader();
  if (uid !== reader.uid || at !== reader.folder) await showMessage(folder, query, { at, uidValidity, uid }, overtaken);
  return undefined;
}

async function showFolder(folder, query, around) {
  folders.current(folder);
  panes.dataset.pane = 'list';
  list.folder = folder;
  titles();
  await list.show(folder, { sent: folders.isOwn(folder), query, around });
}

async function showMessage(folder, query, { at, uidValidity, uid }, overtaken) {
  const key = list.key(at, uid);
  let row = list.row(key);
  if (!row && at === folder) {
    try {
      await list.show(folder, { sent: folders.isOwn(folder), query, around: { uidValidity, uid } });
    } catch (problem) {
      if (!overtaken()) tell(problem);
      return overtaken() ? undefined : go({ folder, query }, true);
    }
    row = list.row(key);
  }
  if (!row) row = await rowOf(at, uidValidity, uid);
  if (overtaken()) return undefined;
  if (!row) return go({ folder, query }, true);
  list.markOpen(key);
  panes.dataset.pane = 'reader';
  reader.open(at, uidValidity, row, folders.isOwn(at));
  thread.show(row);
  return undefined;
}

/** The row of a message that is not in the list: it lies in another folder, or in a conversation. */
async function rowOf(folder, uidValidity, uid) {
  const found = list.query.conversations && (await list.conversations.find(folder, uidValidity, uid).catch(() => undefined));
  if (found) return found;
  const { rows } = await getJson('/mailbox/rows', { folder, uidValidity, uid, limit: 50 }).catch(() => ({ rows: [] }));
  const row = rows.find((each) => each.uid === uid);
  if (row) list.learn(folder, uidValidity);
  return row && { ...row, folder, uidValidity, key: list.key(folder, uid) };
}

function closeReader() {
  list.markOpen(0);
  if (reader.uid) reader.close();
  thread.hide();
  if (panes.dataset.pane === 'reader') panes.dataset.pane = 'list';
}

function titles() {
  const folder = folders.find(list.folder);
  const name = folders.title(list.folder);
  byId('list-title').textContent = name;
  document.title = (folder?.unread ? `(${folder.unread}) ` : '') + name + ' \u2013 ' + text('product');
}

// The reader -------------------------------------------------------------------------------------------------------

async function openAt(index, replace = false) {
  const row = list.rows.get(index);
  list.expanded.leave();
  if (!row?.thread?.unread || row.unread) return open(row, replace);
  const mine = routes;
  list.activate(index);
  const wanted = await list.conversations.toRead(row).catch(() => row);
  return mine === routes && open(wanted, replace);
}

function open(row, replace = false) {
  if (row) go({ folder: list.folder, query: list.query, at: row.folder, uidValidity: row.uidValidity ?? list.uidValidity, uid: row.uid }, replace);
}

function shown() {
  const row = list.row(reader.key);
  if (row?.unread) actions.flag([row.key], 'SEEN', true, { byItself: true });
  const next = list.rows.get(list.placeOf(reader.key) + 1);
  if (next) reader.prefetch(next);
}

function failed(kind) {
  if (kind === 'MessageGone' || kind === 'FolderChangedUnderUs') refresh();
  if (kind === 'LoginRefused' || kind === 'SignInAgain') signInAgain().then((done) => done && reader.reload());
}

/** Finds out why there was no answer: the session's end, or Oriel itself. */
async function lost() {
  let again = false;
  document.addEventListener('oriel:signed-in', () => (again = true), { once: true });
  await getJson('/mailbox/folders', {}).then(() => (again ? reader.reload() : tell(new Problem('Offline', text('offline')))), tell);
}

function removed(keys) {
  const isOpen = keys.includes(reader.key);
  const index = list.placeOf(reader.key);
  const bringBack = list.remove(keys);
  thread.patched();
  // Of a conversation that is gone a message of another folder may be open.
  const isLeft = index >= 0 && list.openThread && !list.rowOfThread(list.openThread);
  if (!isOpen && !isLeft) return bringBack;
  const next = list.rows.get(Math.min(index, list.total - 1));
  // The server may not have done it yet: what is left of a conversation is known here.
  if (next && !phone.matches) open(list.conversations.unread(next) ?? next, true);
  else go({ folder: list.folder, query: list.query }, true);
  return bringBack;
}

// Actions ----------------------------------------------------------------------------------------------------------

/** @param targets as list.meant() tells them */
async function act(name, targets = list.targets()) {
  const { alone, whole } = targets;
  if (!alone.length && !whole.length) return;
  const known = list.rowsOf(alone);
  const rows = [...known.values(), ...whole];
  // Of a conversation the newest message is marked, and all of them when marks are taken away.
  const newest = [...alone, ...whole.map((row) => row.key)];
  const unread = [...known.values()].some((row) => row.unread) || whole.some((row) => row.thread.unread);
  const flagged = rows.length > 0 && [...known.values()].every((row) => row.flagged) && whole.every(isFlagged);
  const does = {
    archive: (keys) => actions.move(keys, { use: 'archive' }),
    junk: (keys) => actions.move(keys, { use: 'junk', name: folders.byUse('junk')?.name ?? 'Junk' }),
    delete: (keys) => actions.delete(keys),
    flag: (keys) => actions.flag(keys, 'FLAGGED', !flagged),
    unread: (keys) => actions.flag(keys, 'SEEN', false),
    read: (keys) => actions.flag(keys, 'SEEN', true),
    'toggle-read': (keys) => actions.flag(keys, 'SEEN', unread),
    move: async (keys) => {
      const target = await folders.choose();
      if (target) moveTo(keys, target);
    },
    tag: async (keys) => {
      const changes = await chooseTags(rows, rows.length === alone.length + whole.length);
      if (changes.length) actions.tag(keys, changes);
    },
    copy: async (keys) => {
      const target = await folders.choose({ forCopies: true });
      if (target) copyTo(keys, target);
    },
  };
  const onlyNewest = name === 'unread' || (name === 'flag' && !flagged) || (name === 'toggle-read' && !unread);
  try {
    // What a whole conversation loses its mark by shows at once where its messages are known; one that goes need not be.
    const looked = UNMARKS.includes(name) && !onlyNewest ? rows : [...known.values()];
    if (looked.length <= FEW) await list.conversations.know(looked);
    await does[name]?.(onlyNewest ? newest : await list.messages(targets));
  } catch (problem) {
    tell(problem);
  }
}

function moveTo(keys, target) {
  return actions.move(keys, { target, name: folders.find(target)?.name ?? target });
}

function copyTo(keys, target) {
  return actions.copy(keys, { target, name: folders.find(target)?.name ?? target });
}

/** What was marked shows in more places than the list. */
function marked() {
  titles();
  thread.patched();
  const row = list.row(reader.key);
  if (row) reader.marks(row);
}

/** What the server said of the list. */
function answered(page) {
  view.answered(page);
  thread.told(list.rowOfThread(list.openThread));
}

/** Changes what is shown of messages, wherever it is. */
function patch(keys, change) {
  list.patch(keys, change);
  thread.patched();
  if (keys.includes(reader.key)) marked();
}

function compose(kind, ref = reader.ref) {
  if (kind === 'new' || ref) window.Oriel.compose?.open(kind, ref, ref?.folder || list.folder);
}

function forGood(count) {
  const dialog = byId('confirm-dialog');
  byId('confirm-text').textContent = count === 1 ? byId('confirm-text').dataset.one : text('confirmMany', count.toLocaleString());
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((done) => {
    dialog.onclose = () => done(dialog.returnValue === 'yes');
  });
}

/** @param paths the folders that changed; all if not known */
async function recount(paths) {
  await (paths ? folders.count(paths) : folders.load()).catch(tell);
  titles();
}

async function refresh() {
  try {
    await list.catchUp();
    await recount();
  } catch (problem) {
    tell(problem);
  }
}

/** Messages that were shown were deleted or moved elsewhere, or are no longer what is looked for; one that is open stays to be read. */
function gone(keys) {
  const { search, filter } = list.query;
  if (keys.has(reader.key) && !search && !filter) reader.gone();
}

/** Leaves what was entered last: a menu, the selection, the message, the search. */
function back() {
  const menu = document.querySelector('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  } else if (list.selected.size) list.clearSelection();
  else if (reader.key) go({ folder: list.folder, query: list.query });
  else view.leave();
}

function goTo(use) {
  const folder = folders.byUse(use);
  if (folder) go({ folder: folder.path });
}

function step(by) {
  const beneath = Math.abs(by) === 1 ? list.expanded.step(by) : list.expanded.leave();
  if (beneath) {
    if (!phone.matches && reader.uid && beneath.key) open(beneath, true);
    return;
  }
  const from = list.active < 0 ? (by > 0 ? -1 : list.total) : list.active;
  const to = Math.min(Math.max(0, from + by), list.total - 1);
  if (!list.activate(to)) return;
  if (!phone.matches && reader.uid) openAt(to, true);
}

// Wiring -----------------------------------------------------------------------------------------------------------

window.Oriel = Object.assign(window.Oriel ?? {}, { toast, refresh });
window.addEventListener('popstate', route);
document.addEventListener('click', (event) => {
  const name = event.target.closest('[data-action]')?.dataset.action;
  if (name === 'back') go({ folder: list.folder, query: list.query });
  else if (['reply', 'reply-all', 'forward'].includes(name)) compose(name);
  else if (name && reader.uid) act(name, { alone: [reader.key], whole: [] });
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
});
for (const button of document.querySelectorAll('[data-compose]')) button.addEventListener('click', () => compose(button.dataset.compose));
byId('refresh').addEventListener('click', refresh);
byId('show-folders').addEventListener('click', () => {
  panes.dataset.pane = panes.dataset.pane === 'folders' ? 'list' : 'folders';
});
byId('show-keys').addEventListener('click', showKeys);
listenToSplitters();
listenToDragging({
  list, folders,
  move: (targets, to) => list.messages(targets).then((keys) => moveTo(keys, to), tell),
  copy: (targets, to) => list.messages(targets).then((keys) => copyTo(keys, to), tell),
});
listenToSwiping(list, act);
listenToRowMenu({
  list, menu: folders.menu, act, open: ({ index, row, alone }) => (alone ? open(row) : openAt(index)), whole: () => selection.whole(),
  compose: (kind, row) => compose(kind, { folder: row.folder ?? list.folder, uidValidity: row.uidValidity ?? list.uidValidity, uid: row.uid }),
});
listenToReaderTools(folders.menu, reader, (name) => act(name, { alone: [reader.key], whole: [] }));
listenToSearch(list, view, go, (isSaved) => folders.elsewhere(isSaved));
listenToKeys({
  compose: () => compose('new'), reply: () => compose('reply'), replyAll: () => compose('reply-all'), forward: () => compose('forward'),
  archive: () => act('archive'), junk: () => act('junk'), move: () => act('move'), delete: () => act('delete'), flag: () => act('flag'), tag: () => act('tag'),
  read: () => act('read'), unread: () => act('unread'), undo: () => actions.undo(), all: () => list.selectLoaded(),
  help: showKeys, next: () => step(1), previous: () => step(-1), first: () => step(-list.total),
  last: () => step(list.total), pageDown: () => step(10), pageUp: () => step(-10), open: () => (list.expanded.chosen ? open(list.expanded.chosen) : openAt(list.active)),
  select: () => list.toggle(list.current).catch(tell),
  back,
  search: () => byId('search').focus(),
  inbox: () => goTo('inbox'), sent: () => goTo('sent'), drafts: () => goTo('drafts'),
});
const ready = route();
folders.load().catch(tell).finally(() => {
  folders.current(list.folder);
  list.sent = folders.isOwn(list.folder);
  ready.then(() => list.patch([], {}));
  titles();
});

// Only now, so that what makes the page usable comes first.
ready.finally(() => {
  const push = new Push(socketAddress, {
    heard: (change) => changes.heard(change), missed: () => changes.missed(), minute: (live) => changes.minute(live), renew: newSocketAddress, ended: tell,
  });
  document.addEventListener('oriel:signed-in', () => push.wake());
});
