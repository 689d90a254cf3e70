// What changes mail: posted through Faces with the view's token, shown at once, taken back with the reason if refused.

import { BATCH, count, eachBatch } from './batches.js';
import { hush, post, tell, text, toast } from './page.js';
import { hasTag, keyword, tagging, told, withTag } from './tags.js';

const MOST_UNDO = 20;

export class Actions {
  #undo = [];

  /** @param page list, folders, removed(keys) answers how to take it back, patch(keys, change), recount(paths), refresh(), forGood(count) asks the user */
  constructor(page) {
    this.page = page;
  }

  /** @param byItself whether nobody asked for it, so that there is nothing to take back */
  async flag(keys, flag, set, { byItself = false } = {}) {
    const work = this.#turn(keys, flag, set);
    const offer = byItself ? undefined : this.#offer(work.then((done) => done.length && (() => this.#mark(done, flag, !set))));
    const done = await work;
    if (offer?.stands() && count(done) > 1) toast(text('marked', count(done).toLocaleString()), offer);
  }

  async #turn(keys, flag, set) {
    try {
      return await this.#mark(this.page.list.places(await this.#others(keys, flag, set)), flag, set);
    } catch (problem) {
      tell(problem);
      return [];
    }
  }

  /** @param to {use: 'archive'} or {target: path, name} */
  move(keys, to) {
    const name = to.name ?? text(to.use) ?? '';
    return this.#leave(keys, (place) => post('move', { ...messages(place), ...(to.use ? { use: to.use } : { target: to.target }) }), text('moved', name));
  }

  /** Undone only where the server told of every copy which it is. */
  async copy(keys, { target, name }) {
    const work = eachBatch(this.page.list.places(keys), text('copied', name), (place) => post('copy', { ...messages(place), target }));
    const isKnown = ({ now }) => now.uids?.length;
    const offer = this.#offer(work.then(({ done }) => done.length && done.every(isKnown) && (() => this.#uncopy(done))));
    const { done, left, problem } = await work;
    if (done.length || problem) await this.#copied(target);
    if (problem) this.#refused(problem);
    else if (done.length) toast(stopped(done, left) ?? text('copied', name), done.every(isKnown) ? offer : undefined);
  }

  async #uncopy(copied) {
    const copies = copied.map(({ now, ...of }) => ({ ...now, keys: now.uids, of }));
    const { problem } = await eachBatch(copies, text('undoing'), (place) =>
      post('undoCopy', { ...messages(place), ofFolder: place.of.folder, ofUidValidity: place.of.uidValidity, ofUids: place.of.uids.join() }));
    await this.#copied(copies[0].folder);
    if (problem) throw problem;
  }

  /** There are more messages, or fewer, in a folder. */
  #copied(target) {
    const { list } = this.page;
    return target === list.folder || list.query.search ? this.page.refresh() : this.page.recount([target]);
  }

  async delete(keys) {
    const places = this.page.list.places(keys);
    const inDeleted = places.some(({ folder }) => this.page.folders.find(folder)?.use === 'trash');
    if (inDeleted && !(await this.page.forGood(keys.length))) return;
    await this.#leave(keys, (place) => post('delete', { ...messages(place), forGood: inDeleted }), text(inDeleted ? 'deletedForGood' : 'deleted'));
  }

  /** @param changes {tag, set} for each tag that is given or taken */
  async tag(keys, changes) {
    const done = [];
    const work = this.#tagAll(keys, changes, done);
    const offer = this.#offer(work.then(() => done.length && (() => this.#untag(done))));
    const problem = await work;
    if (problem) this.#refused(problem);
    else if (done.length && offer.stands()) toast(told(changes), offer);
    this.#foundAnew();
  }

  /** Tells what went wrong; what was done is added to done. */
  async #tagAll(keys, changes, done) {
    try {
      for (const { tag, set } of changes) {
        const isOther = (row) => hasTag(row, tag) !== set;
        const others = await this.#those(keys, isOther, { tag: keyword(tag), set: !set });
        const ended = await this.#tagged(this.page.list.places(others), tag, set);
        if (ended.done.length) done.push({ tag, set, places: ended.done });
        if (ended.problem) return ended.problem;
      }
      return undefined;
    } catch (problem) {
      return problem;
    }
  }

  async #tagged(places, tag, set) {
    const show = (shown, on) => this.page.patch(shown.flatMap((place) => place.keys), (row) => ({ tags: withTag(row, tag, on) }));
    show(places, set);
    const ended = await eachBatch(places, tagging(), (place) => post('tag', { ...messages(place), tag: keyword(tag), set }));
    show(ended.left, !set);
    return ended;
  }

  async #untag(done) {
    for (const { tag, set, places } of done) {
      const { problem } = await this.#tagged(places, tag, !set);
      if (problem) throw problem;
    }
    this.#foundAnew();
  }

  /** A search may find other messages now. */
  #foundAnew() {
    if (this.page.list.query.search) this.page.refresh();
  }

  /** Takes the last action back, or one that is named; up to twenty, one after the other. */
  async undo(named) {
    const last = named ?? this.#undo.at(-1);
    if (!last || !this.#undo.includes(last)) return;
    this.#undo.splice(this.#undo.indexOf(last), 1);
    // Nobody is to take it back twice.
    hush();
    try {
      const undo = await last.undo;
      if (!undo) return;
      await undo();
      toast(text('undone'));
    } catch (problem) {
      tell(problem);
    }
  }

  /** Those that are not marked so yet; of rows that were never read the server knows. */
  #others(keys, flag, set) {
    return this.#those(keys, (row) => Boolean(flag === 'SEEN' ? !row.unread : row.flagged) !== set, { flag, set: !set });
  }

  /** Those whose rows are so; asked is how the server is asked for them. */
  async #those(keys, isOther, asked) {
    const { list } = this.page;
    const rows = list.rowsOf(keys);
    if (rows.size === keys.length) return keys.filter((key) => isOther(rows.get(key)));
    if (keys.length <= BATCH) return keys.filter((key) => !rows.has(key) || isOther(rows.get(key)));
    const others = await list.refs(asked);
    return keys.filter((key) => others.has(key));
  }

  /** Answers what it was done to. */
  async #mark(places, flag, set) {
    this.#show(places, flag, set);
    const { done, left, problem } = await eachBatch(places, text('marking'), (place) => post('flag', { ...messages(place), flag, set }));
    this.#show(left, flag, !set);
    if (problem) this.#refused(problem);
    this.page.marked();
    return done;
  }

  #show(places, flag, set) {
    const { list, folders } = this.page;
    list.patch(places.flatMap((place) => place.keys), flag === 'SEEN' ? { unread: !set } : { flagged: set });
    if (flag === 'SEEN') for (const { folder, uids } of places) folders.adjust(folder, set ? -uids.length : uids.length);
  }

  async #leave(keys, action, told) {
    const work = this.#away(keys, action, told);
    const isWhole = ({ now, uids }) => now.uids?.length === uids.length;
    const offer = this.#offer(work.then(({ done }) => done.length && done.every(isWhole) && (() => this.#moveBack(done))));
    const { done, left, problem } = await work;
    if (problem) this.#refused(problem);
    else if (done.length && (offer.stands() || !done.every(isWhole))) toast(stopped(done, left) ?? told, done.every(isWhole) ? offer : undefined);
  }

  /** Takes the rows out at once, and brings them back if the server does not want to. */
  async #away(keys, action, told) {
    const { list } = this.page;
    const { folder, query } = list;
    const places = list.places(keys);
    const bringBack = keys.length <= BATCH ? this.page.removed(keys) : undefined;
    const ended = await eachBatch(places, told, async (place) => {
      const now = await action(place);
      if (!bringBack && list.folder === folder && list.query === query) this.page.removed(place.keys);
      return now;
    });
    const { done, left } = ended;
    if (left.length && bringBack) bringBack();
    if (!done.length) return ended;
    const changed = [...new Set(done.flatMap(({ folder: from, now }) => [from, now.folder]))];
    if (changed.includes(list.folder) && (list.folder !== folder || left.length || !bringBack)) this.page.refresh();
    else this.page.recount(changed.every(Boolean) ? changed : undefined);
    return ended;
  }

  async #moveBack(moved) {
    const { list } = this.page;
    const places = moved.map(({ folder, now }) => ({ ...now, target: folder, keys: now.uids }));
    const { done, problem } = await eachBatch(places, text('undoing'), (place) => post('move', { ...messages(place), target: place.target }));
    await this.page.refresh();
    if (problem) throw problem;
    const back = done.at(-1);
    if (list.folder === back?.target && back.now.uids) list.reveal(list.key(back.target, back.now.uids[0]));
  }

  /** Keeps how to take something back, be it still on its way: undo resolves to that, or to nothing if it can't be. */
  #offer(undo) {
    // Whoever takes back what is seen must not take back what was done before: that is still to be had by Ctrl+Z.
    hush('toast-undo');
    const entry = { undo };
    this.#undo.push(entry);
    this.#undo.splice(0, this.#undo.length - MOST_UNDO);
    undo.then((can) => can || (this.#undo = this.#undo.filter((each) => each !== entry)));
    return { label: text('undo'), testid: 'toast-undo', run: () => this.undo(entry), stands: () => this.#undo.includes(entry) };
  }

  #refused(problem) {
    tell(problem);
    if (['MessageGone', 'FolderChangedUnderUs'].includes(problem.kind)) this.page.refresh();
  }
}

/** What is said of work that somebody has stopped. */
const stopped = (done, left) => (left.length ? text('workStopped', count(done).toLocaleString(), count(left).toLocaleString()) : undefined);
const messages = ({ folder, uidValidity, uids }) => ({ folder, uidValidity, uids: uids.join() });
