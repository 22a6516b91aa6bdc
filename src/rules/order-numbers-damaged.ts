// CP2: long order numbers that end in 0 far more often than numbers do: a spreadsheet has rounded them.

import { isBeyondChance } from '../core/order-id.js';
import { figure, reportRule } from './rule.js';
import { percent } from './words.js';

export const orderNumbersDamaged = reportRule({
  id: 'order-numbers-damaged',
  aliases: ['CP2'],
  title: { zh: '订单号被改坏', en: 'order numbers damaged' },
  looks: {
    zh: '长订单号以 0 结尾的比例，远高于正常的十分之一，多到不像碰巧。',
    en: 'The share of long order numbers that end in 0, far above the usual tenth and beyond chance.',
  },
  why: {
    zh: '表格软件只保留前 15 位，后面变成 0：订单和货款对不上，也会被当成同一单。',
    en: 'A spreadsheet keeps 15 digits and writes 0 for the rest: orders no longer match their bills, and different ones look like one.',
  },
  innocent: {
    zh: ['导出后用 Excel 或 WPS 打开又保存过', '平台自己的单号就以 0 结尾'],
    en: [
      'the export was opened and saved again in a spreadsheet',
      "the platform's own numbers of that time end in 0",
    ],
  },
  unless: {
    zh: '末位是 0 的订单号不超过 {share}',
    en: 'at most {share} of the long order numbers ended in 0',
  },
  severity: 'critical',
  strength: 'strong',
  params: {
    share: {
      value: 0.3,
      unit: 'ratio',
      least: 0.1,
      most: 1,
      text: { zh: '以 0 结尾的占比超过多少', en: 'above this share of numbers that end in 0' },
    },
    fewest: {
      value: 10,
      unit: 'orders',
      least: 1,
      most: 1_000_000,
      text: {
        zh: '16 位以上的订单号至少有多少个才判断',
        en: 'only with so many numbers of 16 digits or more',
      },
    },
  },
  steps: ['review'],
  needs: [],
  check({ longIds, outstandingFen }, { share, fewest }) {
    const { orders, rounded } = longIds;
    if (orders < fewest || rounded <= orders * share || !isBeyondChance(orders, rounded)) return [];
    return [
      {
        orders: [],
        nextStep: 'review',
        // Whatever was matched by order number rests on these.
        exposureFen: outstandingFen,
        evidence: [
          { kind: 'ratio', name: 'share', ratio: rounded / orders },
          { kind: 'count', name: 'records', count: rounded },
          { kind: 'count', name: 'orders', count: orders },
          { kind: 'param', name: 'limit', param: 'share', value: share },
        ],
      },
    ];
  },
  line(evidence) {
    const share = percent(figure(evidence, 'share'));
    const orders = figure(evidence, 'orders');
    return {
      zh: `${orders} 个长订单号里 ${share} 以 0 结尾，可能被 Excel 改过`,
      en: `${share} of ${orders} long order numbers end in 0, as a spreadsheet leaves them`,
    };
  },
});
