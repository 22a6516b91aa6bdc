// Reads the values of one record of an order export: state, amounts, times; and tells those that cannot be read.

import { DayHistogram } from '../core/day-histogram.js';
import type { OrderField } from '../core/fields.js';
import { LINE } from '../core/order-book.js';
import { dayInOrderId } from '../core/order-id.js';
import { LOGGED, TOLD } from '../core/order-log.js';
import type { ProblemCode, ProblemLog } from '../core/problem.js';
import {
  AFTER_SALE_STATES,
  type AfterSaleState,
  type OrderState,
  PHASES,
  type Phase,
} from '../core/status.js';
import { BLANK, isEmptyToken, UNREADABLE } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import type { OrdersFormat } from '../platforms/types.js';
import { CellCache } from './cell-cache.js';
import { isCredible, readAmount, readCount, readText, readTime } from './cells.js';
import type { HeaderMatch } from './identify.js';
import { columnsOf, type OrderColumns } from './order-columns.js';
import { readFlag } from './pay-later.js';
import { signedAt } from './signed.js';
import { readAfterSaleState, readOrderState } from './states.js';

const SECONDS_PER_DAY = 86_400;

/** A state's text as the platform wrote it, what we made of it, and on how many records it stood. */
export interface StateSeen<S> {
  readonly text: string;
  /** null: not a text that the platform is known to write. */
  readonly state: S | null;
  records: number;
  readonly firstRow: number;
}

/** Why a record cannot be audited, and the field whose cell says so. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly field: OrderField;
}

/** The values of the record that was read last; amounts in fen, times in civil seconds, NaN for a blank cell. */
export class OrderValues {
  /** Bits of `LINE`. */
  flags = 0;
  /** Indexes into `PHASES` and `AFTER_SALE_STATES`. */
  phase = 0;
  afterSale = 0;
  buyerPaid = BLANK;
  merchantReceives = BLANK;
  /** 成交金额; NaN when a part of it cannot be read. */
  listAmount = BLANK;
  /** Before postage and discounts. */
  goods = BLANK;
  quantity = BLANK;
  orderedAt = BLANK;
  paidAt = BLANK;
  shippedAt = BLANK;
  receivedAt = BLANK;
  promisedAt = BLANK;
  /** See `signedAt`; NaN too for an order that is not on its way. */
  signedAt = BLANK;
  dueAt = BLANK;

  /** Bits of `LOGGED`. */
  logged = 0;
  /** What the file can say of them, known behind its last record: bits of `TOLD`. */
  told: number;

  /** What the platform's columns hold, in the platform's order. */
  readonly parts: Float64Array;

  /** States and after-sale states in the order of first sight. */
  readonly states: StateSeen<OrderState>[] = [];
  readonly afterSaleStates: StateSeen<AfterSaleState>[] = [];
  /** Times of what has happened. */
  readonly events = new DayHistogram();
  /** Times at which orders were placed. */
  readonly placed = new DayHistogram();

