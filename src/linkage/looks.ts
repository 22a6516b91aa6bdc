// What the cells of a recipient look like beside who it is: a contact in the address.

import { LOOKS, type Recipient } from '../core/identity.js';
import { noteTokens } from './note-tokens.js';

/** Characters of which a word for WeChat or QQ has one, and of an announced contact. */
const SIGNS = new Set([...'@vwqVWQ信扣鹅♥❤我系'].map((sign) => sign.charCodeAt(0)));
const BETWEEN_DIGITS = new Set([...' .·-'].map((sign) => sign.charCodeAt(0)));
/** Digits of the shortest phone with its area code. */
const FEWEST_DIGITS = 10;
const DOT = 0x2e;
const [FULL_WIDTH_FIRST, FULL_WIDTH_LAST] = [0xff10, 0xff5a];

/** Bits of `LOOKS`; `phone`: the recipient's own, which may stand in the address as well. */
export function looksOf({ address }: Recipient, phone: string): number {
  if (!mayHoldContact(address)) return 0;
  return noteTokens(address).contacts.some((contact) => contact !== phone) ? LOOKS.contact : 0;
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
    if (code === DOT && isLatin(address.charCodeAt(i + 1))) return true;
    if (!BETWEEN_DIGITS.has(code)) digits = 0;
    // Full-width letters and figures stand for their half-width forms.
    if (SIGNS.has(code) || (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST)) return true;
  }
  return false;
}

function isLatin(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}
