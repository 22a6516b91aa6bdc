// One row for each after-sale: which of several counts, what is told of the others, and that files may be cut and named in any way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AfterSalesInput,
  pinduoduoSales,
  readAfterSales,
  type SaleCells,
  salesOf,
} from '../support/after-sales-reading.js';
import { problemsOf } from '../support/bill-reading.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const A = '260601-111111111111111';
const B = '260601-222222222222222';
const OPEN: SaleCells = {
  售后编号: '26060310001',
  订单编号: A,
  售后状态: '售后处理中',
  退款类型: '仅退款',
  退款金额: '30.00',
  申请时间: '2026-06-03 10:00:00',
};
const REFUNDED: SaleCells = { ...OPEN, 售后状态: '退款成功', 同意退款时间: '2026-06-05 10:00:00' };
const EARLY = 'sales_2026-06-04-10-00-00.csv';
const LATE = 'sales_2026-06-09-10-00-00.csv';

const file = (name: string, ...rows: SaleCells[]): AfterSalesInput => ({
  name,
  bytes: pinduoduoSales(...rows),
});

/** States that count, and what is told. */
async function latest(...files: AfterSalesInput[]) {
  const held = await readAfterSales(folder(), files);
  return { states: salesOf(held).map(({ state }) => state), told: problemsOf(held.problems), held };
}

describe('of one after-sale in two files', () => {
  it('the file exported later counts, in whatever order they are named', async () => {
    // What a shop's own hand did to the earlier file must not win.
    const files = [file(EARLY, { ...REFUNDED, 同意退款时间: '2026-06-08 10:00:00' }), file(LATE, OPEN)];
    for (const order of [files, files.toReversed()]) {
      expect(await latest(...order)).toMatchObject({
        states: ['open'],
        told: ['after-sale-superseded@2 x1'],
      });
    }
  });

  it('the row that is dated last counts where a name does not say when', async () => {
    for (const names of [
      ['a.csv', 'b.csv'],
      ['b.csv', 'a.csv'],
      [LATE, 'b.csv'],
    ] as const) {
      const { states } = await latest(file(names[0], OPEN), file(names[1], REFUNDED));
      expect(states).toEqual(['refunded']);
    }
  });

  it('the further state counts where no time tells', async () => {
    const states = ['售后处理中', '用户撤销', '换货完成', '退款成功'];
    for (const [i, less] of states.entries()) {
      for (const more of states.slice(i + 1)) {
        const files = [
          file('a.csv', { ...OPEN, 售后状态: less }),
          file('b.csv', { ...OPEN, 售后状态: more }),
        ];
        const one = await latest(...files);
        const other = await latest(...files.toReversed());
        expect([less, more, one.states]).toEqual([less, more, other.states]);
        expect(one.states).not.toEqual((await latest(files[0]!)).states);
      }
    }
  });

  it('equal rows count once, and are told as such', async () => {
    const { states, told } = await latest(file(EARLY, OPEN), file(LATE, OPEN));
    expect({ states, told }).toEqual({ states: ['open'], told: ['after-sale-repeated@2 x1'] });
  });
});

describe('of one after-sale twice in one file', () => {
  it('equal rows count once, of different ones the later', async () => {
    const { states, told } = await latest(file('a.csv', REFUNDED, OPEN, OPEN, REFUNDED));
    expect(states).toEqual(['refunded']);
    expect(told).toEqual(['after-sale-repeated@5 x1', 'after-sale-superseded@3 x2']);
  });
});

describe('several rows', () => {
  it('of one order are several after-sales', async () => {
    const { states, told } = await latest(
      file('a.csv', { ...OPEN, 售后状态: '用户撤销' }, { ...OPEN, 售后编号: '26060310002' }),
    );
    expect({ states, told }).toEqual({ states: ['closed', 'open'], told: [] });
  });

  it('of one number and two orders are two, for a spreadsheet has rounded the number', async () => {
    const { states, told } = await latest(file('a.csv', OPEN, { ...REFUNDED, 订单编号: B }));
    expect({ states, told }).toEqual({ states: ['open', 'refunded'], told: [] });
  });

  it('without a number count as often as in the file that has most of them', async () => {
    const bare = { ...OPEN, 售后编号: '' };
    const { states, told } = await latest(
      file('a.csv', bare),
      file('b.csv', bare, bare, { ...bare, 退款金额: '1.00' }),
      file('c.csv', bare),
    );
    expect(states).toEqual(['open', 'open', 'open']);
    expect(told).toEqual(['after-sale-repeated@3 x1', 'after-sale-repeated@2 x1']);
    expect((await latest(file('a.csv', bare, bare))).states).toHaveLength(2);
  });
});

// A shop's after-sales, each seen at one or more moments of its life, in files of any size and any order.
const life = fc.record({
  number: fc.integer({ min: 1000, max: 1040 }),
  end: fc.constantFrom('退款成功', '用户撤销', '换货完成', '售后处理中'),
  fen: fc.integer({ min: 0, max: 99_999 }),
  seen: fc.array(fc.constantFrom('open', 'ended'), { minLength: 1, maxLength: 4 }),
});

/** What an export shows of an after-sale before and after it ended; its order and its times follow from its number. */
function rowOf({ number, end, fen }: { number: number; end: string; fen: number }, seen: string): SaleCells {
  const day = String(1 + (number % 20)).padStart(2, '0');
  const isOver = seen === 'ended' && end !== '售后处理中';
  return {
    售后编号: `2606${number}`,
    订单编号: `260601-10000000000${number}`,
    售后状态: isOver ? end : '售后处理中',
    退款类型: end === '换货完成' ? '换货' : '仅退款',
    退款金额: (fen / 100).toFixed(2),
    申请时间: `2026-06-${day} 10:00:00`,
    同意退款时间: isOver && end === '退款成功' ? `2026-06-${day} 22:00:00` : '',
  };
}

describe('totals', () => {
  it('are the same for files joined, cut and named in any way', async () => {
    const property = fc.asyncProperty(
      fc.uniqueArray(life, { selector: ({ number }) => number, minLength: 1, maxLength: 12 }),
      fc.array(fc.nat({ max: 3 }), { minLength: 48, maxLength: 48 }),
      fc.infiniteStream(fc.nat()),
      async (lives, places, shuffle) => {
        const rows = lives.flatMap((one) => one.seen.map((seen) => rowOf(one, seen)));
        const joined = await readAfterSales(folder(), [file('all.csv', ...rows)]);
        const sorted = rows
          .map((row) => ({ row, at: shuffle.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        const parts = [0, 1, 2, 3]
          .map((part) => sorted.filter((_, i) => places[i % places.length] === part))
          .filter((part) => part.length > 0);
        const cut = await readAfterSales(
          folder(),
          parts.map((part, i) => file(`part${i}.csv`, ...part)),
        );
        const inOrder = (held: typeof cut) =>
          salesOf(held)
            .map((sale) => JSON.stringify(sale))
            .sort();
        expect(inOrder(cut)).toEqual(inOrder(joined));
        expect(inOrder(joined)).toHaveLength(lives.length);
      },
    );
    await fc.assert(property, { seed: 20260720, numRuns: 60 });
  });
});
