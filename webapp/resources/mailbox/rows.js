// Draws one row of the list.

import { element, fullDate, fullPerson, icon, people, shortDate, text } from './page.js';

const MARKS = [['answered', 'reply'], ['forwarded', 'forward'], ['attachments', 'attachment'], ['flagged', 'flag']];
const LABELS = { answered: 'answered', forwarded: 'forwarded', attachments: 'attachment', flagged: 'flagged' };
const HOVER = [['archive', 'archive', 'archive'], ['delete', 'trash', 'delete'], ['flag', 'flag', 'flag'], ['toggle-read', 'unread', 'markUnread']];

/** Makes an empty row; fill() and blank() give it content, again and again. */
export function makeRow() {
  const row = element('div', 'row');
  row.setAttribute('role', 'row');
  return row;
}

export function blank(row) {
  row.className = 'row blank';
  row.removeAttribute('data-testid');
  delete row.dataset.uid;
  row.replaceChildren(cell('row-sender'), cell('row-subject'));
}

/** @param sent whether the folder holds own mail, so that its recipients are shown */
export function fill(row, message, sent) {
  row.className = 'row' + (message.leaving ? ' leaving' : '');
  row.dataset.testid = 'row';
  row.dataset.uid = message.uid;
  row.dataset.unread = Boolean(message.unread);
  row.dataset.flagged = Boolean(message.flagged);
  const shown = sent ? message.to : message.from;
  const sender = cell('row-sender', people(shown) || text('noSender'));
  sender.title = shown.map(fullPerson).join(', ');
  const subject = cell('row-subject', message.subject || text('noSubject'));
  const date = cell('row-date', shortDate(message.date));
  date.title = fullDate(message.date);
  row.replaceChildren(sender, subject, date, marks(message), hover(message));
  if (message.unread) {
    const dot = element('i', 'row-dot');
    dot.title = text('unread');
    sender.prepend(element('span', 'sr', text('unread') + ' '));
    row.append(dot);
  }
}

function cell(name, content) {
  const made = element('span', name, content);
  made.dataset.testid = name;
  made.setAttribute('role', 'gridcell');
  return made;
}

function marks(message) {
  const made = element('span', 'row-marks');
  made.setAttribute('role', 'gridcell');
  for (const [mark, name] of MARKS) {
    if (!message[mark]) continue;
    const drawn = icon(name, text(LABELS[mark]));
    if (mark === 'flagged') drawn.classList.add('flagged');
    made.append(drawn);
  }
  return made;
}

/** The pointer's shortcuts; keyboard and screen reader have the toolbar and the keys. */
function hover(message) {
  const made = element('span', 'row-hover');
  made.setAttribute('role', 'gridcell');
  for (const [action, name, label] of HOVER) {
    const button = element('button', 'tool');
    button.type = 'button';
    button.tabIndex = -1;
    button.dataset.rowAction = action;
    button.title = text(action === 'toggle-read' && message.unread ? 'markRead' : label);
    button.setAttribute('aria-label', button.title);
    button.append(icon(name));
    made.append(button);
  }
  return made;
}
