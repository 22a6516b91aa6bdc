// Records that went through batches: the same ones, with the same facts, as the scanner finds.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { memorySource, utf16Source } from '../../src/io/byte-source.js';
import type { RecordSpans } from '../../src/io/record-spans.js';
import type { Records } from '../../src/io/record-view.js';
import { RecordScanner } from '../../src/io/scanner.js';
import { recordMemory, SentRecords, sendRecords } from '../../src/io/sent-records.js';
import { RingEmptier, RingFiller } from '../../src/io/shared-ring.js';

type Encoding = 'utf-8' | 'gb18030';

function scannerOf(bytes: Uint8Array, encoding: Encoding, isUtf16 = false, expectedCells = 0) {
  const source = memorySource(bytes);
  const scanner = new RecordScanner(isUtf16 ? utf16Source(source, false) : source, {
    delimiter: 0x2c,
    encoding,
    chunkBytes: 4096,
  });
  scanner.expectedCells = expectedCells;
  return scanner;
}

function factsOf(records: RecordSpans & Records, isUtf16: boolean) {
  const facts: unknown[] = [];
  while (records.next()) {
    const { irregular, lineEnd, count, suspect } = records;
    facts.push({
      ...{ irregular, lineEnd, count, suspect },
      length: isUtf16 ? records.utf16Length() : records.length,
      bytes: records.end - records.start,
      isValid: records.isValid(),
      cells: Array.from({ length: count + 1 }, (_, cell) => {
        records.locate(cell);
        return [records.text(cell), records.bytes.toString('latin1', records.from, records.to)];
      }),
    });
  }
  return { facts, sawNonAscii: records.sawNonAscii };
}

/** What arrives of the bytes on the other side; they fill four batches at most. */
function sent(bytes: Uint8Array, encoding: Encoding, isUtf16 = false, expectedCells = 0) {
  const memory = recordMemory(bytes.length);
  const ring = new RingFiller(memory, 1);
  const digest = () => createHash('sha256').update(bytes).digest('hex');
  sendRecords(scannerOf(bytes, encoding, isUtf16, expectedCells), ring, isUtf16, digest);
  ring.end();
  expect(ring.isLost).toBe(false);
  let moved = 0;
  const records = new SentRecords(new RingEmptier(memory), encoding, (count) => {
    moved += count;
  });
  const found = factsOf(records, isUtf16);
  expect(records.sha256).toBe(digest());
  expect(moved).toBe(bytes.length);
  return found;
}

describe('records that went through batches', () => {
  const piece = fc.constantFrom(
    ...[
      'A1',
      '"',
      '""',
      ',',
      ',',
      ',',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      '="7"',
      '青禾路',
      '\u0000',
      '锟斤拷',
      '𠮷',
    ],
  );
  it('are those that the scanner finds, whatever the bytes', () => {
    const encodings = fc.constantFrom<Encoding>('utf-8', 'gb18030');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 120 }),
        encodings,
        fc.nat({ max: 5 }),
        fc.boolean(),
        (pieces, encoding, cells, isCut) => {
          const whole = iconv.encode(pieces.join(''), encoding);
          const bytes = isCut ? whole.subarray(0, -1) : whole;
          expect(sent(bytes, encoding, false, cells)).toEqual(
            factsOf(scannerOf(bytes, encoding, false, cells), false),
          );
        },
      ),
      { seed: 20_260_811, numRuns: 300 },
    );
  });

  it('have the lengths that they have in a file of UTF-16', () => {
    const bytes = iconv.encode('订单,"𠮷"\r\nA1,\r\n', 'utf-16le', { addBOM: false });
    expect(sent(bytes, 'utf-8', true)).toEqual(factsOf(scannerOf(bytes, 'utf-8', true), true));
  });

  it('fill several batches, with a record that is too large among them', () => {
    const row = (i: number) => `A${i},${'青禾'.repeat(i % 40)},"x""y",${i}`;
    const rows = Array.from({ length: 1000 }, (_, i) => row(i));
    rows.splice(500, 0, `${'z'.repeat(1 << 20)}zz,1`);
    const bytes = Buffer.from(`${rows.join('\n')}\n`);
    const found = sent(bytes, 'utf-8');
    expect(found.facts).toHaveLength(1001);
    expect(found).toEqual(factsOf(scannerOf(bytes, 'utf-8'), false));
  });
});
