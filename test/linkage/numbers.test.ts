// The numbers of an address are those that two patterns find, which say plainly what is looked for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { houseNumbers, otherNumbers } from '../../src/linkage/numbers.js';

const HOUSE = /(?:(?<![a-z])[a-z])?\d+(?:-\d+)*(?:[a-z](?![a-z]))?(?=[号弄])/g;
const NUMBER = /(?<![a-z])[a-z](?=[区期座栋幢组-])|(?:(?<![a-z])[a-z])?\d+(?:[a-z](?![a-z]))?/g;

describe('the numbers of an address', () => {
  it.each([
    ['青禾路12号听雨苑3-2-401', ['12'], ['3', '2', '401']],
    ['青禾路12a号听雨苑a1203', ['12a'], ['a1203']],
    ['青禾路12-3号听雨苑b-1203', ['12-3'], ['b', '1203']],
    ['88弄3号401', ['88', '3'], ['401']],
    ['听雨苑a区3栋12ab', [], ['a', '3', '12']],
    ['3a12号', ['a12'], ['3']],
    ['听雨苑', [], []],
  ])('%s', (text, houses, others) => {
    expect(houseNumbers(text)).toEqual(houses);
    expect(otherNumbers(text)).toEqual(others);
  });

  it('are found as the patterns find them, in whatever text', () => {
    const part = fc.constantFrom('1', '20', '305', 'a', 'b', '-', '号', '弄', '区', '栋', '路', '#', '听');
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 14 }).map((parts) => parts.join('')),
        (text) => {
          expect(houseNumbers(text)).toEqual(text.match(HOUSE) ?? []);
          expect(otherNumbers(text)).toEqual(text.replace(HOUSE, '').match(NUMBER) ?? []);
        },
      ),
      { numRuns: 20_000 },
    );
  });
});
