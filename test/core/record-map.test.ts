// What is remembered of each record: nothing is lost, however many records and however long one is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KIND, LINE_END, RECORD_KINDS, RecordMap } from '../../src/core/record-map.js';

const GIB = 2 ** 30;

describe('a map of records', () => {
  it('gives back what was added, and its sums', () => {
    const record = fc.record({
      length: fc.oneof(fc.nat(5000), fc.integer({ min: 4 * GIB - 3, max: 5 * GIB })),
      lineEnd: fc.integer({ min: 0, max: 3 }),
      kind: fc.integer({ min: 0, max: RECORD_KINDS.length - 1 }),
      cells: fc.nat(2000),
      order: fc.integer({ min: -1, max: 2 ** 31 - 1 }),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 700 }), (records) => {
        const map = new RecordMap();
        for (const r of records) map.add(r.length, r.lineEnd, r.kind, r.cells, r.order);
        const kept = records.map((_, i) => ({
          length: map.length(i),
          lineEnd: map.lineEnd(i),
          kind: map.kind(i),
          cells: map.cells(i),
          order: map.order(i),
        }));
        expect(kept).toEqual(records);
        expect(map.size).toBe(records.length);
        expect(map.bytes).toBe(records.reduce((sum, r) => sum + r.length, 0));
        expect([...map.kinds]).toEqual(
          RECORD_KINDS.map((_, kind) => records.filter((r) => r.kind === kind).length),
        );
      }),
      { numRuns: 30 },
    );
  });

  it.each([4 * GIB - 2, 4 * GIB - 1, 4 * GIB, 4 * GIB + 1, 2 ** 40])(
    'remembers a record of %i bytes',
    (n) => {
      const map = new RecordMap();
      map.add(7, LINE_END.lf, KIND.header, 3, -1);
      map.add(n, LINE_END.crlf, KIND.rejected, 0, -1);
      map.add(9, LINE_END.none, KIND.audited, 3, 0);
      expect([map.length(0), map.length(1), map.length(2)]).toEqual([7, n, 9]);
      expect(map.bytes).toBe(16 + n);
    },
  );

  it('names a kind by its number', () => {
    expect(RECORD_KINDS.map((kind) => KIND[kind])).toEqual(RECORD_KINDS.map((_, i) => i));
  });

  it('gives its parts to a second reading: all but orders and kinds, of the very same records', () => {
    const records = new RecordMap();
    const lengths = [5, 2 ** 32 + 7, 0xffffffff, 0, 12];
    for (const [i, length] of lengths.entries()) records.add(length, i % 4, KIND.audited, i * 3, -1);
    const again = RecordMap.of(structuredClone(records.parts()));
    expect(again.size).toBe(lengths.length);
    lengths.forEach((length, i) => {
      expect([again.length(i), again.lineEnd(i), again.cells(i)]).toEqual([length, i % 4, i * 3]);
    });
  });
});
