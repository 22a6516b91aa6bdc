// LU3: what is open of one account or phone together; one order alone is left to the rules about single large orders.

import type { Draft } from '../core/finding.js';
import { OpenOrders, stepForAll, sumEvidence, sumText } from './open-orders.js';
import { figure, gatherRule, isWholesale, type Param } from './rule.js';

const tier = (value: number, zh: string, en: string): Param => ({
  value,
  unit: 'fen',
  least: 1,
  most: 1_000_000_000,
  text: { zh: `合计从多少元起为${zh}`, en: `${en} from so much together` },
});

export const buyerTotal = gatherRule({
  id: 'buyer-total',
  aliases: ['LU3'],
  title: { zh: '同一账号或电话合计大额', en: 'large total of one account or phone' },
  looks: {
    zh: '同一账号或同一完整电话的几单，未收货款合计到档；批发客户名单里的不算。',
    en: 'Several open orders of one account or one full phone whose outstanding reaches a tier together; listed wholesale buyers are left out.',
  },
  why: {
    zh: '一笔笔都不算大，合起来就大；没到账时是一起没到账。只有一单时看单笔大额。',
    en: 'Each order may be small, together they are not, and they stay away together. A single order is looked at as a large order.',
  },
  innocent: {
    zh: ['批发客户或老客户买得多', '公司前台、代收点共用一个电话', '还没到扣款日'],
    en: [
      'a wholesale or loyal customer',
      'a front desk or pickup point with one phone',
      'nothing is due yet',
    ],
  },
  unless: {
    zh: '合计未收不到 {medium}，或不到 {orders}',
    en: 'the sum outstanding were under {medium}, or on fewer than {orders}',
  },
  severity: 'medium',
  bands: {
    zh: '合计 {medium}起为中，{high}起为高，{critical}起为紧急；高和紧急只看已证实没到账的钱',
    en: 'medium from {medium} together, high from {high}, critical from {critical}; high and critical by proven yuan alone',
  },
  strength: 'strong',
  params: {
    medium: tier(200_000, '中', 'medium'),
    high: tier(500_000, '高', 'high'),
    critical: tier(1_000_000, '紧急', 'critical'),
    orders: {
      value: 2,
      unit: 'orders',
      least: 2,
      most: 10_000,
      text: { zh: '从多少单起', en: 'from so many orders on' },
    },
  },
  ascending: ['medium', 'high', 'critical'],
  steps: ['hold', 'intercept', 'platform', 'remind', 'review', 'wait'],
  needs: ['recipients'],
  gather(values) {
    const open = new OpenOrders();
    const tiers = (['critical', 'high', 'medium'] as const).map((name) => ({ name, from: values[name] }));
    return {
      // A person of one order has no total beside it.
      see: (order) => void (order.personAgain && !isWholesale(order) && open.add(order.person, order)),
      drafts() {
        const drafts: Draft[] = [];
        for (const [, orders] of open.groups(values.orders)) {
          const sums = sumEvidence(orders);
          const fen = figure(sums, 'total');
          const reached = tiers.find(({ from }) => fen >= from);
          if (reached === undefined) continue;
          // What is unproven makes a tier, but beyond medium only what is proven counts.
          const proven = fen - figure(sums, 'unproven');
          const severity = tiers.find(({ from }) => proven >= from)?.name ?? 'medium';
          drafts.push({
            orders: orders.map(({ order }) => order),
            severity,
            ...stepForAll(orders),
            evidence: [...sums, { kind: 'param', name: 'limit', param: reached.name, value: reached.from }],
          });
        }
        return drafts;
      },
    };
  },
  line(evidence) {
    const sum = sumText(evidence);
    const orders = figure(evidence, 'orders');
    return {
      zh: `同一账号或电话 ${orders} 单，${sum.zh}`,
      en: `${orders} orders of one account or phone, ${sum.en}`,
    };
  },
});
