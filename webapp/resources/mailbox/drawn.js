// The rows on screen as elements, one for each place that can be seen.

import { identity, names } from './merge.js';
import { blank, fill, makeRow } from './rows.js';

export class DrawnRows {
  #drawn = new Map();

  /** @param list whose rows, active, openUid and selected are shown */
  constructor(list) {
    this.list = list;
  }

  /** Draws the places from first to last, and no others. */
  draw(first, last) {
    const { space } = this.list.scroller;
    for (const [index, { row }] of this.#drawn) {
      if (index >= first && index <= last) continue;
      row.remove();
      this.#drawn.delete(index);
    }
    // Readers of screens go by the order of elements.
    let next = space.firstChild;
    for (let index = first; index <= last && this.list.total; index++) {
      const row = this.#row(index);
      while (next?.classList.contains('child')) next = next.nextSibling;
      if (row === next) next = next.nextSibling;
      else space.insertBefore(row, next);
    }
  }

  has(index) {
    return this.#drawn.has(index);
  }

  /** What is drawn may be wrong, though it is the same message. */
  outdated() {
    this.#drawn.forEach((drawn) => (drawn.shown = undefined));
  }

  /** Lets the elements go with their messages to new places, so that a click that has begun still meets what it was meant for. */
  follow() {
    const places = new Map([...this.list.rows].flatMap(([index, row]) => names(row).map((name) => [String(name), index])));
    const drawn = new Map();
    for (const each of this.#drawn.values()) {
      const index = places.get(each.key);
      if (index === undefined || drawn.has(index)) each.row.remove();
      else drawn.set(index, each);
    }
    this.#drawn = drawn;
  }

  #row(index) {
    const { list } = this;
    const drawn = this.#drawn.get(index) ?? { row: makeRow() };
    this.#drawn.set(index, drawn);
    const { row } = drawn;
    const message = list.rows.get(index) ?? null;
    row.style.transform = `translateY(${list.scroller.position(index)}px)`;
    row.id = 'row-' + index;
    row.dataset.index = index;
    row.setAttribute('aria-rowindex', index + 1);
    if (drawn.shown !== message) {
      drawn.shown = message;
      drawn.key = message ? String(identity(message)) : '';
      if (message) fill(row, message, list);
      else blank(row);
    }
    row.classList.toggle('active', index === list.active);
    const chosen = message !== null && list.isChosen(message);
    row.classList.toggle('chosen', chosen);
    row.setAttribute('aria-selected', chosen || (message !== null && list.isOpen(message)));
    return row;
  }
}
