// Whose bills they are: another shop's prove nothing, and what one shop's bill lacks no other's makes up.
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/user-error.js';
import { auditBilled, type BillLine, billOf, pinduoduoBill } from '../support/billed.js';
import { DAY, formatTime, parseTime } from '../support/calendar.js';
import type { NamedFile } from '../support/reading.js';
import { type Cells, cellsFor, csvOf, type RowPlatform } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const ID = { pinduoduo: '260601-100000000000001', kuaishou: '2606010000000001' };
const COLUMN = { pinduoduo: '店铺ID', kuaishou: '商家ID' };
const dayAfter = (first: string, days: number) => formatTime(parseTime(first) + days * DAY).slice(0, 10);
const idOf = (platform: RowPlatform, n: number) =>
  platform === 'pinduoduo'
    ? `260520-2000000000${String(n).padStart(5, '0')}`
    : `26052000000${String(n).padStart(5, '0')}`;

interface Shop {
  readonly platform?: RowPlatform;
  readonly ordinary?: number;
  /** The shop id that the n-th order names; null: there is no such column. */
  readonly shop?: ((n: number) => string) | null;
  readonly bills: (lines: readonly BillLine[]) => readonly NamedFile[];
}

/**
 * One overdue order that stands in no bill, amid some that settled: so many ordinary ones, too few for a control group
 * unless asked for, and 10 pay-later ones behind them. The overdue one takes its shop id as number -1.
 */
async function audit({ platform = 'pinduoduo', ordinary = 20, shop = null, bills }: Shop) {
  const isPinduoduo = platform === 'pinduoduo';
  const named = (n: number): Cells => (shop === null ? {} : { [COLUMN[platform]]: shop(n) });
  const rows: Cells[] = [named(-1)];
  const lines: BillLine[] = [];
  for (let n = 0; n < ordinary + 10; n++) {
    const shipped = dayAfter('2026-05-20', (n * 3) % 48);
    const id = idOf(platform, n);
    const plain: Cells = isPinduoduo ? { 是否先用后付: '否' } : { 支付方式: '微信支付' };
    rows.push({
      ...cellsFor(platform, { id, ordered: `${shipped} 08:00:00`, shipped: `${shipped} 10:00:00` }),
      ...(isPinduoduo ? { 确认收货时间: `${dayAfter(shipped, 4)} 12:00:00` } : {}),
      ...(n < ordinary ? plain : {}),
      ...named(n),
    });
    lines.push({ id, at: dayAfter(shipped, isPinduoduo ? 5 : 8), kind: 'income', yuan: 100 });
  }
  const columns = shop === null ? [] : [COLUMN[platform]];
  const orders = [{ name: 'orders.csv', content: csvOf(platform, rows, { columns }) }];
  const audited = await auditBilled(folder(), orders, bills(lines), { asOf: '2026-07-19' });
  const judged = audited.order(ID[platform]);
  return {
    proof: [judged?.collection, judged?.money.unproven],
    failed: audited.bills?.failed,
    periods: audited.bills?.periods.map(({ from, to }) => `${from.slice(5)}..${to.slice(5)}`),
  };
}

/** A bill of a mall over a period; '' for a file without a mall id in its name. Its rows are those of its days. */
function bill(mall: string, lines: readonly BillLine[], from = '2026-05-01', to = '2026-07-19'): NamedFile {
  const inside = lines.filter(({ at }) => at >= from && at <= to);
  const name = mall === '' ? `bill ${from}` : `pdd-mall-bill-detail(${mall})_${from}`;
  return pinduoduoBill(inside, from, to, name);
}

const PROVEN = ['uncollected', null];
const strangers = (lines: readonly BillLine[]) =>
  lines.map((line) => ({ ...line, id: line.id.replace('-2', '-7') }));

