// CP1: orders that stand in the bills, are dated inside the order files, and are missing there.

import { figure, reportRule } from './rule.js';
import { counted, percent } from './words.js';

export const exportIncomplete = reportRule({
  id: 'export-incomplete',
  aliases: ['CP1'],
  title: { zh: '订单没导全', en: 'order export incomplete' },
  looks: {
    zh: '账单里有、日期也在订单文件范围内、订单文件里却没有的订单号。',
    en: 'Order numbers of the bills that are dated inside the order files and missing there.',
  },
  why: {
    zh: '货款明细里有、订单文件里没有：导出时可能选了状态，合计都会偏小。',
    en: 'Orders stand in the bills and not in the order files: the export may have been filtered, and every total is too small.',
  },
  innocent: {
    zh: ['导出时只选了部分订单状态或商品', '分几份导出，少放了一份', '货款明细是另一家店的'],
    en: [
      'only some states or products were chosen for the export',
      'it was exported in several files and one was not given',
      'the bills are of another shop',
    ],
  },
  unless: {
    zh: '货款明细里有、订单里没有的不超过 {share}',
    en: 'at most {share} of the orders of the bills were missing',
  },
  severity: 'high',
  strength: 'strong',
  params: {
    share: {
      value: 0.005,
      unit: 'ratio',
      least: 0,
      most: 1,
      text: { zh: '缺的订单占比超过多少', en: 'above this share of missing orders' },
    },
  },
  steps: ['review'],
  needs: ['bills'],
  check({ missing }, { share }) {
    if (missing === null || missing.orders === 0) return [];
    const ratio = missing.orders / (missing.orders + missing.matched);
    if (ratio <= share) return [];
    return [
      {
        orders: [],
        nextStep: 'review',
        exposureFen: missing.fen,
        evidence: [
          { kind: 'count', name: 'missing-orders', count: missing.orders },
          { kind: 'amount', name: 'missing-amount', fen: missing.fen },
          { kind: 'ratio', name: 'share', ratio },
          { kind: 'param', name: 'limit', param: 'share', value: share },
        ],
      },
    ];
  },
  line(evidence) {
    const orders = figure(evidence, 'missing-orders');
    const share = percent(figure(evidence, 'share'));
    return {
      zh: `账单里有 ${orders} 单（${share}）不在订单文件里`,
      en: `${counted(orders, 'order')} of the bills (${share}) not in the order files`,
    };
  },
});
