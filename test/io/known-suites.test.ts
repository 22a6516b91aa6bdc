// What well-known suites of CSV files ask of a reader: every record, as `inspect --records` prints it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CsvCase, RFC_4180, SPECTRUM } from '../support/csv-cases.js';
import { runHere } from '../support/here.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();

async function expectRecords({ text, records }: CsvCase): Promise<void> {
  const cwd = folder();
  writeFileSync(join(cwd, 'cases.csv'), text);
  const { code, stdout, stderr } = await runHere(['inspect', 'cases.csv', '--records'], { cwd });
  expect([code, stderr]).toEqual([0, '']);
  const lines = stdout.split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(records);
}

describe('csv-spectrum', () => {
  it('has twelve kinds', () => {
    expect(SPECTRUM).toHaveLength(12);
  });

  it.each(SPECTRUM)('$name', expectRecords);
});

describe('RFC 4180 and beyond', () => {
  it.each(RFC_4180)('$name', expectRecords);
});
