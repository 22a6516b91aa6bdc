// How totals follow from prices and discounts: learned per file, and which orders are off.
import { expect, it } from 'vitest';
import { PriceModel } from '../../src/portfolio/price-model.js';
import { auditFiles } from '../support/reading.js';
import { type Cells, csvOf } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();

/** The gaps of these records of one file, behind 40 plain ones in which platform and shop gave something. */
async function gapsOf(rows: readonly Cells[], plain = 40): Promise<number[]> {
  const usual = Array.from({ length: plain }, (_, i) => ({
    订单号: `260601-${String(200_000_000_000_001 + i)}`,
    '商品总价(元)': '100.00',
    '店铺优惠折扣(元)': i % 2 === 0 ? '10.00' : '0.00',
    '平台优惠折扣(元)': i % 3 === 0 ? '5.00' : '0.00',
    '商家实收金额(元)': i % 2 === 0 ? '90.00' : '100.00',
  }));
  const asked = rows.map((row, i) => ({ 订单号: `260601-${String(100_000_000_000_001 + i)}`, ...row }));
  const content = csvOf('pinduoduo', [...usual, ...asked]);
  const { book } = await auditFiles(folder(), [{ name: 'orders.csv', content }]);
  const model = new PriceModel(book.lines);
  return asked.map((_, i) => model.gapOf(plain + i));
}

const total = (yuan: string, rest: Cells = {}) => ({ '商家实收金额(元)': yuan, ...rest });

it('what follows from prices has no gap, what does not has one, either way', async () => {
  const gaps = await gapsOf([total('100.00'), total('99.98'), total('130.00')]);
  expect(gaps).toEqual([0, 2, -3000]);
});

it('postage and discounts are part of it', async () => {
  const gaps = await gapsOf([
    total('108.00', { '邮费(元)': '8.00' }),
    total('88.00', { '店铺优惠折扣(元)': '12.00' }),
    // The platform pays its discount: the shop receives it all the same.
    total('100.00', { '平台优惠折扣(元)': '20.00' }),
    total('80.00', { '平台优惠折扣(元)': '20.00' }),
  ]);
  expect(gaps).toEqual([0, 0, 0, 2000]);
});

it('gifts, blanks and what shows 0 until the debit are not known, nor is a file that teaches nothing', async () => {
  const gaps = await gapsOf([
    total('0.00', { '用户实付金额(元)': '0.00' }),
    total('90.00', { 是否抽奖或0元试用: '是' }),
    total('90.00', { '商品总价(元)': '' }),
  ]);
  expect(gaps).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect(await gapsOf([total('99.00')], 3)).toEqual([Number.NaN]);
  // Half of the file is off: then its prices are no measure.
  const half = await gapsOf(
    Array.from({ length: 40 }, (_, i) => total(`${50 + i}.00`)),
    40,
  );
  expect(half.every(Number.isNaN)).toBe(true);
});
