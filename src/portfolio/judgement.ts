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

/** Sums over an order's lines, as far as they count. */
interface Sums {
  receivable: number;
  list: number;
  refunded: number;
  assumed: number;
  undecided: number;
  lines: number;
  first: number;
  /** Lines that are neither cancelled nor refunded. */
  open: number;
  live: number;
  gift: boolean;
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
  const hidden = sums.receivable === 0 && onTheWay && !wholly && !sums.gift && sums.list > 0;
  const receivable = hidden ? sums.list : sums.receivable;
  const refunded = sums.refunded;
  const outstanding = Math.max(0, receivable - refunded);
  const aged = outstanding > 0 ? age(clockOf(sums), settings.asOfDay, input.terms) : null;
  return {
    line: sums.first,
    lines: sums.lines,
    receivable,
    receivableSource: hidden ? 'list' : receivable > 0 ? 'export' : 'none',
    refunded,
    refundAssumed: sums.assumed,
    collected: 0,
    outstanding,
    undecided: sums.undecided,
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
    receivable: 0,
    list: 0,
    refunded: 0,
    assumed: 0,
    undecided: 0,
    lines: 0,
    first: -1,
    open: 0,
    live: 0,
    gift: false,
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
    addMoney(lines, line, sums, refunded, phase, settings);
    sums.live++;
    sums.gift ||= (flags & LINE.gift) !== 0;
    sums.frozen ||= lines.afterSale[line] === AFTER_SALE_OPEN;
    sums.invalid ||= isInvalid(lines, line, settings);
    if (refunded) continue;
    sums.open++;
    addClock(lines, line, sums, phase, endOfDay);
  }
  return sums;
}

/** Money of a line: its own, or the order's total that every line repeats. */
function addMoney(
  lines: LineTable,
  line: number,
  sums: Sums,
  refunded: boolean,
  phase: number,
  settings: JudgeSettings,
): void {
  const amount = lineReceivable(lines, line);
  const receivable = Number.isNaN(amount) ? 0 : amount;
  const mode = settings.lineAmounts[lines.input[line]!];
  if (sums.live > 0 && mode !== 'per-line') {
    if (mode === 'undecided') sums.undecided += receivable;
    // The total is refunded only when every line is.
    if (!refunded) sums.refunded = sums.assumed = 0;
    return;
  }
  sums.receivable += receivable;
  const list = lines.listAmount[line]!;
  sums.list += Number.isNaN(list) ? 0 : list;
  if (!refunded) return;
  sums.refunded += receivable;
  // 未发货，退款成功 can only mean all of it; the same words behind a shipment may mean a part.
  if (phase !== UNSHIPPED) sums.assumed += receivable;
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
  let before = Number.NaN;
  for (const time of [lines.orderedAt[line]!, lines.shippedAt[line]!, lines.receivedAt[line]!]) {
    if (Number.isNaN(time)) continue;
    if (time > exportedAt || time < before - DAY_SECONDS) return true;
    if (Math.abs(dayOf(time) - settings.asOfDay) > FARTHEST_DAYS) return true;
    before = time;
  }
  return false;
}
