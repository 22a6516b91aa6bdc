// SE6 and PL7: what two exports of one order say differently, as findings.
import { describe, expect, it } from 'vitest';
import { conflictingExports } from '../../src/rules/conflicting-exports.js';
import { recipientChanged } from '../../src/rules/recipient-changed.js';
import type { OrderRule } from '../../src/rules/rule.js';
import { checked, type Told } from '../support/audited-order.js';

const conflict = conflictingExports as OrderRule;
const changed = recipientChanged as OrderRule;
const exports = (more: Partial<NonNullable<Told['exports']>>): Told => ({
  open: 90,
  exports: { amount: null, state: null, recipient: [], ...more },
});

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
      zh: '发货前后两份导出的姓名、地址不一样',
      en: 'name and address not the same as in the earlier export',
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
