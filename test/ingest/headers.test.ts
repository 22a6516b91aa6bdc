// Normalising header cells: drift is levelled, and what the exports keep apart stays apart.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerForShow, normalizeHeader } from '../../src/ingest/headers.js';
import { ORDER_HEADERS, OTHER_HEADERS } from '../support/headers.js';

describe('normalizeHeader', () => {
  it.each([
    ['\ufeff订单号', '订单号'],
    ['订单号\t', '订单号'],
    ['\u3000订 单\t号\r\n', '订单号'],
    ['订\u200b单\u200d号\u00ad', '订单号'],
    ['\u202a订单号\u202c', '订单号'],
    ['订单号\u0000', '订单号'],
    ['商品总价（元）', '商品总价(元)'],
    ['街道／镇', '街道/镇'],
    ['商品ID', '商品id'],
    ['商品ＩＤ', '商品id'],
    ['是否抽奖或０元试用', '是否抽奖或0元试用'],
    ['支出金额（－元）', '支出金额(-元)'],
    ['mall id', 'mallid'],
    ['caf\u00b4e', 'caf\u0301e'],
    ['cafe\u200b\u0301', 'café'],
    ['   \t', ''],
    ['', ''],
  ])('reads %j as %j', (written, compared) => {
    expect(normalizeHeader(written)).toBe(compared);
  });

  it.each([
    ['商品总价(元)', '商品总价'],
    ['街道', '街道/镇'],
    ['收货地址', '收货地址-省'],
    ['order_id', 'orderid'],
    ['商品', '商品id'],
  ])('keeps %j and %j apart', (a, b) => {
    expect(normalizeHeader(a)).not.toBe(normalizeHeader(b));
  });

  it.each(Object.entries({ ...ORDER_HEADERS, ...OTHER_HEADERS }))(
    'merges no two headers of %s',
    (_name, headers) => {
      expect(new Set(headers.map(normalizeHeader)).size).toBe(headers.length);
    },
  );

  it('changes nothing when applied twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalizeHeader(text);
        expect(normalizeHeader(once)).toBe(once);
      }),
    );
  });

  it('ignores blanks, TABs, BOM and zero-width characters wherever they stand', () => {
    const noise = fc.constantFrom(' ', '\t', '\u3000', '\ufeff', '\u200b', '\u00a0', '\n');
    const header = fc.constantFrom(...ORDER_HEADERS.pinduoduo2023, ...ORDER_HEADERS.kuaishou64);
    fc.assert(
      fc.property(header, fc.array(fc.tuple(fc.nat(), noise)), (clean, insertions) => {
        let noisy = clean;
        for (const [at, sign] of insertions) {
          const cut = at % (noisy.length + 1);
          noisy = noisy.slice(0, cut) + sign + noisy.slice(cut);
        }
        expect(normalizeHeader(noisy)).toBe(normalizeHeader(clean));
      }),
    );
  });
});

describe('headerForShow', () => {
  it('keeps the spelling and takes away what cannot be seen', () => {
    expect(headerForShow('\ufeff 商品ID（新）\t')).toBe('商品ID（新）');
    expect(headerForShow('mall id\u0007')).toBe('mall id');
  });
});
