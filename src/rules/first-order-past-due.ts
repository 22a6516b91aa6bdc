// OD5: the first pay-later order of an account or phone is past due, in files that reach far enough back to tell.

import type { Draft } from '../core/finding.js';
import { buyersOutstanding, figure, gatherRule, stepByStage } from './rule.js';
import { daysLate, yuan } from './words.js';

const DAY_SECONDS = 86_400;
/** So many orders of the shop show that its files really begin there: one stale row shows nothing. */
const FEWEST_BEFORE = 30;

/** What is kept of a first order that is late enough. */
interface Late {
  readonly draft: Draft;
  readonly shop: number;
  readonly orderedAt: number;
  readonly fen: number;
}

/** Fires on the day after the limit, the eighth by default; the days of history may be exactly as many. */
export const firstOrderPastDue = gatherRule({
  id: 'first-order-past-due',
  aliases: ['OD5'],
  title: { zh: '第一单就逾期', en: 'the first order is past due' },
  looks: {
    zh: '账号或电话在本店的第一单先用后付就逾期没到账；导出要早于这一单足够多天，才知道它是第一单。',
    en: 'The first pay-later order of an account or phone in this shop is past due and not collected; it is told only where the exports begin long enough before it.',
  },
  why: {
    zh: '第一次用先用后付就没到账，和老顾客偶尔一次扣款失败不一样。',
    en: 'The first pay-later order of this buyer has not come in: that differs from one failed debit of a regular customer.',
  },
  innocent: {
    zh: ['第一次用，不知道要留余额', '换了账号或手机号的老顾客', '更早的单不在这些导出里'],
    en: [
      'new to pay-later, and not aware of the debit',
      'a regular customer with a new account or number',
      'earlier orders are not in these exports',
    ],
  },
  unless: {
    zh: '逾期不超过 {days}，或这个买家之前还有一单先用后付',
    en: 'it were at most {days} past due, or the buyer had an earlier pay-later order',
  },
  severity: 'medium',
  strength: 'strong',
  params: {
    days: {
      value: 7,
      unit: 'days',
      least: 3,
      most: 365,
      text: { zh: '逾期超过几天（不含这一天）', en: 'past due by more than so many days' },
    },
    history: {
      value: 90,
      unit: 'days',
      least: 1,
      most: 730,
      text: {
        zh: '导出至少要早于这一单几天（含）',
        en: 'the exports must begin so many days before it, or more',
      },
    },
  },
  steps: ['platform', 'remind', 'review'],
  needs: ['recipients', 'order-time', 'proof'],
  gather({ days, history }) {
    const placed = new Map<number, number[]>();
    const late: Late[] = [];
    const few = { orders: 0, fen: 0 };
    return {
      see(order) {
        const { shop, orderedAt, judged, daysPastDue, proven } = order;
        if (Number.isNaN(orderedAt)) return;
        const ofShop = placed.get(shop);
        if (ofShop === undefined) placed.set(shop, [orderedAt]);
        else ofShop.push(orderedAt);
        const fen = buyersOutstanding(order);
        if (!order.firstOfPerson || fen <= 0 || daysPastDue <= days) return;
        const draft: Draft = {
          orders: [order.order],
          nextStep: stepByStage(judged.stage, proven, daysPastDue),
          evidence: [
            { kind: 'amount', name: 'outstanding', fen },
            { kind: 'days', name: 'days-past-due', days: daysPastDue },
            { kind: 'param', name: 'limit', param: 'days', value: days },
          ],
        };
        late.push({ draft, shop, orderedAt, fen: judged.outstanding });
      },
      drafts() {
        const since = new Map<number, number>();
        for (const [shop, times] of placed) {
          const nth = Float64Array.from(times).sort()[FEWEST_BEFORE - 1];
          if (nth !== undefined) since.set(shop, nth);
        }
        return late.flatMap(({ draft, shop, orderedAt, fen }) => {
          if (orderedAt - (since.get(shop) ?? Number.NaN) >= history * DAY_SECONDS) return draft;
          few.orders++;
          few.fen += fen;
          return [];
        });
      },
      tooFew: () => few,
    };
  },
  line(evidence, unproven) {
    const late = daysLate(figure(evidence, 'days-past-due'), Number.NaN, unproven);
    const fen = yuan(figure(evidence, 'outstanding'));
    return {
      zh: `第一单先用后付，${late.zh}，${fen} 元`,
      en: `first pay-later order, ${late.en}, ${fen} yuan`,
    };
  },
});
