// What a traced order says of each of its keys: whom it meets there, and for every reason why a key does not link.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AuditRequest, trace } from '../../src/audit.js';
import type { ListName, ShopLists } from '../../src/core/lists.js';
import { realPort } from '../../src/io/port.js';
import type { TraceKey, TraceModel } from '../../src/report/trace-model.js';
import { traceText } from '../../src/report/trace-text.js';
import type { View } from '../../src/report/view.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const spool = () => {
  throw new Error('no standard input here');
};
const VIEW: View = { language: 'zh', columns: 400, colour: 0, ascii: false };

interface Row {
  readonly id: string;
  readonly name?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly buyer?: string;
  readonly yuan?: number;
  readonly note?: string;
  readonly waybill?: string;
  readonly payer?: string;
}
const HEAD =
  'order_id,status,pay_later,buyer_paid,ordered_at,buyer_id,收货人,手机,省,市,区,详细地址,买家留言,快递单号,买家手机';

/** People who do not exist, with surnames that differ. */
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹'];
const people = (n: number) => Array.from({ length: n }, (_, i) => `${SURNAMES[i]}望舒`);
const phoneOf = (n: number) => `1990${String(1_000_000 + n * 7919).slice(-7)}`;

const at = (kind: string, names: readonly string[], row: (i: number) => Partial<Row>): Row[] =>
  names.map((name, i) => ({ id: `${kind}${1000 + i}`, name, ...row(i) }));

const ROWS: readonly Row[] = [
  ...at('linked', people(3), () => ({ phone: phoneOf(1), yuan: 500 })),
  ...at('family', ['赵一诺', '赵望舒'], () => ({ phone: phoneOf(2) })),
  ...at('home', ['钱一诺', '钱望舒'], () => ({ address: '听雨路7号3幢502室' })),
  ...at('few', people(2), () => ({ phone: phoneOf(3), waybill: 'YT8800112233445' })),
  ...at('cap', people(26), (i) => ({ phone: phoneOf(100 + i), address: '星渚路9号2幢301室' })),
  ...at('point', people(5), (i) => ({ phone: phoneOf(200 + i), address: '青禾路15号菜鸟驿站' })),
  ...at('locker', people(2), (i) => ({ phone: phoneOf(220 + i), address: '白鹭路3号丰巢快递柜' })),
  ...at('pool', people(3), (i) => ({ phone: `${phoneOf(4)}${i === 0 ? '-1234' : ''}` })),
  ...at('listed', people(3), () => ({ phone: phoneOf(5), yuan: 500 })),
  ...at('apart', people(3), () => ({ phone: phoneOf(6), yuan: 500 })),
  ...at('quiet', ['赵一诺', '赵望舒', '钱知夏'], (i) => ({
    phone: phoneOf(300 + i),
    address: '晴川路6号1幢102室',
  })),
  ...at('chance', ['张**', '张**', '张**', '张**'], (i) => ({ phone: '199****1111', buyer: `account${i}` })),
  ...at('parts', ['李**', '李**'], () => ({ phone: '199****2222' })),
  ...at('unknown', ['王**', '周望舒', '吴望舒'], () => ({ phone: phoneOf(7) })),
  ...at('one', people(3), () => ({ phone: phoneOf(8), yuan: 500 })),
  ...at('two', people(6).slice(3), () => ({ phone: phoneOf(9), yuan: 500 })),
  ...at('paid', people(3), (i) => ({ phone: phoneOf(400 + i), payer: phoneOf(410), yuan: 500 })),
  { id: 'alone1000', name: '孔知夏', phone: phoneOf(10), address: '禾木路8号4幢404室' },
];

const NOTE = '加微信 wx_moon7788';

function shop(rows: readonly Row[]): string {
  const cells = (row: Row) => [
    row.id,
    'shipped',
    'yes',
    row.yuan ?? 20,
    '2026-07-15 09:00:00',
    row.buyer ?? '',
    row.name ?? '',
    row.phone ?? '',
    '浙江省',
    '杭州市',
    '西湖区',
    row.address ?? '',
    row.note ?? (row.id === 'one1000' || row.id === 'two1000' ? NOTE : ''),
    row.waybill ?? '',
    row.payer ?? '',
  ];
  return `${[HEAD, ...rows.map((row) => cells(row).join(','))].join('\n')}\n`;
}

const listOf = (list: ListName, phone: string): ShopLists => ({
  [list]: [{ path: '/shop/bnpl-audit.yaml', entries: [{ line: 1, phone }] }],
});
const LISTS = { ...listOf('phones', phoneOf(5)), ...listOf('wholesale', phoneOf(6)) };

let cwd = '';
beforeAll(() => {
  cwd = folder();
  writeFileSync(join(cwd, 'o.csv'), shop(ROWS));
});

