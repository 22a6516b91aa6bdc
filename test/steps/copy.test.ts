import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANNOTATION_COLUMNS } from '../../src/core/annotation.js';
import { OrderBook } from '../../src/core/order-book.js';
import { ProblemLog } from '../../src/core/problem.js';
import { realPort } from '../../src/io/port.js';
import { buildPortfolio } from '../../src/portfolio/portfolio.js';
import { CopySums } from '../../src/steps/copy-sums.js';
import { openExports } from '../../src/steps/open-exports.js';
import { readOrders } from '../../src/steps/read-orders.js';
import { type CopyWords, copyOf, copyParts, isOurCopy, needsBom } from '../../src/steps/write-copies.js';
import { encodeText } from '../support/bytes.js';
import { makeOrders } from '../support/exports.js';
import { scratch } from '../support/scratch.js';

const port = realPort();
const folder = scratch();
/** Records that the last copy changed. */
let guarded = 0;
/** One recognisable cell sixteen times, so that what was added can be found without asking the code that added it. */
const MARK = 'Q7';
const sixteen = ANNOTATION_COLUMNS.map(() => MARK);
const words: CopyWords = {
  header: sixteen,
  ordinary: sixteen,
  unknown: sixteen,
  rejected: () => sixteen,
  order: () => sixteen,
  sameOrder: () => sixteen,
};

async function copy(
  path: string,
  changed: Partial<CopyWords> = {},
  between: () => void = () => {},
  guard = false,
): Promise<{ bytes: Buffer; bom: boolean }> {
  const place = {
    port,
    folder: '/',
    spool: () => {
      throw new Error('unused');
    },
  };
  const { exports } = await openExports(place, [path], {});
  const [file] = exports;
  try {
    const book = new OrderBook();
    const options = { payLater: { list: null, all: true }, lossy: false };
    const read = readOrders(port, file!, 0, book, new ProblemLog(), options);
    const terms = { autoReceiptDays: 10, graceDays: 1 };
    const portfolio = buildPortfolio(book, [{ exportedAt: Number.NaN, terms }], 20_000);
    const chosen = { ...words, ...changed };
    between();
    guarded = 0;
    const onGuarded = guard ? () => void guarded++ : undefined;
    const parts: Buffer[] = [];
    const made = await copyParts([read], 0, portfolio, chosen, new CopySums());
    for (const chunk of copyOf(port, file!.opened, made, onGuarded)) parts.push(Buffer.from(chunk));
    return { bytes: Buffer.concat(parts), bom: needsBom(read, chosen) };
  } finally {
    file!.opened.dispose();
  }
}

const TABLE = makeOrders({ template: 'pinduoduo-2026-wide', rows: 12, seed: 5, payLaterShare: 0.5 });

type Encoding = 'utf8' | 'utf8-bom' | 'gb18030' | 'utf16le-bom' | 'utf16be-bom';

function bare(text: string, encoding: Encoding): Buffer {
  const whole = encodeText(text, encoding);
  return encoding === 'utf8-bom'
    ? whole.subarray(3)
    : encoding.startsWith('utf16')
      ? whole.subarray(2)
      : whole;
}

function without(bytes: Buffer, part: Buffer): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, from)) {
    parts.push(bytes.subarray(from, at));
    from = at + part.length;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}

/** Delimiters that stand in the copy and not in the input, all of them at the end of a record; -1: other differences. */
function fillers(input: Buffer, stripped: Buffer, delimiter: Buffer, lineEnds: readonly Buffer[]): number {
  let added = 0;
  let i = 0;
  let o = 0;
  const unit = delimiter.length;
  while (o < stripped.length) {
    if (i < input.length && input.compare(stripped, o, o + unit, i, i + unit) === 0) {
      i += unit;
      o += unit;
      continue;
    }
    const atEnd =
      i === input.length || lineEnds.some((end) => input.compare(end, 0, unit, i, i + unit) === 0);
    if (!atEnd || stripped.compare(delimiter, 0, unit, o, o + unit) !== 0) return -1;
    added++;
    o += unit;
  }
  return i === input.length ? added : -1;
}

/** Ways in which a line is spoiled; none of them touches the header. */
const DAMAGE: Record<string, (line: string, delimiter: string) => string> = {
  none: (line) => line,
  quote: (line, d) => line.replace(d, `${d}"`),
  bareQuote: (line, d) => line.replace(d, `x"${d}`),
  short: (line, d) => line.split(d).slice(0, -3).join(d),
  long: (line, d) => `${line}${d}more${d}`,
  emptyTail: (line, d) => `${line}${d}${d}`,
  blank: () => '',
  onlyDelimiters: (_, d) => d.repeat(20),
  total: (_, d) => `合计${d}${d}12`,
  nul: (line) => line.replace('2', '\0'),
};

