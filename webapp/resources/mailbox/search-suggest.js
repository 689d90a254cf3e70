// How the search that is typed may go on, below its field: a combobox with a list, as the ARIA practices want it. Nothing is
// chosen by itself; Enter without a choice searches for what is typed.

import { byId, element, getJson, icon } from './page.js';
import { texts } from '../ui/elements.js';

const PAUSE = 150;
const MOST_RECENT = 5;
const SYMBOLS = { person: 'user', folder: 'none', tag: 'tag', recent: 'refresh' };
const text = texts(byId('search-texts').dataset);

export class Suggestions {
  #box = byId('search-options');
  #options = [];
  #active = -1;
  #timer;
  #asking = new AbortController();

  /** @param kept the searches of before; chosen(text) with the whole text that is searched for then */
  constructor(field, kept, chosen) {
    this.field = field;
    this.kept = kept;
    this.chosen = chosen;
    field.addEventListener('input', () => this.#later());
    field.addEventListener('keydown', (event) => this.#key(event));
    field.addEventListener('click', () => field.value || this.#show(this.#recent('')));
    field.addEventListener('blur', () => this.close());
    // The field keeps the focus.
    this.#box.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#box.addEventListener('click', (event) => {
      const option = event.target.closest('[role="option"]');
      if (option) this.#choose([...this.#box.children].indexOf(option));
    });
  }

  close() {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#show([]);
  }

  get isOpen() {
    return !this.#box.hidden;
  }

  #later() {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#activate(-1);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    const { field } = this;
    const typed = field.value;
    if (!typed.trim() || field.selectionStart !== typed.length) return this.#show([]);
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    // No suggestions are no trouble: the search itself tells what is wrong.
    const { suggestions } = await getJson('/mailbox/suggest', { q: typed }, { signal, byItself: true }).catch(() => ({ suggestions: [] }));
    if (!signal.aborted && field.value === typed && document.activeElement === field) this.#show([...suggestions, ...this.#recent(typed)]);
    return undefined;
  }

  #recent(typed) {
    const begun = typed.toLowerCase();
    return this.kept.recent
      .filter((each) => each.toLowerCase().startsWith(begun) && each.trim() !== typed.trim())
      .slice(0, MOST_RECENT)
      .map((each) => ({ text: each, end: each, label: text('recent'), kind: 'recent' }));
  }

  #show(options) {
    this.#options = options;
    this.#box.replaceChildren(...options.map(drawn));
    this.#box.hidden = !options.length;
    this.field.setAttribute('aria-expanded', String(options.length > 0));
    this.#activate(-1);
    byId('search-told').textContent = options.length ? text('some', options.length) : '';
  }

  #activate(index) {
    this.#active = index;
    [...this.#box.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    const option = this.#box.children[index];
    if (option) {
      this.field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      this.field.removeAttribute('aria-activedescendant');
    }
  }

  #choose(index) {
    const { text: whole } = this.#options[index];
    this.close();
    this.chosen(whole);
  }

  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.#command(event)) {
      event.preventDefault();
      // It is for the list and not for the field.
      event.stopImmediatePropagation();
    } else if (event.key === 'Enter') {
      this.close();
    }
  }

  #command({ key, shiftKey }) {
    const last = this.#options.length - 1;
    if (key === 'ArrowDown' && !this.isOpen) {
      if (this.field.value) this.#ask();
      else this.#show(this.#recent(''));
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      // Between the last one and the first lies the field itself.
      const next = this.#active + (key === 'ArrowDown' ? 1 : -1);
      if (this.isOpen) this.#activate(next > last ? -1 : next < -1 ? last : next);
    } else if (key === 'Escape' && this.isOpen) {
      this.close();
    } else if (this.#active >= 0 && (key === 'Enter' || (key === 'Tab' && !shiftKey))) {
      this.#choose(this.#active);
    } else {
      return false;
    }
    return true;
  }
}

function drawn({ end, label, kind }, index) {
  const option = element('li', 'search-option');
  option.id = 'search-option-' + index;
  option.setAttribute('role', 'option');
  option.dataset.kind = kind;
  option.dataset.testid = 'search-option';
  const person = kind === 'person';
  option.append(icon(SYMBOLS[kind] ?? 'search'), element('span', 'search-option-text', person ? label : end), element('span', 'search-option-label', person ? end : label));
  return option;
}
