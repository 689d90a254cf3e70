// Fetches the list's windows when they are looked at, and drops what nobody looks at any more.

import { tell } from './page.js';

/** Rows in a window. */
export const WINDOW = 50;

const PAUSE = 25;
const SAME_LOOK = 5;
const FLIGHT = 100;

const windowOf = (index) => Math.floor(index / WINDOW);

export class Windows {
  #loading = new Map();
  #stale = new Set();
  #last = -Infinity;

  /** @param list whose rows are missing; taken(page) is given each window that came */
  constructor(list, taken) {
    this.list = list;
    this.taken = taken;
  }

  /** Asks for the windows on screen and the next one. */
  want(first, last) {
    const { rows, total } = this.list;
    const windows = new Set();
    for (let w = windowOf(first); w <= windowOf(last) + 1 && w * WINDOW < total; w++) windows.add(w);
    for (const [w, request] of this.#loading) if (!windows.has(w)) request.abort();
    for (const w of windows) {
      const missing = !rows.has(w * WINDOW) || !rows.has(Math.min(total, (w + 1) * WINDOW) - 1);
      const stale = this.#stale.has(w) && w <= windowOf(last);
      if ((missing || stale) && !this.#loading.has(w)) this.#load(w);
    }
  }

  /** These places may be outdated: they are read again when somebody looks at them. */
  outdated(indices) {
    this.#stale = new Set([...indices].map(windowOf));
  }

  /** A window came. */
  fresh({ offset, rows }) {
    for (let i = offset; i < offset + rows.length; i += WINDOW) this.#stale.delete(windowOf(i));
  }

  /** What is on its way comes for a list that is no more. */
  abort() {
    this.#loading.forEach((request) => request.abort());
  }

  forget() {
    this.abort();
    this.#loading.clear();
    this.#stale.clear();
  }

  /** Whether a window was asked for just before, by an earlier look than this one. */
  #isFlying() {
    const now = performance.now();
    const flies = now - this.#last > SAME_LOOK && now - this.#last < FLIGHT;
    if (now - this.#last > SAME_LOOK) this.#last = now;
    return flies;
  }

  async #load(w) {
    const request = new AbortController();
    this.#loading.set(w, request);
    const { folder, query } = this.list;
    try {
      // A moment's pause, so that flying past with the scroll bar asks for little; the first look does not wait.
      if (this.#isFlying()) await new Promise((done) => setTimeout(done, PAUSE));
      if (request.signal.aborted) return;
      const page = await this.list.ask({ offset: w * WINDOW, limit: WINDOW }, { signal: request.signal });
      this.#loading.delete(w);
      if (folder === this.list.folder && query === this.list.query && !request.signal.aborted) this.taken(page);
    } catch (problem) {
      tell(problem);
    } finally {
      if (this.#loading.get(w) === request) this.#loading.delete(w);
    }
  }
}
