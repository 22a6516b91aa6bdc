// Reads Pinduoduo's 货款明细 record by record: rows of money in and out, the period above them, the totals below.

import { BILL_CLASSES, BILL_KIND, type BillBook, type BillClass } from '../core/bill-book.js';
import { parsePlainTime } from '../core/dates.js';
import type { ProblemLog } from '../core/problem.js';
import { KIND } from '../core/record-map.js';
import { UNREADABLE } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import { pinduoduoBill } from '../platforms/pinduoduo.js';
import { type BillMeaning, meaningOfDescription, meaningOfType, speaksOfAdvance } from './bill-classes.js';
import {
  BillFrame,
  type BillReaderOptions,
  type BillRecordReader,
  billColumns,
  DAMAGED_ORDER,
  NO_ORDER,
} from './bill-frame.js';
import { BillTally, isPreamble, readFooterTotal, readPeriod, type Side } from './bill-totals.js';
import { CellCache } from './cell-cache.js';
import { isCredible, readAmount, readText, readTime } from './cells.js';

/** A meaning as rows carry it. */
interface Slot {
  readonly type: number;
  readonly kindIn: number;
  readonly kindOut: number;
  readonly unknown: UnknownCode | null;
}

interface UnknownCode {
  readonly code: string;
  readonly firstRow: number;
  rows: number;
}

/** An order number that stands in the remark only: `（订单240930-…）`. */
const ORDER_IN_REMARK = /[（(]订单(?:号|编号)?[：: ]?([\w-]{4,64})[)）]/;

const INCOME_KINDS: ReadonlySet<number> = new Set([BILL_KIND['income-buyer'], BILL_KIND['income-platform']]);
/** Rows that say what has come in for an order and what of it went back. */
const TRADE_KINDS: ReadonlySet<number> = new Set([
  ...INCOME_KINDS,
  BILL_KIND['refund-buyer'],
  BILL_KIND['refund-platform'],
]);

/** How the two sides are called where the footer and the rows differ. */
const SIDE_NAMES: Readonly<Record<Side, string>> = { in: '收入合计', out: '支出合计' };

export class BillReader implements BillRecordReader {
  readonly frame: BillFrame;

  readonly #view: RecordView;
  readonly #book: BillBook;
  readonly #column: Record<keyof typeof pinduoduoBill.columns, number>;
  readonly #width: number;
  /** Cells that a row must have. */
  readonly #needed: number;
  readonly #shopId: string;
  readonly #descriptions: CellCache<Slot | null>;
  readonly #types: CellCache<Slot>;
  readonly #unknown = new Map<string, UnknownCode>();
  #tally = new BillTally();
  #wrongSigns = 0;
  #firstWrongSign = { record: 0, column: '', text: '' };
  #undated = 0;
  #firstUndated = 0;

