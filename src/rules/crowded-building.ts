// CL3: a group in a building where many pay later within a week. Weak, and only told of a group.

import { BUILDING_FEWEST, BUILDING_MOST } from '../core/link-limits.js';
import { figure, reportRule } from './rule.js';
import { percent } from './words.js';

export const crowdedBuilding = reportRule({
  id: 'crowded-building',
  aliases: ['CL3'],
  title: { zh: '关联组所在楼栋先用后付扎堆', en: 'a group in a building where many pay later' },
  looks: {
    zh: '同一关联组里至少 2 个收货人住同一栋楼，这栋楼 7 天内有很多收货人下先用后付的单，占比也比本店别处高出几倍。',
    en: 'At least 2 recipients of a group live in one building, in which many recipients ordered pay-later within 7 days, several times as often as elsewhere in the shop.',
  },
  why: {
    zh: '楼栋本身说明不了什么；一组人又住在这样的楼里，可以一起看看还有谁。',
    en: 'A building says nothing alone; where a group lives in such a one, look who else is there.',
  },
  innocent: {
    zh: ['宿舍或公司楼，邻居互相介绍', '小区团购', '店铺在这一带做过推广'],
    en: [
      'a dormitory or an office where people tell each other',
      'a group-buy of the neighbourhood',
      'a campaign of the shop around there',
    ],
  },
  unless: {
    zh: '7 天内不到 {buyers}，或先用后付的占比不到别处的 {lift} 倍',
    en: 'there were fewer than {buyers} within 7 days, or the share of pay-later were under {lift} times that elsewhere',
  },
  severity: 'info',
  strength: 'weak',
  params: {
    buyers: {
      value: 8,
      unit: 'buyers',
      least: BUILDING_FEWEST,
      most: BUILDING_MOST,
      text: {
        zh: '7 天内从几个收货人起；一共超过 25 个不算',
        en: 'so many recipients within 7 days; above 25 in all it is none',
      },
    },
    lift: {
      value: 2,
      unit: 'factor',
      least: 1,
      most: 1000,
      text: {
        zh: '先用后付占比至少是本店别处的几倍（按 95% 把握的下限算）',
        en: 'the share of pay-later orders, by its 95 % lower bound, is at least so many times that elsewhere in the shop',
      },
    },
  },
  steps: ['review'],
  needs: ['recipients'],
  check: ({ clusters, buildings }, { buyers, lift }) =>
    [...buildings].flatMap(([cluster, building]) => {
      const { leastShare, shareElsewhere } = building;
      if (building.buyers < buyers || leastShare < lift * shareElsewhere) return [];
      return {
        orders: clusters[cluster]!.orders,
        cluster,
        nextStep: 'review' as const,
        evidence: [
          { kind: 'count', name: 'buyers', count: building.buyers },
          { kind: 'time', name: 'ordered-at', seconds: building.from },
          { kind: 'ratio', name: 'pay-later-share', ratio: leastShare },
          { kind: 'ratio', name: 'share-elsewhere', ratio: shareElsewhere },
          { kind: 'param', name: 'limit', param: 'buyers', value: buyers },
        ] as const,
      };
    }),
  line(evidence) {
    const buyers = figure(evidence, 'buyers');
    const share = percent(figure(evidence, 'pay-later-share'));
    const elsewhere = percent(figure(evidence, 'share-elsewhere'));
    return {
      zh: `这一组所在的楼 7 天内有 ${buyers} 个收货人下单，先用后付至少占 ${share}，本店别处 ${elsewhere}`,
      en: `${buyers} recipients in the group's building ordered within 7 days; pay-later is at least ${share} there, ${elsewhere} elsewhere in the shop`,
    };
  },
});
