// RF3: one person with several refunds of shipped orders whose goods were not sent back.

import type { AuditedOrder } from '../portfolio/audited-order.js';
import { comesBack, wasShipped } from './refunds.js';
import { figure, gatherRule } from './rule.js';
import { yuan } from './words.js';

export const refundsWithoutReturn = gatherRule({
  id: 'refunds-without-return',
  aliases: ['RF3'],
  title: { zh: '同一买家多次仅退款', en: 'several refunds of one buyer without a return' },
  looks: {
    zh: '同一账号或电话有几单发货后仅退款、没有退货运单号；每单退款要够大，售后写明退货退款的不算。',
    en: 'One account or phone with several shipped orders refunded without a return waybill, each by enough; what its after-sale calls a return is none.',
  },
  why: {
    zh: '一次不退货可能是货有问题，几次都这样，值得看一看退款的理由。',
    en: 'One refund without a return may be a fault in the goods; several are worth a look at their reasons.',
  },
  innocent: {
    zh: ['生鲜、定制等不便退回的货', '一批货有质量问题', '店铺自己同意不用退货'],
    en: [
      'fresh or made-to-order goods that cannot be sent back',
      'one faulty batch',
      'the shop itself agreed that nothing need come back',
    ],
  },
  unless: { zh: '退 {min}以上的仅退款不到 {orders}', en: 'there were fewer than {orders} of at least {min}' },
  severity: 'medium',
  strength: 'moderate',
  params: {
    orders: {
      value: 2,
      unit: 'orders',
      least: 2,
      most: 100,
      text: { zh: '从几单起（含）', en: 'from so many orders on, included' },
    },
    min: {
      value: 3000,
      unit: 'fen',
      least: 1,
      most: 100_000_000,
      text: { zh: '每单退款从多少元起', en: 'each refunded by so much at least' },
    },
  },
  steps: ['review'],
  needs: ['after-sales', 'recipients'],
  gather({ orders: least, min }) {
    const persons = new Map<number, { order: number; fen: number }[]>();
    return {
      see(audited) {
        const { order, person, personAgain, afterSales } = audited;
        if (!personAgain || afterSales.length === 0) return;
        const fen = kept(audited);
        if (fen < min) return;
        const known = persons.get(person);
        if (known === undefined) persons.set(person, [{ order, fen }]);
        else known.push({ order, fen });
      },
      drafts() {
        const repeated = [...persons.values()].filter(({ length }) => length >= least);
        return repeated.map((refunds) => {
          const fen = refunds.reduce((sum, one) => sum + one.fen, 0);
          return {
            orders: refunds.map(({ order }) => order).sort((a, b) => a - b),
            nextStep: 'review' as const,
            exposureFen: fen,
            apart: true as const,
            evidence: [
              { kind: 'count', name: 'orders', count: refunds.length },
              { kind: 'amount', name: 'refunded', fen },
              { kind: 'param', name: 'limit', param: 'orders', value: least },
            ] as const,
          };
        });
      },
    };
  },
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const fen = yuan(figure(evidence, 'refunded'));
    return {
      zh: `同一账号或电话 ${orders} 单发货后仅退款，没有退货运单号，共退 ${fen} 元`,
      en: `${orders} shipped orders of one account or phone refunded without a return, ${fen} yuan`,
    };
  },
});

/** What was refunded of an order whose goods the buyer has kept as far as its after-sales tell, fen; else 0. */
function kept(audited: AuditedOrder): number {
  const { afterSales, judged } = audited;
  const isBack = comesBack(audited) || afterSales.some(({ returnWaybill }) => returnWaybill !== '');
  if (isBack || !wasShipped(audited)) return 0;
  const refunds = afterSales.filter(({ isRefund, type }) => isRefund && type === 'refund-only');
  if (refunds.length === 0) return 0;
  const fen = refunds.reduce((sum, one) => sum + one.fen, 0);
  // Without an amount on one of the rows, what the order's own money says.
  return Number.isNaN(fen) ? judged.money.refunded : fen;
}
