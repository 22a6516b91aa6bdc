// What an order's lines say together: sums of amounts, the latest times, the least advanced phase.

import { type Buckets, FARTHEST_DAYS, type Terms } from '../core/aging.js';
import { dayOf } from '../core/dates.js';
import { LINE, type LineTable } from '../core/order-book.js';
import { AFTER_SALE_STATES, PHASES } from '../core/status.js';
import { addedParts } from './added-parts.js';
import { Claims, isFrozen } from './after-sales-claims.js';
import type { AfterSalesIndex } from './after-sales-index.js';
import type { Ledger } from './collection.js';
import type { InputAge, LineChains } from './copies.js';
import { type LineAmounts, lineReceivable } from './line-amounts.js';

const [UNPAID, UNSHIPPED, SHIPPED, RECEIVED, CANCELLED] = [
  'unpaid',
  'unshipped',
  'shipped',
  'received',
  'cancelled',
].map((phase) => PHASES.indexOf(phase as (typeof PHASES)[number])) as [
  number,
  number,
  number,
  number,
  number,
];

export { RECEIVED, SHIPPED };

const AFTER_SALE_REFUNDED = AFTER_SALE_STATES.indexOf('refunded');
const AFTER_SALE_SUCCEEDED = AFTER_SALE_STATES.indexOf('succeeded');

/** An event this much before the one it must follow is an error; a day is the two clocks of two systems. */
export const DAY_SECONDS = 86_400;

export interface JudgeSettings {
  readonly asOfDay: number;
  readonly buckets: Buckets;
  /** Per input. */
  readonly inputs: readonly (InputAge & { readonly terms: Terms })[];
  readonly lineAmounts: readonly LineAmounts[];
  /** Per input: bits over the part columns that are the shop's money beside what the buyer pays (Kuaishou). */
  readonly addedParts: readonly number[];
  /** Per input: its payment times tell of debits, and not only of when the order was placed. */
  readonly paidTimesTell: readonly boolean[];
  /** null without bills. */
  readonly ledger: Ledger | null;
  /** null without after-sales exports. */
  readonly afterSales: AfterSalesIndex | null;
}

/** Amounts of an order's lines on one basis, in fen. The order in which the lines come changes nothing. */
export interface Amounts {
  /** Lines whose amounts are their own, and of these what is refunded and what only a state's words say is. */
  own: number;
  ownRefunded: number;
  ownAssumed: number;
  /** The order's total where its lines repeat it, or may; of several the highest. */
  total: number;
  /** Lines of which it is not decided whether they repeat the total. */
  undecided: number;
}

/** Sums over an order's lines, as far as they count. */
export interface Sums {
  readonly shown: Amounts;
  /** What the buyer pays of it. */
  readonly buyer: Amounts;
  /** List amounts, those of gifts left out: what counts where the export shows 0 until the debit. */
  readonly list: Amounts;
  /** A line that repeats the total is not refunded; one that is refunded has only its state's word for it. */
  totalOpen: boolean;
  totalAssumed: boolean;
  lines: number;
  first: number;
  /** Lines that are neither cancelled nor refunded. */
  open: number;
  live: number;
  /** Live lines whose amount is the shop's own column. */
  merchants: number;
  /** Open lines that the export itself says are paid, are not paid, or were paid after shipping. */
  paid: number;
  unpaid: number;
  paidLater: number;
  /** List amounts of shipped lines. */
  readonly shippedList: Amounts;
  returned: boolean;
  frozen: boolean;
  /** A finished after-sale of which nothing says whether it was a refund. */
  unclear: boolean;
  invalid: boolean;
  leastPhase: number;
  shipped: number;
  received: number;
  due: number;
  /** null where no after-sales export names the order. */
  readonly claims: Claims | null;
}

