// Tells of new mail by a notification and a sound, if that was asked for, and only somebody who is not looking. However
// many pages are open, one of them tells: they agree by locks, which also work when a page is killed.

import { isWatched } from './attention.js';
import { byId, getJson, owner, person, text } from './page.js';
import { chime } from './sound.js';

const CHOSEN = 'oriel.news:' + owner;
const TOLD = 'oriel.news.told:' + owner;
const WATCHED = 'oriel.watched:' + owner;
const WINDOW = 50;
const ONE_BY_ONE = 3;

export class News {
  #unwatch;

  /** @param open called with {uidValidity, uid} of the message, or with nothing for the inbox */
  constructor(open) {
    this.open = open;
    byId('news-notify').addEventListener('change', (event) => this.#choose({ notify: event.target.checked }));
    byId('news-sound').addEventListener('change', (event) => this.#choose({ sound: event.target.checked }));
    for (const type of ['focus', 'blur']) window.addEventListener(type, () => this.#watch());
    document.addEventListener('visibilitychange', () => this.#watch());
    window.addEventListener('storage', ({ key }) => key === CHOSEN && this.#show());
    this.#watch();
    this.#show();
  }

  /** The inbox changed. @param stamp of the change, if there is one */
  async arrived(stamp = crypto.randomUUID?.()) {
    const { notify, sound } = chosen();
    if (!navigator.locks || (!notify && !sound)) return;
    // Whoever looks now sees it come, and may look away while this asks.
    const seen = await isWatchedSomewhere();
    const page = await getJson('/mailbox/rows', { folder: 'INBOX', offset: 0, limit: WINDOW, stamp }, { byItself: true });
    await navigator.locks.request(TOLD, async () => {
      const fresh = news(page);
      if (!fresh.length || seen || (await isWatchedSomewhere())) return;
      if (sound) chime();
      if (notify && allowed()) this.#tell(fresh, page.uidValidity);
    });
  }

  #tell(fresh, uidValidity) {
    if (fresh.length > ONE_BY_ONE) this.#notification(text('newMessages', fresh.length), '', 'oriel');
    else for (const row of fresh) this.#notification(person(row.from[0] ?? ['', '']) || text('noSender'), row.subject || text('noSubject'), `oriel.${uidValidity}.${row.uid}`, { uidValidity, uid: row.uid });
  }

  #notification(title, body, tag, message) {
    const shown = new Notification(title, { body, tag, icon: document.querySelector('link[rel="icon"]').href });
    shown.onclick = () => {
      window.focus();
      shown.close();
      this.open(message);
    };
  }

  async #choose(choice) {
    if (choice.notify) choice.notify = await ask();
    if (choice.sound) chime();
    localStorage.setItem(CHOSEN, JSON.stringify({ ...chosen(), ...choice }));
    this.#show(byId('news-notify').checked && !choice.notify && 'notify' in choice);
    // What is there already is no news.
    localStorage.removeItem(TOLD);
    this.arrived().catch(() => {});
  }

  /** @param refused whether it was asked for just now, so that the reason is to be said */
  #show(refused) {
    const { notify, sound } = chosen();
    byId('news-notify').checked = Boolean(notify) && allowed();
    byId('news-sound').checked = Boolean(sound);
    const why = byId('news-why');
    why.hidden = !refused && !(notify && !allowed());
    why.textContent = why.hidden ? '' : text(available() ? 'newsRefused' : 'newsUnavailable');
  }

  /** Holds a lock while somebody looks at this page. */
  #watch() {
    if (!navigator.locks || isWatched() === Boolean(this.#unwatch)) return;
    this.#unwatch?.();
    this.#unwatch = undefined;
    if (isWatched()) navigator.locks.request(WATCHED, { mode: 'shared' }, () => new Promise((done) => (this.#unwatch = done)));
  }
}

function chosen() {
  try {
    return JSON.parse(localStorage.getItem(CHOSEN)) ?? {};
  } catch {
    return {};
  }
}

/** The messages that no page has told of; from now on they count as told. */
function news({ uidValidity, rows }) {
  const told = JSON.parse(localStorage.getItem(TOLD) ?? 'null');
  const known = told?.uidValidity === uidValidity;
  const newest = Math.max(rows[0]?.uid ?? 0, known ? told.uid : 0);
  localStorage.setItem(TOLD, JSON.stringify({ uidValidity, uid: newest }));
  return known ? rows.filter((row) => row.uid > told.uid && row.unread) : [];
}

async function isWatchedSomewhere() {
  if (isWatched()) return true;
  const { held } = await navigator.locks.query();
  return held.some((lock) => lock.name === WATCHED);
}

const available = () => window.isSecureContext && 'Notification' in window && Boolean(navigator.locks);
const allowed = () => available() && Notification.permission === 'granted';

/** Asks the user's permission, by a click only. */
async function ask() {
  if (!available()) return false;
  await Notification.requestPermission();
  return allowed();
}
