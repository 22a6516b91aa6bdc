// SE5: a week in which far less came in than in the eight before it; what is no week to judge, and what is left out of one.
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/core/dates.js';
import type { Draft } from '../../src/core/finding.js';
import { collectionDrop } from '../../src/rules/collection-drop.js';
import { figure, type GatherRule, type RuleView } from '../../src/rules/rule.js';
import { auditedOrder, type Told, view } from '../support/audited-order.js';
import { groupsOf } from '../support/gather-outcome.js';

const rule = collectionDrop as GatherRule;
/** 2026-07-20, a Monday. */
const AS_OF = view.asOfDay;

/** Ten orders of 100 yuan that had to be in on a day of the week so many weeks back; `open` is missing of each. */
const week = (back: number, open: number, told: Told = {}, orders = 10): Told[] =>
  Array.from({ length: orders }, () => ({
    open,
    receivable: 100,
    received: '2026-06-05',
    ...told,
    judged: { provableFrom: AS_OF - back * 7 + 3, ...told.judged },
  }));
/** Eight weeks of which all came in, the last of them two weeks back. */
const before = Array.from({ length: 8 }, (_, i) => week(9 - i, 0)).flat();

function run(told: readonly Told[], changed: Record<string, number> = {}, shown: Partial<RuleView> = {}) {
  const values = Object.fromEntries(Object.entries(rule.params).map(([name, { value }]) => [name, value]));
  const gathering = rule.gather({ ...values, ...changed }, { ...view, ...shown });
  told.forEach((one, order) => {
    gathering.see(auditedOrder({ order, ...one }));
  });
  const drafts = gathering.drafts();
  return { drafts, few: gathering.tooFew?.(), unsure: gathering.unproven?.() };
}
const days = (drafts: readonly Draft[]) =>
  drafts.map(({ evidence }) => formatDate(figure(evidence, 'week-from')));
const LAST = Array.from({ length: 10 }, (_, i) => 80 + i).join(' ');

describe('a week in which little came in', () => {
  it.each<[string, readonly Told[], string[]]>([
    ['a fen below half of what is usual', [...before, ...week(1, 50.01)], [LAST]],
    ['half of it', [...before, ...week(1, 50)], []],
    ['seven weeks before it', [...before.slice(10), ...week(1, 100)], []],
    ['nine orders', [...before, ...week(1, 100, {}, 9)], []],
    ['one of those before has nine', [...before.slice(1), ...week(1, 100)], []],
    ['an order of it is unproven', [...before, ...week(1, 100), ...week(1, 1, { proven: false }, 1)], []],
    ['given back', [...before, ...week(1, 0, { refunded: 100 })], []],
    ['given back in part, the rest open', [...before, ...week(1, 40, { refunded: 60 })], [LAST]],
    ['in dispute', [...before, ...week(1, 100, { frozen: true })], []],
    ['times that contradict each other', [...before, ...week(1, 100, { invalid: true })], []],
    ['not shipped', [...before, ...week(1, 100, { shipped: '', received: '' })], []],
    [
      'no day by which it had to be in',
      [...before, ...week(1, 100, { judged: { provableFrom: Number.NaN } })],
      [],
    ],
    ['of another shop', [...before, ...week(1, 100, { shop: 1 })], []],
    ['the week that goes on', [...before, ...week(0, 100)], []],
  ])('%s', (_, told, groups) => {
    expect(groupsOf(run(told).drafts)).toEqual(groups);
    expect(groupsOf(run(told.toReversed()).drafts).length).toBe(groups.length);
  });

  it('judges a week when it is over and the bills have its last day', () => {
    const told = [...before, ...week(1, 100)];
    const last = { asOfDay: AS_OF, billedTo: AS_OF - 1 };
    expect(days(run(told, {}, last).drafts)).toEqual(['2026-07-13']);
    expect(run(told, {}, { ...last, billedTo: AS_OF - 2 }).drafts).toEqual([]);
    expect(run(told, {}, { asOfDay: AS_OF - 1, billedTo: AS_OF - 1 }).drafts).toEqual([]);
    expect(run(told, {}, { billedTo: Number.NaN }).drafts).toEqual([]);
  });

  it('compares with the median of the eight weeks before, whatever came earlier', () => {
    const usual = [0.2, 0.9, 0.5, 0.9, 0.5, 0.9, 0.5, 0.9, 0.5];
    const weeks = usual.flatMap((share, i) => week(10 - i, 100 - share * 100));
    const [found] = run([...weeks, ...week(1, 66)]).drafts;
    expect(figure(found!.evidence, 'usual-share')).toBeCloseTo(0.7);
    expect(figure(found!.evidence, 'share')).toBeCloseTo(0.34);
  });

  it('goes on telling of money that stays away', () => {
    const fallen = Array.from({ length: 8 }, (_, i) => week(8 - i, 90)).flat();
    const earlier = Array.from({ length: 8 }, (_, i) => week(16 - i, 0)).flat();
    const { drafts } = run([...earlier, ...fallen]);
    expect(drafts.length).toBe(8);
    expect(drafts.map(({ evidence }) => figure(evidence, 'usual-share'))).toEqual(Array(8).fill(1));
  });

  it('takes the limits that are set', () => {
    const told = [...before, ...week(1, 50)];
    expect(days(run(told, { share: 0.51 }).drafts)).toEqual(['2026-07-13']);
    expect(run([...before, ...week(1, 51)], { orders: 11 }).drafts).toEqual([]);
  });

  it('says what it leaves unexamined: too few weeks, and weeks without proof', () => {
    const short = run([...before.slice(10), ...week(1, 100)]);
    expect(short.few).toEqual({ orders: 10, fen: 100_000 });
    expect(run([...before, ...week(1, 100)]).few).toEqual({ orders: 0, fen: 0 });
    const unproven = run([...before, ...week(1, 100, { proven: false })]);
    expect(unproven.unsure).toEqual({ orders: 10, fen: 100_000 });
    expect(unproven.few).toEqual({ orders: 0, fen: 0 });
  });
});

it('is told with the week, its yuan and what is usual', () => {
  const [found] = run([...before, ...week(1, 76)]).drafts;
  const { zh, en } = rule.line(found!.evidence, false);
  expect(zh).toBe('07-13 起的一周该到账 1,000.00 元，到了 24.0%；之前 8 周一般 100.0%');
  expect(en).toBe(
    'week from 07-13: of 1,000.00 yuan due in, 24.0% came in; usually 100.0% in the 8 weeks before',
  );
});
