// When a missing row proves that no money came in: each condition failing alone, through the real reading.
import { describe, expect, it } from 'vitest';
import { auditBilled, type BillLine, billOf, pinduoduoBill } from '../support/billed.js';
import { DAY, formatTime, parseTime } from '../support/calendar.js';
import { toBytes } from '../support/exports.js';
import type { NamedFile } from '../support/reading.js';
import { type Cells, cellsFor, csvOf, type RowPlatform } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const ID = { pinduoduo: '260601-100000000000001', kuaishou: '2606010000000001' };
const AS_OF = '2026-07-19';
const dayAfter = (first: string, days: number) => formatTime(parseTime(first) + days * DAY).slice(0, 10);
const idOf = (platform: RowPlatform, n: number) =>
  platform === 'pinduoduo'
    ? `260520-2000000000${String(n).padStart(5, '0')}`
    : `26052000000${String(n).padStart(5, '0')}`;

interface Shop {
  readonly platform?: RowPlatform;
  /** Ordinary orders, and of these so many without income. */
  readonly ordinary?: number;
  readonly missing?: number;
  readonly payLater?: number;
  readonly payLaterMissing?: number;
  /** Days from receipt (shipping without receipt times) to income. */
  readonly lag?: number;
  readonly bills?: (lines: readonly BillLine[]) => readonly NamedFile[];
  readonly more?: readonly Cells[];
  readonly asOf?: string;
}

/** One overdue order that stands in no bill, amid a shop; orders ship from 05-20 on and are received 4 days later. */
async function audit(shop: Shop) {
  const { platform = 'pinduoduo', ordinary = 104, missing = 0, payLater = 8, payLaterMissing = 0 } = shop;
  const rows: Cells[] = [{}, ...(shop.more ?? [])];
  const lines: BillLine[] = [];
  const lag = shop.lag ?? (platform === 'pinduoduo' ? 1 : 8);
  for (let n = 0; n < ordinary + payLater; n++) {
    const isPayLater = n >= ordinary;
    const shipped = dayAfter('2026-05-20', (isPayLater ? n - ordinary : n) % 42);
    const id = idOf(platform, n);
    const isPinduoduo = platform === 'pinduoduo';
    const plain: Cells = isPinduoduo ? { 是否先用后付: '否' } : { 支付方式: '微信支付' };
    rows.push({
      ...cellsFor(platform, { id, ordered: `${shipped} 08:00:00`, shipped: `${shipped} 10:00:00` }),
      ...(isPinduoduo ? { 确认收货时间: `${dayAfter(shipped, 4)} 12:00:00` } : {}),
      ...(isPayLater ? {} : plain),
    });
    const isMissing = isPayLater ? n - ordinary < payLaterMissing : n >= 20 && n < 20 + missing;
    const at = dayAfter(shipped, isPinduoduo ? 4 + lag : lag);
    if (!isMissing) lines.push({ id, at, kind: 'income', yuan: 100 });
  }
  const orders = [{ name: 'orders.csv', content: csvOf(platform, rows) }];
  const bills = shop.bills?.(lines) ?? [billOf(platform, lines)];
  const audited = await auditBilled(folder(), orders, bills, { asOf: shop.asOf ?? AS_OF });
  const judged = audited.order(ID[platform])!;
  return { ...audited, judged, proof: audited.portfolio.settings.ledger?.proof };
}

