// The search field: what is typed is the list, a moment after the last key.

import { byId } from './page.js';

const PAUSE = 250;

/** @param list that is searched; view, which shows what was found */
export function listenToSearch(list, view) {
  const field = byId('search');
  const clear = byId('search-clear');
  const scope = byId('search-scope');
  let timer;
  const shown = () => list.query?.search ?? '';

  function now() {
    clearTimeout(timer);
    const words = field.value.trim();
    if (words !== shown() || (words && scope.value !== (list.query.scope ?? 'folder'))) view.search(words, scope.value);
  }

  field.addEventListener('input', () => {
    clear.hidden = !field.value;
    clearTimeout(timer);
    const { folder } = list;
    timer = setTimeout(() => folder === list.folder && now(), PAUSE);
  });
  scope.addEventListener('change', now);
  byId('search-form').addEventListener('submit', (event) => {
    event.preventDefault();
    now();
    list.box.focus();
  });
  clear.addEventListener('click', () => {
    field.value = '';
    clear.hidden = true;
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
  document.addEventListener('oriel:listed', () => {
    // What the address says, unless somebody is typing something else.
    if (document.activeElement !== field) field.value = shown();
    if (shown()) scope.value = list.query.scope ?? 'folder';
    clear.hidden = !field.value;
    document.documentElement.classList.toggle('searching', Boolean(shown()));
  });
}
