// What the folders' menu does: posted to the server, or chosen for this browser.

import { byId, element, post, tell, text, toast } from './page.js';
import { COLOURS } from './folder-choices.js';
import { folderText } from './folder-text.js';
import { treeItem } from './folder-tree.js';
import { FolderWork } from './folder-work.js';

export class FolderEdit {
  #work;

  /** @param folders the tree: see Folders
   *  @param page left(paths) and moved(from, to) tell whoever looks at such a folder; changed(path) that messages went */
  constructor(folders, page) {
    this.folders = folders;
    this.page = page;
    this.#work = new FolderWork((path) => page.changed(path));
    byId('folder-new').addEventListener('click', () => this.create());
  }

  /** The menu's entries for a folder, in groups. */
  entries(folder, item) {
    const { choices, order } = this.folders;
    const entry = (name, symbol, run, testid = 'folder-' + name) => ({ label: folderText(name), symbol, run, testid });
    const ordinary = folder.use === 'none';
    const favourite = choices.isFavourite(folder.path);
    const paths = item.dataset.parent === undefined ? [] : this.folders.siblings(item);
    const at = ordinary ? paths.indexOf(folder.path) : -1;
    return [
      [
        entry('new', 'folder-plus', () => this.create(folder)),
        ...(ordinary ? [entry('rename', 'pen', () => this.rename(folder)), entry('move', 'move', () => this.move(folder)), entry('delete', 'trash', () => this.delete(folder))] : []),
      ],
      folder.selectable ? [entry('empty', 'folder-x', () => this.empty(folder)), entry('read', 'unread', () => this.read(folder))] : [],
      [
        ...(ordinary && folder.selectable ? [entry(folder.hidden ? 'show' : 'hide', folder.hidden ? 'eye' : 'eye-off', () => this.show(folder, folder.hidden))] : []),
        ...(folder.selectable ? [entry(favourite ? 'unfavour' : 'favour', 'star', () => this.#choose(() => choices.favour(folder.path, !favourite)))] : []),
        ...(at > 0 ? [entry('up', 'up', () => order.move(item, -1))] : []),
        ...(at >= 0 && at < paths.length - 1 ? [entry('down', 'down', () => order.move(item, 1))] : []),
      ],
      ['', ...COLOURS].map((colour) => ({
        label: folderText('colour' + capital(colour || 'none')), colour, checked: choices.colour(folder.path) === colour, testid: 'folder-colour-' + (colour || 'none'),
        run: () => this.#choose(() => choices.paint(folder.path, colour)),
      })),
    ];
  }

  #choose(change) {
    change();
    this.folders.draw();
  }

  /** Makes a folder in this one, or at the top. */
  create(parent) {
    if (parent) this.folders.choices.fold(parent.path, false);
    this.folders.draw();
    const above = parent && this.folders.item(parent.path);
    const item = treeItem('new', above ? Number(above.ariaLevel) + 1 : 1, 0, 1);
    item.ariaLabel = folderText('newName');
    if (above) above.after(item);
    else this.folders.tree.append(item);
    this.#ask(item, '', folderText('newName'), async (name) => {
      const { path } = await post('createFolder', { name, ...(parent ? { folder: parent.path } : {}) });
      await this.folders.reload();
      return path;
    });
  }

