// Per line or the order's total repeated: what ordinary orders of several lines say by the income that fits.
import { describe, expect, it } from 'vitest';
import { auditBilled, type BillLine, billOf } from '../support/billed.js';
import type { NamedFile } from '../support/reading.js';
import { type Cells, cellsFor, csvOf, type RowPlatform } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const ORDINARY: Record<RowPlatform, Cells> = {
  pinduoduo: { 是否先用后付: '否' },
  kuaishou: { 支付方式: '微信支付' },
};
const idOf = (platform: RowPlatform, n: number) =>
  platform === 'pinduoduo'
    ? `260601-2000000000${String(n).padStart(5, '0')}`
    : `26060100000${String(n).padStart(5, '0')}`;

interface Case {
  readonly platform?: RowPlatform;
  /** What each line of each ordinary order shows; a specification of its own each, unless the cells name one. */
  readonly ordinary: readonly (readonly Cells[])[];
  /** What came in for each of them, in yuan: the buyer's part and the platform's. */
  readonly income: readonly (number | readonly [buyer: number, platform: number])[];
  /** Settled ordinary orders of one line that show these cells and brought in this. */
  readonly single?: { readonly cells: Cells; readonly income: readonly [number, number] };
  /** The lines of one pay-later order. */
  readonly payLater?: readonly Cells[];
  /** What came in for it, in yuan. */
  readonly payLaterIncome?: number;
  readonly columns?: readonly string[];
  /** Cuts the file in two behind so many ordinary orders; `again`: the second one holds these too. */
  readonly cut?: number;
  readonly again?: boolean;
}

/** How the amounts of each file were read, and the receivable of the pay-later order in yuan. */
async function decide(given: Case) {
  const { platform = 'pinduoduo', ordinary, income, single, columns = [], cut } = given;
  const payLater = given.payLater ?? [{}, {}];
  const rowsOf = (n: number, lines: readonly Cells[]) =>
    lines.map((cells, at) => ({
      ...cellsFor(platform, { id: idOf(platform, n), spec: `规格${at}` }),
      ...cells,
    }));
  const bills: BillLine[] = [];
  const bring = (n: number, yuan: Case['income'][number]) => {
    const [buyer, subsidy] = typeof yuan === 'number' ? [yuan, 0] : yuan;
    const at = '2026-06-08';
    if (buyer !== 0) bills.push({ id: idOf(platform, n), at, kind: 'income', yuan: buyer });
    if (subsidy !== 0) bills.push({ id: idOf(platform, n), at, kind: 'subsidy', yuan: subsidy });
  };
  const orders = ordinary.map((lines, n) => {
    bring(n, income[n] ?? 0);
    return rowsOf(
      n,
      lines.map((cells) => ({ ...ORDINARY[platform], ...cells })),
    );
  });
  const more: Cells[] = rowsOf(900, payLater);
  bring(900, given.payLaterIncome ?? 0);
  for (let n = 500; single !== undefined && n < 520; n++) {
    bring(n, single.income);
    more.push(...rowsOf(n, [{ ...ORDINARY[platform], ...single.cells }]));
  }
  const file = (name: string, rows: readonly Cells[]): NamedFile => ({
    name,
    content: csvOf(platform, rows, { columns }),
  });
  const files =
    cut === undefined
      ? [file('o.csv', [...orders.flat(), ...more])]
      : [
          file('a.csv', orders.slice(0, cut).flat()),
          file('b.csv', [...orders.slice(given.again ? 0 : cut).flat(), ...more]),
        ];
  const options = { asOf: '2026-07-19' };
  const { portfolio, order } = await auditBilled(folder(), files, [billOf(platform, bills)], options);
  return [...portfolio.settings.lineAmounts, (order(idOf(platform, 900))?.receivable ?? 0) / 100];
}

const shows = (platform: RowPlatform, ...amounts: readonly string[]) =>
  amounts.map((paid) => cellsFor(platform, { paid, price: paid }));
const many = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

