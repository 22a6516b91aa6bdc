// What each list changes, and what it leaves: found without it, gone with it, and the same totals.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit, trace } from '../../src/audit.js';
import type { ListEntry, ListName, ShopLists } from '../../src/core/lists.js';
import { realPort } from '../../src/io/port.js';
import type { SummaryModel } from '../../src/report/model.js';
import type { TraceModel } from '../../src/report/trace-model.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const spool = () => {
  throw new Error('no standard input here');
};
const HEADER =
  '商品,订单号,订单状态,是否先用后付,订单成交时间,发货时间,商品总价(元),用户实付金额(元),商家实收金额(元),收货人,手机,省,市,区,详细地址,商家备注,买家ID';

interface Told {
  readonly name?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly note?: string;
  readonly account?: string;
  readonly yuan?: number;
}

const NAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华'].map(
  (surname) => `${surname}知夏`,
);

function shop(orders: readonly Told[]): string {
  const lines = orders.map(({ name, phone, address, note = '', account = '', yuan = 600 }, i) => {
    const amount = `${yuan}.00`;
    const time = `2026-07-15 09:${String(i).padStart(2, '0')}:00`;
    return [
      ...[
        '台灯',
        `260715-${522628914952103 + i * 7919}`,
        '已发货，待收货',
        '是',
        time,
        '2026-07-15 20:00:00',
      ],
      ...[amount, amount, amount, name ?? NAMES[i % NAMES.length], phone ?? String(19900100001 + i * 331)],
      ...['浙江省', '杭州市', '西湖区', address ?? `青禾路${100 + i}号听雨苑${i + 1}-1-101`, note, account],
    ].join(',');
  });
  return `${[HEADER, ...lines].join('\n')}\n`;
}

const many = (count: number, told: Told): Told[] => Array.from({ length: count }, () => told);

async function summaryOf(orders: readonly Told[], lists?: ShopLists): Promise<SummaryModel> {
  const cwd = folder();
  writeFileSync(join(cwd, 'o.csv'), shop(orders));
  const place = { port: realPort(), folder: cwd, spool, stdout: async () => {} };
  const request = { orders: ['o.csv'], output: null, json: 'r.json', ...(lists ? { lists } : {}) };
  const { summary, damaged } = await audit(place, request);
  expect(damaged).toBe(false);
  readFileSync(join(cwd, 'r.json'));
  return summary;
}

/** Entries as they stand in a configuration, a line each. */
const given = (list: ListName, ...entries: (string | Omit<ListEntry, 'line'>)[]): ShopLists => ({
  [list]: [
    {
      path: '/shop/bnpl-audit.yaml',
      entries: entries.map((entry, i) => ({
        line: i + 1,
        ...(typeof entry === 'string' ? { text: entry } : entry),
      })),
    },
  ],
});

const rulesOf = ({ findings }: SummaryModel) =>
  findings.findings.map(({ rule, orders, severity }) => `${rule} ${orders.length} ${severity}`).sort();
const totalsOf = ({ orders, payLater, receivableFen, outstanding, places, stages, aging }: SummaryModel) => ({
  ...{ orders, payLater, receivableFen, outstanding, places, stages, aging },
});

const PHONE = '19900237718';
const ROOM = '青禾路12号听雨苑3-2-401';

