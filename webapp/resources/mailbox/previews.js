// How messages begin, for the rows on screen that do not know it yet: asked for all together, once nobody scrolls.

import { getJson } from './page.js';

const PAUSE = 150;
const MOST = 100;
const MOST_KEPT = 5000;

export class Previews {
  #timer;
  #request;
  // What was told, for rows that are read once more; nothing of what was asked for in vain, so that it is not asked for at every look.
  #lines = new Map();

  constructor(list) {
    this.list = list;
  }

  /** Some rows are on screen. */
  look() {
    clearTimeout(this.#timer);
    if (document.documentElement.dataset.previews !== 'true') return;
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    const { list } = this;
    const [first, last] = list.scroller.visible();
    const keys = [];
    const rows = list.expanded.onScreen();
    for (let index = first; index <= last; index++) if (list.rows.has(index)) rows.push(list.rows.get(index));
    for (const row of rows) {
      if (row.preview !== undefined || keys.length >= MOST) continue;
      const line = this.#lines.get(name(row, list));
      if (line !== undefined) list.patch([row.key], { preview: line });
      else if (!this.#lines.has(name(row, list))) keys.push(row.key);
    }
    this.#request?.abort();
    if (!keys.length) return;
    this.#request = new AbortController();
    const { signal } = this.#request;
    for (const { folder, uidValidity, uids, keys: here } of list.places(keys)) {
      const names = here.map((key) => uidValidity + '/' + key);
      try {
        names.forEach((each) => this.#lines.set(each, undefined));
        const lines = await getJson('/mailbox/previews', { folder, uidValidity, uids: uids.join() }, { signal, byItself: true });
        uids.forEach((uid, i) => this.#lines.set(names[i], lines[uid]));
        list.patch(here.filter((_, i) => lines[uids[i]] !== undefined), ({ uid }) => ({ preview: lines[uid] }));
        this.#forget();
      } catch (problem) {
        // Rows are of use without it.
        if (problem.name === 'AbortError') names.forEach((each) => this.#lines.delete(each));
      }
    }
  }

  /** The oldest go first. */
  #forget() {
    for (const each of this.#lines.keys()) {
      if (this.#lines.size <= MOST_KEPT) return;
      this.#lines.delete(each);
    }
  }
}

const name = (row, list) => (row.uidValidity ?? list.uidValidity) + '/' + row.key;
