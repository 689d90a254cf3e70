// How full the mailbox is, where the server has a limit.

import { byId, getJson } from './page.js';
import { folderText } from './folder-text.js';

const WARN = 0.9;
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

export async function showQuota(byItself) {
  const { quota } = await getJson('/mailbox/folders', { quota: true }, { byItself });
  const box = byId('quota');
  box.hidden = !quota.length;
  if (!quota.length) return;
  const { resource, used, limit } = quota[0];
  const words = resource === 'storage' ? (of) => size(of) : (of) => folderText('messages', of.toLocaleString());
  const full = used / limit;
  byId('quota-text').textContent = folderText('quota', words(used), words(limit));
  byId('quota-warning').textContent = full >= 1 ? folderText('quotaFull') : full >= WARN ? folderText('quotaNearlyFull') : '';
  box.classList.toggle('warn', full >= WARN);
  box.title = byId('quota-text').textContent;
  const meter = byId('quota-meter');
  meter.value = Math.min(1, full);
  meter.textContent = Math.round(full * 100) + ' %';
}

function size(bytes) {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log(bytes || 1) / Math.log(1024))));
  const value = bytes / 1024 ** power;
  return new Intl.NumberFormat(undefined, { style: 'unit', unit: UNITS[power], unitDisplay: 'short', maximumFractionDigits: value < 10 && power ? 1 : 0 }).format(value);
}
