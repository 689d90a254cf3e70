// Tags: the labels of messages, and the dialog that gives and takes them.

import { texts } from '../ui/elements.js';
import { byId, element, getJson, icon, tell } from './page.js';

const tagText = texts(byId('tag-texts').dataset);
const LABEL = /^\$label([1-5])$/i;
const MOST_SHOWN = 3;

/** Told apart by anybody, and readable on both grounds: text and ground of a label are of one hue. */
const HUES = [0, 28, 48, 90, 140, 175, 205, 230, 268, 320];

/** What the server knows it by, and how it is compared there. A tag is its keyword, or that and its name. */
export const keyword = (tag) => (Array.isArray(tag) ? tag[0] : tag);
const same = (tag) => keyword(tag).toLowerCase();

/** What people call it. */
export function tagName(tag) {
  const label = LABEL.exec(keyword(tag));
  if (label) return tagText('label' + label[1]);
  return Array.isArray(tag) ? tag[1] : tag;
}

export const hasTag = (row, tag) => (row.tags ?? []).some((each) => same(each) === same(tag));

/** The row's tags with one more, or without it. */
export function withTag(row, tag, set) {
  const others = (row.tags ?? []).filter((each) => same(each) !== same(tag));
  return set ? [...others, tag] : others;
}

function label(tag) {
  const made = element('span', 'tag', tagName(tag));
  made.dataset.testid = 'tag';
  const hash = [...same(tag)].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 65_521, 7);
  made.style.setProperty('--hue', HUES[hash % HUES.length]);
  return made;
}

/** The labels of a row, of which there is room for a few. */
export function labels({ tags = [] }) {
  const shown = tags.slice(0, MOST_SHOWN).map((tag) => {
    const made = label(tag);
    made.title = tagName(tag);
    return made;
  });
  if (tags.length > MOST_SHOWN) {
    const more = element('span', 'tag place', '+' + (tags.length - MOST_SHOWN));
    more.title = tags.map(tagName).join(', ');
    shown.push(more);
  }
  return shown;
}

/** All labels of an open message; each can be taken away. */
export function drawLabels(box, { tags = [] }, take) {
  box.hidden = !tags.length;
  box.replaceChildren(...tags.map((tag) => {
    const made = label(tag);
    const button = element('button', 'tag-take');
    button.type = 'button';
    button.dataset.testid = 'tag-take';
    button.ariaLabel = button.title = tagText('take', tagName(tag));
    button.append(icon('close'));
    button.addEventListener('click', () => take(tag));
    made.append(button);
    return made;
  }));
}

/**
 * Lets somebody choose tags.
 *
 * @param rows of the messages that are meant, as far as they are known
 * @param all whether all of them are
 * @returns what is to change: {tag, set} for each
 */
export async function chooseTags(rows, all) {
  const dialog = byId('tags-dialog');
  let offered = [];
  try {
    offered = (await getJson('/mailbox/tags', {})).tags;
  } catch (problem) {
    tell(problem);
    return [];
  }
  for (const tag of rows.flatMap((row) => row.tags ?? [])) if (!offered.some((each) => same(each) === same(tag))) offered.push(tag);
  offered.sort((one, other) => tagName(one).localeCompare(tagName(other)));
  const choices = offered.map((tag) => choice(tag, state(rows, tag, all)));
  byId('tags-list').replaceChildren(...choices.map(({ item }) => item));
  byId('tags-new').value = '';
  refused('');
  let adding = Promise.resolve();
  const add = () => (adding = Promise.all([adding, addTo(choices)]));
  byId('tags-add').onclick = add;
  byId('tags-cancel').onclick = () => dialog.close('');
  byId('tags-new').onkeydown = (event) => {
    if (event.key !== 'Enter' || !byId('tags-new').value.trim()) return;
    event.preventDefault();
    add();
  };
  dialog.returnValue = '';
  dialog.showModal();
  (choices[0]?.box ?? byId('tags-new')).focus();
  await new Promise((done) => (dialog.onclose = done));
  // What was typed may still be on its way to becoming a tag.
  await adding;
  return dialog.returnValue === 'yes' ? choices.filter(isChanged).map(({ tag, box }) => ({ tag, set: box.checked })) : [];
}

/** Whether all have it, some, or none. */
function state(rows, tag, all) {
  const having = rows.filter((row) => hasTag(row, tag)).length;
  if (!having) return 'none';
  return having === rows.length && all ? 'all' : 'some';
}

function choice(tag, before) {
  const item = element('li');
  const line = element('label', 'tag-choice');
  const box = element('input');
  box.type = 'checkbox';
  box.checked = before === 'all';
  box.indeterminate = before === 'some';
  line.append(box, label(tag));
  line.dataset.testid = 'tag-choice';
  item.append(line);
  return { tag, before, box, item };
}

const isChanged = ({ before, box }) => !box.indeterminate && (before === 'some' || box.checked !== (before === 'all'));

async function addTo(choices) {
  const field = byId('tags-new');
  const name = field.value.trim();
  if (!name) return;
  try {
    const { tag, problem } = await getJson('/mailbox/tags', { name });
    refused(problem ?? '');
    if (!tag) return;
    let known = choices.find((each) => same(each.tag) === same(tag));
    if (!known) {
      known = choice(tag, 'none');
      choices.push(known);
      byId('tags-list').prepend(known.item);
    }
    known.box.checked = true;
    known.box.indeterminate = false;
    known.item.scrollIntoView({ block: 'nearest' });
    field.value = '';
  } catch (problem) {
    tell(problem);
  }
}

function refused(why) {
  byId('tags-problem').textContent = why;
  byId('tags-problem').hidden = !why;
  byId('tags-new').ariaInvalid = String(Boolean(why));
}

/** What is said when tags were changed. */
export function told(changes) {
  const [{ tag, set }] = changes;
  return changes.length > 1 ? tagText('changed') : tagText(set ? 'given' : 'taken', tagName(tag));
}

export const tagging = () => tagText('tagging');
