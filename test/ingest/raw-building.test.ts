// The building of an address from its bytes: one for the ways of writing rooms in it, another one for its neighbours.
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { rawBuilding } from '../../src/ingest/raw-building.js';
import { memorySource } from '../../src/io/byte-source.js';
import { RecordScanner } from '../../src/io/scanner.js';

function hashOf(
  address: string,
  { encoding = 'utf-8' as 'utf-8' | 'gb18030', district = '西湖区', seed = 0 } = {},
) {
  const bytes = iconv.encode(`${district},${address},x\n`, encoding);
  const view = new RecordScanner(memorySource(bytes), { delimiter: 0x2c, encoding, chunkBytes: 4096 });
  view.next();
  return rawBuilding(view, [0, 1], seed);
}

describe.each(['utf-8', 'gb18030'] as const)('the building of an address in %s', (encoding) => {
  const of = (address: string) => hashOf(address, { encoding });
  it.each([
    ['青禾路12号听雨苑3栋2单元401室', '青禾路12号听雨苑3幢1单元502'],
    ['听雨苑3栋401', '听雨苑3号楼402'],
    ['听雨苑3栋401', '听雨苑3-1-402'],
    ['听雨苑3座401', '听雨苑3#402'],
    ['青禾大厦1203室', '青禾大厦502室'],
    ['听雨苑A座1203室', '听雨苑A座1204室'],
  ])('%s and %s are in one', (a, b) => {
    expect(of(a)).not.toBe(0);
    expect(of(a)).toBe(of(b));
  });

  it.each([
    ['听雨苑3栋401', '听雨苑4栋401'],
    ['听雨苑3栋401', '听雨苑13栋401'],
    ['听雨苑3栋401', '听泉苑3栋401'],
    ['青禾大厦1203室', '听雨大厦1203室'],
  ])('%s and %s are not', (a, b) => {
    expect(of(a)).not.toBe(of(b));
  });

  it.each(['青禾路12号', '听雨苑三栋401', '东村', '', '12', '听雨苑3室', '青禾路88号-'])(
    '%s names none',
    (address) => {
      expect(of(address)).toBe(0);
    },
  );
});

it('is not one in two districts, or of two shops', () => {
  const here = hashOf('听雨苑3栋401');
  expect(hashOf('听雨苑3栋401', { district: '余杭区' })).not.toBe(here);
  expect(hashOf('听雨苑3栋401', { seed: 1 })).not.toBe(here);
});
