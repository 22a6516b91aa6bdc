// Numbers of hashed keys: equal keys one number, in order of the lines, as a map gives them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HashedKeys, NO_KEY } from '../../src/core/hashed-keys.js';
import { TextHash } from '../../src/core/text-hash.js';

const hash = new TextHash();

describe('the keys of lines', () => {
  it('are numbered as a map numbers them, in order of the lines, whatever the order in which they are set', () => {
    const rows = fc.array(fc.option(fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 2000 });
    fc.assert(
      fc.property(rows, fc.boolean(), (texts, backwards) => {
        const keys = new HashedKeys();
        const lines = [...texts.keys()];
        for (const line of backwards ? lines.reverse() : lines) {
          const text = texts[line];
          if (text !== null && text !== undefined) keys.note(line, hash.begin(7).text(text));
        }
        const numbers = new Map<string, number>();
        texts.forEach((text, line) => {
          if (text !== null && !numbers.has(text)) {
            expect(keys.firstLine(numbers.size)).toBe(line);
            numbers.set(text, numbers.size);
          }
          expect(keys.of(line)).toBe(text === null ? NO_KEY : numbers.get(text));
        });
        expect(keys.size).toBe(numbers.size);
        expect(keys.of(texts.length)).toBe(NO_KEY);
      }),
      { numRuns: 60 },
    );
  });

  it('can go on behind the first look, and a hash of zeros is a key like others', () => {
    const keys = new HashedKeys();
    keys.note(0, hash.begin(1).text('a'));
    expect([keys.of(0), keys.size]).toEqual([0, 1]);
    hash.low = 0;
    hash.high = 0;
    keys.note(3, hash);
    keys.note(1, hash.begin(1).text('a'));
    expect([0, 1, 2, 3].map((line) => keys.of(line))).toEqual([0, 0, NO_KEY, 1]);
  });
});

describe('a hash', () => {
  it('differs for other texts, kinds, numbers and borders between texts', () => {
    const parts: (readonly (string | number)[])[] = [
      ['ab'],
      ['a', 'b'],
      ['', 'ab'],
      ['ab', ''],
      ['ba'],
      [1],
      [2],
      [1, 2],
      ['ab', 1],
    ];
    const seen = [1, 2].flatMap((kind) =>
      parts.map((list) => {
        hash.begin(kind);
        for (const part of list) typeof part === 'number' ? hash.number(part) : hash.text(part);
        return `${hash.low} ${hash.high}`;
      }),
    );
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is told apart for a hundred thousand texts that differ in a digit', () => {
    const seen = new Set<number>();
    for (let i = 0; i < 100_000; i++) {
      hash.begin(1).text(`听雨苑${i}`);
      seen.add(hash.high * 2 ** 21 + (hash.low & 0x1fffff));
    }
    expect(seen.size).toBe(100_000);
  });
});
