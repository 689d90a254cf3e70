// The menu behind the reader's toolbar: what there is no room for, and what is done less often.

import { byId, text } from './page.js';

/** @param menu opens beside the button; reader, with entries of its own; act(name) does what has no button */
export function listenToReaderTools(menu, reader, act) {
  const more = byId('reader-more');
  const entry = (label, symbol, run, testid) => ({ label, symbol, run, testid });
  const pressed = (button) => entry(button.title, button.querySelector('use').getAttribute('href').split('#')[1], () => button.click(), 'more-' + (button.dataset.action ?? 'source'));
  more.addEventListener('click', () => {
    const noRoom = [...more.parentElement.querySelectorAll('.tool')].filter((button) => button !== more && !button.offsetParent && button.dataset.action !== 'back');
    menu.open(more.title, [noRoom.map(pressed), [entry(text('copy'), 'copy', () => act('copy'), 'more-copy')], reader.entries()], more, () => more);
  });
}