  constructor(view: RecordView, book: BillBook, problems: ProblemLog, options: BillReaderOptions) {
    this.frame = new BillFrame(view, book, problems, options);
    this.#view = view;
    this.#book = book;
    const { names } = options.match;
    this.#column = billColumns(names, pinduoduoBill.columns);
    this.#width = names.length;
    this.#needed = Math.max(...Object.values(this.#column)) + 1;
    this.#shopId = pinduoduoBill.shopIdInName.exec(options.name)?.[1] ?? '';
    this.frame.file.shopId = this.#shopId;
    this.#descriptions = new CellCache((text) => {
      const meaning = meaningOfDescription(text);
      return meaning === null ? null : this.#slot(meaning);
    });
    this.#types = new CellCache((text) => this.#slot(meaningOfType(text)));
  }

  preamble(): void {
    this.#period(this.frame.cells().join(' '));
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
      // Rows have a time; only what has none can be something else.
      const special = this.#special();
      if (special !== null) return special;
      time = readTime(view, column.time);
    }
    if (view.count !== this.#width) {
      const misfit = frame.misfit(this.#needed);
      if (misfit !== null) {
        frame.lose(NO_ORDER, Number.NaN, false);
        return frame.reject(misfit);
      }
    }
    const income = readAmount(view, column.income);
    const expense = readAmount(view, column.expense);
    const isBlank = Number.isNaN(income) && Number.isNaN(expense);
    if (isBlank || !isCredible(income) || !isCredible(expense)) {
      this.#lose(this.#order(), time, false);
      return frame.reject(
        'bill-row-unreadable',
        isBlank || !isCredible(income) ? column.income : column.expense,
      );
    }
    const incomeFen = income || 0;
    // Expenses carry their minus; one without is money out all the same.
    const expenseFen = expense > 0 ? -expense : expense || 0;
    if (incomeFen < 0 || expense > 0) this.#watchSign(incomeFen < 0 ? column.income : column.expense);
    this.#tally.add(incomeFen, expenseFen);
    const order = this.#order();
    if (time === UNREADABLE || order === DAMAGED_ORDER) {
      this.#lose(order, time, true);
      const unreadable = time === UNREADABLE ? column.time : column.order_id;
      return this.#rejectRow(unreadable, incomeFen, expenseFen);
    }
    if (Number.isNaN(time) && this.#undated++ === 0) this.#firstUndated = row;
    this.#enter(order, time, incomeFen, expenseFen);
    return frame.accept();
  }

  finish(isCut: boolean): void {
    this.#end(isCut);
    const column = this.frame.names[this.#column.description] ?? '';
    for (const { code, firstRow, rows } of this.#unknown.values()) {
      this.frame.tell('bill-code-unknown', { record: firstRow, column, text: code, count: rows });
    }
    if (this.#wrongSigns > 0) {
      this.frame.tell('bill-sign', { ...this.#firstWrongSign, count: this.#wrongSigns });
    }
    if (this.#undated > 0) {
      const time = this.frame.names[this.#column.time] ?? '';
      this.frame.tell('bill-time-missing', {
        record: this.#firstUndated,
        column: time,
        count: this.#undated,
      });
    }
  }

  #slot({ name, whenIn, whenOut, isUnknownCode }: BillMeaning): Slot {
    let unknown: UnknownCode | null = null;
    if (isUnknownCode) {
      unknown = this.#unknown.get(name) ?? { code: name, firstRow: this.frame.row, rows: 0 };
      this.#unknown.set(name, unknown);
    }
    const type = this.#book.typeNumber(name);
    return { type, kindIn: BILL_KIND[whenIn], kindOut: BILL_KIND[whenOut], unknown };
  }

  /** What the current row is by its description, else by its type. */
  #meaning(): Slot {
    const view = this.#view;
    return this.#descriptions.get(view, this.#column.description) ?? this.#types.get(view, this.#column.type);
  }

  /** The current row is not entered: what it may have said of an order's income or refund is not known. */
  #lose(order: number, time: number, isCounted: boolean): void {
    const { kindIn, kindOut } = this.#meaning();
    const isTrade = TRADE_KINDS.has(kindIn) || TRADE_KINDS.has(kindOut);
    // A row of another kind may be an advance, but only one that is linked to an order.
    if (isTrade || (order !== NO_ORDER && kindIn === BILL_KIND.other))
      this.frame.lose(order, time, isCounted);
  }

  #enter(order: number, time: number, incomeFen: number, expenseFen: number): void {
    const { frame } = this;
    const slot = this.#meaning();
    // Money that came in for an order, nobody knows which.
    if (order < 0 && INCOME_KINDS.has(slot.kindIn)) frame.lose(NO_ORDER, time, true);
    if (slot.unknown !== null) slot.unknown.rows++;
    if (incomeFen !== 0) {
      const kind = incomeFen > 0 ? slot.kindIn : slot.kindOut;
      frame.add(order, slot.type, this.#kind(kind, order, incomeFen), time, incomeFen);
    }
    if (expenseFen !== 0) {
      frame.add(order, slot.type, this.#kind(slot.kindOut, order, expenseFen), time, expenseFen);
    }
    // A row of 0 yuan moves no money: it must not pass for income.
    if (incomeFen === 0 && expenseFen === 0) frame.add(order, slot.type, BILL_KIND.other, time, 0);
  }

  /** The class of a row of the given class, where its other texts have a say: rows of an order that are *other*. */
  #kind(kind: number, order: number, fen: number): number {
    if (BILL_CLASSES[kind] !== 'other' || order < 0) return kind;
    const { description, remark, type } = this.#column;
    const isAdvance = [description, remark, type].some((column) =>
      speaksOfAdvance(readText(this.#view, column)),
    );
    if (!isAdvance) return kind;
    const name: BillClass = fen > 0 ? 'advance-in' : 'advance-out';
    return BILL_KIND[name];
  }

  #order(): number {
    const order = this.frame.order(this.#column.order_id);
    if (order !== NO_ORDER) return order;
    const view = this.#view;
    const { remark } = this.#column;
    view.locate(remark);
    // An empty remark is a dash.
    if (view.to - view.from < 4) return NO_ORDER;
    const named = ORDER_IN_REMARK.exec(readText(view, remark))?.[1];
    // A remark that holds something else than an order number says nothing.
    return named === undefined ? NO_ORDER : Math.max(this.frame.orderNamed(named), NO_ORDER);
  }

  /** What a record without a plain time is; null when it is a row. */
  #special(): number | null {
    const cells = this.frame.cells();
    const line = cells.join(' ').trim();
    if (line.startsWith('#')) {
      // A total's thousands commas may have been taken for delimiters.
      this.#tally.footer(readFooterTotal(cells.join('')));
      return KIND.footer;
    }
    if (this.#period(line) || isPreamble(line)) return KIND.preamble;
    return this.frame.special(cells);
  }

  /** Takes a line that states a period; below rows it is the beginning of another bill that was joined to this one. */
  #period(line: string): boolean {
    const period = readPeriod(line);
    if (period === null) return false;
    if (this.#tally.isBegun) {
      this.#end(false);
      this.frame.begin();
      this.frame.file.shopId = this.#shopId;
      this.#tally = new BillTally();
    }
    Object.assign(this.frame.file, period, { stated: true });
    return true;
  }

  /** `isCut`: the bill ends inside a record, which is told by whoever sees it. */
  #end(isCut: boolean): void {
    const { frame } = this;
    const tally = this.#tally;
    const differences = tally.differences();
    // The platform writes a footer below each bill with a preamble: a cut between two records leaves no other trace.
    const isOpen = frame.file.stated && !tally.hasFooter;
    const lost = differences.length > 0 ? 'anywhere' : isCut || isOpen ? 'tail' : 'none';
    frame.end(lost, !tally.isIncomplete);
    for (const { side, text } of differences) {
      frame.tell('bill-footer-differs', { record: 0, column: SIDE_NAMES[side], text });
    }
    if (tally.isTold) frame.file.footerAgrees = differences.length === 0;
    if (isCut || !tally.isIncomplete) return;
    frame.tell(isOpen ? 'bill-cut-off' : 'bill-footer-missing', { record: 0 });
  }

  #rejectRow(column: number, incomeFen: number, expenseFen: number): number {
    this.frame.rejectedFen += Math.abs(incomeFen) + Math.abs(expenseFen);
    return this.frame.reject('bill-row-unreadable', column);
  }

  #watchSign(column: number): void {
    if (this.#wrongSigns++ > 0) return;
    const { row, names } = this.frame;
    this.#firstWrongSign = { record: row, column: names[column] ?? '', text: readText(this.#view, column) };
  }
}
