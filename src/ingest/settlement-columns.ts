// Learns from a settlement's first rows which columns its totals add up from, and with which sign expenses stand.

import { BLANK, UNREADABLE } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import { kuaishouBill } from '../platforms/kuaishou.js';
import { billColumns } from './bill-frame.js';
import { isCredible, readAmount, readTime } from './cells.js';
import { normalizeHeader } from './headers.js';

/** Rows that are looked at before the first one is read. */
const SAMPLE_ROWS = 2000;

/** A column that at least this share of the rows in which it is not 0 leave out of the sum is no component. */
const LEFT_OUT_SHARE = 0.95;

/** Columns of a row that are tried in every combination; rows with more of them only tell when all add up. */
const MOST_TRIED = 12;

/** What a settlement's totals are made of; columns from 0. */
export interface SettlementColumns {
  /** Components of 合计收入 and of 合计支出. */
  readonly income: readonly number[];
  readonly expense: readonly number[];
  /** Columns of amounts that the sums leave out. */
  readonly leftOut: readonly number[];
  /** 实际结算金额 = 合计收入 − totalSign × 合计支出. */
  readonly totalSign: 1 | -1;
  /** 合计支出 = partSign × the sum of its components. */
  readonly partSign: 1 | -1;
}

type SettlementKeys = Record<keyof typeof kuaishouBill.columns, number>;

/** Where the columns that a settlement is read by stand. */
export function settlementKeys(names: readonly string[]): SettlementKeys {
  return billColumns(names, kuaishouBill.columns);
}

/** The header as the lists of components name it: normalised, without the unit. */
function bareName(header: string): string {
  return normalizeHeader(header).replace(/\(元\)$/, '');
}

const INCOME_PARTS = new Set(kuaishouBill.incomeParts.map(bareName));
const EXPENSE_PARTS = new Set(kuaishouBill.expenseParts.map(bareName));
const NO_PARTS = new Set(kuaishouBill.noParts.map(bareName));

/** The columns that may be components of a total, and the sampled amounts in them, row by row. */
interface Candidates {
  columns: number[];
  /** Whether each of them is a component as far as is known; what nobody has described may be a text. */
  readonly isKnown: readonly boolean[];
  readonly amounts: number[][];
}

