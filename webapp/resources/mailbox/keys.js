// The keyboard, by one of two presets, or none. Off while typing in a field and while a dialog is open.

import { byId, owner } from './page.js';

const KEPT = 'oriel.keys.' + owner;

/** What is pressed for each command: a key, one after "g", or with modifiers. The same in all presets at the end. */
const PRESETS = {
  outlook: {
    n: 'compose', r: 'reply', 'Ctrl+Shift+r': 'replyAll', 'Ctrl+Shift+f': 'forward', e: 'archive', j: 'junk', v: 'move', l: 'tag', q: 'read', u: 'unread',
    Insert: 'flag', ' ': 'select', 'Ctrl+a': 'all', 'Ctrl+z': 'undo', 'g i': 'inbox', 'g s': 'sent', 'g d': 'drafts', 'Alt+q': 'search',
  },
  gmail: {
    c: 'compose', r: 'reply', a: 'replyAll', f: 'forward', j: 'next', k: 'previous', o: 'open', u: 'back', e: 'archive', '#': 'delete', '!': 'junk',
    I: 'read', U: 'unread', s: 'flag', x: 'select', '* a': 'all', v: 'move', l: 'tag', z: 'undo', 'g i': 'inbox', 'g t': 'sent', 'g d': 'drafts', 'Ctrl+z': 'undo', 'Ctrl+a': 'all', ' ': 'select',
  },
  off: {},
};
const ALWAYS = {
  Delete: 'delete', '?': 'help', '/': 'search', ArrowDown: 'next', ArrowUp: 'previous', Enter: 'open', Escape: 'back',
  Home: 'first', End: 'last', PageDown: 'pageDown', PageUp: 'pageUp',
};
/** Without a preset, what any list understands. */
const OFF = ['ArrowDown', 'ArrowUp', 'Enter', 'Escape', 'Home', 'End', 'PageDown', 'PageUp'];

/** As the map shows them. */
const MAP = {
  outlook: {
    new: 'n', reply: 'r', replyAll: 'Ctrl+Shift+R', forward: 'Ctrl+Shift+F', next: '\u2193 \u2191', open: 'Enter / Esc', archive: 'e', delete: 'Delete', junk: 'j', move: 'v',
    read: 'q / u', flag: 'Insert', tag: 'l', select: 'Space / Ctrl+A', undo: 'Ctrl+Z', search: '/  Alt+Q', go: 'g i / g s / g d',
  },
  gmail: {
    new: 'c', reply: 'r', replyAll: 'a', forward: 'f', next: 'j / k', open: 'o / u', archive: 'e', delete: '#', junk: '!', move: 'v',
    read: 'Shift+I / Shift+U', flag: 's', tag: 'l', select: 'x / * a', undo: 'z', search: '/', go: 'g i / g t / g d',
  },
  off: { next: '\u2193 \u2191', open: 'Enter / Esc' },
};
const FIRST = ['g', '*'];

let preset = PRESETS[localStorage.getItem(KEPT)] ? localStorage.getItem(KEPT) : 'outlook';

/** @param commands functions by name */
export function listenToKeys(commands) {
  let first = '';
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    if (event.key === 'Shift') return;
    const command = find(event, first);
    first = !command && !first && FIRST.includes(event.key) && preset !== 'off' ? event.key : '';
    if (!commands[command]) return;
    event.preventDefault();
    commands[command]();
  });
  byId('keys-preset').addEventListener('change', ({ target }) => {
    preset = target.value;
    localStorage.setItem(KEPT, preset);
    draw();
  });
}

/** Shows what each key does. */
export function showKeys() {
  byId('keys-preset').value = preset;
  draw();
  byId('keys-dialog').showModal();
}

function draw() {
  for (const keys of byId('keys-dialog').querySelectorAll('[data-keys]')) {
    keys.textContent = MAP[preset][keys.dataset.keys] ?? '';
    keys.hidden = keys.nextElementSibling.hidden = !keys.textContent;
  }
}

function isTyping(target) {
  return target.isContentEditable || target.closest?.('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]');
}

function find(event, first) {
  const control = event.ctrlKey || event.metaKey;
  const onButton = event.target.closest?.('button, a, summary, input, [role="separator"]');
  if (onButton && !control && [' ', 'Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) return undefined;
  const own = PRESETS[preset];
  if (first) return own[first + ' ' + event.key];
  const modified = (control ? 'Ctrl+' : '') + (event.altKey ? 'Alt+' : '') + (control && event.shiftKey ? 'Shift+' : '');
  if (modified) return own[modified + event.key.toLowerCase()];
  if (preset === 'off') return OFF.includes(event.key) ? ALWAYS[event.key] : undefined;
  return own[event.key] ?? ALWAYS[event.key];
}
