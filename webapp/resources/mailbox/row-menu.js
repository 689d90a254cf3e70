// The menu of a row, by the right button or the menu key: what the toolbar does, for what is chosen or for this row.

import { text } from './page.js';

/** @param page list, menu, act(name, keys), open(index), compose(kind, row), whole() chooses all */
export function listenToRowMenu({ list, menu, act, open, compose, whole }) {
  let touched = false;

  function entries(row, index, keys) {
    const entry = (label, symbol, run, testid) => ({ label, symbol, run, testid: 'row-menu-' + testid });
    const does = (name, label, symbol = name) => entry(text(label), symbol, () => act(name, keys), name);
    const answer = (kind, label) => entry(text(label), kind, () => compose(kind, row), kind);
    const answers = [entry(text('open'), 'expand', () => open(index), 'open'), answer('reply', 'reply'), answer('reply-all', 'replyAll'), answer('forward', 'forward')];
    return [
      keys.length === 1 ? answers : [],
      [does('archive', 'archive'), does('delete', 'delete', 'trash'), does('junk', 'junk'), does('move', 'move'), does('copy', 'copy')],
      [does('flag', row.flagged ? 'unflag' : 'flag'), row.unread ? does('read', 'markRead', 'unread') : does('unread', 'markUnread'), does('tag', 'tag')],
      [entry(text(list.selected.has(row.key) ? 'unselect' : 'select'), 'check', () => list.toggle(index), 'select'), ...(list.total > 1 ? [entry(text(list.query.search ? 'selectFound' : 'selectWhole', list.total.toLocaleString()), 'check-all', whole, 'whole')] : [])],
    ];
  }

  function show(index, at) {
    const row = list.rows.get(index);
    if (!row) return;
    const keys = list.selected.has(row.key) ? [...list.selected] : [row.key];
    if (keys.length === 1) list.activate(index);
    menu.open(keys.length === 1 ? row.subject || text('noSubject') : text('selected', keys.length.toLocaleString()), entries(row, index, keys), at, () => list.box);
  }

  list.box.addEventListener('pointerdown', (event) => (touched = event.pointerType === 'touch'));
  list.box.addEventListener('contextmenu', (event) => {
    const index = Number(event.target.closest('.row[data-uid]')?.dataset.index ?? -1);
    event.preventDefault();
    if (event.button === 2 && index >= 0 && !touched) show(index, { x: event.clientX, y: event.clientY });
  });
  list.box.addEventListener('keydown', (event) => {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
    event.preventDefault();
    show(list.active, document.getElementById('row-' + list.active) ?? list.box);
  });
}
