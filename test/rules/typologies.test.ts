// Typologies: every rule is weighted or is known to carry none; thresholds, weak signals, ties, and sequence.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULES, ruleNamed } from '../../src/rules/index.js';
import { mayReach, type Signal, TYPOLOGIES, typologyOf } from '../../src/rules/typologies.js';
import { NEVER } from '../support/never.js';

/** Rules of which no typology is made, and why. */
const WITHOUT = {
  'nothing is out yet: what is decided is whether to ship': ['large-unshipped', 'shipping-deadline'],
  'a place for everybody joins nobody': ['shared-point'],
  'the money has come in': ['paid-but-open'],
  'about refunds and after-sales, of which there is no typology': [
    ...['refund-rate', 'refund-only', 'refunds-without-return', 'refund-cycle', 'refund-mismatch'],
    ...['goods-out', 'unsettled-after-sale', 'double-compensation', 'advance-taken-back'],
  ],
  'about amounts, whatever has become of them': [
    'price-mismatch',
    'money-link',
    'bunched-amounts',
    'first-digits',
    'discounted-pieces',
  ],
  'about what the shop has done': ['shipped-under-review', 'collection-drop'],
  'about the files': [
    ...['conflicting-exports', 'order-number-date', 'proof-missing', 'export-incomplete'],
    'order-numbers-damaged',
    'product-terms',
  ],
};

const signal = (rule: string, more: Partial<Signal> = {}): Signal => ({
  ...{ rule, weak: ruleNamed(rule)!.strength === 'weak', uncollected: true },
  ...more,
});
const signals = (...rules: string[]) => rules.map((rule) => signal(rule));
/** The code and the points that a finding of the first rule reaches beside the others. */
const reached = (own: string, ...beside: string[]) => {
  const found = typologyOf(signal(own), signals(...beside));
  return found === null ? null : [found.typology.code, found.points];
};

