// Work in many steps: shows how far it is and can be stopped. There is one at a time.

import { byId } from './page.js';
import { folderText } from './folder-text.js';

let running = false;
let stopped = false;

byId('folder-stop').addEventListener('click', () => (stopped = true));

export const longWork = {
  /** Begins; false while another one is running. */
  begin() {
    if (running) return false;
    running = true;
    stopped = false;
    return true;
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
    running = false;
    byId('folder-work').hidden = true;
  },
};
