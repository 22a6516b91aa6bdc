// The runner: which severity, stage and place a draft gets, and what was not looked at.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Need, Severity } from '../../src/core/finding.js';
import { gatherRule, orderRule, type Rule, type RunTotals, reportRule } from '../../src/rules/rule.js';
import { RuleRun } from '../../src/rules/run.js';
import { auditedOrder, daysAgo, pastDue, type Told, view } from '../support/audited-order.js';

const both = { zh: '', en: '' };
const head = {
  aliases: [],
  title: both,
  why: both,
  innocent: { zh: [], en: [] },
  severity: 'critical' as Severity,
  strength: 'strong' as const,
  params: {},
  line: () => both,
  looks: both,
  unless: both,
  steps: ['review' as const, 'hold' as const],
};
const NOTHING: RunTotals = {
  outstandingFen: 0,
  received: { orders: 0, fen: 0 },
  receivedUnproven: { orders: 0, fen: 0 },
  missing: null,
  longIds: { orders: 0, rounded: 0 },
  clusters: [],
  hubs: [],
  products: { rows: [], few: { orders: 0, fen: 0 } },
  buildings: new Map(),
  shops: [],
  shopOf: () => 0,
  isListPrice: () => false,
  mayBeDiscounted: () => false,
};

/** A rule that names every order it is shown. */
const naming = (id: string, more: Partial<Draft> & { needs?: readonly Need[]; weak?: true } = {}): Rule => {
  const { needs = [], weak, ...draft } = more;
  return orderRule({
    ...head,
    id,
    needs,
    strength: weak ? 'weak' : 'strong',
    check: ({ order }) => ({ orders: [order], evidence: [], nextStep: 'review', ...draft }),
  });
};

function runOf(rules: readonly Rule[], told: readonly Told[], lacks: readonly Need[] = [], totals = NOTHING) {
  const run = new RuleRun({ rules, view, lacks: [new Set(lacks)], orders: told.length });
  told.forEach((one, order) => void run.see(auditedOrder({ order, ...one })));
  return run.finish(totals, (a, b) => a - b);
}

describe('severity', () => {
  it.each<[string, Told, Parameters<typeof naming>[1], Severity]>([
    ['stands as the rule says', { open: 10, ...pastDue(9) }, {}, 'critical'],
    ['of a draft goes before the rule’s', { open: 10, ...pastDue(9) }, { severity: 'low' }, 'low'],
    ['is at most info with nothing open', { open: 0 }, {}, 'info'],
    ['keeps where its yuan stand apart', { open: 0, goodsOut: 100 }, { apart: true }, 'critical'],
    [
      'is at most medium while all of it is unproven',
      { open: 10, ...pastDue(9), proven: false },
      {},
      'medium',
    ],
    ['is at most low where all dates are wrong', { open: 10, invalid: true }, {}, 'low'],
    ['is at most info for a weak signal', { open: 10, ...pastDue(9) }, { weak: true }, 'info'],
  ])('%s', (_, told, more, severity) => {
    expect(runOf([naming('a', more)], [told]).findings[0]?.severity).toBe(severity);
  });

  it('is not capped when one of several orders is proven', () => {
    const all = gatherRule({
      ...head,
      id: 'all',
      needs: [],
      gather: () => {
        const orders: number[] = [];
        return {
          see: ({ order }) => void orders.push(order),
          drafts: () => [{ orders, evidence: [], nextStep: 'review' }],
        };
      },
    });
    const { findings } = runOf(
      [all],
      [
        { open: 10, ...pastDue(9), proven: false },
        { open: 20, ...pastDue(9) },
      ],
    );
    expect(findings).toMatchObject([{ severity: 'critical', unproven: false, exposureFen: 3000 }]);
  });
});

describe('the step of a finding', () => {
  const several = gatherRule({
    ...head,
    id: 'several',
    needs: [],
    gather: () => {
      const orders: number[] = [];
      return {
        see: ({ order }) => void orders.push(order),
        drafts: () => [{ orders, evidence: [], nextStep: 'remind' }],
      };
    },
  });

  it('is no reminder of an order of a minor, nor of several of which one is', () => {
    const late = { open: 10, ...pastDue(5) };
    const stepOf = (rule: Rule, told: readonly Told[]) => runOf([rule], told).findings[0]?.nextStep;
    for (const rule of [naming('one', { nextStep: 'remind' }), several]) {
      expect(stepOf(rule, [late])).toBe('remind');
      expect(stepOf(rule, [{ ...late, minor: true }])).toBe('review');
    }
    expect(stepOf(several, [late, { ...late, minor: true }])).toBe('review');
    expect(stepOf(naming('other', { nextStep: 'platform' }), [{ ...late, minor: true }])).toBe('platform');
  });
});

