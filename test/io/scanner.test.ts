import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { IRREGULAR } from '../../src/core/irregular.js';
import { memorySource, utf16Length, utf16Source } from '../../src/io/byte-source.js';
import { RecordScanner, type ScanOptions } from '../../src/io/scanner.js';

interface Seen {
  cells: string[];
  raw: string;
  irregular: number;
  length: number;
}

function scan(bytes: Uint8Array, options: Partial<ScanOptions> & { expected?: number } = {}): Seen[] {
  const scanner = new RecordScanner(memorySource(bytes), { delimiter: 0x2c, encoding: 'utf-8', ...options });
  scanner.expectedCells = options.expected ?? 0;
  const out: Seen[] = [];
  while (scanner.next()) {
    out.push({
      cells: Array.from({ length: scanner.count }, (_, i) => scanner.text(i)),
      raw: scanner.bytes.toString('latin1', scanner.start, scanner.end),
      irregular: scanner.irregular,
      length: scanner.length,
    });
  }
  return out;
}

const text = (s: string, options = {}) => scan(Buffer.from(s, 'utf8'), options);
const cells = (s: string, options = {}) => text(s, options).map((r) => r.cells);

/** A rectangular table and one of the ways of writing it down. */
const written = fc
  .record({
    width: fc.integer({ min: 2, max: 6 }),
    delimiter: fc.constantFrom(',', '\t', ';'),
    seed: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
    finalEnd: fc.boolean(),
  })
  .chain(({ width, delimiter, seed, finalEnd }) => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', '1', '中', '，', '😀', ' ', '-', '|', '㐀'), maxLength: 6 }),
      fc.string({
        unit: fc.constantFrom('a', '"', '\n', '\r', ',', ';', '\t', '锟', '\u0000'),
        maxLength: 6,
      }),
    );
    const record = fc.record({
      cells: fc.array(fc.tuple(cell, fc.boolean()), { minLength: width, maxLength: width }),
      end: fc.constantFrom('\n', '\r\n', '\r'),
    });
    return fc.array(record, { minLength: seed.length, maxLength: seed.length }).map((records) => {
      const rows = records.map((r) =>
        r.cells.map(([c, q]) => {
          const must = /["\n\r]/.test(c) || c.includes(delimiter);
          // A record that is one empty cell would be an empty line; width 2 and more rules that out.
          return q || must ? `"${c.replaceAll('"', '""')}"` : c;
        }),
      );
      let out = '';
      rows.forEach((row, i) => {
        const last = i === rows.length - 1;
        out += row.join(delimiter) + (last && !finalEnd ? '' : records[i]!.end);
      });
      return { out, delimiter, rows: records.map((r) => r.cells.map(([c]) => c)) };
    });
  });

