// Entries of address lists against addresses in all the ways in which they are written.
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../src/linkage/addresses.js';
import { formsOf, KnownAddresses } from '../../src/linkage/known-addresses.js';

const HANGZHOU = ['浙江省', '杭州市', '西湖区'];

/** A cell of an export: province, city, district, address. */
function cell(address: string, [province = '', city = '', district = ''] = HANGZHOU) {
  return readAddress({ province, city, district, street: '', address });
}

function matches(entry: string, address: ReturnType<typeof cell>): boolean {
  const forms = formsOf(entry);
  if (typeof forms === 'string') throw new Error(`${entry}: ${forms}`);
  const known = new KnownAddresses<number>();
  known.add(forms, 1);
  let found = false;
  known.find(address, () => {
    found = true;
  });
  return found;
}

const ROOM = '浙江省杭州市西湖区青禾路12号听雨苑3-2-401';

describe('an address entry with a room', () => {
  it.each([
    ['the same', ROOM, '青禾路12号听雨苑3-2-401'],
    ['building, unit and room in words', ROOM, '青禾路12号听雨苑3号楼2单元401室'],
    ['full width, and blanks', ROOM, '青禾路１２号 听雨苑 ３－２－４０１'],
    ['the place again in the cell', ROOM, '浙江省杭州市西湖区青禾路12号听雨苑3-2-401'],
    ['words for the courier behind it', ROOM, '青禾路12号听雨苑3-2-401放门口'],
    ['province left out', '杭州市西湖区青禾路12号听雨苑3-2-401', '青禾路12号听雨苑3-2-401'],
    ['only the district', '西湖区青禾路12号听雨苑3-2-401', '青禾路12号听雨苑3-2-401'],
    ['short names without 省 and 市', '浙江杭州西湖区青禾路12号听雨苑3-2-401', '青禾路12号听雨苑3-2-401'],
    ['no place at all', '青禾路12号听雨苑3-2-401', '青禾路12号听雨苑3-2-401'],
    ['a town in front', '西湖区青禾镇听雨苑3-2-401', '听雨苑3-2-401'],
  ])('%s', (_, entry, address) => {
    expect(matches(entry, cell(address))).toBe(true);
  });

  it.each([
    ['another room', ROOM, '青禾路12号听雨苑3-2-402', HANGZHOU],
    ['another house', ROOM, '青禾路2号听雨苑3-2-401', HANGZHOU],
    ['another district', ROOM, '青禾路12号听雨苑3-2-401', ['浙江省', '杭州市', '余杭区']],
    ['another city of a like district', ROOM, '青禾路12号听雨苑3-2-401', ['湖南省', '长沙市', '西湖区']],
    ['a district that is not told', ROOM, '青禾路12号听雨苑3-2-401', ['浙江省', '杭州市', '']],
    [
      'another district where only that is written',
      '余杭区青禾路12号听雨苑3-2-401',
      '青禾路12号听雨苑3-2-401',
      HANGZHOU,
    ],
    ['a masked cell', ROOM, '青禾路12号听雨苑3-2-4**', HANGZHOU],
    ['an empty cell', ROOM, '', HANGZHOU],
  ])('is not %s', (_, entry, address, place) => {
    expect(matches(entry, cell(address, place))).toBe(false);
  });

  it('without a place is the same in any district', () => {
    const address = cell('青禾路12号听雨苑3-2-401', ['湖南省', '长沙市', '岳麓区']);
    expect(matches('青禾路12号听雨苑3-2-401', address)).toBe(true);
    expect(matches('青禾路12号听雨苑3-2-401', cell('青禾路12号听雨苑3-2-401', []))).toBe(true);
  });

  it('names a district with or without its ending', () => {
    const address = cell('望澜路8号禾木里2栋301', ['浙江省', '杭州市', '余杭']);
    expect(matches('浙江省杭州市余杭区望澜路8号禾木里2栋301', address)).toBe(true);
  });
});

describe('an address entry without a room', () => {
  const BUILDING = '杭州市西湖区青禾路88号星渚大厦';
  it.each([
    [BUILDING, '青禾路88号星渚大厦'],
    [BUILDING, '青禾路88号星渚大厦9楼'],
    [BUILDING, '青禾路88号星渚大厦B座1203室'],
    [BUILDING, '青禾路88号星渚大厦前台代收'],
    ['听雨苑3号楼', '听雨苑3-2-401'],
    ['听雨苑3号楼', '听雨苑3号楼2单元401室'],
    ['青禾路12号', '青禾路12号听雨苑3-2-401'],
    ['青禾路15号菜鸟驿站', '青禾路15号菜鸟驿站'],
    ['星渚大厦', '星渚大厦9楼'],
  ])('%s covers %s', (entry, address) => {
    expect(matches(entry, cell(address))).toBe(true);
  });

  it.each([
    [BUILDING, '青禾路888号星渚大厦'],
    [BUILDING, '青禾路8号星渚大厦'],
    ['青禾路12号听雨苑3', '青禾路12号听雨苑33-2-401'],
    ['青禾路3号', '青禾路3号楼201室'],
    ['青禾路12号', '新青禾路12号听雨苑'],
    ['青禾路15号菜鸟驿站', '青禾路16号菜鸟驿站'],
  ])('%s does not cover %s', (entry, address) => {
    expect(matches(entry, cell(address))).toBe(false);
  });
});

describe('what is no address entry', () => {
  it.each([
    '杭州',
    '浙江省杭州市',
    '浙江省杭州市西湖区',
    '西湖区',
    '青禾路',
    '西湖区青禾路',
    '余杭街道',
    '青禾村',
    '3号楼401室',
    '12号',
    '驿站',
    '',
  ])('%s is too short', (entry) => {
    expect(formsOf(entry)).toBe('short');
  });

  it.each(['浙江省杭州市西湖区青禾路**号', '青禾路12号听雨苑3栋xx室', '青禾路●●号听雨苑'])(
    '%s is masked',
    (entry) => {
      expect(formsOf(entry)).toBe('masked');
    },
  );
});

it('tells all entries of thousands that an address is one of, and no other', () => {
  const known = new KnownAddresses<number>();
  for (let i = 0; i < 3000; i++) {
    const forms = formsOf(`青禾路${i}号听雨苑`);
    if (typeof forms !== 'string') known.add(forms, i);
  }
  const found = new Set<number>();
  known.find(cell('青禾路1203号听雨苑3-2-401'), (entry) => found.add(entry));
  expect([...found]).toEqual([1203]);
});
