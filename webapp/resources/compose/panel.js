// One message in the making.

import { Editor } from './editor.js';
import { Files } from './files.js';
import { forget, hold, keep } from './keep.js';
import { isEnded, signInAgain } from '../ui/sign-in-again.js';
import { button, call, dock, element, megabytes, Problem, text, toast } from './words.js';

const PAUSE = 1000;
const LOOKS = [1_500, 5_000, 15_000, 60_000];
const FIELDS = ['from', 'to', 'cc', 'bcc', 'subject'];
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

export class Panel {
  #timer;
  #again = false;
  #sending = false;

  /** @param begun what the server began with; @param source kind and original; @param closed told when it is gone */
  constructor(begun, source, closed) {
    this.id = begun.id;
    this.source = source;
    this.closed = closed;
    this.root = document.getElementById('compose-template').content.firstElementChild.cloneNode(true);
    dock.append(this.root);
    for (const name of FIELDS) this[name] = this.#part(`[name="${name}"]`);
    this.#senders(begun.senders ?? []);
    this.editor = new Editor(this.#part('.composer-text'), text('new'), () => this.changed());
    this.files = new Files(this.#part('.composer-files'), this);
    this.#listen();
    this.#part('label.tool').title += ` (${text('limitTold', megabytes(dock.dataset.limit))})`;
    hold(this.id).then((release) => { this.release = release; });
  }

  /** Only who has several addresses is asked. */
  #senders(addresses) {
    this.from.replaceChildren(...addresses.map((address) => new Option(address)));
    this.from.closest('.composer-line').hidden = addresses.length < 2;
  }

  #part(selector) {
    return this.root.querySelector(selector);
  }

