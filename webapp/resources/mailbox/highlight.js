// Finds again in a text what was searched for: without regard to case and accents, from the beginning of a word on, and in
// scripts that write no spaces anywhere.

import { element } from './page.js';

const MARKS = /\p{M}/u;
const LETTER = /[\p{L}\p{N}]/u;

/** Scripts that write articles and prepositions together with words. */
const JOINED = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const DIGIT = /^\p{N}/u;

/** Scripts without spaces. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Letters that no normal form takes apart, and apostrophes, of which there are two. */
const PLAIN = new Map(Object.entries({ ß: 'ss', ς: 'σ', ı: 'i', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', þ: 'th', '’': "'" }));

/** The text as nodes, found words marked. */
export function highlighted(text, words) {
  const wanted = words.map((word) => fold(word).letters.join('')).filter(Boolean);
  if (!wanted.length || !text) return [text];
  const { letters, places } = fold(text);
  const plain = letters.join('');
  const found = [];
  for (const word of wanted) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
      const begins = at === 0 || !LETTER.test(plain[at - 1]) || DENSE.test(word) || JOINED.test(word);
      // A number behind letters, as in v1.2.
      const numbers = DIGIT.test(word) && !DIGIT.test(plain[at - 1] ?? '');
      if (begins || numbers) found.push([places[at], places[at + word.length] ?? text.length]);
    }
  }
  return nodes(text, found.sort(([a], [b]) => a - b));
}

function nodes(text, found) {
  const made = [];
  let done = 0;
  for (const [from, to] of found) {
    if (from < done) continue;
    made.push(text.slice(done, from), element('mark', '', text.slice(from, to)));
    done = to;
  }
  made.push(text.slice(done));
  return made.filter((node) => node !== '');
}

/** The text without accents and in lower case, and where each of its characters stood. */
function fold(text) {
  const letters = [];
  const places = [];
  let place = 0;
  for (const letter of text) {
    for (const part of letter.normalize('NFKD').toLowerCase()) {
      if (MARKS.test(part)) continue;
      for (const unit of (PLAIN.get(part) ?? part).split('')) {
        letters.push(unit);
        places.push(place);
      }
    }
    place += letter.length;
  }
  return { letters, places };
}