  rename(folder) {
    this.folders.draw();
    const item = this.folders.item(folder.path);
    item.querySelector('.folder').hidden = true;
    this.#ask(item, folder.name, folderText('newName'), async (name) => {
      return name === folder.name ? folder.path : this.#moved(folder, () => post('renameFolder', { folder: folder.path, name }));
    });
  }

  /** Asks for a name where the folder stands; Enter takes it, Escape leaves all as it was. @param take resolves to where the folder is then */
  #ask(item, value, label, take) {
    const input = element('input', 'field folder-input');
    Object.assign(input, { value, placeholder: label, maxLength: 200, ariaLabel: label, autocomplete: 'off', spellcheck: false });
    input.dataset.testid = 'folder-name';
    item.append(input);
    this.folders.busy(true);
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      this.folders.busy(false);
      this.folders.draw();
    };
    const commit = async () => {
      if (over || input.readOnly) return;
      if (input.value.trim() === '' || input.value === value) return end();
      input.readOnly = true;
      try {
        const path = await take(input.value.trim());
        const isHere = document.activeElement === input;
        end();
        if (isHere) this.folders.focus(path);
      } catch (problem) {
        input.readOnly = false;
        input.setAttribute('aria-invalid', 'true');
        input.focus();
        tell(problem);
      }
    };
    input.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Enter') commit();
      if (event.key !== 'Escape') return;
      end();
      this.folders.focus(item.dataset.key);
    });
    input.addEventListener('blur', () => (input.ariaInvalid === 'true' ? end() : commit()));
    input.focus();
    input.select();
  }

  async move(folder) {
    const inside = new Set(this.folders.within(folder.path).map((each) => each.path));
    const places = this.folders.siblingsOf(folder).filter((each) => !inside.has(each.path));
    const top = { path: '', name: folderText('top'), depth: 0, use: 'none' };
    const target = await this.folders.pick(folderText('moveTitle', folder.name), folder.depth && folder.parent ? [top, ...places] : places, (each) => each.path !== folder.parent);
    if (target !== undefined) await this.moveInto(folder, target);
  }

  /** Whether a folder can be moved into another one: not into itself, nor to where it is, nor to somebody else's. */
  canLieIn(folder, target) {
    return folder.use === 'none' && target.owner === folder.owner && target.path !== folder.parent && !this.folders.within(folder.path).includes(target);
  }

  /** @param target the path of the folder that it is moved into; none for the top */
  async moveInto(folder, target) {
    const from = folder.depth ? folder.parent : '';
    await this.#telling(async () => {
      const path = await this.#moved(folder, () => post('moveFolder', { folder: folder.path, ...(target ? { target } : {}) }));
      const words = target ? folderText('moved', folder.name, this.folders.find(target)?.name ?? target) : folderText('movedTop', folder.name);
      const back = () => this.#telling(() => this.#moved(this.folders.find(path), () => post('moveFolder', { folder: path, ...(from ? { target: from } : {}) })));
      // Some servers say that it is done, and it is not.
      if (this.folders.find(path)) toast(words, { label: text('undo'), testid: 'toast-undo', run: back });
    });
  }

  /** Takes along what was chosen for the folder, and whoever looks at it. */
  async #moved(folder, action) {
    const before = this.folders.within(folder.path).map((each) => each.path);
    const { path } = await action();
    const now = new Map(before.map((old) => [old, path + old.slice(folder.path.length)]));
    this.folders.choices.renamed(now);
    await this.folders.reload();
    this.page.moved(now);
    this.folders.focus(path);
    return path;
  }

  async delete(folder) {
    const inside = this.folders.within(folder.path);
    const counted = await this.#telling(() => this.folders.count(inside.filter((each) => each.selectable).map((each) => each.path)).then(() => true));
    if (!counted) return;
    const messages = inside.reduce((sum, each) => sum + (this.folders.find(each.path)?.total ?? 0), 0);
    const lost = [inside.length > 1 && folderText('lostFolders', (inside.length - 1).toLocaleString()), folderText('lostMessages', messages.toLocaleString())];
    if (!(await confirmed(folderText('deleteTitle', folder.name), lost, folderText('deleteYes')))) return;
    await this.#telling(async () => {
      try {
        await post('deleteFolder', { folder: folder.path });
        toast(folderText('deleted', folder.name));
        this.page.left(inside.map((each) => each.path));
      } finally {
        await this.folders.reload();
      }
    });
  }

  async empty(folder) {
    const counted = await this.#telling(() => this.folders.count([folder.path]).then(() => true));
    if (!counted) return;
    const total = this.folders.find(folder.path).total ?? 0;
    const forGood = ['junk', 'trash'].includes(folder.use);
    if (!total) return toast(folderText('emptied', folder.name));
    if (await confirmed(folderText('emptyTitle', folder.name), [folderText(forGood ? 'lostMessages' : 'movedMessages', total.toLocaleString())], folderText('emptyYes'))) {
      await this.#work.run(folder, 'emptyFolder', { running: 'emptying', done: 'emptied', total: () => total });
    }
  }

  read(folder) {
    return this.#work.run(folder, 'readFolder', { running: 'marking', done: 'allRead', total: ({ unread }) => unread });
  }

  async show(folder, shown) {
    await this.#telling(async () => {
      await post('showFolder', { folder: folder.path, shown });
      await this.folders.reload();
      if (!shown) toast(folderText('hidden', folder.name), { label: folderText('show'), run: () => this.show(folder, true) });
    });
  }

  async #telling(action) {
    try {
      return await action();
    } catch (problem) {
      tell(problem);
      return undefined;
    }
  }
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

function confirmed(question, details, yes) {
  const dialog = byId('folder-dialog');
  byId('folder-question').textContent = question;
  byId('folder-details').replaceChildren(...details.filter(Boolean).map((each) => element('li', '', each)));
  byId('folder-yes').textContent = yes;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((done) => {
    dialog.onclose = () => done(dialog.returnValue === 'yes');
  });
}
