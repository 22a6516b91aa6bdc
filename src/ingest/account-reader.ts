// Reads Kuaishou's account flow record by record: a row is what its type says, in the direction that it states.

import { BILL_CLASSES, BILL_KIND, type BillBook } from '../core/bill-book.js';
import { parsePlainTime } from '../core/dates.js';
import type { ProblemLog } from '../core/problem.js';
import { KIND } from '../core/record-map.js';
import { UNREADABLE } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import { type AccountType, kuaishouAccountFlow } from '../platforms/kuaishou-account.js';
import { speaksOfAdvance } from './bill-classes.js';
import {
  BillFrame,
  type BillReaderOptions,
  type BillRecordReader,
  billColumns,
  DAMAGED_ORDER,
  NO_ORDER,
} from './bill-frame.js';
import { CellCache } from './cell-cache.js';
import { isCredible, readAmount, readText, readTime } from './cells.js';

/** A type of row as rows carry it; `rows` and `firstRow` are kept of types that nobody has described. */
interface Slot {
  readonly name: string;
  readonly type: number;
  readonly kind: number;
  readonly isLinked: boolean;
  readonly isKnown: boolean;
  rows: number;
  firstRow: number;
}

/** Rows that say what has come in for an order or what of it went back, and those that may: of them a lost one matters. */
const TELLING: ReadonlySet<number> = new Set([
  BILL_KIND.payout,
  BILL_KIND['payout-extra'],
  BILL_KIND['refund-buyer'],
  BILL_KIND['refund-platform'],
  BILL_KIND.other,
]);

/** `退款-快手电商订单编号：2606…`: the order of a row whose own number is another business's. */
const ORDER_IN_TEXT = /订单编?号\D{0,3}(\d{10,20})(?!\d)/;

/** 商责退运费垫资追回 takes back postage that the platform laid out: no advance on the order's price. */
const POSTAGE = '运费';

const TYPES: Readonly<Record<string, AccountType>> = kuaishouAccountFlow.types;
const DIRECTIONS: Readonly<Record<string, 1 | -1>> = kuaishouAccountFlow.directions;

export class AccountReader implements BillRecordReader {
  readonly frame: BillFrame;

  readonly #view: RecordView;
  readonly #column: Record<keyof typeof kuaishouAccountFlow.columns, number>;
  readonly #width: number;
  readonly #needed: number;
  readonly #slots = new Map<string, Slot>();
  readonly #types: CellCache<Slot>;
  /** 1 and -1; 0 for a text that names no direction. */
  readonly #directions = new CellCache((text) => (Object.hasOwn(DIRECTIONS, text) ? DIRECTIONS[text]! : 0));
  #wrongSigns = 0;
  #firstWrongSign = { record: 0, column: '', text: '' };

  constructor(view: RecordView, book: BillBook, problems: ProblemLog, options: BillReaderOptions) {
    this.frame = new BillFrame(view, book, problems, options);
    this.#view = view;
    const { names } = options.match;
    const column = billColumns(names, kuaishouAccountFlow.columns);
    this.#column = column;
    this.#width = names.length;
    this.#needed = Math.max(column.order_id, column.time, column.direction, column.amount, column.type) + 1;
    this.#types = new CellCache((text) => this.#slot(text, book));
  }

  preamble(): void {
    // Which account it is would stand here; nothing asks for it.
  }

