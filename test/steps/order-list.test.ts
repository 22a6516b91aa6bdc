// Lists of order numbers that people keep: one a line, in a column, in any encoding, with whatever else stands there.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OrderBook } from '../../src/core/order-book.js';
import { ProblemLog } from '../../src/core/problem.js';
import { realPort } from '../../src/io/port.js';
import { readOrderList, tellUnmatched } from '../../src/steps/order-list.js';
import { encodeText } from '../support/bytes.js';
import { keysOf } from '../support/reading.js';
import { scratch, userErrorOf } from '../support/scratch.js';

const folder = scratch();
const [A, B] = ['260601-100000000000001', '260601-100000000000002'];

function read(content: string | Uint8Array): { ids: string[]; told: string[] } {
  const path = join(folder(), 'list.csv');
  writeFileSync(path, content);
  const problems = new ProblemLog();
  const list = readOrderList(realPort(), path, 3, problems);
  const ids = Array.from({ length: list.size }, (_, key) => Buffer.from(list.bytes(key)).toString('latin1'));
  return {
    ids,
    told: problems.kept.map(({ code, input, record, text }) => `${code} ${input} ${record} ${text}`),
  };
}

describe('a list of order numbers', () => {
  it.each([
    ['one a line', `${A}\n${B}\n`],
    ['without a last line end, with CR LF', `${A}\r\n${B}`],
    ['with CR alone', `${A}\r${B}\r`],
    ['with mixed line ends and blank lines', `${A}\r\n\n${B}\r\r`],
    ['twice the same', `${A}\n${B}\n${A}\n`],
    ['under a header', `订单号\n${A}\n${B}\n`],
    ['in a column somewhere', `备注,商户订单号\nx,${A}\ny,${B}\n`],
    ['with TABs and semicolons', `订单编号\t备注\n${A}\tx\n${B}\ty\n`],
    ['in the first column when no header says', `${A},x\n${B},y\n`],
    ['with what Excel puts around', `="${A}"\n'${B}\t\n`],
    ['with tokens for nothing', `order_id\n-\n${A}\nnull\n${B}\n`],
  ])('%s', (_name, content) => {
    expect(read(content)).toEqual({ ids: [A, B], told: [] });
  });

  it.each(['utf8', 'utf8-bom', 'gb18030', 'utf16le-bom', 'utf16be-bom'] as const)('in %s', (encoding) => {
    expect(read(encodeText(`订单号,备注\n${A},加急\n${B},换货\n`, encoding))).toEqual({
      ids: [A, B],
      told: [],
    });
  });

  it('tells what is no order number, with its row', () => {
    expect(read(`订单号\n${A}\n2.60531E+14\n\n无\n${B}\n`)).toEqual({
      ids: [A, B],
      told: ['list-entry-unreadable 3 3 2.60531E+14', 'list-entry-unreadable 3 5 无'],
    });
  });

  it('reads all other lines when a quote is never closed', () => {
    const { ids, told } = read(`${A}\n"x\n${B}\n`);
    expect(ids).toEqual([A, B]);
    expect(told).toEqual(['list-entry-unreadable 3 2 "x']);
  });

  it.each(['订单号\n', '\n\n', '订单号,备注\n无,x\n'])(
    'without any order number is an error: %j',
    (content) => {
      expect(userErrorOf(() => read(content)).code).toBe('list-empty');
    },
  );
});

describe('numbers that no order file holds', () => {
  it('are counted', () => {
    const book = new OrderBook();
    book.order(Buffer.from(A), 0, A.length);
    const problems = new ProblemLog();
    tellUnmatched(keysOf([A]), book, 1, problems);
    expect(problems.kept).toEqual([]);
    tellUnmatched(keysOf([A, B, '12345']), book, 1, problems);
    expect(problems.kept).toEqual([{ code: 'list-unmatched', input: 1, record: 0, count: 2 }]);
  });
});
