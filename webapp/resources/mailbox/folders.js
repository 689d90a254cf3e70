// The folders with their unread counts, and the dialog that chooses one.

import { byId, element, getJson, icon, tell, text } from './page.js';
import { FolderChoices } from './folder-choices.js';
import { FolderEdit } from './folder-edit.js';
import { FolderMenu } from './folder-menu.js';
import { FolderOrder } from './folder-order.js';
import { showQuota } from './folder-quota.js';
import { folderText } from './folder-text.js';
import { arrange, drawn, drawnFavourite, put, reachable, step, treeItem } from './folder-tree.js';

export class Folders {
  #all = [];
  #shared = new Map();
  #box = byId('folder-list');
  #busy = 0;
  #asked = 0;
  #taken = 0;
  #elsewhere = false;

  menu = new FolderMenu();
  tree = byId('folder-tree');
  choices = new FolderChoices(() => this.draw());
  order = new FolderOrder(this.#box, this);

  /** @param page chosen(path); left(paths), moved(map of old paths to new ones) and changed(path) for whoever looks at such a folder */
  constructor(page) {
    this.chosen = page.chosen;
    this.edit = new FolderEdit(this, page);
    this.#box.addEventListener('click', (event) => this.#click(event));
    this.#box.addEventListener('keydown', (event) => this.#key(event));
    this.#box.addEventListener('focusin', (event) => reachable(this.#box, event.target.closest('[role="treeitem"]')));
    this.#box.addEventListener('contextmenu', (event) => {
      const item = event.target.closest('[role="treeitem"]');
      if (!item || event.target.closest('input') || !this.#folder(item)) return;
      event.preventDefault();
      this.#open(item, event.button === 2 ? { x: event.clientX, y: event.clientY } : item);
    });
    byId('folder-hidden').addEventListener('click', () => {
      this.choices.hiddenToo = !this.choices.hiddenToo;
      this.draw();
    });
  }

