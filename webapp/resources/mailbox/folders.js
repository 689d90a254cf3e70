// The folders with their unread counts, and the dialog that chooses one.

import { base, byId, element, getJson, icon, text } from './page.js';

export class Folders {
  #all = [];
  #shared = new Map();

  constructor(chosen) {
    byId('folder-list').addEventListener('click', (event) => {
      const heading = event.target.closest('button.folder-owner');
      if (heading) this.#toggle(heading.dataset.owner);
      const link = event.target.closest('a.folder');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      chosen(link.dataset.folder);
    });
  }

  /** Names first, for they come at once; then the counts. */
  async load(byItself = false) {
    if (!this.#all.length) this.#take(await getJson('/mailbox/folders', {}, { byItself }));
    this.#take(await getJson('/mailbox/folders', { counts: true }, { byItself }));
    for (const tree of this.#shared.values()) if (tree.open) this.#open(tree, byItself);
  }

  #toggle(owner) {
    const tree = this.#shared.get(owner);
    tree.open = !tree.open;
    if (tree.open) this.#open(tree);
    this.#draw();
  }

  /** Reads a shared mailbox's folders; why there are none is told in their place and nowhere else. */
  async #open(tree, byItself = false) {
    try {
      const { owner } = tree;
      if (!tree.folders.length) this.#fill(tree, (await getJson('/mailbox/folders', { owner }, { byItself })).folders);
      this.#fill(tree, (await getJson('/mailbox/folders', { owner, counts: true }, { byItself })).folders);
    } catch (problem) {
      tree.problem = problem.message;
      this.#draw();
    }
  }

  #fill(tree, folders) {
    tree.folders = folders.map((folder) => ({ ...this.find(folder.path), ...folder, owner: tree.owner }));
    tree.problem = '';
    this.#draw();
  }

  /** Asks again how full these folders are. */
  async count(paths, { stamp, byItself = false } = {}) {
    for (const path of new Set(paths)) {
      const folder = this.find(path);
      if (!folder) return this.load(byItself);
      Object.assign(folder, await getJson('/mailbox/folders', { folder: path, ...(stamp && { stamp }) }, { byItself }));
    }
    return this.#draw();
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
    return folder?.owner ? `${folder.name} \u00b7 ${folder.owner}` : folder?.name ?? path;
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
    this.#draw();
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
    this.#draw();
  }

  /** Lets the user choose a folder; answers its path, or null. */
  choose() {
    const dialog = byId('move-dialog');
    const filter = byId('move-filter');
    const draw = () => byId('move-list').replaceChildren(...this.#choices(filter.value));
    filter.value = '';
    filter.oninput = draw;
    filter.onkeydown = (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      byId('move-list').querySelector('button')?.click();
    };
    draw();
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((done) => {
      dialog.onclose = () => done(dialog.returnValue || null);
    });
  }

  #choices(filter) {
    const wanted = filter.toLowerCase();
    return this.#everywhere()
      .filter((folder) => folder.selectable && folder.path !== this.path)
      .filter((folder) => (folder.path + ' ' + folder.name).toLowerCase().includes(wanted))
      .map((folder) => {
        const button = element('button');
        button.value = folder.path;
        button.style.setProperty('--depth', folder.depth);
        button.append(icon(folder.use), element('span', '', this.title(folder.path)));
        const item = element('li');
        item.append(button);
        return item;
      });
  }

  #take({ folders, shared = [] }) {
    this.#all = folders.map((folder) => ({ ...this.find(folder.path), ...folder }));
    this.#shared = new Map(shared.map((owner) => [owner, this.#shared.get(owner) ?? { owner, folders: [], open: false }]));
    this.#reveal();
    this.#draw();
  }

  #draw() {
    const { folder, owner } = document.activeElement?.dataset ?? {};
    byId('folder-list').replaceChildren(...this.#items(this.#all), ...[...this.#shared.values()].flatMap((tree) => this.#tree(tree)));
    if (folder) byId('folder-list').querySelector(`[data-folder="${CSS.escape(folder)}"]`)?.focus();
    if (owner) byId('folder-list').querySelector(`[data-owner="${CSS.escape(owner)}"]`)?.focus();
  }

  #items(folders) {
    const items = folders.map((folder) => this.#item(folder));
    const firstOther = folders.findIndex((folder) => folder.use === 'none');
    if (firstOther > 0) items[firstOther].className = 'folder-group';
    return items;
  }

  #tree(tree) {
    const heading = element('button', 'folder folder-owner');
    heading.type = 'button';
    heading.title = [tree.owner, tree.problem].filter(Boolean).join(': ');
    heading.dataset.owner = tree.owner;
    heading.dataset.testid = 'folder-owner';
    heading.setAttribute('aria-expanded', String(tree.open));
    heading.append(icon('user'), element('span', 'folder-name', tree.owner), icon('chevron'));
    const head = element('li', 'folder-group');
    head.append(heading);
    if (!tree.open) return [head];
    if (tree.folders.length && !tree.problem) return [head, ...this.#items(tree.folders)];
    const told = element('li', 'folder-told', tree.problem || text('openingShared'));
    told.dataset.testid = 'folder-told';
    told.setAttribute('role', 'status');
    return [head, told, ...this.#items(tree.folders)];
  }

  #item(folder) {
    const link = element(folder.selectable ? 'a' : 'span', 'folder' + (folder.selectable ? '' : ' noselect'));
    const shown = folder.use === 'drafts' ? folder.total : folder.unread;
    link.style.setProperty('--depth', folder.use === 'none' ? folder.depth : 0);
    link.title = this.title(folder.path);
    if (folder.selectable) {
      link.href = base + '/mail?' + new URLSearchParams({ folder: folder.path });
      link.dataset.testid = 'folder';
      link.dataset.folder = folder.path;
      link.dataset.unread = folder.unread ?? 0;
      if (folder.path === this.path) link.setAttribute('aria-current', 'page');
    }
    link.append(icon(folder.use), element('span', 'folder-name', folder.name), element('span', 'folder-count', shown ? String(shown) : ''));
    const item = element('li');
    item.append(link);
    return item;
  }
}
