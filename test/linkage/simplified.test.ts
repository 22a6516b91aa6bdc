// Traditional characters: each has one simplified one, and text without any is left alone.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NOBODY } from '../../src/core/identity.js';
import { identify } from '../../src/linkage/identity.js';
import { REGION_NAMES } from '../../src/linkage/region-names.js';
import { isTraditional, simplified } from '../../src/linkage/simplified.js';

it.each([
  ['廣東省廣州市天河區', '广东省广州市天河区'],
  ['臺灣省臺北市大安區', '台湾省台北市大安区'],
  ['聽雨苑3號樓2單元401室', '听雨苑3号楼2单元401室'],
  ['三棟', '三栋'],
  ['張偉', '张伟'],
  ['鄭劉陳葉蕭鍾龔', '郑刘陈叶萧钟龚'],
  ['听雨苑3-2-401', '听雨苑3-2-401'],
  ['', ''],
])('%s is %s', (written, read) => {
  expect(simplified(written)).toBe(read);
});

it('nothing is left to simplify behind it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0x4e00, max: 0x9fff }), { maxLength: 500 }), (codes) => {
      const text = simplified(String.fromCharCode(...codes));
      expect(text).toHaveLength(codes.length);
      expect(simplified(text)).toBe(text);
    }),
  );
});

it('the name of no region changes, and two spellings of a name are one', () => {
  for (const line of REGION_NAMES) {
    for (let i = 0; i < line.length; i++) expect(isTraditional(line.charCodeAt(i))).toBe(false);
  }
  const of = (name: string) => identify({ ...NOBODY, name });
  expect(of('張偉')).toEqual(of('张伟'));
});
