// What is wrong in a page in which a hostile message is open; nothing, it is to be hoped.
(harmless) => {
  const problems = [];
  const require = (good, what) => good || problems.push(what);
  const ACTIVE = 'script,iframe,frame,frameset,object,embed,applet,form,input,button,textarea,select,svg,math,template,base,link,video,audio,source,portal,fencedframe,dialog,marquee,noscript,meta[http-equiv]';
  const reader = document.querySelector('[data-testid=reader]');
  const frame = document.querySelector('[data-testid=reader-body]');
  const inside = frame.contentDocument;
  require(location.pathname.endsWith('/mail'), 'left the page for ' + location.pathname);
  require(/Oriel$/.test(document.title), 'title ' + document.title);
  require(frames.length === 1, frames.length + ' frames');
  require(inside && inside.location.pathname.endsWith('/mailbox/body'), 'the frame is elsewhere');
  if (!inside) return problems;
  const found = [...inside.body.querySelectorAll(ACTIVE)].map((each) => each.localName);
  require(!found.length, 'active elements ' + found);
  for (const each of inside.body.querySelectorAll('*')) {
    for (const { name, value } of each.attributes) {
      require(!/^on|^(srcdoc|formaction|action|ping|autofocus|srcset|poster|background|id|name|is|slot|popover|contenteditable)$/i.test(name), each.localName + ' ' + name);
      if (name === 'href') require(/^(https?:\/\/|mailto:)/i.test(value) && each.rel === 'noopener noreferrer' && each.target === '_blank', 'link ' + value);
      if (name === 'src') require(value.startsWith('/mailbox/part?') || /^data:image\/(png|jpeg|jpg|gif|webp);base64,/.test(value), 'source ' + value.slice(0, 80));
    }
    const style = inside.defaultView.getComputedStyle(each);
    require(/^(static|relative)$/.test(style.position), each.localName + ' is positioned ' + style.position);
  }
  const box = frame.getBoundingClientRect();
  const pane = document.querySelector('.reader-scroll').getBoundingClientRect();
  require(box.left >= pane.left - 1 && box.right <= pane.right + 1, 'the frame is wider than its pane');
  const places = [['[data-testid=compose-new]', 'new'], ['[data-testid=search-input]', 'search'], ['[data-testid=action-reply]', 'reply'], ['[data-testid=list-scroll]', 'list']];
  for (const [selector, name] of places) {
    const { left, top, width, height } = document.querySelector(selector).getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    require(hit?.closest(selector), name + ' is covered by ' + hit?.localName);
  }
  const bare = [...document.querySelectorAll('#reader-subject, #reader-from, #reader-to, .row-subject, .row-preview, .row-names, .attachment-name')];
  for (const each of bare) {
    const odd = [...each.querySelectorAll('*')].filter((child) => !['span', 'b', 'mark', 'div', 'details', 'summary'].includes(child.localName) || [...child.attributes].some(({ name }) => !['class', 'title', 'style', 'data-tag'].includes(name)));
    require(!odd.length, each.className + each.id + ' holds ' + odd.map((child) => child.outerHTML.slice(0, 80)));
  }
  require(!reader.hidden, 'no reader');
  if (harmless) {
    const words = (text) => text.replace(/[\s\0\u00ad\u200b-\u200f\ufeff\ufffd]+/g, '');
    require(words(inside.body.textContent).includes(words(harmless)), 'text is missing');
  }
  return problems;
};
