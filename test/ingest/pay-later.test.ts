// Whether a record is pay-later: which column speaks first, what denies it, and what the user's own word is worth.
import { describe, expect, it } from 'vitest';
import type { OrderField } from '../../src/core/fields.js';
import { PAY_LATER_SOURCES, SEEN } from '../../src/core/order-book.js';
import { PAY_LATER_FIELDS, PayLaterJudge, type PayLaterWord, readFlag } from '../../src/ingest/pay-later.js';
import { memorySource } from '../../src/io/byte-source.js';
import { RecordScanner } from '../../src/io/scanner.js';
import { keysOf } from '../support/reading.js';

const NO_WORD: PayLaterWord = { list: null, all: false };
const ID = '260601-100000000000001';
type Cells = Partial<Record<(typeof PAY_LATER_FIELDS)[number], string>>;

/** Judges one record that has just these columns. */
function judge(cells: Cells, word = NO_WORD): [answer: string, source: string, conflict: boolean] {
  const fields = Object.keys(cells) as OrderField[];
  // A first cell stands for all the others, so that a record is never an empty line.
  const line = ['x', ...Object.values(cells)].map((cell) => `"${cell}"`).join(',');
  const view = new RecordScanner(memorySource(Buffer.from(line)), { delimiter: 0x2c, encoding: 'utf-8' });
  view.next();
  const judge = new PayLaterJudge((field) => (fields.includes(field) ? fields.indexOf(field) + 1 : -1), word);
  judge.judge(view, 2, Buffer.from(ID), 0, ID.length);
  const answer = Object.entries(SEEN).find(([, bit]) => bit === judge.answer)?.[0] ?? '';
  return [answer, PAY_LATER_SOURCES[judge.source] ?? '', judge.conflict];
}

describe('a yes/no cell', () => {
  it.each(['是', 'yes', 'YES', 'y', 'true', '1', '先用后付'])('%j is yes', (text) => {
    expect(readFlag(text)).toBe(true);
  });
  it.each(['否', 'no', 'No', 'n', 'FALSE', '0', '非先用后付'])('%j is no', (text) => {
    expect(readFlag(text)).toBe(false);
  });
  it.each(['', '-', '--', '—', '/', 'null', 'None'])('%j is blank', (text) => {
    expect(readFlag(text)).toBe('blank');
  });
  it.each(['√', '不是', '2', 'maybe'])('%j is neither', (text) => {
    expect(readFlag(text)).toBeNull();
  });
});

describe('what a text column says', () => {
  it.each([
    '先用后付',
    '先享后付',
    '支付宝先用后付',
    '微信先用后付-待扣款',
    '不退换 先用后付',
    '不退换,先用后付',
    '7天无理由 先用后付',
    '7天无理由退货、先用后付',
    '未发货|先用后付',
    '先用后付（未扣款）',
  ])('%j is pay-later', (text) => {
    expect(judge({ pay_method: text })).toEqual(['yes', 'pay-method', false]);
    expect(judge({ order_type: text })).toEqual(['yes', 'order-type', false]);
    expect(judge({ order_tags: text })).toEqual(['yes', 'order-tags', false]);
  });

  it.each([
    '非先用后付',
    '不是先用后付',
    '未开通先用后付',
    '不支持先用后付',
    '未使用先享后付',
    '没有先用后付',
    '无先用后付',
    '先用后付：否',
    '先用后付(否)',
    '先用后付=否',
  ])('%j denies it', (text) => {
    expect(judge({ pay_method: text })).toEqual(['no', 'pay-method', false]);
    expect(judge({ order_tags: text })).toEqual(['unknown', 'none', false]);
  });

  it.each(['微信支付', '支付宝', '货到付款', '银行转账', '0'])(
    'the payment method %j is another one',
    (text) => {
      expect(judge({ pay_method: text })).toEqual(['no', 'pay-method', false]);
    },
  );

  it.each(['鍏堢敤鍚庝粯', '锟斤拷', '199****7568', '2026-07-20 10:09:23', '¥1,299.90', '送货前打电话'])(
    '%j is no payment method, and says nothing against pay-later',
    (text) => {
      expect(judge({ pay_method: text })).toEqual(['unknown', 'none', false]);
    },
  );

  it.each(['花呗分期', '数字人民币', 'Alipay', 'wechat', '其他', '余额', '88'])(
    'the payment method %j is one',
    (text) => {
      expect(judge({ pay_method: text })).toEqual(['no', 'pay-method', false]);
    },
  );

  it.each(['', '-', '--', '—', 'null'])('the payment method %j says nothing', (text) => {
    expect(judge({ pay_method: text })).toEqual(['unknown', 'none', false]);
  });

  it.each(['普通订单', '直播', ''])('the type or tag %j says nothing', (text) => {
    expect(judge({ order_type: text })).toEqual(['unknown', 'none', false]);
    expect(judge({ order_tags: text })).toEqual(['unknown', 'none', false]);
  });
});

