// What stands in the place of a list without rows: why it is empty, and the way back to all messages.

import { byId, element, text } from './page.js';

const LONGEST = 80;

/** @param query of the list; more whether the mail server is still being asked */
export function explainEmpty({ query }, more) {
  const told = reason(query, more);
  // What stays the same stays where it is, for somebody may be about to press a button.
  if (byId('list-empty').firstChild?.textContent === told) return;
  byId('list-empty').replaceChildren(element('span', '', told), ...ways(query));
}

function reason({ search, filter }, more) {
  if (search) return text(more ? 'nothingYet' : 'nothingFound', search.length > LONGEST ? search.slice(0, LONGEST) + '…' : search);
  return filter ? text('nothingFiltered', byId('filter-clear').textContent.trim()) : text('empty');
}

function ways({ search, filter }) {
  return [search && way('search-clear'), filter && way('filter-clear')].filter(Boolean);
}

/** A button that does what another one does. */
function way(name) {
  const made = element('button', 'button', byId(name).title);
  made.type = 'button';
  made.dataset.testid = 'empty-' + name;
  made.addEventListener('click', () => byId(name).click());
  return made;
}
