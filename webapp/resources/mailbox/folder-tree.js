// The folders as a tree: which lies in which, in what order, what of it is seen; and how it is drawn and walked through.

import { base, element, icon } from './page.js';
import { folderText } from './folder-text.js';

/**
 * Arranges folders: special ones, then the tree, each an array of {folder, parent, children, folded}.
 *
 * @param current the path that is looked at, which is seen even if it is hidden
 * @param root what those at the top lie in
 */
export function arrange(folders, choices, current, root = '') {
  const known = new Map(folders.map((folder) => [folder.path, folder]));
  const ordinary = folders.filter((folder) => folder.use === 'none');
  // Some servers keep everything in the inbox; then that says nothing.
  const inbox = ordinary.every((folder) => folder.depth > 0) ? folders.find((folder) => folder.use === 'inbox')?.path : undefined;
  const children = new Map();
  for (const folder of ordinary) {
    const parent = known.has(folder.parent) && folder.parent !== inbox ? folder.parent : root;
    children.set(parent, [...(children.get(parent) ?? []), folder]);
  }
  const below = (parent) => choices.ordered(parent, (children.get(parent) ?? []).map((folder) => folder.path)).map((path) => node(known.get(path), parent)).filter(Boolean);
  const node = (folder, parent) => {
    const inside = below(folder.path);
    if (folder.hidden && !choices.hiddenToo && folder.path !== current && !inside.length) return undefined;
    return { folder, parent, children: inside, folded: choices.isFolded(folder.path) };
  };
  return { special: folders.filter((folder) => folder.use !== 'none').map((folder) => node(folder, root)), tree: below(root) };
}

/** Draws nodes and, unless they are folded, what lies in them; an array of list items. */
export function drawn(nodes, state, level = 1) {
  return nodes.flatMap((node, index) => {
    const item = drawnOne(node, state, level, index, nodes.length);
    return node.folded || !node.children.length ? [item] : [item, ...drawn(node.children, state, level + 1)];
  });
}

function drawnOne({ folder, parent, children, folded }, state, level, index, count) {
  const item = treeItem(folder.path, level, index, count);
  item.dataset.parent = parent;
  item.draggable = folder.use === 'none';
  if (folder.hidden) item.dataset.hidden = 'true';
  if (folder.path === state.current) item.ariaSelected = 'true';
  if (children.length) {
    item.ariaExpanded = String(!folded);
    item.append(twist());
  }
  item.append(link(folder, state), more());
  item.setAttribute('aria-label', name(folder));
  return item;
}

/** A favourite: the same folder once more, at the top. */
export function drawnFavourite(folder, state, index, count) {
  const item = treeItem(folder.path, 1, index, count);
  item.dataset.key = 'favourite:' + folder.path;
  const there = link(folder, state);
  there.dataset.testid = 'favourite-folder';
  item.append(there, more());
  item.setAttribute('aria-label', name(folder));
  return item;
}

export function treeItem(key, level, index, count) {
  const item = element('li', 'folder-item');
  item.setAttribute('role', 'treeitem');
  item.ariaLevel = level;
  item.ariaPosInSet = index + 1;
  item.ariaSetSize = count;
  item.tabIndex = -1;
  item.dataset.key = key;
  item.style.setProperty('--depth', level - 1);
  return item;
}

function name(folder) {
  const shown = count(folder);
  return [folder.name, shown && (folder.use === 'drafts' ? folderText('messages', shown) : folderText('unread', shown)), folder.hidden && folderText('isHidden')].filter(Boolean).join(', ');
}

const count = (folder) => (folder.use === 'drafts' ? folder.total : folder.unread);

function link(folder, { current, title, colour }) {
  const made = element(folder.selectable ? 'a' : 'span', 'folder' + (folder.selectable ? '' : ' noselect'));
  made.title = title(folder.path);
  if (colour(folder.path)) made.dataset.colour = colour(folder.path);
  if (folder.selectable) {
    made.href = base + '/mail?' + new URLSearchParams({ folder: folder.path });
    made.tabIndex = -1;
    made.draggable = false;
    made.dataset.testid = 'folder';
    made.dataset.folder = folder.path;
    made.dataset.unread = folder.unread ?? 0;
    if (folder.path === current) made.setAttribute('aria-current', 'page');
  }
  const shown = count(folder);
  made.append(icon(folder.use), element('span', 'folder-name', folder.name), element('span', 'folder-count', shown ? String(shown) : ''));
  return made;
}

/** Puts drawn items into a tree; one that looks the same stays, for the pointer may be pressed on it. */
export function put(tree, items) {
  const old = [...tree.children];
  items.forEach((item, i) => (item.tabIndex = old[i]?.dataset.key === item.dataset.key ? old[i].tabIndex : -1));
  if (old.length !== items.length) tree.replaceChildren(...items);
  else items.forEach((item, i) => item.isEqualNode(old[i]) || old[i].replaceWith(item));
}

function twist() {
  const button = part('folder-twist', 'chevron');
  button.setAttribute('aria-hidden', 'true');
  return button;
}

function more() {
  const button = part('folder-more', 'more');
  button.title = folderText('menu');
  button.setAttribute('aria-label', folderText('menu'));
  button.setAttribute('aria-haspopup', 'menu');
  button.dataset.testid = 'folder-menu';
  return button;
}

function part(className, symbol) {
  const button = element('button', className);
  button.type = 'button';
  button.tabIndex = -1;
  button.append(icon(symbol));
  return button;
}

/** Makes one item the one that Tab comes to. */
export function reachable(box, item) {
  for (const each of box.querySelectorAll('[role="treeitem"][tabindex="0"]')) if (each !== item) each.tabIndex = -1;
  if (item) item.tabIndex = 0;
}

/** Where an arrow leads from an item: another item, or nothing. */
export function step(box, item, key) {
  const items = [...box.querySelectorAll('[role="treeitem"]')];
  const at = items.indexOf(item);
  const level = (each) => Number(each.ariaLevel);
  switch (key) {
    case 'ArrowDown': return items[at + 1];
    case 'ArrowUp': return items[at - 1];
    case 'Home': return items[0];
    case 'End': return items.at(-1);
    case 'ArrowRight': return items[at + 1] && level(items[at + 1]) > level(item) ? items[at + 1] : undefined;
    case 'ArrowLeft': return items.slice(0, at).findLast((each) => level(each) < level(item));
    default: return undefined;
  }
}
