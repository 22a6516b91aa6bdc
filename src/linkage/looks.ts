// What the cells of a recipient look like beside who it is: a contact in the address, a name that stands for any.

import { LOOKS, type Recipient } from '../core/identity.js';
import { isHan, isLatin, oneOf } from './address-text.js';
import { noteTokens } from './note-tokens.js';

/** Characters of which a word for WeChat or QQ has one, and of an announced contact. */
const SIGNS = new Set([...'@vwqVWQ信扣鹅♥❤我系'].map((sign) => sign.charCodeAt(0)));
const BETWEEN_DIGITS = new Set([...' .·-'].map((sign) => sign.charCodeAt(0)));
/** Digits of the shortest phone with its area code. */
const FEWEST_DIGITS = 10;
const DOT = 0x2e;
const [FULL_WIDTH_FIRST, FULL_WIDTH_LAST] = [0xff10, 0xff5a];

/** What every stock name begins with: few names but common surnames do. */
const isOfStandIn = oneOf('张李王赵测试匿无某路收姓名用顾客买');
const STAND_IN =
  /^(?:张三|李四|王五|赵六|测试(?:用户|姓名|人员?|账号|订单)?|试试|匿名(?:用户|买家)?|无名氏?|某某某?|某人|路人[甲乙丙丁]?|收货人|收件人|姓名|名字|用户|顾客|客户|买家)\d*$/;
const LATIN_NAME = /^\d*[a-z][a-z\d]*$/;

/**
 * Bits of `LOOKS`; `name`: as it is once cleaned, '' where masked; `phone`: the recipient's own, which may stand in the
 * address as well.
 */
export function looksOf({ address }: Recipient, name: string, phone: string): number {
  const looks = isStandIn(name) ? LOOKS.standIn : 0;
  if (!mayHoldContact(address)) return looks;
  return noteTokens(address).contacts.some((contact) => contact !== phone) ? looks | LOOKS.contact : looks;
}

function isStandIn(name: string): boolean {
  if (name.length < 2) return name !== '';
  const first = name.charCodeAt(0);
  return isHan(first) ? isOfStandIn(first) && STAND_IN.test(name) : LATIN_NAME.test(name);
}

/** False for nearly every address, told without a regular expression: there are as many as orders. */
function mayHoldContact(address: string): boolean {
  let digits = 0;
  for (let i = 0; i < address.length; i++) {
    const code = address.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) {
      if (++digits === FEWEST_DIGITS) return true;
      continue;
    }
    // A web address goes on with letters: 3.5 is none.
    if (code === DOT && isLatin(address.charCodeAt(i + 1) | 0x20)) return true;
    if (!BETWEEN_DIGITS.has(code)) digits = 0;
    // Full-width letters and figures stand for their half-width forms.
    if (SIGNS.has(code) || (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST)) return true;
  }
  return false;
}