describe('the annotated copy', () => {
  it('is the input byte for byte when the added cells are taken away again', async () => {
    const dir = folder();
    const wide = TABLE.header.length;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Encoding>('utf8', 'utf8-bom', 'gb18030', 'utf16le-bom', 'utf16be-bom'),
        fc.constantFrom(',', '\t', ';'),
        fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 13, maxLength: 13 }),
        fc.array(fc.constantFrom(...Object.keys(DAMAGE)), { minLength: 12, maxLength: 12 }),
        fc.constantFrom('', '导出说明\n', 'sep'),
        fc.boolean(),
        async (encoding, delimiter, ends, damage, top, finalEnd) => {
          const cell = (c: string) =>
            /["\r\n]/.test(c) || c.includes(delimiter) ? `"${c.replaceAll('"', '""')}"` : c;
          const clean = (c: string) => (delimiter === '\t' ? c.replaceAll('\t', '') : c);
          const lines = [TABLE.header, ...TABLE.rows].map((row) =>
            row.map((c) => cell(clean(c))).join(delimiter),
          );
          let text = top === 'sep' ? `sep=${delimiter}\n` : top;
          lines.forEach((line, i) => {
            const spoiled = i === 0 ? line : DAMAGE[damage[i - 1]!]!(line, delimiter);
            text += spoiled + (i === lines.length - 1 && !finalEnd ? '' : ends[i % ends.length]);
          });
          const path = join(dir, 'orders.csv');
          const input = encodeText(text, encoding);
          writeFileSync(path, input);
          const { bytes, bom } = await copy(path);
          expect(bom).toBe(encoding === 'utf8');
          const body = bom ? bytes.subarray(3) : bytes;
          if (bom) expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
          const stripped = without(body, bare(`${delimiter}${MARK}`.repeat(16), encoding));
          const lineEnds = ['\n', '\r'].map((end) => bare(end, encoding));
          const added = fillers(input, stripped, bare(delimiter, encoding), lineEnds);
          expect(added).toBeGreaterThanOrEqual(0);
          expect(added).toBeLessThanOrEqual(12 * (wide + 2));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('fills short records up, so that the added cells stand under their headers', async () => {
    const dir = folder();
    const path = join(dir, 'o.csv');
    writeFileSync(path, 'order_id,status,buyer_paid,note\n12345678,shipped,1.00\n12345679,shipped,2.00,x\n');
    const { bytes } = await copy(path, { header: ANNOTATION_COLUMNS.map(({ en }) => en) });
    const widths = bytes
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(',').length);
    expect(widths).toEqual([20, 20, 20]);
  });

  it('fills header and records up where records end in a delimiter that the header lacks', async () => {
    const dir = folder();
    const path = join(dir, 'o.csv');
    writeFileSync(path, 'order_id,status,buyer_paid\n12345678,shipped,1.00,\n12345679,shipped,2.00\n');
    const { bytes } = await copy(path);
    const text = bytes.toString('utf8').replaceAll(`,${MARK}`.repeat(16), '|');
    expect(text).toBe('order_id,status,buyer_paid,|\n12345678,shipped,1.00,|\n12345679,shipped,2.00,|\n');
  });

  it('leaves preamble, blank lines and footers as they are, and gives the header names', async () => {
    const dir = folder();
    const path = join(dir, 'o.csv');
    writeFileSync(path, '订单导出\n\norder_id,status,buyer_paid\n12345678,shipped,1.00\n\n合计,,1.00\n');
    const { bytes } = await copy(path);
    const text = bytes.toString('utf8').replaceAll(`,${MARK}`.repeat(16), '|');
    expect(text).toBe(
      '\ufeff订单导出\n\norder_id,status,buyer_paid|\n12345678,shipped,1.00|\n\n合计,,1.00\n',
    );
  });

  it('passes a record of any length on, though it is too large to be read', async () => {
    const dir = folder();
    const path = join(dir, 'o.csv');
    const long = 'x'.repeat(3 * (1 << 20) + 17);
    const input = `order_id,status,buyer_paid\n12345678,shipped,${long}\n12345679,shipped,2.00\n`;
    writeFileSync(path, input);
    const { bytes } = await copy(path);
    expect(bytes.toString('utf8').replaceAll(`,${MARK}`.repeat(16), '') === input).toBe(true);
  });

  it.each([
    ['longer', '1234567890,shipped,1.00\n'],
    ['shorter', '1234567,shipped,1.00\n'],
    ['cut into other records', '12345678,shipped,1.0\n0'],
  ])('stops when the file has become %s since it was read', async (_, record) => {
    const path = join(folder(), 'o.csv');
    writeFileSync(path, 'order_id,status,buyer_paid\n12345678,shipped,1.00\n');
    const change = () => writeFileSync(path, `order_id,status,buyer_paid\n${record}`);
    await expect(copy(path, {}, change)).rejects.toMatchObject({ code: 'file-changed' });
  });

  it('is recognised as a copy, in any encoding and below any preamble; its input is not', async () => {
    const dir = folder();
    for (const [encoding, language] of [
      ['utf8', 'zh'],
      ['gb18030', 'zh'],
      ['utf16le-bom', 'en'],
    ] as const) {
      const path = join(dir, `${encoding}.csv`);
      const input = encodeText('店铺导出\n订单号,订单状态,实付金额\n12345678,已发货,1.00\n', encoding);
      writeFileSync(path, input);
      const { bytes } = await copy(path, { header: ANNOTATION_COLUMNS.map((column) => column[language]) });
      expect([isOurCopy(bytes), isOurCopy(input)]).toEqual([true, false]);
    }
  });
});

describe('the copy with its own cells guarded', () => {
  it('changes cells that a spreadsheet would take for formulas, and no other byte', async () => {
    const path = join(folder(), 'o.csv');
    const plain =
      'order_id,status,buyer_paid,note\n12345678,shipped,1.00,"a ""b"", c"\n12345679,shipped,-,-5.00\n';
    writeFileSync(path, `${plain}12345680,shipped,3.00,"=HYPERLINK(""x"",1)"\n12345681,shipped,4.00,@sum\n`);
    const { bytes } = await copy(path, {}, undefined, true);
    const text = bytes.toString('utf8').replaceAll(`,${MARK}`.repeat(16), '');
    expect(text).toBe(`${plain}12345680,shipped,3.00,"'=HYPERLINK(""x"",1)"\n12345681,shipped,4.00,'@sum\n`);
    expect(guarded).toBe(2);
  });
});
