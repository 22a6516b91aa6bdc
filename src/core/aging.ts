// Due dates, days past due, buckets and stages: domain.md's section on time as pure functions over day numbers.

/** Buckets in the order in which every report shows them; whole days, both ends included. */
export const BUCKETS = [
  'not-due',
  '1-3',
  '4-30',
  '31-60',
  '61-90',
  '91+',
  'no-due-date',
  'frozen',
  'invalid',
] as const;
export type Bucket = (typeof BUCKETS)[number];

/** Stages in the order of what can still be saved; `closed` has nothing open. */
export const STAGES = [
  'unshipped',
  'in-transit',
  'receipt-late',
  'received',
  'overdue',
  'frozen',
  'closed',
] as const;
export type Stage = (typeof STAGES)[number];

/** Where a due date comes from: a column, the receipt, or the shipping (the latest day it can be). */
export const DUE_SOURCES = ['none', 'column', 'receipt', 'shipping'] as const;
export type DueSource = (typeof DUE_SOURCES)[number];

/** Days until the platform confirms receipt by itself, and the grace until the debit after it. */
export interface Terms {
  readonly autoReceiptDays: number;
  readonly graceDays: number;
}

/** An event further than this many days from the as-of date is an error in the file, not an old order. */
export const FARTHEST_DAYS = 10_000;

/** What is known of an order's clock; days are day numbers, NaN where there is none. */
export interface Clock {
  readonly phase: 'unshipped' | 'shipped' | 'received';
  readonly shippedDay: number;
  readonly receivedDay: number;
  /** An explicit column; counts whatever the state once the order is shipped. */
  readonly dueDay: number;
  readonly frozen: boolean;
  readonly invalid: boolean;
}

export interface Aged {
  /** NaN without one. */
  readonly dueDay: number;
  readonly dueSource: DueSource;
  /** Whole days, 0 or more. */
  readonly daysPastDue: number;
  /** Days past due as if no after-sale had stopped the clock: tells how old a frozen balance is. */
  readonly unfrozenDays: number;
  readonly bucket: Bucket;
  readonly stage: Exclude<Stage, 'closed'>;
  /** The stage whatever the day: what is shown while it is not proven that the money has not come. */
  readonly whereabouts: Exclude<Stage, 'closed' | 'overdue'>;
}

/** The bucket of a number of days past due, 0 or more. */
export function bucketOf(daysPastDue: number): Bucket {
  if (daysPastDue <= 0) return 'not-due';
  if (daysPastDue <= 3) return '1-3';
  if (daysPastDue <= 30) return '4-30';
  if (daysPastDue <= 60) return '31-60';
  return daysPastDue <= 90 ? '61-90' : '91+';
}

/** Ages an open order at the as-of day; where that is not known (NaN), nothing is late. */
export function age(clock: Clock, asOfDay: number, terms: Terms): Aged {
  const { dueDay, dueSource } = dueOf(clock, terms);
  const late = asOfDay > dueDay ? asOfDay - dueDay : 0;
  const stopped = clock.invalid || clock.frozen;
  const daysPastDue = stopped ? 0 : late;
  let bucket = bucketOf(daysPastDue);
  if (clock.invalid) bucket = 'invalid';
  else if (clock.frozen) bucket = 'frozen';
  else if (Number.isNaN(asOfDay - dueDay) && !isOnTheWay(clock)) bucket = 'no-due-date';
  const whereabouts = whereaboutsOf(clock, asOfDay, terms);
  const stage = daysPastDue >= 1 ? 'overdue' : whereabouts;
  return { dueDay, dueSource, daysPastDue, unfrozenDays: late, bucket, stage, whereabouts };
}

/** Shipped, not received, and the day of shipping is known: then it is not due yet, whatever the day. */
function isOnTheWay(clock: Clock): boolean {
  return clock.phase === 'shipped' && !Number.isNaN(clock.shippedDay);
}

function dueOf(clock: Clock, terms: Terms): { dueDay: number; dueSource: DueSource } {
  if (clock.phase !== 'unshipped' && !Number.isNaN(clock.dueDay))
    return { dueDay: clock.dueDay, dueSource: 'column' };
  if (clock.phase === 'received') {
    if (!Number.isNaN(clock.receivedDay)) {
      return { dueDay: clock.receivedDay + terms.graceDays, dueSource: 'receipt' };
    }
    if (!Number.isNaN(clock.shippedDay))
      return { dueDay: expectedDueDay(clock.shippedDay, terms), dueSource: 'shipping' };
  }
  return { dueDay: Number.NaN, dueSource: 'none' };
}

/** The latest day a debit can be due when only the day of shipping is known. */
export function expectedDueDay(shippedDay: number, terms: Terms): number {
  return shippedDay + terms.autoReceiptDays + terms.graceDays;
}

function whereaboutsOf(clock: Clock, asOfDay: number, terms: Terms): Aged['whereabouts'] {
  if (clock.frozen) return 'frozen';
  if (clock.phase === 'unshipped') return 'unshipped';
  if (clock.phase === 'received') return 'received';
  return asOfDay > expectedDueDay(clock.shippedDay, terms) ? 'receipt-late' : 'in-transit';
}