describe.each(['pinduoduo', 'kuaishou'] as const)('on %s', (platform) => {
  const equal = shows(platform, '100.00', '100.00');
  const differing = shows(platform, '70.00', '30.00');

  it('nothing is decided while no bill holds one of them', async () => {
    expect(await decide({ platform, ordinary: [equal], income: [0] })).toEqual(['undecided', 100]);
  });

  it.each([
    ['the sum of its lines', 200, ['per-line', 200]],
    ['the amount that each shows', 100, ['repeated', 100]],
    ['neither', 150, ['undecided', 100]],
  ])('one order that brought in %s', async (_, income, expected) => {
    expect(await decide({ platform, ordinary: [equal], income: [income] })).toEqual(expected);
  });

  it('more of them outweigh fewer', async () => {
    const ordinary = many(3, equal);
    expect(await decide({ platform, ordinary, income: [200, 200, 100] })).toEqual(['per-line', 200]);
    expect(await decide({ platform, ordinary, income: [200, 100, 100] })).toEqual(['repeated', 100]);
  });

  it('the bill outweighs what five orders of equal lines seem to say', async () => {
    const ordinary = many(6, equal);
    expect(await decide({ platform, ordinary, income: many(6, 0) })).toEqual(['repeated', 100]);
    expect(await decide({ platform, ordinary, income: [200] })).toEqual(['per-line', 200]);
  });

  it('lines that differ never show a repeated total, whichever of them came in', async () => {
    for (const income of [100, 70, 30]) {
      expect(await decide({ platform, ordinary: [differing], income: [income] })).toEqual(['per-line', 200]);
    }
  });

  it('a record that stands there twice says nothing of the others', async () => {
    const twice = equal.map((cells) => ({ ...cells, ...cellsFor(platform, { spec: '白色' }) }));
    const ordinary = [...many(7, twice), differing];
    expect(await decide({ platform, ordinary, income: many(7, 100) })).toEqual(['per-line', 200]);
    expect(await decide({ platform, ordinary: many(7, twice), income: many(7, 100) })).toEqual([
      'undecided',
      100,
    ]);
  });

  it('a cancelled line says nothing', async () => {
    const cancelled = platform === 'pinduoduo' ? '已取消' : '交易关闭';
    const ordinary = [[equal[0]!, { ...equal[1], ...cellsFor(platform, { state: cancelled }) }]];
    expect(await decide({ platform, ordinary, income: [100] })).toEqual(['undecided', 100]);
  });

  it('an order of which a line is held says nothing as an ordinary one', async () => {
    const third = platform === 'pinduoduo' ? { 是否先用后付: '是' } : { 支付方式: '先用后付' };
    const held = { ...cellsFor(platform, { paid: '100.00', spec: '第三' }), ...third };
    expect(await decide({ platform, ordinary: [[...equal, held]], income: [200] })).toEqual([
      'undecided',
      100,
    ]);
  });

  const refunded: Cells =
    platform === 'pinduoduo'
      ? { 订单状态: '未发货，退款成功' }
      : { 订单状态: '待发货', 售后状态: '退款成功' };
  const half = [equal[0]!, { ...equal[1], ...refunded }];

  it('a line that was refunded leaves open whether the other one or the total came in', async () => {
    expect(await decide({ platform, ordinary: [half], income: [100] })).toEqual(['undecided', 100]);
    expect(await decide({ platform, ordinary: [half], income: [200] })).toEqual(['per-line', 200]);
    const held = { platform, ordinary: [], income: [], payLater: half, payLaterIncome: 100 };
    expect((await decide(held))[0]).toBe('undecided');
    expect((await decide({ ...held, payLaterIncome: 200 }))[0]).toBe('per-line');
  });

  it('of three lines one that was refunded shows what the others are', async () => {
    const payLater = [...half, equal[0]!];
    const held = { platform, ordinary: [], income: [], payLater };
    expect((await decide({ ...held, payLaterIncome: 200 }))[0]).toBe('per-line');
    expect((await decide({ ...held, payLaterIncome: 100 }))[0]).toBe('repeated');
  });

  it('open orders whose lines differ outweigh one that seems to repeat its total', async () => {
    const ordinary = [equal, ...many(6, differing)];
    for (const first of [equal, half]) {
      const given = { platform, ordinary: [first, ...ordinary.slice(1)], income: [100] };
      expect(await decide(given)).toEqual(['per-line', 200]);
    }
    const many6 = { platform, ordinary: [...many(7, equal), ...many(6, differing)], income: many(7, 100) };
    expect(await decide(many6)).toEqual(['repeated', 100]);
    expect(await decide({ ...many6, ordinary: [...many6.ordinary, differing] })).toEqual(['per-line', 200]);
  });

  it('more orders that were half refunded do not outweigh those paid in full', async () => {
    const given = { platform, ordinary: [...many(3, equal), ...many(5, half)] };
    const income = [...many(3, 200), ...many(5, 100)];
    expect(await decide({ ...given, income })).toEqual(['per-line', 200]);
  });

  it('each file is decided by its own orders', async () => {
    const given = { platform, ordinary: [equal, equal], income: [100, 200], cut: 1 };
    expect(await decide(given)).toEqual(['repeated', 'per-line', 200]);
  });
});

describe('on Kuaishou, where the platform bears a part', () => {
  const shared = (buyer: string, part: string) => ({
    实付款: `¥${buyer}`,
    平台补贴: `¥${part}`,
    商品单价: '¥100',
  });
  const single = { cells: shared('90.00', '10.00'), income: [90, 10] } as const;
  const payLater = [shared('90.00', '10.00'), shared('90.00', '10.00')];

  it.each([
    ['the sum with its parts', [180, 20], ['per-line', 200]],
    ['one amount with its part', [90, 10], ['repeated', 100]],
    ['the sum without the parts', [180, 0], ['undecided', 100]],
    ['one amount without its part', [90, 0], ['undecided', 100]],
  ] as const)('an order brought in %s', async (_, income, expected) => {
    const ordinary = [[shared('90.00', '10.00'), shared('90.00', '10.00')]];
    const given = { platform: 'kuaishou', ordinary, income: [income], single, payLater } as const;
    expect(await decide(given)).toEqual(expected);
  });

  it('lines of one amount of which another part is borne are equal', async () => {
    const ordinary = [[shared('90.00', '10.00'), shared('80.00', '20.00')]];
    const given = { platform: 'kuaishou', ordinary, single, payLater } as const;
    expect(await decide({ ...given, income: [[85, 15]] })).toEqual(['repeated', 100]);
    expect(await decide({ ...given, income: [[170, 30]] })).toEqual(['per-line', 200]);
  });

  it('lines that stand in two files are not added up over them', async () => {
    const ordinary = [[shared('90.00', '10.00'), shared('90.00', '10.00')]];
    const given = { platform: 'kuaishou', ordinary, single, payLater, cut: 1, again: true } as const;
    expect(await decide({ ...given, income: [[180, 20]] })).toEqual(['per-line', 'per-line', 200]);
  });

  it('a cancelled line and a repeated record add nothing', async () => {
    const line = { ...shared('90.00', '10.00'), 商品规格: '白色' };
    const closed = { ...shared('90.00', '10.00'), 商品规格: '黑色', 订单状态: '交易关闭' };
    const ordinary = [[line, { ...line, 商品规格: '蓝色' }, closed, line]];
    const given = { platform: 'kuaishou', ordinary, single, payLater } as const;
    expect(await decide({ ...given, income: [[180, 20]] })).toEqual(['per-line', 200]);
  });
});
