// The order of folders that lie in the same one: by dragging, or one step at a time.

const NEAR = 'drop';

export class FolderOrder {
  #dragged;

  /** @param page choices, siblings(item) gives the paths beside an item's own, draw(), busy(on) keeps the tree from being drawn anew */
  constructor(box, page) {
    this.box = box;
    this.page = page;
    box.addEventListener('dragstart', (event) => this.#start(event));
    box.addEventListener('dragover', (event) => this.#over(event));
    box.addEventListener('dragleave', (event) => event.target.closest?.('li')?.removeAttribute('data-' + NEAR));
    box.addEventListener('drop', (event) => this.#drop(event));
    box.addEventListener('dragend', () => this.#end());
  }

  /** Moves a folder one place up (-1) or down (1) among those that lie in the same one. */
  move(item, by) {
    const paths = this.page.siblings(item);
    const at = paths.indexOf(item.dataset.key);
    const to = at + by;
    if (at < 0 || to < 0 || to >= paths.length) return;
    [paths[at], paths[to]] = [paths[to], paths[at]];
    this.page.choices.order(item.dataset.parent, paths);
    this.page.draw();
  }

  #start(event) {
    const item = event.target.closest('li[draggable="true"]');
    if (!item) return;
    this.#dragged = item;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('application/x-oriel-folder', item.dataset.key);
    this.page.busy(true);
  }

  /** The item beside which it would land, if it lies in the same folder. */
  #near(event) {
    const item = event.target.closest?.('li[draggable="true"]');
    return this.#dragged && item && item !== this.#dragged && item.dataset.parent === this.#dragged.dataset.parent && item.ariaLevel === this.#dragged.ariaLevel ? item : undefined;
  }

  #over(event) {
    const item = this.#near(event);
    if (!item) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    const { top, height } = item.getBoundingClientRect();
    item.dataset[NEAR] = event.clientY < top + height / 2 ? 'before' : 'after';
  }

  #drop(event) {
    const item = this.#near(event);
    if (!item) return;
    event.preventDefault();
    const dragged = this.#dragged.dataset.key;
    const paths = this.page.siblings(item).filter((path) => path !== dragged);
    paths.splice(paths.indexOf(item.dataset.key) + (item.dataset[NEAR] === 'after' ? 1 : 0), 0, dragged);
    this.page.choices.order(item.dataset.parent, paths);
  }

  #end() {
    if (!this.#dragged) return;
    this.#dragged = undefined;
    this.page.busy(false);
    this.page.draw();
  }
}
