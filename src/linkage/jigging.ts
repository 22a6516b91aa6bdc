// Addresses that are written like one another on purpose or by slip (CL4): the same numbers, and words that hardly differ.

import { distance } from 'fastest-levenshtein';
import { DisjointSets } from '../core/disjoint-sets.js';
import { houseNumbers, otherNumbers } from './numbers.js';

/** The catalogue's limits: so many edits, and no more than this share of the longer address. */
const MOST_EDITS = 2;
const MOST_SHARE = 0.15;
/** Letters that may be put in or left out in one piece, and the letters of a name beside which that is junk. */
const MOST_JUNK = 4;
const FEWEST_LETTERS = 3;
/** Distinct rooms of one block that are compared with each other: 1,770 pairs. */
export const MOST_IN_BLOCK = 60;

const STREET_ALONE = /[路街道巷弄](?:[东西南北]段)?$/;
const STREET_END = /^(.*[路街道巷弄](?:[东西南北]段)?)(.+)$/;
/** 楼 behind a number says a building or a floor, and no name. */
const NO_NAME = /[\da-z#-]+楼?|号/g;
const DOUBLED = /(.{2,6})\1+/g;
const REPEATED = /(.)\1{2,}/g;
/** Every estate is one of these. */
const GENERIC = /^(?:小区|花园|公寓|家园|社区|新村|大厦|广场|宿舍|住宅区?)$/;
const GENERIC_END = /(?:小区|社区|住宅区)$/;
/** Parts of one estate that number their houses anew: nothing that is put in by chance. */
const TELLS_APART = /[东西南北中上下前后左右内外新老一二三四五六七八九十期甲乙丙丁]/;

/** The words of a room's address, with what may be left out or put in taken away. */
interface Words {
  readonly text: string;
  readonly street: string;
  readonly name: string;
}

/** A room as it is compared: of most pairs the houses differ, and their words are never asked for. */
class Room {
  readonly houses: string;
  readonly #written: string;
  #words: Words | null = null;

  constructor(written: string) {
    this.#written = written;
    this.houses = houseNumbers(written).join(' ');
  }

  get length(): number {
    return this.#written.length;
  }

  get words(): Words {
    this.#words ??= wordsOf(this.#written);
    return this.#words;
  }
}

/**
 * The numbers in which rooms that are one must agree: building, unit and room, as they stand, for 3-2-401 and 2-3-401
 * are two flats of one estate. Only a room that stands in front of the others goes behind them. The number of the house
 * in its street is none of them, for the street is often left out: where both name one, `isJigged` compares it.
 */
export function jigBlock(room: string): string {
  const numbers = otherNumbers(room);
  const [first = '', final = ''] = [numbers[0], numbers.at(-1)];
  return (first.length > 2 && final.length < 3 ? numbers.reverse() : numbers).join(' ');
}

/**
 * True when two rooms of one district are very likely one that is written in two ways. Their numbers must agree, that of
 * the house where both name one: two rooms that differ by a digit are two rooms. Then one of these holds:
 * - their words are the same once doubled words, repeated letters and Latin letters are taken away, in any sequence;
 * - one leaves the street out, and the names of the estate agree (`小区` alone is none);
 * - one has up to four letters more in one piece behind at least three that agree, and these do not tell the parts of
 *   an estate apart (东区, 二期);
 * - at most two letters, and no more than 15 % of the longer address, differ, none of which tells the parts of an
 *   estate apart, and so do not more than 15 % of its words; or street and number, or name and number, are the same: then the other half may hold both of the edits,
 *   for one house has one name. 听雨苑3-2-401 and 听泉苑3-2-401 are two places: a third of the name differs.
 */
export function isJigged(a: string, b: string): boolean {
  return a !== b && jigBlock(a) === jigBlock(b) && areAlike(new Room(a), new Room(b));
}

/** What `isJigged` says of two distinct rooms whose numbers agree. */
function areAlike(a: Room, b: Room): boolean {
  const hasHouses = a.houses !== '' && b.houses !== '';
  if (hasHouses && a.houses !== b.houses) return false;
  const [one, other] = [a.words, b.words];
  // Where only a street is named, its house tells where the flat is.
  if ((one.name === '' || other.name === '') && a.houses !== b.houses) return false;
  if (one.text === other.text || sameLetters(one.text, other.text)) return true;
  if (one.name === other.name && isOwnName(one.name) && (one.street === '' || other.street === ''))
    return true;
  if (isPadded(one.text, other.text, hasHouses) || isPadded(other.text, one.text, hasHouses)) return true;
  const edits = distance(one.text, other.text);
  if (edits > MOST_EDITS || edits > MOST_SHARE * Math.max(a.length, b.length)) return false;
  if (differsByPart(one.text, other.text)) return false;
  if (edits <= MOST_SHARE * Math.max(one.text.length, other.text.length)) return true;
  if (!hasHouses) return false;
  return (
    (one.street !== '' && one.street === other.street) || (one.name === other.name && isOwnName(one.name))
  );
}

/** True where a room names the number of a house in its street: `estateOf` says that it has a street. */
export function namesHouse(room: string): boolean {
  return /\d[a-z]?[号弄]/.test(room);
}

/**
 * The name of the estate in which a room is, and whether a street stands in front of it: '' where there is no name that
 * says anything.
 */
export function estateOf(room: string): { readonly name: string; readonly hasStreet: boolean } {
  const { houses, words } = new Room(room);
  const { street, name } = words;
  return { name: isOwnName(name) ? name : '', hasStreet: street !== '' || houses !== '' };
}

function wordsOf(room: string): Words {
  const text = room
    .replace(NO_NAME, '')
    .replace(DOUBLED, '$1')
    .replace(REPEATED, '$1')
    .replace(GENERIC_END, '');
  // A street alone is no estate: flats on it with equal numbers stand in several.
  if (STREET_ALONE.test(text)) return { text, street: text, name: '' };
  const [, street = '', name = text] = STREET_END.exec(text) ?? [];
  return { text, street, name };
}

/** The same parts swapped: each letter as often, and the words long enough that it is no accident. */
function sameLetters(a: string, b: string): boolean {
  return (
    a.length === b.length &&
    a.length >= FEWEST_LETTERS * 2 &&
    [...a].sort().join('') === [...b].sort().join('')
  );
}

function isOwnName(name: string): boolean {
  return name.length >= 2 && !GENERIC.test(name);
}

/**
 * True when `long` is `short` with a few letters in one piece more. Without a house that both name they must stand in
 * front (绿城桂花城): behind or between they make another estate of it, 万科城市花园 beside 万科城.
 */
function isPadded(short: string, long: string, hasHouses: boolean): boolean {
  const more = long.length - short.length;
  if (more < 1 || more > MOST_JUNK || short.length < FEWEST_LETTERS) return false;
  let at = 0;
  while (hasHouses && at < short.length && short[at] === long[at]) at++;
  return short.slice(at) === long.slice(at + more) && !TELLS_APART.test(long.slice(at, at + more));
}

/** True where a letter stands in one of them alone that tells parts of an estate apart. */
function differsByPart(a: string, b: string): boolean {
  const only = (from: string, other: string) =>
    [...from].filter((letter) => !other.includes(letter)).join('');
  return TELLS_APART.test(only(a, b)) || TELLS_APART.test(only(b, a));
}

/** A room by its key, with the text that the key was made of. */
export interface BlockedRoom {
  readonly key: number;
  /** A number for its district and its `jigBlock`: rooms of two blocks are never one, and no text stands twice in one. */
  readonly block: number;
  readonly text: string;
}

export interface JiggedRooms {
  /** Keys of two rooms or more that are written like one another, each ascending, by their first. */
  readonly groups: readonly (readonly number[])[];
  /** Rooms that were not compared: so many of one district have the same numbers. */
  readonly skipped: number;
}

/**
 * Groups rooms that are written like one another, also through others. Only rooms of one block are compared, and only
 * where no more than `cap` of them are distinct: a larger block is a district whose estates number alike, and it is
 * left out and counted. Time: linear in the rooms, and at most `cap` comparisons for each.
 */
export function groupJigged(rooms: readonly BlockedRoom[], cap = MOST_IN_BLOCK): JiggedRooms {
  const blocks = new Map<number, BlockedRoom[]>();
  for (const room of rooms) {
    const known = blocks.get(room.block);
    if (known === undefined) blocks.set(room.block, [room]);
    else known.push(room);
  }
  const groups: number[][] = [];
  let skipped = 0;
  for (const block of blocks.values()) {
    if (block.length > cap) skipped += block.length;
    else if (block.length > 1) for (const group of groupsOf(block)) groups.push(group);
  }
  return { groups: groups.sort((a, b) => a[0]! - b[0]!), skipped };
}

function groupsOf(block: readonly BlockedRoom[]): number[][] {
  const sets = new DisjointSets(block.length);
  const rooms = block.map(({ text }) => new Room(text));
  rooms.forEach((a, i) => {
    for (let j = i + 1; j < rooms.length; j++) {
      if (sets.find(i) !== sets.find(j) && areAlike(a, rooms[j]!)) sets.join(i, j);
    }
  });
  return sets
    .sets()
    .filter((set) => set.length > 1)
    .map((set) => set.map((i) => block[i]!.key).sort((a, b) => a - b));
}
