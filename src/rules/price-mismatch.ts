// AM4: an order whose total does not follow from prices, pieces and discounts.

import type { Draft } from '../core/finding.js';
import { figure, gatherRule } from './rule.js';
import { yuan } from './words.js';

export const priceMismatch = gatherRule({
  id: 'price-mismatch',
  aliases: ['AM4'],
  title: { zh: '金额和标价对不上', en: 'a total off the listed prices' },
  looks: {
    zh: '单价乘数量，加邮费、减优惠，和这一单的金额差 1 分以上；怎么算，从同一份文件里多数单学来。只看一行的单。',
    en: 'An order whose price times pieces, with postage and less discounts, is off its total by more than a fen; how that adds up is learned from most orders of the same file. Orders of one line only.',
  },
  why: {
    zh: '金额被改过，或另外补过差价；改过价的先用后付单，要知道是谁为什么改的。',
    en: 'The total was edited, or a difference was settled beside it; for a pay-later order somebody should know who did that and why.',
  },
  innocent: {
    zh: ['客服给老客户改价', '平台新出的优惠还没有列', '邮费另外商量过'],
    en: [
      'a price that support lowered for a regular customer',
      'a discount that has no column yet',
      'postage that was agreed on',
    ],
  },
  unless: { zh: '差额不超过 {gap}', en: 'it were off by at most {gap}' },
  severity: 'medium',
  strength: 'moderate',
  params: {
    gap: {
      value: 1,
      unit: 'fen',
      least: 0,
      most: 100_000_000,
      text: { zh: '差额超过', en: 'off by more than' },
    },
  },
  steps: ['review'],
  needs: ['list-price'],
  gather({ gap: limit }) {
    const drafts: Draft[] = [];
    const few = { orders: 0, fen: 0 };
    return {
      see({ order, priceGap, judged }) {
        if (Number.isNaN(priceGap) && judged.outstanding > 0) {
          few.orders++;
          few.fen += judged.outstanding;
        }
        if (!(Math.abs(priceGap) > limit)) return;
        drafts.push({
          orders: [order],
          nextStep: 'review',
          evidence: [
            { kind: 'amount', name: 'receivable', fen: judged.receivable },
            { kind: 'amount', name: 'price-gap', fen: priceGap },
            { kind: 'param', name: 'limit', param: 'gap', value: limit },
          ],
        });
      },
      drafts: () => drafts,
      tooFew: () => few,
    };
  },
  line(evidence) {
    const gap = figure(evidence, 'price-gap');
    const by = yuan(Math.abs(gap));
    return gap > 0
      ? { zh: `金额比标价算出来的少 ${by} 元`, en: `${by} yuan less than its prices make` }
      : { zh: `金额比标价算出来的多 ${by} 元`, en: `${by} yuan more than its prices make` };
  },
});
