// What a person chose about the folders: favourites, colours, order, what is folded. Kept in this browser, per account.

import { owner } from './page.js';

const KEY = 'oriel.folders:' + owner;
const NOTHING = { favourites: [], colours: {}, order: {}, folded: [], hiddenToo: false };

export const COLOURS = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'];

export class FolderChoices {
  #kept = read();

  /** @param changed called when another page of this browser chose something */
  constructor(changed) {
    window.addEventListener('storage', (event) => {
      if (event.key !== KEY) return;
      this.#kept = read();
      changed();
    });
  }

  get favourites() {
    return this.#kept.favourites;
  }

  isFavourite(path) {
    return this.#kept.favourites.includes(path);
  }

  favour(path, on) {
    this.#kept.favourites = this.#kept.favourites.filter((each) => each !== path).concat(on ? [path] : []);
    this.#keep();
  }

  colour(path) {
    return COLOURS.includes(this.#kept.colours[path]) ? this.#kept.colours[path] : '';
  }

  paint(path, colour) {
    if (colour) this.#kept.colours[path] = colour;
    else delete this.#kept.colours[path];
    this.#keep();
  }

  isFolded(key) {
    return this.#kept.folded.includes(key);
  }

  fold(key, on) {
    if (on === this.isFolded(key)) return;
    this.#kept.folded = this.#kept.folded.filter((each) => each !== key).concat(on ? [key] : []);
    this.#keep();
  }

  get hiddenToo() {
    return this.#kept.hiddenToo;
  }

  set hiddenToo(on) {
    this.#kept.hiddenToo = on;
    this.#keep();
  }

  /** The paths in the order that was chosen for those that lie in this parent; those nobody placed keep theirs, at the end. */
  ordered(parent, paths) {
    const chosen = this.#kept.order[parent] ?? [];
    return [...chosen.filter((path) => paths.includes(path)), ...paths.filter((path) => !chosen.includes(path))];
  }

  order(parent, paths) {
    this.#kept.order[parent] = paths;
    this.#keep();
  }

  /** Folders have other names now: a map from each path to the one that it has now. */
  renamed(now) {
    const path = (old) => now.get(old) ?? old;
    const keys = (map, value = (same) => same) => Object.fromEntries(Object.entries(map).map(([key, of]) => [path(key), value(of)]));
    const { favourites, colours, order, folded } = this.#kept;
    Object.assign(this.#kept, { favourites: favourites.map(path), colours: keys(colours), order: keys(order, (paths) => paths.map(path)), folded: folded.map(path) });
    this.#keep();
  }

  #keep() {
    localStorage.setItem(KEY, JSON.stringify(this.#kept));
  }
}

function read() {
  try {
    return { ...NOTHING, ...JSON.parse(localStorage.getItem(KEY)) };
  } catch {
    return { ...NOTHING };
  }
}