describe.each<{
  list: string;
  orders: Told[];
  lists: ShopLists;
  gone: RegExp;
  now?: string[];
  took: { name: ListName; orders: number };
}>([
  {
    list: 'a known phone does not link',
    orders: [...many(3, { phone: PHONE }), {}],
    lists: given('phones', '+86 199-0023-7718'),
    gone: /^(?:shared-phone|linked-buyers|cluster-burst) /,
    took: { name: 'phones', orders: 3 },
  },
  {
    list: 'a known phone of many is no hub',
    orders: many(27, { phone: PHONE }),
    lists: given('phones', PHONE),
    gone: /^shared-point /,
    took: { name: 'phones', orders: 27 },
  },
  {
    list: 'a known address does not link',
    orders: [...many(3, { address: ROOM }), {}],
    lists: given('addresses', `浙江省杭州市西湖区${ROOM}`),
    gone: /^(?:shared-address|cluster-burst) /,
    took: { name: 'addresses', orders: 3 },
  },
  {
    list: 'a known building does not link by its rooms',
    orders: [...many(3, { address: ROOM }), ...many(3, { address: '青禾路12号听雨苑5幢601室' })],
    lists: given('addresses', '西湖区青禾路12号听雨苑'),
    gone: /^(?:shared-address|cluster-burst) /,
    took: { name: 'addresses', orders: 6 },
  },
  {
    list: 'a known pickup point stays a hub, as information',
    orders: many(27, { address: ROOM }),
    lists: given('pickup-points', ROOM),
    gone: /^shared-point 27 (?!info)/,
    now: ['shared-point 27 info'],
    took: { name: 'pickup-points', orders: 27 },
  },
  {
    list: 'a known pickup point does not link',
    orders: many(3, { address: ROOM }),
    lists: given('pickup-points', ROOM),
    gone: /^(?:shared-address|cluster-burst) /,
    took: { name: 'pickup-points', orders: 3 },
  },
  {
    list: 'a wholesale buyer has no total and no split orders',
    orders: [...many(5, { account: 'wholesale_77', phone: PHONE, name: '周砚秋' }), {}],
    lists: given('wholesale', { account: 'wholesale_77' }),
    gone: /^(?:buyer-total|split-orders|frequent-orders) /,
    took: { name: 'wholesale', orders: 5 },
  },
  {
    list: 'a wholesale buyer by name and phone',
    orders: [...many(5, { phone: PHONE, name: '周砚秋' }), {}],
    lists: given('wholesale', { name: '周砚秋', phone: PHONE }),
    gone: /^(?:buyer-total|split-orders|frequent-orders) /,
    took: { name: 'wholesale', orders: 5 },
  },
  {
    list: 'a wholesale buyer links nobody',
    orders: [{ address: ROOM, account: 'wholesale_77' }, ...many(2, { address: ROOM })],
    lists: given('wholesale', 'wholesale_77'),
    gone: /^(?:shared-address|cluster-burst) /,
    took: { name: 'wholesale', orders: 1 },
  },
  {
    list: 'the people of the shop link nobody and are told',
    orders: [...many(3, { phone: PHONE }), {}],
    lists: given('staff', PHONE),
    gone: /^(?:shared-phone|cluster-burst) /,
    now: many(3, {}).map(() => 'own-contact 1 medium'),
    took: { name: 'staff', orders: 3 },
  },
  {
    list: 'a word for pickup points makes a room a point',
    orders: many(6, { address: '青禾路12号听雨苑3-2-401阿婆小店' }),
    lists: given('pickup-words', '阿婆小店'),
    gone: /^(?:shared-address|cluster-burst|even-spacing) /,
    now: ['shared-point 6 low'],
    took: { name: 'pickup-words', orders: 6 },
  },
  {
    list: "the shop's tags",
    orders: [...many(2, { note: '补单' }), { note: '候补名单' }, {}],
    lists: given('tags', '补单'),
    gone: /^$/,
    now: ['own-tag 2 medium'],
    took: { name: 'tags', orders: 2 },
  },
])('$list', ({ orders, lists, gone, now = [], took }) => {
  it('and nothing else changes', async () => {
    const [before, after] = [await summaryOf(orders), await summaryOf(orders, lists)];
    expect(rulesOf(before).some((text) => gone.test(text))).toBe(took.name !== 'tags');
    const kept = rulesOf(before).filter((text) => !gone.test(text));
    expect(rulesOf(after)).toEqual([...kept, ...now].sort());
    expect(totalsOf(after)).toEqual(totalsOf(before));
    expect(before.lists).toBeUndefined();
    expect(after.lists).toMatchObject([{ ...took, unmatched: 0 }]);
    expect(after.problems.counts).toEqual([]);
  });
});

describe('entries that nothing matched', () => {
  it('are counted once for each list, with their lines, and are no damage', async () => {
    const { problems, lists } = await summaryOf([{ phone: PHONE }], {
      ...given('phones', PHONE, '19900000991', '19900000992'),
      ...given('tags', '补单'),
    });
    expect(problems.kept).toEqual([
      { code: 'list-entry-unmatched', input: 2, record: 2, count: 2, column: 'phones', text: '2, 3' },
      { code: 'list-entry-unmatched', input: 2, record: 1, count: 1, column: 'tags' },
    ]);
    expect(problems.inputs[2]).toBe('bnpl-audit.yaml');
    expect(lists?.map(({ name, entries, unmatched }) => [name, entries, unmatched])).toEqual([
      ['phones', 3, 2],
      ['tags', 1, 1],
    ]);
  });
});

it('a rule that needs a list is neither run nor missed without it', async () => {
  const checks = async (lists?: ShopLists) => (await summaryOf([{}], lists)).findings.checks;
  const { ran, couldNot } = await checks();
  const withLists = await checks({ ...given('tags', '补单'), ...given('staff', PHONE) });
  expect(withLists).toEqual({ ran: ran + 2, couldNot });
  // A list without entries is none.
  expect(await checks(given('staff'))).toEqual({ ran, couldNot });
});

it('a traced order says which lists it is on', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'o.csv'), shop([{ phone: PHONE, note: '补单' }, {}]));
  const lists = { ...given('wholesale', PHONE), ...given('tags', '补单') };
  const place = { port: realPort(), folder: cwd, spool };
  const of = async (i: number) => {
    const order = `260715-${522628914952103 + i * 7919}`;
    return (await trace(place, { orders: ['o.csv'], lists }, order)) as TraceModel;
  };
  expect((await of(0)).identity.lists).toEqual(['wholesale', 'tags']);
  expect((await of(1)).identity.lists).toEqual([]);
});

it('no output may take the place of a list', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'o.csv'), shop([{}]));
  const path = join(cwd, 'tags.txt');
  writeFileSync(path, '补单\n');
  const place = { port: realPort(), folder: cwd, spool, stdout: async () => {} };
  const request = { orders: ['o.csv'], output: null, json: path, force: true, lists: { tags: [{ path }] } };
  await expect(audit(place, request)).rejects.toMatchObject({ code: 'output-is-input' });
  expect(readFileSync(path, 'utf8')).toBe('补单\n');
});
