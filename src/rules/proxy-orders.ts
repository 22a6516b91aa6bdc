// PL8: one payer, or one contact in the notes, behind orders for several recipients that stay unpaid. Weak.

import { OrderSet } from '../core/order-set.js';
import type { Link } from '../linkage/clusters.js';
import { linkEvidence } from './cluster-drafts.js';
import { buyersOutstanding, figure, gatherRule } from './rule.js';
import { counted } from './words.js';

export const proxyOrders = gatherRule({
  id: 'proxy-orders',
  aliases: ['PL8'],
  title: {
    zh: '一个人替几个收货人下单，有几单没到账',
    en: 'one orders for several, and some is not collected',
  },
  looks: {
    zh: '同一关联组里，同一个付款电话或留言、备注里同一个联系方式，下给几个收货人，其中几单过了预计扣款日，已证实没到账。',
    en: 'A group in which one payer, or one contact in the notes, has orders for several recipients, and some of them are past due and proven not to be collected.',
  },
  why: {
    zh: '钱由下单的人付，货到别人手里：没到账时，找收货的人没有用，要几单一起看。',
    en: 'Who orders pays, and others hold the goods: where the money does not come, it is a matter of one person and of all these orders.',
  },
  innocent: {
    zh: ['给亲友送礼', '公司统一采购', '代购、团长替人下单'],
    en: ['gifts', 'one who buys for an office', 'somebody who orders for others as a service'],
  },
  unless: {
    zh: '收货人不到 {recipients}，或已证实没到账的不到 {orders}',
    en: 'they were for fewer than {recipients}, or fewer than {orders} were proven not to be collected',
  },
  severity: 'info',
  strength: 'weak',
  params: {
    recipients: {
      value: 3,
      unit: 'buyers',
      least: 2,
      most: 1000,
      text: { zh: '一个人替几个收货人下单起', en: 'one orders for so many recipients' },
    },
    orders: {
      value: 2,
      unit: 'orders',
      least: 1,
      most: 1000,
      text: { zh: '其中没到账的从几单起', en: 'so many of them not collected' },
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
  gather({ recipients, orders: fewest, firstDay }) {
    const uncollected = new OrderSet();
    return {
      see(audited) {
        const { order, proven, daysPastDue } = audited;
        if (proven && daysPastDue >= firstDay && buyersOutstanding(audited) > 0) uncollected.add(order);
      },
      drafts(totals) {
        if (uncollected.size < fewest) return [];
        return (totals?.clusters ?? []).flatMap((cluster, index) => {
          const own = cluster.alarming ? cluster.links.filter((link) => isOneOrderer(link, recipients)) : [];
          for (const link of own) {
            const late = link.orders.filter((order) => uncollected.has(order)).length;
            if (late < fewest) continue;
            const evidence = [
              linkEvidence(link),
              { kind: 'count', name: 'buyers', count: link.buyers },
              { kind: 'count', name: 'uncollected-orders', count: late },
              { kind: 'param', name: 'limit', param: 'orders', value: fewest },
            ] as const;
            return { orders: link.orders, cluster: index, nextStep: 'review' as const, evidence };
          }
          return [];
        });
      },
    };
  },
  line(evidence) {
    const link = evidence.find((one) => one.kind === 'link');
    const buyers = figure(evidence, 'buyers');
    const late = figure(evidence, 'uncollected-orders');
    const isNote = link?.key === 'note';
    return {
      zh: `${isNote ? '留言或备注里同一个联系方式' : '同一个付款电话'}下给 ${buyers} 个收货人，${late} 单没到账`,
      en: `one ${isNote ? 'contact in the notes' : 'payer'}, ${counted(buyers, 'recipient')}, ${counted(late, 'order')} not collected`,
    };
  },
});

/** Somebody who ordered for so many recipients: a payer, or a contact that their notes share. */
function isOneOrderer({ kind, buyers }: Link, recipients: number): boolean {
  return (kind === 'payer' || kind === 'note') && buyers >= recipients;
}
