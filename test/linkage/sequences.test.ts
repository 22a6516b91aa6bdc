// Runs of phones and names that were made one after the other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sequentialNames, sequentialPhones } from '../../src/linkage/sequences.js';
import { createRandom } from '../support/random.js';

const phone = (n: number) => String(19_900_000_000 + n);
const phones = (...numbers: readonly number[]) => numbers.map(phone);

describe('phones in sequence', () => {
  it.each<[string, readonly string[], readonly string[][]]>([
    ['three in a row', phones(1, 2, 3), [phones(1, 2, 3)]],
    ['five apart', phones(10, 0, 5), [phones(0, 5, 10)]],
    ['six apart', phones(0, 5, 11), []],
    ['two', phones(1, 2), []],
    ['one of them twice', phones(1, 2, 2, 1), []],
    ['two runs', phones(30, 1, 2, 31, 3, 32), [phones(1, 2, 3), phones(30, 31, 32)]],
    ['with a stranger', phones(1, 2, 3, 500), [phones(1, 2, 3)]],
    ['extensions of one base', ['19900000001-1001', '19900000001-1002', '19900000001-1003'], []],
    ['masked', ['199****0001', '199****0002', '199****0003'], []],
    ['landlines', ['057188880001', '057188880002', '057188880003'], []],
    ['short numbers', ['10001', '10002', '10003', ''], []],
  ])('%s', (_, given, runs) => {
    expect(sequentialPhones(given)).toEqual(runs);
  });

  it('are the runs of a sorted list, whatever the sequence', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 120 }), { maxLength: 40 }), fc.nat(), (numbers, seed) => {
        const given = phones(...numbers);
        const runs = sequentialPhones(given);
        expect(sequentialPhones(createRandom(seed).shuffle(given))).toEqual(runs);
        const inRuns = new Set(runs.flat());
        for (const number of new Set(numbers)) {
          const near = numbers.filter((other) => other !== number && Math.abs(other - number) <= 5);
          if (near.length === 0) expect(inRuns.has(phone(number))).toBe(false);
          // With neighbours on both sides, or two on one, three stand together.
          if (new Set(near).size >= 2) expect(inRuns.has(phone(number))).toBe(true);
        }
      }),
      { seed: 20_260_609, numRuns: 300 },
    );
  });
});

describe('names in sequence', () => {
  it.each<[string, readonly string[], readonly string[][]]>([
    ['of one width', ['user003', 'user001', 'user002'], [['user001', 'user002', 'user003']]],
    ['that grow by a figure', ['小草9', '小草11', '小草10'], [['小草9', '小草10', '小草11']]],
    ['within ten', ['小草12', '小草22', '小草32'], [['小草12', '小草22', '小草32']]],
    ['eleven apart', ['小草12', '小草23', '小草24'], []],
    ['of two widths', ['user09', 'user010', 'user011'], []],
    ['of full width first', ['user09', 'user10', 'user11'], [['user09', 'user10', 'user11']]],
    ['that skip a width', ['a9', 'a099', 'a100'], []],
    ['of two bases', ['小草1', '小花2', '小树3'], []],
    ['without a counter', ['小草', '小花', '小树'], []],
    ['of figures only', ['1001', '1002', '1003'], []],
    ['that are phones', ['a19900000001', 'a19900000002', 'a19900000003'], []],
    ['one twice', ['user001', 'user001', 'user002'], []],
    ['one in two spellings', ['user001', 'USER001', 'user002'], []],
    [
      'spelled in several ways',
      ['User 001', 'ｕｓｅｒ００２', 'user003'],
      [['User 001', 'ｕｓｅｒ００２', 'user003']],
    ],
    [
      'two runs of one base',
      ['b1', 'b2', 'b3', 'b50', 'b51', 'b52'],
      [
        ['b1', 'b2', 'b3'],
        ['b50', 'b51', 'b52'],
      ],
    ],
    ['a counter behind figures', ['a1b7', 'a1b8', 'a1b9'], [['a1b7', 'a1b8', 'a1b9']]],
    ['masked', ['user***1', 'user***2', 'user***3'], []],
  ])('%s', (_, given, runs) => {
    expect(sequentialNames(given)).toEqual(runs);
  });

  it('are distinct, of three or more, and the same whatever the sequence', () => {
    const name = fc.tuple(
      fc.constantFrom('user', 'USER ', '小草', ''),
      fc.nat({ max: 130 }),
      fc.constantFrom(1, 3),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), fc.nat(), (parts, seed) => {
        const given = parts.map(([base, counter, width]) => base + String(counter).padStart(width, '0'));
        const runs = sequentialNames(given);
        expect(sequentialNames(createRandom(seed).shuffle(given))).toEqual(runs);
        for (const run of runs) expect(run.length).toBeGreaterThanOrEqual(3);
        expect(new Set(runs.flat()).size).toBe(runs.flat().length);
      }),
      { seed: 20_260_610, numRuns: 300 },
    );
  });
});
