// How a folder's list is shown: sorted by what, narrowed to what, with or without conversations, how dense. Which list it is
// stands in the page's address; what somebody chose is kept for the next time.

import { byId, owner, text } from './page.js';

const NAMES = ['sort', 'order', 'filter', 'search', 'scope', 'conversations'];
const UP = ['sender', 'recipient', 'subject'];
const KEPT = 'oriel.view.' + owner;

const usual = (sort) => (UP.includes(sort) ? 'asc' : 'desc');

export class View {
  /** @param list that is shown; chosen(query) when somebody wants to see it otherwise */
  constructor(list, chosen) {
    this.list = list;
    this.chosen = chosen;
    this.kept = kept();
    this.#density(this.kept.density ?? 'comfortable');
    this.#previews(this.kept.previews ?? true);
    byId('list-view').addEventListener('click', (event) => this.#clicked(event.target.closest('[data-sort], [data-filter], [data-density], [data-switch]')));
    byId('list-view').addEventListener('keydown', (event) => this.#step(event));
    byId('filter-clear').addEventListener('click', () => this.#change({ filter: undefined }));
  }

  /** How a folder was shown the last time. */
  of(folder) {
    const { sort, order } = this.kept.folders?.[folder] ?? {};
    return this.#grouped(folder, { sort, order });
  }

  /** What an address says. */
  read(folder, parameters) {
    const query = Object.fromEntries(NAMES.map((name) => [name, parameters.get(name)]));
    return this.#grouped(folder, query, query.conversations);
  }

  /** What an address has to say for that. */
  told(folder, query) {
    const { conversations, ...rest } = query;
    return conversations === this.#grouped(folder, rest).conversations ? rest : { ...rest, conversations: Boolean(conversations) };
  }

  /** With conversations, if somebody wants them; where nobody has said so, in a folder by date, whole. What is narrowed or sorted otherwise is a list of messages. */
  #grouped(folder, query, wanted) {
    const narrowed = query.search || query.filter || (query.sort ?? 'date') !== 'date';
    const usually = narrowed ? false : String(this.kept.folders?.[folder]?.conversations ?? this.kept.conversations ?? true) === 'true';
    const grouped = wanted ? wanted === 'true' : usually;
    return clean({ ...query, conversations: grouped && 'true' });
  }

  isSame(one, other) {
    return NAMES.every((name) => one?.[name] === other?.[name]);
  }

  /** Leaves a search, and then what the list is narrowed to. */
  leave() {
    const { search, filter } = this.list.query;
    if (search) this.search('');
    else if (filter) this.#change({ filter: undefined });
  }

  /** Searches; nothing to search for ends it. */
  search(words, scope = this.list.query.scope) {
    const { sort, ...query } = this.list.query;
    const relevance = sort === 'relevance' && !words;
    const next = this.#grouped(this.list.folder, { ...query, ...(!relevance && { sort }), search: words, scope: words && scope !== 'folder' ? scope : undefined });
    // Half a word is no place to come back to.
    return this.chosen(next, Boolean(words && query.search));
  }

  /** What the server said of the list. */
  answered(page) {
    const { query } = this.list;
    const sort = query.sort ?? 'date';
    const order = query.order ?? usual(sort);
    for (const option of byId('list-view').querySelectorAll('[data-sort]')) {
      const on = option.dataset.sort === sort;
      option.setAttribute('aria-checked', on);
      option.dataset.order = on ? order : '';
      option.title = on ? text(order === 'asc' ? 'ascending' : 'descending') : '';
    }
    byId('sort-name').textContent = byId('list-view').querySelector(`[data-sort="${sort}"]`)?.textContent.trim() ?? '';
    byId('list-view').querySelector('[data-sort="relevance"]').hidden = !query.search;
    const filters = (query.filter ?? '').split(',');
    for (const option of byId('list-view').querySelectorAll('[data-filter]')) option.setAttribute('aria-checked', filters.includes(option.dataset.filter));
    byId('filter-clear').hidden = !query.filter;
    byId('filter-clear').querySelector('span').textContent = filters.filter(Boolean).map((name) => byId('list-view').querySelector(`[data-filter="${name}"]`)?.textContent.trim()).join(', ');
    this.#switch('conversations', Boolean(query.conversations));
    this.#switch('all-conversations', this.kept.conversations ?? true);
    const partly = page.known !== undefined && page.known < 1;
    byId('list-note').hidden = !partly && !page.problem;
    byId('list-note').textContent = page.problem ?? (partly ? text('indexing', Math.round(page.known * 100)) : '');
    byId('search-progress').hidden = !page.more;
    document.dispatchEvent(new Event('oriel:listed'));
  }

  #clicked(option) {
    if (!option) return;
    const { sort, filter, density } = option.dataset;
    if (sort) this.#sort(sort);
    else if (filter) this.#filter(filter);
    else if (density) this.#keep({ density: this.#density(density) });
    else if (option.dataset.switch === 'previews') this.#keep({ previews: this.#previews(option.getAttribute('aria-checked') !== 'true') });
    else if (option.dataset.switch === 'all-conversations') this.#groupAll(option.getAttribute('aria-checked') !== 'true');
    else this.#group(!this.list.query.conversations);
    if (sort || option.dataset.switch?.endsWith('conversations')) byId('list-view').open = false;
  }

  /** From entry to entry, as in any menu. */
  #step(event) {
    const items = [...event.currentTarget.querySelectorAll('[role^="menuitem"]:not([hidden])')];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: Math.max(at, 0) - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined || !event.currentTarget.open) return;
    event.preventDefault();
    items.at(to % items.length).focus();
  }

  /** The one that it is sorted by already turns the list round. */
  #sort(sort) {
    const { query } = this.list;
    const now = query.sort ?? 'date';
    const order = sort === now ? ((query.order ?? usual(sort)) === 'asc' ? 'desc' : 'asc') : usual(sort);
    this.#change({ sort: sort === 'date' ? undefined : sort, order: order === usual(sort) ? undefined : order });
  }

  #filter(name) {
    const on = new Set((this.list.query.filter ?? '').split(',').filter(Boolean));
    if (!on.delete(name)) on.add(name);
    this.#change({ filter: [...on].join() || undefined });
  }

  #change(change) {
    const query = this.#grouped(this.list.folder, { ...this.list.query, ...change });
    if (!query.search) this.#keepOf(this.list.folder, { sort: query.sort, order: query.order });
    return this.chosen(query);
  }

  /** What is sorted or narrowed is grouped this time only. */
  #group(on) {
    const { folder, query } = this.list;
    if (!query.search && !query.filter && !query.sort) this.#keepOf(folder, { conversations: on });
    this.chosen(clean({ ...query, conversations: on && 'true' }));
  }

  /** In all folders, those that were different included. */
  #groupAll(on) {
    const folders = Object.entries(this.kept.folders ?? {}).map(([path, { conversations, ...rest }]) => [path, rest]);
    this.#keep({ conversations: on, folders: Object.fromEntries(folders) });
    this.chosen(this.#grouped(this.list.folder, this.list.query));
  }

  #keepOf(folder, change) {
    this.#keep({ folders: { ...this.kept.folders, [folder]: { ...this.kept.folders?.[folder], ...change } } });
  }

  #density(density) {
    document.documentElement.dataset.density = density;
    for (const option of byId('list-view').querySelectorAll('[data-density]')) option.setAttribute('aria-checked', option.dataset.density === density);
    this.#measure();
    return density;
  }

  #previews(on) {
    document.documentElement.dataset.previews = on;
    this.#switch('previews', on);
    this.#measure();
    return on;
  }

  #switch(name, on) {
    byId('list-view').querySelector(`[data-switch="${name}"]`).setAttribute('aria-checked', on);
  }

  #measure() {
    this.list.scroller?.measure();
  }

  #keep(change) {
    Object.assign(this.kept, change);
    localStorage.setItem(KEPT, JSON.stringify(this.kept));
  }
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}

/** Without what is not set. */
function clean(query) {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value));
}
