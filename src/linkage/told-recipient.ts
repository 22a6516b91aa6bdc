// One recipient from two files: what an order's own export shows goes first, what it hides is filled in from the other.

import type { Recipient } from '../core/identity.js';
import { readPhone } from './phones.js';

/** A hidden part of a cell. */
const MASKED = /[*×●＊]/;
/** The same with letters in place of signs: in an account they are letters. */
const MASKED_WORDS: Readonly<Partial<Record<keyof Recipient, RegExp>>> = {
  name: /\p{Script=Han}[xX]{1,4}$|^[xX]{2,4}/u,
  address: /[xX]{2}/,
};
/** A code behind a name or an address: the extension of the phone beside it, and of no other. */
const CODE = /[[【［]\d{3,6}[\]】］]/g;

/** A recipient, and of which file its phone and its address are. */
export interface MergedRecipient {
  readonly recipient: Recipient;
  readonly isPhoneOther: boolean;
  readonly isAddressOther: boolean;
}

/** Takes `own` field by field where it is told and not masked, `other` elsewhere. Pure. */
export function mergeRecipients(own: Recipient, other: Recipient): MergedRecipient {
  const take = (field: keyof Recipient) => isBetter(field, own[field], other[field]);
  const ownPhone = readPhone(own.phone, own.name, own.address);
  const isPhoneOther = other.phone !== '' && ownPhone.number === '' && (own.phone === '' || isFull(other));
  const isNameOther = take('name');
  const isAddressOther = take('address');
  const pick = (field: keyof Recipient) => (take(field) ? other : own)[field];
  const source = isPhoneOther ? other : own;
  // A code belongs to the phone beside it: it stays with that phone, and goes from cells of the other file.
  const extended = readPhone(source.phone, source.name, source.address).number;
  const beside = (isOther: boolean, text: string) =>
    isOther === isPhoneOther ? text : text.replace(CODE, '').trim();
  return {
    recipient: {
      name: beside(isNameOther, pick('name')),
      phone: extended.includes('-') ? extended : source.phone,
      buyerId: pick('buyerId'),
      province: pick('province'),
      city: pick('city'),
      district: pick('district'),
      street: pick('street'),
      address: beside(isAddressOther, pick('address')),
      payer: own.payer || other.payer,
    },
    isPhoneOther,
    isAddressOther,
  };
}

/** True where two records tell of one recipient in ways that cannot both be right. */
export function areDifferent(a: Recipient, b: Recipient): boolean {
  const [one, two] = [a, b].map(({ phone, name, address }) => readPhone(phone, name, address).number);
  if (one !== '' && two !== '' && one !== two) return true;
  return (['name', 'buyerId', 'address'] as const).some(
    (field) => isClear(field, a[field]) && isClear(field, b[field]) && a[field] !== b[field],
  );
}

/** Whether the other one's text is to be taken: where there is none of one's own, or a hidden one beside a clear one. */
function isBetter(field: keyof Recipient, own: string, other: string): boolean {
  return other !== '' && (own === '' || (!isClear(field, own) && isClear(field, other)));
}

function isClear(field: keyof Recipient, text: string): boolean {
  return text !== '' && !MASKED.test(text) && MASKED_WORDS[field]?.test(text) !== true;
}

function isFull({ phone, name, address }: Recipient): boolean {
  return readPhone(phone, name, address).number !== '';
}