  /** Shows what there is to begin with; what equals it later was not written by anybody. */
  show(content) {
    for (const name of FIELDS) this[name].value = content[name] ?? '';
    this.editor.set(content.rich, content.body);
    this.#mode();
    (content.files ?? []).forEach((file) => this.files.show(file));
    if (content.missing?.length) this.tell(new Problem('Missing', text(content.again ? 'attachAgain' : 'missing', content.missing.join(', '))));
    this.#title();
    FIELDS.forEach((name) => this.#grow(this[name]));
    this.begun = content.again ? '' : JSON.stringify(this.writing);
    this.focus();
  }

  get writing() {
    const fields = Object.fromEntries(FIELDS.map((name) => [name, this[name].value]));
    return { id: this.id, ...this.source, ...fields, rich: this.editor.rich, body: this.editor.body, files: this.files.names };
  }

  get dirty() {
    return JSON.stringify(this.writing) !== this.begun;
  }

  focus() {
    this.root.classList.remove('small');
    if (this.to.value) this.editor.focus();
    else this.to.focus();
  }

  /** Something was typed: the title follows at once, the copy in this browser after a pause. */
  changed() {
    this.#title();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.dirty && keep(this.writing)) this.#state(text('kept', clock.format(new Date())));
    }, PAUSE);
  }

  /** Shows a reason; nothing else changes. */
  tell(problem) {
    const line = this.#part('.composer-problem');
    line.textContent = problem ? problem.message : '';
    line.hidden = !problem;
    if (isEnded(problem)) line.append(button(text('signIn'), () => signInAgain().then((done) => done && this.tell(null))));
  }

  async send() {
    if (this.#sending) return;
    this.#busy(true);
    this.tell(null);
    try {
      this.#state(text('waiting'));
      await this.files.settled();
      this.#state(text('sending'));
      if (this.dirty) keep(this.writing);
      const { state } = await call('send', { ...this.writing, files: this.files.ids, again: this.#again });
      if (state === 'UNKNOWN') this.#unknown();
      else this.#sent(text('sent'));
    } catch (problem) {
      this.#busy(false);
      this.#state('');
      this.tell(problem);
      this.root.classList.remove('small');
      if (problem.kind === 'compose.filesMissing') this.files.again();
      if (/ecipients/.test(problem.kind)) this.to.focus();
      if (!(problem instanceof Problem)) throw problem;
    }
  }

  #sent(message) {
    toast(message);
    this.#gone();
    this.#lookLater(0);
  }

  /** Nobody knows whether it left: said so, never sent again unless the user wants it. */
  #unknown() {
    this.#busy(false);
    this.#state('');
    this.tell(new Problem('SendUnknown', text('unknown')));
    this.#part('[data-do="send"]').textContent = text('sendAgain');
    this.#again = true;
    this.#lookLater(0);
  }

  /** Asks after a while whether the copy was filed, or whether what was unknown was found in Sent. */
  #lookLater(time) {
    setTimeout(async () => {
      const { state } = await call('outcome', { id: this.id }).catch(() => ({}));
      if (this.#again && this.root.isConnected && ['FILED', 'ACCEPTED', 'NOT_FILED'].includes(state)) {
        toast(text('wasSent'));
        this.#gone();
      }
      if (time === 0 || state === 'FILED') window.Oriel?.refresh?.();
      if (state === 'NOT_FILED') toast(text('notFiled'));
      else if (state !== 'FILED' && time + 1 < LOOKS.length) this.#lookLater(time + 1);
    }, LOOKS[time]);
  }

  /** Leaves; asks only if something was written. */
  close() {
    if (this.#sending) return;
    if (!this.dirty) return this.discard();
    this.root.classList.remove('small');
    this.#ask(true);
    this.#part('[data-do="keep"]').focus();
  }

  discard() {
    call('discard', { id: this.id }).catch(() => {});
    this.#gone();
  }

  #gone() {
    clearTimeout(this.#timer);
    forget(this.id);
    this.release?.();
    this.editor.destroy();
    this.root.remove();
    this.closed(this);
  }

  #ask(asking) {
    this.#part('.composer-ask').hidden = !asking;
    if (!asking) this.focus();
  }

  minimise(small = !this.root.classList.contains('small')) {
    this.root.classList.toggle('small', small);
    this.root.classList.remove('full');
    if (small) this.root.contains(document.activeElement) && document.activeElement.blur();
    else this.focus();
  }

  #busy(busy) {
    this.#sending = busy;
    this.#part('[data-do="send"]').disabled = busy;
    this.#part('.composer-paper').inert = busy;
  }

  #state(words) {
    this.#part('.composer-state').textContent = words;
  }

  #title() {
    const title = this.subject.value.trim() || text('new');
    this.#part('.composer-title').textContent = title;
    this.root.setAttribute('aria-label', title);
  }

  #mode() {
    this.#part('[data-do="mode"]').setAttribute('aria-pressed', String(!this.editor.rich));
    this.#part('.composer-format').hidden = !this.editor.rich;
  }

  #grow(field) {
    if (field.localName !== 'textarea') return;
    field.style.height = 'auto';
    field.style.height = Math.min(field.scrollHeight, 96) + 'px';
  }

  #listen() {
    const does = {
      minimise: () => this.minimise(), close: () => this.close(), throw: () => this.close(), send: () => this.send(),
      discard: () => this.discard(), keep: () => this.#ask(false),
      full: () => { this.root.classList.toggle('full'); this.root.classList.remove('small'); },
      mode: () => { this.editor.toggle(); this.#mode(); this.changed(); },
    };
    this.root.addEventListener('click', (event) => {
      const target = event.target.closest('[data-do], [data-format], .composer-head');
      if (target?.dataset.do) does[target.dataset.do]();
      else if (target?.dataset.format) this.editor.format(target.dataset.format);
      else if (target && this.root.classList.contains('small')) this.minimise(false);
      this.#formats();
    });
    this.root.addEventListener('mousedown', (event) => event.target.closest('[data-format]') && event.preventDefault());
    this.root.addEventListener('keydown', (event) => this.#key(event));
    FIELDS.forEach((name) => this[name].addEventListener('input', () => { this.#grow(this[name]); this.changed(); }));
    this.editor.squire.addEventListener('pathChange', () => this.#formats());
    this.editor.squire.addEventListener('pasteImage', (event) => this.files.add([...event.detail.clipboardData.files]));
    const input = this.#part('[type="file"]');
    input.addEventListener('change', () => { this.files.add(input.files); input.value = ''; });
    this.#listenToDrops();
  }

  #listenToDrops() {
    const over = (event, on) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.stopPropagation();
      this.root.classList.toggle('dropping', on);
    };
    this.root.addEventListener('dragover', (event) => over(event, true), true);
    this.root.addEventListener('dragleave', (event) => over(event, false), true);
    this.root.addEventListener('drop', (event) => {
      over(event, false);
      if (event.dataTransfer?.files.length) this.files.add(event.dataTransfer.files);
    }, true);
  }

  #key(event) {
    event.stopPropagation();
    const control = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && control) {
      event.preventDefault();
      this.send();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (this.#part('.composer-ask').hidden) this.minimise(true);
      else this.#ask(false);
    } else if (event.key === 'Enter' && ['to', 'cc', 'bcc'].includes(event.target.name) && !event.isComposing) {
      event.preventDefault();
      event.target.setRangeText(', ', event.target.selectionStart, event.target.selectionEnd, 'end');
      this.changed();
    }
  }

  #formats() {
    if (!this.root.isConnected || !this.editor.rich) return;
    for (const [name, on] of Object.entries(this.editor.formats)) {
      this.#part(`[data-format="${name}"]`).setAttribute('aria-pressed', String(on));
    }
  }
}

/** A bar that offers what was left unfinished. */
export function offer(writing, restore) {
  const bar = element('div', 'composer-offer');
  bar.dataset.testid = 'compose-offer';
  bar.setAttribute('role', 'status');
  bar.append(
    element('span', '', text('writing', writing.subject || text('noSubject'))),
    button(text('restore'), () => { bar.remove(); restore(); }, 'button primary'),
    button(text('discard'), () => { bar.remove(); forget(writing.id); }),
  );
  bar.children[1].dataset.testid = 'compose-restore';
  dock.append(bar);
}