describe('the list of typologies', () => {
  it('gives every rule a weight, or it is one of those that carry none', () => {
    const weighted = new Set(TYPOLOGIES.flatMap(({ weights }) => Object.keys(weights)));
    const without = Object.values(WITHOUT).flat();
    expect([...weighted, ...without].sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it('has the six of the catalogue, with names that judge nobody', () => {
    expect(TYPOLOGIES.map(({ name }) => name.zh)).toEqual([
      '大额未到账',
      '多单共用信息、都未到账',
      '物流信息异常',
      '店内自标记订单 / 推广渠道集中',
      '先小额正常付款，后大额未到账',
      '一般逾期',
    ]);
    for (const { code, name, looks } of TYPOLOGIES) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(ruleNamed(code)).toBe(undefined);
      expect([name.zh, name.en, looks.zh, looks.en].filter((text) => NEVER.test(text))).toEqual([]);
      expect(looks.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('can be reached by one rule with nothing beside it, each of them', () => {
    for (const { code, weights } of TYPOLOGIES) {
      expect(Object.keys(weights).filter((rule) => reached(rule)?.[0] === code)).not.toEqual([]);
    }
  });

  it('gives weak rules the least that anything beside the main signs has', () => {
    for (const { weights } of TYPOLOGIES) {
      const weak = Object.entries(weights).filter(([rule]) => ruleNamed(rule)!.strength === 'weak');
      for (const [, points] of weak) expect(points).toBeLessThanOrEqual(2);
    }
  });
});

describe('the typology of a finding', () => {
  it.each<[string, string[], ReturnType<typeof reached>]>([
    // At the threshold, and one sign short of it.
    ['single-large', [], ['large-uncollected', 10]],
    ['large-for-item', [], null],
    ['large-for-item', ['past-due'], ['large-uncollected', 10]],
    ['large-for-item', ['repeat-past-due'], null],
    ['shared-phone', [], ['shared-uncollected', 10]],
    ['shared-note', [], null],
    ['shared-note', ['past-due'], ['shared-uncollected', 8]],
    ['shared-note', ['night-group'], ['shared-uncollected', 8]],
    ['instant-receipt', [], ['logistics', 6]],
    ['receipt-late', [], null],
    ['receipt-late', ['signed-not-confirmed'], ['logistics', 6]],
    ['own-tag', [], ['own-or-promoted', 10]],
    ['large-after-small', [], ['small-then-large', 10]],
    ['past-due', [], ['plain-late', 4]],
    ['repeat-past-due', [], null],
    ['repeat-past-due', ['past-due'], ['plain-late', 5]],
    // The past decides, where there is one.
    ['single-large', ['past-due-month'], ['large-uncollected', 14]],
    ['single-large', ['past-due-month', 'large-after-small'], ['small-then-large', 18]],
    // A late order is plainly late only where it is nothing else.
    ['past-due', ['single-large'], ['large-uncollected', 14]],
    ['past-due-quarter', ['shared-address'], ['shared-uncollected', 12]],
    [
      'past-due',
      ['order-while-past-due', 'repeat-past-due', 'first-order-past-due'],
      ['large-uncollected', 10],
    ],
    // What its own rule says nothing of is not its typology, whatever stands beside it.
    ['shared-phone', ['single-large', 'past-due'], ['shared-uncollected', 12]],
    ['own-tag', ['single-large', 'shared-phone', 'shared-waybill'], ['own-or-promoted', 10]],
    ['goods-out', ['single-large', 'shared-phone', 'shared-waybill'], null],
  ])('%s beside %j', (own, beside, expected) => {
    expect(reached(own, ...beside)).toEqual(expected);
  });

  it('counts a rule once, and of the bands of lateness one', () => {
    expect(reached('single-large', 'single-large', 'past-due', 'past-due')).toEqual([
      'large-uncollected',
      14,
    ]);
    const bands = ['past-due', 'past-due-month', 'past-due-quarter'];
    expect(typologyOf(signal('single-large'), signals(...bands))?.parts).toEqual([
      { rule: 'single-large', points: 10 },
      { rule: 'past-due-quarter', points: 4 },
    ]);
    expect(typologyOf(signal('past-due'), signals(...bands))?.parts).toEqual([
      { rule: 'past-due', points: 4 },
    ]);
  });

  it('is never made of weak signals, however many there are', () => {
    const weak = (rule: string) => signal(rule, { weak: true });
    for (const { weights } of TYPOLOGIES) {
      const all = Object.keys(weights).map(weak);
      for (const own of all) expect(typologyOf(own, all)).toBe(null);
    }
    // They support what is not weak, and are named with it.
    expect(typologyOf(weak('night-group'), signals('shared-phone'))?.points).toBe(12);
    expect(typologyOf(weak('shared-phone'), [])).toBe(null);
  });

  it('says that money has not come in of nothing but what is proven to be open', () => {
    const open = (rule: string, uncollected: boolean) => signal(rule, { uncollected });
    expect(typologyOf(open('single-large', false), signals('past-due', 'buyer-total'))).toBe(null);
    expect(typologyOf(open('large-for-item', true), [open('past-due', false)])).toBe(null);
    // A late order of a group that is mostly paid is a late order.
    expect(typologyOf(signal('past-due'), [open('shared-phone', false)])?.typology.code).toBe('plain-late');
    expect(typologyOf(open('time-order', false), [open('reused-waybill', false)])?.points).toBe(16);
    expect([open('single-large', false), open('own-tag', false)].map(mayReach)).toEqual([false, true]);
    expect(['single-large', 'goods-out'].map((rule) => mayReach(signal(rule)))).toEqual([true, false]);
  });

  it('is the first of the list where two have the same points', () => {
    // 4 + 10 each.
    const beside = signals('single-large', 'large-after-small');
    const found = typologyOf(signal('buyer-total'), beside);
    expect([found?.typology.code, found?.points]).toEqual(['large-uncollected', 20]);
    const late = typologyOf(signal('past-due'), signals('shared-waybill', 'cluster-burst', 'single-large'));
    expect([late?.typology.code, late?.points]).toEqual(['large-uncollected', 14]);
    const tie = typologyOf(
      signal('past-due'),
      signals('single-large', 'shared-phone', 'night-group', 'note-words'),
    );
    expect([tie?.typology.code, tie?.points]).toEqual(['shared-uncollected', 16]);
    const equal = typologyOf(signal('past-due'), signals('single-large', 'shared-phone', 'night-group'));
    expect([equal?.typology.code, equal?.points]).toEqual(['large-uncollected', 14]);
  });

  it('is the sum of its parts, its own first, and the same whatever the sequence of what is beside it', () => {
    const ids = RULES.map(({ id }) => id);
    const some = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(some, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (rules, open) => {
        const [own, ...beside] = rules.map((rule, i) => signal(rule, { uncollected: open[i] === true }));
        const found = typologyOf(own!, beside);
        expect(typologyOf(own!, beside.toReversed())).toEqual(found);
        if (found === null) return;
        expect(found.parts[0]?.rule).toBe(own!.rule);
        expect(found.parts.reduce((sum, { points }) => sum + points, 0)).toBe(found.points);
        expect(found.points).toBeGreaterThanOrEqual(found.typology.threshold);
      }),
    );
  });
});
