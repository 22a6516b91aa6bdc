// SE3: one product carries a group, far more than it carries the shop. It only adds to the group.

import { SUPPORT_BANDS, supportSeverity } from './cluster-drafts.js';
import { figure, reportRule } from './rule.js';
import { percent } from './words.js';

export const itemConcentration = reportRule({
  id: 'item-concentration',
  aliases: ['SE3'],
  title: { zh: '一个商品占了一组的大半', en: 'one item carries a group' },
  looks: {
    zh: '一个商品占了关联组先用后付金额的大半，而且是它在全店占比的几倍。',
    en: "One product that carries most of a group's pay-later yuan, several times its share of the whole shop.",
  },
  why: {
    zh: '有关联的人都买同一个好转手的商品，值得先看这个商品要不要继续开先用后付。',
    en: 'Linked people who all buy one product that resells easily: whether to offer pay-later for it is the first question.',
  },
  innocent: {
    zh: ['单位统一买同一样东西', '这个商品正在做活动', '朋友推荐同款'],
    en: [
      'an office that buys one thing for everybody',
      'a campaign for this product',
      'friends who recommend it',
    ],
  },
  unless: {
    zh: '一个商品占这一组不到 {share}，或不到全店占比的 {lift} 倍',
    en: 'one product were under {share} of the group, or under {lift} times its share of the shop',
  },
  severity: 'medium',
  bands: SUPPORT_BANDS,
  strength: 'moderate',
  params: {
    share: {
      value: 0.6,
      unit: 'ratio',
      least: 0.05,
      most: 1,
      text: { zh: '一个商品占这一组金额的比例从', en: "a product's share of the group's yuan from" },
    },
    lift: {
      value: 3,
      unit: 'factor',
      least: 1,
      most: 1000,
      text: { zh: '是全店占比的几倍起', en: 'so many times its share of the shop' },
    },
  },
  steps: ['review'],
  needs: ['recipients', 'product'],
  check: ({ clusters }, { share, lift }) =>
    clusters.flatMap((cluster, index) => {
      const { item, alarming, orders } = cluster;
      if (item === null || item.share < share || !(item.lift >= lift) || !alarming) return [];
      return {
        orders,
        severity: supportSeverity(cluster),
        cluster: index,
        nextStep: 'review' as const,
        evidence: [
          { kind: 'ratio', name: 'item-share', ratio: item.share },
          { kind: 'ratio', name: 'base-share', ratio: item.share / item.lift },
          { kind: 'param', name: 'limit', param: 'share', value: share },
        ] as const,
      };
    }),
  line(evidence) {
    const share = percent(figure(evidence, 'item-share'));
    const base = percent(figure(evidence, 'base-share'));
    return {
      zh: `一个商品占这一组金额的 ${share}，全店只占 ${base}`,
      en: `one product is ${share} of the group's yuan, and ${base} of the shop's`,
    };
  },
});
