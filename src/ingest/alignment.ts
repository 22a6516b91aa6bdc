// Whether a record with fewer or more cells than the header still has its cells under the right headers.

import { MULTI_FIELDS, ORDER_FIELDS, type OrderField } from '../core/fields.js';
import { judgeOrderId } from '../core/order-id.js';
import { isEmptyToken, UNREADABLE } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import type { OrdersFormat } from '../platforms/types.js';
import { isCredible, readAmount, readCount, readText, readTime } from './cells.js';
import type { HeaderMatch } from './identify.js';
import { readFlag } from './pay-later.js';
import { readAfterSaleState, readOrderState } from './states.js';

/** 1: the cell holds what its column should; 0: it is blank; -1: it holds something else. */
type Fit = -1 | 0 | 1;
type Test = (view: RecordView, cell: number) => Fit;

/** What some texts look like, wherever the platform: enough to tell them from their neighbours. */
const TEXT_SHAPES: Readonly<Partial<Record<OrderField, RegExp>>> = {
  product_id: /^[\w-]*\d[\w-]*$/,
  style_id: /^[\w-]*\d[\w-]*$/,
  waybill: /^[A-Za-z]{0,6}\d{6}/,
  carrier: /快递|快运|速运|速递|物流|邮政|EMS/i,
  phone: /^[\d*][\d*-]{6}/,
  pay_method: /支付|付款|后付|微信|转账|银行/,
};

const AMOUNT_HEADER = /(?:[(（]元[)）]|金额|佣金)$/;
const TIME_HEADER = /时间$/;
const FLAG_HEADER = /^是否/;

/**
 * Weighs the record as it stands against every way in which it would have the cells too few or too many at one place:
 * it is in place when no such way puts more cells under headers that they fit. Time: linear in the columns.
 */
export class Alignment {
  /** Columns behind this one may be missing at the end of a record. */
  readonly #lastNeeded: number;
  /** The last column of which anything is read: what moves behind it does no harm. */
  readonly #lastRead: number;
  /** For each column what tells its cells from its neighbours', or null. */
  readonly #tests: readonly (Test | null)[];
  /** Sums of the fits of the record as it stands, up to each column. */
  readonly #before: Int32Array;

  constructor(match: HeaderMatch, format: OrdersFormat) {
    const tests = match.names.map(testOfHeader);
    let lastNeeded = 0;
    for (const [field, columns] of match.columns) {
      const test = testOfField(field, format);
      const isNeeded = ORDER_FIELDS[field] !== 'text' && !MULTI_FIELDS.has(field);
      for (const column of columns) {
        tests[column] = test;
        if (isNeeded) lastNeeded = Math.max(lastNeeded, column);
      }
    }
    this.#lastNeeded = lastNeeded;
    this.#lastRead = Math.max(...[...match.columns.values()].flat());
    this.#tests = tests;
    this.#before = new Int32Array(tests.length + 1);
  }

  /** True when the cells of the record, of which there are too few or too many, stand where they should. */
  isInPlace(view: RecordView): boolean {
    if (this.#lastNeeded >= view.count) return false;
    const tests = this.#tests;
    const before = this.#before;
    const shift = view.count - tests.length;
    // Cells too few: that many columns behind the place have lost theirs.
    const lost = Math.max(0, -shift);
    for (let column = 0; column < tests.length; column++) {
      before[column + 1] = before[column]! + (tests[column]?.(view, column) ?? 0);
    }
    // A cell with something in it and no header above it is a cell that stands out of place.
    let asItStands = before[tests.length]!;
    for (let cell = tests.length; cell < view.count; cell++) if (readText(view, cell) !== '') asItStands--;
    let behind = 0;
    for (let column = tests.length; column >= lost; column--) {
      if (column < tests.length) behind += tests[column]?.(view, column + shift) ?? 0;
      const place = column - lost;
      if (place <= this.#lastRead && before[place]! + behind > asItStands) return false;
    }
    return true;
  }
}

function fitOf(value: number, isWrong: boolean): Fit {
  if (Number.isNaN(value)) return 0;
  return isWrong ? -1 : 1;
}

const fitsAmount: Test = (view, cell) => {
  const fen = readAmount(view, cell);
  return fitOf(fen, !isCredible(fen));
};
const fitsCount: Test = (view, cell) => {
  const pieces = readCount(view, cell);
  return fitOf(pieces, pieces === UNREADABLE || !isCredible(pieces));
};
const fitsTime: Test = (view, cell) => {
  const seconds = readTime(view, cell);
  return fitOf(seconds, seconds === UNREADABLE);
};

function textTest(fits: (text: string) => boolean): Test {
  return (view, cell) => {
    const text = readText(view, cell);
    if (isEmptyToken(text)) return 0;
    return fits(text) ? 1 : -1;
  };
}

const fitsFlag = textTest((text) => readFlag(text) !== null);

function testOfHeader(name: string): Test | null {
  if (FLAG_HEADER.test(name)) return fitsFlag;
  if (TIME_HEADER.test(name)) return fitsTime;
  return AMOUNT_HEADER.test(name) ? fitsAmount : null;
}

function testOfField(field: OrderField, format: OrdersFormat): Test | null {
  switch (ORDER_FIELDS[field]) {
    case 'id':
      return textTest((text) => judgeOrderId(text) === 'ok');
    case 'state':
      return field === 'status'
        ? textTest((text) => readOrderState(format, text) !== null)
        : textTest((text) => readAfterSaleState(format, text) !== null);
    case 'amount':
      return fitsAmount;
    case 'count':
      return fitsCount;
    case 'time':
      return fitsTime;
    case 'flag':
      return fitsFlag;
    case 'text': {
      const shape = TEXT_SHAPES[field];
      return shape === undefined ? null : textTest((text) => shape.test(text));
    }
  }
}
