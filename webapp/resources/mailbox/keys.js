// The keyboard, preset Outlook. Off while typing in a field and while a dialog is open.

const GO = { i: 'inbox', s: 'sent', d: 'drafts' };

/** @param commands functions by name */
export function listenToKeys(commands) {
  let going = false;
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const command = going ? () => GO[event.key] && commands.go(GO[event.key]) : find(event, commands);
    going = !going && event.key === 'g' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!command) return;
    event.preventDefault();
    command();
  });
}

function isTyping(target) {
  return target.isContentEditable || target.closest?.('input, textarea, select, [contenteditable="true"]');
}

function find(event, commands) {
  const control = event.ctrlKey || event.metaKey;
  if (event.altKey) return event.key.toLowerCase() === 'q' ? commands.search : undefined;
  if (control && event.shiftKey) return { r: commands.replyAll, f: commands.forward }[event.key.toLowerCase()];
  if (control) return { a: commands.all, z: commands.undo }[event.key];
  const onButton = event.target.closest?.('button, a, summary, [role="separator"]');
  if (onButton && [' ', 'Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) return undefined;
  return {
    n: commands.compose, r: commands.reply, e: commands.archive, j: commands.junk, v: commands.move,
    q: commands.read, u: commands.unread, Delete: commands.delete, Insert: commands.flag, '?': commands.help, '/': commands.search,
    ArrowDown: commands.next, ArrowUp: commands.previous, Enter: commands.open, Escape: commands.back, ' ': commands.select,
    Home: commands.first, End: commands.last, PageDown: commands.pageDown, PageUp: commands.pageUp,
  }[event.key];
}
