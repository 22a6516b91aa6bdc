// Our cells as bytes: what `csvCell` says, in the encoding of the file, whatever stood in the cells before.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../src/core/csv-text.js';
import { CellBytes, type CellPiece, CellRun } from '../../src/io/cell-bytes.js';
import { ENCODINGS, encoderFor } from '../../src/io/encoding.js';

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aZ09 ,;\t"=-+@\r\n~\x7f是收货—'), maxLength: 8 }),
  fc.constantFrom('', '12.50', '-3', '2026-07-20', 'single-large', '是', '="1"', '＝1', 'x'.repeat(5000)),
);

const piece = fc.oneof(
  cell,
  fc.constantFrom(Number.NaN, 0, 1, 99, 100, 99_999, 100_000, 2 ** 31 - 1, 2 ** 31, -1, -12_345),
  fc.integer({ min: -1e12, max: 1e12 }),
  fc.constantFrom(...[['是', 'a,b'], [''], [], ['"', '=1', '收货+1天']].map((cells) => new CellRun(cells))),
);

/** The cells that a piece stands for, amounts made by the slow way. */
function textsOf(one: CellPiece): readonly string[] {
  if (typeof one === 'string') return [one];
  if (typeof one !== 'number') return one.cells;
  return [Number.isNaN(one) ? '' : (one / 100).toFixed(2)];
}

describe('the cells of a record as bytes', () => {
  it.each(ENCODINGS)('are those of csvCell, each behind a delimiter, in %s', async (encoding) => {
    const encode = await encoderFor(encoding);
    fc.assert(
      fc.property(
        fc.constantFrom(',', '\t', ';'),
        fc.array(fc.array(piece, { maxLength: 6 }), { maxLength: 6 }),
        (delimiter, records) => {
          // What one file made of shared cells is not what another one makes of them.
          const other = new CellBytes(encode, delimiter === ',' ? ';' : ',');
          const bytes = new CellBytes(encode, delimiter);
          for (const pieces of records) {
            other.set(pieces);
            const cells = pieces.flatMap(textsOf);
            const text = cells.map((one) => delimiter + (one === '' ? '' : csvCell(one, delimiter))).join('');
            const set = bytes.set(pieces);
            expect(Buffer.from(set.bytes.subarray(0, set.length))).toEqual(Buffer.from(encode(text)));
          }
        },
      ),
    );
  });

  it('are right however many different ones there were', async () => {
    const bytes = new CellBytes(await encoderFor('utf-8'), ',');
    const wrong = Array.from({ length: 10_000 }, (_, i) => `第${i % 6000}天`).filter((text) => {
      const { length } = bytes.set([text, '是']);
      return Buffer.from(bytes.bytes.subarray(0, length)).toString() !== `,${text},是`;
    });
    expect(wrong).toEqual([]);
  });
});
