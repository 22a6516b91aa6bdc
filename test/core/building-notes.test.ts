// The log of buildings: asked in any sequence it tells what was noted, and counts what a plain search counts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BuildingNotes } from '../../src/core/building-notes.js';

/** Entries ascend, with gaps; one note in three tells no building. */
const noted = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat({ max: 12 }), fc.nat({ max: 2 })), {
  maxLength: 400,
});

function build(rows: readonly (readonly [number, number, number])[]) {
  const notes = new BuildingNotes();
  let entry = 0;
  const told = rows.map(([gap, building, shop]) => {
    entry += gap;
    const of = building % 3 === 0 ? 0 : building;
    notes.note(entry, of, shop);
    return { entry, building: of, shop };
  });
  return { notes, told };
}

describe('notes of buildings', () => {
  it('tell each entry its building, in whatever sequence they are asked', () => {
    fc.assert(
      fc.property(noted, fc.array(fc.nat({ max: 4000 }), { maxLength: 60 }), (rows, asked) => {
        const { notes, told } = build(rows);
        const known = new Map(told.map(({ entry, building }) => [entry, building]));
        const copy = new BuildingNotes(notes.handOver());
        for (const entry of [...known.keys(), ...asked, ...[...known.keys()].reverse()]) {
          expect(notes.of(entry)).toBe(known.get(entry) ?? 0);
          expect(copy.of(entry)).toBe(known.get(entry) ?? 0);
        }
        expect(notes.of(-1)).toBe(0);
      }),
      { seed: 20_260_701, numRuns: 100 },
    );
  });

  it('count records by building, and by shop', () => {
    fc.assert(
      fc.property(noted, (rows) => {
        const { notes, told } = build(rows);
        const asked = [1, 2, 5, 77];
        expect([...notes.count(asked)]).toEqual(
          asked.map((one) => [one, told.filter(({ building }) => building === one).length]),
        );
        for (const shop of [0, 1, 2, 3]) {
          const of = told.filter((row) => row.shop === shop && row.building !== 0);
          expect(notes.recordsOf(shop)).toBe(of.length);
        }
      }),
      { seed: 20_260_702, numRuns: 100 },
    );
  });

  it('hold more than fits in one piece', () => {
    const notes = new BuildingNotes();
    const size = 70_000;
    for (let i = 0; i < size; i++) notes.note(i * 2, (i % 5) + 1, 0);
    expect([notes.of(0), notes.of(1), notes.of(139_998), notes.of(65_536)]).toEqual([1, 0, 5, 4]);
    expect(notes.count([3]).get(3)).toBe(size / 5);
  });
});
