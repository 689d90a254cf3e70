// Folders that are dragged: beside another one of the same folder for their order, onto one to lie in it, or beside one at the top to
// lie there too.

/** How much of a folder's height, above and below, stands for the places beside it. */
const EDGE = 0.25;

export class FolderOrder {
  #dragged;

  /** @param page choices, siblings(item) gives the paths beside an item's own, draw(), busy(on) keeps the tree from being drawn anew, canLieIn(path, target), canLieBeside(path, other) at the top, moveInto(path, target) */
  constructor(box, page) {
    this.box = box;
    this.page = page;
    box.addEventListener('dragstart', (event) => this.#start(event));
    box.addEventListener('dragover', (event) => this.#over(event));
    box.addEventListener('dragleave', (event) => box.contains(event.relatedTarget) || this.#mark());
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

  /** Where it would land: {item, place}, before or after a folder that lies beside it; or in another one, or at the top, as {target} says. */
  #landing(event) {
    const item = event.target.closest?.('li[data-key]');
    if (!this.#dragged || !item || item === this.#dragged) return undefined;
    const beside = item.draggable && item.dataset.parent === this.#dragged.dataset.parent && item.ariaLevel === this.#dragged.ariaLevel;
    const target = item.dataset.key.replace(/^favourite:/, '');
    const into = this.page.canLieIn(this.#dragged.dataset.key, target);
    const { top, height } = item.getBoundingClientRect();
    const y = (event.clientY - top) / height;
    const atTop = !beside && item.draggable && this.page.canLieBeside(this.#dragged.dataset.key, target);
    const isInside = y > EDGE && y < 1 - EDGE;
    if (into && (isInside || !(beside || atTop))) return { item, target, place: 'into' };
    if (!beside && (!atTop || isInside)) return undefined;
    return { item, place: y < 0.5 ? 'before' : 'after', ...(atTop && { target: '' }) };
  }

  #over(event) {
    if (!this.#dragged) return;
    const landing = this.#landing(event);
    this.#mark(landing);
    if (!landing) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
  }

  #mark({ item, place } = {}) {
    for (const each of this.box.querySelectorAll('[data-drop]')) if (each !== item) each.removeAttribute('data-drop');
    if (item) item.dataset.drop = place;
  }

  #drop(event) {
    const landing = this.#landing(event);
    if (!landing) return;
    event.preventDefault();
    const dragged = this.#dragged.dataset.key;
    const { item, target, place } = landing;
    if (target !== undefined) {
      this.page.moveInto(dragged, target);
      return;
    }
    const paths = this.page.siblings(item).filter((path) => path !== dragged);
    paths.splice(paths.indexOf(item.dataset.key) + (place === 'after' ? 1 : 0), 0, dragged);
    this.page.choices.order(item.dataset.parent, paths);
  }

  #end() {
    if (!this.#dragged) return;
    this.#dragged = undefined;
    this.#mark();
    this.page.busy(false);
    this.page.draw();
  }
}
