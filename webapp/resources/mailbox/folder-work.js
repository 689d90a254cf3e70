// Long work on all messages of a folder, step by step: shows how far it is and can be stopped.

import { byId, post, tell, toast } from './page.js';
import { folderText } from './folder-text.js';

export class FolderWork {
  #running = false;
  #stopped = false;

  /** @param ended called with the path when it is over, however it went */
  constructor(ended) {
    this.ended = ended;
    byId('folder-stop').addEventListener('click', () => (this.#stopped = true));
  }

  /** @param action what is posted again and again, until nothing is left; words are keys of the texts while it runs and when it is done */
  async run(folder, action, words) {
    if (this.#running) return toast(folderText('busy'));
    this.#running = true;
    this.#stopped = false;
    let done = 0;
    try {
      let work = { left: 1 };
      while (work.left && !this.#stopped) {
        work = await post(action, { folder: folder.path, ...(work.upTo && { upTo: work.upTo }) });
        done += work.done;
        if (work.left) this.#show(folderText(words.running, folder.name), done, done + work.left);
      }
      toast(work.left ? folderText('stopped', done.toLocaleString(), work.left.toLocaleString()) : folderText(words.done, folder.name, done.toLocaleString()));
    } catch (problem) {
      tell(problem);
    } finally {
      this.#running = false;
      byId('folder-work').hidden = true;
      this.ended(folder.path);
    }
  }

  #show(words, done, total) {
    byId('folder-work').hidden = false;
    byId('folder-work-text').textContent = folderText('progress', words, done.toLocaleString(), total.toLocaleString());
    byId('folder-work-bar').max = total;
    byId('folder-work-bar').value = done;
  }
}
