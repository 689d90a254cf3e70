// The search field: what is typed is the list, a moment after the last key.

import { byId } from './page.js';
import { listenToFields } from './search-fields.js';
import { KeptSearches } from './search-kept.js';
import { SavedSearches } from './search-saved.js';
import { Suggestions } from './search-suggest.js';

const PAUSE = 250;

/** @param list that is searched; view, which shows what was found; go(place) shows another list; found(isSaved) is told what is shown */
export function listenToSearch(list, view, go, found) {
  const field = byId('search');
  const clear = byId('search-clear');
  const scope = byId('search-scope');
  const everywhere = byId('search-everywhere');
  let timer;
  const shown = () => list.query?.search ?? '';
  const kept = new KeptSearches(() => found(saved.draw()));
  const suggestions = new Suggestions(field, kept, typed);
  const saved = new SavedSearches(kept, {
    shown: () => shown() && { folder: list.folder, search: shown(), scope: list.query.scope },
    open: ({ folder, search, scope: where }) => go({ folder, query: { search, ...(where && { scope: where }) } }),
  });

  function now() {
    clearTimeout(timer);
    const words = field.value.trim();
    if (words !== shown() || (words && scope.value !== (list.query.scope ?? 'folder'))) view.search(words, scope.value);
  }

  /** As if somebody had typed it. */
  function typed(text) {
    field.value = text;
    field.focus();
    field.dispatchEvent(new Event('input'));
  }

  function search(text) {
    field.value = text;
    suggestions.close();
    kept.searched(text.trim());
    now();
  }

  field.addEventListener('input', () => {
    clear.hidden = !field.value;
    clearTimeout(timer);
    const { folder } = list;
    timer = setTimeout(() => folder === list.folder && now(), PAUSE);
  });
  field.addEventListener('change', () => kept.searched(field.value.trim()));
  scope.addEventListener('change', now);
  // The bar is laid out by what has the focus: a button that is pressed must not move from beneath the finger.
  byId('search-form').addEventListener('mousedown', (event) => event.target.closest('button') && event.preventDefault());
  byId('search-form').addEventListener('submit', (event) => {
    event.preventDefault();
    search(field.value);
    list.box.focus();
  });
  clear.addEventListener('click', () => {
    field.value = '';
    clear.hidden = true;
    suggestions.close();
    now();
    field.focus();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (field.value) clear.click();
    else list.box.focus();
  });
  byId('search-help').addEventListener('click', () => byId('search-dialog').showModal());
  listenToFields(field, search);
  everywhere.addEventListener('click', () => {
    view.search(shown(), 'all');
    list.box.focus();
  });
  document.addEventListener('oriel:listed', () => {
    // What the address says, unless somebody is typing something else.
    if (document.activeElement !== field) field.value = shown();
    if (shown()) scope.value = list.query.scope ?? 'folder';
    clear.hidden = !field.value;
    document.documentElement.classList.toggle('searching', Boolean(shown()));
    found(saved.draw());
    // The list knows what it holds only after it has told of it.
    queueMicrotask(() => (everywhere.hidden = !shown() || list.total > 0 || list.query.scope === 'all'));
  });
  saved.draw();
}
