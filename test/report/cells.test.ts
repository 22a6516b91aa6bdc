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

  it('write figures without thousands signs, and nothing for what is unknown', () => {
    expect(cells.yuanCell(123_456_789)).toBe('1234567.89');
    expect(cells.yuanCell(0)).toBe('0.00');
    expect(cells.yuanCell(Number.NaN)).toBe('');
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
    expect(cells.reasonCell([{ kind: 'frozen' }, { kind: 'receivable-zero', fen: 100 }], 'zh')).toBe(
      '售后处理中，停止计天数；导出里金额是 0，先按成交金额 1.00 元算',
    );
    expect(cells.rejectedCell('amount-unreadable', '实付款', 'zh')).toBe('没读进来：金额读不出「实付款」');
    expect(cells.rejectedCell('record-short', '', 'en')).toBe('rejected: row too short');
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
