// Linkage as a library: records with keys in, groups with reasons out; on data of others, and on random records.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type KeyRule,
  type LinkedRecords,
  linkRecords,
  type RecordKey,
} from '../../src/linkage/link-records.js';

const NO_CAP = Number.POSITIVE_INFINITY;
const STRONG: KeyRule = { strength: 'strong', cap: NO_CAP };

describe('linked records', () => {
  const records: RecordKey[][] = [
    [{ kind: 'phone', text: '1' }],
    [
      { kind: 'phone', text: '1' },
      { kind: 'room', text: 'a' },
    ],
    [{ kind: 'room', text: 'a' }],
    [{ kind: 'room', text: '1' }],
    [],
  ];
  const rules = { phone: STRONG, room: { strength: 'moderate', cap: 2 } } as const;

  it('say by which keys they hang together', () => {
    expect(linkRecords(records, rules)).toEqual({
      groups: [
        {
          records: [0, 1, 2],
          reasons: [
            { kind: 'phone', text: '1', strength: 'strong', members: [0, 1] },
            { kind: 'room', text: 'a', strength: 'moderate', members: [1, 2] },
          ],
          backbone: [
            { kind: 'phone', text: '1', strength: 'strong', members: [0, 1] },
            { kind: 'room', text: 'a', strength: 'moderate', members: [1, 2] },
          ],
        },
      ],
      hubs: [],
    });
  });

  it('are not linked by a key beyond its cap, which is told as a hub', () => {
    const { groups, hubs } = linkRecords([...records, [{ kind: 'room', text: 'a' }]], rules);
    expect(groups.map((group) => group.records)).toEqual([[0, 1]]);
    expect(hubs).toEqual([{ kind: 'room', text: 'a', strength: 'moderate', members: [1, 2, 5] }]);
  });

  it('are not linked by a weak key, which only stands beside what links', () => {
    const weak = { phone: STRONG, room: { strength: 'weak', cap: NO_CAP } } as const;
    const both = [
      ...records,
      [
        { kind: 'phone', text: '1' },
        { kind: 'room', text: 'a' },
      ],
    ];
    const { groups } = linkRecords(both, weak);
    expect(groups.map((group) => group.records)).toEqual([[0, 1, 5]]);
    expect(groups[0]?.reasons[1]).toEqual({ kind: 'room', text: 'a', strength: 'weak', members: [1, 5] });
    expect(groups[0]?.backbone).toHaveLength(1);
  });

  it('need a rule for every kind, also for one that every object has', () => {
    expect(() => linkRecords([[{ kind: 'constructor', text: '1' }]], rules)).toThrow(RangeError);
  });
});

const anyRecords = fc.array(
  fc.array(
    fc.record({ kind: fc.constantFrom('phone', 'room', '__proto__'), text: fc.nat({ max: 9 }).map(String) }),
    { maxLength: 3 },
  ),
  { maxLength: 40 },
);
const RULES = {
  phone: { ...STRONG, cap: 5 },
  room: STRONG,
  ['__proto__']: { strength: 'moderate', cap: 3 },
} as const;

describe('any records', () => {
  it('are linked as a breadth-first search links them', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const { groups } = linkRecords(records, RULES);
        expect(groups.map((group) => group.records)).toEqual(searched(records));
      }),
    );
  });

  it('are linked the same in any sequence', () => {
    const shuffled = anyRecords.chain((records) => {
      const places = records.map((_, i) => i);
      return fc.tuple(
        fc.constant(records),
        fc.shuffledSubarray(places, { minLength: places.length, maxLength: places.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([records, places]) => {
        const others = places.map((place) => records[place]!);
        const named = ({ groups, hubs }: LinkedRecords, place: (record: number) => number) => ({
          groups: groups
            .map((group) => group.records.map(place).sort((a, b) => a - b))
            .sort((a, b) => a[0]! - b[0]!),
          hubs: hubs.map(({ kind, text }) => `${kind} ${text}`),
        });
        expect(named(linkRecords(others, RULES), (record) => places[record]!)).toEqual(
          named(linkRecords(records, RULES), (record) => record),
        );
      }),
    );
  });
});

/** Groups of two or more by breadth-first search over keys within their caps. */
function searched(records: readonly (readonly RecordKey[])[]): number[][] {
  const carrying = ({ kind, text }: RecordKey) =>
    records.flatMap((keys, i) => (keys.some((key) => key.kind === kind && key.text === text) ? [i] : []));
  const links = (key: RecordKey) => {
    const all = carrying(key);
    return all.length > (RULES[key.kind as keyof typeof RULES] as KeyRule).cap ? [] : all;
  };
  const seen = new Set<number>();
  return records.flatMap((_, start) => {
    if (seen.has(start)) return [];
    const reached = new Set([start]);
    for (const record of reached) for (const to of records[record]!.flatMap(links)) reached.add(to);
    for (const record of reached) seen.add(record);
    return reached.size < 2 ? [] : [[...reached].sort((a, b) => a - b)];
  });
}

const FEBRL = fileURLToPath(new URL('../../../shared/data/febrl1.csv', import.meta.url));
const TRUE_PAIRS = 500;

const hasFebrl = existsSync(FEBRL);
const missing = hasFebrl ? '' : ' (SKIPPED: shared/data/febrl1.csv is not beside this checkout)';

describe.skipIf(!hasFebrl)(`the first Febrl data set: 1,000 records of 500 invented people${missing}`, () => {
  const rows = hasFebrl
    ? (parse(readFileSync(FEBRL, 'utf8'), { columns: true, trim: true }) as Record<string, string>[])
    : [];
  /** Keys of one or more whole cells, none of them blank. */
  const keysOf = (row: Record<string, string>, kinds: readonly (readonly string[])[]): RecordKey[] =>
    kinds.flatMap((cells) => {
      const texts = cells.map((cell) => row[cell] ?? '');
      return texts.includes('') ? [] : [{ kind: cells.join('+'), text: texts.join(' ') }];
    });
  const entity = (record: number) => rows[record]?.rec_id?.split('-')[1];
  const EXACT = [
    ['soc_sec_id'],
    ['given_name', 'surname', 'date_of_birth'],
    ['date_of_birth', 'postcode'],
    ['street_number', 'address_1'],
  ];

  function scored(kinds: readonly (readonly string[])[], cap: number) {
    const rules = Object.fromEntries(kinds.map((cells) => [cells.join('+'), { ...STRONG, cap }]));
    const { groups, hubs } = linkRecords(
      rows.map((row) => keysOf(row, kinds)),
      rules,
    );
    let [found, right] = [0, 0];
    for (const { records } of groups) {
      records.forEach((a, i) => {
        for (const b of records.slice(i + 1)) {
          found++;
          if (entity(a) === entity(b)) right++;
        }
      });
    }
    return { f1: (2 * right) / (found + TRUE_PAIRS), precision: right / found, hubs: hubs.length };
  }

  it('is linked by exact keys with F1 0.983 or more', () => {
    expect(rows).toHaveLength(1000);
    expect(scored(EXACT, NO_CAP).f1).toBeGreaterThanOrEqual(0.983);
  });

  it('falls apart with the postcode as a key, and is mended by a cap', () => {
    const open = scored([...EXACT, ['postcode']], NO_CAP);
    expect(open.precision).toBeLessThan(0.5);
    const capped = scored([...EXACT, ['postcode']], 2);
    expect(capped.f1).toBeGreaterThan(0.9);
    expect(capped.hubs).toBeGreaterThan(50);
  });
});
