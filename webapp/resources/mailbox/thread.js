// The other messages of a conversation, folded, in the reader: who wrote them and when. One that is chosen is opened there.

import { byId, element, fullDate, getJson, person, shortDate, text } from './page.js';

export class Thread {
  #rows = new Map();
  #id;

  /** @param chosen(row) called with the message that somebody wants to read; learned(folder, uidValidity) where messages lie */
  constructor(chosen, learned) {
    this.learned = learned;
    this.box = byId('reader-thread');
    this.chosen = chosen;
  }

  /** A message that the list does not show, if it is of the conversation that is open. */
  row(key) {
    return this.#rows.get(key);
  }

  /** Shows what belongs to a message; nothing if it stands alone. */
  async show(folder, row) {
    const id = row.thread?.messages > 1 ? row.thread.id : this.#rows.has(row.key) ? this.#id : undefined;
    if (!id) this.hide();
    if (!id || (id === this.#id && this.#mark(row))) return;
    this.#id = id;
    const { rows } = await getJson('/mailbox/thread', { id, folder }).catch(() => ({ rows: [] }));
    if (id !== this.#id) return;
    for (const each of rows) {
      each.key = (each.folder ?? folder) + '/' + each.uid;
      if (each.folder) this.learned(each.folder, each.uidValidity);
    }
    this.#rows = new Map(rows.map((each) => [each.key, each]));
    this.box.replaceChildren(...rows.map((each) => this.#item(each)));
    this.#mark(row);
  }

  /** The messages of a conversation that lie in a folder. */
  async messages(id, folder) {
    const { rows } = await getJson('/mailbox/thread', { id, folder });
    return rows.filter((each) => !each.folder).map((each) => ({ ...each, key: folder + '/' + each.uid }));
  }

  hide() {
    this.#id = undefined;
    this.#rows.clear();
    this.box.hidden = true;
  }

  #item(row) {
    const item = element('li');
    const button = element('button', 'thread-message');
    button.type = 'button';
    button.dataset.key = row.key;
    const date = element('time', '', shortDate(row.date));
    date.title = fullDate(row.date);
    const name = element(row.unread ? 'b' : 'span', '', person(row.from[0] ?? ['', '']) || text('noSender'));
    button.append(name, element('span', 'muted', row.preview ?? ''), date);
    button.addEventListener('click', () => this.chosen(row));
    item.append(button);
    return item;
  }

  /** Marks the one that is open; false if it is not among them. */
  #mark({ key }) {
    if (!this.#rows.has(key)) return false;
    this.box.hidden = this.#rows.size < 2;
    for (const button of this.box.querySelectorAll('button')) button.toggleAttribute('aria-current', button.dataset.key === String(key));
    return true;
  }
}
