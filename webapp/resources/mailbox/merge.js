// Puts newly read windows of a list together with the rows known before, whatever it is sorted by: rows that are known in both
// tell by how much the others moved, and what lay between two of them and was not read again is gone. A row that stands for a
// conversation stays the same one when another message is the newest.

/** What makes a row the same one as before. */
export const identity = (row) => row.thread?.id ?? row.key;

/** By what a row is found: as a conversation, and as a message, since a list may be grouped only now. */
export const names = (row) => [row.key, identity(row)];
const find = (rows, row) => rows.get(identity(row)) ?? rows.get(row.key);

/**
 * @param before rows by index
 * @param pages windows as read now, each {offset, total, rows}
 * @returns rows by index; the keys that are gone; what other key a row has now, by the one before; the indices of rows that were not read again; moved(index), where a
 *   place of before is now
 */
export function merge(before, pages) {
  const { total } = pages.at(-1);
  const read = new Map(pages.flatMap((page) => page.rows.flatMap((row, i) => names(row).map((name) => [name, { row, index: page.offset + i }]))));
  const old = [...before].sort(([a], [b]) => a - b);
  const spans = pages.map((page) => span(page, old));
  const rows = new Map();
  const unread = new Set();
  const gone = new Set();
  const renamed = new Map();
  const shifts = [];
  let shift = 0;
  for (const [index, row] of old) {
    const now = find(read, row);
    const isGone = !now && spans.some(([from, to]) => index >= from && index <= to);
    if (now) shift = now.index - index;
    if (now && now.row.key !== row.key) renamed.set(row.key, now.row.key);
    shifts.push([index, shift]);
    if (isGone) {
      gone.add(row.key);
      shift--;
    } else if (!now && index + shift >= 0 && index + shift < total) {
      rows.set(index + shift, row);
      unread.add(index + shift);
    }
  }
  const known = new Map(old.flatMap(([, row]) => names(row).map((name) => [name, row])));
  for (const { row, index } of read.values()) {
    rows.set(index, same(find(known, row), row));
    unread.delete(index);
  }
  const moved = (index) => {
    const at = shifts.findLast(([place]) => place <= index);
    return Math.min(Math.max(0, index + (at ? at[1] : 0)), Math.max(0, total - 1));
  };
  return { rows, total, gone, renamed, unread, moved };
}

/** First and last place of before that a window has read again: what is not in it any more is gone. */
function span({ offset, total, rows }, old) {
  const read = new Set(rows.flatMap(names));
  const common = old.filter(([, row]) => names(row).some((name) => read.has(name))).map(([index]) => index);
  const from = offset === 0 ? 0 : (common[0] ?? Infinity);
  const to = offset + rows.length >= total ? Infinity : (common.at(-1) ?? -1);
  return [from, to];
}

/** The row that is drawn already, if nothing about it changed; what the page itself knows of it is kept. */
function same(old, row) {
  if (old?.key !== row.key) return row;
  const { preview, ...known } = old;
  const { preview: told = preview, ...now } = row;
  if (JSON.stringify(known) === JSON.stringify(now) && told === preview) return old;
  return { ...row, ...(told !== undefined && { preview: told }) };
}
