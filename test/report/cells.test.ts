// The cells that the annotated copy adds.
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { BUCKETS, STAGES } from '../../src/core/aging.js';
import { ANNOTATION_COLUMNS } from '../../src/core/annotation.js';
import * as cells from '../../src/report/cells.js';
import { COLLECTION_NAMES } from '../../src/report/words/terms.js';

const TERMS = { autoReceiptDays: 10, graceDays: 1 };

describe('annotation cells', () => {
  it('have the contract’s names, in its order', () => {
    expect(cells.annotationHeader('zh')).toEqual(ANNOTATION_COLUMNS.map(({ zh }) => zh));
    expect(cells.annotationHeader('en')[0]).toBe('audit_next_step');
    expect(cells.annotationHeader('zh')).toHaveLength(16);
  });

  it('stand in the order of the columns, blank where nothing is given', () => {
    const row = cells.annotationCells({ reason: 'r', stage: 's' });
    expect(row).toHaveLength(16);
    expect(row[2]).toBe('s');
    expect(row[15]).toBe('r');
    expect(row.filter((cell) => cell === '')).toHaveLength(14);
  });

  it('say where a due date comes from, with the days of the terms', () => {
    expect(cells.dueSourceCell('column', TERMS, 'zh')).toBe('原表列');
    expect(cells.dueSourceCell('receipt', TERMS, 'zh')).toBe('收货+1天');
    expect(cells.dueSourceCell('shipping', TERMS, 'zh')).toBe('发货+11天(推算)');
    expect(cells.dueSourceCell('shipping', { autoReceiptDays: 7, graceDays: 3 }, 'en')).toBe(
      'shipping+10d (estimated)',
    );
    expect(cells.dueSourceCell('none', TERMS, 'zh')).toBe('');
  });

  it('write days plainly, and nothing for what is unknown', () => {
    expect(cells.dateCell(0)).toBe('1970-01-01');
    expect(cells.dateCell(Number.NaN)).toBe('');
    expect(cells.daysCell(12)).toBe('12');
    expect(cells.daysCell(Number.NaN)).toBe('');
  });

  it('give reasons as sentences', () => {
    expect(cells.reasonCell([{ kind: 'unproven-late', days: 12 }], 'zh')).toBe(
      '到账待核实：没有货款明细；若没到账，已过预计扣款日 12 天',
    );
    expect(cells.reasonCell([{ kind: 'same-order', row: 7, name: null }], 'zh')).toBe(
      '同一订单，金额见第 7 行',
    );
    expect(cells.reasonCell([{ kind: 'same-order', row: 7, name: 'b.csv' }], 'en')).toBe(
      'same order, see row 7 of b.csv for its amounts',
    );
    expect(
      cells.reasonCell(
        [
          { kind: 'frozen', since: Number.NaN, deadline: Number.NaN },
          { kind: 'receivable-zero', fen: 100 },
        ],
        'zh',
      ),
    ).toBe('售后处理中，停止计天数；导出里金额是 0，先按成交金额 1.00 元算');
    expect(cells.rejectedCell('amount-unreadable', '实付款', 'zh')).toBe('没读进来：金额读不出「实付款」');
    expect(cells.rejectedCell('record-short', '', 'en')).toBe('rejected: row too short');
  });

  it.each([
    [{ kind: 'uncollected', days: 31 }, '货款明细里没有这单的收入，已过预计扣款日 31 天'],
    [{ kind: 'uncollected', days: 4 }, '货款明细里没有这单的收入，已过预计扣款日 4 天'],
    [{ kind: 'uncollected', days: 3 }, '货款明细里没有这单的收入，过了预计扣款日 3 天，在观察期'],
    [{ kind: 'uncollected', days: 0 }, '货款明细里没有这单的收入'],
    [{ kind: 'settled', fen: 15_000 }, '已到账 150.00 元'],
    [{ kind: 'part-settled', fen: 15_000, missingFen: 5000, days: 0 }, '到账 150.00 元，还差 50.00 元'],
    [
      { kind: 'part-settled', fen: 15_000, missingFen: 5000, days: 40 },
      '到账 150.00 元，还差 50.00 元，已过预计扣款日 40 天',
    ],
    [
      { kind: 'part-settled', fen: 15_000, missingFen: 5000, days: 40, why: { condition: 'none-settled' } },
      '到账 150.00 元，其余 50.00 元待核实：货款明细里没有一单先用后付的收入，可能少了一个账户的',
    ],
    [{ kind: 'platform-missing', fen: 20_000 }, '平台承担的 200.00 元还没到，找平台要'],
    [{ kind: 'over-collected', fen: 1 }, '多到账 0.01 元，多半是四舍五入'],
    [{ kind: 'over-collected', fen: 2 }, '多到账 0.02 元：可能退款还没进账单、补差价或付了两次'],
    [{ kind: 'over-collected', fen: 13_200 }, '多到账 132.00 元：可能退款还没进账单、补差价或付了两次'],
    [
      { kind: 'clawed-back', fen: 50_000, missingFen: 50_000, days: 8 },
      '到账后被扣回 500.00 元，还差 500.00 元，已过预计扣款日 8 天',
    ],
    [{ kind: 'settled-by-refund' }, '货款明细里只有这单的退款，收入在它开始之前，算已到账'],
    [{ kind: 'refund-not-in-bills' }, '状态是退款成功，货款明细里还没有退款'],
    [
      { kind: 'unproven-late', days: 9, why: { condition: 'coverage', fromDay: 20_600, toDay: 20_654 } },
      '到账待核实：货款明细没盖住 05-27 至 07-20；若没到账，已过预计扣款日 9 天',
    ],
    [
      { kind: 'unproven-late', days: 9, why: { condition: 'control', rate: 0.979_99 } },
      '到账待核实：普通订单只对上 97.9%，货款明细可能不全；若没到账，已过预计扣款日 9 天',
    ],
    [
      { kind: 'unproven-no-date', why: { condition: 'no-bills' } },
      '到账待核实：没有货款明细；没有收货和发货时间，算不出预计扣款日',
    ],
  ] as const)('say of %j what the bills say', (reason, text) => {
    expect(cells.reasonCell([reason], 'zh')).toBe(text);
  });

  it('call bills what their platform calls them', () => {
    const reasons = [
      { kind: 'uncollected', days: 9 },
      { kind: 'unproven-no-date', why: { condition: 'other-shop' } },
      { kind: 'settled-by-refund' },
    ] as const;
    const shown = cells.reasonCell(reasons, 'zh', 'kuaishou');
    expect(shown).toContain('结算单里没有这单的收入');
    expect(shown).toContain('结算单是另一家店的');
    expect(shown).not.toContain('货款明细');
    expect(cells.reasonCell(reasons, 'en', 'kuaishou')).not.toMatch(/\bbill\b/);
    expect(cells.reasonCell(reasons, 'en')).not.toMatch(/settlement/);
  });

  it('use characters that GBK has, and none that a spreadsheet takes for a formula or a date', () => {
    const all = [
      ...cells.annotationHeader('zh'),
      ...STAGES.map((stage) => cells.stageCell(stage, 'zh')),
      ...BUCKETS.map((bucket) => cells.bucketCell(bucket, 'zh')),
      ...BUCKETS.map((bucket) => cells.bucketCell(bucket, 'en')),
      ...(Object.keys(COLLECTION_NAMES) as (keyof typeof COLLECTION_NAMES)[]).map((name) =>
        cells.collectionCell(name, 'zh'),
      ),
      ...(['yes', 'no', 'unknown'] as const).map((answer) => cells.payLaterCell(answer, 'zh')),
      ...(['column', 'receipt', 'shipping'] as const).map((source) =>
        cells.dueSourceCell(source, TERMS, 'zh'),
      ),
    ];
    for (const cell of all) {
      expect(iconv.decode(iconv.encode(cell, 'gbk'), 'gbk')).toBe(cell);
      expect(cell).not.toMatch(/^[=+\-@]|^\d+-\d+$|^$/);
    }
  });
});
