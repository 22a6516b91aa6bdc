// Where an address names a room, and one way of writing for the many ways of naming building, unit and room.

import { isDigit, isHan, isLatin, oneOf } from './address-text.js';

const DASH = 0x2d;
/** A room's number directly behind one of these has a building: 5栋301, a座1203, 3#502. */
const isBuilding = oneOf('栋幢座楼#');
const isRoomWord = oneOf('室房户');
/** Behind these a pair of numbers is a house number: 青禾路12-301. */
const isRoad = oneOf('路街巷道弄');
/** A number before one of these is no room's. */
const NO_ROOM_NEXT = /^(?:号(?:楼|院)|栋|幢|座|单元|弄|米|路|街|国道|省道|期|区|层|楼|组|队|村)/;
/** Letters that only say building, floor, house: they name no place. */
const isNameless = oneOf('号楼栋幢座单元门层室房户弄区期第东西南北');

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
 * in. Rooms are known by 室 behind a number, by three or four digits behind 栋, 幢, 座, 号楼 or 单元, and by numbers
 * with dashes that end in three or four digits. Chinese numerals count in front of such a word; a word or a number that
 * stands twice in a row counts once; a room in front of its unit goes behind it. Time: linear in the text.
 */
export function roomOf(written: string): string {
  const text = inOrder(withoutDoubles(inDigits(written)));
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

/** Chinese numerals by their value. */
const NUMERALS: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 十: 10, 百: 100 },
};
const isNumeral = oneOf('〇零一二两三四五六七八九十百');
/** Numerals in front of a word for building, unit, floor or room. In names (三里屯, 五一路, 二期) they are letters. */
const NUMERAL =
  /[〇零一二两三四五六七八九十百]{1,5}(?=号楼|号院|[栋幢座室房层]|单元|号[\d〇零一二两三四五六七八九十])/g;

/** The numerals of building, unit and room as digits: 三号楼二单元四零一室. */
function inDigits(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (isNumeral(text.charCodeAt(i))) return text.replace(NUMERAL, digitsOf);
  }
  return text;
}

/** 二十三 by its value, 四零一 digit by digit. What is neither stays as it is. */
function digitsOf(numeral: string): string {
  if (!/[十百]/.test(numeral)) return [...numeral].map((letter) => NUMERALS[letter]).join('');
  const [, hundreds, tens, ones] =
    /^(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九])?十)?([一二三四五六七八九])?$/.exec(
      numeral,
    ) ?? [];
  const ten = numeral.includes('十') ? NUMERALS[tens ?? '一']! : 0;
  const value = (NUMERALS[hundreds ?? '零']! * 10 + ten) * 10 + NUMERALS[ones ?? '零']!;
  return value === 0 ? numeral : String(value);
}

/** 3号楼3号楼, 听雨苑听雨苑: two Han characters or a number with its word, written twice in a row. */
const DOUBLED = /(\d{1,4}(?:号楼|单元|[栋幢座号室])|[\u4e00-\u9fff]{2,8}?)\1+/g;
/** A room in front of its unit: 904室2单元. */
const SWAPPED = /(?<=[栋幢座楼#-])(\d{3,4})室?(\d{1,2})单元(?!\d)/;

/** Han characters that stand twice in a row at a distance; nearly no address has any, and a cheap look tells it. */
function hasDoubles(text: string): boolean {
  for (let length = 2; length <= 8; length++) {
    let same = 0;
    for (let i = 0; i + length < text.length; i++) {
      same = text.charCodeAt(i) === text.charCodeAt(i + length) ? same + 1 : 0;
      if (same === length) return true;
    }
  }
  return false;
}

function withoutDoubles(text: string): string {
  return hasDoubles(text) ? text.replace(DOUBLED, '$1') : text;
}

/** Building, unit, room in this sequence. */
function inOrder(text: string): string {
  for (let i = 4; i < text.length; i++) {
    if (text.charCodeAt(i) === 0x5143 && text.charCodeAt(i - 1) === 0x5355) {
      return text.replace(SWAPPED, '$2单元$1室');
    }
  }
  return text;
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
  if (isBehindBuilding(text, from)) {
    if (parts === 1) return isRoomNumber ? end : -1;
    // 5栋1203-1, 5栋2-301.
    if (parts === 2) return isRoomNumber || ((first === 3 || first === 4) && last <= 2) ? end : -1;
  }
  if (parts === 1 || longest > 3 || !isRoomNumber) return -1;
  return parts >= 3 || !isRoad(text.charCodeAt(from - 1)) ? end : -1;
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

/** The words for building and unit behind a number or a letter, as one dash each. */
export function withDashes(text: string): string {
  let out = '';
  let from = 0;
  for (let at = 1; at < text.length; at++) {
    const before = text.charCodeAt(at - 1);
    if (!isDigit(before) && !isLatin(before)) continue;
    const length = wordLength(text, at);
    if (length === 0) continue;
    out += `${text.slice(from, at)}-`;
    from = at + length;
    while (text.charCodeAt(from) === DASH) from++;
    at = from;
  }
  return out + text.slice(from);
}

/** Characters of the word for a building or a unit that stands there, 0 for none. A 号 alone is a house number. */
function wordLength(text: string, at: number): number {
  switch (text.charAt(at)) {
    case '号':
      return text.charAt(at + 1) === '楼' ? 2 : 0;
    case '栋':
    case '幢':
    case '座':
    case '#':
      return text.charAt(at + 1) === '楼' ? 2 : 1;
    case '单':
      return text.charAt(at + 1) === '元' ? 2 : 0;
    default:
      return 0;
  }
}
