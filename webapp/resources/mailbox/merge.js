// Puts newly read windows of a folder's list together with the rows known before. The list is by falling UID: that tells
// which rows are new, which are gone and by how much the others moved.

/**
 * @param before rows by index
 * @param pages windows as read now, each {offset, total, rows}
 * @returns rows by index; the UIDs that are gone; the indices of rows that were not read again; moved(index), where a
 *   place of before is now
 */
export function merge(before, pages) {
  const { total } = pages.at(-1);
  const read = new Map(pages.flatMap((page) => page.rows.map((row, i) => [row.uid, { row, index: page.offset + i }])));
  const rows = new Map();
  const unread = new Set();
  const gone = new Set();
  const shifts = [];
  let shift = 0;
  for (const [index, row] of [...before].sort(([a], [b]) => a - b)) {
    const now = read.get(row.uid);
    const isGone = !now && pages.some((page) => covers(page, row.uid));
    if (now) shift = now.index - index;
    shifts.push([index, shift]);
    if (isGone) {
      gone.add(row.uid);
      shift--;
    } else if (!now && index + shift < total) {
      rows.set(index + shift, row);
      unread.add(index + shift);
    }
  }
  const old = new Map([...before.values()].map((row) => [row.uid, row]));
  for (const { row, index } of read.values()) {
    rows.set(index, same(old.get(row.uid), row));
    unread.delete(index);
  }
  const moved = (index) => {
    const known = shifts.findLast(([at]) => at <= index);
    return Math.min(Math.max(0, index + (known ? known[1] : 0)), Math.max(0, total - 1));
  };
  return { rows, total, gone, unread, moved };
}

/** Whether a message would be in this window if it were still there. */
export function covers({ offset, total, rows }, uid) {
  const fromTop = offset === 0 || (rows.length > 0 && uid <= rows[0].uid);
  const toEnd = offset + rows.length >= total || (rows.length > 0 && uid >= rows.at(-1).uid);
  return fromTop && toEnd;
}

/** The row that is drawn already, if nothing about it changed; what the page itself knows of it is kept. */
function same(old, row) {
  if (!old) return row;
  const { leaving, ...known } = old;
  if (JSON.stringify(known) === JSON.stringify(row)) return old;
  return leaving ? { ...row, leaving } : row;
}