  readonly #view: RecordView;
  readonly #column: OrderColumns;
  readonly #fees: readonly number[];
  readonly #parts: readonly number[];
  readonly #problems: ProblemLog;
  readonly #input: number;
  readonly #names: readonly string[];
  readonly #stateCache: CellCache<StateSeen<OrderState>>;
  readonly #afterSaleCache: CellCache<StateSeen<AfterSaleState>>;
  readonly #payStates = new CellCache((text) =>
    PAID.test(text) ? LINE.paid : UNPAID_TEXT.test(text) ? LINE.unpaid : 0,
  );
  readonly #lotteryFlags = new CellCache((text) => this.#isTrue(text, this.#column.lottery));
  readonly #reviewFlags = new CellCache((text) => this.#isTrue(text, this.#column.under_review));
  #row = 0;

  constructor(
    view: RecordView,
    match: HeaderMatch,
    format: OrdersFormat,
    column: OrderColumns,
    problems: ProblemLog,
    input: number,
  ) {
    this.#view = view;
    this.#column = column;
    this.#fees = columnsOf(match, 'service_fee');
    this.#parts = columnsOf(match, 'platform_part');
    this.parts = new Float64Array(this.#parts.length);
    const tellsDiscounts = column.shop_discount >= 0 || this.#parts.length > 0;
    this.told = (column.after_sale_status >= 0 ? TOLD.refunds : 0) | (tellsDiscounts ? TOLD.discounts : 0);
    this.#problems = problems;
    this.#input = input;
    this.#names = match.names;
    this.#stateCache = new CellCache((text) =>
      pushed(this.states, { text, state: readOrderState(format, text), records: 0, firstRow: this.#row }),
    );
    this.#afterSaleCache = new CellCache((text) => {
      const state = isEmptyToken(text) ? 'none' : readAfterSaleState(format, text);
      return pushed(this.afterSaleStates, { text, state, records: 0, firstRow: this.#row });
    });
  }

  /** Reads the current record; null when it can be audited. `row` is the row that Excel shows. */
  read(row: number): Refusal | null {
    const view = this.#view;
    const column = this.#column;
    this.#row = row;
    this.flags = 0;
    this.logged = 0;
    const seen = this.#stateCache.get(view, column.status);
    const afterSale = this.#afterSaleCache.get(view, column.after_sale_status);
    const refusal = this.#readMoney(seen.state);
    if (refusal !== null) return refusal;

    const created = this.#event(column.created_at);
    this.paidAt = this.#event(column.paid_at);
    const grouped = this.#event(column.grouped_at);
    this.shippedAt = this.#event(column.shipped_at);
    this.receivedAt = this.#event(column.received_at);
    this.orderedAt = this.#orderTime(created, grouped);
    this.promisedAt = this.#time(column.promised_ship_at);
    this.dueAt = this.#time(column.due_date);
    seen.records++;
    afterSale.records++;
    this.afterSale = AFTER_SALE_STATES.indexOf(afterSale.state ?? 'none');
    this.phase = PHASES.indexOf(seen.state?.phase ?? this.#inferPhase());
    if (seen.state?.refunded) this.flags |= LINE.refunded;
    if (seen.state?.refunded || this.afterSale === REFUNDED) this.logged |= LOGGED.refunded;
    this.flags |= this.#payState();
    this.signedAt = Number.NaN;
    if (this.#mayHaveReturned()) this.#readLogistics();
    if (Number.isNaN(this.orderedAt)) this.orderedAt = this.#dayInId();
    if (Number.isFinite(this.orderedAt)) this.placed.add(this.orderedAt);
    if (column.under_review >= 0 && this.#reviewFlags.get(view, column.under_review))
      this.flags |= LINE.underReview;
    return null;
  }

  /** Tells, once each with its count, the states that are not known. */
  finish(): void {
    for (const { text, state, records, firstRow } of this.states) {
      // Where some state's own words say it, no column is needed.
      if (state?.refunded && records > 0) this.told |= TOLD.refunds;
      if (state === null && records > 0)
        this.#tell('state-unknown', this.#column.status, text, firstRow, records);
    }
    for (const { text, state, records, firstRow } of this.afterSaleStates) {
      if (state !== null || records === 0) continue;
      this.#tell('state-unknown', this.#column.after_sale_status, text, firstRow, records);
    }
  }

  /** What a yes/no cell of a text not seen before says; a text that is neither is told at its first record. */
  #isTrue(text: string, column: number): boolean {
    const flag = readFlag(text);
    if (flag === null) this.#tell('flag-unknown', column, text, this.#row);
    return flag === true;
  }

  /** Bits of `LINE` for what the payment-state column says; 0 without it, and for a text that is not known. */
  #payState(): number {
    const column = this.#column.pay_state;
    return column < 0 ? 0 : this.#payStates.get(this.#view, column);
  }

  /** Only of orders on their way, and of those whose money vanished, does anybody ask where the parcel is. */
  #mayHaveReturned(): boolean {
    const { flags, phase, afterSale } = this;
    const vanished = (flags & LINE.refunded) !== 0 || phase === CANCELLED || afterSale > 0;
    return (vanished || phase === SHIPPED) && this.#column.logistics >= 0;
  }

  #readLogistics(): void {
    const text = readText(this.#view, this.#column.logistics);
    if (RETURNED.test(text)) this.flags |= LINE.returned;
    if (UNDELIVERED.test(text)) this.flags |= LINE.undelivered;
    if (this.phase === SHIPPED) this.signedAt = signedAt(text, this.shippedAt);
  }

  #readMoney(state: OrderState | null): Refusal | null {
    const view = this.#view;
    const column = this.#column;
    this.buyerPaid = readAmount(view, column.buyer_paid);
    this.merchantReceives = readAmount(view, column.merchant_receives);
    // Nothing is ever sold for less than nothing: a negative amount stands in the wrong column.
    if (isWrong(this.buyerPaid)) return { code: 'amount-unreadable', field: 'buyer_paid' };
    if (isWrong(this.merchantReceives)) return { code: 'amount-unreadable', field: 'merchant_receives' };
    const gift =
      (column.gift_order_id >= 0 && !isEmptyToken(readText(view, column.gift_order_id))) ||
      (column.lottery >= 0 && this.#lotteryFlags.get(view, column.lottery));
    if (gift) this.flags |= LINE.gift;
    // The amount of an order that was never paid, or is cancelled, may be left blank.
    const mayBeBlank = gift || state?.phase === 'unpaid' || state?.phase === 'cancelled';
    if (!mayBeBlank && Number.isNaN(this.buyerPaid) && Number.isNaN(this.merchantReceives)) {
      return {
        code: 'amount-missing',
        field: column.merchant_receives < 0 ? 'buyer_paid' : 'merchant_receives',
      };
    }
    this.quantity = readCount(view, column.quantity);
    if (!isCredible(this.quantity)) {
      // So many pieces are a number of something else, in the wrong column.
      this.quantity = UNREADABLE;
      this.#tellCell('fee-unreadable', column.quantity);
    }
    const goods =
      column.goods_total >= 0 ? this.#fee(column.goods_total) : this.#fee(column.unit_price) * this.quantity;
    // A part that is not there adds nothing; one that cannot be read spoils the sum.
    this.goods = isWrong(goods) ? BLANK : goods;
    const withPostage = goods + orZero(this.#fee(column.postage));
    const discount = orZero(this.#fee(column.shop_discount));
    let sum = withPostage - discount;
    if (discount > 0) this.logged |= LOGGED.discounted;
    for (const fee of this.#fees) sum += orZero(this.#fee(fee));
    for (let i = 0; i < this.#parts.length; i++) {
      const fen = this.#fee(this.#parts[i]!);
      this.parts[i] = fen;
      if (fen > 0) this.logged |= LOGGED.discounted;
    }
    this.listAmount = isWrong(sum) ? BLANK : sum;
    return null;
  }

  #fee(column: number): number {
    const fen = readAmount(this.#view, column);
    if (!isCredible(fen)) this.#tellCell('fee-unreadable', column);
    return fen;
  }

  /** The first time known: of the deal, of the payment, of the group. A payment behind the shipment is the debit. */
  #orderTime(created: number, grouped: number): number {
    if (!Number.isNaN(created)) return created;
    return Number.isNaN(this.paidAt) || this.paidAt > this.shippedAt ? grouped : this.paidAt;
  }

  /** Where no time stands at all, the day in the order number tells when the order was placed. */
  #dayInId(): number {
    const seconds = dayInOrderId(readText(this.#view, this.#column.order_id)) * SECONDS_PER_DAY;
    if (Number.isFinite(seconds)) this.events.add(seconds);
    return seconds;
  }

  /** The phase that the times allow to infer, for a state that is not known. */
  #inferPhase(): Phase {
    this.flags |= LINE.stateInferred;
    if (Number.isFinite(this.receivedAt)) return 'received';
    if (Number.isFinite(this.shippedAt)) return 'shipped';
    if (!Number.isFinite(this.orderedAt)) {
      this.flags |= LINE.stateUnreadable;
      this.#tellCell('state-unreadable', this.#column.status);
    }
    return 'unshipped';
  }

  /** The time of something that has happened: it counts for the as-of date. */
  #event(column: number): number {
    const seconds = this.#time(column);
    if (Number.isFinite(seconds)) this.events.add(seconds);
    return seconds;
  }

  #time(column: number): number {
    const seconds = readTime(this.#view, column);
    if (seconds !== UNREADABLE) return seconds;
    this.flags |= LINE.timeUnreadable;
    this.#tellCell('time-unreadable', column);
    return BLANK;
  }

  #tellCell(code: ProblemCode, column: number): void {
    this.#tell(code, column, readText(this.#view, column), this.#row);
  }

  #tell(code: ProblemCode, column: number, text: string, record: number, count = 1): void {
    this.#problems.add({ code, input: this.#input, record, column: this.#names[column] ?? '', text, count });
  }
}

const REFUNDED = AFTER_SALE_STATES.indexOf('refunded');
const CANCELLED = PHASES.indexOf('cancelled');
/** Whole texts only: 待扣款 and 扣款失败 are no payment. */
const PAID = /^(?:已付款|已支付|已扣款|付款成功|支付成功|扣款成功|paid)$/i;
const UNPAID_TEXT =
  /^(?:未付款|未支付|未扣款|待付款|待支付|待扣款|扣款中|付款失败|支付失败|扣款失败|unpaid)$/i;
const SHIPPED = PHASES.indexOf('shipped');
/** What couriers write of a parcel that was not kept; not that one may be refused, or will go back if nobody fetches it. */
const RETURNED = /(?<!(?:将|会|可能?|如遇?|若)被?)(?:拒收|退回|退签)/;
const UNDELIVERED = /(?:派[件送]|投递)失败/;

function pushed<T>(list: T[], item: T): T {
  list.push(item);
  return item;
}

function isWrong(fen: number): boolean {
  return fen < 0 || !isCredible(fen);
}

function orZero(fen: number): number {
  return Number.isNaN(fen) ? 0 : fen;
}
