// The files of an open message: each is saved by a click, all as one zip file, and what can do harm only after a warning.

import { base, byId, element, icon, size, text } from './page.js';

/** @param message the parameters that name the message */
export function drawAttachments(attachments, message) {
  const list = byId('reader-attachments');
  list.hidden = !attachments.length;
  const links = attachments.map((attachment) => one(attachment, message));
  if (attachments.length > 1) links.push(all(attachments.length, message));
  list.replaceChildren(...links.map((link) => {
    const item = element('li');
    item.append(link);
    return item;
  }));
}

function one({ part, name, size: bytes, risky }, message) {
  const link = element('a', risky ? 'attachment risky' : 'attachment');
  link.dataset.testid = 'attachment';
  link.dataset.name = name;
  link.href = base + '/mailbox/part?' + message + '&part=' + part;
  link.download = name;
  link.title = text('save', name);
  link.append(icon(risky ? 'shield' : 'attachment'), element('span', 'attachment-name', name), element('span', 'muted', size(bytes)));
  if (risky) link.addEventListener('click', (event) => event.isTrusted && warn(event, link, name));
  return link;
}

function all(count, message) {
  const link = element('a', 'attachment');
  link.dataset.testid = 'attachments-all';
  link.href = base + '/mailbox/zip?' + message;
  link.download = '';
  link.append(icon('download'), element('span', 'attachment-name', text('saveAll', count)));
  return link;
}

function warn(event, link, name) {
  event.preventDefault();
  const dialog = byId('risky-dialog');
  byId('risky-title').textContent = text('risky', name);
  dialog.returnValue = '';
  dialog.addEventListener('close', () => dialog.returnValue === 'yes' && link.click(), { once: true });
  dialog.showModal();
}