describe.each(['pinduoduo', 'kuaishou'] as const)('on %s', (platform) => {
  it('a missing row proves that nothing came in when all conditions hold', async () => {
    const { judged, bills } = await audit({ platform });
    expect([judged.collection, judged.money.unproven, judged.stage]).toEqual([
      'uncollected',
      null,
      'overdue',
    ]);
    expect(bills).toMatchObject({ failed: [], controlRate: 1 });
  });

  it('without bills nothing is proven', async () => {
    const { judged, portfolio } = await audit({ platform, bills: () => [] });
    expect([judged.collection, judged.money.unproven]).toEqual(['unproven', 'no-bills']);
    expect(portfolio.totals.unproven.fen).toBe(portfolio.totals.outstanding.fen);
    expect(portfolio.totals.provenAging['31-60']).toEqual({ orders: 0, fen: 0 });
  });

  it('a bill with a header only proves nothing and stops nothing', async () => {
    const { judged, bills } = await audit({ platform, bills: () => [billOf(platform, [])] });
    expect(judged.collection).toBe('unproven');
    expect(judged.money.unproven).not.toBeNull();
    expect(bills?.rows.all).toBe(0);
  });

  it('a bill that ends before the due date and the lag proves nothing of that order', async () => {
    const last = platform === 'pinduoduo' ? '2026-06-07' : '2026-06-12';
    const bills = (lines: readonly BillLine[]) => [
      platform === 'pinduoduo'
        ? pinduoduoBill(
            lines.filter(({ at }) => at <= last),
            '2026-05-01',
            last,
          )
        : billOf(
            platform,
            lines.filter(({ at }) => at <= last),
          ),
    ];
    const { judged, bills: model } = await audit({ platform, ordinary: 160, bills });
    expect([judged.collection, judged.money.unproven]).toEqual(['unproven', 'coverage']);
    expect(model?.failed).toEqual([]);
    expect(model?.unseenDays).toBeGreaterThan(2);
  });

  it('a control group of which more than 2 in 100 are missing proves nothing', async () => {
    const { judged, bills } = await audit({ platform, missing: 6 });
    expect([judged.collection, judged.money.unproven]).toEqual(['unproven', 'control']);
    expect(bills?.failed).toEqual(['control']);
    expect(bills?.controlRate).toBeLessThan(0.98);
  });

  it('without a settled pay-later order its wallet may not be among the files', async () => {
    const { judged, bills } = await audit({ platform, payLaterMissing: 8 });
    expect([judged.collection, judged.money.unproven]).toEqual(['unproven', 'none-settled']);
    expect(bills?.failed).toEqual(['none-settled']);
  });

  it('with fewer than 30 ordinary orders five settled of those past due are enough, and four are not', async () => {
    const five = await audit({ platform, ordinary: 0, payLater: 25, payLaterMissing: 20 });
    expect(five.bills?.failed).toEqual(['control']);
    const six = await audit({ platform, ordinary: 0, payLater: 28, payLaterMissing: 22 });
    expect(six.bills?.failed).toEqual([]);
    const four = await audit({ platform, ordinary: 0, payLater: 8, payLaterMissing: 4 });
    expect(four.bills?.failed).toEqual(['control']);
    expect(four.judged.money.unproven).toBe('control');
  });

  it('what is unshipped or on its way is never overdue, however old', async () => {
    const id = (n: number) => ({ 订单号: `${ID[platform].slice(0, -1)}${n}` });
    const isPinduoduo = platform === 'pinduoduo';
    const noReceipt: Cells = isPinduoduo ? { 确认收货时间: '' } : {};
    const more = [
      { ...id(2), 订单状态: '待发货', 发货时间: '', ...noReceipt },
      { ...id(3), 订单状态: isPinduoduo ? '已发货，待收货' : '已发货', ...noReceipt },
    ];
    const { portfolio, order } = await audit({ platform, more });
    const places = [2, 3].map((n) => order(id(n).订单号)?.stage);
    expect(places).toEqual(['unshipped', 'receipt-late']);
    expect(portfolio.totals.overdue).toEqual({ orders: 1, fen: 10_000 });
  });

  it('on a day in the past bills behind that day prove nothing and show no other shop', async () => {
    const { bills, proof, judged } = await audit({ platform, asOf: '2026-06-16' });
    expect(bills?.failed).toEqual([]);
    expect(proof?.past.at(-1)?.to).toBeLessThan(proof?.periods.at(-1)?.to ?? 0);
    expect(judged.stage).toBe('overdue');
    const due = await audit({ platform, asOf: platform === 'pinduoduo' ? '2026-06-08' : '2026-06-14' });
    expect(due.judged.aged?.daysPastDue).toBe(1);
  });
});

describe('ordinary orders received in the last days of the bill', () => {
  /** Forty that were received on a day and have no income yet, beside some that settled. */
  const late = (day: string) =>
    Array.from({ length: 40 }, (_, n) => ({
      ...cellsFor('pinduoduo', { id: idOf('pinduoduo', 500 + n), shipped: '2026-07-10 10:00:00' }),
      确认收货时间: `${day} 12:00:00`,
      是否先用后付: '否',
    }));

  it('prove nothing, for their money can still come, but do not make the bill another shop’s', async () => {
    const { judged, bills } = await audit({ ordinary: 20, more: late('2026-07-18') });
    expect(bills).toMatchObject({ failed: ['control'], controlOrders: 60, controlRate: 20 / 60 });
    expect([judged.collection, judged.money.unproven]).toEqual(['unproven', 'control']);
  });

  it('make it another shop’s once the lag is over and they are still missing', async () => {
    const refused = audit({ ordinary: 20, more: late('2026-07-17') });
    await expect(refused).rejects.toMatchObject({
      code: 'bills-foreign',
      facts: { orders: 60, percent: 33.3 },
    });
  });
});