describe('which column decides', () => {
  it.each<[Cells, string, string]>([
    [{ pay_later: '是', pay_method: '微信支付' }, 'yes', 'column'],
    [{ pay_later: '否', pay_method: '先用后付' }, 'no', 'column'],
    [{ pay_later: '', pay_method: '先用后付' }, 'yes', 'pay-method'],
    [{ pay_later: '?', pay_method: '微信支付' }, 'no', 'pay-method'],
    [{ pay_method: '微信支付', order_tags: '先用后付' }, 'yes', 'order-tags'],
    [{ pay_method: '微信支付', order_type: '先用后付', order_tags: '先用后付' }, 'yes', 'order-type'],
    [{ pay_method: '先用后付', order_type: '普通' }, 'yes', 'pay-method'],
    [{ pay_method: '', order_type: '普通', order_tags: '预售' }, 'unknown', 'none'],
    [{}, 'unknown', 'none'],
  ])('of %j the answer is %s, by %s', (cells, answer, source) => {
    expect(judge(cells)).toEqual([answer, source, false]);
  });
});

describe("the user's word", () => {
  const listed: PayLaterWord = { list: keysOf([ID]), all: false };
  const others: PayLaterWord = { list: keysOf(['260601-999999999999999']), all: false };

  it('a list decides where the file says nothing', () => {
    expect(judge({ pay_later: '' }, listed)).toEqual(['yes', 'list', false]);
    expect(judge({ pay_later: '' }, others)).toEqual(['no', 'list', false]);
    expect(judge({}, listed)).toEqual(['yes', 'list', false]);
  });

  it('the file goes before the list, and what differs is a conflict', () => {
    expect(judge({ pay_later: '否' }, listed)).toEqual(['no', 'column', true]);
    expect(judge({ pay_later: '是' }, listed)).toEqual(['yes', 'column', false]);
    expect(judge({ pay_method: '先用后付' }, others)).toEqual(['yes', 'pay-method', true]);
    expect(judge({ pay_method: '微信支付' }, others)).toEqual(['no', 'pay-method', false]);
  });

  it('"all of it" decides last', () => {
    const all: PayLaterWord = { list: null, all: true };
    expect(judge({ pay_later: '' }, all)).toEqual(['yes', 'flag', false]);
    expect(judge({ pay_later: '否' }, all)).toEqual(['no', 'column', false]);
    expect(judge({}, { ...others, all: true })).toEqual(['no', 'list', false]);
  });
});

it('an answer is not left over from the record before', () => {
  const lines = Buffer.from('是\n\t\n否\n\t\n');
  const view = new RecordScanner(memorySource(lines), { delimiter: 0x2c, encoding: 'utf-8' });
  const judge = new PayLaterJudge((field) => (field === 'pay_later' ? 0 : -1), NO_WORD);
  const answers: number[] = [];
  while (view.next()) {
    judge.judge(view, 1, Buffer.from(ID), 0, ID.length);
    answers.push(judge.answer);
  }
  expect(answers).toEqual([SEEN.yes, SEEN.unknown, SEEN.no, SEEN.unknown]);
});

it('names its columns in the order of their weight', () => {
  expect(PAY_LATER_FIELDS).toEqual(['pay_later', 'pay_method', 'order_type', 'order_tags']);
});
