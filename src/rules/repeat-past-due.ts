// OD6: one person with several orders past due, none of whose money has come in.

import { joinedParcels } from './households.js';
import { buyersOutstanding, figure, gatherRule } from './rule.js';
import { yuan } from './words.js';

/** What is kept of an order past due. */
interface Late {
  readonly order: number;
  readonly days: number;
  readonly fen: number;
  readonly waybills: readonly number[];
}

export const repeatPastDue = gatherRule({
  id: 'repeat-past-due',
  aliases: ['OD6'],
  title: { zh: '同一买家多单逾期', en: 'several orders of one buyer past due' },
  looks: {
    zh: '同一账号或电话有几单过了预计扣款日；同一个包裹里的几单算一次。',
    en: 'One account or phone with several orders past due; the orders of one parcel count once.',
  },
  why: {
    zh: '一单没扣成可能是偶然，几单都没扣成，多半不是一次失败。',
    en: 'One failed debit may be chance; several of one buyer seldom are.',
  },
  innocent: {
    zh: ['账户余额不足，几单一起扣不成', '家人或同事共用一个号码', '同一次购物拆成了几单'],
    en: [
      'a short balance fails all debits at once',
      'a family or an office shares one number',
      'one purchase was split into orders',
    ],
  },
  unless: { zh: '逾期的不到 {orders}', en: 'fewer than {orders} were past due' },
  severity: 'medium',
  strength: 'moderate',
  params: {
    orders: {
      value: 2,
      unit: 'orders',
      least: 2,
      most: 100,
      text: { zh: '从几单起（含）；同一包裹算一单', en: 'from so many on, included; one parcel counts once' },
    },
    firstDay: {
      value: 4,
      unit: 'days',
      least: 4,
      most: 90,
      text: { zh: '从逾期第几天起算（含）', en: 'past due from this day on, included' },
    },
  },
  steps: ['review'],
  needs: ['recipients', 'proof'],
  gather({ orders: least, firstDay }) {
    const persons = new Map<number, Late[]>();
    return {
      see(audited) {
        const { order, person, personAgain, daysPastDue: days, waybills } = audited;
        const fen = buyersOutstanding(audited);
        if (!personAgain || days < firstDay || fen <= 0) return;
        const late = { order, days, fen, waybills };
        const known = persons.get(person);
        if (known === undefined) persons.set(person, [late]);
        else known.push(late);
      },
      drafts() {
        const repeated = [...persons.values()].filter(
          (late) => late.length >= least && parcels(late) >= least,
        );
        return repeated.map((late) => ({
          orders: late.map(({ order }) => order).sort((a, b) => a - b),
          nextStep: 'review' as const,
          evidence: [
            { kind: 'count', name: 'orders', count: late.length },
            { kind: 'amount', name: 'total', fen: late.reduce((sum, { fen }) => sum + fen, 0) },
            {
              kind: 'days',
              name: 'most-days',
              days: late.reduce((most, { days }) => Math.max(most, days), 0),
            },
          ],
        }));
      },
    };
  },
  line(evidence, unproven) {
    const orders = figure(evidence, 'orders');
    const fen = yuan(figure(evidence, 'total'));
    const days = figure(evidence, 'most-days');
    if (unproven) {
      return {
        zh: `同一账号或电话 ${orders} 单过了预计扣款日，共 ${fen} 元到账待核实`,
        en: `${orders} orders of one account or phone behind their expected debit, ${fen} yuan, collection unproven`,
      };
    }
    return {
      zh: `同一账号或电话 ${orders} 单逾期，共 ${fen} 元，最长 ${days} 天`,
      en: `${orders} orders of one account or phone past due, ${fen} yuan, up to ${days} days`,
    };
  },
});

/** How many parcels the orders are: those that hang together by shared waybills are one. */
function parcels(orders: readonly Late[]): number {
  return joinedParcels(orders.map(({ waybills }) => waybills)).count(() => true);
}
