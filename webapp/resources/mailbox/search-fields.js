// A search by fields: a dialog that writes what somebody fills in as it could be typed.

import { byId, element, getJson } from './page.js';

const TYPED = /(?<![^\s])(from|to|subject|after|before|larger|smaller|in|has):("[^"]*"|\S+)\s*/gi;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MEGABYTES = /^(\d+(?:\.\d+)?)m$/i;

/** @param search(text) searches for it */
export function listenToFields(field, search) {
  const dialog = byId('fields-dialog');
  const form = byId('fields-form');

  byId('search-fields').addEventListener('click', () => {
    form.reset();
    dialog.showModal();
    fill(form, field.value);
    folders(form.elements.in).then(() => fill(form, field.value), () => {});
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

/** What is typed already, as far as there are fields for it. */
function fill(form, typed) {
  const { elements } = form;
  const filled = new Set();
  elements.words.value = typed
    .replace(TYPED, (all, operator, value) => {
      const name = operator.toLowerCase();
      const taken = !filled.has(name) && take(elements, name, value.replaceAll('"', ''));
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
      if (!megabytes) return false;
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
