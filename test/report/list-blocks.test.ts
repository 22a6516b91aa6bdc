// What lists add to the summary: one line for orders that the shop marked, and who is on which list under --verbose.
import { describe, expect, it } from 'vitest';
import { LIST_NAMES } from '../../src/core/lists.js';
import type { SummaryModel } from '../../src/report/model.js';
import { summaryText } from '../../src/report/summary-text.js';
import { width } from '../../src/report/text.js';
import type { View } from '../../src/report/view.js';
import { ownTag } from '../../src/rules/own-tag.js';
import { FINDINGS } from '../support/findings.js';
import { BILLS_SUMMARY, SUMMARY } from './models.js';

const ZH: View = { language: 'zh', columns: 79, colour: 0, ascii: false };
const VIEWS = [ZH, { ...ZH, language: 'en' as const }];
const FORBIDDEN = /套现|骗|恶意|刷单|黑名单|团伙|fraud|cheat|blacklist|gang|fake/i;
const flat = (text: string) => text.replace(/\s/g, '');

const EVIDENCE = [
  { kind: 'count', name: 'orders', count: 5 },
  { kind: 'amount', name: 'total', fen: 123_400 },
  { kind: 'amount', name: 'outstanding', fen: 50_000 },
] as const;
const marked = {
  ...FINDINGS.findings[2]!,
  rule: ownTag.id,
  code: 'SE1',
  title: ownTag.title,
  aside: true,
  evidence: EVIDENCE,
  line: ownTag.line(EVIDENCE, false),
};
const LISTS = LIST_NAMES.map((name, i) => ({ name, entries: i + 1, unmatched: 0, orders: i, fen: i * 100 }));

describe.each([
  ['without bills', SUMMARY],
  ['with bills', BILLS_SUMMARY],
])('%s', (_, model) => {
  const with_ = (change: Partial<SummaryModel>): SummaryModel => ({ ...model, ...change });
  const findings = { ...FINDINGS, findings: [marked] };

  it('marked orders have one line with orders and subtotal, and are no item of today', () => {
    const [zh = '', en = ''] = VIEWS.map((view) => summaryText(with_({ findings }), view));
    expect(flat(zh)).toContain(
      '商家备注里有店内标记5单，应收1,234.00元，其中没到账或待核实500.00元（仍算在上面的合计里）',
    );
    expect(flat(en)).toContain(
      flat(
        "5 orders marked in the seller's note, receivable 1,234.00 yuan, open or unproven 500.00 yuan (part of the totals above)",
      ),
    );
    for (const text of [zh, en]) {
      expect(text.match(/500\.00/g)).toHaveLength(1);
      expect(text).not.toMatch(FORBIDDEN);
    }
  });

  it('each list has a line under --verbose, and none without', () => {
    for (const view of VIEWS) {
      const lists = summaryText(with_({ lists: LISTS }), { ...view, verbose: true });
      const plain = summaryText(model, { ...view, verbose: true });
      const added = lists.split('\n').filter((line) => !plain.split('\n').includes(line));
      expect(added.length).toBeGreaterThan(LIST_NAMES.length);
      for (const line of added) expect(width(line)).toBeLessThanOrEqual(79);
      expect(added.join('')).not.toMatch(FORBIDDEN);
      expect(summaryText(with_({ lists: LISTS }), view)).toBe(summaryText(model, view));
    }
  });
});
