// A waybill cell as a key: equal cells are one waybill, and signs for an empty cell are none.
import { describe, expect, it } from 'vitest';
import { KeyTable } from '../../src/core/key-table.js';
import { waybillKey } from '../../src/ingest/waybill.js';
import { scanBytes } from '../../src/io/table.js';

const dialect = { encoding: 'utf-8', bomBytes: 0, delimiter: ',', sepLine: false } as const;

function keyOf(cell: string, table: KeyTable): number {
  const scanner = scanBytes(Buffer.from(`x,${cell}\n`), dialect as never);
  scanner.next();
  return waybillKey(scanner, 1, table);
}

describe('waybills', () => {
  it.each(['', '-', '--', '—', '/', '\t', '-\t', 'None', 'null', '#NULL!', 'nan'])('%j is none', (cell) => {
    expect(keyOf(cell, new KeyTable())).toBe(-1);
  });

  it('are told apart by their bytes, with blanks and TABs around them left out', () => {
    const table = new KeyTable();
    expect(
      ['SF1000000001', 'SF1000000002', 'SF1000000001\t', ' SF1000000002', 'A1'].map((cell) =>
        keyOf(cell, table),
      ),
    ).toEqual([0, 1, 0, 1, 2]);
  });

  it('are not there without the column', () => {
    const scanner = scanBytes(Buffer.from('x\n'), dialect as never);
    scanner.next();
    expect(waybillKey(scanner, -1, new KeyTable())).toBe(-1);
  });
});
