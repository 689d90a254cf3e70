// Saved searches: the star beside the field, and their links above the folders.

import { base, byId, element, icon, toast, text as pageText } from './page.js';
import { texts } from '../ui/elements.js';

const text = texts(byId('search-texts').dataset);

export class SavedSearches {
  /** @param shown() the search that is shown, or nothing; open(search) shows another one */
  constructor(kept, { shown, open }) {
    this.kept = kept;
    this.shown = shown;
    this.open = open;
    byId('search-save').addEventListener('click', () => this.#star());
    byId('save-cancel').addEventListener('click', () => byId('save-dialog').close(''));
  }

  /** @returns whether a saved search is what is shown */
  draw() {
    const { kept } = this;
    const now = this.shown();
    const current = now && kept.find(now);
    byId('search-save').hidden = !now;
    byId('search-save').ariaPressed = String(Boolean(current));
    byId('saved-searches').replaceChildren(...kept.saved.map((each) => this.#drawn(each, each === current)));
    for (const each of ['saved-searches', 'saved-searches-title']) byId(each).hidden = !kept.saved.length;
    return Boolean(current);
  }

  #drawn(search, isCurrent) {
    const item = element('li', 'folder-item saved-search');
    const link = element('a', 'folder');
    link.href = base + '/mail?' + new URLSearchParams({ folder: search.folder, search: search.search, ...(search.scope && { scope: search.scope }) });
    link.title = search.search;
    link.dataset.testid = 'saved-search';
    if (isCurrent) link.setAttribute('aria-current', 'page');
    link.append(icon('star'), element('span', 'folder-name', search.name));
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.open(search);
    });
    const tools = element('span', 'saved-tools');
    tools.append(tool('rename', 'pen', search, () => this.#rename(search)), tool('delete', 'trash', search, () => this.#delete(search)));
    item.append(link, tools);
    return item;
  }

  async #star() {
    const now = this.shown();
    const saved = this.kept.find(now);
    if (saved) return this.#delete(saved);
    const name = await ask(now.search);
    if (name) this.kept.save({ ...now, name });
    return undefined;
  }

  async #rename(search) {
    const name = await ask(search.name);
    if (name) this.kept.rename(search, name);
  }

  #delete(search) {
    this.kept.delete(search);
    toast(text('deleted', search.name), { label: pageText('undo'), run: () => this.kept.find(search) ?? this.kept.save(search) });
  }
}

function tool(name, symbol, search, run) {
  const button = element('button', 'tool');
  button.type = 'button';
  button.title = text(name);
  button.setAttribute('aria-label', text(name) + ': ' + search.name);
  button.dataset.testid = 'saved-' + name;
  button.append(icon(symbol));
  button.addEventListener('click', run);
  return button;
}

/** The name that somebody gives it, or nothing. */
function ask(name) {
  const dialog = byId('save-dialog');
  const field = byId('save-name');
  field.value = name.slice(0, field.maxLength);
  dialog.returnValue = '';
  dialog.showModal();
  field.select();
  return new Promise((done) => {
    dialog.onclose = () => done(dialog.returnValue === 'yes' ? field.value.trim() : '');
  });
}
