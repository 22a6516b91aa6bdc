// From a recipient's cells to what identifies them: exact keys only, as they stand once cleaned.

import type { Identify, Identity, Recipient } from '../core/identity.js';
import { readAddress } from './addresses.js';
import { readPhone } from './phones.js';

const MOST_CHARACTERS = 60;
const HAN_NAME = /^[\u4e00-\u9fff]{1,8}$/;
/** Codes behind a name, and what separates or decorates its parts. */
const CODE = /[[【(][\d-]{1,8}[\]】)]/g;
const NO_LETTER = /[^\p{L}\p{N}*]/gu;
const MASKED_NAME = /\*|\p{Script=Han}x{1,4}$|^x{2,4}/u;
const MASK_SIGN = /[×●]/g;

/** The exact identity of a recipient. Pure: the same cells give the same identity, whatever was read before. */
export const identify: Identify = (recipient: Recipient): Identity => {
  const name = readName(recipient.name);
  const phone = readPhone(recipient.phone, recipient.name, recipient.address);
  const { province, district, room, pickup, masked } = readAddress(recipient);
  return {
    name: name.text,
    phone: phone.number,
    room,
    pickup,
    district,
    province,
    masked: name.masked || phone.masked || masked,
  };
};

function readName(cell: string): { text: string; masked: boolean } {
  if (HAN_NAME.test(cell)) return { text: cell, masked: false };
  const folded = cell.slice(0, MOST_CHARACTERS).normalize('NFKC').toLowerCase();
  const text = folded.replace(CODE, '').replace(MASK_SIGN, '*').replace(NO_LETTER, '');
  return MASKED_NAME.test(text) ? { text: '', masked: true } : { text, masked: false };
}
