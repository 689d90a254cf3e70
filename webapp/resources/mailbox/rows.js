// Draws one row of the list.

import { isFlagged } from './conversations.js';
import { highlighted } from './highlight.js';
import { element, fullDate, fullPerson, icon, people, shortDate, text } from './page.js';
import { labels } from './tags.js';

const MARKS = [['answered', 'reply'], ['forwarded', 'forward'], ['attachments', 'attachment'], ['flagged', 'flag']];
const LABELS = { answered: 'answered', forwarded: 'forwarded', attachments: 'attachment', flagged: 'flagged' };
const HOVER = [['archive', 'archive', 'archive'], ['delete', 'trash', 'delete'], ['flag', 'flag', 'flag'], ['toggle-read', 'unread', 'markUnread']];

/** What a shortcut does instead, to a message that is marked already. */
const OTHER_LABELS = {
  'toggle-read': (message) => (message.unread || message.thread?.unread ? 'markRead' : undefined),
  flag: (message) => (isFlagged(message) ? 'unflag' : undefined),
};

// A touch that rests is for choosing.
const isDragged = window.matchMedia('(hover: hover)').matches;

/** Makes an empty row; fill() and blank() give it content, again and again. */
export function makeRow() {
  const row = element('div', 'row');
  row.setAttribute('role', 'row');
  row.draggable = isDragged;
  return row;
}

export function blank(row) {
  row.className = 'row blank';
  row.removeAttribute('data-testid');
  delete row.dataset.uid;
  row.replaceChildren(cell('row-sender'), cell('row-subject'), cell('row-preview'));
}

/** @param list sent, whether the folder holds own mail, so that its recipients are shown; asked.words to highlight */
export function fill(row, message, { sent, asked }) {
  row.className = 'row';
  row.dataset.testid = 'row';
  row.dataset.uid = message.uid;
  row.dataset.unread = Boolean(message.unread);
  row.dataset.flagged = isFlagged(message);
  const { thread } = message;
  const words = asked.words ?? [];
  const shown = sent ? message.to : (thread?.people ?? message.from);
  const sender = cell('row-sender');
  const names = element('span', 'row-names');
  names.append(...highlighted(people(shown) || text('noSender'), words));
  sender.append(names);
  sender.title = shown.map(fullPerson).join(', ');
  if (thread?.messages > 1) sender.append(count(thread));
  const subject = cell('row-subject');
  subject.append(...tags(message), ...highlighted(message.subject || text('noSubject'), words));
  const preview = cell('row-preview');
  preview.append(...highlighted(message.preview ?? '', words));
  const date = cell('row-date', shortDate(message.date));
  date.title = fullDate(message.date);
  row.replaceChildren(sender, subject, preview, date, marks(message), hover(message), check());
  if (message.unread || thread?.unread) {
    const dot = element('i', 'row-dot');
    dot.title = text('unread');
    names.prepend(element('span', 'sr', text('unread') + ' '));
    row.append(dot);
  }
}

/** How many messages the conversation has that a row stands for; expands it. */
function count(thread) {
  const made = element('button', 'row-count', String(thread.messages));
  made.type = 'button';
  made.tabIndex = -1;
  made.dataset.rowAction = 'expand';
  made.title = thread.unread ? text('conversationUnread', thread.messages, thread.unread) : text('conversation', thread.messages);
  made.setAttribute('aria-label', made.title);
  return made;
}

/** Labels in front of the subject, and the folder where several are searched. */
function tags(message) {
  const place = message.folder ? [element('span', 'tag place', message.folder.split('/').at(-1))] : [];
  return [...labels(message), ...place];
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
    const isFlag = mark === 'flagged';
    if (!message[mark] && !(isFlag && isFlagged(message))) continue;
    const drawn = icon(name, text(message[mark] ? LABELS[mark] : 'flaggedWithin'));
    if (isFlag) drawn.classList.add('flagged');
    made.append(drawn);
  }
  return made;
}

/** Chooses the row by the pointer; the keyboard has the space bar, and readers of screens are told by the row itself. */
function check() {
  const made = element('span', 'row-check');
  made.dataset.testid = 'row-check';
  made.setAttribute('role', 'gridcell');
  made.setAttribute('aria-hidden', 'true');
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
    button.title = text(OTHER_LABELS[action]?.(message) ?? label);
    button.setAttribute('aria-label', button.title);
    button.append(icon(name));
    made.append(button);
  }
  return made;
}
