// Addresses written like one another: which are one room, which never are, and blocks that are too large to compare.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupJigged, isJigged, jigBlock, MOST_IN_BLOCK } from '../../src/linkage/jigging.js';

describe('two spellings of one room', () => {
  it.each([
    [
      '青禾路12号听雨苑3-2-401',
      '青禾路12号听语苑3-2-401',
      'a letter of the name, on the same street and number',
    ],
    [
      '青禾路12号听雨苑3-2-401',
      '青和路12号听雨苑3-2-401',
      'a letter of the street, at the same number and name',
    ],
    ['青禾路12号听雨苑3-2-401', '青禾路12号听雨苑听雨苑3-2-401', 'a doubled word'],
    ['青禾路12号听雨苑3-2-401', '青禾路12号听雨苑雨雨雨3-2-401', 'repeated letters'],
    ['青禾路12号听雨苑3-2-401', '青禾路12号听雨苑吉祥3-2-401', 'two letters more behind the name'],
    ['青禾路12号听雨苑3-2-401', '幸福青禾路12号听雨苑3-2-401', 'two letters more in front'],
    ['青禾路12号听雨苑3-2-401', '听雨苑3-2-401', 'the street left out'],
    ['青禾路12号听雨苑3-2-401', '青禾路听雨苑3-2-401', 'the number of the house left out'],
    ['听雨苑小区3-2-401', '听雨苑3-2-401', 'a word that every estate has'],
    ['听雨苑3-2-401', '听雨苑abc3-2-401', 'Latin letters'],
    ['青禾路12a号听雨苑3-2-401', '听雨苑3-2-401', 'a street left out whose house has a letter'],
    ['青禾路12-3号听雨苑3-2-401', '听雨苑3-2-401', 'a street left out whose house has two numbers'],
    ['青禾路12号听雨苑4-2-401', '听雨苑4楼2-401', 'a word for the building that may say the floor'],
    ['青禾路12号听雨苑3-2-401', '听雨苑青禾路12号3-2-401', 'the parts swapped'],
    ['望澜大道北段拾光公寓8-1201', '望澜大道北段拾光公園8-1201', 'one letter of ten'],
  ])('%s and %s: %s', (a, b) => {
    expect([isJigged(a, b), isJigged(b, a)]).toEqual([true, true]);
  });
});

describe('two rooms', () => {
  it.each([
    ['听雨苑3-2-401', '听雨苑3-2-402', 'a digit'],
    ['青禾路12号听雨苑3-2-401', '青禾路14号听雨苑3-2-401', 'the number of the house'],
    ['青禾路12a号听雨苑3-2-401', '青禾路12号听雨苑3-2-401', 'the letter of the house'],
    ['青禾路12-3号听雨苑3-2-401', '青禾路12-4号听雨苑3-2-401', 'the second number of the house'],
    ['听雨苑3-2-401', '听泉苑3-2-401', 'one letter of three'],
    ['听雨苑3-2-401', '晴川里3-2-401', 'another estate'],
    ['青禾路12号听雨苑3-2-401', '云麓路12号晴川里3-2-401', 'street and estate'],
    ['听雨苑东区3-2-401', '听雨苑西区3-2-401', 'two parts of an estate'],
    ['听雨苑3-2-401', '听雨苑二期3-2-401', 'a later part of the estate'],
    ['青禾路12号听雨苑东区3-2-401', '青禾路12号听雨苑西区3-2-401', 'two parts of it on one street'],
    ['青禾路12号听雨苑a区3-2-401', '青禾路12号听雨苑b区3-2-401', 'two parts by letters'],
    ['听雨苑a-1203', '听雨苑b-1203', 'the letter of the building'],
    ['青禾路12号小区3-2-401', '小区3-2-401', 'no name that says anything'],
    ['青禾路小区3-2-401', '望澜路小区3-2-401', 'the street, and no name'],
    ['青禾路12号3-2-401', '青禾路3-2-401', 'a street alone, and its house on one side'],
    ['青禾路北段12号3-2-401', '青禾路北段3-2-401', 'a part of a street alone'],
    ['听雨苑3-2-401', '听雨苑2-3-401', 'building and unit'],
    ['万科城3-2-401', '万科城市花园3-2-401', 'another estate that begins like it'],
    ['听雨苑3-2-401', '听雨苑3-2-401', 'nothing: that is one key already'],
  ])('%s and %s: %s', (a, b) => {
    expect([isJigged(a, b), isJigged(b, a)]).toEqual([false, false]);
  });

  it('differ by any digit', () => {
    const room = fc.tuple(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 101, max: 3604 }),
    );
    fc.assert(
      fc.property(room, room, fc.constantFrom('听雨苑', '云栖雅筑花园', ''), (a, b, more) => {
        const text = (numbers: readonly number[]) => `青禾路12号晴川里${more}${numbers.join('-')}`;
        fc.pre(a.join() !== b.join());
        expect(isJigged(text(a), text(b))).toBe(false);
      }),
    );
  });
});

it('the numbers of a block are those of building, unit and room, in any sequence', () => {
  expect(jigBlock('青禾路12号听雨苑3-2-401')).toBe(jigBlock('听雨苑401-2-3'));
  expect(jigBlock('青禾路12号听雨苑3-2-401')).not.toBe(jigBlock('青禾路12号听雨苑3-2-402'));
  expect(jigBlock('88弄3-401')).toBe(jigBlock('3-401'));
  expect(jigBlock('')).toBe('');
});

describe('groups of rooms', () => {
  const rooms = (texts: readonly string[], block = 0) => texts.map((text, key) => ({ key, block, text }));
  const SPELLINGS = [
    '青禾路12号听雨苑3-2-401',
    '青禾路12号听雨苑苑3-2-401',
    '听雨苑3-2-401',
    '晴川里3-2-401',
  ];

  it('hang together through others, and are only compared within a block', () => {
    expect(groupJigged(rooms(SPELLINGS))).toEqual({ groups: [[0, 1, 2]], skipped: 0 });
    const apart = rooms(SPELLINGS).map((room, i) => ({ ...room, block: i }));
    expect(groupJigged(apart)).toEqual({ groups: [], skipped: 0 });
  });

  it('are the same in any sequence', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rooms(SPELLINGS), { minLength: 4 }), (shuffled) => {
        expect(groupJigged(shuffled).groups).toEqual([[0, 1, 2]]);
      }),
    );
  });

  it('are left out, and counted, where a block holds too many', () => {
    const many = (count: number) => [
      ...rooms(SPELLINGS),
      ...Array.from({ length: count }, (_, i) => ({
        key: 10 + i,
        block: 0,
        text: `${String.fromCharCode(0x5000 + 7 * i, 0x6000 + 11 * i, 0x7000 + 13 * i)}3-2-401`,
      })),
    ];
    expect(groupJigged(many(MOST_IN_BLOCK - 4))).toEqual({ groups: [[0, 1, 2]], skipped: 0 });
    expect(groupJigged(many(MOST_IN_BLOCK - 3))).toEqual({ groups: [], skipped: MOST_IN_BLOCK + 1 });
  });
});
