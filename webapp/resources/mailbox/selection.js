// What is chosen of the list: the box above all rows, how many there are, and what can be done to them.

import { byId, tell, text } from './page.js';

/** What is done to the selected messages by the menu, with its icon. */
const MORE = [['tag', 'tag'], ['copy', 'copy']];

const narrow = window.matchMedia('(max-width: 520px)');

const entry = (label, symbol, name, act) => ({ label, symbol, testid: 'more-' + name, run: () => act(name) });

export class Selection {
  /** @param list whose rows are chosen; act(name) does something to them; menu for what is done less often */
  constructor(list, act, menu) {
    this.list = list;
    const more = byId('selection-more');
    more.addEventListener('click', () => menu.open(more.title, [this.#noRoom(act), MORE.map(([name, symbol]) => entry(text(name), symbol, name, act))], more, () => more));
    byId('select-rows').addEventListener('change', () => (list.selected.size ? list.clearSelection() : list.selectLoaded()));
    byId('selection').addEventListener('click', (event) => {
      const name = event.target.closest('[data-selected]')?.dataset.selected;
      if (name) act(name);
    });
    byId('selection-clear').addEventListener('click', () => {
      list.clearSelection();
      list.box.focus();
    });
    byId('select-whole').addEventListener('click', () => this.whole());
  }

  /** The buttons that there is no room for. */
  #noRoom(act) {
    const hidden = [...byId('selection').querySelectorAll('[data-selected]')].filter((button) => !button.offsetParent);
    return hidden.map((button) => entry(button.title, button.querySelector('use').getAttribute('href').split('#')[1], button.dataset.selected, act));
  }

  /** Chooses all messages of the list, be they read into the page or not. */
  async whole() {
    const button = byId('select-whole');
    button.disabled = true;
    try {
      await this.list.selectWhole();
      this.list.box.focus();
    } catch (problem) {
      tell(problem);
    } finally {
      button.disabled = false;
    }
  }

  /** Shows what is chosen now. */
  changed() {
    const { selected, total } = this.list;
    const { size } = selected;
    const box = byId('select-rows');
    box.checked = size > 0 && size >= total;
    box.indeterminate = size > 0 && size < total;
    byId('selection').hidden = !size;
    this.list.box.classList.toggle('selecting', size > 0);
    const count = byId('selection-count');
    const words = size ? text('selected', size.toLocaleString()) : '';
    count.title = words;
    const shown = narrow.matches ? size.toLocaleString() : words;
    if (count.textContent !== shown) count.textContent = shown;
    const whole = byId('select-whole');
    whole.hidden = !this.list.isAllLoaded || size === 0 || size >= total;
    whole.textContent = text(this.list.query?.search ? 'selectFound' : 'selectWhole', total.toLocaleString());
  }
}
