// AM5: a large order of a link for a difference in price, for postage, or for one buyer: money, and no goods.

import type { Draft } from '../core/finding.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import { figure, gatherRule } from './rule.js';
import { yuan } from './words.js';

export const moneyLink = gatherRule({
  id: 'money-link',
  aliases: ['AM5'],
  title: { zh: '补差价、专拍、邮费链接上的大额', en: 'a large order of a link for money' },
  looks: {
    zh: '商品名是补差价、专拍、邮费，金额却到了本店 95% 的单都不超过的数。',
    en: 'An order of a product named for a difference in price, postage or one buyer, as large as the top 5 % of the shop.',
  },
  why: {
    zh: '这种链接没有实物，金额随便填；先用后付的大额走它，货和钱都没有凭据。',
    en: 'Such a link has no goods and any amount; a large pay-later order of it leaves neither goods nor money to show.',
  },
  innocent: {
    zh: ['定制、安装的尾款', '大件补运费', '换货补的差价'],
    en: ['the rest of a made-to-order price', 'freight of something large', 'the difference of an exchange'],
  },
  unless: {
    zh: '金额不到本店 95% 的单都不超过的数',
    en: "the amount were below what 95% of the shop's orders do not exceed",
  },
  severity: 'medium',
  bands: {
    zh: '中；这种链接在本店先用后付里占不到 {usual} 时，提示',
    en: 'medium; info where such links are fewer than {usual} of the pay-later orders of the shop',
  },
  strength: 'moderate',
  params: {
    usual: {
      value: 0.005,
      unit: 'ratio',
      least: 0,
      most: 1,
      text: {
        zh: '这种链接占先用后付的比例到多少算常用',
        en: 'such links are usual from this share of pay-later orders',
      },
    },
  },
  steps: ['review'],
  needs: ['product'],
  gather({ usual }, view) {
    const shops = new Map<number, { orders: number; links: AuditedOrder[] }>();
    const few = { orders: 0, fen: 0 };
    return {
      see(order) {
        const known = shops.get(order.shop) ?? { orders: 0, links: [] };
        shops.set(order.shop, known);
        known.orders++;
        if (order.isMoneyLink) known.links.push(order);
      },
      drafts() {
        return [...shops].flatMap(([shop, { orders, links }]) => {
          const { p95Fen } = view.profile(shop).amounts;
          const share = links.length / orders;
          return links.flatMap(({ order, judged }): Draft[] => {
            if (Number.isNaN(p95Fen) && judged.outstanding > 0) {
              few.orders++;
              few.fen += judged.outstanding;
            }
            if (!(judged.receivable >= p95Fen)) return [];
            return [
              {
                orders: [order],
                severity: share < usual ? 'info' : 'medium',
                nextStep: 'review',
                evidence: [
                  { kind: 'amount', name: 'receivable', fen: judged.receivable },
                  { kind: 'amount', name: 'limit', fen: p95Fen },
                  { kind: 'ratio', name: 'base-share', ratio: share },
                ],
              },
            ];
          });
        });
      },
      tooFew: () => few,
    };
  },
  line(evidence) {
    const fen = yuan(figure(evidence, 'receivable'));
    const limit = yuan(figure(evidence, 'limit'));
    return {
      zh: `补差价、专拍、邮费一类的链接，${fen} 元；本店 95% 的单不超过 ${limit} 元`,
      en: `a link for a difference, postage or one buyer, ${fen} yuan; 95% of the shop's orders are at most ${limit} yuan`,
    };
  },
});