describe('the lag', () => {
  it('is learned from the receipts of ordinary orders', async () => {
    const { bills } = await audit({ lag: 5 });
    expect(bills).toMatchObject({ lagDays: 5, lagSource: 'learned' });
  });

  it('is the platform’s default when fewer than 50 tell', async () => {
    const { bills } = await audit({ ordinary: 49, lag: 5 });
    expect(bills).toMatchObject({ lagDays: 2, lagSource: 'default' });
    const kuaishou = await audit({ platform: 'kuaishou', ordinary: 49 });
    expect(kuaishou.bills).toMatchObject({ lagDays: 15, lagSource: 'default' });
  });

  it('of Kuaishou is learned from the shipping, and never ends before the due date', async () => {
    const late = await audit({ platform: 'kuaishou', lag: 17 });
    expect(late.proof?.shippingLagDays).toBe(17);
    // Shipped on 06-02: 17 days later is 06-19.
    expect(formatTime(late.judged.needTo * DAY).slice(0, 10)).toBe('2026-06-19');
    expect(late.bills).toMatchObject({ shippingLagDays: 17, lagSource: 'default' });
    expect((await audit({ platform: 'kuaishou', ordinary: 49 })).bills?.shippingLagDays).toBeNull();
    const early = await audit({ platform: 'kuaishou', lag: 8 });
    expect(formatTime(early.judged.needTo * DAY).slice(0, 10)).toBe('2026-06-13');
  });
});

describe('the platform’s parts', () => {
  const shared = (cells: Cells): Cells => ({
    实付款: '¥90.00',
    平台补贴: '¥6.00',
    主播补贴: '¥4.00',
    ...cells,
  });
  const columns = ['主播补贴'];
  const run = async (settled: (id: string) => readonly BillLine[], n = 12) => {
    const ids = Array.from({ length: n }, (_, i) => idOf('kuaishou', i));
    const rows = [shared({}), ...ids.map((id) => shared({ 订单号: id }))];
    const orders = [{ name: 'orders.csv', content: csvOf('kuaishou', rows, { columns }) }];
    const lines = ids.flatMap(settled);
    const bills = lines.length === 0 ? [] : [billOf('kuaishou', lines)];
    const audited = await auditBilled(folder(), orders, bills, { asOf: AS_OF });
    return { receivable: audited.order(ID.kuaishou)?.receivable, parts: audited.bills?.platformParts };
  };
  const at = '2026-06-14';

  it.each([
    ['both', 10, 10_000, ['平台补贴', '主播补贴']],
    ['one', 6, 9600, ['平台补贴']],
    ['the other', 4, 9400, ['主播补贴']],
    ['none', 0, 9000, []],
  ] as const)('of Kuaishou are %s where the settlement says so', async (_, subsidy, receivable, names) => {
    const result = await run((id) => [
      { id, at, kind: 'income', yuan: 90 },
      ...(subsidy > 0 ? [{ id, at, kind: 'subsidy', yuan: subsidy } as const] : []),
    ]);
    expect(result.receivable).toBe(receivable);
    expect(result.parts).toEqual([{ platform: 'kuaishou', columns: names }]);
  });

  it('of Kuaishou count for nothing without a settlement, and where no set fits', async () => {
    expect((await run(() => [])).receivable).toBe(9000);
    const odd = await run((id) => [{ id, at, kind: 'income', yuan: 93 }]);
    expect(odd.receivable).toBe(9000);
  });

  it('of Kuaishou are learned from ordinary orders too', async () => {
    const ids = Array.from({ length: 12 }, (_, i) => idOf('kuaishou', i));
    const rows = [shared({}), ...ids.map((id) => shared({ 订单号: id, 支付方式: '微信支付' }))];
    const lines = ids.flatMap((id): BillLine[] => [
      { id, at, kind: 'income', yuan: 90 },
      { id, at, kind: 'subsidy', yuan: 10 },
    ]);
    const orders = [{ name: 'orders.csv', content: csvOf('kuaishou', rows, { columns }) }];
    const audited = await auditBilled(folder(), orders, [billOf('kuaishou', lines)], { asOf: AS_OF });
    expect(audited.order(ID.kuaishou)?.receivable).toBe(10_000);
  });
});

describe('a bill cut into two files', () => {
  it('that touch has no gap, and with a day between them it has one', async () => {
    const cut = (from: string) => (lines: readonly BillLine[]) => [
      pinduoduoBill(
        lines.filter(({ at }) => at < '2026-06-07'),
        '2026-05-01',
        '2026-06-06',
        'a',
      ),
      pinduoduoBill(
        lines.filter(({ at }) => at >= from),
        from,
        '2026-07-19',
        'b',
      ),
    ];
    const touching = await audit({ bills: cut('2026-06-07') });
    expect([touching.judged.collection, touching.bills?.periods.length]).toEqual(['uncollected', 1]);
    const apart = await audit({ bills: cut('2026-06-08') });
    expect([apart.judged.money.unproven, apart.bills?.periods.length]).toEqual(['coverage', 2]);
  });

  it('of which one is no bill at all is refused', async () => {
    const content = toBytes({ header: ['订单号', '备注'], rows: [] });
    await expect(audit({ bills: () => [{ name: 'x.csv', content }] })).rejects.toThrow();
  });
});
