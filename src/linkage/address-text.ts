// The text of an address without what no address is made of: blanks, punctuation, codes, words for the courier.

import { isTraditional, simplified } from './simplified.js';

/** Longer cells are read up to here: an address that goes on behind it is none. */
const MOST_CHARACTERS = 300;

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isLatin(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

export function isHan(code: number): boolean {
  return code >= FIRST_HAN && code <= LAST_HAN;
}

/** Tells whether a code unit is one of the characters: a table, for it is asked of every character of every address. */
export function oneOf(characters: string): (code: number) => boolean {
  const table = new Uint8Array(1 << 16);
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1;
  return (code) => table[code] === 1;
}

/**
 * True for an address that consists of simplified Han, digits, small letters, `-` and `#`: there is nothing to clean,
 * and nothing is masked. An x is none of these letters, for it masks as `*` does.
 */
export function isPlainAddress(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isHan(code)) {
      if (isTraditional(code)) return false;
      continue;
    }
    if (isDigit(code) || code === 0x2d || code === 0x23) continue;
    if (!isLatin(code) || code === 0x78) return false;
  }
  return text.length <= MOST_CHARACTERS;
}

/** The extension of a virtual number and the like: `[1234]`. */
const CODE = /[[【〔]\s{0,3}[\d-]{1,8}\s{0,3}[\]】〕]/g;
const DASH = /[—–‐‑‒―−~～_]/g;
const MASK_SIGN = /[×●]/g;
const NO_PART = /[^\p{L}\p{N}#*-]/gu;

/**
 * The address as NFKC in lower case, in simplified characters, without blanks, punctuation and bracketed codes; `*` stays, for it says that
 * something is hidden. Idempotent.
 */
export function cleanAddress(address: string): string {
  if (isPlainAddress(address)) return address;
  const folded = address.slice(0, MOST_CHARACTERS).normalize('NFKC').toLowerCase().replace(CODE, '');
  return simplified(folded.replace(DASH, '-').replace(MASK_SIGN, '*').replace(NO_PART, ''));
}

/** Characters with which every word for the courier begins. */
const isCourierFirst = oneOf('放存送请电打派配到麻务烦勿别不联致没家');
/**
 * What buyers ask of the courier behind the address. Places named in it are where the parcel shall be left, not where
 * the buyer lives. 解放 and 开放 begin the names of streets.
 */
const COURIER =
  /(?:(?<![解开])放|存|送)(?:到|在|至|于)?(?:家|我家|小区)?(?:门口|门前|门外|门卫|保安|前台|岗亭|物业|楼下|驿站|菜鸟|丰巢|快递|柜|自提|代收|妈妈|兔喜|超市|小卖部|店里|就行|即可)|送货上门|送上楼|送到家|请(?:放|送|存|打|联|提前|勿|不要|电|致)|电话|电联|打电|致电|联系|派(?:送|件)前|配送前|送货前|到了(?:打|联|请|电)|麻烦|烦请|务必|勿放|别放|不要放|没人|家里没|不在家/g;

/** The address up to the first word for the courier that stands behind four or more characters. */
export function withoutCourierWords(text: string): string {
  for (let i = 4; i < text.length; i++) {
    if (!isCourierFirst(text.charCodeAt(i))) continue;
    COURIER.lastIndex = 4;
    const match = COURIER.exec(text);
    return match === null ? text : text.slice(0, match.index);
  }
  return text;
}
