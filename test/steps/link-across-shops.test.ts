// Links are made within one shop: one phone in two shops joins nobody, unless that is asked for.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import { realPort } from '../../src/io/port.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const spool = () => {
  throw new Error('no standard input here');
};

const PINDUODUO =
  '商品,订单号,订单状态,是否先用后付,订单成交时间,商品总价(元),用户实付金额(元),商家实收金额(元),收货人,手机';
const GENERIC = 'order_id,status,pay_later,buyer_paid,收货人,手机';

/** Three people with one phone, 1,500 yuan each: who stands in which file. */
const [ONE, TWO, THREE] = ['赵望舒', '钱一诺', '孙知夏'];
const pinduoduo = (...names: string[]) => [
  PINDUODUO,
  ...names.map(
    (name, i) =>
      `台灯,260715-${522628914952103 + i},已发货，待收货,是,2026-07-15 09:0${i}:00,1500.00,1500.00,1500.00,${name},19900237718`,
  ),
];
const generic = (...names: string[]) => [
  GENERIC,
  ...names.map((name, i) => `A${1000 + i},shipped,yes,1500.00,${name},19900237718`),
];
/** Of named shops: a name and its shop. */
const ofShops = (column: string, first: number, ...people: [name: string, shop: string][]) => [
  `${GENERIC},${column}`,
  ...people.map(([name, shop], i) => `B${first + i},shipped,yes,1500.00,${name},19900237718,${shop}`),
];

/** The rules that speak, with their number of orders, and whether the wish stands in the settings. */
async function found(files: readonly string[][], linkAcrossShops?: boolean): Promise<string[]> {
  const cwd = folder();
  const orders = files.map((lines, i) => {
    writeFileSync(join(cwd, `${i}.csv`), `${lines.join('\n')}\n`);
    return `${i}.csv`;
  });
  const place = { port: realPort(), folder: cwd, spool, stdout: async () => {} };
  const request = { orders, output: null, ...(linkAcrossShops ? { linkAcrossShops } : {}) };
  const { summary } = await audit(place, request);
  return summary.findings.findings
    .filter(({ rule }) => rule === 'shared-phone' || rule === 'buyer-total')
    .map(({ rule, orders }) => `${rule} ${orders.length}`)
    .sort();
}

describe('linking', () => {
  it.each<[string, string[][], string[]]>([
    [
      'files of one shop',
      [pinduoduo(ONE, TWO), pinduoduo('', '', THREE)],
      ['buyer-total 3', 'shared-phone 3'],
    ],
    ['two platforms', [pinduoduo(ONE, TWO), generic(THREE)], ['buyer-total 2']],
    [
      'two shop names',
      [ofShops('shop_name', 1000, [ONE, '一店'], [TWO, '一店'], [THREE, '二店'])],
      ['buyer-total 2'],
    ],
    ['two shop ids', [ofShops('shop_id', 1000, [ONE, '1'], [TWO, '2'], [THREE, '3'])], []],
    [
      'one shop id in two files',
      [ofShops('shop_id', 1000, [ONE, '1'], [TWO, '1']), ofShops('shop_id', 2000, [THREE, '1'])],
      ['buyer-total 3', 'shared-phone 3'],
    ],
    [
      'a file that names its shop, and one that does not',
      [ofShops('shop_id', 1000, [ONE, '1'], [TWO, '1']), generic(THREE)],
      ['buyer-total 2'],
    ],
  ])('%s', async (_, files, rules) => {
    const kept = files.map((lines) => lines.filter((line) => !line.includes(',,19900237718')));
    expect(await found(kept)).toEqual(rules);
    expect(await found(kept, true)).toEqual(['buyer-total 3', 'shared-phone 3']);
  });

  it('counts who stands behind a key within the shop too: a ring is no hub for the customers of another', async () => {
    const ring = pinduoduo(ONE, TWO, THREE);
    const others = Array.from({ length: 30 }, (_, i) => `${'甲乙丙丁戊己'[i % 6]}${'山川河海湖'[i % 5]}`);
    expect(await found([ring, generic(...others)])).toEqual([
      'buyer-total 3',
      'buyer-total 30',
      'shared-phone 3',
    ]);
    expect(await found([ring, generic(...others)], true)).toEqual(['buyer-total 33']);
  });
});
