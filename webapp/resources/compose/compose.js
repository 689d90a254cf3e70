// The composer's door: Oriel.compose.open(kind, ref) opens one more message in the making.

import { ready } from './editor.js';
import { left } from './keep.js';
import { offer, Panel } from './panel.js';
import { call, dock, element, Problem, text, toast } from './words.js';

const WIDE = 560;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const panels = new Set();

/**
 * Opens the composer.
 *
 * @param kind new, reply, reply-all or forward
 * @param ref the original: folder, uidValidity, uid; none for a new message
 * @param place the folder that is looked at while a new message is begun
 */
async function open(kind, ref, place = '') {
  const source = { kind, ...(kind === 'new' ? { place } : ref) };
  const shown = opening();
  try {
    const [begun] = await Promise.all([call('start', { ...source, zone }), ready()]);
    panel(begun, source).show({ ...begun, rich: true, body: begun.html });
  } catch (problem) {
    toast(problem instanceof Problem ? problem.message : text('offline'));
  } finally {
    shown.remove();
  }
}

/** Takes up what a dead tab or session left; the server gives it its thread again. */
async function restore(writing) {
  const { id, kind, folder, uidValidity, uid, place = '' } = writing;
  const source = { kind, ...(folder ? { folder, uidValidity, uid } : { place }) };
  try {
    const [begun] = await Promise.all([call('start', { id, ...source, zone }), ready()]);
    const there = begun.files.map((file) => file.name);
    const missing = writing.files.filter((name) => !there.includes(name));
    panel(begun, source).show({ ...writing, files: begun.files, missing, again: true });
  } catch (problem) {
    toast(problem instanceof Problem ? problem.message : text('offline'));
    offer(writing, () => restore(writing));
  }
}

function panel(begun, source) {
  const fits = Math.max(1, Math.floor(window.innerWidth / WIDE));
  [...panels].slice(0, Math.max(0, panels.size + 1 - fits)).forEach((other) => other.minimise(true));
  const made = new Panel(begun, source, (gone) => panels.delete(gone));
  panels.add(made);
  return made;
}

function opening() {
  const shown = element('div', 'composer-opening', text('opening'));
  shown.setAttribute('role', 'status');
  dock.append(shown);
  return shown;
}

window.Oriel = Object.assign(window.Oriel ?? {}, { compose: { open } });
left().then((writings) => writings.slice(0, 3).forEach((writing) => offer(writing, () => restore(writing))));
(window.requestIdleCallback ?? setTimeout)(() => ready().catch(() => {}), { timeout: 5000 });
