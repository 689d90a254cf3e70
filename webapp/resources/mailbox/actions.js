// What changes mail: posted through Faces with the view's token, shown at once, taken back with the reason if refused.

import { post, tell, text, toast } from './page.js';

const MOST_UNDO = 20;

export class Actions {
  #undo = [];

  /** @param page list, folders, removed(keys), forGood() asks the user */
  constructor(page) {
    this.page = page;
  }

  async flag(keys, flag, set) {
    const { list, folders } = this.page;
    const mark = flag === 'SEEN' ? { unread: !set } : { flagged: set };
    const rows = keys.map((key) => list.row(key)).filter(Boolean);
    const turned = flag === 'SEEN' ? rows.filter((row) => Boolean(row.unread) === set) : [];
    const before = rows.map((row) => [row.key, { unread: row.unread, flagged: row.flagged }]);
    const places = list.places(keys);
    const count = (by) => places.forEach(({ folder, keys: here }) => folders.adjust(folder, by * turned.filter((row) => here.includes(row.key)).length));
    list.patch(keys, mark);
    count(set ? -1 : 1);
    try {
      for (const place of places) await post('flag', { ...messages(place), flag, set });
    } catch (problem) {
      for (const [key, marks] of before) list.patch([key], marks);
      count(set ? 1 : -1);
      this.#refused(problem);
    }
  }

  /** @param to {use: 'archive'} or {target: path, name} */
  move(keys, to) {
    const name = to.name ?? text(to.use) ?? '';
    return this.#leave(keys, (place) => post('move', { ...messages(place), ...(to.use ? { use: to.use } : { target: to.target }) }), text('moved', name));
  }

  async delete(keys) {
    const places = this.page.list.places(keys);
    const inDeleted = places.some(({ folder }) => this.page.folders.find(folder)?.use === 'trash');
    if (inDeleted && !(await this.page.forGood())) return;
    await this.#leave(keys, (place) => post('delete', { ...messages(place), forGood: inDeleted }), text(inDeleted ? 'deletedForGood' : 'deleted'));
  }

  /** Takes the last move back, or one that is named; up to twenty, one after the other. */
  async undo(named) {
    const last = named ?? this.#undo.at(-1);
    if (!last || !this.#undo.includes(last)) return;
    this.#undo.splice(this.#undo.indexOf(last), 1);
    try {
      let back;
      for (const { from, now } of last) back = { from, ...(await post('move', { folder: now.folder, uidValidity: now.uidValidity, uids: now.uids.join(), target: from })) };
      toast(text('undone'));
      await this.page.refresh();
      if (this.page.list.folder === back.from && back.uids) this.page.list.reveal(this.page.list.key(back.from, back.uids[0]));
    } catch (problem) {
      tell(problem);
    }
  }

  async #leave(keys, action, done) {
    const { list } = this.page;
    const { folder, query } = list;
    const steps = [];
    const places = list.places(keys);
    list.patch(keys, { leaving: true });
    try {
      for (const place of places) {
        steps.push({ from: place.folder, count: place.uids.length, now: await action(place) });
        if (list.folder === folder && list.query === query) this.page.removed(place.keys);
      }
      toast(done, this.#offer(steps));
    } catch (problem) {
      list.patch(keys, { leaving: false });
      this.#offer(steps);
      this.#refused(problem);
    }
    const changed = steps.flatMap(({ from, now }) => [from, now.folder]);
    if (steps.length) this.page.recount(changed.every(Boolean) ? [...new Set(changed)] : undefined);
  }

  /** Keeps how to take steps back, if that can be. */
  #offer(steps) {
    if (!steps.length || steps.some(({ now, count }) => now.uids?.length !== count)) return undefined;
    this.#undo.push(steps);
    this.#undo.splice(0, this.#undo.length - MOST_UNDO);
    return { label: text('undo'), testid: 'toast-undo', run: () => this.undo(steps) };
  }

  #refused(problem) {
    tell(problem);
    if (['MessageGone', 'FolderChangedUnderUs'].includes(problem.kind)) this.page.refresh();
  }
}

const messages = ({ folder, uidValidity, uids }) => ({ folder, uidValidity, uids: uids.join() });
