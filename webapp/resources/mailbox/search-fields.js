// A search by fields: a dialog that writes what somebody fills in as it could be typed.

import { byId, element, getJson } from './page.js';

const OPERATORS = ['from', 'to', 'subject', 'after', 'before', 'larger', 'smaller', 'has'];
const TYPED = new RegExp(`(?<!\\S)(${OPERATORS.join('|')}|in):("[^"]*"|[^\\s"()|]+)(?!\\S)\\s*`, 'gi');
/** What it is, its parts alone can't tell. */
const JOINED = /(?<!\S)(?:OR|NOT)(?!\S)|[|()]/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MEGABYTES = /^(\d+(?:\.\d+)?)m$/i;

/** @param search(text) searches for it */
export function listenToFields(field, search) {
  const dialog = byId('fields-dialog');
  const form = byId('fields-form');

  byId('search-fields').addEventListener('click', () => {
    form.reset();
    dialog.showModal();
    form.elements.words.value = field.value;
    fill(form, OPERATORS);
    const { value } = form.elements.words;
    // Whoever has typed here meanwhile keeps it.
    folders(form.elements.in).then(() => form.elements.words.value === value && fill(form, ['in']), () => {});
  });
  byId('fields-cancel').addEventListener('click', () => dialog.close(''));
  form.addEventListener('submit', () => search(written(form)));
}

/** As it could be typed. */
function written({ elements }) {
  const value = (name) => elements[name].value.trim();
  const operators = ['from', 'to', 'subject', 'after', 'before', 'in'].filter(value).map((name) => name + ':' + quoted(value(name)));
  if (value('than') && value('size')) operators.push(value('than') + ':' + value('size') + 'M');
  if (elements.attachment.checked) operators.push('has:attachment');
  return [...operators, value('words')].filter(Boolean).join(' ');
}

const quoted = (value) => (/[\s()|"]/.test(value) ? '"' + value.replaceAll('"', '') + '"' : value);

/** What is typed already moves to its fields, as far as there are any. */
function fill({ elements }, operators) {
  const filled = new Set();
  if (JOINED.test(elements.words.value)) return;
  elements.words.value = elements.words.value
    .replace(TYPED, (all, operator, value) => {
      const name = operator.toLowerCase();
      const taken = operators.includes(name) && !filled.has(name) && take(elements, name, value.replaceAll('"', ''));
      filled.add(name);
      return taken ? '' : all;
    })
    .trim();
}

function take(elements, name, value) {
  const megabytes = MEGABYTES.exec(value);
  switch (name) {
    case 'has':
      if (value !== 'attachment') return false;
      elements.attachment.checked = true;
      return true;
    case 'larger':
    case 'smaller':
      if (!megabytes || elements.than.value) return false;
      elements.than.value = name;
      [, elements.size.value] = megabytes;
      return true;
    case 'after':
    case 'before':
      if (!DAY.test(value)) return false;
      break;
    case 'in':
      if (![...elements.in.options].some((option) => option.value === value)) return false;
      break;
    default:
  }
  elements[name].value = value;
  return true;
}

async function folders(select) {
  const { folders: all } = await getJson('/mailbox/folders', {}, { byItself: true });
  const options = all.filter((folder) => folder.selectable && !folder.path.includes('"')).map((folder) => {
    const option = element('option', '', '\u00a0\u00a0'.repeat(folder.depth) + folder.name);
    option.value = folder.path;
    return option;
  });
  select.replaceChildren(select.options[0], ...options);
}
