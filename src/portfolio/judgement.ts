// What is known of one pay-later order: its amounts, its clock, its state. Computed from its lines whenever asked.

import { type Aged, age, type Clock, FARTHEST_DAYS, type Stage, type Terms } from '../core/aging.js';
import { dayOf } from '../core/dates.js';
import { LINE, type LineTable } from '../core/order-book.js';
import { AFTER_SALE_STATES, PHASES } from '../core/status.js';
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
const AFTER_SALE_OPEN = AFTER_SALE_STATES.indexOf('open');
const AFTER_SALE_REFUNDED = AFTER_SALE_STATES.indexOf('refunded');

/** An event this much before the one it must follow is an error; a day is the two clocks of two systems. */
const DAY_SECONDS = 86_400;

/** States of collection that can be told without a bill. */
export type Collection = 'unproven' | 'refunded' | 'closed' | 'not-applicable';

/** One order; amounts in fen. */
export interface Judgement {
  /** The first line that counts: the order's money stands on its record. */
  readonly line: number;
  /** Lines that count. */
  readonly lines: number;
  /** 应收货款; 0 where there is none. */
  readonly receivable: number;
  /** `list`: the export shows 0 until the debit, and the list amount was taken. */
  readonly receivableSource: 'export' | 'list' | 'none';
  readonly refunded: number;
  /** The part of `refunded` that only a state's words say. */
  readonly refundAssumed: number;
  readonly collected: number;
  readonly outstanding: number;
  /** What other lines show beyond the amount that was counted once. */
  readonly undecided: number;
  readonly collection: Collection;
  readonly stage: Stage;
  /** null where nothing is outstanding. */
  readonly aged: Aged | null;
}

export interface JudgeSettings {
  readonly asOfDay: number;
  /** Per input. */
  readonly inputs: readonly (InputAge & { readonly terms: Terms })[];
  readonly lineAmounts: readonly LineAmounts[];
}

/** Amounts of an order's lines on one basis, in fen. The order in which the lines come changes nothing. */
interface Amounts {
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
interface Sums {
  readonly shown: Amounts;
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
  frozen: boolean;
  invalid: boolean;
  leastPhase: number;
  shipped: number;
  received: number;
  due: number;
}

/** Judges an order at the as-of day; null when it does not exist yet. Time: linear in its lines. */
export function judgeOrder(
  lines: LineTable,
  chains: LineChains,
  order: number,
  settings: JudgeSettings,
): Judgement | null {
  const sums = sumLines(lines, chains, order, settings);
  if (sums.lines === 0) return null;
  const input = settings.inputs[lines.input[sums.first]!]!;
  const wholly = sums.live > 0 && sums.open === 0;
  const onTheWay = sums.leastPhase === SHIPPED || sums.leastPhase === RECEIVED;
  const hidden = receivableOf(sums.shown) === 0 && onTheWay && !wholly && receivableOf(sums.list) > 0;
  const amounts = hidden ? sums.list : sums.shown;
  const receivable = receivableOf(amounts);
  const refunded = amounts.ownRefunded + (sums.totalOpen ? 0 : amounts.total);
  const outstanding = Math.max(0, receivable - refunded);
  const aged = outstanding > 0 ? age(clockOf(sums), settings.asOfDay, input.terms) : null;
  return {
    line: sums.first,
    lines: sums.lines,
    receivable,
    receivableSource: hidden ? 'list' : receivable > 0 ? 'export' : 'none',
    refunded,
    refundAssumed: amounts.ownAssumed + (sums.totalOpen || !sums.totalAssumed ? 0 : amounts.total),
    collected: 0,
    outstanding,
    undecided: Math.max(0, amounts.undecided - amounts.total),
    collection: collectionOf(sums, receivable, outstanding),
    stage: aged?.stage ?? 'closed',
    aged,
  };
}

function collectionOf(sums: Sums, receivable: number, outstanding: number): Collection {
  if (sums.live === 0) return 'closed';
  if (receivable === 0) return 'not-applicable';
  return outstanding > 0 ? 'unproven' : 'refunded';
}

function clockOf(sums: Sums): Clock {
  const received = sums.leastPhase === RECEIVED;
  const shipped = received || sums.leastPhase === SHIPPED;
  return {
    phase: received ? 'received' : shipped ? 'shipped' : 'unshipped',
    shippedDay: shipped ? dayOf(sums.shipped) : Number.NaN,
    receivedDay: received ? dayOf(sums.received) : Number.NaN,
    dueDay: dayOf(sums.due),
    frozen: sums.frozen,
    invalid: sums.invalid,
  };
}

function sumLines(lines: LineTable, chains: LineChains, order: number, settings: JudgeSettings): Sums {
  const sums: Sums = {
    shown: nothing(),
    list: nothing(),
    totalOpen: false,
    totalAssumed: false,
    lines: 0,
    first: -1,
    open: 0,
    live: 0,
    frozen: false,
    invalid: false,
    leastPhase: RECEIVED,
    shipped: Number.NaN,
    received: Number.NaN,
    due: Number.NaN,
  };
  const endOfDay = (settings.asOfDay + 1) * DAY_SECONDS;
  for (let line = chains.first[order]!; line >= 0; line = chains.next[line]!) {
    const flags = lines.flags[line]!;
    if ((flags & LINE.superseded) !== 0 || lines.orderedAt[line]! >= endOfDay) continue;
    if (sums.lines++ === 0) sums.first = line;
    const phase = phaseAt(lines, line, endOfDay);
    if (phase === CANCELLED || phase === UNPAID) continue;
    const refunded = (flags & LINE.refunded) !== 0 || lines.afterSale[line] === AFTER_SALE_REFUNDED;
    addMoney(lines, line, sums, refunded, settings);
    sums.live++;
    sums.frozen ||= lines.afterSale[line] === AFTER_SALE_OPEN;
    sums.invalid ||= isInvalid(lines, line, settings);
    if (refunded) continue;
    sums.open++;
    addClock(lines, line, sums, phase, endOfDay);
  }
  return sums;
}

function nothing(): Amounts {
  return { own: 0, ownRefunded: 0, ownAssumed: 0, total: 0, undecided: 0 };
}

function receivableOf(amounts: Amounts): number {
  return amounts.own + amounts.total;
}

/** Money of a line: its own, or the order's total that every line repeats; that is refunded when every line is. */
function addMoney(
  lines: LineTable,
  line: number,
  sums: Sums,
  refunded: boolean,
  settings: JudgeSettings,
): void {
  const flags = lines.flags[line]!;
  // 未发货，退款成功 can only mean all of it; other words for a refund may mean a part.
  const isSure = (flags & LINE.refunded) !== 0 && lines.phase[line] === UNSHIPPED;
  const assumed = refunded && !isSure;
  const mode = settings.lineAmounts[lines.input[line]!]!;
  if (mode !== 'per-line') {
    sums.totalOpen ||= !refunded;
    sums.totalAssumed ||= assumed;
  }
  add(sums.shown, lineReceivable(lines, line), mode, refunded, assumed);
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