describe('order of findings', () => {
  it('is about the files first, then by what can still be saved, then exposure, then rule and order number', () => {
    const files = reportRule({
      ...head,
      id: 'files',
      needs: [],
      check: () => [{ orders: [], evidence: [], nextStep: 'review' }],
    });
    const { findings } = runOf(
      [naming('b'), naming('a'), files],
      [
        { open: 50, ...pastDue(9) },
        { open: 50, shipped: '' },
        { open: 70, ...pastDue(9) },
        { open: 50, ...pastDue(5) },
        { open: 50, shipped: daysAgo(2) },
        { open: 0 },
        { open: 5, frozen: true },
      ],
    );
    expect(findings.map(({ rule, orders: [order] }) => `${rule}${order ?? ''}`)).toEqual([
      'files',
      ...['a1', 'b1', 'a4', 'b4', 'a2', 'b2', 'a0', 'a3', 'b0', 'b3', 'a6', 'b6', 'a5', 'b5'],
    ]);
  });

  it('puts the parcel first that must leave first, and those without a promise last', () => {
    const deadlines = [30, Number.NaN, 10, 20];
    const rule = orderRule({
      ...head,
      id: 'a',
      needs: [],
      check: ({ order }) => ({
        orders: [order],
        evidence: [],
        nextStep: 'hold',
        deadline: deadlines[order] ?? Number.NaN,
      }),
    });
    const { findings } = runOf(
      [rule],
      deadlines.map(() => ({ open: 5, shipped: '' })),
    );
    expect(findings.map(({ orders: [order] }) => order)).toEqual([2, 3, 0, 1]);
  });

  it('does not hang on the order in which the orders are seen', () => {
    const told = fc.record({ open: fc.integer({ min: 0, max: 3 }), days: fc.integer({ min: -3, max: 40 }) });
    fc.assert(
      fc.property(fc.array(told, { maxLength: 12 }), (many) => {
        const orders = many.map(({ open, days }, order) =>
          auditedOrder({ order, open, ...(days < 0 ? { shipped: daysAgo(-days) } : pastDue(days)) }),
        );
        const findingsOf = (sequence: typeof orders) => {
          const run = new RuleRun({ rules: [naming('a')], view, lacks: [new Set()], orders: many.length });
          for (const order of sequence) run.see(order);
          return run.finish(NOTHING, (a, b) => a - b).findings;
        };
        expect(findingsOf([...orders].reverse())).toEqual(findingsOf(orders));
      }),
    );
  });
});

describe('what was not looked at', () => {
  it('is told with the open yuan, once for each need, and the rule does not see those orders', () => {
    const rule = naming('a', { needs: ['waybill', 'recipients'] });
    const told: Told[] = [
      { open: 10, phone: 1 },
      { open: 0, phone: 2 },
      { open: 20, phone: 3 },
    ];
    const { findings, notEvaluated, ran } = runOf([rule, naming('b')], told, ['waybill']);
    expect(findings.map(({ rule: id }) => id)).toEqual(['b', 'b', 'b']);
    expect(notEvaluated).toEqual([
      { rule: 'a', reason: 'absent', need: 'waybill', orders: 2, exposureFen: 3000 },
    ]);
    expect(ran).toBe(1);
  });

  it('is masked where a recipient stands there but cannot be read, unless one key of it is whole', () => {
    const rule = naming('a', { needs: ['recipients'] });
    const { findings, notEvaluated } = runOf(
      [rule],
      [
        { open: 10, masked: true },
        { open: 20, masked: true, phone: 3 },
      ],
    );
    expect(findings).toHaveLength(1);
    expect(notEvaluated).toMatchObject([
      { reason: 'masked', need: 'recipients', orders: 1, exposureFen: 1000 },
    ]);
  });

  it('is blank where the file has the columns and the order nothing in them, however many rules see it', () => {
    const rule = naming('a', { needs: ['recipients'] });
    const person: Told = { open: 20, person: 1 };
    const { findings, notEvaluated, ran } = runOf([rule], [{ open: 10 }, person, { receivable: 0 }]);
    expect(findings.map(({ orders }) => orders)).toEqual([[1], [2]]);
    expect(notEvaluated).toEqual([
      { rule: 'a', reason: 'blank', need: 'recipients', orders: 1, exposureFen: 1000 },
    ]);
    expect(ran).toBe(0);
  });

  it('is blank for the time by which an order must leave, and for the warehouse of one that was received', () => {
    const times = naming('a', { needs: ['promised-time'] });
    const unshipped: Told = { open: 10, shipped: '' };
    expect(
      runOf([times], [unshipped, { ...unshipped, promised: '2026-07-21' }, { open: 10 }]).notEvaluated,
    ).toMatchObject([{ reason: 'blank', need: 'promised-time', orders: 1 }]);
    const places = naming('a', { needs: ['warehouse'] });
    const received: Told = { open: 10, ...pastDue(1) };
    expect(
      runOf([places], [received, { ...received, warehouse: 1 }, { open: 10 }]).notEvaluated,
    ).toMatchObject([{ reason: 'blank', need: 'warehouse', orders: 1 }]);
  });

  it('is unproven, and counted, for what a rule says it left for want of proof of others', () => {
    const left = gatherRule({
      ...naming('a'),
      gather: () => ({ see: () => {}, drafts: () => [], unproven: () => ({ orders: 2, fen: 3000 }) }),
    });
    const { notEvaluated, ran } = runOf([left], [{ open: 10 }, { open: 20 }]);
    expect(notEvaluated).toEqual([
      { rule: 'a', reason: 'unproven', need: 'proof', orders: 2, exposureFen: 3000 },
    ]);
    expect(ran).toBe(0);
  });

  it('is unproven for a rule that needs proof', () => {
    const { findings, notEvaluated } = runOf(
      [naming('a', { needs: ['proof'] })],
      [
        { open: 10, ...pastDue(9), proven: false },
        { open: 20, ...pastDue(9) },
      ],
    );
    expect(findings.map(({ orders }) => orders)).toEqual([[1]]);
    expect(notEvaluated).toMatchObject([{ reason: 'unproven', need: 'proof', orders: 1, exposureFen: 1000 }]);
  });

  it('is told also where nothing is open', () => {
    const { notEvaluated } = runOf([naming('a', { needs: ['waybill'] })], [{ open: 0 }], ['waybill']);
    expect(notEvaluated).toMatchObject([{ orders: 0, exposureFen: 0 }]);
  });
});
