// What a person searched for lately, and which searches were saved. Kept in this browser, per account.

import { owner } from './page.js';

const KEY = 'oriel.searches:' + owner;
const NOTHING = { recent: [], saved: [] };
const MOST_RECENT = 10;

export class KeptSearches {
  #kept = read();

  /** @param changed called when a search is saved, renamed or deleted, on this page or another one of this browser */
  constructor(changed) {
    this.changed = changed;
    window.addEventListener('storage', (event) => {
      if (event.key !== KEY) return;
      this.#kept = read();
      changed();
    });
  }

  /** The newest first. */
  get recent() {
    return this.#kept.recent;
  }

  searched(words) {
    if (words) this.#keep({ recent: [words, ...this.recent.filter((each) => each !== words)].slice(0, MOST_RECENT) });
  }

  /** Each with name, folder, search and scope. */
  get saved() {
    return this.#kept.saved;
  }

  save(search) {
    this.#keep({ saved: [...this.saved, search] });
    this.changed();
  }

  rename(search, name) {
    this.#keep({ saved: this.saved.map((each) => (isSame(each, search) ? { ...each, name } : each)) });
    this.changed();
  }

  delete(search) {
    this.#keep({ saved: this.saved.filter((each) => !isSame(each, search)) });
    this.changed();
  }

  /** The saved one that searches for the same. */
  find(search) {
    return this.saved.find((each) => isSame(each, search));
  }

  #keep(change) {
    // What another page of this browser has kept meanwhile stays.
    this.#kept = { ...read(), ...change };
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#kept));
    } catch {
      // A browser that keeps nothing still searches.
    }
  }
}

/** A search of everything is the same in any folder. */
function isSame(one, other) {
  return one.search === other.search && (one.scope ?? 'folder') === (other.scope ?? 'folder') && (one.scope === 'all' || one.folder === other.folder);
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return { recent: texts(kept?.recent), saved: (kept?.saved ?? []).filter((each) => each?.name && each.search && each.folder) };
  } catch {
    return NOTHING;
  }
}

const texts = (all) => (all ?? []).filter((each) => typeof each === 'string');
