// Products that stand for money and not for goods, by their names.
import { expect, it } from 'vitest';
import { isMoneyLink } from '../../src/ingest/line-marks.js';

it.each([
  ['补差价专用链接', true],
  ['补 差 价', true],
  ['差价链接，拍前联系客服', true],
  ['老客户专拍', true],
  ['邮费', true],
  ['运费补拍链接', true],
  ['补邮 1 元', true],
  ['补运费专用', true],
  ['买贵退差价 手机壳', false],
  ['差价双倍返 护眼台灯', false],
  ['抽纸整箱 包邮费', false],
  ['运费险 连衣裙', false],
  // Too long for the name of a link.
  ['偏远地区邮费另算 不锈钢保温杯大容量', false],
  ['护眼台灯 学生书桌', false],
  ['', false],
])('%s', (name, expected) => {
  expect(isMoneyLink(name)).toBe(expected);
});
