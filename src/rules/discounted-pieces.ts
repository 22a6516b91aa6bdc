// PL9: a group with many orders of one piece each at a large discount. Weak, and only told of a group.

import type { AuditedOrder } from '../portfolio/audited-order.js';
import { figure, gatherRule } from './rule.js';
import { gatherSuch, suchOrders } from './such-orders.js';
import { counted } from './words.js';

export const discountedPieces = gatherRule({
  id: 'discounted-pieces',
  aliases: ['PL9'],
  title: { zh: '关联组里多单只买一件、优惠大', en: 'a group of single pieces at a large discount' },
  looks: {
    zh: '同一关联组里，多单都只买一件，买家应付比商品总价低三成以上；退过款的单不看。',
    en: 'A group with many orders of one piece each for which the buyer owes 30% less than the price of the goods, or less still; orders with a refund are left out.',
  },
  why: {
    zh: '一人一件的优惠分给几个有关联的人下单，同一处就能拿好几份；优惠本来就是给人用的，和别的关联放在一起看。',
    en: 'Orders of linked people make several pieces at one place of a discount that is meant once a person; discounts are there to be used, and it adds to the other links alone.',
  },
  innocent: {
    zh: ['活动本来就是这么做的', '一家人、同事一起凑单', '新人券、首单优惠'],
    en: [
      'that is what the campaign is for',
      'a family or colleagues who order together',
      'coupons for first orders',
    ],
  },
  unless: {
    zh: '这样的单不到 {orders}，或优惠不到商品总价的 {discount}',
    en: 'the group had fewer than {orders} of one piece with at least {discount} off the price of the goods',
  },
  severity: 'info',
  strength: 'weak',
  params: {
    orders: suchOrders(5),
    discount: {
      value: 0.3,
      unit: 'ratio',
      least: 0.01,
      most: 1,
      text: { zh: '优惠占商品总价的比例从', en: "discount's share of the price of the goods from" },
    },
  },
  steps: ['review'],
  needs: ['recipients', 'list-price', 'quantity', 'discounts'],
  gather: ({ orders, discount }) => gatherSuch((order) => discountOf(order) >= discount, orders),
  line(evidence) {
    const such = figure(evidence, 'such-orders');
    const orders = figure(evidence, 'orders');
    return {
      zh: `这一组 ${orders} 单里 ${such} 单只买一件，优惠都大`,
      en: `${such} of the group's ${counted(orders, 'order')} ${such === 1 ? 'is' : 'are'} for one piece at a large discount`,
    };
  },
});

/** What the buyer need not pay of the price of one piece, 0 to 1; NaN where it is not one, and where a refund may be in it. */
function discountOf({ pieces, goods, judged }: AuditedOrder): number {
  const { buyerPart, money, receivableSource } = judged;
  const isWhole = money.refunded === 0 && receivableSource !== 'before-refund';
  if (pieces !== 1 || !(goods > 0) || !(buyerPart > 0) || !isWhole) return Number.NaN;
  return (goods - buyerPart) / goods;
}
