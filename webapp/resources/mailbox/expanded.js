// Conversations that are expanded in the list: their messages lie beneath the row that stands for them, newest first.

import { getJson, tell } from './page.js';
import { fill, makeRow } from './rows.js';

export class Expanded {
  // By the number of the conversation: its messages, and what its row told of it when they were read.
  #open = new Map();
  #known = new Map();
  #drawn = new Map();
  #chosen;

  /** @param list whose rows stand for conversations */
  constructor(list) {
    this.list = list;
    list.box.addEventListener('click', (event) => this.#clicked(event.target.closest('.row.child')?.dataset.key));
    document.addEventListener('keydown', (event) => this.#pressed(event));
  }

  /** The message beneath a row that the keyboard is at. */
  get chosen() {
    const row = this.list.rows.get(this.list.active);
    return row?.thread && row.thread.id === this.#chosen?.id ? this.#open.get(row.thread.id)?.rows[this.#chosen.at] : undefined;
  }

  /** A message of a conversation that was looked into. */
  row(key) {
    return this.#known.get(key);
  }

  /** The keyboard is at a row again. */
  leave() {
    this.#chosen = undefined;
  }

  forget() {
    this.leave();
    this.#open.clear();
    this.#known.clear();
    this.place();
  }

  /** The messages of the conversation that a row stands for, newest first. */
  async messages(row) {
    const { list } = this;
    const folder = row.folder ?? list.folder;
    const { rows } = await getJson('/mailbox/thread', { id: row.thread.id, folder });
    for (const each of rows) {
      each.folder ??= row.folder;
      each.uidValidity ??= row.uidValidity;
      each.key = list.key(each.folder ?? folder, each.uid);
      each.thread = { ...row.thread, messages: rows.length };
      if (each.folder) list.learn(each.folder, each.uidValidity);
      this.#known.set(each.key, each);
    }
    return rows.reverse();
  }

  /** The message to be read first where a row is opened: the newest that is unread, or else the row's own. */
  async toRead(row) {
    if (row.unread || !row.thread?.unread) return row;
    return (await this.messages(row)).find((each) => each.unread) ?? row;
  }

  async toggle(index, expand) {
    const row = this.list.rows.get(index);
    const { id, messages } = row?.thread ?? {};
    if (!(messages > 1) || this.#open.has(id) === expand) return;
    if (this.#open.has(id)) this.#change(() => this.#open.delete(id), index);
    else await this.#load(row);
  }

  async #load(row) {
    const { folder, query } = this.list;
    const entry = { rows: this.#open.get(row.thread.id)?.rows ?? [], told: told(row) };
    this.#open.set(row.thread.id, entry);
    try {
      const rows = await this.messages(row);
      if (folder === this.list.folder && query === this.list.query && this.#open.get(row.thread.id) === entry) this.#change(() => (entry.rows = rows));
    } catch (problem) {
      this.#change(() => this.#open.delete(row.thread.id));
      tell(problem);
    }
  }

  /** Changes what is expanded; the first row on screen stays where it is. */
  #change(change, collapsed) {
    const { scroller } = this.list;
    const [first] = scroller.visible();
    const above = scroller.top - scroller.y(first);
    change();
    this.place();
    // What is collapsed above the first line on screen leaves the row itself there.
    scroller.top = scroller.y(first) + (first === collapsed && above > scroller.rowHeight ? 0 : above);
  }

  /** Tells where room is needed, after rows came, went or moved. */
  place() {
    const gaps = [];
    for (const [index, row] of this.list.rows) {
      const entry = this.#open.get(row.thread?.id);
      if (!entry) continue;
      if (row.thread.messages < 2) this.#open.delete(row.thread.id);
      else gaps.push([index, entry.rows.length]);
      // New or other messages are read while the old ones are still shown.
      if (row.thread.messages > 1 && entry.told !== told(row)) this.#load(row);
    }
    this.list.scroller.insert(gaps.sort(([one], [other]) => one - other));
  }

  /** Takes messages out, or marks them otherwise, before the server has told. */
  remove(keys) {
    const gone = new Set(keys);
    for (const entry of this.#open.values()) entry.rows = entry.rows.filter((each) => !gone.has(each.key));
  }

  patch(keys, change) {
    for (const key of keys) if (this.#known.has(key)) Object.assign(this.#known.get(key), change instanceof Function ? change(this.#known.get(key)) : change);
    this.#drawn.forEach((each) => (each.shown = undefined));
  }

  /**
   * Goes to the next or the previous message, where one of the two is beneath a row.
   *
   * @returns the message or the row that it came to
   */
  step(by) {
    const { list } = this;
    const at = this.chosen ? this.#chosen.at : -1;
    const before = by < 0 && at < 0 && this.#open.get(list.rows.get(list.active - 1)?.thread?.id)?.rows;
    if (before?.length) return this.#choose(list.active - 1, before.length - 1);
    const here = this.#open.get(list.rows.get(list.active)?.thread?.id)?.rows ?? [];
    if (by < 0 ? at >= 0 : at + 1 < here.length) return this.#choose(list.active, at + by);
    this.leave();
    return undefined;
  }

  #choose(index, at) {
    const { list } = this;
    const row = list.rows.get(index);
    this.#chosen = at < 0 ? undefined : { id: row.thread.id, at };
    list.activate(index);
    list.scroller.reveal(index, at + 1);
    return this.chosen ?? row;
  }

  #pressed(event) {
    const { list } = this;
    const isHere = event.target === document.body || list.box.contains(event.target);
    if (!isHere || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
    if (!list.rows.get(list.active)?.thread || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    const isOut = (event.key === 'ArrowRight') === (getComputedStyle(list.box).direction === 'ltr');
    if (isOut && !this.#open.has(list.rows.get(list.active).thread.id)) this.toggle(list.active, true);
    else if (isOut && !this.chosen) this.step(1);
    else if (!isOut && this.chosen) this.#choose(list.active, -1);
    else if (!isOut) this.toggle(list.active, false);
  }

  #clicked(key) {
    if (!key) return;
    const child = [...this.#open].flatMap(([id, { rows }]) => rows.map((row, at) => ({ id, at, row }))).find(({ row }) => row.key === key);
    const index = child && [...this.list.rows].find(([, row]) => row.thread?.id === child.id)?.[0];
    if (index === undefined) return;
    this.list.clearSelection();
    this.list.events.read(this.#choose(index, child.at));
  }

  /** Draws the messages on screen beneath their rows. */
  draw() {
    const { list } = this;
    const { box, scroller } = list;
    const grouped = Boolean(list.query?.conversations);
    box.setAttribute('role', grouped ? 'treegrid' : 'grid');
    const seen = new Set();
    for (const row of scroller.space.querySelectorAll('.row:not(.child)')) {
      const message = list.rows.get(Number(row.dataset.index));
      const entry = this.#open.get(message?.thread?.id);
      row.toggleAttribute('aria-level', false);
      if (grouped) row.setAttribute('aria-level', 1);
      row.toggleAttribute('aria-expanded', false);
      if (message?.thread?.messages > 1) for (const each of [row, row.querySelector('.row-count')]) each?.setAttribute('aria-expanded', Boolean(entry));
      if (entry) this.#beneath(row, entry.rows, seen);
    }
    for (const [key, { row }] of this.#drawn) {
      if (seen.has(key)) continue;
      row.remove();
      this.#drawn.delete(key);
    }
  }

  #beneath(parent, rows, seen) {
    const { list } = this;
    const { box, scroller } = list;
    const index = Number(parent.dataset.index);
    let last = parent;
    rows.forEach((message, at) => {
      const y = scroller.position(index, at + 1);
      if (y + scroller.rowHeight < box.scrollTop || y > box.scrollTop + box.clientHeight) return;
      const row = this.#row(message);
      row.style.transform = `translateY(${y}px)`;
      if (last.nextSibling !== row) last.after(row);
      last = row;
      const active = this.chosen === message;
      row.classList.toggle('active', active);
      if (active) {
        parent.classList.remove('active');
        box.setAttribute('aria-activedescendant', row.id);
      }
      row.setAttribute('aria-selected', message.key === list.openUid);
      seen.add(message.key);
    });
  }

  #row(message) {
    const drawn = this.#drawn.get(message.key) ?? { row: makeRow() };
    this.#drawn.set(message.key, drawn);
    const { row } = drawn;
    if (drawn.shown === message) return row;
    drawn.shown = message;
    fill(row, { ...message, thread: undefined }, { sent: false, asked: {} });
    row.classList.add('child');
    row.id = 'row-of-' + message.key;
    row.draggable = false;
    row.dataset.testid = 'conversation-row';
    row.dataset.key = message.key;
    // What is done to rows by the pointer is for rows of the list.
    delete row.dataset.uid;
    row.querySelector('.row-hover').remove();
    row.querySelector('.row-check').remove();
    row.setAttribute('aria-level', 2);
    return row;
  }
}

const told = (row) => JSON.stringify([row.thread.messages, row.thread.unread, row.key]);
