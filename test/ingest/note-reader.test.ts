// Notes of order exports: tokens of every record are counted, those of held lines kept, in both platforms' files.
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { noteTokens } from '../../src/linkage/note-tokens.js';
import { auditFiles } from '../support/reading.js';
import { type Cells, csvOf, type RowPlatform } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();

interface Noted {
  readonly buyer?: string;
  readonly seller?: string;
  readonly payLater?: boolean;
  readonly order?: number;
}

const COLUMNS = {
  pinduoduo: {
    added: ['买家留言'],
    seller: '商家备注',
    flag: ['是否先用后付', '否'],
    id: (n: number) => `260601-${String(n).padStart(15, '1')}`,
  },
  kuaishou: {
    added: ['买家留言', '订单备注'],
    seller: '订单备注',
    flag: ['支付方式', '微信支付'],
    id: (n: number) => String(2600000000000000 + n),
  },
} as const;

function csv(platform: RowPlatform, notes: readonly Noted[]): string {
  const { added, seller, flag, id } = COLUMNS[platform];
  const rows = notes.map(
    (note, i): Cells => ({
      订单号: id(note.order ?? i + 1),
      买家留言: note.buyer ?? '',
      [seller]: note.seller ?? '',
      ...(note.payLater === false ? { [flag[0]]: flag[1] } : {}),
    }),
  );
  return csvOf(platform, rows, { columns: added });
}

/** `line: token (orders)` of every token on a held line. */
async function noted(...contents: (string | Uint8Array)[]): Promise<string[]> {
  const files = contents.map((content, i) => ({ name: `orders${i}.csv`, content }));
  const { book } = await auditFiles(folder(), files);
  const { notes } = book;
  const orders = notes.ordersOfTokens();
  return Array.from({ length: notes.size }, (_, i) => {
    const token = notes.tokens[i]!;
    return `${notes.lines[i]}: ${notes.text(token)} (${orders[token]})`;
  });
}

describe.each<RowPlatform>(['pinduoduo', 'kuaishou'])('notes of %s', (platform) => {
  it('are read in both columns, and one token in both is one', async () => {
    const notes = [
      { buyer: 'vx abc123' },
      { seller: '放门口, 谢谢' },
      { buyer: 'V信：ABC_123', seller: '买家微信abc123，QQ 87654321' },
      { seller: '补发 SF1234567890123' },
    ];
    expect(await noted(csv(platform, notes))).toEqual(['0: abc123 (2)', '2: abc123 (2)', '2: 87654321 (1)']);
  });

  it('are counted on ordinary orders, which are not held, and once for an order of several lines and files', async () => {
    const notes = [
      { buyer: 'vx abc123', order: 1 },
      { buyer: 'vx abc123', order: 1 },
      { buyer: 'vx abc123', order: 2, payLater: false },
      { buyer: 'vx abc123', order: 2, payLater: false },
      { buyer: 'QQ 87654321', order: 3, payLater: false },
    ];
    const file = csv(platform, notes);
    expect(await noted(file)).toEqual(['0: abc123 (2)', '1: abc123 (2)']);
    expect(await noted(file, file)).toEqual([
      '0: abc123 (2)',
      '1: abc123 (2)',
      '2: abc123 (2)',
      '3: abc123 (2)',
    ]);
  });

  it('are the same in GB18030, and however often the same note stands there', async () => {
    const bodies = Array.from({ length: 5000 }, (_, i) => ({ seller: `第${i}个客户` }));
    const notes = [{ buyer: '暗号芝麻开门' }, ...bodies, { buyer: '暗号芝麻开门' }];
    const file = csv(platform, notes);
    const expected = ['0: 芝麻开门 (2)', '5001: 芝麻开门 (2)'];
    expect(await noted(file)).toEqual(expected);
    expect(await noted(iconv.encode(file, 'gb18030'))).toEqual(expected);
  });

  it('are those that the function finds, record by record', async () => {
    const texts = [
      '加v：gx88k2',
      '"vx gx88k2"',
      'vx gx88k2, QQ 87654321',
      ' 19900012345 ',
      '-',
      '无',
      '王建国介绍的',
    ];
    const expected = texts.flatMap((text, i) => noteTokens(text).tokens.map((token) => `${i}: ${token}`));
    const found = await noted(
      csv(
        platform,
        texts.map((buyer) => ({ buyer })),
      ),
    );
    expect(found.map((one) => one.replace(/ \(\d+\)$/, ''))).toEqual(expected);
    expect(expected).toHaveLength(6);
  });
});
