// What the cells of a recipient look like beside who it is: a contact or clutter in the address, a name that stands for any.

import { LOOKS, type Recipient } from '../core/identity.js';
import { FIRST_HAN, isHan, isLatin, LAST_HAN, oneOf } from './address-text.js';
import type { AddressKeys } from './addresses.js';
import { noteTokens } from './note-tokens.js';
import { namesOtherDistrict } from './places.js';

/** What a character of an address may be part of. */
const PART = { digit: 1, between: 2, sign: 4, odd: 8, blank: 16, district: 32, run: 64 } as const;
/** What neither Chinese nor figures are is odd, and may stand once or thrice in a row, as may Chinese. */
const parts = new Uint8Array(1 << 16).fill(PART.odd | PART.run);
for (let code = FIRST_HAN; code <= LAST_HAN; code++) parts[code] = PART.run;
/** Rooms are written with these: 3-2-401, 3#401. */
for (const sign of '-#/—–－＃／') parts[sign.charCodeAt(0)] = 0;
for (const blank of ' \t\u3000\u00a0') parts[blank.charCodeAt(0)] = PART.blank;
/** Characters of which a word for WeChat or QQ has one, and of an announced contact. */
for (const sign of '@vwqVWQ信扣鹅♥❤我系') parts[sign.charCodeAt(0)]! |= PART.sign;
for (const between of ' .·-') parts[between.charCodeAt(0)]! |= PART.between;
for (const end of '区县區縣') parts[end.charCodeAt(0)]! |= PART.district;
// Full-width letters and figures stand for their half-width forms.
for (let code = 0xff10; code <= 0xff5a; code++) parts[code]! |= PART.sign;
for (let code = 0; code <= 9; code++) {
  parts[0x30 + code] = PART.digit;
  parts[0xff10 + code] = PART.sign;
}
/** Digits of the shortest phone with its area code. */
const FEWEST_DIGITS = 10;
const DOT = 0x2e;
/** A shorter address may be one room of letters and figures. */
const FEWEST_CHARACTERS = 10;
/** More than three of ten characters are odd, and so many equal ones stand in a row. */
const MOST_ODD = 0.3;
const LONG_RUN = 4;

/** What one look at an address finds. */
const SEEN = { contact: 1, clutter: 2, district: 4 } as const;

/** What every stock name begins with: few names but common surnames do. */
const isOfStandIn = oneOf('张李王赵测试匿无某路收姓名用顾客买');
const STAND_IN =
  /^(?:张三|李四|王五|赵六|测试(?:用户|姓名|人员?|账号|订单)?|试试|匿名(?:用户|买家)?|无名氏?|某某某?|某人|路人[甲乙丙丁]?|收货人|收件人|姓名|名字|用户|顾客|客户|买家)\d*$/;
const LATIN_NAME = /^\d*[a-z][a-z\d]*$/;

/**
 * Bits of `LOOKS`; `name`: as it is once cleaned, '' where masked; `phone`: the recipient's own, which may stand in the
 * address as well; `read`: what the address was read as.
 */
export function looksOf({ address }: Recipient, name: string, phone: string, read: AddressKeys): number {
  const seen = lookAt(address);
  let looks = isStandIn(name) ? LOOKS.standIn : 0;
  if (seen === 0) return looks;
  if ((seen & SEEN.contact) !== 0 && noteTokens(address).contacts.some((contact) => contact !== phone))
    looks |= LOOKS.contact;
  const isCluttered =
    (seen & SEEN.clutter) !== 0 ||
    ((seen & SEEN.district) !== 0 && namesOtherDistrict(read.place, read.district));
  return isCluttered && !read.masked ? looks | LOOKS.cluttered : looks;
}

function isStandIn(name: string): boolean {
  if (name.length < 2) return name !== '';
  const first = name.charCodeAt(0);
  return isHan(first) ? isOfStandIn(first) && STAND_IN.test(name) : LATIN_NAME.test(name);
}

/** Bits of `SEEN`, nearly always none, without a regular expression: there are as many addresses as orders. */
function lookAt(address: string): number {
  let [found, seen, digits, odd, blanks, run, before] = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < address.length; i++) {
    const code = address.charCodeAt(i);
    const part = parts[code]!;
    found |= part;
    if ((part & PART.digit) !== 0) {
      if (++digits === FEWEST_DIGITS) seen |= SEEN.contact;
    } else if ((part & PART.between) === 0) digits = 0;
    if ((part & PART.odd) !== 0) odd++;
    if ((part & PART.blank) !== 0) blanks++;
    // A web address goes on with letters: 3.5 is none.
    if (code === DOT && isLatin(address.charCodeAt(i + 1) | 0x20)) seen |= SEEN.contact;
    run = code === before ? run + 1 : 1;
    if (run === LONG_RUN && (part & PART.run) !== 0) seen |= SEEN.clutter;
    before = code;
  }
  const length = address.length - blanks;
  if (length >= FEWEST_CHARACTERS && odd > length * MOST_ODD) seen |= SEEN.clutter;
  if ((found & PART.sign) !== 0) seen |= SEEN.contact;
  return (found & PART.district) === 0 ? seen : seen | SEEN.district;
}