  #click(event) {
    const { target } = event;
    const item = target.closest('[role="treeitem"]');
    if (!item || target.closest('input')) return;
    if (target.closest('button.folder-owner')) this.#toggle(target.closest('button.folder-owner').dataset.owner);
    else if (target.closest('.folder-twist')) this.#fold(item, item.ariaExpanded === 'true');
    else if (target.closest('.folder-more')) this.#open(item, target.closest('.folder-more'));
    else if (target.closest('a.folder') && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.chosen(target.closest('a.folder').dataset.folder);
    }
  }

  #key(event) {
    const item = event.target.closest('[role="treeitem"]');
    if (!item || event.target.closest('input') || event.ctrlKey || event.metaKey) return;
    const folder = this.#folder(item);
    const run = this.#command(event, item, folder);
    if (!run) return;
    event.preventDefault();
    run();
  }

  #command(event, item, folder) {
    const { key } = event;
    if (event.altKey) {
      const by = event.shiftKey && { ArrowUp: -1, ArrowDown: 1 }[key];
      return by && item.draggable ? () => this.order.move(item, by) : undefined;
    }
    if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) return folder && (() => this.#open(item, item));
    if (key === 'ArrowRight' && item.ariaExpanded === 'false') return () => this.#fold(item, false);
    if (key === 'ArrowLeft' && item.ariaExpanded === 'true') return () => this.#fold(item, true);
    if (key === 'Enter' || key === ' ') return () => item.querySelector('a.folder, button.folder-owner')?.click();
    if (key === 'F2' && folder?.use === 'none') return () => this.edit.rename(folder);
    if (key === 'Delete' && folder) return () => folder.use === 'none' && this.edit.delete(folder);
    const to = step(this.#box, item, key);
    return to || key.startsWith('Arrow') ? () => to?.focus() : undefined;
  }

  #folder(item) {
    return this.find(item.dataset.key.replace(/^favourite:/, ''));
  }

  #open(item, at) {
    const folder = this.#folder(item);
    const { key } = item.dataset;
    this.menu.open(folder.name, this.edit.entries(folder, item), at, () => this.item(key));
  }

  #fold(item, on) {
    const { key } = item.dataset;
    if (key.startsWith('owner:')) this.#toggle(key.slice('owner:'.length));
    else this.choices.fold(key, on);
    this.draw();
  }

  /** The item that stands for a folder. */
  item(key) {
    return this.#box.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  focus(key) {
    this.item(key)?.focus();
  }

  /** The paths of the folders that lie beside an item's, its own included, in their order. */
  siblings({ dataset, ariaLevel }) {
    return [...this.tree.querySelectorAll('li[draggable="true"]')].filter((each) => each.dataset.parent === dataset.parent && each.ariaLevel === ariaLevel).map((each) => each.dataset.key);
  }

  canLieIn(path, target) {
    const [folder, into] = [this.find(path), this.find(target)];
    return Boolean(folder && into && this.edit.canLieIn(folder, into));
  }

  /** Whether a folder that lies in another one can be moved to where this one lies, at the top. */
  canLieBeside(path, other) {
    const [folder, top] = [this.find(path), this.find(other)];
    return Boolean(folder?.depth && folder.parent && top?.depth === 0 && this.edit.canLieIn(folder, { owner: top.owner, path: '' }));
  }

  moveInto(path, target) {
    // The drag ends first, so that the tree can be drawn anew.
    setTimeout(() => this.edit.moveInto(this.find(path), target));
  }

  /** All folders of the mailbox that a folder is of. */
  siblingsOf(folder) {
    return this.#everywhere().filter((each) => each.owner === folder.owner);
  }

  /** A folder and all that lies in it. */
  within(path) {
    const inside = new Set([path]);
    for (const folder of this.#everywhere().toSorted((one, other) => one.depth - other.depth)) if (inside.has(folder.parent)) inside.add(folder.path);
    return [...inside].map((each) => this.find(each)).filter(Boolean);
  }

  /** While something is being typed or dragged, the tree stays as it is. */
  busy(on) {
    this.#busy += on ? 1 : -1;
  }

  /** Names first, for they come at once; then the counts. */
  async load(byItself = false) {
    if (!this.#all.length) await this.#ask({}, byItself);
    await this.#ask({ counts: true }, byItself);
    for (const tree of this.#shared.values()) if (tree.open) this.#openShared(tree, byItself);
    await showQuota(byItself);
  }

  /** Reads the tree anew after it was changed; the counts follow. */
  async reload() {
    await this.#ask({}, false);
    await Promise.all([...this.#shared.values()].filter((tree) => tree.open).map((tree) => this.#openShared(tree)));
    this.load(true).catch(tell);
  }

  /** What was asked before something that is known already says nothing new. */
  async #ask(parameters, byItself) {
    const mine = ++this.#asked;
    const answer = await getJson('/mailbox/folders', parameters, { byItself });
    if (mine < this.#taken) return;
    this.#taken = mine;
    this.#take(answer);
  }

  #toggle(owner) {
    const tree = this.#shared.get(owner);
    tree.open = !tree.open;
    if (tree.open) this.#openShared(tree);
    this.draw();
  }

  /** Reads a shared mailbox's folders; why there are none is told in their place and nowhere else. */
  async #openShared(tree, byItself = false) {
    try {
      const { owner } = tree;
      this.#fill(tree, (await getJson('/mailbox/folders', { owner }, { byItself })).folders);
      this.#fill(tree, (await getJson('/mailbox/folders', { owner, counts: true }, { byItself })).folders);
    } catch (problem) {
      tree.problem = problem.message;
      this.draw();
    }
  }

  #fill(tree, folders) {
    tree.folders = folders.map((folder) => ({ ...this.find(folder.path), ...folder, owner: tree.owner }));
    tree.problem = '';
    this.draw();
  }

  /** Asks again how full these folders are. */
  async count(paths, { stamp, byItself = false } = {}) {
    for (const path of new Set(paths)) {
      const folder = this.find(path);
      if (!folder) return this.load(byItself);
      Object.assign(folder, await getJson('/mailbox/folders', { folder: path, ...(stamp && { stamp }) }, { byItself }));
    }
    return this.draw();
  }

  find(path) {
    return this.#everywhere().find((folder) => folder.path === path);
  }

  #everywhere() {
    return [this.#all, ...[...this.#shared.values()].map((tree) => tree.folders)].flat();
  }

  /** A folder's name, with the address it belongs to unless that is one's own. */
  title(path) {
    const folder = this.find(path);
    return folder ? this.#called(folder) : path;
  }

  #called(folder) {
    return folder.owner ? `${folder.name} \u00b7 ${folder.owner}` : folder.name;
  }

  byUse(use) {
    return this.#all.find((folder) => folder.use === use);
  }

  /** Own mail is listed by its recipients. */
  isOwn(path) {
    return ['sent', 'drafts'].includes(this.find(path)?.use);
  }

  current(path) {
    this.path = path;
    this.#reveal();
    for (let parent = this.find(path)?.parent; parent; parent = this.find(parent)?.parent) this.choices.fold(parent, false);
    this.draw();
  }

  /** What is shown has an entry of its own, so that its folder is not marked too. */
  elsewhere(on) {
    if (on === this.#elsewhere) return;
    this.#elsewhere = on;
    this.draw();
  }

  /** Whoever looks into a shared folder sees where it is. */
  #reveal() {
    const tree = [...this.#shared.values()].find((each) => this.path?.startsWith(`//${each.owner}/`));
    if (tree && !tree.open && !tree.folders.length) this.#toggle(tree.owner);
  }

  /** Corrects the count of a folder by what was just done, until the server tells. */
  adjust(path, by) {
    const folder = this.find(path);
    if (!folder || folder.unread === undefined) return;
    folder.unread = Math.max(0, folder.unread + by);
    this.draw();
  }

  /** Lets the user choose a folder for messages, or for copies of them, which may be this one too; answers its path, or null. */
  async choose({ forCopies = false } = {}) {
    const { title, copy } = byId('move-title').dataset;
    return (await this.pick(forCopies ? copy : title, this.#everywhere(), (folder) => folder.selectable && (forCopies || folder.path !== this.path))) ?? null;
  }

  /** Lets the user choose one of these folders that can be chosen; answers its path, or nothing. */
  pick(title, places, can = () => true) {
    const dialog = byId('move-dialog');
    const filter = byId('move-filter');
    const draw = () => byId('move-list').replaceChildren(...choicesOf(places, filter.value, can, (folder) => this.#called(folder)));
    byId('move-title').textContent = title;
    filter.value = '';
    filter.oninput = draw;
    filter.onkeydown = (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      byId('move-list').querySelector('button:enabled')?.click();
    };
    draw();
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((done) => {
      dialog.onclose = () => done(places[dialog.returnValue - 1]?.path);
    });
  }

  #take({ folders, shared = [] }) {
    this.#all = folders.map((folder) => ({ ...this.find(folder.path), ...folder }));
    this.#shared = new Map(shared.map((owner) => [owner, this.#shared.get(owner) ?? { owner, folders: [], open: false }]));
    this.#reveal();
    this.draw();
  }

  draw() {
    if (this.#busy) return;
    const { key } = document.activeElement?.closest?.('#folder-list [role="treeitem"]')?.dataset ?? {};
    const state = { current: this.#elsewhere ? undefined : this.path, title: (path) => this.title(path), colour: (path) => this.choices.colour(path) };
    const favourites = this.choices.favourites.map((path) => this.find(path)).filter(Boolean);
    put(byId('folder-favourites'), favourites.map((folder, index) => drawnFavourite(folder, state, index, favourites.length)));
    for (const each of ['folder-favourites', 'folder-favourites-title']) byId(each).hidden = !favourites.length;
    put(this.tree, [...this.#items(this.#all, state), ...[...this.#shared.values()].flatMap((tree) => this.#tree(tree, state))]);
    this.#drawHidden();
    const kept = key && this.item(key);
    reachable(this.#box, kept ?? this.tree.querySelector('[aria-selected="true"]') ?? this.#box.querySelector('[role="treeitem"]'));
    kept?.focus();
  }

  #drawHidden() {
    const hidden = this.#everywhere().filter((folder) => folder.hidden).length;
    const button = byId('folder-hidden');
    button.hidden = !hidden;
    button.ariaPressed = String(this.choices.hiddenToo);
    byId('folder-hidden-text').textContent = folderText('showHidden', hidden);
  }

  #items(folders, state, root = '', level = 1) {
    const { special, tree } = arrange(folders, this.choices, this.path, root);
    const others = drawn(tree, state, level);
    if (special.length) others[0]?.classList.add('folder-group');
    return [...drawn(special, state, level), ...others];
  }

  #tree(tree, state) {
    const heading = element('button', 'folder folder-owner');
    heading.type = 'button';
    heading.tabIndex = -1;
    heading.title = [tree.owner, tree.problem].filter(Boolean).join(': ');
    heading.dataset.owner = tree.owner;
    heading.dataset.testid = 'folder-owner';
    heading.append(icon('user'), element('span', 'folder-name', tree.owner), icon('chevron'));
    const head = treeItem('owner:' + tree.owner, 1, 0, 1);
    head.ariaLabel = tree.owner;
    head.ariaExpanded = String(tree.open);
    head.classList.add('folder-group');
    head.append(heading);
    if (!tree.open) return [head];
    if (!tree.folders.length || tree.problem) {
      const told = element('div', 'folder-told', tree.problem || text('openingShared'));
      told.dataset.testid = 'folder-told';
      told.setAttribute('role', 'status');
      head.append(told);
    }
    return [head, ...this.#items(tree.folders, state, '//' + tree.owner, 2)];
  }
}

/** Those that cannot be chosen show only where the others lie. */
function choicesOf(places, filter, can, called) {
  const wanted = filter.toLowerCase();
  return places
    .map((folder, index) => [folder, index + 1])
    .filter(([folder]) => !wanted || (can(folder) && (folder.path + ' ' + folder.name).toLowerCase().includes(wanted)))
    .map(([folder, value]) => {
      const button = element('button');
      button.value = value;
      button.dataset.folder = folder.path;
      button.disabled = !can(folder);
      button.style.setProperty('--depth', folder.depth);
      button.append(icon(folder.use), element('span', '', called(folder)));
      const item = element('li');
      item.append(button);
      return item;
    });
}
