// The other messages of a conversation, folded, in the reader: who wrote them and when. One that is chosen is opened there.

import { byId, element, fullDate, person, shortDate, tell, text } from './page.js';

export class Thread {
  #id;
  #row;
  #total = 0;
  #count = 0;

  /** @param conversations that are read; page: chosen(row) called with the message that somebody wants to read, acted(name, row) with what is done to all of them */
  constructor(conversations, page) {
    this.conversations = conversations;
    this.page = page;
    this.box = byId('reader-conversation');
    this.items = byId('reader-thread');
    this.box.addEventListener('click', (event) => {
      const name = event.target.closest('[data-thread-action]')?.dataset.threadAction;
      if (name) page.acted(name, this.#row);
    });
    byId('thread-earlier').addEventListener('click', () => this.#load(this.#count).catch(tell));
  }

  /** Shows what belongs to a message; nothing if it stands alone. */
  async show(row) {
    const { id, messages } = row.thread ?? {};
    if (!(messages > 1)) return this.hide();
    this.#row = row;
    if (id === this.#id && messages === this.#total && this.#rows().includes(this.conversations.row(row.key))) return this.#draw();
    this.#id = id;
    this.#count = 0;
    return this.#load(0).catch(() => this.hide());
  }

  /** What the list tells of the conversation now: its messages are read again if there are others. */
  told(row) {
    if (this.#id && row?.thread?.id === this.#id && row.thread.messages !== this.#total) this.show({ ...this.#row, thread: row.thread });
  }

  hide() {
    this.#id = undefined;
    this.box.hidden = true;
  }

  /** Messages were marked otherwise, or are gone. */
  patched() {
    if (this.#id) this.#draw();
  }

  async #load(offset) {
    const id = this.#id;
    const { total, rows } = await this.conversations.read(this.#row, offset);
    if (id !== this.#id) return;
    this.#total = total;
    this.#count = offset + rows.length;
    this.#draw();
  }

  /** Those that are shown, oldest first. */
  #rows() {
    return this.conversations.of(this.#id).rows.slice(0, this.#count).filter(Boolean).reverse();
  }

  #draw() {
    const rows = this.#rows();
    const { total } = this.conversations.of(this.#id);
    this.box.hidden = total < 2;
    byId('thread-count').textContent = text('conversation', total.toLocaleString());
    byId('thread-earlier').hidden = rows.length >= total;
    byId('thread-earlier').textContent = text('earlier', (total - rows.length).toLocaleString());
    this.items.replaceChildren(...rows.map((each) => this.#item(each)));
  }

  #item(row) {
    const item = element('li');
    const button = element('button', 'thread-message');
    button.type = 'button';
    button.dataset.key = row.key;
    button.toggleAttribute('aria-current', row.key === this.#row.key);
    const date = element('time', '', shortDate(row.date));
    date.title = fullDate(row.date);
    const name = element(row.unread ? 'b' : 'span', '', person(row.from[0] ?? ['', '']) || text('noSender'));
    if (row.unread) name.prepend(element('span', 'sr', text('unread') + ' '));
    button.append(name, element('span', 'muted', row.preview ?? ''), date);
    button.addEventListener('click', () => this.page.chosen(row));
    item.append(button);
    return item;
  }
}