/** Sums up the lines that count at the as-of day. Time: linear in them and the order's after-sales. */
export function sumLines(lines: LineTable, chains: LineChains, order: number, settings: JudgeSettings): Sums {
  const endOfDay = (settings.asOfDay + 1) * DAY_SECONDS;
  const { afterSales } = settings;
  const hasClaims = afterSales !== null && afterSales.first[order]! >= 0;
  const claims = hasClaims
    ? new Claims(afterSales, { lines, chains, order, modes: settings.lineAmounts }, endOfDay)
    : null;
  const sums: Sums = {
    shown: nothing(),
    buyer: nothing(),
    list: nothing(),
    totalOpen: false,
    totalAssumed: false,
    lines: 0,
    first: -1,
    open: 0,
    live: 0,
    merchants: 0,
    paid: 0,
    unpaid: 0,
    paidLater: 0,
    shippedList: nothing(),
    returned: claims?.isReturned === true,
    frozen: false,
    unclear: false,
    invalid: false,
    leastPhase: RECEIVED,
    shipped: Number.NaN,
    received: Number.NaN,
    due: Number.NaN,
    claims,
  };
  for (let line = chains.first[order]!; line >= 0; line = chains.next[line]!) {
    const flags = lines.flags[line]!;
    if ((flags & LINE.superseded) !== 0 || lines.orderedAt[line]! >= endOfDay) continue;
    if (sums.lines++ === 0) sums.first = line;
    const phase = phaseAt(lines, line, endOfDay);
    sums.returned ||= (flags & LINE.returned) !== 0;
    const isGift = (flags & LINE.gift) !== 0;
    if (!isGift && wasShipped(phase, lines.shippedAt[line]!, endOfDay)) {
      const mode = settings.lineAmounts[lines.input[line]!]!;
      add(sums.shippedList, lines.listAmount[line]!, mode, false, false);
    }
    if (phase === CANCELLED || phase === UNPAID) continue;
    const words = wordsOf(lines, line, claims);
    addMoney(lines, line, sums, words, settings);
    const refunded = words !== 'none' || claims?.isRefunded(lines, line) === true;
    sums.live++;
    if (!Number.isNaN(lines.merchantReceives[line]!)) sums.merchants++;
    const input = settings.inputs[lines.input[line]!]!;
    sums.frozen ||= isFrozen(claims, lines.afterSale[line]!, input, endOfDay);
    sums.unclear ||= lines.afterSale[line] === AFTER_SALE_SUCCEEDED && !refunded && claims?.isTold !== true;
    sums.invalid ||= isInvalid(lines, line, settings);
    if (refunded) continue;
    sums.open++;
    if ((flags & LINE.paid) !== 0) sums.paid++;
    if ((flags & LINE.unpaid) !== 0) sums.unpaid++;
    const paidAt = upTo(lines.paidAt[line]!, endOfDay);
    if (paidAt > lines.shippedAt[line]! && settings.paidTimesTell[lines.input[line]!]) sums.paidLater++;
    addClock(lines, line, sums, phase, endOfDay);
  }
  return sums;
}

function nothing(): Amounts {
  return { own: 0, ownRefunded: 0, ownAssumed: 0, total: 0, undecided: 0 };
}

/** The amount of a basis. */
export function receivableOf(amounts: Amounts): number {
  return amounts.own + amounts.total;
}

/**
 * What a line's own words say of a refund, where no after-sales row says it better. `sure`: 未发货，退款成功 can only mean
 * all of it; `assumed`: other words for a refund may mean a part.
 */
function wordsOf(lines: LineTable, line: number, claims: Claims | null): 'none' | 'assumed' | 'sure' {
  const said = claims === null ? 'as-written' : claims.words(lines, line);
  if (said !== 'as-written') return said === 'assumed' ? 'assumed' : 'none';
  if ((lines.flags[line]! & LINE.refunded) !== 0) return lines.phase[line] === UNSHIPPED ? 'sure' : 'assumed';
  return lines.afterSale[line] === AFTER_SALE_REFUNDED ? 'assumed' : 'none';
}

