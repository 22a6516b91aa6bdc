// Where an address names a room, and one way of writing for the many ways of naming building, unit and room.

import { isDigit, isHan, isLatin, oneOf } from './address-text.js';
import { inOneWay } from './spellings.js';

const DASH = 0x2d;
const ZERO = 0x30;
/** A room's number directly behind one of these has a building: 5栋301, a座1203, 3#502. */
const isBuilding = oneOf('栋幢座楼舍#');
const isRoomWord = oneOf('室房户');
const isGroup = oneOf('组队社');
const isLane = oneOf('弄巷');
/** Behind these a pair of numbers is a house number: 青禾路12-301. */
const isRoad = oneOf('路街巷道弄');
/** A number before one of these is no room's. */
const NO_ROOM_NEXT = /^(?:号(?:楼|院)|栋|幢|座|舍|单元|弄|米|路|街|国道|省道|期|区|层|楼|组|队|村)/;
/** 5东户, the eastern flat on the fifth floor. */
const SIDE = /^[东西中南北]{1,2}户/;
/** An institution that is known by a number: 青禾路28号301医院. */
const NUMBERED = /^(?:医院|[中小]学|学校|厂|工厂|所|研究|部队|大院|基地|工地|仓|店)/;
/** Letters that only say building, floor, house: they name no place. */
const isNameless = oneOf('号楼栋幢座舍单元门层室房户弄区期第东西南北');

/** Numbers joined by dashes: 3-2-401. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly parts: number;
  /** Digits of the first part, of the last one, and of the longest one before the last. */
  readonly first: number;
  readonly last: number;
  readonly longest: number;
}

/**
 * The address down to its room: building, unit and room as numbers with a dash behind each (听雨苑3号楼2单元401室
 * and 听雨苑3-2-401 are one), without what stands behind. '' when it names no room, or nothing that the room could be
 * in. Rooms are known by 室 behind a number, by three or four digits behind 栋, 幢, 座, 号楼, 单元 or the number of a
 * house, and by numbers with dashes that end in three or four digits. Chinese numerals count in front of such a word; a word or
 * a number that stands twice in a row counts once; a room in front of its unit goes behind it; a floor that the room's
 * own number repeats is left out. Time: linear in the text.
 */
export function roomOf(written: string): string {
  const text = inOneWay(written);
  let at = 0;
  while (at < text.length) {
    if (!isDigit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const group = groupAt(text, at);
    const end = roomEnd(text, group);
    if (end >= 0) return isNamed(text, group.from) ? withDashes(text.slice(0, end)) : '';
    at = group.to;
  }
  return '';
}

function groupAt(text: string, from: number): Group {
  let [at, parts, first, last, longest] = [from, 0, 0, 0, 0];
  for (;;) {
    const start = at;
    while (isDigit(text.charCodeAt(at))) at++;
    longest = Math.max(longest, last);
    last = at - start;
    if (++parts === 1) first = last;
    if (text.charCodeAt(at) !== DASH || !isDigit(text.charCodeAt(at + 1))) break;
    at++;
  }
  return { from, to: at, parts, first, last, longest };
}

/** Where the room's own number ends, its letter included; -1 when the group is no room's. */
function roomEnd(text: string, group: Group): number {
  const { from, parts, first, last, longest } = group;
  const end = isLatin(text.charCodeAt(group.to)) ? group.to + 1 : group.to;
  if (Math.max(last, longest) > 5) return -1;
  if (isRoomWord(text.charCodeAt(end)) && Math.max(first, last) >= 2) return end;
  if (NO_ROOM_NEXT.test(text.slice(end, end + 3))) return -1;
  const isRoomNumber = last === 3 || last === 4;
  if (isInGroup(text, group)) return group.to;
  const side = SIDE.exec(text.slice(end, end + 3))?.[0].length ?? 0;
  if (side > 0 && (parts > 1 || isBehindBuilding(text, from))) return end + side;
  if (isBehindBuilding(text, from)) {
    if (parts === 1) return isRoomNumber ? end : -1;
    // 5栋1203-1, 5栋2-301.
    if (parts === 2) return isRoomNumber || ((first === 3 || first === 4) && last <= 2) ? end : -1;
  }
  if (isRoomNumber && (isInLane(text, from, parts) || (parts === 1 && isBehindLetter(text, from))))
    return end;
  if (isRoomNumber && parts === 1 && isBehindHouse(text, from))
    return NUMBERED.test(text.slice(end, end + 2)) ? -1 : end;
  if (parts === 1 || longest > 3 || !isRoomNumber) return -1;
  return parts >= 3 || !isRoad(text.charCodeAt(from - 1)) ? end : -1;
}

/** 401 in 88弄3号401, 3-401 in 88弄3-401 and 7巷3-401: a lane with a number of its own holds houses, not house numbers. */
function isInLane(text: string, from: number, parts: number): boolean {
  let at = from - 1;
  if (parts === 1) {
    if (text.charAt(at) !== '号') return false;
    at--;
    while (isDigit(text.charCodeAt(at))) at--;
  }
  return parts <= 2 && isLane(text.charCodeAt(at)) && isDigit(text.charCodeAt(at - 1));
}

/** 401 in 7巷12号401, and in 12号-401: three or four digits behind the number of a house are no other number. */
function isBehindHouse(text: string, from: number): boolean {
  let at = from - 1;
  if (isLatin(text.charCodeAt(at)) || text.charCodeAt(at) === DASH) at--;
  return text.charAt(at) === '号' && isDigit(text.charCodeAt(at - 1));
}

/** A letter is a building where a name stands before it: 听雨苑a-1203, 星渚大厦b1203. */
function isBehindLetter(text: string, from: number): boolean {
  const at = text.charCodeAt(from - 1) === DASH ? from - 2 : from - 1;
  return isLatin(text.charCodeAt(at)) && isHan(text.charCodeAt(at - 1));
}

/** 12 in 云麓村3组12号: the houses of a village group are numbered, and each of them is one home. */
function isInGroup(text: string, { from, to, parts, last }: Group): boolean {
  if (parts !== 1 || last > 3 || text.charAt(to) !== '号' || isDigit(text.charCodeAt(to + 1))) return false;
  return isGroup(text.charCodeAt(from - 1)) && isDigit(text.charCodeAt(from - 2));
}

/** True when a building or a unit stands before the number; a letter or a dash may stand between: a座b1203. */
function isBehindBuilding(text: string, from: number): boolean {
  let at = from - 1;
  if (isLatin(text.charCodeAt(at)) || text.charCodeAt(at) === DASH) at--;
  if (isBuilding(text.charCodeAt(at))) return true;
  return text.startsWith('单元', at - 1) || text.charAt(at) === '门';
}

/** Two or more Han characters that name something: 3号楼401室 alone may stand anywhere. */
function isNamed(text: string, end: number): boolean {
  let named = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isHan(code) && !isNameless(code) && ++named === 2) return true;
  }
  return false;
}