async function traced(order: string, more: Partial<AuditRequest> = {}): Promise<TraceModel> {
  const place = { port: realPort(), folder: cwd, spool };
  return (await trace(place, { orders: ['o.csv'], ...more }, order)) as TraceModel;
}
/** Each order without lists is traced once. */
const models = new Map<string, Promise<TraceModel>>();
function plain(order: string): Promise<TraceModel> {
  const model = models.get(order) ?? traced(order);
  models.set(order, model);
  return model;
}
const keyOf = ({ identity }: TraceModel, kind: string): TraceKey | undefined =>
  identity.keys.find((key) => key.kind === kind);

describe('a key of a traced order', () => {
  it.each<
    [
      order: string,
      kind: string,
      met: [buyers: number, orders: number],
      verdict: object,
      zh: RegExp,
      en: RegExp,
    ]
  >([
    ['linked1000', 'phone', [2, 2], { kind: 'linked' }, /连进 G\d/, /links into G\d/],
    [
      'paid1000',
      'payer',
      [2, 2],
      { kind: 'linked' },
      /199\*{4}\d{4} .*连进 G\d/,
      /199\*{4}\d{4} .*links into G\d/,
    ],
    ['family1000', 'phone', [1, 1], { kind: 'family' }, /没有第二个姓，更像一家人/, /no second surname:/],
    ['home1000', 'room', [1, 1], { kind: 'family' }, /也没有第二个电话/, /no second surname or phone/],
    ['few1000', 'phone', [1, 1], { kind: 'few' }, /人太少，不成组/, /too few people/],
    ['few1000', 'waybill', [1, 1], { kind: 'few' }, /YT\*{4}3445 /, /YT\*{4}3445 /],
    [
      'cap1000',
      'room',
      [25, 25],
      { kind: 'cap', people: 26, cap: 25 },
      /连普通订单共 26 人用，超过 25 人的上限/,
      /26 people use it, ordinary orders included, more than the limit of 25/,
    ],
    [
      'point1000',
      'pickup',
      [4, 4],
      { kind: 'pickup', people: 5 },
      /代收点.*共 5 人/,
      /pickup point.*5 people/,
    ],
    ['locker1000', 'pickup', [1, 1], { kind: 'pickup' }, /代收点，谁都能用，没有/, /pickup point is there/],
    ['pool1001', 'phone', [1, 1], { kind: 'pool' }, /多人轮用的虚拟号/, /pool that strangers use in turn/],
    ['quiet1000', 'room', [2, 2], { kind: 'quiet' }, /住在一处就能解释/, /living behind one door/],
    [
      'chance1000',
      'masked',
      [3, 3],
      { kind: 'chance', accidents: 6 },
      /预计 6\.0 对是巧合/,
      /6\.0 pairs are/,
    ],
    ['parts1000', 'masked', [0, 0], { kind: 'parts' }, /单凭它不关联/, /by itself it never links/],
    ['unknown1000', 'phone', [2, 2], { kind: 'unknown' }, /收货人认不全/, /cannot be told for sure/],
    ['one1000', 'note', [1, 1], { kind: 'bridge' }, /只有它把两批人连在一起/, /would join two groups/],
    ['alone1000', 'room', [0, 0], { kind: 'nobody' }, /没有别的买家用/, /no other buyer uses it/],
  ])('%s: %s', async (order, kind, [buyers, orders], verdict, zh, en) => {
    const model = await plain(order);
    const key = keyOf(model, kind);
    expect(key).toMatchObject({ buyers, orders, verdict });
    const line = (language: View['language']) =>
      traceText(model, { ...VIEW, language })
        .split('\n')
        .find((text) => text.includes(`${kind}#`)) ?? '';
    expect(line('zh')).toMatch(zh);
    expect(line('en')).toMatch(en);
    expect(line('zh').includes('没有用来关联')).toBe(/not used to link/.test(line('en')));
    expect(line('zh').includes('另有')).toBe(orders > 0);
  });

  it('is of a number on a list of the shop, or of an order that takes no part', async () => {
    const listed = await traced('listed1000', { lists: LISTS });
    expect(keyOf(listed, 'phone')).toMatchObject({ orders: 2, verdict: { kind: 'listed' } });
    expect(traceText(listed, VIEW)).toContain('在店铺的名单上，没有用来关联');
    expect(traceText(listed, { ...VIEW, language: 'en' })).toContain(
      'on a list of the shop; not used to link',
    );
    const apart = await traced('apart1000', { lists: LISTS });
    expect(keyOf(apart, 'phone')?.verdict).toEqual({ kind: 'apart' });
    expect(traceText(apart, VIEW)).toContain('这一单不参加关联');
    expect(keyOf(await plain('apart1000'), 'phone')?.verdict.kind).toBe('linked');
  });

  it('shows no phone, room, note or name in clear', async () => {
    for (const { id, name = '', phone = '', address = '' } of ROWS) {
      if (!id.endsWith('1000')) continue;
      const text = traceText(await plain(id), VIEW);
      const clear = [phone, address, NOTE, 'moon7788'].filter((one) => one !== '' && !one.includes('*'));
      expect([
        id,
        [...clear, name].filter((one) => one !== '' && !one.includes('*') && text.includes(one)),
      ]).toEqual([id, []]);
    }
  });
});
