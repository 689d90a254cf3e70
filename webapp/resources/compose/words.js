// Texts, small elements and numbers that all parts of the composer share.

export const dock = document.getElementById('compose-dock');

/** The application's path; Facelets leaves an empty one out. */
export const base = dock.dataset.base ?? '';

/** A text of the message bundle with {0}, {1} ... filled. */
export const text = (name, ...values) => (dock.dataset[name] ?? '').replace(/\{(\d)\}/g, (all, i) => values[i] ?? all);

export function element(tag, className = '', content = '') {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (content) made.textContent = content;
  return made;
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', dock.dataset.icons + '#' + name);
  svg.append(use);
  return svg;
}

export function button(label, run, className = 'button') {
  const made = element('button', className, label);
  made.type = 'button';
  made.addEventListener('click', run);
  return made;
}

const MEGABYTE = 1024 * 1024;

export const megabytes = (bytes) => Math.floor(bytes / MEGABYTE);

export function size(bytes) {
  const [value, unit] = bytes < 1024 ? [bytes, 'byte'] : bytes < MEGABYTE ? [bytes / 1024, 'kilobyte'] : [bytes / MEGABYTE, 'megabyte'];
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

/** What went wrong, in words for the user. */
export class Problem extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

export const toast = (message) => window.Oriel?.toast?.(message);
