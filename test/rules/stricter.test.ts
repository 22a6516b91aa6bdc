// A stricter parameter names no further order; and the marked fixtures hold what is just above each limit and just below.
import { describe, expect, it } from 'vitest';
import { whatIf, whatIfOf } from '../../src/audit.js';
import { keysOfParam } from '../../src/config/description.js';
import { RULES } from '../../src/rules/index.js';
import type { Param, Rule } from '../../src/rules/rule.js';
import { ruleFixture, setting } from '../support/rule-fixture.js';

/** A larger value is stricter but for these, of which a smaller one is. */
const SMALLER_IS_STRICTER = new Set([
  ...['split-orders.hours', 'shipping-deadline.hours', 'instant-receipt.hours', 'many-districts.days'],
  ...['refund-cycle.days', 'rapid-orders.minutes', 'frequent-orders.days', 'even-spacing.spread'],
  ...['large-after-small.days', 'equal-amounts.common', 'collection-drop.share', 'waybill-runs.minutes'],
]);

/** They decide how much it matters or what to do, not whether it is told. */
const HOW_MUCH = new Set([
  ...['single-large.critical', 'single-large.lateFrom', 'buyer-total.high', 'buyer-total.critical'],
  ...['past-due.platformFrom', 'past-due-month.high', 'receipt-late.medium', 'money-link.usual'],
  'proof-missing.share',
]);

/** No law, and why. */
const NEITHER = new Map([
  // Each order below it, together at least it: a higher limit lets larger orders in.
  ...['low', 'middle', 'high'].map((name) => [`split-orders.${name}`, 'a band'] as const),
  // The line between two rules: what one loses the other one tells.
  ...['past-due.month', 'past-due-month.month', 'past-due-month.quarter', 'past-due-quarter.quarter'].map(
    (name) => [name, 'a line between two rules'] as const,
  ),
  // A week that is left out is none of the eight before another one either.
  ['collection-drop.orders', 'weeks are compared with each other'],
]);

/** Limits beside which the fixture holds nothing: shops of hundreds of orders would be needed, or it is yet to be filled. */
const NEITHER_SIDE = [
  'large-for-item.k',
  'lockstep-orders.buyers',
  'shared-point.phonePeople',
  'shared-point.notePeople',
  'shared-point.waybillPeople',
  'many-districts.districts',
  'busy-minutes.lift',
  'busy-minutes.odds',
  'night-group.odds',
  'bunched-amounts.odds',
  'item-concentration.lift',
  'order-numbers-damaged.fewest',
];
const NO_HIT = new Set([
  ...NEITHER_SIDE,
  'shared-point.pickupPeople',
  'many-districts.late',
  'busy-minutes.orders',
  'cluttered-address.orders',
]);
const NO_MISS = new Set([
  ...NEITHER_SIDE,
  'open-concentration.share',
  'open-concentration.least',
  'shared-address.buyers',
  'crowded-building.lift',
  'shared-point.roomPeople',
  'waybill-runs.provinces',
  'refund-rate.orders',
  'refund-rate.points',
  'first-digits.distance',
  'proxy-orders.recipients',
  'export-incomplete.share',
  'order-numbers-damaged.share',
]);

/** Values around the one in force: the next ones, a fifth away, far away, and the bounds. */
function valuesAround({ value, unit, least, most }: Param): number[] {
  const isWhole = unit !== 'ratio' && unit !== 'factor';
  const step = isWhole ? 1 : value * 0.02;
  const around = [least, value / 3, value * 0.8, value - step, value + step, value * 1.2, value * 3, most];
  const rounded = around.map((one) => (isWhole ? Math.round(one) : one));
  return [...new Set(rounded)].filter((one) => one >= least && one <= most && one !== value);
}

/** Distinct orders, or findings where they are of none, that the rule names by each value, ascending. */
async function namedBy(rule: Rule, name: string, param: Param) {
  const { place, request } = ruleFixture(rule.id);
  const { config } = request;
  const [key = ''] = keysOfParam(rule, name);
  const tried = valuesAround(param).map((value) => ({
    ...config,
    chosen: [...config.chosen, setting(key, value)],
  }));
  const { model } = await whatIf(place, request, whatIfOf(config, tried));
  return model.rows.map(({ value, own, isCurrent }) => ({
    ...{ value, isCurrent },
    named: own.orders + (own.orders === 0 ? own.findings : 0),
  }));
}

const PARAMS = RULES.flatMap((rule) =>
  Object.entries(rule.params).map(([name, param]) => ({ id: `${rule.id}.${name}`, rule, name, param })),
);

describe('a parameter', () => {
  it('is in one list at most, and every entry is a parameter', () => {
    const listed = [...SMALLER_IS_STRICTER, ...HOW_MUCH, ...NEITHER.keys()];
    expect(new Set(listed).size).toBe(listed.length);
    const known = new Set(PARAMS.map(({ id }) => id));
    expect([...listed, ...NO_HIT, ...NO_MISS].filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(PARAMS)('$id', { timeout: 60_000 }, async ({ id, rule, name, param }) => {
    const rows = await namedBy(rule, name, param);
    if (SMALLER_IS_STRICTER.has(id)) rows.reverse();
    const named = rows.map((row) => row.named);
    const at = rows.findIndex(({ isCurrent }) => isCurrent);
    if (HOW_MUCH.has(id)) {
      expect(new Set(named.slice(Math.max(0, at - 2), at + 3)).size, named.join()).toBe(1);
      return;
    }
    if (NEITHER.has(id)) return;
    expect(named, 'stricter to the right').toEqual(named.toSorted((a, b) => b - a));
    const isBeside = (one: number) => {
      const apart = rows[one]!.value / rows[at]!.value;
      return Math.abs(rows[one]!.value - rows[at]!.value) <= 1 || (apart > 0.75 && apart < 1.25);
    };
    const beside = rows.map((_, one) => one).filter(isBeside);
    const missing = [
      ...(beside.some((one) => named[one]! < named[at]!) || at === rows.length - 1 ? [] : ['hit']),
      ...(beside.some((one) => named[one]! > named[at]!) || at === 0 ? [] : ['miss']),
    ];
    expect(missing).toEqual([...(NO_HIT.has(id) ? ['hit'] : []), ...(NO_MISS.has(id) ? ['miss'] : [])]);
  });
});
