// Due dates, buckets and stages: every day count has one bucket, and what stops the clock stops it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Aged,
  age,
  BUCKETS,
  type Clock,
  DEFAULT_BUCKETS,
  expectedDueDay,
  STAGES,
} from '../../src/core/aging.js';

const bucketOf = DEFAULT_BUCKETS.of;

const TERMS = { autoReceiptDays: 10, graceDays: 1 };
const NONE = Number.NaN;
const AS_OF = 20_000;

const unshipped: Clock = {
  phase: 'unshipped',
  shippedDay: NONE,
  receivedDay: NONE,
  dueDay: NONE,
  frozen: false,
  invalid: false,
};
const shipped = (daysAgo: number): Clock => ({ ...unshipped, phase: 'shipped', shippedDay: AS_OF - daysAgo });
const received = (daysAgo: number, shippedAgo = daysAgo + 4): Clock => ({
  ...shipped(shippedAgo),
  phase: 'received',
  receivedDay: AS_OF - daysAgo,
});
const aged = (clock: Clock) => age(clock, AS_OF, TERMS);

/** Bucket, stage, days past due and source of the due date. */
const brief = ({ bucket, stage, daysPastDue, dueSource }: Aged) => [bucket, stage, daysPastDue, dueSource];

describe('buckets', () => {
  it.each([
    [0, 'not-due'],
    [1, '1-3'],
    [3, '1-3'],
    [4, '4-30'],
    [30, '4-30'],
    [31, '31-60'],
    [60, '31-60'],
    [61, '61-90'],
    [90, '61-90'],
    [91, '91+'],
    [10_000, '91+'],
  ])('%i days past due lie in %s', (days, bucket) => {
    expect(bucketOf(days)).toBe(bucket);
  });

  it('hold every day count exactly once, as their names say', () => {
    const named = (days: number) =>
      BUCKETS.slice(0, 6).filter((bucket) => {
        const [from = 0, to = from] = bucket.split('-').map((part) => Number.parseInt(part, 10));
        if (bucket === 'not-due') return days === 0;
        return bucket === '91+' ? days >= 91 : days >= from && days <= to;
      });
    const wrong = Array.from({ length: 400 }, (_, days) => days).filter(
      (days) => named(days).join() !== bucketOf(days),
    );
    expect(wrong).toEqual([]);
  });
});

describe('an order received', () => {
  it.each([
    [0, 'not-due', 'received', 0],
    [1, 'not-due', 'received', 0],
    [2, '1-3', 'overdue', 1],
    [4, '1-3', 'overdue', 3],
    [5, '4-30', 'overdue', 4],
    [92, '91+', 'overdue', 91],
  ])('%i days ago is due a day after: %s, %s', (daysAgo, bucket, stage, days) => {
    expect(brief(aged(received(daysAgo)))).toEqual([bucket, stage, days, 'receipt']);
  });

  it('without the time of receipt is due at the latest day that its shipping allows', () => {
    const clock = (ago: number): Clock => ({ ...received(0, ago), receivedDay: NONE });
    expect(brief(aged(clock(11)))).toEqual(['not-due', 'received', 0, 'shipping']);
    expect(brief(aged(clock(12)))).toEqual(['1-3', 'overdue', 1, 'shipping']);
    expect(aged(clock(12)).dueDay).toBe(AS_OF - 1);
  });

  it('without any time has no due date', () => {
    const clock: Clock = { ...unshipped, phase: 'received' };
    expect(brief(aged(clock))).toEqual(['no-due-date', 'received', 0, 'none']);
    expect(aged(clock).dueDay).toBeNaN();
  });

  it('takes the terms that it is given', () => {
    const terms = { autoReceiptDays: 15, graceDays: 3 };
    expect(age(received(5), AS_OF, terms).daysPastDue).toBe(2);
    expect(age({ ...received(0, 20), receivedDay: NONE }, AS_OF, terms).daysPastDue).toBe(2);
  });
});

