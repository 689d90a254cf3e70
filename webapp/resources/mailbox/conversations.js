// The messages of conversations, as far as they were asked for: for what lies beneath a row, for the reader, and for what is
// done to a conversation as a whole.

import { getJson } from './page.js';

/** As many messages as are read at once. */
export const PART = 100;

/** As many conversations as are asked for at once. */
const MOST = 200;

const isWhole = ({ total, rows }) => rows.filter(Boolean).length === total;

/** How many of these messages are unread, and how many are flagged. */
export const counts = (rows) => ({ unread: rows.filter((row) => row.unread).length, flagged: rows.filter((row) => row.flagged).length });

/** Whether a row shows a flag: its message's, or that of any of the conversation that it stands for. */
export const isFlagged = (row) => Boolean(row.flagged || row.thread?.flagged);

export class Conversations {
  // By the number of the conversation: how many messages it has, and those that were read, newest first, at their places.
  #known = new Map();
  #rows = new Map();

  /** @param list whose rows stand for conversations */
  constructor(list) {
    this.list = list;
  }

  /** A message of a conversation that was looked into. */
  row(key) {
    return this.#rows.get(key);
  }

  /** What is known of a conversation: {total, rows}. */
  of(id) {
    return this.#known.get(id) ?? { total: 0, rows: [] };
  }

  forget() {
    this.#known.clear();
    this.#rows.clear();
  }

  /**
   * Reads messages of the conversation that a row stands for or belongs to.
   *
   * @param offset place of the first one, 0 = newest
   * @returns the conversation's number of messages, and these
   */
  async read(row, offset = 0) {
    return this.#read(row, { id: row.thread.id, offset });
  }

  /** Reads the conversation of a message that no row is known of. @returns its row, if it is indexed */
  async find(folder, uidValidity, uid) {
    await this.#read({ ...(folder !== this.list.folder && { folder, uidValidity }) }, { uid, uidValidity });
    return this.row(this.list.key(folder, uid));
  }

  async #read(row, which) {
    const { list } = this;
    const folder = row.folder ?? list.folder;
    const { id, total, unread, flagged, offset, rows } = await getJson('/mailbox/thread', { folder, ...which, limit: PART });
    const known = offset && this.of(id).total === total ? this.of(id) : { total, rows: [] };
    rows.forEach((each, i) => {
      each.folder ??= row.folder;
      each.uidValidity ??= row.uidValidity;
      each.key = list.key(each.folder ?? folder, each.uid);
      each.thread = { id, messages: total, unread, flagged };
      if (each.folder) list.learn(each.folder, each.uidValidity);
      known.rows[offset + i] = each;
      this.#rows.set(each.key, each);
    });
    this.#known.set(id, known);
    if (which.id) this.#known.set(which.id, known);
    return { total, rows };
  }

  /** Reads the conversations of these rows that nobody has looked into, so that it is known what stays when a message goes. */
  async know(rows) {
    await Promise.all(rows.filter(({ thread }) => thread?.messages > 1 && !this.#known.has(thread.id)).map((row) => this.read(row)));
  }

  /** The keys of all messages of these rows' conversations that lie in the rows' folders. */
  async keys(rows) {
    const { list } = this;
    const found = new Set(rows.map((row) => row.key));
    const [known, others] = [true, false].map((is) => rows.filter((row) => this.#isKnown(row) === is));
    for (const { thread, folder } of known) for (const row of this.of(thread.id).rows) if (row.folder === folder) found.add(row.key);
    for (const [folder, theirs] of Map.groupBy(others, (row) => row.folder ?? list.folder)) {
      for (let from = 0; from < theirs.length; from += MOST) {
        const thread = theirs.slice(from, from + MOST).map((row) => row.thread.id).join();
        const { places } = await getJson('/mailbox/refs', { folder, thread });
        for (const key of list.taken(places)) found.add(key);
      }
    }
    return found;
  }

  /** Whether all messages are known of the conversation that a row stands for, and are those that it tells of. */
  #isKnown({ key, thread }) {
    const known = this.of(thread.id);
    return known.total === thread.messages && isWhole(known) && known.rows.some((row) => row.key === key);
  }

  /** The newest message that is unread, of those that are known. */
  unread(row) {
    return this.of(row.thread?.id).rows.find((each) => each?.unread);
  }

  /** The message to be read first where a row is opened: the newest that is unread, or else the row's own. */
  async toRead(row) {
    if (row.unread || !row.thread?.unread) return row;
    return (await this.read(row)).rows.find((each) => each.unread) ?? row;
  }

  /**
   * What a row is once messages are gone: it stands for those that are left, by the newest in its folder.
   *
   * @param gone their keys
   * @returns nothing if none is left
   */
  without(row, gone) {
    const known = row.thread ? this.of(row.thread.id).rows : [];
    const out = known.filter((each) => gone.has(each.key));
    const isGone = gone.has(row.key);
    if (!isGone && !out.length) return row;
    const next = isGone ? known.find((each) => each && each.folder === row.folder && !gone.has(each.key)) : row;
    if (!next) return undefined;
    const messages = row.thread.messages - out.length;
    const { unread, flagged } = row.thread;
    return { ...next, thread: { ...row.thread, messages, unread: unread - counts(out).unread, flagged: flagged - counts(out).flagged } };
  }

  remove(gone) {
    for (const known of this.#known.values()) {
      for (let at = known.rows.length - 1; at >= 0; at--) {
        if (!gone.has(known.rows[at]?.key)) continue;
        known.rows.splice(at, 1);
        known.total--;
      }
    }
  }

  /** Changes messages, and answers how many are unread and flagged now in each conversation that is known whole, by its number. */
  patch(keys, change) {
    const changed = keys.map((key) => this.#rows.get(key)).filter(Boolean);
    for (const row of changed) Object.assign(row, change instanceof Function ? change(row) : change);
    const ids = new Set(changed.map((row) => row.thread.id));
    const counted = [...ids].map((id) => [id, this.of(id)]).filter(([, known]) => isWhole(known));
    return new Map(counted.map(([id, { rows }]) => [id, counts(rows)]));
  }
}
