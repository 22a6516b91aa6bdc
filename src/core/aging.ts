// Due dates, days past due, buckets and stages: domain.md's section on time as pure functions over day numbers.

/** Buckets by days, both ends included, and those without days. */
export type Bucket = 'not-due' | 'no-due-date' | 'frozen' | 'invalid' | DayBucket;
type DayBucket = `${number}-${number}` | `${number}+`;

/** Last days of the buckets, ascending; the last bucket has no end. */
export const BUCKET_ENDS: readonly number[] = [3, 30, 60, 90];

/** The buckets of a run. */
export interface Buckets {
  readonly ends: readonly number[];
  /** All of them, in the order in which every report shows them. */
  readonly all: readonly Bucket[];
  /** The bucket of a number of days past due, 0 or more. */
  of(daysPastDue: number): Bucket;
}

/** The buckets that end on these days: `[3, 30]` makes `1-3`, `4-30`, `31+`. */
export function bucketsOf(ends: readonly number[]): Buckets {
  const days = ends.map((end, i): DayBucket => `${(ends[i - 1] ?? 0) + 1}-${end}`);
  const beyond: DayBucket = `${(ends.at(-1) ?? 0) + 1}+`;
  return {
    ends,
    all: ['not-due', ...days, beyond, 'no-due-date', 'frozen', 'invalid'],
    of: (daysPastDue) => {
      if (daysPastDue <= 0) return 'not-due';
      return days[ends.findIndex((end) => daysPastDue <= end)] ?? beyond;
    },
  };
}

export const DEFAULT_BUCKETS = bucketsOf(BUCKET_ENDS);
/** Without a configuration, in the order in which every report shows them. */
export const BUCKETS = DEFAULT_BUCKETS.all;

/** Whether a bucket is one of days past due. */
export function isLate(bucket: Bucket): boolean {
  return /^\d/.test(bucket);
}

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

/**
 * Where a due date comes from: a column, the receipt, the shipping (the latest day it can be), or the day on which an
 * after-sale ended without a refund.
 */
export const DUE_SOURCES = ['none', 'column', 'receipt', 'shipping', 'after-sale'] as const;
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
  /** When the last after-sale ended that was no refund: behind the due date it starts the clock again. */
  readonly restartDay?: number;
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
  readonly unfrozenBucket: Bucket;
  readonly bucket: Bucket;
  readonly stage: Exclude<Stage, 'closed'>;
  /** The stage whatever the day: what is shown while it is not proven that the money has not come. */
  readonly whereabouts: Exclude<Stage, 'closed' | 'overdue'>;
}

/** Ages an open order at the as-of day; where that is not known (NaN), nothing is late. */
export function age(clock: Clock, asOfDay: number, terms: Terms, buckets = DEFAULT_BUCKETS): Aged {
  const { dueDay, dueSource } = restarted(dueOf(clock, terms), clock.restartDay);
  const late = asOfDay > dueDay ? asOfDay - dueDay : 0;
  const stopped = clock.invalid || clock.frozen;
  const daysPastDue = stopped ? 0 : late;
  let bucket = buckets.of(daysPastDue);
  if (clock.invalid) bucket = 'invalid';
  else if (clock.frozen) bucket = 'frozen';
  else if (Number.isNaN(asOfDay - dueDay) && !isOnTheWay(clock)) bucket = 'no-due-date';
  const whereabouts = whereaboutsOf(clock, asOfDay, terms);
  const stage = daysPastDue >= 1 ? 'overdue' : whereabouts;
  const unfrozenBucket = buckets.of(late);
  return { dueDay, dueSource, daysPastDue, unfrozenDays: late, unfrozenBucket, bucket, stage, whereabouts };
}

type Due = Pick<Aged, 'dueDay' | 'dueSource'>;

function restarted(due: Due, restartDay = Number.NaN): Due {
  return restartDay > due.dueDay ? { dueDay: restartDay, dueSource: 'after-sale' } : due;
}

/** Shipped, not received, and the day of shipping is known: then it is not due yet, whatever the day. */
function isOnTheWay(clock: Clock): boolean {
  return clock.phase === 'shipped' && !Number.isNaN(clock.shippedDay);
}

function dueOf(clock: Clock, terms: Terms): Due {
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
