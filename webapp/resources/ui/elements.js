// What the scripts of all pages share: texts, small elements, sizes, trouble.

/** Texts of the message bundle that a page carries in data attributes, with {0}, {1} ... filled. */
export const texts = (dataset) => (name, ...values) => (dataset[name] ?? '').replace(/\{(\d)\}/g, (all, i) => values[i] ?? all);

export function element(tag, className = '', content = '') {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (content) made.textContent = content;
  return made;
}

/** Makes icons of a file of symbols; one without a label is decoration. */
export const icons = (file) => (name, label) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  if (label) {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
  } else {
    svg.setAttribute('aria-hidden', 'true');
  }
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', file + '#' + name);
  svg.append(use);
  return svg;
};

export const MEGABYTE = 1024 * 1024;

export function size(bytes) {
  if (bytes < 0) return '';
  const [value, unit] = bytes < 1024 ? [bytes, 'byte'] : bytes < MEGABYTE ? [bytes / 1024, 'kilobyte'] : [bytes / MEGABYTE, 'megabyte'];
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 && unit !== 'byte' ? 1 : 0 }).format(value);
}

/** What went wrong, in words for the user. */
export class Problem extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}
