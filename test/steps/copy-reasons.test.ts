// The reasons in the copy's last cell: where an order's amounts do not add up by themselves, the sentence says why.
import { describe, expect, it } from 'vitest';
import { reasonsOf } from '../../src/steps/copy-reasons.js';
import { auditBilled, billOf } from '../support/billed.js';
import { csvOf, PLATFORM_ROWS } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const ID = PLATFORM_ROWS.pinduoduo['订单号'] as string;

describe('more money than was to be collected', () => {
  it.each([
    [100, []],
    [100.01, [{ kind: 'over-collected', fen: 1 }]],
    [100.02, [{ kind: 'over-collected', fen: 2 }]],
  ])('%d yuan on an order of 100', async (yuan, over) => {
    const bill = billOf('pinduoduo', [{ id: ID, at: '2026-06-08', kind: 'income', yuan }]);
    const { order, portfolio } = await auditBilled(
      folder(),
      [{ name: 'o.csv', content: csvOf('pinduoduo', [{}]) }],
      [bill],
      { asOf: '2026-07-20' },
    );
    const judgement = order(ID)!;
    const { settings } = portfolio;
    const { receivable, money } = judgement;
    const reasons = reasonsOf(judgement, settings.inputs[0]!.terms, settings.ledger);
    expect(reasons.slice(1)).toEqual(over);
    // The row adds up, or the sentence says by how much it does not.
    const named = reasons.find((reason) => reason.kind === 'over-collected')?.fen ?? 0;
    expect(receivable - money.refunded - money.collected + named).toBe(money.outstanding);
  });
});
