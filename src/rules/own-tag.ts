// SE1: orders that the shop itself has marked by a tag of its own list in the seller's note: shown apart, kept in all sums.

import { LISTED } from '../core/lists.js';
import { figure, gatherRule } from './rule.js';
import { counted, yuan } from './words.js';

export const ownTag = gatherRule({
  id: 'own-tag',
  aliases: ['SE1'],
  title: { zh: '店内自标记订单', en: 'orders the shop has marked' },
  looks: {
    zh: '商家备注里有店铺自己列出的标记的单。',
    en: "Orders whose seller's note has a tag of the shop's own list.",
  },
  why: {
    zh: '店铺自己作过标记的单单独列出小计，和别的单分开看；金额仍然算在各项合计里。',
    en: 'What the shop has marked itself is shown apart with a subtotal; its yuan stay in all totals.',
  },
  innocent: {
    zh: ['标记是拍照、质检、样品、换货用的', '备注里的字恰好和标记相同'],
    en: ['the tag is for photos, samples, checks or replacements', 'the note holds the same words by chance'],
  },
  unless: { zh: '商家备注里没有店里自己的标记', en: "the seller's note had no tag of the shop" },
  severity: 'medium',
  bands: {
    zh: '有没到账的为中，都结清了为提示',
    en: 'medium where something is open, else info',
  },
  strength: 'strong',
  params: {},
  steps: ['review'],
  needs: ['seller-note'],
  list: 'tags',
  gather() {
    const orders: number[] = [];
    let [receivable, outstanding] = [0, 0];
    return {
      see({ order, judged, listed }) {
        if ((listed & LISTED.tag) === 0) return;
        orders.push(order);
        receivable += judged.receivable;
        outstanding += judged.outstanding;
      },
      drafts() {
        if (orders.length === 0) return [];
        return [
          {
            orders,
            nextStep: 'review',
            aside: true,
            evidence: [
              { kind: 'count', name: 'orders', count: orders.length },
              { kind: 'amount', name: 'total', fen: receivable },
              { kind: 'amount', name: 'outstanding', fen: outstanding },
            ],
          },
        ];
      },
    };
  },
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const total = yuan(figure(evidence, 'total'));
    const open = yuan(figure(evidence, 'outstanding'));
    return {
      zh: `商家备注里有店内标记 ${orders} 单，应收 ${total} 元，其中没到账或待核实 ${open} 元`,
      en: `${counted(orders, 'order')} marked in the seller's note, receivable ${total} yuan, open or unproven ${open} yuan`,
    };
  },
});
