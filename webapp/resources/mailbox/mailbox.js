// The mailbox page: what is shown is what the address bar says, and the other way round.

import { Actions } from './actions.js';
import { Changes } from './changes.js';
import { Folders } from './folders.js';
import { listenToKeys } from './keys.js';
import { MessageList } from './list.js';
import { News } from './news.js';
import { base, byId, getJson, newSocketAddress, Problem, socketAddress, tell, text, toast } from './page.js';
import { listenToSplitters } from './panes.js';
import { Push } from './push.js';
import { Reader } from './reader.js';
import { signInAgain } from '../ui/sign-in-again.js';

const phone = window.matchMedia('(max-width: 767px)');
const panes = byId('panes');

const folders = new Folders({
  chosen: (path) => go({ folder: path }),
  left: (paths) => paths.includes(list.folder) && go({ folder: 'INBOX' }, true),
  moved: (now) => now.has(list.folder) && go({ folder: now.get(list.folder) }, true),
  changed: (path) => (path === list.folder ? refresh() : recount([path])),
});
const list = new MessageList({ opened: (index) => openAt(index), changed: () => {}, acted: (name, uid) => act(name, [uid]), gone, scrolled: () => changes.told() });
const reader = new Reader({ shown, failed, lost });
const news = new News((message) => go({ folder: 'INBOX', ...message }));
const changes = new Changes({ list, folders, titles, arrived: (stamp) => news.arrived(stamp) });
const actions = new Actions({ list, folders, removed, recount, refresh, forGood });

// The address ------------------------------------------------------------------------------------------------------

function address({ folder, uidValidity, uid }) {
  return base + '/mail?' + new URLSearchParams(uid ? { folder, message: uidValidity + '.' + uid } : { folder });
}

function go(place, replace = false) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address(place));
  return route();
}

async function route() {
  const parameters = new URLSearchParams(location.search);
  const folder = parameters.get('folder') || 'INBOX';
  const [uidValidity, uid] = (parameters.get('message') ?? '').split('.').map(Number);
  try {
    if (folder !== list.folder || list.failed || (uid && uidValidity !== list.uidValidity)) await showFolder(folder, uid && { uidValidity, uid });
  } catch (problem) {
    tell(problem);
    if (uid && problem.kind !== 'Offline') return go({ folder }, true);
  }
  if (!uid) return closeReader();
  if (uid !== reader.uid || folder !== reader.folder) await showMessage(folder, uidValidity, uid);
  return undefined;
}

async function showFolder(folder, around) {
  folders.current(folder);
  panes.dataset.pane = 'list';
  list.folder = folder;
  titles();
  await list.show(folder, { sent: folders.isOwn(folder), around });
}

async function showMessage(folder, uidValidity, uid) {
  let row = list.row(uid);
  if (!row) {
    try {
      await list.show(folder, { sent: folders.isOwn(folder), around: { uidValidity, uid } });
    } catch (problem) {
      tell(problem);
      return go({ folder }, true);
    }
    row = list.row(uid);
  }
  if (!row) return go({ folder }, true);
  list.markOpen(uid);
  panes.dataset.pane = 'reader';
  reader.open(folder, uidValidity, row, folders.isOwn(folder));
  return undefined;
}

function closeReader() {
  list.markOpen(0);
  if (reader.uid) reader.close();
  if (panes.dataset.pane === 'reader') panes.dataset.pane = 'list';
}

function titles() {
  const folder = folders.find(list.folder);
  const name = folders.title(list.folder);
  byId('list-title').textContent = name;
  document.title = (folder?.unread ? `(${folder.unread}) ` : '') + name + ' \u2013 ' + text('product');
}

// The reader -------------------------------------------------------------------------------------------------------

function openAt(index, replace = false) {
  const row = list.rows.get(index);
  if (row) go({ folder: list.folder, uidValidity: list.uidValidity, uid: row.uid }, replace);
}

function shown() {
  const row = list.row(reader.uid);
  if (row?.unread) actions.flag([row.uid], 'SEEN', true).then(titles);
  const next = list.rows.get(list.indexOf(reader.uid) + 1);
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

function removed(uids) {
  const open = uids.includes(reader.uid);
  const index = list.indexOf(reader.uid);
  list.remove(uids);
  if (!open) return;
  const next = list.rows.get(Math.min(index, list.total - 1));
  if (next && !phone.matches) openAt(Math.min(index, list.total - 1), true);
  else go({ folder: list.folder }, true);
}

// Actions ----------------------------------------------------------------------------------------------------------

function act(name, uids = list.targets()) {
  if (!uids.length) return;
  const first = list.row(uids[0]) ?? {};
  const does = {
    archive: () => actions.move(uids, { use: 'archive' }),
    junk: () => actions.move(uids, { use: 'junk', name: folders.byUse('junk')?.name ?? 'Junk' }),
    delete: () => actions.delete(uids),
    flag: () => actions.flag(uids, 'FLAGGED', !first.flagged).then(() => reader.marks(list.row(reader.uid))),
    unread: () => actions.flag(uids, 'SEEN', false).then(titles),
    read: () => actions.flag(uids, 'SEEN', true).then(titles),
    'toggle-read': () => actions.flag(uids, 'SEEN', Boolean(first.unread)).then(titles),
    move: async () => {
      const target = await folders.choose();
      if (target) actions.move(uids, { target, name: folders.find(target)?.name ?? target });
    },
  };
  does[name]?.();
}

function compose(kind) {
  const ref = reader.ref;
  if (kind === 'new' || ref) window.Oriel.compose?.open(kind, ref, list.folder);
}

function forGood() {
  const dialog = byId('confirm-dialog');
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

/** Messages that were shown were deleted or moved elsewhere; one that is open stays to be read. */
function gone(uids) {
  if (uids.has(reader.uid)) reader.gone();
}

function step(by) {
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
  if (name === 'back') go({ folder: list.folder });
  else if (['reply', 'reply-all', 'forward'].includes(name)) compose(name);
  else if (name && reader.uid) act(name);
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
});
for (const button of document.querySelectorAll('[data-compose]')) button.addEventListener('click', () => compose(button.dataset.compose));
byId('refresh').addEventListener('click', refresh);
byId('show-folders').addEventListener('click', () => {
  panes.dataset.pane = panes.dataset.pane === 'folders' ? 'list' : 'folders';
});
byId('show-keys').addEventListener('click', () => byId('keys-dialog').showModal());
listenToSplitters();
listenToKeys({
  compose: () => compose('new'), reply: () => compose('reply'), replyAll: () => compose('reply-all'), forward: () => compose('forward'),
  archive: () => act('archive'), junk: () => act('junk'), move: () => act('move'), delete: () => act('delete'), flag: () => act('flag'),
  read: () => act('read'), unread: () => act('unread'), undo: () => actions.undo(), all: () => list.selectLoaded(),
  help: () => byId('keys-dialog').showModal(), next: () => step(1), previous: () => step(-1), first: () => step(-list.total),
  last: () => step(list.total), pageDown: () => step(10), pageUp: () => step(-10), open: () => openAt(list.active),
  select: () => list.toggle(list.active),
  back: () => (list.selected.size ? list.clearSelection() : go({ folder: list.folder })),
  go: (use) => folders.byUse(use) && go({ folder: folders.byUse(use).path }),
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
