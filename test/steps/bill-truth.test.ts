// Orders and bills of invented shops against what is true of each order, to the fen, and clocks computed a second time.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type AuditPlace, audit } from '../../src/audit.js';
import { ANNOTATION_COLUMNS, type AnnotationKey } from '../../src/core/annotation.js';
import { realPort } from '../../src/io/port.js';
import { auditBilled } from '../support/billed.js';
import { DAY, parseTime } from '../support/calendar.js';
import { makeBill, makeOrders, toBytes } from '../support/exports.js';
import type { Truth } from '../support/orders.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const TERMS = { autoReceipt: 10, grace: 1 };
const SHOPS = [
  { template: 'pinduoduo-2020', seed: 101 },
  { template: 'pinduoduo-2023', seed: 102 },
  { template: 'pinduoduo-2026-short', seed: 103 },
  { template: 'pinduoduo-2026-wide', seed: 104 },
  { template: 'kuaishou-61', seed: 105 },
  { template: 'kuaishou-64', seed: 106 },
] as const;

type Figures = { receivable: number; refunded: number; collected: number; outstanding: number };

/**
 * What a bill that reaches back far enough lets one say of an order. A refund without an amount is taken for all of
 * the order where no money came in, and for what is missing where some did; both are domain rules, not the truth.
 */
function expectedOf(order: Truth): Figures {
  const { receivableFen, refundedFen, netCollectedFen, outstandingFen } = order;
  const assumed = order.refunded && receivableFen > 0 && order.incomeAt === null;
  if (assumed) return { receivable: receivableFen, refunded: receivableFen, collected: 0, outstanding: 0 };
  return {
    receivable: receivableFen,
    refunded: refundedFen,
    collected: netCollectedFen,
    outstanding: outstandingFen,
  };
}

const dayOf = (time: string) => Math.floor(parseTime(time) / DAY);

/** Due date, days past due, bucket and stage of an order with something outstanding, from its life alone. */
function clockOf(order: Truth, asOf: number, hasReceipt: boolean) {
  const { phase, afterSale, shippedAt, receivedAt } = order;
  const byShipping = shippedAt === null ? null : dayOf(shippedAt) + TERMS.autoReceipt + TERMS.grace;
  const byReceipt = receivedAt !== null && hasReceipt ? dayOf(receivedAt) + TERMS.grace : byShipping;
  const due = phase === 'received' ? byReceipt : null;
  const late = due === null ? 0 : Math.max(0, asOf - due);
  if (afterSale === 'open') return { due, days: 0, bucket: 'frozen', stage: 'frozen' };
  if (phase === 'unshipped') return { due, days: 0, bucket: 'no-due-date', stage: 'unshipped' };
  if (phase === 'shipped') {
    const isLate = byShipping !== null && asOf > byShipping;
    return { due, days: 0, bucket: 'not-due', stage: isLate ? 'receipt-late' : 'in-transit' };
  }
  const bounds = [
    [0, 'not-due'],
    [3, '1-3'],
    [30, '4-30'],
    [60, '31-60'],
    [90, '61-90'],
  ] as const;
  const bucket = bounds.find(([most]) => late <= most)?.[1] ?? '91+';
  return { due, days: late, bucket, stage: late > 0 ? 'overdue' : 'received' };
}

