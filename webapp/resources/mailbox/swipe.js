// On a touch screen a row is swept aside: towards the end of the line to archive, towards its beginning to delete. A long
// press chooses it.

const BEGINS = 12;

/** @param list whose rows are swept; act(name, keys) */
export function listenToSwiping(list, act) {
  let sweep;

  const end = () => {
    if (!sweep) return;
    sweep.row.style.translate = '';
    sweep.row.removeAttribute('data-sweep');
    sweep = undefined;
  };
  list.box.addEventListener('pointerdown', (event) => {
    const row = event.pointerType === 'touch' && event.isPrimary && event.target.closest('.row[data-uid]');
    if (row) sweep = { row, key: list.rows.get(Number(row.dataset.index))?.key, x: event.clientX, y: event.clientY, by: 0 };
  });
  list.box.addEventListener('pointermove', (event) => {
    if (!sweep || event.pointerType !== 'touch') return;
    const by = event.clientX - sweep.x;
    if (!sweep.by && (Math.abs(by) < BEGINS || Math.abs(event.clientY - sweep.y) > Math.abs(by))) return;
    sweep.by = by;
    sweep.row.style.translate = by + 'px';
    sweep.row.dataset.sweep = isFar(sweep) ? name(by) : 'no';
  });
  list.box.addEventListener('pointerup', () => {
    const swept = sweep;
    end();
    if (!swept?.by) return;
    if (isFar(swept)) act(name(swept.by), [swept.key]);
  });
  list.box.addEventListener('pointercancel', end);
}

const isFar = ({ by, row }) => Math.abs(by) > row.offsetWidth * 0.35;
const name = (by) => (by > 0 === (getComputedStyle(document.documentElement).direction === 'ltr') ? 'archive' : 'delete');
