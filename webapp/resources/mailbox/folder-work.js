// Long work on all messages of a folder, step by step, as the server says how much is left.

import { longWork } from './long-work.js';
import { post, tell, text, toast } from './page.js';
import { folderText } from './folder-text.js';

// Nobody waits longer than this without being told.
const SOON_MS = 300;

export class FolderWork {
  /** @param ended called with the path when it is over, however it went */
  constructor(ended) {
    this.ended = ended;
  }

  /** @param action what is posted again and again, until nothing is left; words are keys of the texts while it runs and when it is done; total(folder) how many messages it is about, if known */
  async run(folder, action, words) {
    await longWork.begin();
    let done = 0;
    const total = words.total?.(folder);
    const soon = total && setTimeout(() => longWork.show(folderText(words.running, folder.name), 0, total), SOON_MS);
    try {
      let work = { left: 1 };
      while (work.left && !longWork.stopped) {
        work = await post(action, { folder: folder.path, ...(work.upTo && { upTo: work.upTo }) });
        clearTimeout(soon);
        done += work.done;
        if (work.left) longWork.show(folderText(words.running, folder.name), done, done + work.left);
      }
      toast(work.left ? text('workStopped', done.toLocaleString(), work.left.toLocaleString()) : folderText(words.done, folder.name, done.toLocaleString()));
    } catch (problem) {
      tell(problem);
    } finally {
      clearTimeout(soon);
      longWork.end();
      this.ended(folder.path);
    }
  }
}
