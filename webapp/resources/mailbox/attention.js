// Whether somebody is there. What the page asks for by itself must not keep the session from ending.

let input = true;

for (const type of ['pointerdown', 'keydown', 'wheel', 'touchmove']) {
  window.addEventListener(type, () => (input = true), { capture: true, passive: true });
}

/** Headers of a request: one that follows nobody's doing says so, and the server does not count it as a click. */
export function headers(byItself) {
  if (byItself && !input) return { 'Oriel-Background': 'true' };
  input = false;
  return {};
}

/** Whether somebody may be looking at this page just now. */
export const isWatched = () => document.visibilityState === 'visible' && document.hasFocus();

/** Whether the pointer or the keyboard is at work in a part of the page. */
export function isInUse(part) {
  if (document.visibilityState !== 'visible') return false;
  return part.matches(':hover') || (document.hasFocus() && part.contains(document.activeElement));
}
