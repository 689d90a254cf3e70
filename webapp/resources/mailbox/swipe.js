// On a touch screen a row is swept aside: towards the end of the line to archive, towards its beginning to delete. What will
// be done shows beneath it. A long press chooses the row: not every browser tells of one by itself.

import { element, icon, tell } from './page.js';

const BEGINS = 12;
const LONG_PRESS_MS = 500;
const SYMBOLS = { archive: 'archive', delete: 'trash' };

/** @param list whose rows are swept; act(name, targets) */
export function listenToSwiping(list, act) {
  let sweep;
  let rested = false;

  const end = () => {
    if (!sweep) return;
    clearTimeout(sweep.resting);
    sweep.row.style.translate = '';
    sweep.row.removeAttribute('data-sweep');
    sweep.beneath?.remove();
    sweep = undefined;
  };
  const rest = ({ target }) => {
    end();
    rested = true;
    list.toggle(target).catch(tell);
  };
  list.box.addEventListener('pointerdown', (event) => {
    end();
    rested = false;
    const target = event.pointerType === 'touch' && event.isPrimary && list.target(event.target);
    if (!target) return;
    sweep = { row: event.target.closest('.row'), target, x: event.clientX, y: event.clientY, by: 0 };
    sweep.resting = setTimeout(rest, LONG_PRESS_MS, sweep);
  });
  list.box.addEventListener('pointermove', (event) => {
    if (!sweep || event.pointerType !== 'touch') return;
    const by = event.clientX - sweep.x;
    if (Math.hypot(by, event.clientY - sweep.y) >= BEGINS) clearTimeout(sweep.resting);
    if (!sweep.by && (Math.abs(by) < BEGINS || Math.abs(event.clientY - sweep.y) > Math.abs(by))) return;
    sweep.by = by;
    sweep.row.style.translate = by + 'px';
    sweep.row.dataset.sweep = isFar(sweep) ? name(by) : 'no';
    show(sweep);
  });
  list.box.addEventListener('pointerup', () => {
    const swept = sweep;
    end();
    if (swept?.by && isFar(swept)) act(name(swept.by), list.meant(swept.target));
  });
  list.box.addEventListener('pointercancel', end);
  // The finger that rested does not open the message when it leaves.
  list.box.addEventListener('click', (event) => {
    if (rested) event.stopImmediatePropagation();
    rested = false;
  }, { capture: true });
}

function show(sweep) {
  const { row, by } = sweep;
  const does = name(by);
  if (sweep.beneath?.dataset.does !== does) {
    sweep.beneath?.remove();
    sweep.beneath = element('div', 'sweep');
    sweep.beneath.dataset.does = does;
    sweep.beneath.style.transform = row.style.transform;
    sweep.beneath.append(icon(SYMBOLS[does]));
    row.before(sweep.beneath);
  }
  sweep.beneath.classList.toggle('far', isFar(sweep));
  sweep.beneath.classList.toggle('left', by < 0);
}

const isFar = ({ by, row }) => Math.abs(by) > row.offsetWidth * 0.35;
const name = (by) => (by > 0 === (getComputedStyle(document.documentElement).direction === 'ltr') ? 'archive' : 'delete');
