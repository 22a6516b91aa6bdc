// The lines around a Pinduoduo bill's rows: the period above them, and the totals below.

import { parseTime } from '../core/dates.js';
import { formatYuanGrouped, parseFen } from '../core/money.js';
import { halfWidth } from '../core/tokens.js';

const BEGIN = /起始时间 {0,4}: {0,4}([-/\d]{8,10}(?: [\d:]{4,8})?)/;
const END = /终止时间 {0,4}: {0,4}([-/\d]{8,10}(?: [\d:]{4,8})?)/;
const TO_END_OF_DAY = 86_399;

/** The period that a line states, civil seconds, both included; null when it states none that can be read. */
export function readPeriod(line: string): { from: number; to: number } | null {
  const text = halfWidth(line);
  const begin = BEGIN.exec(text)?.[1];
  const end = END.exec(text)?.[1];
  if (begin === undefined || end === undefined) return null;
  const from = parseTime(begin);
  const to = parseTime(end) + (end.includes(':') ? 0 : TO_END_OF_DAY);
  return Number.isFinite(from) && Number.isFinite(to) && from <= to ? { from, to } : null;
}

/** Lines that stand above a bill's header; they come again where bills were joined. */
export function isPreamble(line: string): boolean {
  return line.startsWith('拼多多店铺账务明细') || line.startsWith('-----');
}

export type Side = 'in' | 'out';

export interface FooterTotal {
  readonly side: Side;
  readonly rows: number;
  /** 0 or less for the out side. */
  readonly fen: number;
}

const TOTAL = /^# {0,4}(收入|支出)合计 {0,4}: {0,4}(\d[\d,]{0,12}) {0,4}笔 {0,4}([^\s元]{1,24}) {0,4}元/;

/** The total of `#支出合计：3485笔-59276.09元`; null for any other line. */
export function readFooterTotal(line: string): FooterTotal | null {
  const match = TOTAL.exec(halfWidth(line));
  if (match === null) return null;
  const fen = parseFen(match[3]!);
  if (!Number.isFinite(fen)) return null;
  const isIn = match[1] === '收入';
  const rows = Number(match[2]!.replaceAll(',', ''));
  return { side: isIn ? 'in' : 'out', rows, fen: isIn ? fen : 0 - Math.abs(fen) };
}

/** What was read of one bill, in the terms of its footer. */
export class BillTally {
  readonly #rows = { in: 0, out: 0 };
  readonly #fen = { in: 0, out: 0 };
  #zero = 0;
  #all = 0;
  readonly #footer: Partial<Record<Side, FooterTotal>> = {};
  #hasFooter = false;

  /** Counts a row; 0 on the side that is not used. */
  add(incomeFen: number, expenseFen: number): void {
    this.#all++;
    if (incomeFen !== 0) {
      this.#rows.in++;
      this.#fen.in += incomeFen;
    }
    if (expenseFen !== 0) {
      this.#rows.out++;
      this.#fen.out += expenseFen;
    }
    if (incomeFen === 0 && expenseFen === 0) this.#zero++;
  }

  /** Takes a line of the footer; null for one that states no total. */
  footer(total: FooterTotal | null): void {
    this.#hasFooter = true;
    if (total !== null) this.#footer[total.side] = total;
  }

  /** True when any line of a footer has been seen: then no row is missing at the end. */
  get hasFooter(): boolean {
    return this.#hasFooter;
  }

  /** True when a row or a total has been seen. */
  get isBegun(): boolean {
    return this.#all > 0 || this.isTold;
  }

  /** True when the footer states a total. */
  get isTold(): boolean {
    return this.#footer.in !== undefined || this.#footer.out !== undefined;
  }

  /** True when a side's total is missing. */
  get isIncomplete(): boolean {
    return this.#footer.in === undefined || this.#footer.out === undefined;
  }

  /**
   * The sides on which the footer and the rows differ, with both figures: footer first, number of rows in brackets.
   * Yuan must be equal to the fen. Rows of 0 yuan stand on neither side, and who counts them where is not known: any
   * number with some of them is accepted, and so is that of all rows.
   */
  differences(): { side: Side; text: string }[] {
    const found: { side: Side; text: string }[] = [];
    for (const side of ['in', 'out'] as const) {
      const total = this.#footer[side];
      if (total === undefined) continue;
      const rows = this.#rows[side];
      const isCounted = (total.rows >= rows && total.rows <= rows + this.#zero) || total.rows === this.#all;
      if (isCounted && total.fen === this.#fen[side]) continue;
      found.push({ side, text: `${figure(total.fen, total.rows)} / ${figure(this.#fen[side], rows)}` });
    }
    return found;
  }
}

function figure(fen: number, rows: number): string {
  return `${formatYuanGrouped(fen)} (${formatYuanGrouped(rows * 100).slice(0, -3)})`;
}
