// The table of keys against a plain Map: equal bytes, equal numbers, also after the table has grown.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enlarged, KeyTable } from '../../src/core/key-table.js';

function intern(table: KeyTable, text: string): number {
  // From the middle of a buffer, as a reader does.
  const bytes = Buffer.from(`<${text}>`, 'latin1');
  return table.intern(bytes, 1, bytes.length - 1);
}

function find(table: KeyTable, text: string): number {
  const bytes = Buffer.from(text, 'latin1');
  return table.find(bytes, 0, bytes.length);
}

/** Interns all texts into a table and a Map and compares every answer. */
function expectLikeMap(texts: readonly string[], absent: readonly string[] = []): void {
  const table = new KeyTable();
  const map = new Map<string, number>();
  const wrong: string[] = [];
  for (const text of texts) {
    const isNew = !map.has(text);
    if (isNew) map.set(text, map.size);
    if (intern(table, text) !== map.get(text) || table.isNew !== isNew) wrong.push(text);
  }
  for (const [text, key] of map) {
    const bytes = Buffer.from(text, 'latin1');
    if (find(table, text) !== key || !table.bytes(key) || !table.is(key, bytes, 0, bytes.length))
      wrong.push(text);
    if (Buffer.from(table.bytes(key)).toString('latin1') !== text) wrong.push(text);
  }
  for (const text of absent) if (!map.has(text) && find(table, text) !== -1) wrong.push(text);
  expect(wrong).toEqual([]);
  expect(table.size).toBe(map.size);
}

describe('a table of keys', () => {
  it('numbers texts as a Map does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '0', '\0', '\xff'), maxLength: 5 });
    fc.assert(fc.property(fc.array(text, { maxLength: 200 }), fc.array(text), expectLikeMap));
  });

  it('keeps every key through several growths of slots, numbers and bytes', () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => `26${i % 13}-${i}-${'x'.repeat(i % 40)}`);
    expectLikeMap([...texts, ...texts.slice(0, 500)], ['26', '260-0', 'nobody']);
  });

  it('is the same table where room was made for what never came, or for less than came', () => {
    const texts = Array.from({ length: 3000 }, (_, i) => `26-${i % 2500}`);
    for (const [at, keys] of [
      [0, 100_000],
      [10, 600],
      [1000, 5],
      [2000, 2501],
    ] as const) {
      const table = new KeyTable();
      const numbers = texts.map((text, i) => {
        if (i === at) table.expect(keys);
        return intern(table, text);
      });
      expect(numbers).toEqual(texts.map((_, i) => i % 2500));
      expect(table.look(7, (bytes, start, end) => Buffer.from(bytes.subarray(start, end)).toString())).toBe(
        '26-7',
      );
    }
  });

  it('takes a key that is longer than all of its bytes so far', () => {
    expectLikeMap(['a', 'b'.repeat(100_000), 'c', 'b'.repeat(99_999)], ['b'.repeat(99_998)]);
  });

  it('knows the empty key, and its absence', () => {
    const table = new KeyTable();
    expect(find(table, '')).toBe(-1);
    expect(intern(table, '')).toBe(0);
    expect(find(table, '')).toBe(0);
    expect(table.bytes(0)).toHaveLength(0);
  });

  it('tells a key from another one, from none, and from one that is not there yet', () => {
    const table = new KeyTable();
    const ab = Buffer.from('ab');
    intern(table, 'ab');
    intern(table, 'abc');
    expect(table.is(0, ab, 0, 2)).toBe(true);
    expect(table.is(0, ab, 0, 1)).toBe(false);
    expect(table.is(1, ab, 0, 2)).toBe(false);
    expect(table.is(-1, ab, 0, 2)).toBe(false);
    expect(table.is(7, ab, 0, 0)).toBe(false);
  });

  it('gives copies of its bytes', () => {
    const table = new KeyTable();
    intern(table, 'ab');
    table.bytes(0).fill(0);
    expect(find(table, 'ab')).toBe(0);
  });
});

describe('longer arrays', () => {
  it('keep the numbers and the type', () => {
    const longer = enlarged(Float64Array.of(1.5, -2), 4);
    expect(longer).toBeInstanceOf(Float64Array);
    expect([...longer]).toEqual([1.5, -2, 0, 0]);
  });
});
