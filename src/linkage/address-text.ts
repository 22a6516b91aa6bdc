// The text of an address without what no address is made of: blanks, punctuation, codes, words for the courier.

import { isTraditional, simplified } from './simplified.js';

/** Longer cells are read up to here: an address that goes on behind it is none. */
const MOST_CHARACTERS = 300;

export const FIRST_HAN = 0x4e00;
export const LAST_HAN = 0x9fff;

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

/** What the characters of an address may be part of. */
export const KIND = { notPlain: 1, digit: 2, courier: 4, communal: 8 } as const;
const kinds = new Uint8Array(1 << 16).fill(KIND.notPlain);
for (let code = FIRST_HAN; code <= LAST_HAN; code++) if (!isTraditional(code)) kinds[code] = 0;
// An x is not plain, for it masks as `*` does.
for (const character of 'abcdefghijklmnopqrstuvwyz-#') kinds[character.charCodeAt(0)] = 0;
for (const digit of '0123456789') kinds[digit.charCodeAt(0)] = KIND.digit;
/** Characters with which every word for the courier begins. */
const COURIER_FIRST = '放存送请电打派配到麻务烦勿别不联致没家';
for (const character of COURIER_FIRST) kinds[character.charCodeAt(0)]! |= KIND.courier;
/** Characters of which every word for a house of strangers holds one. */
const OF_COMMUNAL = '宿舍学厂园公办前写医部营酒宾旅网商铺店市档科贸传集电工事';
for (const character of OF_COMMUNAL) kinds[character.charCodeAt(0)]! |= KIND.communal;
const MOBILE_DIGITS = 11;

/**
 * The bits of `KIND` that some character has, by one look at each. `notPlain` is not set for an address that consists
 * of simplified Han, digits, small letters, `-` and `#`, without a phone's digits or a dash in front: there is nothing to clean, and
 * nothing is masked.
 */
export function kindsOf(text: string): number {
  let found = text.length > MOST_CHARACTERS || text.charCodeAt(0) === HYPHEN ? KIND.notPlain : 0;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = kinds[text.charCodeAt(i)]!;
    found |= kind;
    digits = kind === KIND.digit ? digits + 1 : 0;
    if (digits === MOBILE_DIGITS) found |= KIND.notPlain;
  }
  return found;
}

/** The extension of a virtual number and the like: `[1234]`, `[1234转]`, `(转8801)`, `(k7)`. Fewer digits in round brackets are an address's. */
const CODE =
  /[[【〔]\s{0,3}(?:转|分机号?)?:?\s{0,3}[\d-]{1,8}\s{0,3}转?\s{0,3}[\]】〕]|\(\s{0,3}(?:转|分机号?)?:?\s{0,3}\d{4,8}\s{0,3}转?\s{0,3}\)|[[【〔(]\s{0,3}[a-z]{1,2}\d{1,6}\s{0,3}[\]】〕)](?![栋幢座区期号单室#-])/g;
/** A remark in brackets: (近地铁口). (东区) and (2单元) belong to the address. */
const REMARK = /[([{【〔《<][放存送请勿别近靠电麻烦谢联务][^)\]}】〕》>\d]{0,20}[)\]}】〕》>]/g;
/** A name and a phone in front of the address, where a name of a place stands behind them. */
const LEAD =
  /^(?:收货人|收件人|姓名|联系人)?[\s:,;]{0,3}[\u4e00-\u9fff·]{0,4}[\s:,;]{0,3}(?:手机号?码?|联系?电话)?[\s:,;]{0,3}1[3-9]\d{9}(?!\d)(?:[\s,;]{1,3}[\u4e00-\u9fff]{2,4}[\s,;])?(?=[^\u4e00-\u9fff]{0,10}[\u4e00-\u9fff]{2})/;
const LABEL = /^\s{0,3}(?:收货|收件|详细|送货|家庭)?地址\s{0,3}:/;
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const DASH = /[—–‐‑‒―−~～_]/g;
const MASK_SIGN = /[×●]/g;
/** 3/2/401, 3 2 401: what stands between two numbers keeps them apart. */
const GAP = /(?<=\d)[^\p{L}\p{N}#*-]+(?=\d)/gu;
const NO_PART = /[^\p{L}\p{N}#*-]/gu;
const LEADING_DASH = /^-+/;
const HYPHEN = 0x2d;

/**
 * The address as NFKC in lower case, in simplified characters, without blanks, punctuation, bracketed codes and remarks,
 * and phones; `*` stays, for it says that something is hidden. Between two numbers a dash. Idempotent.
 */
export function cleanAddress(address: string): string {
  if ((kindsOf(address) & KIND.notPlain) === 0) return address;
  const folded = simplified(address.slice(0, MOST_CHARACTERS).normalize('NFKC').toLowerCase())
    .replace(CODE, ' ')
    .replace(REMARK, ' ')
    .replace(LABEL, '')
    .replace(LEAD, '')
    .replace(PHONE, ' ');
  return folded
    .replace(DASH, '-')
    .replace(MASK_SIGN, '*')
    .replace(GAP, '-')
    .replace(NO_PART, '')
    .replace(LEADING_DASH, '');
}

const isCourierFirst = oneOf(COURIER_FIRST);
/**
 * What buyers ask of the courier behind the address. Places named in it are where the parcel shall be left, not where
 * the buyer lives. 解放 and 开放 begin the names of streets.
 */
const COURIER =
  /(?:(?<![解开])放|存|送)(?:到|在|至|于)?(?:家|我家|小区)?(?:门口|门前|门外|门卫|保安|前台|岗亭|物业|楼下|驿站|菜鸟|丰巢|快递|柜|自提|代收|妈妈|兔喜|蜂巢|近邻宝|鞋柜|奶箱|电表箱|消防|地垫|地上|电梯|楼道|窗台|超市|小卖部|店里|就行|即可)|送货上门|送上楼|送到家|请(?:放|送|存|打|联|提前|勿|不要|电|致)|电话|电联|打电|致电|联系|派(?:送|件)前|配送前|送货前|到了(?:打|联|请|电)|麻烦|烦请|务必|勿放|别放|不要放|没人|家里没|不在家/g;

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
