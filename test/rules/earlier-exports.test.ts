// SE6 and PL7: what two exports of one order say differently, as findings.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conflictingExports } from '../../src/rules/conflicting-exports.js';
import { recipientChanged } from '../../src/rules/recipient-changed.js';
import type { OrderRule } from '../../src/rules/rule.js';
import { checked, type Told } from '../support/audited-order.js';
import { run } from '../support/command.js';
import { csvOf } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const conflict = conflictingExports as OrderRule;
const changed = recipientChanged as OrderRule;
const exports = (more: Partial<NonNullable<Told['exports']>>): Told => ({
  open: 90,
  exports: { amount: null, state: null, recipient: [], ...more },
});

const folder = scratch();

describe('two exports that disagree', () => {
  it('are told side by side', () => {
    const amount = { before: 9000, now: 8999 };
    const state = { before: 'received', now: 'shipped' } as const;
    const draft = checked(conflict, exports({ amount, state }));
    expect(draft).toMatchObject({ orders: [0], nextStep: 'review' });
    expect(conflict.line(draft?.evidence ?? [], false)).toEqual({
      zh: '较早的导出 90.00 元，较晚的 89.99 元；状态从已收货退回已发货',
      en: '90.00 yuan in the earlier export, 89.99 yuan in the later one; the state went back from received to shipped',
    });
    const alone = checked(conflict, exports({ state }));
    expect(conflict.line(alone?.evidence ?? [], false).zh).toBe('状态从已收货退回已发货');
  });

  it('are none where nothing differs, or the recipient alone', () => {
    expect(checked(conflict, {})).toBeNull();
    expect(checked(conflict, exports({ recipient: ['phone'] }))).toBeNull();
  });
});

describe('a recipient who changed', () => {
  it('is told by kinds, with no word of what stood there', () => {
    const draft = checked(changed, exports({ recipient: ['name', 'address'] }));
    expect(changed.line(draft?.evidence ?? [], false)).toEqual({
      zh: '两份导出里的姓名、地址不一样，已经发货',
      en: 'shipped, and name and address not the same as in the earlier export',
    });
  });

  it('matters once the order has left, and can be intercepted on its way', () => {
    const step = (more: Told) =>
      checked(changed, { ...exports({ recipient: ['phone'] }), ...more })?.nextStep;
    expect(step({ shipped: '' })).toBeUndefined();
    expect(step({ shipped: '2026-07-18' })).toBe('intercept');
    expect(step({ shipped: '2026-07-10', received: '2026-07-19' })).toBe('review');
    expect(checked(changed, exports({ amount: { before: 1, now: 2 } }))).toBeNull();
  });
});

describe('two files', () => {
  it.each([
    ['without a common order leave both rules unevaluated', '260601-100000000000002', true],
    ['with a common order let them look', '260601-100000000000001', false],
  ])('%s', async (_, second, isMissing) => {
    const cwd = folder();
    const names = ['orders_export2026-06-08-10-00-00.csv', 'orders_export2026-06-09-10-00-00.csv'];
    ['260601-100000000000001', second].forEach((id, i) => {
      writeFileSync(join(cwd, names[i]!), csvOf('pinduoduo', [{ 订单号: id }]));
    });
    const { stdout } = await run([...names, '--no-output', '--json', '-'], { cwd });
    const { notEvaluated } = JSON.parse(stdout) as { notEvaluated: { rule: string; need: string | null }[] };
    const lacking = notEvaluated.filter(({ need }) => need === 'earlier-export').map(({ rule }) => rule);
    expect(lacking.includes('conflicting-exports')).toBe(isMissing);
  });
});