describe('the record scanner', () => {
  it('agrees with csv-parse on every rectangular file, for any chunk size and encoding', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 1, max: 64 }), fc.boolean(), ({ out, delimiter }, chunk, gb) => {
        // A CR that ends one record and an LF that would begin an empty one are one line end.
        const reference: string[][] = parse(out, {
          delimiter,
          record_delimiter: ['\r\n', '\n', '\r'],
          relax_column_count: true,
        });
        const bytes = gb ? iconv.encode(out, 'gb18030') : Buffer.from(out, 'utf8');
        const seen = scan(bytes, {
          delimiter: delimiter.charCodeAt(0),
          encoding: gb ? 'gb18030' : 'utf-8',
          chunkBytes: chunk,
        });
        expect(seen.map((r) => r.cells)).toEqual(reference);
        expect(seen.reduce((sum, r) => sum + r.length, 0)).toBe(bytes.length);
        expect(seen.every((r) => r.irregular === 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same records for any chunk size, also of damaged bytes, and loses no byte', () => {
    const dirty = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r', '中', ' ', '\t', '""'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        dirty,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 4, max: 40 }),
        (s, chunk, limit) => {
          const bytes = Buffer.from(s, 'utf8');
          const options = { maxRecordBytes: limit, expected: 3 };
          const whole = scan(bytes, options);
          expect(scan(bytes, { ...options, chunkBytes: chunk })).toEqual(whole);
          expect(whole.reduce((sum, r) => sum + r.length, 0)).toBe(bytes.length);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('ends records at LF, CRLF and CR in one file', () => {
    expect(cells('a,b\r\n1,2\n3,4\r5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('sees an empty line as a record without bytes', () => {
    expect(text('a,b\n\n1,2\n').map((r) => r.raw)).toEqual(['a,b', '', '1,2']);
  });

  it('keeps a bare quote and text behind a closing quote as they stand, and tells', () => {
    const [bare, after] = text('5"x,b\n"ab"cd,e\n');
    expect(bare).toMatchObject({ cells: ['5"x', 'b'], irregular: IRREGULAR.bareQuote });
    expect(after).toMatchObject({ cells: ['"ab"cd', 'e'], irregular: IRREGULAR.textAfterQuote });
  });

  it.each(['="123"', '="123"\t', '="12"'])('takes Excel’s %j for a cell like any other', (cell) => {
    for (const [record] of [text(`a,${cell},b\n`), text(`a,b,${cell}`)]) {
      expect(record).toMatchObject({ irregular: 0 });
      expect(record?.cells).toHaveLength(3);
    }
  });

  it.each(['="123', '="12"3', '="1,2"', '=x"12"'])('but tells of %j', (cell) => {
    expect(text(`a,${cell},b\n`)[0]?.irregular).toBe(IRREGULAR.bareQuote);
    expect(text(`a,b,${cell}`)[0]?.irregular).toBe(IRREGULAR.bareQuote);
  });

  it('takes blanks and TABs behind a closing quote for nothing', () => {
    expect(text('"a,b"\t,c\n')[0]).toMatchObject({ cells: ['a,b', 'c'], irregular: 0 });
  });

  it.each([
    ['to the end of the file', 'h,i\n1,"x\n2,y\n3,z\n'],
    ['to a quoted cell further down', 'h,i\n1,"x\n2,"y"\n3,z\n'],
  ])('rejects only the first line of a quote that runs on %s', (_, s) => {
    const seen = text(s, { expected: 2 });
    expect(seen.map((r) => r.irregular)).toEqual([0, IRREGULAR.unclosedQuote, 0, 0]);
    expect(seen[2]!.cells).toEqual(['2', 'y']);
  });

  it('rejects a quote that swallowed lines when the cells no longer fit, and keeps it when they do', () => {
    const unfit = text('1,"x,2\n2,y,3\n3,",z,w\n4,u,v\n', { expected: 3 });
    expect(unfit.map((r) => r.irregular)).toContain(IRREGULAR.unclosedQuote);
    expect(unfit.at(-1)!.cells).toEqual(['4', 'u', 'v']);
    const fit = text('1,"x,2\n2,y,3",z\n4,u,v\n', { expected: 3 });
    expect(fit[0]).toMatchObject({ cells: ['1', 'x,2\n2,y,3', 'z'], irregular: IRREGULAR.swallowedLines });
  });

  it('gives a quote up that swallowed lines to the very end of the file, and loses none of them', () => {
    const seen = text('1,a,2\n2,"x,3\n3,y,4\n4,z,"', { expected: 3 });
    expect(seen.map((r) => r.irregular)).toEqual([0, IRREGULAR.unclosedQuote, 0, IRREGULAR.unclosedQuote]);
    expect(seen[2]!.cells).toEqual(['3', 'y', '4']);
  });

  it('says the same of a quote that opens beyond the limit, whether or not it was read yet', () => {
    const whole = text('"x\n",2345,"y"\n1,b', { maxRecordBytes: 9 });
    expect(text('"x\n",2345,"y"\n1,b', { maxRecordBytes: 9, chunkBytes: 1 })).toEqual(whole);
    expect(whole[0]).toMatchObject({ irregular: IRREGULAR.tooLarge, length: 3 });
  });

  it('takes the euro sign of code page 936 for a character, and half a character for none', () => {
    const isValid = (...bytes: number[]) => {
      const scanner = new RecordScanner(memorySource(Buffer.from(bytes)), {
        delimiter: 0x2c,
        encoding: 'gb18030',
      });
      return scanner.next() && scanner.isValid();
    };
    expect(isValid(0xd4, 0xaa, 0x80, 0x31)).toBe(true);
    expect(isValid(0xd4, 0xaa, 0x80, 0xd4)).toBe(false);
    expect(isValid(0xff)).toBe(false);
  });

  it('rejects only the first line of a stray quote near its end, though the cell that ends it is a proper one', () => {
    const seen = text('1,2,3,"4\n5,",6",7,8\n9,a,b,c\n', { expected: 4 });
    expect(seen.map((r) => r.irregular)).toEqual([IRREGULAR.unclosedQuote, 0, 0]);
    expect(seen[1]?.cells).toEqual(['5', ',6', '7', '8']);
    // Its line break stands where one may stand: the cells behind it are short for another reason.
    expect(text('1,"a\nb",3\n', { expected: 4 })[0]).toMatchObject({
      cells: ['1', 'a\nb', '3'],
      irregular: 0,
    });
  });

  it('keeps a last cell of several lines, and one that looks like swallowed lines, in front of a trailing delimiter', () => {
    const last = text('1,2,"a\nb",\n3,4,c,\n', { expected: 3 });
    expect(last.map((r) => [r.irregular, r.cells])).toEqual([
      [0, ['1', '2', 'a\nb', '']],
      [0, ['3', '4', 'c', '']],
    ]);
    const middle = text('1,"a,b,\nc",2, ,\n3,b,4,,\n', { expected: 3 });
    expect(middle.map((r) => [r.irregular, r.cells.length])).toEqual([
      [IRREGULAR.swallowedLines, 5],
      [0, 5],
    ]);
  });

  it('holds the limit on a record: a quote is given up, a long line is passed over', () => {
    const long = 'x'.repeat(100);
    const seen = text(`1,"${long}\n2,b\n${long}\n3,c`, { maxRecordBytes: 50, chunkBytes: 16 });
    expect(seen.map((r) => [r.irregular, r.cells, r.length])).toEqual([
      [IRREGULAR.tooLarge, [], 104],
      [0, ['2', 'b'], 4],
      [IRREGULAR.tooLarge, [], 101],
      [0, ['3', 'c'], 3],
    ]);
  });

  it('holds the limit on cells', () => {
    const seen = text('1,2,3,4\n5,6\n', { maxCells: 3 });
    expect(seen[0]).toMatchObject({ cells: ['1', '2', '3'], irregular: IRREGULAR.tooWide });
    expect(seen[1]).toMatchObject({ cells: ['5', '6'], irregular: 0 });
  });

  it('tells of the record, not of its neighbours, that its bytes are invalid', () => {
    const bytes = Buffer.concat([
      Buffer.from('甲,1\n'),
      Buffer.from([0xe4, 0xb8, 0x2c, 0x31, 0x0a]),
      Buffer.from('丙,3\n'),
    ]);
    const scanner = new RecordScanner(memorySource(bytes), { delimiter: 0x2c, encoding: 'utf-8' });
    const valid: boolean[] = [];
    while (scanner.next()) valid.push(scanner.isValid());
    expect(valid).toEqual([true, false, true]);
  });

  it('finds the content of a cell without blanks, TABs, quotes and Excel’s ="…"', () => {
    const scanner = new RecordScanner(memorySource(Buffer.from(' a\t,"b \t",="00123",\t\n')), {
      delimiter: 0x2c,
      encoding: 'utf-8',
    });
    scanner.next();
    const contents = [0, 1, 2, 3, 9].map((i) => {
      scanner.locate(i);
      return scanner.bytes.toString('utf8', scanner.from, scanner.to);
    });
    expect(contents).toEqual(['a', 'b', '00123', '', '']);
  });
});

describe('UTF-16 as a source', () => {
  it('gives the text, any chunk size, and the bytes that each stretch of it stands for', () => {
    const s = fc.string({
      unit: fc.constantFrom('a', '中', '😀', '\ud800', '\udc00', ',', '\n', 'é'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(s, fc.boolean(), fc.integer({ min: 1, max: 7 }), (value, bigEndian, chunk) => {
        const raw = Buffer.from(value, 'utf16le');
        if (bigEndian) raw.swap16();
        const source = utf16Source(memorySource(raw), bigEndian);
        const parts: Buffer[] = [];
        for (;;) {
          const part = Buffer.alloc(chunk);
          const n = source.read(part, 0, chunk);
          if (n === 0) break;
          parts.push(part.subarray(0, n));
        }
        const out = Buffer.concat(parts);
        expect(out.toString('utf8')).toBe(Buffer.from(value, 'utf8').toString('utf8'));
        expect(utf16Length(out, 0, out.length)).toBe(raw.length);
      }),
      { numRuns: 1000 },
    );
  });
});
