// The folders with their unread counts, and the dialog that chooses one.

import { base, byId, element, getJson, icon } from './page.js';

export class Folders {
  #all = [];

  constructor(chosen) {
    byId('folder-list').addEventListener('click', (event) => {
      const link = event.target.closest('a.folder');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      chosen(link.dataset.folder);
    });
  }

  /** Names first, for they come at once; then the counts. */
  async load(byItself = false) {
    if (!this.#all.length) this.#take((await getJson('/mailbox/folders', {}, { byItself })).folders);
    this.#take((await getJson('/mailbox/folders', { counts: true }, { byItself })).folders);
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
    return this.#all.find((folder) => folder.path === path);
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
    this.#draw();
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
    return this.#all
      .filter((folder) => folder.selectable && folder.path !== this.path)
      .filter((folder) => (folder.path + ' ' + folder.name).toLowerCase().includes(wanted))
      .map((folder) => {
        const button = element('button');
        button.value = folder.path;
        button.style.setProperty('--depth', folder.depth);
        button.append(icon(folder.use), element('span', '', folder.name));
        const item = element('li');
        item.append(button);
        return item;
      });
  }

  #take(folders) {
    this.#all = folders.map((folder) => ({ ...this.find(folder.path), ...folder }));
    this.#draw();
  }

  #draw() {
    const items = this.#all.map((folder) => this.#item(folder));
    const firstOther = this.#all.findIndex((folder) => folder.use === 'none');
    if (firstOther > 0) items[firstOther].className = 'folder-group';
    const focused = document.activeElement?.dataset?.folder;
    byId('folder-list').replaceChildren(...items);
    if (focused) byId('folder-list').querySelector(`[data-folder="${CSS.escape(focused)}"]`)?.focus();
  }

  #item(folder) {
    const link = element(folder.selectable ? 'a' : 'span', 'folder' + (folder.selectable ? '' : ' noselect'));
    const shown = folder.use === 'drafts' ? folder.total : folder.unread;
    link.style.setProperty('--depth', folder.use === 'none' ? folder.depth : 0);
    link.title = folder.name;
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
