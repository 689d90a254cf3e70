// Scrolls over any number of rows of one height. Browsers stop at about 33 million pixels, so a taller list is scaled:
// the scroll bar then stands for the whole list, while wheel and keys move by true rows.

const TALLEST = 10_000_000;

export class Scroller {
  #scaledTop = 0;
  #own = -1;
  // Room above the first row and below the last one, while rows are held where they are.
  #lead = 0;
  #least = 0;
  // Lines that lie beneath some rows.
  #gaps = [];

  /** @param draw called, once a frame, when the rows on screen may be others */
  constructor(box, draw) {
    this.box = box;
    this.space = box.firstElementChild;
    this.total = 0;
    this.draw = draw;
    this.rowHeight = parseFloat(getComputedStyle(box).getPropertyValue('--row')) || 60;
    box.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    box.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    new ResizeObserver(() => this.redraw()).observe(box);
  }

  /** The rows have got another height: the first one on screen stays. */
  measure() {
    const first = this.top / this.rowHeight;
    this.rowHeight = parseFloat(getComputedStyle(this.box).getPropertyValue('--row')) || 60;
    this.setTotal(this.total);
    this.top = first * this.rowHeight;
  }

  get #height() {
    return (this.total + this.#above(this.total)) * this.rowHeight;
  }

  /** Leaves room beneath rows. @param gaps index of a row and how many lines, in order */
  insert(gaps) {
    this.#gaps = gaps;
    this.#makeRoom(this.#lead, this.#least);
    this.redraw();
  }

  #above(index) {
    return this.#gaps.reduce((lines, [at, more]) => lines + (at < index ? more : 0), 0);
  }

  /** The row that a line is, or lies beneath. */
  #rowAt(line) {
    let above = 0;
    for (const [at, lines] of this.#gaps) {
      if (line <= at + above) break;
      if (line <= at + above + lines) return at;
      above += lines;
    }
    return line - above;
  }

  get #scaled() {
    return this.#height > TALLEST;
  }

  get #longest() {
    return Math.max(0, this.#height - this.box.clientHeight);
  }

  /** How far the list is scrolled, in true pixels. */
  get top() {
    return this.#scaled ? this.#scaledTop : this.box.scrollTop - this.#lead;
  }

  set top(value) {
    this.#makeRoom(0, 0);
    const top = Math.min(Math.max(0, value), this.#longest);
    if (this.#scaled) {
      this.#scaledTop = top;
      this.box.scrollTop = (top / this.#longest) * (TALLEST - this.box.clientHeight);
      this.#own = this.box.scrollTop;
    } else {
      this.box.scrollTop = top;
    }
    this.redraw();
  }

  setTotal(total) {
    this.total = total;
    this.#makeRoom(this.#lead, this.#least);
    this.redraw();
  }

  /** Scrolls so that the rows on screen stay where they are, be it beyond the list's ends. */
  hold(top) {
    if (this.#scaled) {
      this.top = top;
      return;
    }
    const lead = Math.max(0, -top);
    this.#makeRoom(lead, top + lead + this.box.clientHeight);
    this.box.scrollTop = top + lead;
    this.redraw();
  }

  /** Nobody minds any more if rows move: closes the gaps that holding them left. */
  release() {
    if (this.#lead || this.#least) this.top = this.top;
  }

  #makeRoom(lead, least) {
    this.#lead = lead;
    this.#least = least;
    this.space.style.height = Math.max(Math.min(this.#height, TALLEST) + lead, least) + 'px';
  }

  /** First and last row on screen. */
  visible() {
    const first = this.#rowAt(Math.max(0, Math.floor(this.top / this.rowHeight)));
    const last = this.#rowAt(Math.ceil((this.top + this.box.clientHeight) / this.rowHeight));
    return [Math.min(first, Math.max(0, this.total - 1)), Math.min(last, this.total - 1)];
  }

  /** How far down a row lies in the list, or a line beneath it, in true pixels. */
  y(index, line = 0) {
    return (index + this.#above(index) + line) * this.rowHeight;
  }

  /** Where a row, or a line beneath it, is to be drawn. */
  position(index, line = 0) {
    const offset = this.#scaled ? this.box.scrollTop - this.#scaledTop : this.#lead;
    return this.y(index, line) + offset;
  }

  /** Scrolls as little as is needed to show a row, or a line beneath it. */
  reveal(index, line = 0) {
    const y = this.y(index, line);
    if (y < this.top) this.top = y;
    else if (y + this.rowHeight > this.top + this.box.clientHeight) this.top = y + this.rowHeight - this.box.clientHeight;
  }

  redraw() {
    if (this.pending) return;
    this.pending = requestAnimationFrame(() => {
      this.pending = 0;
      this.draw();
    });
  }

  #scrolled() {
    if (this.#scaled && Math.abs(this.box.scrollTop - this.#own) > 1) {
      this.#scaledTop = (this.box.scrollTop / (TALLEST - this.box.clientHeight)) * this.#longest;
      this.#own = -1;
    }
    this.redraw();
  }

  #wheel(event) {
    if (!this.#scaled || event.ctrlKey) return;
    event.preventDefault();
    this.top += event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * this.rowHeight : event.deltaY;
  }
}
