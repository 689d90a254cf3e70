// What the text is written in: Squire on a box of its own for rich text, a plain field for plain text.

import { toPlain, toRich } from './plain.js';
import { base, dock, element, text } from './words.js';

const INLINE = '/compose/inline/';
const CLEAN = {
  RETURN_DOM_FRAGMENT: true,
  FORBID_TAGS: ['style', 'form', 'input', 'button', 'select', 'textarea', 'svg', 'math', 'audio', 'video', 'dialog', 'template', 'slot'],
  FORBID_ATTR: ['id', 'class', 'name', 'contenteditable', 'tabindex', 'autofocus', 'popover', 'is', 'slot', 'part'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

const clean = (html) => document.importNode(window.DOMPurify.sanitize(html, CLEAN), true);

let loading;

/** Loads the editor's scripts once, when somebody begins to write. */
export function ready() {
  const load = (url) => new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = done;
    script.onerror = () => {
      loading = undefined;
      script.remove();
      failed(new Error('not loaded'));
    };
    document.head.append(script);
  });
  loading ??= load(dock.dataset.purify).then(() => load(dock.dataset.squire));
  return loading;
}

export class Editor {
  rich = true;

  /** @param changed told of every change */
  constructor(place, label, changed) {
    this.box = element('div', 'composer-body');
    for (const [name, value] of Object.entries({ role: 'textbox', 'aria-multiline': 'true', 'aria-label': label })) this.box.setAttribute(name, value);
    this.field = element('textarea', 'composer-plain');
    this.field.setAttribute('aria-label', label);
    this.field.hidden = true;
    this.field.addEventListener('input', changed);
    place.append(this.box, this.field);
    this.squire = new window.Squire(this.box, { blockTag: 'DIV', sanitizeToDOMFragment: clean });
    this.squire.addEventListener('input', changed);
    this.box.dataset.testid = 'compose-body';
  }

  get node() {
    return this.rich ? this.box : this.field;
  }

  focus() {
    if (this.rich) this.squire.moveCursorToStart();
    else this.field.setSelectionRange(0, 0);
    this.node.focus();
  }

  /** Shows a text: HTML with cid: or server addresses for its images, or plain text. */
  set(rich, body) {
    this.#show(rich);
    if (!rich) {
      this.field.value = body;
      return;
    }
    this.squire.setHTML(body);
    for (const image of this.box.querySelectorAll('img')) {
      const source = image.getAttribute('src') ?? '';
      if (source.startsWith(INLINE)) image.src = base + source;
    }
  }

  /** The text as it is sent: images of the message are cid: addresses again. */
  get body() {
    if (!this.rich) return this.field.value;
    const copy = new DOMParser().parseFromString(this.squire.getHTML(), 'text/html').body;
    for (const image of copy.querySelectorAll('img')) {
      const source = image.getAttribute('src') ?? '';
      if (source.startsWith(base + INLINE)) image.setAttribute('src', 'cid:' + source.split('/').pop());
    }
    return copy.innerHTML;
  }

  /** Switches between rich and plain; going back unchanged brings the formats back. */
  toggle() {
    if (this.rich) {
      this.was = { html: this.squire.getHTML(), plain: toPlain(this.box) };
      this.set(false, this.was.plain);
    } else {
      const plain = this.field.value;
      this.set(true, this.was?.plain === plain ? this.was.html : toRich(plain));
    }
    this.focus();
  }

  #show(rich) {
    this.rich = rich;
    this.box.hidden = !rich;
    this.field.hidden = rich;
    delete this.box.dataset.testid;
    delete this.field.dataset.testid;
    this.node.dataset.testid = 'compose-body';
  }

  format(name) {
    const { squire } = this;
    const toggle = (tag, on, off) => (squire.hasFormat(tag) ? squire[off]() : squire[on]());
    const does = {
      bold: () => toggle('B', 'bold', 'removeBold'),
      italic: () => toggle('I', 'italic', 'removeItalic'),
      underline: () => toggle('U', 'underline', 'removeUnderline'),
      bullets: () => toggle('UL', 'makeUnorderedList', 'removeList'),
      numbers: () => toggle('OL', 'makeOrderedList', 'removeList'),
      quote: () => (squire.hasFormat('BLOCKQUOTE') ? squire.decreaseQuoteLevel() : squire.increaseQuoteLevel()),
      link: () => this.#link(),
      plain: () => squire.removeAllFormatting(),
    };
    does[name]?.();
    squire.focus();
  }

  /** The formats where the cursor stands. */
  get formats() {
    const tags = { bold: 'B', italic: 'I', underline: 'U', bullets: 'UL', numbers: 'OL', quote: 'BLOCKQUOTE', link: 'A' };
    return Object.fromEntries(Object.entries(tags).map(([name, tag]) => [name, this.squire.hasFormat(tag)]));
  }

  #link() {
    if (this.squire.hasFormat('A')) return this.squire.removeLink();
    const typed = window.prompt(text('link'), 'https://');
    if (!typed || typed === 'https://') return undefined;
    const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : 'https://' + typed;
    return /^(https?|mailto):/i.test(address) ? this.squire.makeLink(address) : undefined;
  }

  destroy() {
    this.squire.destroy();
  }
}
