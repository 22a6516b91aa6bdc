// OD7: somebody whose order is past due has ordered again since: the list of what not to ship yet.

import type { Stage } from '../core/aging.js';
import { dayOf } from '../core/dates.js';
import type { Draft, Evidence } from '../core/finding.js';
import { buyersOutstanding, figure, gatherRule } from './rule.js';
import { counted, daysLate, yuan } from './words.js';

/** What is kept of an open order; days are day numbers, NaN where unknown. */
interface Open {
  readonly order: number;
  readonly orderedDay: number;
  /** NaN unless it is far enough past due. */
  readonly dueDay: number;
  readonly proven: boolean;
  readonly daysPastDue: number;
  readonly fen: number;
  readonly stage: Stage;
  readonly promisedAt: number;
}

export const orderWhilePastDue = gatherRule({
  id: 'order-while-past-due',
  aliases: ['OD7'],
  title: { zh: '前单逾期又下单', en: 'ordered again while past due' },
  looks: {
    zh: '前一单逾期没到账，之后又下了单的账号或电话。',
    en: 'An account or phone that ordered again after an earlier order of it was past due and not collected.',
  },
  why: {
    zh: '前一单没到账，新的一单又要发或已经发了；还没发的先核实。',
    en: 'An earlier order has not come in and a new one is about to leave or has left; check what is still here.',
  },
  innocent: {
    zh: ['买家不知道前一单扣款失败', '家人或同事共用一个号码', '前一单的售后还没登记'],
    en: [
      'the buyer does not know that a debit failed',
      'a family or an office shares one number',
      'an after-sale of the earlier order is not booked yet',
    ],
  },
  unless: { zh: '前单逾期没有超过 {days}', en: 'the earlier order were at most {days} past due' },
  severity: 'high',
  strength: 'strong',
  params: {
    days: {
      value: 7,
      unit: 'days',
      least: 3,
      most: 365,
      text: {
        zh: '前单逾期超过几天（不含这一天）',
        en: 'the earlier order is past due by more than so many days',
      },
    },
  },
  steps: ['hold', 'intercept', 'review'],
  needs: ['recipients', 'order-time'],
  gather({ days }) {
    const persons = new Map<number, Open[]>();
    return {
      see(audited) {
        const { order, person, personAgain, judged, proven, daysPastDue, orderedAt, promisedAt } = audited;
        const { aged, stage } = judged;
        const fen = buyersOutstanding(audited);
        if (!personAgain || aged === null || fen <= 0) return;
        const dueDay = daysPastDue > days ? aged.dueDay : Number.NaN;
        const orderedDay = dayOf(orderedAt);
        const open = { order, orderedDay, dueDay, proven, daysPastDue, fen, stage, promisedAt };
        const known = persons.get(person);
        if (known === undefined) persons.set(person, [open]);
        else known.push(open);
      },
      drafts: () => [...persons.values()].flatMap((orders) => draftOf(orders) ?? []),
      unproven() {
        const left = [...persons.values()].flatMap((orders) => {
          const told = new Set(placedAgain(orders, isProven));
          return placedAgain(orders, () => true).filter((one) => !told.has(one));
        });
        return { orders: left.length, fen: left.reduce((sum, { fen }) => sum + fen, 0) };
      },
    };
  },
  line(evidence, unproven) {
    // Of the earlier order it is proven, whatever is known of the new ones.
    const late = daysLate(figure(evidence, 'days-past-due'), Number.NaN, false);
    const orders = figure(evidence, 'orders');
    const fen = yuan(figure(evidence, 'outstanding'));
    return {
      zh: `前单${late.zh}，又下 ${orders} 单 ${fen} 元${unproven ? '，到账待核实' : ''}`,
      en: `an earlier order ${late.en}; ordered again: ${counted(orders, 'order')}, ${fen} yuan${unproven ? ', collection unproven' : ''}`,
    };
  },
});

/** Of an earlier order it must be proven: of the new ones nothing is said but that they are open. */
function isProven({ proven }: Open): boolean {
  return proven;
}

/** Those far enough past due, the earliest first. */
function lateOf(orders: readonly Open[], counts: (order: Open) => boolean): Open[] {
  return orders.filter((one) => !Number.isNaN(one.dueDay) && counts(one)).sort((a, b) => a.dueDay - b.dueDay);
}

/** Orders of one person that were placed behind the due day of an earlier one that counts. */
function placedAgain(orders: readonly Open[], counts: (order: Open) => boolean): Open[] {
  const [first, second] = lateOf(orders, counts);
  // An order is never behind itself, whatever its columns say.
  return orders.filter((one) => one.orderedDay > ((one === first ? second : first)?.dueDay ?? Number.NaN));
}

function draftOf(orders: readonly Open[]): Draft | null {
  const again = placedAgain(orders, isProven);
  if (again.length === 0) return null;
  const last = again.reduce((day, { orderedDay }) => Math.max(day, orderedDay), Number.NEGATIVE_INFINITY);
  const earlier = lateOf(orders, isProven).filter(({ dueDay }) => dueDay < last);
  const unshipped = again.filter(({ stage }) => stage === 'unshipped');
  const promises = unshipped.map(({ promisedAt }) => promisedAt).filter((time) => !Number.isNaN(time));
  const deadline = promises.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const isInTransit = again.some(({ stage }) => stage === 'in-transit');
  const evidence: Evidence[] = [
    { kind: 'count', name: 'orders', count: again.length },
    { kind: 'amount', name: 'outstanding', fen: again.reduce((sum, { fen }) => sum + fen, 0) },
    {
      kind: 'days',
      name: 'days-past-due',
      days: earlier.reduce((most, one) => Math.max(most, one.daysPastDue), 0),
    },
    { kind: 'orders', name: 'past-due-orders', orders: sortedOrders(earlier) },
  ];
  const draft: Draft = {
    // The earlier ones have findings of their own, and stand in the evidence.
    orders: sortedOrders(again),
    nextStep: unshipped.length > 0 ? 'hold' : isInTransit ? 'intercept' : 'review',
    evidence,
  };
  if (promises.length === 0) return draft;
  return {
    ...draft,
    deadline,
    evidence: [...evidence, { kind: 'time', name: 'promised-at', seconds: deadline }],
  };
}

function sortedOrders(orders: readonly Open[]): number[] {
  return orders.map(({ order }) => order).sort((a, b) => a - b);
}