  read(row: number): number {
    const { frame } = this;
    const view = this.#view;
    const column = this.#column;
    const kind = frame.open(row);
    if (kind !== null) return kind;
    view.locate(column.time);
    let time = parsePlainTime(view.bytes, view.from, view.to);
    if (time === UNREADABLE) {
      const special = frame.special(frame.cells());
      if (special === KIND.header) this.#beginNext();
      if (special !== null) return special;
      time = readTime(view, column.time);
    }
    if (view.count !== this.#width) {
      const misfit = frame.misfit(this.#needed);
      if (misfit !== null) {
        frame.lose(NO_ORDER, Number.NaN, true);
        return frame.reject(misfit);
      }
    }
    const slot = this.#types.get(view, column.type);
    const amount = readAmount(view, column.amount);
    const direction = this.#directions.get(view, column.direction);
    const order = this.#order(slot);
    let bad = -1;
    if (!Number.isFinite(time)) bad = column.time;
    else if (!Number.isFinite(amount) || !isCredible(amount)) bad = column.amount;
    else if (direction === 0) bad = column.direction;
    else if (order === DAMAGED_ORDER) bad = column.order_id;
    if (bad >= 0) {
      if (TELLING.has(slot.kind)) frame.lose(order, time, true);
      if (bad !== column.amount) frame.rejectedFen += isCredible(amount) ? Math.abs(amount) || 0 : 0;
      return frame.reject('bill-row-unreadable', bad);
    }
    if (direction > 0 && amount < 0) this.#watchSign();
    // Money that goes out carries a minus or none.
    this.#enter(slot, order, time, direction > 0 ? amount : 0 - Math.abs(amount));
    return frame.accept();
  }

  finish(isCut: boolean): void {
    const { frame } = this;
    frame.end(isCut ? 'tail' : 'none');
    const column = frame.names[this.#column.type] ?? '';
    for (const { name, rows, firstRow, isKnown } of this.#slots.values()) {
      if (isKnown || rows === 0) continue;
      frame.tell('bill-code-unknown', { record: firstRow, column, text: name, count: rows });
    }
    if (this.#wrongSigns > 0) frame.tell('bill-sign', { ...this.#firstWrongSign, count: this.#wrongSigns });
  }

  /** Another flow that was joined to this one: what stands in both counts once, as in two files. */
  #beginNext(): void {
    if (this.frame.file.rows === 0) return;
    this.frame.end('none');
    this.frame.begin();
  }

  #slot(name: string, book: BillBook): Slot {
    const known = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
    const { kind, isLinked } = known ?? { kind: 'other', isLinked: true };
    const type = book.typeNumber(name);
    const isKnown = known !== undefined;
    const slot = { name, type, kind: BILL_KIND[kind], isLinked, isKnown, rows: 0, firstRow: 0 };
    this.#slots.set(name, slot);
    return slot;
  }

  /** Whose the row is. A pay-out's number is its order's; what another row's text names goes before the row's number. */
  #order({ kind, isLinked }: Slot): number {
    if (!isLinked) return NO_ORDER;
    const { order_id } = this.#column;
    if (kind !== BILL_KIND.payout) {
      const named = ORDER_IN_TEXT.exec(this.#texts())?.[1];
      if (named !== undefined) return this.frame.orderNamed(named);
    }
    return this.frame.order(order_id);
  }

  #texts(): string {
    const { description, remark } = this.#column;
    return `${readText(this.#view, description)} ${readText(this.#view, remark)}`;
  }

  #enter(slot: Slot, order: number, time: number, fen: number): void {
    const { frame } = this;
    if (slot.rows++ === 0) slot.firstRow = frame.row;
    // Money that came in for an order, nobody knows which.
    if (order < 0 && slot.kind === BILL_KIND.payout) frame.lose(NO_ORDER, time, true);
    // A row of 0 yuan moves no money: it must not pass for income.
    const kind = fen === 0 ? BILL_KIND.other : this.#kind(slot, order, fen);
    frame.add(order, slot.type, kind, time, fen);
  }

  #kind({ kind, name }: Slot, order: number, fen: number): number {
    if (BILL_CLASSES[kind] !== 'other' || order < 0) return kind;
    const text = `${name} ${this.#texts()}`;
    if (text.includes(POSTAGE) || !speaksOfAdvance(text)) return kind;
    return BILL_KIND[fen > 0 ? 'advance-in' : 'advance-out'];
  }

  #watchSign(): void {
    if (this.#wrongSigns++ > 0) return;
    const { row, names } = this.frame;
    const { amount } = this.#column;
    this.#firstWrongSign = { record: row, column: names[amount] ?? '', text: readText(this.#view, amount) };
  }
}
