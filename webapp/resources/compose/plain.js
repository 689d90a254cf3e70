// From rich text to plain text and back, for switching while writing. What is sent is made on the server.

const BLOCKS = /^(address|article|blockquote|dd|div|dl|dt|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/** The text of an element: one line for each block, quotes marked by "> ". */
export function toPlain(root) {
  const lines = [''];
  const write = (words) => { lines[lines.length - 1] += words; };
  const newLine = () => { if (lines.at(-1) !== '') lines.push(''); };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return write(node.data.replace(/[ \t\r\n]+/g, ' '));
    const tag = node.localName;
    if (tag === 'br') return void lines.push('');
    if (tag === 'img') return write(node.alt ? `[${node.alt}]` : '');
    if (tag === 'blockquote') return quote(node);
    const block = BLOCKS.test(tag ?? '');
    if (block) newLine();
    if (tag === 'li') write(node.parentNode.localName === 'ol' ? `${[...node.parentNode.children].indexOf(node) + 1}. ` : '* ');
    node.childNodes.forEach(walk);
    if (tag === 'a' && /^https?:/.test(node.href) && !node.href.includes(node.textContent.trim())) write(` <${node.href}>`);
    if (block) endOf(node);
    return undefined;
  };
  // A line break that ends a block makes no empty line; one that is all there is in it does.
  const endOf = (node) => {
    if (lines.at(-1) !== '' || (node.childNodes.length === 1 && node.firstChild.localName === 'br' && lines.length === 1)) lines.push('');
  };
  const quote = (node) => {
    newLine();
    lines.pop();
    toPlain(node).split('\n').forEach((line) => lines.push(line.startsWith('>') ? '>' + line : line ? '> ' + line : '>'));
    lines.push('');
  };
  root.childNodes.forEach(walk);
  return lines.map((line) => line.trimEnd()).join('\n').replace(/\n+$/, '');
}

/** Plain text as elements: a block for each line, "> " as quotes. */
export function toRich(plain) {
  const root = document.createElement('div');
  let place = root;
  let depth = 0;
  for (const line of plain.split('\n')) {
    const marks = /^(?:> ?)*/.exec(line)[0];
    const wanted = (marks.match(/>/g) ?? []).length;
    for (; depth < wanted; depth++) {
      const quote = document.createElement('blockquote');
      quote.setAttribute('type', 'cite');
      place.append(quote);
      place = quote;
    }
    for (; depth > wanted; depth--) place = place.parentNode;
    const block = document.createElement('div');
    const words = line.slice(marks.length);
    block.append(words || document.createElement('br'));
    place.append(block);
  }
  return root.innerHTML;
}
