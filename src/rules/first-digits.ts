// AM7: whether the shop's amounts follow Benford's law of first digits. Off: honest shops with few prices do not.

import { figure, reportRule } from './rule.js';

/** Fewer amounts say little even where the law holds. */
const FEWEST_TO_TRUST = 1000;

export const firstDigits = reportRule({
  id: 'first-digits',
  aliases: ['AM7'],
  title: { zh: '金额首位数字偏离规律（默认不查）', en: 'first digits of amounts (off by default)' },
  looks: {
    zh: '全店订单金额的首位数字，和本福特定律的平均差。价格集中的正常店铺也会偏离，所以默认不查。',
    en: "How far the first digits of the shop's amounts are from Benford's law. Honest shops with few prices are far from it: off by default.",
  },
  why: {
    zh: '编出来的金额常常偏离这个规律；但定价本身也会，只能当线索。',
    en: 'Invented amounts are often far from it; so are prices, and it is a hint at most.',
  },
  innocent: {
    zh: ['店里就几种价钱', '价钱都在同一档', '单数太少'],
    en: ['a shop of few prices', 'prices of one range', 'too few orders'],
  },
  unless: { zh: '平均差不超过 {distance}', en: 'the mean distance were at most {distance}' },
  severity: 'info',
  strength: 'weak',
  off: true,
  params: {
    distance: {
      value: 0.015,
      unit: 'ratio',
      least: 0.001,
      most: 1,
      text: { zh: '平均差超过', en: 'mean distance above' },
    },
  },
  steps: ['review'],
  needs: [],
  check: ({ shops }, { distance: limit }, view) =>
    shops.flatMap((shop) => {
      const { digits } = view.profile(shop).amounts;
      if (digits === null) return [];
      const orders = digits.reduce((sum, count) => sum + count, 0);
      const off = digits.map((count, i) => Math.abs(count / orders - Math.log10(1 + 1 / (i + 1))));
      const distance = off.reduce((sum, one) => sum + one, 0) / off.length;
      if (!(distance > limit)) return [];
      return {
        orders: [],
        nextStep: 'review' as const,
        evidence: [
          { kind: 'ratio', name: 'distance', ratio: distance },
          { kind: 'count', name: 'orders', count: orders },
          { kind: 'param', name: 'limit', param: 'distance', value: limit },
        ] as const,
      };
    }),
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const distance = figure(evidence, 'distance').toFixed(3);
    const isFew = orders < FEWEST_TO_TRUST;
    return {
      zh: `全店 ${orders} 单金额的首位数字和本福特定律平均差 ${distance}${isFew ? '；不到 1,000 单，说明不了什么' : ''}`,
      en: `first digits of ${orders} orders are ${distance} off Benford's law on average${isFew ? '; fewer than 1,000 orders say little' : ''}`,
    };
  },
});
