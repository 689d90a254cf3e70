// What was changed elsewhere comes into the page: rows, counts, title. One change at a time, so that a burst of them costs
// two or three rounds and not a hundred.

import { isEnded } from '../ui/sign-in-again.js';
import { byId, Problem, tell, text } from './page.js';

const PAUSE = 300;
const SELDOM = 5;

export class Changes {
  #waiting = new Map();
  #busy = false;
  #connected = false;
  #minutes = 0;

  /** @param page list, folders, titles(), arrived(stamp) */
  constructor(page) {
    this.page = page;
    document.addEventListener('visibilitychange', () => this.#seen());
    byId('new-mail').addEventListener('click', () => {
      page.list.scroller.top = 0;
      page.list.box.focus();
    });
  }

  /** Something changed in a folder: {folder} or {use}, and the change's stamp; or which folders there are: {tree}. */
  heard({ folder, use, tree, stamp }) {
    if (tree) this.#quietly(() => this.page.folders.load(true));
    const path = folder ?? this.page.folders.byUse(use)?.path;
    if (!path) return;
    this.#waiting.set(path, stamp);
    this.#work();
  }

  /** There is a socket again, and nobody knows what changed while there was none; at first, since the page was made. */
  async missed() {
    const { list, folders } = this.page;
    const first = !this.#connected;
    this.#connected = true;
    await this.#quietly(async () => {
      await this.#rows();
      await (first ? folders.count([list.folder, 'INBOX'], { byItself: true }) : folders.load(true));
      this.page.titles();
      await this.page.arrived();
    });
  }

  /** Asks although nothing was told; with a socket more seldom, for the folders that nobody watches. */
  async minute(live) {
    const shared = this.page.list.folder.startsWith('//');
    if (!live || ++this.#minutes % SELDOM === 0) await this.missed();
    else if (shared) await this.#quietly(() => this.#take(this.page.list.folder));
  }

  /** Says how many new messages wait above the rows on screen. */
  told() {
    const { unseen } = this.page.list;
    const bar = byId('new-mail');
    bar.hidden = !unseen;
    const words = unseen === 1 ? text('newMessage') : text('newMessages', unseen);
    if (unseen && bar.textContent !== words) bar.textContent = words;
  }

  async #work() {
    if (this.#busy) return;
    this.#busy = true;
    while (this.#waiting.size) {
      const changes = [...this.#waiting];
      this.#waiting.clear();
      for (const [path, stamp] of changes) await this.#quietly(() => this.#take(path, stamp));
      await new Promise((done) => setTimeout(done, PAUSE));
    }
    this.#busy = false;
  }

  async #take(path, stamp) {
    const { list, folders } = this.page;
    if (path === list.folder) await this.#rows(stamp);
    await folders.count([path], { stamp, byItself: true });
    this.page.titles();
    if (path === 'INBOX') await this.page.arrived(stamp);
  }

  /** A page that nobody sees reads its rows when somebody does. */
  async #rows(stamp) {
    if (document.visibilityState === 'visible' && this.page.list.asked?.rows) await this.page.list.catchUp({ stamp, byItself: true });
  }

  /** The folder that is looked at last is the one that the server watches beside the inbox. */
  #seen() {
    if (document.visibilityState === 'visible') this.#quietly(() => this.#rows());
  }

  /** Nobody asked for it, so trouble is not told: the next round, or the socket's return, makes it good. */
  async #quietly(work) {
    try {
      await work();
    } catch (problem) {
      if (isEnded(problem)) tell(problem);
      else if (!(problem instanceof Problem) && problem.name !== 'AbortError') throw problem;
    }
  }
}
