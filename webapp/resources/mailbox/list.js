// The list: a window onto a folder of any size. Rows come in windows of 50 when they are looked at.

import { isInUse } from './attention.js';
import { Chosen } from './chosen.js';
import { Conversations, counts } from './conversations.js';
import { DrawnRows } from './drawn.js';
import { explainEmpty } from './empty.js';
import { Expanded } from './expanded.js';
import { merge } from './merge.js';
import { byId, calm, element, getJson, Problem, tell, text } from './page.js';
import { Scroller } from './scroller.js';
import { WINDOW, Windows } from './windows.js';

const MOST_TRIES = 3;

export class MessageList {
  #drawn = new DrawnRows(this);
  #windows = new Windows(this, (page) => this.#take(page));
  #seen = 0;
  #validities = new Map();

  /** @param events opened(index), changed() when others are selected, acted(name, target), gone(keys) if deleted elsewhere, read(row) a message beneath a row, scrolled(), answered(page) */
  constructor(events) {
    this.box = byId('list-scroll');
    this.events = events;
    this.rows = new Map();
    this.total = 0;
    this.active = -1;
    this.openUid = 0;
    this.selected = new Chosen();
    this.conversations = new Conversations(this);
    this.scroller = new Scroller(this.box, () => this.#draw());
    this.expanded = new Expanded(this);
    this.box.addEventListener('click', (event) => this.#clicked(event));
    for (const left of ['pointerleave', 'focusout']) this.box.addEventListener(left, () => setTimeout(() => isInUse(this.box) || this.scroller.release()));
  }

  /**
   * Shows a folder from its newest message on, or around a message.
   *
   * @param query which list of the folder: sort, order, filter, search, scope, conversations
   */
  async show(folder, { sent = false, around, query = {} } = {}) {
    this.#forget();
    this.failed = false;
    byId('list-empty').hidden = true;
    byId('list-total').textContent = '';
    const isSame = folder === this.folder;
    Object.assign(this, { folder, sent, query, asked: {}, uidValidity: 0, total: 0, active: -1, openUid: isSame ? this.openUid : 0 });
    this.#seen = 0;
    this.expanded.forget();
    this.conversations.forget();
    this.clearSelection();
    this.scroller.setTotal(0);
    this.scroller.top = 0;
    byId('list-progress').hidden = false;
    try {
      const page = await this.#fetch(around ? { ...around, limit: WINDOW } : { offset: 0, limit: WINDOW });
      if (!page) return;
      this.#take(page);
      const index = around ? this.indexOf(this.key(folder, around.uid)) : -1;
      if (index >= 0) this.scroller.top = (index - 2) * this.scroller.rowHeight;
    } catch (problem) {
      if (problem instanceof Problem && query === this.query) this.#explain(problem, () => this.show(folder, { sent, query }));
      throw problem;
    } finally {
      byId('list-progress').hidden = true;
    }
  }

  /** Says in the list's place why there is none, and stays; what the server tells later brings the list too. */
  #explain(problem, again) {
    this.failed = true;
    const button = element('button', 'button', text('tryAgain'));
    button.dataset.testid = 'list-again';
    button.type = 'button';
    button.addEventListener('click', () => again().catch(tell));
    byId('list-empty').replaceChildren(element('span', '', problem.message), button);
    byId('list-empty').hidden = false;
    this.box.hidden = true;
  }

  /**
   * Reads the rows on screen again, and the newest, and lets in what changed. The place where the pointer or the keyboard
   * is at work stays where it is; new rows show up only in a list at its top.
   *
   * @param stamp of the change, if one was told; pages that ask with the same stamp share the server's answer
   * @param byItself whether nobody asked for it, so that a list in use is held still
   */
  async catchUp({ stamp, byItself = false } = {}) {
    const asked = { byItself, ...(stamp && { stamp }) };
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const before = await calm();
      const pages = await this.#read(asked);
      if (!pages) return;
      if (before !== (await calm())) continue;
      this.#merge(pages, byItself && isInUse(this.box));
      return;
    }
  }

