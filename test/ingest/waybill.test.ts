// A waybill cell as a key: equal cells are one waybill, signs for an empty cell are none, and rounded ones are told.
import { describe, expect, it } from 'vitest';
import { KeyTable } from '../../src/core/key-table.js';
import { ProblemLog } from '../../src/core/problem.js';
import { Waybills } from '../../src/ingest/waybill.js';
import { scanBytes } from '../../src/io/table.js';

const dialect = { encoding: 'utf-8', bomBytes: 0, delimiter: ',', sepLine: false } as const;

/** The keys of these cells, rows 2 and on, and what is told of them. */
function read(...cells: readonly string[]) {
  const scanner = scanBytes(Buffer.from(cells.map((cell) => `x,${cell}\n`).join('')), dialect as never);
  const waybills = new Waybills(scanner, 1, new KeyTable());
  const keys = cells.map((_, i) => {
    scanner.next();
    return waybills.key(i + 2);
  });
  const problems = new ProblemLog();
  waybills.tell(problems, 3, '快递单号');
  return { keys, problems: problems.kept };
}

describe('waybills', () => {
  it.each(['', '-', '--', '—', '/', '\t', '-\t', 'None', 'null', '#NULL!', 'nan'])('%j is none', (cell) => {
    expect(read(cell)).toEqual({ keys: [-1], problems: [] });
  });

  it('are told apart by their bytes, with blanks and TABs around them left out', () => {
    const cells = ['SF1000000001', 'SF1000000002', 'SF1000000001\t', ' SF1000000002', 'A1'];
    expect(read(...cells)).toEqual({ keys: [0, 1, 0, 1, 2], problems: [] });
  });

  it('that Excel has rounded are none, and are told once with their number', () => {
    expect(read('SF1000000001', '7.73123E+14', '7.73E+14\t', '8e15', 'YT1E15')).toEqual({
      keys: [0, -1, -1, -1, 1],
      problems: [{ code: 'waybills-rounded', input: 3, record: 3, column: '快递单号', count: 3 }],
    });
  });

  it('are not there without the column', () => {
    const scanner = scanBytes(Buffer.from('x\n'), dialect as never);
    scanner.next();
    expect(new Waybills(scanner, -1, new KeyTable()).key(1)).toBe(-1);
  });
});