export class SettlementSample {
  readonly #names: readonly string[];
  readonly #key: SettlementKeys;
  readonly #income: Candidates;
  readonly #expense: Candidates;
  /** 合计收入, 合计支出 and 实际结算金额 of each row. */
  readonly #totals: [income: number, expense: number, settled: number][] = [];
  #rows = 0;

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#key = settlementKeys(names);
    const { buyer_paid, income, expense } = this.#key;
    this.#income = this.#candidates(INCOME_PARTS, buyer_paid, income);
    this.#expense = this.#candidates(EXPENSE_PARTS, income, expense);
  }

  get isFull(): boolean {
    return this.#rows >= SAMPLE_ROWS;
  }

  /**
   * Takes the current record; records that are no settled row with readable amounts teach nothing, and neither does an
   * amount that no order can have: such a row is rejected when it is read.
   */
  add(view: RecordView): void {
    const { income, expense, settled, time } = this.#key;
    if (view.count < this.#names.length || !Number.isFinite(readTime(view, time))) return;
    const totals: [number, number, number] = [
      readAmount(view, income),
      readAmount(view, expense),
      readAmount(view, settled),
    ];
    if (!totals.every((fen) => Number.isFinite(fen) && isCredible(fen))) return;
    const sides = [this.#income, this.#expense];
    const amounts = sides.map(({ columns }) => columns.map((column) => readAmount(view, column)));
    const isReadable = ({ isKnown }: Candidates, side: number) =>
      isKnown.every((known, i) => !known || isCredible(amounts[side]![i]!));
    if (!sides.every(isReadable)) return;
    this.#rows++;
    this.#totals.push(totals);
    sides.forEach((side, i) => {
      side.amounts.push(amounts[i]!);
    });
  }

  learn(): SettlementColumns {
    dropTexts(this.#income);
    dropTexts(this.#expense);
    const fits = (sign: number) =>
      this.#totals.map(([income, expense, settled]) => income - sign * expense === settled);
    const [plus, minus] = [fits(1), fits(-1)];
    const totalSign = count(minus) > count(plus) ? -1 : 1;
    // Rows whose totals do not agree with each other are no witnesses for their parts.
    const isWitness = totalSign === 1 ? plus : minus;
    const vote = (side: Candidates, total: 0 | 1, sign: number) =>
      votes(side, (row) => (isWitness[row] ? this.#totals[row]![total] * sign : BLANK));
    const income = vote(this.#income, 0, 1);
    const straight = vote(this.#expense, 1, 1);
    const turned = vote(this.#expense, 1, -1);
    const partSign = turned.explained > straight.explained ? -1 : 1;
    const expense = partSign === 1 ? straight : turned;
    const chosen = (side: Candidates, left: readonly boolean[], want: boolean) =>
      side.columns.filter((_, i) => left[i] !== want);
    return {
      income: chosen(this.#income, income.leftOut, true),
      expense: chosen(this.#expense, expense.leftOut, true),
      leftOut: [
        ...chosen(this.#income, income.leftOut, false),
        ...chosen(this.#expense, expense.leftOut, false),
      ],
      totalSign,
      partSign,
    };
  }

  /** Known components wherever they stand, and columns that nobody has described between two places. */
  #candidates(known: ReadonlySet<string>, after: number, before: number): Candidates {
    const seen = new Set<string>();
    const columns: number[] = [];
    // Wherever they stand, the totals are no parts of each other.
    const totals = [this.#key.income, this.#key.expense, this.#key.settled];
    this.#names.forEach((header, column) => {
      const name = bareName(header);
      if (name === '' || seen.has(name) || totals.includes(column)) return;
      seen.add(name);
      const isOther = NO_PARTS.has(name) || INCOME_PARTS.has(name) || EXPENSE_PARTS.has(name);
      if (known.has(name) || (!isOther && column > after && column < before)) columns.push(column);
    });
    const isKnown = columns.map((column) => known.has(bareName(this.#names[column] ?? '')));
    return { columns, isKnown, amounts: [] };
  }
}

/** Takes out the columns that hold something else than amounts anywhere in the sample. */
function dropTexts(side: Candidates): void {
  const isText = side.columns.map((_, i) => side.amounts.some((row) => row[i] === UNREADABLE));
  side.columns = side.columns.filter((_, i) => !isText[i]);
  side.amounts.forEach((row, at) => {
    side.amounts[at] = row.filter((_, i) => !isText[i]);
  });
}

function count(marks: readonly boolean[]): number {
  return marks.reduce((sum, mark) => sum + (mark ? 1 : 0), 0);
}

/**
 * Which columns the rows leave out of their total (NaN: the row is no witness), and how many totals other than 0 come
 * out of some set of the row's amounts. A row votes on a column when every set that gives its total has it, or none.
 */
function votes(
  { columns, amounts }: Candidates,
  totalOf: (row: number) => number,
): { leftOut: boolean[]; explained: number } {
  const inside = columns.map(() => 0);
  const outside = columns.map(() => 0);
  let explained = 0;
  amounts.forEach((cells, row) => {
    const total = totalOf(row);
    if (Number.isNaN(total)) return;
    const filled = columns.map((_, i) => i).filter((i) => (cells[i] || 0) !== 0);
    const [always, ever] = setsThatGive(
      total,
      filled.map((i) => cells[i]!),
    );
    if (ever < 0) return;
    if (total !== 0) explained++;
    filled.forEach((i, bit) => {
      if ((always >> bit) & 1) inside[i]!++;
      else if (((ever >> bit) & 1) === 0) outside[i]!++;
    });
  });
  const leftOut = columns.map(
    (_, i) => outside[i]! > 0 && outside[i]! >= LEFT_OUT_SHARE * (inside[i]! + outside[i]!),
  );
  return { leftOut, explained };
}

/**
 * The sets of amounts that sum up to a total, as bits: those in every such set, and those in any. [0, -1] without one.
 * When all of them together give it, no other set is looked for. Costs 2 to the number of amounts.
 */
function setsThatGive(total: number, amounts: readonly number[]): [always: number, ever: number] {
  const all = 2 ** Math.min(amounts.length, 30) - 1;
  if (amounts.reduce((sum, fen) => sum + fen, 0) === total) return [all, all];
  if (amounts.length > MOST_TRIED) return [0, -1];
  let always = all;
  let ever = -1;
  for (let set = 0; set < all; set++) {
    let sum = 0;
    for (let bit = 0; bit < amounts.length; bit++) if ((set >> bit) & 1) sum += amounts[bit]!;
    if (sum !== total) continue;
    always &= set;
    ever = ever < 0 ? set : ever | set;
  }
  return ever < 0 ? [0, -1] : [always, ever];
}
