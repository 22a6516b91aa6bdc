// From files to open exports: what each one is, which ones are left out, and how its bytes are to be read.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/user-error.js';
import { openExports, type ReadingWishes } from '../../src/steps/open-exports.js';
import { encodeText } from '../support/bytes.js';
import { faultyPort } from '../support/faulty-port.js';
import { OTHER_HEADERS } from '../support/headers.js';
import { csvOf } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const ORDERS = csvOf('pinduoduo', [{}]);
const KUAISHOU = csvOf('kuaishou', [{}]);
const COPY = ORDERS.replace('\r\n', ',核查_建议处理\r\n');

interface Opened {
  files: string[];
  skipped: string[];
  repeated: number;
  dialects: string[];
  headerRecords: number[];
}

/** Opens the arguments in a folder of these files; whatever happens, nothing may stay open. */
async function open(
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[] = Object.keys(files),
  wishes: ReadingWishes = {},
): Promise<Opened> {
  const place = folder();
  for (const [name, content] of Object.entries(files)) {
    if (name.includes('/')) mkdirSync(join(place, name, '..'), { recursive: true });
    writeFileSync(join(place, name), content);
  }
  const port = faultyPort(() => undefined);
  const spool = () => {
    throw new Error('no standard input here');
  };
  try {
    const { exports, skipped, repeated } = await openExports({ port, folder: place, spool }, args, wishes);
    for (const { opened } of exports) opened.dispose();
    return {
      files: exports.map(
        ({ opened, match }) => `${opened.name} ${match.format.platform} ${match.format.kind}`,
      ),
      skipped: skipped.map(({ path, code }) => `${path.slice(place.length + 1)} ${code}`),
      repeated: repeated.length,
      dialects: exports.map(
        ({ dialect }) => `${dialect.encoding} ${dialect.bomBytes} ${JSON.stringify(dialect.delimiter)}`,
      ),
      headerRecords: exports.map(({ headerRecord }) => headerRecord),
    };
  } finally {
    expect(port.open.size).toBe(0);
    expect(port.closedTwice).toBe(0);
  }
}

async function errorOf(opening: Promise<unknown>): Promise<UserError> {
  const error: unknown = await opening.catch((e: unknown) => e);
  if (error instanceof UserError) return error;
  throw new Error('no user error was thrown');
}

describe('files', () => {
  it('are known by their headers, each once', async () => {
    const bill = `${OTHER_HEADERS.pinduoduoBill.join(',')}\n`;
    const opened = await open({ 'a.csv': ORDERS, 'b.csv': KUAISHOU, 'c.csv': bill }, [
      'a.csv',
      'b.csv',
      './a.csv',
      'c.csv',
    ]);
    expect(opened.files).toEqual(['a.csv pinduoduo orders', 'b.csv kuaishou orders', 'c.csv pinduoduo bill']);
    expect(opened.repeated).toBe(1);
  });

  it('of a folder are left out when they are no exports; a named one stops the run', async () => {
    const files = { 'x/a.csv': ORDERS, 'x/copy.csv': COPY, 'x/notes.txt': '备忘\n', 'x/empty.csv': '' };
    const { files: names, skipped } = await open(files, ['x']);
    expect(names).toEqual(['a.csv pinduoduo orders']);
    expect(skipped).toEqual([
      'x/copy.csv copy-as-input',
      'x/empty.csv file-empty',
      'x/notes.txt format-unknown',
    ]);
    expect((await errorOf(open(files, ['x/a.csv', 'x/copy.csv']))).code).toBe('copy-as-input');
    expect((await errorOf(open(files, ['x/a.csv', 'x/notes.txt']))).code).toBe('format-unknown');
    expect((await errorOf(open(files, ['x/*t*.csv']))).code).toBe('folder-without-exports');
  });

  it('that are unknown name what comes nearest, and text that was saved once too often', async () => {
    const near = await errorOf(open({ 'a.csv': '订单号,发货时间,确认收货时间,样式ID\n1,2,3,4\n' }));
    expect(near.facts).toMatchObject({ platform: 'pinduoduo', kind: 'orders', doubled: 0 });
    const doubled = new TextDecoder('gb18030').decode(Buffer.from(ORDERS));
    expect((await errorOf(open({ 'a.csv': doubled }))).facts['doubled']).toBe(1);
  });
});

describe('bytes', () => {
  it.each([
    ['utf8', 'utf-8 0 ","'],
    ['utf8-bom', 'utf-8 3 ","'],
    ['gb18030', 'gb18030 0 ","'],
    ['utf16le-bom', 'utf-16le 2 ","'],
    ['utf16be-bom', 'utf-16be 2 ","'],
  ] as const)('%s is read as %s', async (encoding, dialect) => {
    expect((await open({ 'a.csv': encodeText(ORDERS, encoding) })).dialects).toEqual([dialect]);
  });

  it.each(['\t', ';'])('with %j between its cells', async (delimiter) => {
    const content = ORDERS.replaceAll(',', delimiter);
    expect((await open({ 'a.csv': content })).dialects).toEqual([`utf-8 0 ${JSON.stringify(delimiter)}`]);
    const other = ORDERS.replaceAll(',', '|');
    expect((await errorOf(open({ 'a.csv': other }))).code).toBe('format-unknown');
    expect((await open({ 'a.csv': other }, undefined, { delimiter: '|' })).dialects).toEqual(['utf-8 0 "|"']);
  });

  it('under an ASCII header are decided by the rest of the file', async () => {
    const english = 'order_id,status,pay_later,buyer_paid,product\n12345678,received,yes,5.00,茶\n';
    expect((await open({ 'a.csv': english })).dialects).toEqual(['utf-8 0 ","']);
    expect((await open({ 'a.csv': encodeText(english, 'gb18030') })).dialects).toEqual(['gb18030 0 ","']);
  });

  it.each<[ReadingWishes, string]>([
    [{ encoding: 'latin-1' }, 'encoding-unknown'],
    [{ delimiter: 'ab' }, 'option-invalid'],
    [{ delimiter: '"' }, 'option-invalid'],
    [{ delimiter: 'a' }, 'option-invalid'],
    [{ map: new Map([['order_id', '单号']]) }, 'map-column-absent'],
  ])('with the wish %j stop with %s', async (wishes, code) => {
    expect((await errorOf(open({ 'a.csv': ORDERS }, undefined, wishes))).code).toBe(code);
  });
});

describe('the header', () => {
  it('is the first one, however many more columns a later one has', async () => {
    const small = '订单号,订单状态,用户实付金额(元),是否先用后付\n260601-100000000000001,已收货,5.00,是\n';
    expect((await open({ 'a.csv': small + ORDERS })).headerRecords).toEqual([0]);
    expect((await open({ 'a.csv': `店铺\n\n${small}${ORDERS}` })).headerRecords).toEqual([2]);
  });

  it('must stand among the first 30 records', async () => {
    expect((await open({ 'a.csv': '前言\n'.repeat(29) + ORDERS })).headerRecords).toEqual([29]);
    expect((await errorOf(open({ 'a.csv': '前言\n'.repeat(30) + ORDERS }))).code).toBe('format-unknown');
  });
});
