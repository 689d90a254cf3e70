// The reader: its head comes from the row at once, its text is a document of its own in a frame that runs nothing.

import { drawAttachments } from './attachments.js';
import { base, byId, element, fullDate, fullPerson, icon, person, text } from './page.js';
import { darken, isDark, onScheme } from './reader-dark.js';
import { RemoteImages } from './reader-images.js';
import { drawLabels } from './tags.js';

const MOST_PEOPLE = 3;
const TALLEST = 60_000;

export class Reader {
  #observer;

  /** Whether the open message is shown in the colours that it was sent in. */
  #light = false;

  /** @param events menu, which opens beside a button; shown(message), failed(kind), lost() if there was no answer of ours, untag(tag) */
  constructor(events) {
    this.events = events;
    this.frame = byId('reader-body');
    this.frame.addEventListener('load', () => this.#loaded());
    this.images = new RemoteImages(events.menu, { show: () => this.#load({ remote: true }), reload: () => this.reload() });
    onScheme(() => this.reload());
  }

  /** Shows a message of which the row is known. */
  open(folder, uidValidity, row, own) {
    Object.assign(this, { folder, uidValidity, uid: row.uid, key: row.key, row });
    const reader = byId('reader');
    reader.hidden = false;
    reader.dataset.uid = row.uid;
    byId('reader-empty').hidden = true;
    this.#head(row);
    this.images.hide();
    for (const id of ['reader-gone', 'reader-notes', 'reader-attachments', 'reader-doubts']) byId(id).hidden = true;
    byId('reader-source').href = base + '/mailbox/source?' + this.#parameters();
    this.own = own;
    this.#light = false;
    this.#load({});
    reader.querySelector('.reader-scroll').scrollTop = 0;
  }

  close() {
    this.uid = 0;
    this.key = 0;
    byId('reader').hidden = true;
    byId('reader-empty').hidden = false;
    this.frame.contentWindow.location.replace('about:blank');
  }

  /** Asks for the open message once more. */
  reload() {
    if (this.uid) this.#load({});
  }

  /** Says that the message was deleted elsewhere; what is shown of it stays. */
  gone() {
    byId('reader-gone').hidden = false;
  }

  /** What is offered for the open message beside what the toolbar does. */
  entries() {
    const light = isDark() && this.#isRich ? [{ label: text(this.#light ? 'showDark' : 'showLight'), symbol: 'contrast', testid: 'reader-scheme', run: () => this.#turn(!this.#light) }] : [];
    const source = { label: text('viewSource'), symbol: 'fields', testid: 'reader-view-source', run: () => window.open(base + '/mailbox/source?' + this.#parameters() + '&view=true', '_blank', 'noopener') };
    return [source, ...this.images.entries(), ...light];
  }

  #turn(light) {
    this.#light = light;
    this.reload();
  }

  /** Whether it brings colours of its own. */
  get #isRich() {
    return this.frame.contentDocument?.body?.classList.contains('rich');
  }

  #isAdapted() {
    return isDark() && !this.#light && this.#isRich;
  }

  get ref() {
    return this.uid ? { folder: this.folder, uidValidity: this.uidValidity, uid: this.uid } : null;
  }

  /** Lets the server get a message ready that will probably be opened next. */
  prefetch(row) {
    fetch(base + '/mailbox/body?' + this.#parameters(row), { priority: 'low' }).catch(() => {});
  }

  marks(row) {
    const flag = document.querySelector('[data-action="flag"]');
    flag.setAttribute('aria-pressed', Boolean(row?.flagged));
    drawLabels(byId('reader-tags'), row ?? {}, (tag) => this.events.untag(tag));
  }

  #parameters({ folder = this.folder, uidValidity = this.uidValidity, uid } = this) {
    return new URLSearchParams({ folder, uidValidity, uid });
  }

  #load(options) {
    this.frame.classList.add('loading');
    // Replaced and not set, so that the frame makes no history entries of its own.
    this.frame.contentWindow.location.replace(base + '/mailbox/body?' + this.#parameters() + (options.remote ? '&remote=true' : ''));
  }

  #head(row) {
    byId('reader-subject').textContent = row.subject || text('noSubject');
    const sender = row.from[0] ?? ['', ''];
    const from = byId('reader-from');
    from.replaceChildren(element('b', '', person(sender) || text('noSender')));
    if (sender[0] && sender[1]) from.append(' ', element('span', 'muted', `<${sender[1]}>`));
    byId('reader-avatar').textContent = [...(person(sender) || '?').replace(/^[^\p{L}\p{N}]+/u, '')][0]?.toUpperCase() ?? '?';
    const date = byId('reader-date');
    date.textContent = fullDate(row.date);
    date.dateTime = new Date(row.date).toISOString();
    byId('reader-to').replaceChildren(...this.#recipients('to', row.to));
    this.marks(row);
  }

  #recipients(label, list) {
    if (!list.length) return [];
    const line = element('div');
    line.append(text(label) + ' ');
    const names = (shown) => shown.map(fullPerson).join(', ');
    line.append(names(list.slice(0, MOST_PEOPLE)));
    if (list.length > MOST_PEOPLE) {
      const more = element('details');
      more.append(element('summary', '', text('more', list.length - MOST_PEOPLE)), names(list.slice(MOST_PEOPLE)));
      line.append(more);
    }
    return [line];
  }

  #loaded() {
    const inside = this.frame.contentDocument;
    const meta = inside?.querySelector('meta[name="oriel-message"]');
    if (!this.uid || inside?.URL === 'about:blank') return;
    if (!meta) {
      // An error page, ours or the browser's own, tells nothing about the message.
      this.frame.classList.remove('loading');
      this.frame.contentWindow.location.replace('about:blank');
      this.events.lost();
      return;
    }
    const told = JSON.parse(meta.content);
    if (this.#isAdapted()) darken(inside);
    this.frame.classList.remove('loading');
    this.#fit(inside);
    inside.addEventListener('keydown', (event) => document.dispatchEvent(new KeyboardEvent('keydown', event)));
    if (told.error) {
      this.events.failed(told.kind);
      return;
    }
    byId('reader-to').replaceChildren(...this.#recipients('to', told.row.to), ...this.#recipients('cc', told.cc), ...this.#recipients('bcc', told.bcc));
    this.images.tell(told);
    drawDoubts(told.doubts);
    this.#notes(told.notes, isEmpty(inside.body) && !told.attachments.length);
    drawAttachments(told.attachments, this.#parameters());
    requestAnimationFrame(() => this.events.shown(told));
  }

  /** The frame is as tall as its content; a text that grows with its frame is stopped. */
  #fit(inside) {
    this.#observer?.disconnect();
    let steps = 0;
    const measure = () => {
      const height = Math.min(TALLEST, Math.max(inside.body.scrollHeight, inside.body.offsetHeight) + 4);
      if (steps++ < 30 && Math.abs(height - this.frame.offsetHeight) > 2) this.frame.style.height = height + 'px';
    };
    this.frame.style.height = '120px';
    measure();
    this.#observer = new ResizeObserver(measure);
    this.#observer.observe(inside.body);
  }

  #notes(notes, empty) {
    const bar = byId('reader-notes');
    const told = notes.map((note) => text('note' + note[0] + note.slice(1).toLowerCase()));
    if (empty && !told.length) told.push(text('noText'));
    bar.hidden = !told.length;
    bar.querySelector('span').textContent = told.join(' ');
  }
}

/** What its headers say of the sender; a name that deceives is the one thing to be warned of. */
function drawDoubts(doubts) {
  const list = byId('reader-doubts');
  list.hidden = !doubts.length;
  list.replaceChildren(...doubts.map(({ kind, address }) => {
    const item = element('li', kind === 'NAME_IS_ANOTHER_ADDRESS' ? 'grave' : '');
    item.append(icon(kind === 'NAME_IS_ANOTHER_ADDRESS' ? 'shield' : 'reply'), element('span', '', text('doubt' + kind[0] + kind.slice(1).toLowerCase(), address)));
    return item;
  }));
}

/** Whether there is nothing to see, so that it must be said. */
function isEmpty(body) {
  return !body.textContent.trim() && !body.querySelector('img, svg');
}
