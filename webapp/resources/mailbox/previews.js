// How messages begin, for the rows on screen that do not know it yet: asked for all together, once nobody scrolls.

import { getJson } from './page.js';

const PAUSE = 150;
const MOST = 100;

export class Previews {
  #timer;
  #request;
  // What was asked for and not told, so that it is not asked for at every look.
  #asked = new Set();

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
    for (let index = first; index <= last && keys.length < MOST; index++) {
      const row = list.rows.get(index);
      if (row && row.preview === undefined && !this.#asked.has(row.key)) keys.push(row.key);
    }
    this.#request?.abort();
    if (!keys.length) return;
    this.#request = new AbortController();
    const { signal } = this.#request;
    for (const { folder, uidValidity, uids, keys: here } of list.places(keys)) {
      try {
        here.forEach((key) => this.#asked.add(key));
        const lines = await getJson('/mailbox/previews', { folder, uidValidity, uids: uids.join() }, { signal, byItself: true });
        uids.forEach((uid, i) => lines[uid] === undefined || list.patch([here[i]], { preview: lines[uid] }));
      } catch (problem) {
        // Rows are of use without it.
        if (problem.name === 'AbortError') here.forEach((key) => this.#asked.delete(key));
      }
    }
  }
}
