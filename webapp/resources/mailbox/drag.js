// Messages dragged from the list onto a folder are moved there, or copied with the control key held.

import { element, text } from './page.js';

const KIND = 'application/x-oriel-messages';

/** As the files of an Apple computer are copied too. */
const isCopy = (event) => event.ctrlKey || event.altKey;

/** @param page list, folders, move(targets, path), copy(targets, path) */
export function listenToDragging({ list, folders, move, copy }) {
  const tree = document.getElementById('folder-list');
  let dragged;

  /** The folder under the pointer, if messages can lie there. */
  const target = (event) => {
    const link = dragged && event.target.closest?.('a.folder');
    const folder = link && folders.find(link.dataset.folder);
    return folder?.selectable && folder.path !== list.folder ? link : undefined;
  };
  const mark = (link) => {
    for (const each of tree.querySelectorAll('.dropping')) each.classList.toggle('dropping', each === link);
    link?.classList.add('dropping');
  };

  list.box.addEventListener('dragstart', (event) => {
    const on = list.target(event.target);
    if (!on) return;
    const { row } = on;
    dragged = list.selected.has(row.key) ? list.meantBySelection() : list.meant(on);
    const count = dragged.alone.length + dragged.whole.length;
    event.dataTransfer.setData(KIND, String(count));
    event.dataTransfer.effectAllowed = 'copyMove';
    const ghost = element('div', 'drag-ghost', count === 1 ? row.subject || text('noSubject') : text('messages', count.toLocaleString()));
    document.body.append(ghost);
    event.dataTransfer.setDragImage(ghost, 0, 0);
    setTimeout(() => ghost.remove());
    folders.busy(true);
  });
  tree.addEventListener('dragover', (event) => {
    const link = target(event);
    if (!dragged) return;
    mark(link);
    if (!link) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = isCopy(event) ? 'copy' : 'move';
  });
  tree.addEventListener('dragleave', (event) => tree.contains(event.relatedTarget) || mark());
  tree.addEventListener('drop', (event) => {
    const link = target(event);
    if (!link) return;
    event.preventDefault();
    (isCopy(event) ? copy : move)(dragged, link.dataset.folder);
  });
  list.box.addEventListener('dragend', () => {
    if (!dragged) return;
    dragged = undefined;
    mark();
    folders.busy(false);
    folders.draw();
  });
}
