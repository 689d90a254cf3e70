// Conversations that are expanded in the list: their messages lie beneath the row that stands for them, newest first. They are
// rows like any other: what is done to one by pointer or keyboard is done to that message alone.

import { PART } from './conversations.js';
import { tell } from './page.js';
import { blank, fill, makeRow } from './rows.js';

export class Expanded {
  // By the number of the conversation what its row told of it when its messages were read.
  #open = new Map();
  #reading = new Set();
  #drawn = new Map();
  #chosen;

  /** @param list whose rows stand for conversations */
  constructor(list) {
    this.list = list;
    document.addEventListener('keydown', (event) => this.#pressed(event));
  }

  /** The message beneath a row that the keyboard is at. */
  get chosen() {
    const row = this.list.rows.get(this.list.active);
    return row?.thread && row.thread.id === this.#chosen?.id && this.#open.has(row.thread.id) ? this.#rows(row)[this.#chosen.at] : undefined;
  }

  isOpen(row) {
    return this.#open.has(row?.thread?.id);
  }

  #rows(row) {
    return this.list.conversations.of(row?.thread?.id).rows;
  }

  #lines(row) {
    return this.isOpen(row) ? this.list.conversations.of(row.thread.id).total : 0;
  }

  /** The keyboard is at a row again. */
  leave() {
    this.#chosen = undefined;
  }

  forget() {
    this.leave();
    this.#open.clear();
    this.place();
  }

  async toggle(index, expand) {
    const row = this.list.rows.get(index);
    if (!(row?.thread?.messages > 1) || this.isOpen(row) === expand) return;
    if (this.isOpen(row)) this.#change(() => this.#open.delete(row.thread.id), index);
    else await this.#load(row);
  }

  async #load(row) {
    const { list } = this;
    const { folder, query } = list;
    const entry = { told: told(row) };
    this.#open.set(row.thread.id, entry);
    try {
      await list.conversations.read(row);
      if (folder === list.folder && query === list.query && this.#open.get(row.thread.id) === entry) this.#change(() => this.#outdated());
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
      if (!this.isOpen(row)) continue;
      if (row.thread.messages < 2) this.#open.delete(row.thread.id);
      else gaps.push([index, this.#lines(row)]);
      // New or other messages are read while the old ones are still shown.
      if (row.thread.messages > 1 && this.#open.get(row.thread.id).told !== told(row)) this.#load(row);
    }
    this.list.scroller.insert(gaps.sort(([one], [other]) => one - other));
  }

  /** The page itself changed what rows tell: there is nothing new to be read. */
  follow(rows) {
    if (this.#open.size) for (const row of rows) if (this.isOpen(row)) this.#open.get(row.thread.id).told = told(row);
    this.#outdated();
  }

  #outdated() {
    this.#drawn.forEach((each) => (each.shown = undefined));
  }

  /**
   * Goes to the next or the previous message, where one of the two is beneath a row.
   *
   * @returns the message or the row that it came to; with no key if it is still to be read
   */
  step(by) {
    const { list } = this;
    const at = this.chosen ? this.#chosen.at : -1;
    const before = by < 0 && at < 0 ? this.#lines(list.rows.get(list.active - 1)) : 0;
    if (before) return this.choose(list.active - 1, before - 1);
    if (by < 0 ? at >= 0 : at + 1 < this.#lines(list.rows.get(list.active))) return this.choose(list.active, at + by);
    this.leave();
    return undefined;
  }

  /** Goes to a message beneath a row, or with -1 to the row. */
  choose(index, at) {
    const { list } = this;
    const row = list.rows.get(index);
    this.#chosen = at < 0 ? undefined : { id: row.thread.id, at };
    list.activate(index);
    list.scroller.reveal(index, at + 1);
    return at < 0 ? row : (this.chosen ?? {});
  }

  #pressed(event) {
    const { list } = this;
    const isHere = event.target === document.body || list.box.contains(event.target);
    if (!isHere || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
    const row = list.rows.get(list.active);
    if (!row?.thread || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    const isOut = (event.key === 'ArrowRight') === (getComputedStyle(list.box).direction === 'ltr');
    if (isOut && !this.isOpen(row)) this.toggle(list.active, true);
    else if (isOut && !this.chosen) this.step(1);
    else if (!isOut && this.chosen) this.choose(list.active, -1);
    else if (!isOut) this.toggle(list.active, false);
  }

  /** The messages that are drawn. */
  onScreen() {
    return [...this.#drawn.values()].map(({ shown, row }) => shown ?? this.list.conversations.row(row.dataset.key)).filter(Boolean);
  }

  /** The message of an element that is drawn here, as the list's own target(). */
  target(drawn) {
    const { index, at } = drawn.dataset;
    const row = this.#rows(this.list.rows.get(Number(index)))[at];
    return row?.key === drawn.dataset.key ? { index: Number(index), at: Number(at), row, alone: true } : undefined;
  }

  /** Chooses a message, or chooses it no more; with others of its conversation those between. */
  async toggleSelected({ index, at, row }, isRange) {
    const { selected, rows } = this.list;
    const parent = rows.get(index);
    const [from, to] = isRange && this.#chosen?.id === row.thread.id ? [this.#chosen.at, at].sort((one, other) => one - other) : [at, at];
    if (selected.isWhole(parent.key)) {
      selected.delete(parent.key);
      for (const key of await this.list.conversations.keys([parent])) selected.add(key, true);
    }
    const keys = this.#rows(parent).slice(from, to + 1).filter(Boolean).map((each) => each.key);
    if (!isRange && selected.has(row.key)) selected.delete(row.key);
    else for (const key of keys) selected.add(key, true);
    this.choose(index, at);
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
      row.toggleAttribute('aria-level', false);
      if (grouped) row.setAttribute('aria-level', 1);
      row.toggleAttribute('aria-expanded', false);
      if (message?.thread?.messages > 1) for (const each of [row, row.querySelector('.row-count')]) each?.setAttribute('aria-expanded', this.isOpen(message));
      if (this.isOpen(message)) this.#beneath(row, message, seen);
    }
    for (const [name, { row }] of this.#drawn) {
      if (seen.has(name)) continue;
      row.remove();
      this.#drawn.delete(name);
    }
  }

  #beneath(parent, message, seen) {
    const { list } = this;
    const { box, scroller } = list;
    const index = Number(parent.dataset.index);
    const y = (at) => scroller.position(index, at + 1);
    const first = Math.max(0, Math.floor((box.scrollTop - y(0)) / scroller.rowHeight));
    const last = Math.min(this.#lines(message) - 1, Math.ceil((box.scrollTop + box.clientHeight - y(0)) / scroller.rowHeight));
    const rows = this.#rows(message);
    let before = parent;
    for (let at = first; at <= last; at++) {
      const name = message.thread.id + '/' + at;
      const row = this.#row(name, rows[at], message);
      if (!rows[at]) this.#want(message, at);
      row.style.transform = `translateY(${y(at)}px)`;
      Object.assign(row.dataset, { index, at });
      if (before.nextSibling !== row) before.after(row);
      before = row;
      row.id = 'row-of-' + name;
      const active = this.#chosen?.at === at && this.chosen === rows[at] && index === list.active;
      row.classList.toggle('active', active);
      if (active) {
        parent.classList.remove('active');
        box.setAttribute('aria-activedescendant', row.id);
      }
      seen.add(name);
    }
  }

  /** Reads the part that a message is in, once. */
  #want(row, at) {
    const offset = Math.floor(at / PART) * PART;
    const name = row.thread.id + '/' + offset;
    if (this.#reading.has(name)) return;
    this.#reading.add(name);
    this.list.conversations
      .read(row, offset)
      .then(() => this.list.scroller.redraw(), tell)
      .finally(() => this.#reading.delete(name));
  }

  #row(name, message, parent) {
    const { list } = this;
    const drawn = this.#drawn.get(name) ?? { row: makeRow() };
    this.#drawn.set(name, drawn);
    const { row } = drawn;
    if (drawn.shown !== message || !message) {
      drawn.shown = message;
      if (message) fill(row, { ...message, thread: undefined }, { sent: false, asked: {} });
      else blank(row);
      row.classList.add('child');
      row.dataset.testid = 'conversation-row';
      row.dataset.key = message?.key ?? '';
      // A row of the list is told by it.
      delete row.dataset.uid;
      row.setAttribute('aria-level', 2);
    }
    const chosen = Boolean(message) && (list.selected.isAlone(message.key) || (list.selected.isWhole(parent.key) && message.folder === parent.folder));
    row.classList.toggle('chosen', chosen);
    row.setAttribute('aria-selected', chosen || (Boolean(message) && message.key === list.openUid));
    return row;
  }
}

const told = (row) => JSON.stringify([row.thread.messages, row.thread.unread, row.thread.flagged, row.key]);
