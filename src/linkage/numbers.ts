// The numbers of an address as it is written once cleaned: those of houses in their streets, and all others. By hand, not
// by patterns, for every address of a large file is read.

import { isDigit, isLatin, oneOf } from './address-text.js';

const DASH = 0x2d;
const isHouseWord = oneOf('号弄');
/** Behind a letter of its own: it is a building's or a part's, a区. */
const isPartWord = oneOf('区期座栋幢组-');

/** Where the number begins that starts here, behind its letter: a1203. -1 where none starts. */
function digitsAt(text: string, at: number): number {
  if (isDigit(text.charCodeAt(at))) return at;
  const isLetter = isLatin(text.charCodeAt(at)) && !isLatin(text.charCodeAt(at - 1));
  return isLetter && isDigit(text.charCodeAt(at + 1)) ? at + 1 : -1;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** Behind the letter that belongs to the number in front: 12a. More letters than one are a word. */
function letterEnd(text: string, at: number): number {
  return isLatin(text.charCodeAt(at)) && !isLatin(text.charCodeAt(at + 1)) ? at + 1 : at;
}

/**
 * The numbers of houses in their streets or lanes, as from and to one after the other: what stands in front of 号 or 弄,
 * with its letter or the house behind a dash: 12a号, 12-3号.
 */
function houseSpans(text: string): number[] {
  const spans: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const from = digitsAt(text, at);
    if (from < 0) continue;
    let to = digitsEnd(text, from);
    while (text.charCodeAt(to) === DASH && isDigit(text.charCodeAt(to + 1))) to = digitsEnd(text, to + 1);
    const end = letterEnd(text, to);
    if (isHouseWord(text.charCodeAt(end))) spans.push(at, end);
    // A letter that does not end this number may begin the next one.
    at = (isHouseWord(text.charCodeAt(end)) ? end : to) - 1;
  }
  return spans;
}

/** The numbers of houses in their streets or lanes, as they stand. */
export function houseNumbers(text: string): string[] {
  const spans = houseSpans(text);
  return spans.flatMap((from, i) => (i % 2 === 0 ? [text.slice(from, spans[i + 1])] : []));
}

/**
 * All other numbers, each with the letter of its building (a1203) or behind it (12a); a letter that is a building's or
 * a part's own counts as one: a区.
 */
export function otherNumbers(text: string): string[] {
  const houses = houseSpans(text);
  let rest = text;
  for (let i = houses.length - 2; i >= 0; i -= 2) rest = rest.slice(0, houses[i]) + rest.slice(houses[i + 1]);
  const numbers: string[] = [];
  for (let at = 0; at < rest.length; at++) {
    const from = digitsAt(rest, at);
    const isPart =
      isLatin(rest.charCodeAt(at)) &&
      !isLatin(rest.charCodeAt(at - 1)) &&
      isPartWord(rest.charCodeAt(at + 1));
    if (from < 0 && !isPart) continue;
    const end = isPart ? at + 1 : letterEnd(rest, digitsEnd(rest, from));
    numbers.push(rest.slice(at, end));
    at = end - 1;
  }
  return numbers;
}
