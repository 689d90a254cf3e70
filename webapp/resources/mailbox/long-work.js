// Work in many steps: shows how far it is and can be stopped. One goes on at a time, the next waits for its turn.

import { byId, text } from './page.js';

let last = Promise.resolve();
let finish;
let stopped = false;

byId('long-work-stop').addEventListener('click', () => (stopped = true));

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
    byId('long-work').hidden = false;
    byId('long-work-text').textContent = text('workProgress', words, done.toLocaleString(), total.toLocaleString());
    byId('long-work-bar').max = total;
    byId('long-work-bar').value = done;
  },

  end() {
    byId('long-work').hidden = true;
    finish();
  },
};