/**
 * The words for building and unit behind a number or a letter, as one dash each; a dash behind the letter of a building
 * (a1203) and behind the house of a lane (88弄3号401), numbers without zeros in front, and no
 * dash behind the number of a house (12号-401).
 */
export function withDashes(text: string): string {
  let out = '';
  let from = 0;
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const before = text.charCodeAt(at - 1);
    if (code === ZERO && !isDigit(before) && isDigit(text.charCodeAt(at + 1))) {
      out += text.slice(from, at);
      from = at + 1;
      // The next one is judged as if this one did not stand there.
      while (text.charCodeAt(from) === ZERO && isDigit(text.charCodeAt(from + 1))) from++;
      at = from;
      continue;
    }
    if (code === DASH && text.charAt(at - 1) === '号' && isDigit(text.charCodeAt(at + 1))) {
      out += text.slice(from, at);
      from = at + 1;
      continue;
    }
    if (!isDigit(before) && !isLatin(before)) continue;
    const length = wordLength(text, at);
    if (length > 0) {
      out += `${text.slice(from, at)}-`;
      from = at + length;
      while (text.charCodeAt(from) === DASH) from++;
      // A zero may stand directly behind.
      at = from - 1;
    } else if (isDigit(code) && isLatin(before) && isHan(text.charCodeAt(at - 2))) {
      out += `${text.slice(from, at)}-`;
      from = at;
    }
  }
  return out + text.slice(from);
}

/** Characters of the word for a building or a unit that stands there, 0 for none. A 号 alone is a house number. */
function wordLength(text: string, at: number): number {
  switch (text.charAt(at)) {
    case '号':
      if (text.charAt(at + 1) === '楼') return 2;
      return /^-?\d/.test(text.slice(at + 1, at + 3)) && isLaneHouse(text, at) ? 1 : 0;
    case '栋':
    case '幢':
    case '座':
    case '舍':
    case '#':
      return text.charAt(at + 1) === '楼' ? 2 : 1;
    case '单':
      return text.charAt(at + 1) === '元' ? 2 : 0;
    default:
      return 0;
  }
}

/** True for the number in front of `at` where a numbered lane stands before it: 88弄3, 7巷3. */
function isLaneHouse(text: string, at: number): boolean {
  let from = at - 1;
  while (isDigit(text.charCodeAt(from))) from--;
  return isLane(text.charCodeAt(from)) && isDigit(text.charCodeAt(from - 1));
}
