// What changes mail: posted through Faces with the view's token, shown at once, taken back with the reason if refused.

import { post, tell, text, toast } from './page.js';

export class Actions {
  #undo = [];

  /** @param page list, folders, removed(uids), forGood() asks the user */
  constructor(page) {
    this.page = page;
  }

  async flag(uids, flag, set) {
    const { list, folders } = this.page;
    const mark = flag === 'SEEN' ? { unread: !set } : { flagged: set };
    const unread = flag === 'SEEN' ? uids.filter((uid) => Boolean(list.row(uid)?.unread) === set).length : 0;
    const before = uids.map((uid) => [uid, list.row(uid)]).filter(([, row]) => row).map(([uid, row]) => [uid, { unread: row.unread, flagged: row.flagged }]);
    list.patch(uids, mark);
    folders.adjust(list.folder, set ? -unread : unread);
    try {
      await post('flag', { ...this.#messages(uids), flag, set });
    } catch (problem) {
      for (const [uid, marks] of before) list.patch([uid], marks);
      folders.adjust(list.folder, set ? unread : -unread);
      this.#refused(problem);
    }
  }

  /** @param to {use: 'archive'} or {target: path, name} */
  move(uids, to) {
    const name = to.name ?? text(to.use) ?? '';
    return this.#leave(uids, () => post('move', { ...this.#messages(uids), ...(to.use ? { use: to.use } : { target: to.target }) }), text('moved', name));
  }

  async delete(uids) {
    const inDeleted = this.page.folders.find(this.page.list.folder)?.use === 'trash';
    if (inDeleted && !(await this.page.forGood())) return;
    await this.#leave(uids, () => post('delete', { ...this.#messages(uids), forGood: inDeleted }), text(inDeleted ? 'deletedForGood' : 'deleted'));
  }

  /** Takes the last move back. */
  async undo() {
    const last = this.#undo.pop();
    if (!last) return;
    try {
      const back = await post('move', { folder: last.now.folder, uidValidity: last.now.uidValidity, uids: last.now.uids.join(), target: last.from });
      toast(text('undone'));
      await this.page.refresh();
      if (this.page.list.folder === last.from && back.uids) this.page.list.reveal(back.uids[0]);
    } catch (problem) {
      tell(problem);
    }
  }

  async #leave(uids, action, done) {
    const { list } = this.page;
    const from = list.folder;
    list.patch(uids, { leaving: true });
    try {
      const now = await action();
      if (list.folder === from) this.page.removed(uids);
      const back = now.uids?.length === uids.length;
      if (back) this.#undo.push({ from, now });
      toast(done, back ? { label: text('undo'), testid: 'toast-undo', run: () => this.undo() } : undefined);
      this.page.recount(now.folder && [from, now.folder]);
    } catch (problem) {
      list.patch(uids, { leaving: false });
      this.#refused(problem);
    }
  }

  #refused(problem) {
    tell(problem);
    if (['MessageGone', 'FolderChangedUnderUs'].includes(problem.kind)) this.page.refresh();
  }

  #messages(uids) {
    return { folder: this.page.list.folder, uidValidity: this.page.list.uidValidity, uids: uids.join() };
  }
}