describe.each(SHOPS)('a shop that exports $template', ({ template, seed }) => {
  const made = makeOrders({ template, rows: 2000, seed });
  const payLater = made.truth.filter((order) => order.payLater);
  const options = made.showsPayLater ? {} : { list: payLater.map(({ orderId }) => orderId) };
  const platform = template.startsWith('kuaishou') ? 'kuaishou' : 'pinduoduo';
  const start = `${made.start.slice(0, 10)} 00:00:00`;
  const bill = makeBill({ platform, truth: made.truth, start, end: made.end });
  const orders = [{ name: made.fileName, content: toBytes(made) }];
  const bills = [{ name: bill.fileName, content: toBytes(bill, bill.layout) }];
  const read = auditBilled(folder(), orders, bills, options);

  it('owes, has refunded, has collected and lacks what is true, order by order', async () => {
    const { order } = await read;
    const wrong: unknown[] = [];
    for (const truth of payLater) {
      const judged = order(truth.orderId);
      const want = expectedOf(truth);
      const got = judged && {
        receivable: judged.receivable,
        refunded: judged.money.refunded,
        collected: judged.money.collected,
        outstanding: judged.outstanding,
      };
      if (JSON.stringify(got) !== JSON.stringify(want))
        wrong.push([truth.orderId, truth.outcome, truth.lines.length, got, want]);
    }
    expect(wrong).toEqual([]);
    expect(payLater.length).toBeGreaterThan(500);
  });

  it('has the same totals as the sum of the truth', async () => {
    const { totals } = (await read).portfolio;
    const sum = (of: keyof Figures) => payLater.reduce((fen, order) => fen + expectedOf(order)[of], 0);
    expect({
      orders: totals.payLaterOrders,
      receivable: totals.receivableFen,
      refunded: totals.refundedFen,
      collected: totals.collectedFen,
      over: totals.overCollected,
      outstanding: totals.outstanding.fen,
      open: totals.outstanding.orders,
    }).toEqual({
      orders: payLater.length,
      receivable: sum('receivable'),
      refunded: sum('refunded'),
      collected: sum('collected'),
      over: { orders: 0, fen: 0 },
      outstanding: sum('outstanding'),
      open: payLater.filter((order) => expectedOf(order).outstanding > 0).length,
    });
  });

  it('has due dates, days past due, buckets and stages that hold when computed again', async () => {
    const { order, portfolio } = await read;
    const asOf = dayOf(made.end);
    const hasReceipt = platform === 'pinduoduo';
    const buckets: Record<string, number> = {};
    const stages: Record<string, number> = {};
    const wrong: unknown[] = [];
    for (const truth of payLater) {
      const { outstanding } = expectedOf(truth);
      if (outstanding === 0) continue;
      const want = clockOf(truth, asOf, hasReceipt);
      buckets[want.bucket] = (buckets[want.bucket] ?? 0) + outstanding;
      stages[want.stage] = (stages[want.stage] ?? 0) + outstanding;
      const judged = order(truth.orderId);
      const aged = judged?.aged;
      const dueDay = aged?.dueDay ?? Number.NaN;
      const got = {
        due: Number.isNaN(dueDay) ? null : dueDay,
        days: aged?.daysPastDue,
        bucket: aged?.bucket,
        stage: judged?.stage,
      };
      if (JSON.stringify(got) !== JSON.stringify(want)) wrong.push([truth.orderId, truth.outcome, got, want]);
    }
    expect(wrong).toEqual([]);
    const { totals } = portfolio;
    const filled = (shares: Record<string, { fen: number }>) =>
      Object.fromEntries(Object.entries(shares).flatMap(([name, { fen }]) => (fen > 0 ? [[name, fen]] : [])));
    expect(filled(totals.aging)).toEqual(buckets);
    expect(filled(totals.stages)).toEqual(stages);
    expect(Object.keys(stages).length).toBeGreaterThan(4);
  });

  it('calls nothing on its way or unshipped overdue, and nothing that is overdue unproven by mistake', async () => {
    const { order, bills: model } = await read;
    expect(model?.failed).toEqual([]);
    expect(model?.controlOrders).toBeGreaterThan(200);
    expect(model?.controlRate).toBeGreaterThan(0.98);
    for (const truth of payLater) {
      const judged = order(truth.orderId);
      if (truth.phase !== 'received') expect(judged?.stage, truth.orderId).not.toBe('overdue');
      if (
        truth.incomeAt !== null &&
        expectedOf(truth).outstanding === 0 &&
        truth.receivableFen > truth.refundedFen
      )
        expect(judged?.collection).toBe('settled');
    }
  });

  it('learns the lag from ordinary orders as it shows in their lives', async () => {
    const lags = made.truth
      .filter((order) => !order.payLater && order.phase === 'received' && order.incomeAt !== null)
      .map(({ receivedAt, incomeAt }) => dayOf(incomeAt!) - dayOf(receivedAt!))
      .sort((a, b) => a - b);
    const { bills: model, portfolio } = await read;
    if (platform === 'pinduoduo') {
      expect(model?.lagDays).toBe(lags[Math.ceil(lags.length * 0.99) - 1]);
      expect(model?.lagSource).toBe('learned');
    } else {
      const shipping = portfolio.settings.ledger?.proof.shippingLagDays;
      expect(shipping).toBeGreaterThan(3);
      expect(shipping).toBeLessThan(12);
    }
  });

  it('learns which platform columns are paid to the shop', async () => {
    const parts = (await read).bills?.platformParts.map(({ columns }) => columns);
    const columns = {
      'pinduoduo-2020': ['平台优惠折扣(元)'],
      kuaishou: ['平台补贴', '主播补贴', '支付优惠'],
      pinduoduo: ['平台优惠折扣(元)', '多多支付立减金额(元)'],
    };
    expect(parts).toEqual([template === 'pinduoduo-2020' ? columns[template] : columns[platform]]);
  });

  it('writes copies whose money columns sum to the report', async () => {
    const dir = folder();
    for (const { name, content } of [...orders, ...bills]) writeFileSync(join(dir, name), content);
    writeFileSync(join(dir, 'list.txt'), payLater.map(({ orderId }) => orderId).join('\n'));
    const unused = () => {
      throw new Error('unused');
    };
    const place = { port: realPort(), folder: dir, spool: unused, stdout: unused } as unknown as AuditPlace;
    const { summary } = await audit(place, {
      orders: orders.map(({ name }) => join(dir, name)),
      bills: bills.map(({ name }) => join(dir, name)),
      output: join(dir, 'copy.csv'),
      ...(made.showsPayLater ? {} : { payLaterOrders: join(dir, 'list.txt') }),
    });
    const [, ...rows]: string[][] = parse(readFileSync(join(dir, 'copy.csv')), { bom: true });
    const sumOf = (key: AnnotationKey) => {
      const at = made.header.length + ANNOTATION_COLUMNS.findIndex((column) => column.key === key);
      return rows.reduce((fen, row) => fen + Math.round(Number(row[at]!.trim() || '0') * 100), 0);
    };
    expect({
      receivable: sumOf('receivable'),
      collected: sumOf('collected'),
      refunded: sumOf('refunded'),
      outstanding: sumOf('outstanding'),
    }).toEqual({
      receivable: summary.receivableFen,
      collected: summary.collectedFen,
      refunded: summary.refundedFen,
      outstanding: summary.outstanding.fen,
    });
    expect(summary.outstanding.fen).toBe(
      payLater.reduce((fen, order) => fen + expectedOf(order).outstanding, 0),
    );
  });
});
