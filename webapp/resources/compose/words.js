// Texts and small elements that all parts of the composer share.

import { element, icons, MEGABYTE, texts } from '../ui/elements.js';
import { FacesForm } from '../ui/faces.js';
import { repeated } from '../ui/sign-in-again.js';

export { element, Problem, size } from '../ui/elements.js';

export const dock = document.getElementById('compose-dock');

/** The application's path; Facelets leaves an empty one out. */
export const base = dock.dataset.base ?? '';
export const text = texts(dock.dataset);
export const icon = icons(dock.dataset.icons);

const form = new FacesForm('compose', text);

export const call = (action, parameters) => repeated(() => form.call(action, parameters));

export function button(label, run, className = 'button') {
  const made = element('button', className, label);
  made.type = 'button';
  made.addEventListener('click', run);
  return made;
}

export const megabytes = (bytes) => Math.floor(bytes / MEGABYTE);

export const toast = (message) => window.Oriel?.toast?.(message);