/** Money of a line: its own, or the order's total that every line repeats; that is refunded when every line is. */
function addMoney(
  lines: LineTable,
  line: number,
  sums: Sums,
  words: ReturnType<typeof wordsOf>,
  settings: JudgeSettings,
): void {
  const flags = lines.flags[line]!;
  const refunded = words !== 'none';
  const assumed = words === 'assumed';
  const mode = settings.lineAmounts[lines.input[line]!]!;
  if (mode !== 'per-line') {
    sums.totalOpen ||= !refunded;
    sums.totalAssumed ||= assumed;
  }
  const added = addedParts(lines, line, settings.addedParts[lines.input[line]!]!);
  const buyer = lines.buyerPaid[line]!;
  const receivable = lineReceivable(lines, line) + added;
  add(sums.shown, receivable, mode, refunded, assumed);
  add(sums.buyer, Number.isNaN(buyer) ? receivable : buyer, mode, refunded, assumed);
  if ((flags & LINE.gift) === 0) add(sums.list, lines.listAmount[line]!, mode, refunded, assumed);
}

function add(to: Amounts, fen: number, mode: LineAmounts, refunded: boolean, assumed: boolean): void {
  if (Number.isNaN(fen)) return;
  if (mode !== 'per-line') {
    to.total = Math.max(to.total, fen);
    if (mode === 'undecided') to.undecided += fen;
    return;
  }
  to.own += fen;
  if (refunded) to.ownRefunded += fen;
  if (assumed) to.ownAssumed += fen;
}

/** An order is shipped and received when its last open line is, and where its least advanced open line is. */
function addClock(lines: LineTable, line: number, sums: Sums, phase: number, endOfDay: number): void {
  sums.leastPhase = Math.min(sums.leastPhase, phase);
  sums.shipped = later(sums.shipped, upTo(lines.shippedAt[line]!, endOfDay), sums.open > 1);
  sums.received = later(sums.received, upTo(lines.receivedAt[line]!, endOfDay), sums.open > 1);
  const due = lines.dueAt[line]!;
  if (!Number.isNaN(due) && !(sums.due >= due)) sums.due = due;
}

/** The later of two times; unknown when one of several lines does not know its own. */
function later(a: number, b: number, several: boolean): number {
  return several ? Math.max(a, b) : b;
}

/** A time that has come by then; NaN for a later one. */
function upTo(seconds: number, end: number): number {
  return seconds < end ? seconds : Number.NaN;
}

/** Whether a line had left by then: its time says so, or its state where all of its times are blank. */
function wasShipped(phase: number, shipped: number, endOfDay: number): boolean {
  return Number.isNaN(shipped) ? phase === SHIPPED || phase === RECEIVED : shipped < endOfDay;
}

/** The phase at the end of the as-of day: what carries a later date has not happened yet. */
function phaseAt(lines: LineTable, line: number, endOfDay: number): number {
  const phase = lines.phase[line]!;
  const shipped = lines.shippedAt[line]!;
  const received = lines.receivedAt[line]!;
  if (phase === UNPAID) return shipped < endOfDay ? (received < endOfDay ? RECEIVED : SHIPPED) : UNPAID;
  if (phase === RECEIVED && received >= endOfDay) return shipped >= endOfDay ? UNSHIPPED : SHIPPED;
  if ((phase === SHIPPED || phase === RECEIVED) && shipped >= endOfDay) return UNSHIPPED;
  return phase;
}

function isInvalid(lines: LineTable, line: number, settings: JudgeSettings): boolean {
  if ((lines.flags[line]! & (LINE.timeUnreadable | LINE.stateUnreadable)) !== 0) return true;
  const { exportedAt } = settings.inputs[lines.input[line]!]!;
  const ordered = lines.orderedAt[line]!;
  const shipped = lines.shippedAt[line]!;
  const received = lines.receivedAt[line]!;
  const paid = lines.paidAt[line]!;
  if (ordered > exportedAt || paid > exportedAt || shipped > exportedAt || received > exportedAt) return true;
  const beforeReceipt = Number.isNaN(shipped) ? ordered : shipped;
  if (shipped < ordered - DAY_SECONDS || received < beforeReceipt - DAY_SECONDS) return true;
  const { asOfDay } = settings;
  return (
    isFar(ordered, asOfDay) || isFar(paid, asOfDay) || isFar(shipped, asOfDay) || isFar(received, asOfDay)
  );
}

function isFar(seconds: number, asOfDay: number): boolean {
  return Math.abs(dayOf(seconds) - asOfDay) > FARTHEST_DAYS;
}
