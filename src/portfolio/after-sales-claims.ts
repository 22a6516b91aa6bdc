// What an order's after-sales rows say of its lines: which words of the export they replace, what they refund, whether the clock stands.

import { dayOf } from '../core/dates.js';
import { LINE, type LineTable } from '../core/order-book.js';
import { AFTER_SALE_STATES, PHASES } from '../core/status.js';
import type { AfterSalesIndex } from './after-sales-index.js';
import { type AfterSaleRow, allAfterSalesOf, atMoment } from './after-sales-of.js';
import type { InputAge, LineChains } from './copies.js';
import { type LineAmounts, lineReceivable } from './line-amounts.js';

const [UNPAID, CANCELLED] = (['unpaid', 'cancelled'] as const).map((phase) => PHASES.indexOf(phase)) as [
  number,
  number,
];
const OPEN = AFTER_SALE_STATES.indexOf('open');
const REFUNDED = AFTER_SALE_STATES.indexOf('refunded');
const DAY_SECONDS = 86_400;

/** A refund that has happened, with its amount. */
export interface ClaimedRefund {
  /** Fen, above 0, on the buyer's part of the receivable. */
  readonly fen: number;
  /** Civil seconds; NaN when the row has no date. */
  readonly at: number;
}

/** A refund as far as the lines are concerned, happened or later: the words of the export are about it. */
interface Target {
  /** -1: no line's own, so that it is of all lines. */
  readonly product: number;
  /** Fen that it refunds; 0 where it refunds none, or none yet. */
  readonly fen: number;
  /** A refund that has happened and states no amount. */
  readonly isUnstated: boolean;
}

/** The lines of the order, and per input whether their amounts are their own. */
interface LinesOfOrder {
  readonly lines: LineTable;
  readonly chains: LineChains;
  readonly order: number;
  readonly modes: readonly LineAmounts[];
}

/** The after-sales of one order at the as-of day. */
export class Claims {
  /** Those that exist by then. */
  readonly rows: readonly AfterSaleRow[];
  readonly refunds: readonly ClaimedRefund[];
  /** An after-sale is open by then. */
  readonly isOpen: boolean;
  /** Since when one is open, and by when the first one must be answered, unless that is past: civil seconds, NaN where not known. */
  readonly openSince: number;
  readonly deadline: number;
  /** The latest export that shows one of them open, civil seconds; NaN where one names no time, or ended later. */
  readonly openUntil: number;
  /** An after-sale is open in the export: the words 售后处理中 of the order are about it. */
  readonly isOpenNow: boolean;
  /** A finished after-sale, withdrawn ones aside, says what it was. */
  readonly isTold: boolean;
  /** One of them refunds, with an amount or without. */
  readonly hasRefund: boolean;
  /** The day on which the last one ended that was no refund; NaN where none says so. */
  readonly closedDay: number;
  /** The goods came back, or are on their way. */
  readonly isReturned: boolean;
  /** Civil seconds up to which the rows are known to tell: their files' export, or the latest end; NaN without either. */
  readonly knownUntil: number;
  readonly #targets: readonly Target[];
  /** All refunds of the order make up all that the buyer pays. */
  readonly #isWhole: boolean;
  /** What the buyer pays for the lines of each product, and for those of them that say that they are refunded. */
  readonly #products = new Map<number, Basis>();
  readonly #saying = new Map<number, Basis>();
  readonly #allSaying = new Basis();
  readonly #sayingLines: RefundedLine[] = [];

