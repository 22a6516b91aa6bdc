// What a row of Pinduoduo's bill is: by the code in its description, else by exact words, never by a part of a word.

import type { BillClass } from '../core/bill-book.js';
import { cleanCell, halfWidth } from '../core/tokens.js';

/** What a kind of row means, when money comes in on it and when it goes out. */
export interface BillMeaning {
  /** The code before `|`, else the bill's own word. */
  readonly name: string;
  readonly whenIn: BillClass;
  readonly whenOut: BillClass;
  /** A code of a family that nobody has described. */
  readonly isUnknownCode: boolean;
}

type Classes = readonly [whenIn: BillClass, whenOut: BillClass];

const both = (name: BillClass): Classes => [name, name];

/** By the first four digits of the code. The code decides whatever the sign: a fee given back is still a fee. */
const FAMILIES: Readonly<Record<string, Classes>> = {
  '0010': both('income-buyer'),
  '0020': both('refund-buyer'),
  '0030': both('fee'),
  '0040': both('compensation'),
  '0050': both('service'),
  '0060': both('service'),
  '0070': both('transfer'),
  '0080': both('transfer'),
  '0140': both('other'),
};

const COUPON = '优惠券结算';
/** Families whose coupon rows are the platform's part, and that part's class. */
const PLATFORM_PARTS: Readonly<Record<string, Classes>> = {
  '0010': both('income-platform'),
  '0020': both('refund-platform'),
};
const COUPON_CODES: ReadonlySet<string> = new Set(['0010005', '0020005']);

/** Words of 账务类型 that say what a row is where it has no code; a coupon's direction is the side it stands on. */
const WORDS: ReadonlyMap<string, Classes> = new Map([
  ['交易收入', both('income-buyer')],
  ['交易退款', both('refund-buyer')],
  [COUPON, ['income-platform', 'refund-platform']],
]);

/** Digits before a bar; seven digits alone are a code too. */
const CODE = /^(?:(\d{1,12}) *\|(.*)|(\d{7}))$/s;

/** The meaning of 业务描述 such as `0010002|交易收入-订单收入`; null when it begins with no code. */
export function meaningOfDescription(text: string): BillMeaning | null {
  const match = CODE.exec(halfWidth(cleanCell(text)));
  if (match === null) return null;
  const code = match[1] ?? match[3]!;
  const family = code.slice(0, 4);
  const isCoupon =
    COUPON_CODES.has(code) || (match[2] ?? '').split('-').some((part) => part.trim() === COUPON);
  const classes = (isCoupon ? PLATFORM_PARTS[family] : undefined) ?? FAMILIES[family];
  const [whenIn, whenOut] = classes ?? both('other');
  return { name: code, whenIn, whenOut, isUnknownCode: classes === undefined };
}

/** The meaning of 账务类型 on a row without a code: three words are trade, everything else is other. */
export function meaningOfType(text: string): BillMeaning {
  const name = cleanCell(text);
  const [whenIn, whenOut] = WORDS.get(name) ?? both('other');
  return { name, whenIn, whenOut, isUnknownCode: false };
}

const ADVANCE = /先用后付|垫付|垫资/;

/**
 * True when a text speaks of money that the platform advances. Asked of *other* rows with an order number only: a coded
 * trade row is what its code says (an advance booked as 0010 is income either way, and 0020 with 垫付 is a refund that
 * the platform paid out first).
 */
export function speaksOfAdvance(text: string): boolean {
  return ADVANCE.test(text);
}
