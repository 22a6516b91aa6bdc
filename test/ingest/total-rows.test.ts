// Totals that an order file states of itself, against what was read of it.
import { describe, expect, it } from 'vitest';
import { auditFiles } from '../support/reading.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const HEADER = '订单号,订单状态,用户实付金额(元),商家实收金额(元),是否先用后付';
const order = (n: number, yuan: string) => `260601-${String(n).padStart(15, '1')},已发货,${yuan},${yuan},是`;
const total = (yuan: string, word = '合计') => `${word},,1.00,${yuan},`;

async function said(...lines: readonly string[]): Promise<string[]> {
  const content = `${[HEADER, ...lines].join('\n')}\n`;
  const { problems } = await auditFiles(folder(), [{ name: 'orders.csv', content }]);
  return problems
    .filter(({ code }) => code === 'total-row-differs')
    .map(({ record, column, text }) => `${record} ${column} ${text}`);
}

const [ONE, TWO, LOST] = [order(1, '10.00'), order(2, '20.50'), order(3, '一元')];

describe('a total row', () => {
  it.each(['30.50', '30.5', '￥30.50', '', '-', '三十'])(
    'that says %j says nothing else than what was read',
    async (yuan) => {
      expect(await said(ONE, TWO, total(yuan))).toEqual([]);
    },
  );

  it.each(['30.51', '30.49', '10.00', '0.00', '1,030.50'])(
    'that says %j differs, and both are told',
    async (yuan) => {
      expect(await said(ONE, TWO, total(`"${yuan}"`))).toEqual([`4 商家实收金额(元) ${yuan} / 30.50`]);
    },
  );

  it('may stand above its rows, be of one part each, or be of all', async () => {
    expect(await said(total('30.50'), ONE, TWO)).toEqual([]);
    expect(
      await said(ONE, total('10.00', '小计'), TWO, total('20.50', '小计'), total('30.50', '总计')),
    ).toEqual([]);
    expect(await said(total('31.00'), ONE, TWO)).toEqual(['2 商家实收金额(元) 31.00 / 30.50']);
    expect(await said(ONE, total('20.50'), TWO, total('10.00'))).toEqual([
      '3 商家实收金额(元) 20.50 / 10.00',
      '5 商家实收金额(元) 10.00 / 30.50',
    ]);
  });

  it('may count what could not be read, or leave it out', async () => {
    const [id, state, , , payLater] = TWO.split(',');
    const lost = `,${state},20.50,20.50,${payLater}`;
    expect(id).toBeDefined();
    expect(await said(ONE, lost, total('30.50'))).toEqual([]);
    expect(await said(ONE, lost, total('10.00'))).toEqual([]);
    expect(await said(ONE, lost, total('20.50'))).toHaveLength(1);
    expect(await said(ONE, LOST, total('10.00'))).toEqual([]);
  });

  it('whose cells are not below their headers says nothing', async () => {
    expect(await said(ONE, TWO, '合计,,1.00,99.00')).toEqual([]);
    expect(await said(ONE, TWO, '合计,,1.00,99.00,,')).toEqual([]);
  });
});

it('without the column of the shop the buyers are summed up', async () => {
  const content =
    '订单号,订单状态,实付金额,是否先用后付\n260601-111111111111111,已发货,10.00,是\n合计,,11.00,\n';
  const { problems } = await auditFiles(folder(), [{ name: 'orders.csv', content }]);
  expect(problems).toMatchObject([{ code: 'total-row-differs', record: 3, text: '11.00 / 10.00' }]);
});
