// A copy of what is being written in this browser, so that no dead session, server or tab takes it away.

import { dock } from './words.js';

const PREFIX = `oriel.compose.${dock.dataset.owner}.`;
const OLDEST = 7 * 24 * 3600 * 1000;

/** Writes the copy; a full store is no reason to disturb the writer. */
export function keep(writing) {
  try {
    localStorage.setItem(PREFIX + writing.id, JSON.stringify({ ...writing, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

export function forget(id) {
  localStorage.removeItem(PREFIX + id);
}

/** Holds the name while this tab lives, so that no other tab offers to take the writing up. */
export function hold(id) {
  return new Promise((held) => {
    if (!navigator.locks) return held(() => {});
    navigator.locks.request(PREFIX + id, () => new Promise((release) => held(release)));
    return undefined;
  });
}

/** What was left by tabs that are gone, newest first. */
export async function left() {
  const held = new Set(((await navigator.locks?.query())?.held ?? []).map((lock) => lock.name));
  const found = [];
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(PREFIX) || held.has(key)) continue;
    const writing = read(key);
    if (writing && Date.now() - writing.at < OLDEST) found.push(writing);
    else localStorage.removeItem(key);
  }
  return found.sort((a, b) => b.at - a.at);
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
