// What an order's after-sales rows say of its lines: which words of the export they replace, what they refund, whether the clock stands.

import { dayOf } from '../core/dates.js';
import { LINE, type LineTable } from '../core/order-book.js';
import { AFTER_SALE_STATES, PHASES } from '../core/status.js';
import type { AfterSalesIndex } from './after-sales-index.js';
import { type AfterSaleRow, allAfterSalesOf, atMoment } from './after-sales-of.js';
import type { LineChains } from './copies.js';
import { type LineAmounts, lineReceivable } from './line-amounts.js';

const [UNPAID, CANCELLED] = (['unpaid', 'cancelled'] as const).map((phase) => PHASES.indexOf(phase)) as [
  number,
  number,
];
const OPEN = AFTER_SALE_STATES.indexOf('open');
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
  /** An after-sale is open in the export: the words 售后处理中 of the order are about it. */
  readonly isOpenNow: boolean;
  /** A finished after-sale says what it was. */
  readonly isTold: boolean;
  /** The day on which the last one ended that was no refund; NaN where none says so. */
  readonly closedDay: number;
  /** The goods came back, or are on their way. */
  readonly isReturned: boolean;
  /** Civil seconds up to which the rows are known to tell: their files' export, or the latest end; NaN without either. */
  readonly knownUntil: number;
  readonly #targets: readonly Target[];
  /** All refunds of the order make up all that the buyer pays. */
  readonly #isWhole: boolean;

  /** `before`: civil seconds, exclusive. */
  constructor(index: AfterSalesIndex, { lines, chains, order, modes }: LinesOfOrder, before: number) {
    const rows = allAfterSalesOf(index, order).map((row) => ({ row, past: atMoment(row, before) }));
    this.rows = rows.flatMap(({ past }) => past ?? []);
    const products = new Set<number>();
    let own = 0;
    let total = 0;
    for (let line = chains.first[order]!; line >= 0; line = chains.next[line]!) {
      if (!isLive(lines, line)) continue;
      products.add(lines.product[line]!);
      const fen = basisOf(lines, line);
      if (modes[lines.input[line]!] === 'per-line') own += fen;
      else total = Math.max(total, fen);
    }
    this.#targets = rows
      .filter(({ row }) => row.isRefund)
      .map(({ row, past }) => {
        const has = past?.isRefund === true;
        const fen = has && row.fen > 0 ? row.fen : 0;
        return { product: products.has(row.product) ? row.product : -1, fen, isUnstated: has && fen === 0 };
      });
    this.refunds = this.rows
      .filter(({ isRefund, fen }) => isRefund && fen > 0)
      .map(({ fen, agreedAt, appliedAt }) => ({ fen, at: Number.isNaN(agreedAt) ? appliedAt : agreedAt }));
    const refunded = this.refunds.reduce((sum, { fen }) => sum + fen, 0);
    this.#isWhole = refunded > 0 && refunded >= own + total;
    const open = this.rows.filter(({ state }) => state === 'open');
    this.isOpen = open.length > 0;
    this.openSince = earliest(open.map(({ appliedAt }) => appliedAt));
    const today = before - DAY_SECONDS;
    this.deadline = earliest(open.map(({ deadlineAt }) => deadlineAt).filter((time) => time >= today));
    this.isOpenNow = rows.some(({ row }) => row.state === 'open');
    this.isTold = rows.some(
      ({ row: { type, state } }) => state !== 'open' && type !== 'none' && type !== 'other',
    );
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

  /** The rows refund all that the buyer pays for a line. */
  isRefunded(lines: LineTable, line: number): boolean {
    if (this.#isWhole) return true;
    let fen = 0;
    for (const target of this.#targets) if (target.product === lines.product[line]) fen += target.fen;
    return fen > 0 && fen >= basisOf(lines, line);
  }
}

function isLive(lines: LineTable, line: number): boolean {
  const phase = lines.phase[line]!;
  return (lines.flags[line]! & LINE.superseded) === 0 && phase !== CANCELLED && phase !== UNPAID;
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
 * Whether an after-sale stops an order's clock. The rows are dated, and so go before the export's own 售后处理中; without
 * an open row that word stands, unless the rows tell of a later day than the export: what they lack may have been left
 * out when they were downloaded. `exportedAt`: civil seconds of the export of the order.
 */
export function isFrozen(claims: Claims | null, afterSale: number, exportedAt: number): boolean {
  if (claims === null) return afterSale === OPEN;
  if (claims.isOpen) return true;
  return afterSale === OPEN && !claims.isOpenNow && !(claims.knownUntil > exportedAt);
}