describe('orders that name their shop', () => {
  const shop = () => '100';

  it('are proven by bills of this shop', async () => {
    const { proof, failed, periods } = await audit({ shop, bills: (lines) => [bill('100', lines)] });
    expect([proof, failed, periods]).toEqual([PROVEN, [], ['05-01..07-19']]);
  });

  it('are not proven by bills that all name another one, whatever stands in them', async () => {
    const { proof, failed, periods } = await audit({ shop, bills: (lines) => [bill('200', lines)] });
    expect([proof, failed, periods]).toEqual([['unproven', 'other-shop'], ['other-shop'], []]);
  });

  it('are proven by a bill that names none', async () => {
    const { proof, failed } = await audit({ shop, bills: (lines) => [bill('', lines)] });
    expect([proof, failed]).toEqual([PROVEN, []]);
  });

  it.each([
    ['200', ['unproven', 'coverage'], ['05-01..06-07']],
    ['100', PROVEN, ['05-01..07-19']],
    ['', PROVEN, ['05-01..07-19']],
  ])('are covered by the second bill of mall "%s": %j', async (mall, verdict, covered) => {
    const { proof, periods } = await audit({
      shop,
      bills: (lines) => [bill('100', lines, '2026-05-01', '2026-06-07'), bill(mall, lines, '2026-06-08')],
    });
    expect([proof, periods]).toEqual([verdict, covered]);
  });

  it.each([
    ['one of them only', [], ['unproven', 'coverage'], ['coverage']],
    ['one of them, and one without a name', [''], PROVEN, []],
    ['both', ['300'], PROVEN, []],
  ])('and are of two shops are proven by bills of %s', async (_, malls, verdict, conditions) => {
    const { proof, failed } = await audit({
      shop: (n) => (n % 2 === 0 ? '300' : '100'),
      bills: (lines) => [bill('100', lines), ...malls.map((mall) => bill(mall, lines))],
    });
    expect([proof, failed]).toEqual([verdict, conditions]);
  });

  it.each([
    ['named', '100', PROVEN],
    ['blank', '', ['unproven', 'coverage']],
  ])('and of which one is %s, beside another shop’s bill that holds it', async (_, cell, verdict) => {
    const { proof } = await audit({
      shop: (n) => (n === 29 ? cell : '100'),
      bills: (lines) => [bill('100', lines), bill('200', lines, '2026-07-01')],
    });
    expect(proof).toEqual(verdict);
  });

  it('refuse bills of another shop as any other foreign bill, where enough orders tell', async () => {
    const error = await audit({
      shop,
      ordinary: 60,
      bills: (lines) => [bill('200', strangers(lines))],
    }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).code).toBe('bills-foreign');
    expect((error as UserError).facts['path']).toEqual([
      expect.stringMatching(/pdd-mall-bill-detail\(200\)_2026-05-01\.csv$/),
    ]);
  });

  it.each([
    ['900', PROVEN, []],
    ['901', ['unproven', 'other-shop'], ['other-shop']],
  ])('on Kuaishou: %s against the settlement’s 900', async (name, verdict, conditions) => {
    const { proof, failed } = await audit({
      platform: 'kuaishou',
      shop: () => name,
      ordinary: 60,
      bills: (lines) => [billOf('kuaishou', lines)],
    });
    expect([proof, failed]).toEqual([verdict, conditions]);
  });

  it('only say so of pay-later orders: the shop of an ordinary one is not asked for a bill', async () => {
    const { proof } = await audit({
      shop: (n) => (n >= 0 && n < 20 ? '300' : '100'),
      bills: (lines) => [bill('100', lines)],
    });
    expect(proof).toEqual(PROVEN);
  });
});

describe('orders that do not name their shop, with bills of two', () => {
  /** Mall 100 holds all orders but a few of mall 200, and nothing between 06-06 and 06-11. */
  const gapped = (lines: readonly BillLine[]) => [
    bill('100', lines, '2026-05-01', '2026-06-05'),
    bill('100', lines, '2026-06-12'),
  ];

  it.each([
    ['200', ['unproven', 'coverage']],
    ['100', PROVEN],
    ['', PROVEN],
  ])('the gap of one is not filled by mall "%s": %j', async (mall, verdict) => {
    const { proof, failed } = await audit({ bills: (lines) => [...gapped(lines), bill(mall, lines)] });
    expect([proof, failed]).toEqual([verdict, []]);
  });

  it('count the days that both cover', async () => {
    const { periods } = await audit({
      bills: (lines) => [...gapped(lines), bill('200', lines, '2026-05-20', '2026-07-01')],
    });
    expect(periods).toEqual(['05-20..06-05', '06-12..07-01']);
  });

  it.each([
    ['holds none of the orders, narrows nothing', strangers, PROVEN],
    ['holds one of them, narrows', (lines: readonly BillLine[]) => lines, ['unproven', 'coverage']],
  ])('a short bill of another shop that %s', async (_, rowsOf, verdict) => {
    const { proof } = await audit({
      bills: (lines) => [bill('100', lines), bill('200', rowsOf(lines), '2026-07-01')],
    });
    expect(proof).toEqual(verdict);
  });

  it('a bill that holds none of the orders does not fill a gap either', async () => {
    const { proof } = await audit({
      bills: (lines) => [...gapped(lines), bill('200', strangers(lines))],
    });
    expect(proof).toEqual(['unproven', 'coverage']);
  });

  it('are refused where no bill holds any of them', async () => {
    const error = await audit({
      ordinary: 60,
      bills: (lines) => [bill('100', strangers(lines)), bill('200', strangers(lines), '2026-07-01')],
    }).catch((thrown: unknown) => thrown);
    expect((error as UserError).code).toBe('bills-foreign');
  });

  it('bills of one shop, one of them without its name, are one', async () => {
    const { proof, periods } = await audit({
      bills: (lines) => [
        bill('100', strangers(lines), '2026-05-01', '2026-06-07'),
        bill('', lines, '2026-06-08'),
      ],
    });
    expect([proof, periods]).toEqual([PROVEN, ['05-01..07-19']]);
  });
});