describe('an order shipped and not received', () => {
  it('is never past due, and late in its receipt from the day after the expected one', () => {
    const stages = Array.from({ length: 200 }, (_, ago) => aged(shipped(ago)));
    expect(stages.every((a) => a.bucket === 'not-due' && a.daysPastDue === 0 && Number.isNaN(a.dueDay))).toBe(
      true,
    );
    expect(stages.filter((a) => a.stage === 'in-transit')).toHaveLength(12);
    expect(stages.slice(12).every((a) => a.stage === 'receipt-late')).toBe(true);
    expect(expectedDueDay(100, TERMS)).toBe(111);
  });

  it('is past due by an explicit due date', () => {
    expect(brief(aged({ ...shipped(9), dueDay: AS_OF - 5 }))).toEqual(['4-30', 'overdue', 5, 'column']);
    expect(brief(aged({ ...shipped(9), dueDay: AS_OF + 5 }))).toEqual(['not-due', 'in-transit', 0, 'column']);
  });

  it('without a shipping time has no due date', () => {
    expect(brief(aged({ ...shipped(0), shippedDay: NONE }))).toEqual([
      'no-due-date',
      'in-transit',
      0,
      'none',
    ]);
  });
});

describe('what goes before the days', () => {
  it('an explicit due date goes before the receipt, and counts for nothing before shipping', () => {
    expect(brief(aged({ ...received(40), dueDay: AS_OF - 2 }))).toEqual(['1-3', 'overdue', 2, 'column']);
    expect(brief(aged({ ...unshipped, dueDay: AS_OF - 50 }))).toEqual([
      'no-due-date',
      'unshipped',
      0,
      'none',
    ]);
  });

  it('an open after-sale stops the clock', () => {
    expect(brief(aged({ ...received(40), frozen: true }))).toEqual(['frozen', 'frozen', 0, 'receipt']);
    expect(brief(aged({ ...unshipped, frozen: true }))).toEqual(['frozen', 'frozen', 0, 'none']);
  });

  it('an invalid date goes before everything', () => {
    expect(brief(aged({ ...received(40), invalid: true }))).toEqual(['invalid', 'received', 0, 'receipt']);
    expect(brief(aged({ ...received(40), invalid: true, frozen: true })).slice(0, 2)).toEqual([
      'invalid',
      'frozen',
    ]);
    expect(brief(aged({ ...unshipped, invalid: true }))[0]).toBe('invalid');
  });

  it('without a day of the audit nothing is late', () => {
    expect(brief(age(received(40), NONE, TERMS))).toEqual(['no-due-date', 'received', 0, 'receipt']);
    expect(brief(age({ ...shipped(9), dueDay: 1 }, NONE, TERMS))[2]).toBe(0);
  });
});

describe('any clock', () => {
  it('has one bucket and one stage, whole days, and days only in the buckets of days', () => {
    const day = fc.oneof(fc.constant(NONE), fc.integer({ min: AS_OF - 200, max: AS_OF + 50 }));
    const clock = fc.record({
      phase: fc.constantFrom('unshipped' as const, 'shipped' as const, 'received' as const),
      shippedDay: day,
      receivedDay: day,
      dueDay: day,
      frozen: fc.boolean(),
      invalid: fc.boolean(),
    });
    fc.assert(
      fc.property(clock, (given) => {
        const { bucket, stage, daysPastDue, dueSource, dueDay } = aged(given);
        expect(BUCKETS).toContain(bucket);
        expect(STAGES).toContain(stage);
        expect(Number.isInteger(daysPastDue) && daysPastDue >= 0).toBe(true);
        expect(dueSource === 'none').toBe(Number.isNaN(dueDay));
        expect(stage === 'overdue').toBe(daysPastDue > 0 && !given.frozen);
        if (daysPastDue > 0) expect(bucket).toBe(bucketOf(daysPastDue));
        else expect(['not-due', 'no-due-date', 'frozen', 'invalid']).toContain(bucket);
      }),
    );
  });
});
