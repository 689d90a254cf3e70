// Work in many steps: shows how far it is and can be stopped. One goes on at a time, the next waits for its turn.

import { byId } from './page.js';
import { folderText } from './folder-text.js';

let last = Promise.resolve();
let finish;
let stopped = false;

byId('folder-stop').addEventListener('click', () => (stopped = true));

export const longWork = {
  /** Begins, after all that came before. */
  async begin() {
    const before = last;
    let finished;
    last = new Promise((done) => (finished = done));
    await before;
    finish = finished;
    stopped = false;
  },

  get stopped() {
    return stopped;
  },

  show(words, done, total) {
    byId('folder-work').hidden = false;
    byId('folder-work-text').textContent = folderText('progress', words, done.toLocaleString(), total.toLocaleString());
    byId('folder-work-bar').max = total;
    byId('folder-work-bar').value = done;
  },

  end() {
    byId('folder-work').hidden = true;
    finish();
  },
};