  /** `before`: civil seconds, exclusive. */
  constructor(index: AfterSalesIndex, { lines, chains, order, modes }: LinesOfOrder, before: number) {
    const all = new Basis();
    const cancelled: number[] = [];
    for (let line = chains.first[order]!; line >= 0; line = chains.next[line]!) {
      if ((lines.flags[line]! & LINE.superseded) !== 0) continue;
      if (!isLive(lines, line, before)) {
        cancelled.push(line);
        continue;
      }
      const mode = modes[lines.input[line]!]!;
      const fen = basisOf(lines, line);
      const product = lines.product[line]!;
      all.add(fen, mode);
      basisIn(this.#products, product).add(fen, mode);
      if (!saysRefunded(lines, line)) continue;
      this.#sayingLines.push({ product, fen });
      basisIn(this.#saying, product).add(fen, mode);
      this.#allSaying.add(fen, mode);
    }
    // One that repeats the order's total takes nothing: the total is the other lines' as well.
    const isOwn = (line: number) =>
      modes[lines.input[line]!] === 'per-line' || basisOf(lines, line) !== all.fen;
    const gone = new GoneLines(lines, cancelled.filter(isOwn));
    const rows = allAfterSalesOf(index, order).map((row) => ({ row, past: atMoment(row, before) }));
    const refunds = rows
      .filter(({ row }) => row.isRefund)
      .sort((a, b) => byAmountAndTime(a.row, b.row))
      .filter(({ row }) => !gone.takes(row, this.#products, this.#sayingLines));
    this.rows = rows.flatMap(({ past }) => past ?? []);
    this.#targets = refunds.map(({ row, past }) => {
      const has = past?.isRefund === true;
      const fen = has && row.fen > 0 ? row.fen : 0;
      const product = this.#products.has(row.product) ? row.product : -1;
      return { product, fen, isUnstated: has && fen === 0 };
    });
    this.refunds = refunds
      .flatMap(({ past }) => past ?? [])
      .filter(({ isRefund, fen }) => isRefund && fen > 0)
      .map(({ fen, agreedAt, appliedAt }) => ({ fen, at: Number.isNaN(agreedAt) ? appliedAt : agreedAt }));
    const refunded = this.refunds.reduce((sum, { fen }) => sum + fen, 0);
    this.#isWhole = refunded > 0 && refunded >= all.fen;
    const open = this.rows.filter(({ state }) => state === 'open');
    this.isOpen = open.length > 0;
    this.openSince = earliest(open.map(({ appliedAt }) => appliedAt));
    const today = before - DAY_SECONDS;
    this.deadline = earliest(open.map(({ deadlineAt }) => deadlineAt).filter((time) => time >= today));
    this.openUntil = rows
      .filter(({ past }) => past?.state === 'open')
      .map(({ row }) => (row.state === 'open' ? index.book.files[row.file]!.exportedAt : Number.NaN))
      .reduce((a, b) => (Number.isNaN(b) ? b : Math.max(a, b)), Number.NEGATIVE_INFINITY);
    this.isOpenNow = rows.some(({ row }) => row.state === 'open');
    this.isTold = rows.some(
      ({ row: { type, state } }) =>
        (state === 'refunded' || state === 'succeeded') && type !== 'none' && type !== 'other',
    );
    this.hasRefund = rows.some(({ row }) => row.isRefund);
    this.isReturned = this.rows.some(
      ({ returnWaybill, returning, type, isRefund }) =>
        returnWaybill !== '' || returning || (type === 'return' && isRefund),
    );
    this.closedDay = latest(
      this.rows
        .filter(({ state, isRefund }) => state !== 'open' && !isRefund)
        .map(({ closedAt }) => dayOf(closedAt)),
    );
    this.knownUntil = latest(
      rows.flatMap(({ row }) => [row.agreedAt, row.closedAt, index.book.files[row.file]!.exportedAt]),
    );
  }

  /**
   * What holds of a line instead of the export's own words for a refund. `as-written`: no row is about it. `by-rows`: the
   * amounts of the rows, or none yet. `assumed`: refunded, and no row says how much.
   */
  words(lines: LineTable, line: number): 'as-written' | 'by-rows' | 'assumed' {
    const own = this.#targets.filter(({ product }) => product === -1 || product === lines.product[line]);
    if (own.length === 0) return 'as-written';
    const isAssumed = own.some(({ isUnstated }) => isUnstated) && own.every(({ fen }) => fen === 0);
    return isAssumed ? 'assumed' : 'by-rows';
  }

  /** The rows refund all that the buyer pays for a line: for all lines of its product, or for those that say so. */
  isRefunded(lines: LineTable, line: number): boolean {
    if (this.#isWhole) return true;
    const product = lines.product[line]!;
    let own = 0;
    let wide = 0;
    for (const target of this.#targets) {
      if (target.product === -1) wide += target.fen;
      else if (target.product === product) own += target.fen;
    }
    if (own > 0 && own >= basisIn(this.#products, product).fen) return true;
    if (own + wide === 0 || !saysRefunded(lines, line)) return false;
    // One of exactly its amount for each line of that amount that says so.
    const fen = basisOf(lines, line);
    const exact = this.#targets.filter((target) => target.fen === fen && isOf(target, product)).length;
    if (exact >= this.#sayingLines.filter((one) => one.fen === fen).length) return true;
    return own + wide >= (wide > 0 ? this.#allSaying : basisIn(this.#saying, product)).fen;
  }
}

/** Whether a refund may be of a line of that product. */
function isOf(target: Target, product: number): boolean {
  return target.product === -1 || target.product === product;
}

/** What the buyer pays for some lines: each its own, or the total that they repeat. */
class Basis {
  #own = 0;
  #total = 0;

  add(fen: number, mode: LineAmounts): void {
    if (mode === 'per-line') this.#own += fen;
    else this.#total = Math.max(this.#total, fen);
  }

  get fen(): number {
    return this.#own + this.#total;
  }
}

function basisIn(map: Map<number, Basis>, product: number): Basis {
  const basis = map.get(product) ?? new Basis();
  map.set(product, basis);
  return basis;
}

/** A line whose own words say that it is refunded, and what the buyer pays for it, fen. */
interface RefundedLine {
  readonly product: number;
  readonly fen: number;
}

/** Lines of the order that have no receivable: what was refunded of them lowers no other line's. */
class GoneLines {
  readonly #products = new Set<number>();
  /** Those that say that they were refunded, until a row is found to be of them. */
  readonly #refunded: RefundedLine[] = [];

  constructor(table: LineTable, lines: readonly number[]) {
    for (const line of lines) {
      const product = table.product[line]!;
      const fen = basisOf(table, line);
      this.#products.add(product);
      if (saysRefunded(table, line) && fen > 0) this.#refunded.push({ product, fen });
    }
  }

  /**
   * Whether a refund is of one of these lines: no live line has its product, or one of these says that it was refunded,
   * exactly as much, and no live line does. A row without an amount is one of theirs where no live line that it may be of
   * says so. `live`: the products of live lines.
   */
  takes(
    { product, fen }: AfterSaleRow,
    live: ReadonlyMap<number, unknown>,
    saying: readonly RefundedLine[],
  ): boolean {
    if (live.size === 0) return false;
    const isKnown = product >= 0 && (live.has(product) || this.#products.has(product));
    if (isKnown && !live.has(product)) return true;
    const mayBe = (line: RefundedLine) =>
      (!isKnown || line.product === product) && (line.fen === fen || !(fen > 0));
    if (saying.some(mayBe)) return false;
    const at = this.#refunded.findIndex(mayBe);
    if (at >= 0) this.#refunded.splice(at, 1);
    return at >= 0;
  }
}

/** The larger amount first, the earlier day first, blanks last: what a cancelled line takes hangs on no order of rows. */
function byAmountAndTime(a: AfterSaleRow, b: AfterSaleRow): number {
  const time = ({ agreedAt, appliedAt }: AfterSaleRow) => agreedAt || appliedAt || Number.MAX_SAFE_INTEGER;
  return (b.fen || 0) - (a.fen || 0) || time(a) - time(b);
}

/** An unpaid line that was shipped is open as any other. */
function isLive(lines: LineTable, line: number, before: number): boolean {
  const phase = lines.phase[line]!;
  return phase !== CANCELLED && (phase !== UNPAID || lines.shippedAt[line]! < before);
}

/** The export's own words say that the line is refunded. */
function saysRefunded(lines: LineTable, line: number): boolean {
  return (lines.flags[line]! & LINE.refunded) !== 0 || lines.afterSale[line] === REFUNDED;
}

/** What the buyer pays for a line, fen: before the debit an export may show 0, then its list amount. */
function basisOf(lines: LineTable, line: number): number {
  const paid = lines.buyerPaid[line]! || lineReceivable(lines, line) || lines.listAmount[line]!;
  return paid || 0;
}

function earliest(times: readonly number[]): number {
  return times.reduce((a, b) => (a <= b || Number.isNaN(b) ? a : b), Number.NaN);
}

function latest(times: readonly number[]): number {
  return times.reduce((a, b) => (a >= b || Number.isNaN(b) ? a : b), Number.NaN);
}

/**
 * Whether an after-sale stops an order's clock. The rows are dated, and so go before the export's own words, unless those
 * are known to be later: an open row of an earlier export has ended where the order's export, up to the as-of day, has a
 * column for it and calls nothing open; and 售后处理中 stands, unless the rows tell of a later day than the export: what they
 * lack may have been left out when they were downloaded. `before`: civil seconds, exclusive.
 */
export function isFrozen(
  claims: Claims | null,
  afterSale: number,
  { exportedAt, showsAfterSales }: InputAge,
  before: number,
): boolean {
  if (claims === null) return afterSale === OPEN;
  if (claims.isOpen) {
    const isLater = showsAfterSales === true && claims.openUntil < exportedAt && exportedAt < before;
    return afterSale === OPEN || !isLater;
  }
  return afterSale === OPEN && !claims.isOpenNow && !(claims.knownUntil > exportedAt);
}