  /** The newest window and the one on screen. */
  async #read(asked) {
    const top = await this.#fetch({ offset: 0, limit: WINDOW }, asked);
    if (top?.uidValidity !== this.uidValidity) return top && [top];
    const [first, last] = this.scroller.visible();
    if (last < top.rows.length || !this.rows.has(first)) return [top];
    const newest = this.rows.get(0)?.key;
    const fresh = Math.max(0, top.rows.findIndex((row) => row.key === newest));
    const near = await this.#fetch({ offset: Math.floor((first + fresh) / WINDOW) * WINDOW, limit: WINDOW }, asked);
    return near && near.uidValidity === top.uidValidity ? [top, near] : null;
  }

  /** How many messages came since the list was at its top. */
  get unseen() {
    if (Object.keys(this.query).some((name) => name !== 'conversations')) return 0;
    let count = 0;
    while (this.rows.get(count)?.uid > this.#seen) count++;
    return count;
  }

  /** The row that must not move: the pointer's, the keyboard's, or else the first on screen. */
  #anchor(inUse) {
    const [first, last] = this.scroller.visible();
    if (!inUse) return first;
    const hovered = this.box.querySelector('.row:hover')?.dataset.index;
    if (hovered !== undefined) return Number(hovered);
    return this.active >= first && this.active <= last ? this.active : first;
  }

  #merge(pages, inUse) {
    if (pages[0].uidValidity !== this.uidValidity) {
      this.clearSelection();
      this.#forget();
      this.active = -1;
      this.#take(pages[0]);
      return;
    }
    this.#windows.abort();
    const anchor = this.#anchor(inUse);
    const { top } = this.scroller;
    const regrouped = isGrouped([...this.rows.values()]) !== isGrouped(pages[0].rows);
    const merged = merge(this.rows, pages);
    const moved = merged.moved(anchor) - anchor;
    this.rows = merged.rows;
    this.active = this.active < 0 ? -1 : merged.moved(this.active);
    if (regrouped) {
      // A message that lies in a conversation now is not gone, and was not chosen with all of that.
      merged.gone.clear();
      this.selected = Chosen.of(this.selected, true);
    }
    merged.gone.forEach((key) => this.selected.delete(key));
    merged.renamed.forEach((now, key) => this.selected.rename(key, now));
    this.#windows.outdated(merged.unread);
    this.#drawn.follow();
    this.asked = pages[0];
    this.events.answered(pages[0]);
    this.#setTotal(merged.total);
    const atTop = !inUse && top < this.scroller.rowHeight / 2;
    if (inUse) this.scroller.hold(top + moved * this.scroller.rowHeight);
    else this.scroller.top = atTop ? 0 : top + moved * this.scroller.rowHeight;
    if (merged.gone.size) this.events.gone(merged.gone);
    this.events.changed();
  }

  /** The row of a message, in the list or in a conversation that was looked into. */
  row(key) {
    return this.rows.get(this.indexOf(key)) ?? this.conversations.row(key);
  }

  /** Where the row of a message is, or that of its conversation; -1 if that is not known. */
  placeOf(key) {
    const index = this.indexOf(key);
    const row = this.rowOfThread(this.conversations.row(key)?.thread.id);
    return index >= 0 || !row ? index : this.indexOf(row.key);
  }

  /** The row that stands for a conversation. */
  rowOfThread(id) {
    return id && [...this.rows.values()].find((row) => row.thread?.id === id);
  }

  indexOf(key) {
    for (const [index, row] of this.rows) if (row.key === key) return index;
    return -1;
  }

  /** What names a message on this page. */
  key(folder, uid) {
    return folder + '/' + uid;
  }

  /** Where messages lie, for asking the server: {folder, uidValidity, uids} for each folder. */
  places(keys) {
    const places = new Map();
    for (const key of keys) {
      const slash = key.lastIndexOf('/');
      const folder = key.slice(0, slash);
      const uid = Number(key.slice(slash + 1));
      const uidValidity = this.#validities.get(folder) ?? this.uidValidity;
      if (!places.has(folder)) places.set(folder, { folder, uidValidity, uids: [], keys: [] });
      places.get(folder).uids.push(uid);
      places.get(folder).keys.push(key);
    }
    return [...places.values()];
  }

  /** In what state the UIDs of a folder are that rows lie in; what was chosen in another state is chosen no more. */
  learn(folder, uidValidity) {
    const known = this.#validities.get(folder);
    this.#validities.set(folder, uidValidity);
    if (known && known !== uidValidity) for (const key of this.selected) if (key.startsWith(folder + '/')) this.selected.delete(key);
  }

  /** The rows of these messages that are known, by key. */
  rowsOf(keys) {
    const wanted = new Set(keys);
    const beneath = keys.map((key) => this.conversations.row(key)).filter(Boolean);
    return new Map([...beneath, ...[...this.rows.values()].filter((row) => wanted.has(row.key))].map((row) => [row.key, row]));
  }

  /** Changes what is known of messages, by what a function makes of each row or all alike, and draws them again. */
  patch(keys, change) {
    const wanted = new Set(keys);
    const known = this.conversations.patch(keys, change);
    for (const row of this.rows.values()) {
      const { thread } = row;
      const before = wanted.has(row.key) && counts([row]);
      if (before) Object.assign(row, change instanceof Function ? change(row) : change);
      if (known.has(thread?.id)) row.thread = { ...thread, ...known.get(thread.id) };
      // Of a conversation that nobody has looked into, the row's own message is all that is known to have changed.
      else if (thread && before) row.thread = { ...thread, ...added(thread, counts([row]), before) };
    }
    this.expanded.follow(this.rows.values());
    this.#redrawAll();
  }

  /**
   * Takes messages out, be their rows known or not; those below move up.
   *
   * @returns what brings them back
   */
  remove(keys) {
    const { rows, total, active, folder, query, uidValidity } = this;
    const gone = new Set(keys);
    const kept = new Map();
    let above = 0;
    let activeNow = active;
    for (const [index, row] of [...rows].sort(([one], [other]) => one - other)) {
      const left = this.conversations.without(row, gone);
      if (left) kept.set(index - above, left);
      else {
        above++;
        if (index < active) activeNow--;
      }
    }
    this.#windows.abort();
    this.rows = kept;
    this.conversations.remove(gone);
    this.expanded.follow(kept.values());
    keys.forEach((key) => this.selected.delete(key));
    // A conversation is one row, however many messages go.
    const left = Math.max(kept.size, total - (query.conversations ? above : keys.length));
    this.active = Math.min(activeNow, left - 1);
    this.#setTotal(left);
    this.#redrawAll();
    this.events.changed();
    return () => {
      if (folder !== this.folder || query !== this.query || uidValidity !== this.uidValidity) return;
      Object.assign(this, { rows, active });
      this.#setTotal(total);
      this.#redrawAll();
    };
  }

  /** What an element on screen stands for: {index, row}, and alone if it is a message of a conversation by itself. */
  target(element) {
    const drawn = element?.closest?.('.row');
    if (drawn?.classList.contains('child')) return this.expanded.target(drawn);
    const row = drawn?.dataset.uid && this.rows.get(Number(drawn.dataset.index));
    return row ? { index: Number(drawn.dataset.index), row } : undefined;
  }

  /** Where the keyboard is. */
  get current() {
    const row = this.expanded.chosen ?? this.rows.get(this.active);
    return row && { index: this.active, row, alone: row === this.expanded.chosen };
  }

  /** The messages that an action is for: {alone}, keys of some, and {whole}, rows all of whose conversations are meant. */
  meant({ row, alone } = {}) {
    if (!row) return { alone: [], whole: [] };
    return row.thread?.messages > 1 && !alone ? { alone: [], whole: [row] } : { alone: [row.key], whole: [] };
  }

  /** What is selected, or else the open message, or the active one. */
  targets() {
    if (this.selected.size) return this.meantBySelection();
    return this.openUid ? { alone: [this.openUid], whole: [] } : this.meant(this.current);
  }

  meantBySelection() {
    const whole = [...this.rows.values()].filter((row) => row.thread?.messages > 1 && this.selected.isWhole(row.key));
    const keys = new Set(whole.map((row) => row.key));
    return { alone: [...this.selected].filter((key) => !keys.has(key)), whole };
  }

  /** The keys of all messages that are meant. */
  async messages({ alone, whole }) {
    return [...new Set([...alone, ...(await this.conversations.keys(whole))])];
  }

  isChosen(row) {
    return this.selected.isWhole(row.key) || (this.selected.has(row.key) && !this.expanded.isOpen(row));
  }

  /** Whether the message that is open is this one, or lies in this conversation, out of sight. */
  isOpen(row) {
    return row.key === this.openUid || (row.thread !== undefined && row.thread.id === this.openThread && !this.expanded.isOpen(row));
  }

  /** Makes a row the active one, scrolled into view. */
  activate(index) {
    if (index < 0 || index >= this.total) return false;
    this.active = index;
    this.scroller.reveal(index);
    this.#redrawAll();
    return true;
  }

  /** Brings the keyboard to what an element stands for. */
  goTo({ index, at, alone }) {
    if (alone) return this.expanded.choose(index, at);
    this.expanded.leave();
    return this.activate(index);
  }

  /** Scrolls a message into view, if its row is known. */
  reveal(key) {
    const index = this.indexOf(key);
    if (index >= 0) this.scroller.reveal(index);
  }

  /** Chooses what an element or the keyboard is at, or chooses it no more. */
  async toggle(target, isRange = false) {
    if (!target) return;
    const { index, row, alone } = target;
    if (alone) await this.expanded.toggleSelected(target, isRange);
    else if (isRange) return this.selectRange(Math.max(0, this.active), index);
    else {
      if (this.isChosen(row)) this.selected.delete(row.key);
      else this.selected.add(row.key);
      this.goTo(target);
    }
    this.#redrawAll();
    this.events.changed();
  }

  selectRange(from, to) {
    for (let i = Math.min(from, to); i <= Math.max(from, to); i++) if (this.rows.has(i)) this.selected.add(this.rows.get(i).key);
    this.activate(to);
    this.events.changed();
  }

  selectLoaded() {
    this.rows.forEach((row) => this.selected.add(row.key));
    this.isAllLoaded = true;
    this.#redrawAll();
    this.events.changed();
  }

  /** Selects all messages of the list. */
  async selectWhole() {
    const { folder, query } = this;
    const keys = await this.refs();
    if (folder !== this.folder || query !== this.query) return;
    this.selected = Chosen.of(keys, true);
    this.#redrawAll();
    this.events.changed();
  }

  /** The keys of all messages of this list; with {flag, set} of those only that are marked so. */
  async refs(marked = {}) {
    const { places } = await getJson('/mailbox/refs', { folder: this.folder, ...this.query, ...marked });
    return this.taken(places);
  }

  /** The keys of messages that the server has named by runs of their UIDs. */
  taken(places) {
    const keys = new Set();
    for (const { folder, uidValidity, runs } of places) {
      this.learn(folder, uidValidity);
      for (let i = 0; i < runs.length; i += 2) for (let uid = runs[i]; uid <= runs[i] + runs[i + 1]; uid++) keys.add(this.key(folder, uid));
    }
    return keys;
  }

  clearSelection() {
    if (!this.selected.size) return;
    this.selected.clear();
    this.isAllLoaded = false;
    this.#redrawAll();
    this.events.changed();
  }

  markOpen(key) {
    this.openUid = key;
    this.openThread = this.row(key)?.thread?.id;
    const index = this.placeOf(key);
    if (index >= 0) this.active = index;
    this.#redrawAll();
  }

  #clicked(event) {
    const target = this.target(event.target);
    if (!target) return;
    const action = event.target.closest('[data-row-action]');
    if (action) this.events.acted(action.dataset.rowAction, target);
    else if (event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest('.row-check')) this.toggle(target, event.shiftKey).catch(tell);
    else {
      this.clearSelection();
      if (target.alone) this.events.read(this.expanded.choose(target.index, target.at));
      else this.events.opened(target.index);
    }
  }

  async #fetch(parameters, { byItself, ...asked } = {}) {
    const { folder, query } = this;
    const page = await this.ask({ ...parameters, ...asked }, { byItself });
    return folder === this.folder && query === this.query ? page : null;
  }

  /** Asks for a window of this list. */
  async ask(parameters, options) {
    const { folder } = this;
    const page = await getJson('/mailbox/rows', { folder, ...this.query, ...parameters }, options);
    for (const row of page.rows) {
      row.key = this.key(row.folder ?? folder, row.uid);
      this.learn(row.folder ?? folder, row.uidValidity ?? page.uidValidity);
    }
    return page;
  }

  #take(page) {
    if (this.uidValidity && page.uidValidity !== this.uidValidity) this.#forget();
    if (page.total !== this.total) this.#windows.abort();
    this.uidValidity = page.uidValidity;
    page.rows.forEach((row, i) => this.rows.set(page.offset + i, row));
    this.asked = page;
    this.events.answered(page);
    this.#windows.fresh(page);
    for (const index of this.rows.keys()) if (index >= page.total) this.rows.delete(index);
    this.#setTotal(page.total);
    this.#redrawAll();
  }

  #setTotal(total) {
    this.total = total;
    this.failed = false;
    this.scroller.setTotal(total);
    this.expanded.place();
    this.box.setAttribute('aria-rowcount', total);
    byId('list-total').textContent = text((isGrouped(this.asked.rows) ? 'conversationTotal' : 'messages') + (total === 1 ? 'One' : ''), total.toLocaleString());
    byId('list-empty').hidden = total > 0;
    if (total === 0) explainEmpty(this, this.asked.more);
    this.box.hidden = total === 0;
  }

  #forget() {
    this.#windows.forget();
    this.rows.clear();
    this.#redrawAll();
  }

  #redrawAll() {
    this.#drawn.outdated();
    this.scroller.redraw();
  }

  #draw() {
    const [first, last] = this.scroller.visible();
    this.#drawn.draw(first, last);
    this.box.toggleAttribute('aria-activedescendant', false);
    if (this.#drawn.has(this.active)) this.box.setAttribute('aria-activedescendant', 'row-' + this.active);
    this.expanded.draw();
    if (this.total && this.asked.rows) this.#windows.want(first, last);
    const newest = this.rows.get(0)?.uid ?? 0;
    if (!this.#seen || this.scroller.top < this.scroller.rowHeight / 2) this.#seen = Math.max(this.#seen, newest);
    this.events.scrolled();
  }
}

/** Whether rows stand for conversations, as they do once the folder is indexed. */
const isGrouped = (rows = []) => rows.some((row) => row.thread);

/** What is told of a conversation, after one of its messages has changed. */
const added = ({ unread, flagged }, now, before) => ({ unread: unread + now.unread - before.unread, flagged: flagged + now.flagged - before.flagged });
