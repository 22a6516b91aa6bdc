// Orders, bills and after-sales of invented shops against what is true of each order, to the fen: nothing is assumed.
import { describe, expect, it } from 'vitest';
import { auditBilled } from '../support/billed.js';
import { DAY, formatTime, parseTime } from '../support/calendar.js';
import { createRandom, makeAfterSales, makeBill, makeOrders, toBytes } from '../support/exports.js';
import type { Truth } from '../support/orders.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const SHOPS = [
  { template: 'pinduoduo-2020', seed: 201 },
  { template: 'pinduoduo-2026-wide', seed: 204 },
  { template: 'kuaishou-61', seed: 205 },
] as const;

describe.each(SHOPS)('a shop that exports $template', ({ template, seed }) => {
  const made = makeOrders({ template, rows: 2000, seed });
  const payLater = made.truth.filter((order) => order.payLater);
  const platform = template.startsWith('kuaishou') ? 'kuaishou' : 'pinduoduo';
  const list = made.showsPayLater ? {} : { list: payLater.map(({ orderId }) => orderId) };
  const start = `${made.start.slice(0, 10)} 00:00:00`;
  const bill = makeBill({ platform, truth: made.truth, start, end: made.end });
  const sales = makeAfterSales({ platform, truth: made.truth, end: made.end, seed });
  const orders = [{ name: made.fileName, content: toBytes(made) }];
  const bills = [{ name: bill.fileName, content: toBytes(bill, bill.layout) }];
  const named = (name: string, rows: readonly string[][]) => ({
    name: `${name}_${sales.fileName}`,
    content: toBytes({ header: sales.header, rows }),
  });
  const whole = [named('a', sales.rows)];
  const asOf = (days: number) => formatTime(parseTime(made.end) - days * DAY).slice(0, 10);

  it('owes, has refunded, has collected and lacks what is true, order by order, and assumes nothing', async () => {
    const { order, portfolio } = await auditBilled(folder(), orders, bills, list, whole);
    const wrong: unknown[] = [];
    for (const truth of payLater) {
      const judged = order(truth.orderId);
      const { receivableFen: receivable, refundedFen, netCollectedFen, outstandingFen } = truth;
      const want = [receivable, refundedFen, netCollectedFen, outstandingFen];
      const got = judged && [
        judged.receivable,
        judged.money.refunded,
        judged.money.collected,
        judged.outstanding,
      ];
      if (JSON.stringify(got) !== JSON.stringify(want)) wrong.push([truth.orderId, truth.outcome, got, want]);
    }
    expect(wrong).toEqual([]);
    expect(portfolio.totals.refundAssumed).toEqual({ orders: 0, fen: 0 });
    expect(portfolio.totals.refundSources['after-sales'].orders).toBeGreaterThan(0);
  });

  it('has the goods out of those that were refunded without a return, or closed', async () => {
    const { order } = await auditBilled(folder(), orders, bills, list, whole);
    const isGone = ({ receivableFen, refundedFen, shippedAt, phase, returnWaybill }: Truth) =>
      shippedAt !== null &&
      returnWaybill === '' &&
      (phase === 'cancelled' || (receivableFen > 0 && refundedFen >= receivableFen));
    // Kuaishou's export names no return waybill, and its kind alone tells of a return.
    const out = payLater
      .filter(({ orderId }) => (order(orderId)?.goodsOut ?? 0) > 0)
      .map(({ orderId }) => orderId);
    const want = payLater.filter(isGone).map(({ orderId }) => orderId);
    expect(out.filter((id) => !want.includes(id))).toEqual([]);
    expect(out.length).toBeGreaterThan(5);
  });

  it('says the same with the rows in any order and in any files', async () => {
    const random = createRandom(seed);
    const straight = await auditBilled(folder(), orders, bills, list, whole);
    const mixed = random.shuffle(sales.rows);
    const at = random.int(1, mixed.length - 1);
    const overlap = Math.min(mixed.length, at + 20);
    const parts = [named('b', mixed.slice(0, overlap)), named('c', mixed.slice(at))];
    const cut = await auditBilled(folder(), orders, bills, list, parts);
    expect(cut.portfolio.totals).toEqual(straight.portfolio.totals);
    for (const { orderId } of payLater)
      expect(JSON.stringify(cut.order(orderId))).toBe(JSON.stringify(straight.order(orderId)));
  });

  it.each([10, 45])(
    '%d days back it is the audit of what had been asked for and agreed to by then',
    async (days) => {
      const options = { ...list, asOf: asOf(days) };
      const back = await auditBilled(folder(), orders, [], options, whole);
      for (const truth of payLater) {
        const judged = back.order(truth.orderId);
        if (judged === null || judged.receivable === 0) continue;
        const isBy = (time: string | null) => time !== null && time.slice(0, 10) <= options.asOf;
        const isRefund = truth.refunded && truth.requestedAt !== null;
        if (!isRefund) continue;
        // Kuaishou's export does not say when it was agreed to: the day on which it was asked for stands for it.
        const agreed = platform === 'kuaishou' ? truth.requestedAt : truth.refundAt;
        if (!isBy(truth.requestedAt))
          expect([truth.orderId, judged.money.refunded]).toEqual([truth.orderId, 0]);
        else if (!isBy(agreed)) expect([truth.orderId, judged.stage]).toEqual([truth.orderId, 'frozen']);
        else expect([truth.orderId, judged.money.refunded > 0]).toEqual([truth.orderId, true]);
      }
    },
  );
});
