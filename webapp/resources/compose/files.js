// The attachments of one composition: uploaded one after the other, each with its progress, removable at any time.

import { signInAgain } from '../ui/sign-in-again.js';
import { base, button, dock, element, icon, megabytes, Problem, size, text } from './words.js';

const limit = Number(dock.dataset.limit);

export class Files {
  #chips = new Map();
  #queue = Promise.resolve();

  /** @param panel id, changed(), tell(problem) */
  constructor(list, panel) {
    this.list = list;
    this.panel = panel;
  }

  get names() {
    return [...this.#chips.values()].map((file) => file.name);
  }

  /** What the server must still have when the message is sent. */
  get ids() {
    return [...this.#chips.values()].map((file) => file.id).filter(Boolean);
  }

  get total() {
    return [...this.#chips.values()].reduce((sum, file) => sum + file.size, 0);
  }

  /** Resolves once nothing is on its way any more. */
  settled() {
    return this.#queue;
  }

  /** Shows a file that the server has. */
  show(file) {
    const chip = this.#chip(file);
    chip.classList.add('there');
    this.#chips.set(chip, file);
    this.list.hidden = false;
    return chip;
  }

  /** Uploads files that the user chose or dropped. */
  add(files) {
    for (const file of files) {
      if (this.total + file.size > limit) {
        this.panel.tell(new Problem('TooBig', text('tooBig', file.name, megabytes(limit))));
      } else {
        const entry = { name: file.name, size: file.size, file };
        const chip = this.show(entry);
        chip.classList.remove('there');
        this.#queue = this.#queue.then(() => this.#upload(chip, entry));
      }
    }
    this.panel.changed();
  }

  /** The server lost them: those chosen here go up again, those that came from a message are gone. */
  again() {
    for (const [chip, entry] of [...this.#chips]) {
      this.#drop(chip);
      if (entry.file) this.add([entry.file]);
    }
  }

  #chip(file) {
    const chip = element('li', 'composer-file');
    chip.dataset.testid = 'compose-file';
    chip.dataset.name = file.name;
    const name = element('span', 'composer-file-name', file.name);
    name.title = file.name;
    const remove = button('', () => this.#remove(chip), 'tool');
    remove.append(icon('close'));
    remove.title = text('remove', file.name);
    remove.setAttribute('aria-label', remove.title);
    chip.append(icon('file'), name, element('span', 'muted', size(file.size)), remove);
    this.list.append(chip);
    return chip;
  }

  #upload(chip, entry) {
    if (!this.#chips.has(chip)) return undefined;
    const bar = element('progress');
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', entry.name);
    chip.append(bar);
    return new Promise((done) => {
      const request = new XMLHttpRequest();
      entry.request = request;
      request.open('POST', this.#address({ name: entry.name, type: entry.file.type }));
      request.setRequestHeader('X-Oriel-Composition', this.panel.id);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.responseType = 'json';
      request.upload.onprogress = (event) => { bar.value = event.total ? event.loaded / event.total : 0; };
      request.onloadend = () => {
        bar.remove();
        entry.request = undefined;
        if (request.status === 200 && request.response?.id) {
          entry.id = request.response.id;
          chip.classList.add('there');
          if (!this.#chips.has(chip)) this.#delete(entry);
        } else if (request.status === 401 && !entry.again && this.#chips.has(chip)) {
          entry.again = true;
          signInAgain().then((signedIn) => (signedIn ? this.#upload(chip, entry) : this.#failed(chip, entry, request))).then(done);
          return;
        } else if (this.#chips.has(chip)) {
          this.#failed(chip, entry, request);
        }
        done();
      };
      request.send(entry.file);
    });
  }

  #failed(chip, entry, request) {
    this.#drop(chip);
    this.panel.tell(new Problem('Upload', request.response?.error ?? text('uploadFailed', entry.name)));
  }

  #remove(chip) {
    const entry = this.#chips.get(chip);
    this.#drop(chip);
    entry?.request?.abort();
    if (entry?.id) this.#delete(entry);
    this.panel.changed();
  }

  #drop(chip) {
    this.#chips.delete(chip);
    chip.remove();
    this.list.hidden = !this.#chips.size;
  }

  #delete(entry) {
    fetch(this.#address({ file: entry.id }), { method: 'DELETE', headers: { 'X-Oriel-Composition': this.panel.id } }).catch(() => {});
  }

  #address(parameters) {
    return base + '/compose/upload?' + new URLSearchParams(parameters);
  }
}
