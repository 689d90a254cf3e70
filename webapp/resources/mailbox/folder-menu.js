// A menu beside what it is for: by the pointer or by the keyboard, as the ARIA practices for menus want it.

import { element, icon } from './page.js';

export class FolderMenu {
  #box = document.getElementById('folder-menu');
  #back;

  constructor() {
    this.#box.addEventListener('keydown', (event) => this.#key(event));
    this.#box.addEventListener('click', (event) => this.#chosen(event.target.closest('[role^="menuitem"]')));
    this.#box.addEventListener('focusout', (event) => this.#box.contains(event.relatedTarget) || this.close(false));
    document.addEventListener('pointerdown', (event) => this.#box.contains(event.target) || this.close(false), true);
    window.addEventListener('resize', () => this.close(false));
  }

  /**
   * Opens it.
   *
   * @param entries groups of {label, symbol, run} or {label, colour, checked, run}
   * @param at {x, y}, or the element that it hangs below
   * @param back what gets the focus afterwards
   */
  open(title, entries, at, back) {
    this.close(false);
    this.#back = back;
    this.#box.setAttribute('aria-label', title);
    this.#box.replaceChildren(...entries.filter((group) => group.length).map((group) => this.#group(group)));
    this.#box.hidden = false;
    this.#place(at instanceof Element ? below(at.getBoundingClientRect()) : at);
    this.#items[0].focus();
  }

  close(giveBack = true) {
    if (this.#box.hidden) return;
    this.#box.hidden = true;
    if (giveBack) this.#back()?.focus();
  }

  get #items() {
    return [...this.#box.querySelectorAll('[role^="menuitem"]')];
  }

  #group(entries) {
    const group = element('div', entries[0].colour === undefined ? 'menu-group' : 'menu-group colours');
    group.setAttribute('role', 'group');
    group.append(...entries.map((entry) => this.#item(entry)));
    return group;
  }

  #item({ label, symbol, run, colour, checked, testid }) {
    const item = element('button', colour === undefined ? 'tool' : 'swatch');
    item.type = 'button';
    item.tabIndex = -1;
    item.run = run;
    if (testid) item.dataset.testid = testid;
    if (colour === undefined) {
      item.setAttribute('role', 'menuitem');
      item.append(icon(symbol), element('span', '', label));
    } else {
      item.setAttribute('role', 'menuitemradio');
      item.ariaChecked = String(checked);
      item.ariaLabel = item.title = label;
      item.dataset.colour = colour;
    }
    return item;
  }

  #place({ x, y }) {
    const { offsetWidth, offsetHeight } = this.#box;
    this.#box.style.left = Math.max(8, Math.min(x, innerWidth - offsetWidth - 8)) + 'px';
    this.#box.style.top = Math.max(8, Math.min(y, innerHeight - offsetHeight - 8)) + 'px';
  }

  #chosen(item) {
    if (!item) return;
    this.close();
    item.run();
  }

  #key(event) {
    const items = this.#items;
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) items.at(to % items.length).focus();
    else if (event.key === 'Escape' || event.key === 'Tab') this.close();
    else if (event.key === 'Enter' || event.key === ' ') this.#chosen(document.activeElement);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
  }
}

const below = (rect) => ({ x: rect.left, y: rect.bottom });
