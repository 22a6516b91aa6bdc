// Laws of orders joined with after-sales, with bills and without: what no row may change, and what always adds up.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AFTER_SALE_TYPES } from '../../src/core/after-sales-book.js';
import type { Judgement } from '../../src/portfolio/judgement.js';
import type { AfterSaleTold } from '../support/after-sales-book.js';
import { auditBilled } from '../support/billed.js';
import { DAY, formatTime, parseTime } from '../support/calendar.js';
import { createRandom, makeBill, makeOrders, toBytes } from '../support/exports.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const RUNS = { numRuns: 6 };
const seeds = fc.integer({ min: 1, max: 1_000_000 });
const TEMPLATES = ['pinduoduo-2026-wide', 'kuaishou-61'] as const;

/** Rows of any kind for these orders, whatever became of them in truth: one to three for each. */
function anyRows(seed: number, ids: readonly string[], start: string, end: string): AfterSaleTold[] {
  const random = createRandom(seed);
  const [first, last] = [parseTime(start), parseTime(end)];
  const day = () =>
    formatTime(first + random.int(0, Math.floor((last - first) / DAY)) * DAY + random.int(0, DAY - 1));
  const states = ['open', 'refunded', 'succeeded', 'closed'] as const;
  return ids.flatMap((id) =>
    Array.from({ length: random.int(1, 3) }, (): AfterSaleTold => {
      const [applied, ended] = [day(), day()].sort() as [string, string];
      const state = random.pick(states);
      const isClosed = state === 'closed' && random.chance(0.5);
      return {
        id,
        state,
        type: random.pick(AFTER_SALE_TYPES),
        ...(random.chance(0.8) ? { yuan: random.int(0, 40_000) / 100 } : {}),
        ...(random.chance(0.9) ? { applied } : {}),
        ...(random.chance(0.7) && state !== 'closed' ? { agreed: ended } : {}),
        ...(isClosed ? { closed: ended } : {}),
        ...(random.chance(0.3) ? { returnWaybill: `YT${random.digits(13)}` } : {}),
      };
    }),
  );
}

/** What is said of an order, as far as it can be compared. */
const said = (judged: Judgement | null) => JSON.stringify(judged);

function assertAddsUp(judged: Judgement | null): void {
  if (judged === null) return;
  const { receivable, money, outstanding } = judged;
  expect(receivable - money.refunded - money.collected + money.overCollected).toBe(outstanding);
  expect(outstanding).toBeGreaterThanOrEqual(0);
  expect(money.refunded).toBeGreaterThanOrEqual(0);
  expect(money.assumed).toBeLessThanOrEqual(money.refunded);
  expect(money.pendingRefund).toBeLessThanOrEqual(money.refunded);
  expect(judged.aged === null).toBe(outstanding === 0);
  for (const fen of [receivable, money.refunded, money.collected, money.assumed])
    expect(Number.isInteger(fen)).toBe(true);
}

describe.each(TEMPLATES)('with orders of %s', (template) => {
  const platform = template.startsWith('kuaishou') ? 'kuaishou' : 'pinduoduo';
  const make = (seed: number) => {
    const made = makeOrders({ template, rows: 150, seed, payLaterShare: 0.6 });
    const start = `${made.start.slice(0, 10)} 00:00:00`;
    const bill = makeBill({ platform, truth: made.truth, start, end: made.end });
    const payLater = made.truth.filter((order) => order.payLater).map(({ orderId }) => orderId);
    return {
      made,
      payLater,
      orders: [{ name: made.fileName, content: toBytes(made) }],
      bills: [{ name: bill.fileName, content: toBytes(bill, bill.layout) }],
    };
  };

  it('after-sales change no order that they do not name, and everything adds up', async () => {
    await fc.assert(
      fc.asyncProperty(
        seeds,
        fc.boolean(),
        fc.integer({ min: 0, max: 60 }),
        async (seed, isBilled, daysBack) => {
          const { made, payLater, orders, bills } = make(seed);
          const random = createRandom(seed);
          const named = new Set(payLater.filter(() => random.chance(0.4)));
          const rows = anyRows(seed, [...named], made.start, made.end);
          const given = isBilled ? bills : [];
          const options = { asOf: formatTime(parseTime(made.end) - daysBack * DAY).slice(0, 10) };
          const without = await auditBilled(folder(), orders, given, options);
          const all = await auditBilled(folder(), orders, given, options, rows);
          // Where one order's lines or a lag are learned from others, a named order may teach them: not looked at here.
          const learned = ({ portfolio: { settings } }: typeof all) =>
            JSON.stringify([settings.lineAmounts, settings.ledger?.proof]);
          fc.pre(learned(without) === learned(all));
          let changed = 0;
          for (const id of payLater) {
            const judged = all.order(id);
            assertAddsUp(judged);
            if (said(judged) === said(without.order(id))) continue;
            changed++;
            expect(named, id).toContain(id);
          }
          expect(changed).toBeGreaterThan(0);
        },
      ),
      RUNS,
    );
  });

  it('the order of the rows changes no order', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { made, payLater, orders, bills } = make(seed);
        const rows = anyRows(seed, payLater, made.start, made.end);
        const straight = await auditBilled(folder(), orders, bills, {}, rows);
        const mixed = await auditBilled(folder(), orders, bills, {}, createRandom(seed).shuffle(rows));
        for (const id of payLater) expect(said(mixed.order(id))).toBe(said(straight.order(id)));
        expect(mixed.portfolio.totals).toEqual(straight.portfolio.totals);
      }),
      RUNS,
    );
  });
});
