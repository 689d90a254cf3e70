// The menu of a row, by the right button or the menu key: what the toolbar does, for what is chosen or for this row.

import { isFlagged } from './conversations.js';
import { tell, text } from './page.js';

/** @param page list, menu, act(name, targets), open(target), compose(kind, row), whole() chooses all */
export function listenToRowMenu({ list, menu, act, open, compose, whole }) {
  let touched = false;

  function entries(target, targets, count) {
    const { row } = target;
    const isUnread = row.unread || (!target.alone && row.thread?.unread);
    const entry = (label, symbol, run, testid) => ({ label, symbol, run, testid: 'row-menu-' + testid });
    const does = (name, label, symbol = name) => entry(text(label), symbol, () => act(name, targets), name);
    const answer = (kind, label) => entry(text(label), kind, () => compose(kind, row), kind);
    const answers = [entry(text('open'), 'expand', () => open(target), 'open'), answer('reply', 'reply'), answer('reply-all', 'replyAll'), answer('forward', 'forward')];
    return [
      count === 1 ? answers : [],
      [does('archive', 'archive'), does('delete', 'delete', 'trash'), does('junk', 'junk'), does('move', 'move'), does('copy', 'copy')],
      [does('flag', (target.alone ? row.flagged : isFlagged(row)) ? 'unflag' : 'flag'), isUnread ? does('read', 'markRead', 'unread') : does('unread', 'markUnread'), does('tag', 'tag')],
      [entry(text(list.selected.has(row.key) ? 'unselect' : 'select'), 'check', () => list.toggle(target).catch(tell), 'select'), ...(list.total > 1 ? [entry(text(list.query.search ? 'selectFound' : 'selectWhole', list.total.toLocaleString()), 'check-all', whole, 'whole')] : [])],
    ];
  }

  function show(target, at) {
    if (!target) return;
    const { row } = target;
    const targets = list.selected.has(row.key) ? list.meantBySelection() : list.meant(target);
    const count = targets.alone.length + targets.whole.length;
    if (count === 1) list.goTo(target);
    menu.open(count === 1 ? row.subject || text('noSubject') : text('selected', count.toLocaleString()), entries(target, targets, count), at, () => list.box);
  }

  list.box.addEventListener('pointerdown', (event) => (touched = event.pointerType === 'touch'));
  list.box.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    if (event.button === 2 && !touched) show(list.target(event.target), { x: event.clientX, y: event.clientY });
  });
  list.box.addEventListener('keydown', (event) => {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
    event.preventDefault();
    show(list.current, document.getElementById(list.box.getAttribute('aria-activedescendant')) ?? list.box);
  });
}
