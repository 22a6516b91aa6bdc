// From a recipient's cells to what identifies them: exact keys only, as they stand once cleaned.

import type { Identity, Recipient } from '../core/identity.js';
import { KNOWN_PICKUP_WORDS, readAddress } from './addresses.js';
import { jigBlock } from './jigging.js';
import { looksOf } from './looks.js';
import { SURNAMES } from './note-words.js';
import { readPhone } from './phones.js';
import { simplified } from './simplified.js';

const MOST_CHARACTERS = 60;
const HAN_NAME = /^[\u4e00-\u9fff]{1,8}$/;
/** Codes behind a name, and what separates or decorates its parts. */
const CODE = /[[【(](?:转|分机号?)?:?[\d-]{1,8}转?[\]】)]/g;
const NO_LETTER = /[^\p{L}\p{N}*]/gu;
const MASKED_NAME = /\*|\p{Script=Han}x{1,4}$|^x{2,4}/u;
const MASK_SIGN = /[×●]/g;

/** A shop, an office, a school: its name is nobody's. */
const ORGANISATION = /公司|有限|店|部|厂|学校|中心/;
/** 张先生 and 小张 have the surname of 张伟. */
const TITLE = /(?:先生|女士|小姐|太太|老师|师傅)$/;
const FAMILIAR = /^[小老阿](?=.$)/u;

/** The exact identity of a recipient. Pure: the same cells give the same identity, whatever was read before. */
export function identify(recipient: Recipient, words = KNOWN_PICKUP_WORDS): Identity {
  const name = readName(recipient.name);
  const phone = readPhone(recipient.phone, recipient.name, recipient.address);
  const payer = payerOf(recipient.payer);
  const address = readAddress(recipient, words);
  const { province, district, room, pickup, communal, place, masked } = address;
  const looks = looksOf(recipient, name.text, phone.number, address);
  return {
    name: name.text,
    surname: surnameOf(name.text),
    ...(isPetName(name.text) ? { nickname: true } : {}),
    phone: phone.number,
    room,
    pickup,
    place,
    district,
    province,
    masked: name.masked || phone.masked || masked,
    ...(room === '' ? {} : { block: jigBlock(room) }),
    ...(communal ? { communal } : {}),
    ...(looks === 0 ? {} : { looks }),
    ...(payer === '' ? {} : { payer }),
    ...(phone.masked && district !== '' ? visibleOf(recipient) : {}),
  };
}

/** A plain mobile number; a pool's number with its extension is the platform's, and says nothing of who pays. */
function payerOf(cell: string): string {
  const { number } = readPhone(cell);
  return number.includes('-') ? '' : number;
}

/** The last digits that a masked phone shows. */
const TAIL = /[*×●xX#](\d{4})$/;
const MOST_VISIBLE = 20;

/** What is visible of a masked recipient: nothing unless its name, whole or in part, and four last digits are. */
function visibleOf({ name, phone }: Recipient): Pick<Identity, 'maskedName' | 'tail'> {
  const tail = TAIL.exec(phone.normalize('NFKC').replace(/\s/g, ''))?.[1] ?? '';
  const maskedName = name
    .slice(0, MOST_VISIBLE)
    .normalize('NFKC')
    .replace(CODE, '')
    .replace(MASK_SIGN, '*')
    .trim();
  return tail === '' || !/\p{L}/u.test(maskedName) ? {} : { maskedName, tail };
}

/** The first letter of the name without title; '' for an organisation and for a title alone. */
function surnameOf(name: string): string {
  return ORGANISATION.test(name) ? '' : name.replace(TITLE, '').replace(FAMILIAR, '').slice(0, 1);
}

/** How one is called at home: 文文, 妈妈, 阿强, 小雨. With a surname it may be somebody's name: 小张, 方方. */
function isPetName(name: string): boolean {
  if (name.length !== 2) return false;
  const own = name.charAt(1);
  return (name.charAt(0) === own || FAMILIAR.test(name)) && !SURNAMES.includes(own);
}

function readName(cell: string): { text: string; masked: boolean } {
  if (HAN_NAME.test(cell)) return { text: simplified(cell), masked: false };
  const folded = simplified(cell.slice(0, MOST_CHARACTERS).normalize('NFKC').toLowerCase());
  const text = folded.replace(CODE, '').replace(MASK_SIGN, '*').replace(NO_LETTER, '');
  return MASKED_NAME.test(text) ? { text: '', masked: true } : { text, masked: false };
}
