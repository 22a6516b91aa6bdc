// SE5: a week whose pay-later sales came in far less than those of the weeks before it: booked, and not collected.

import type { Draft } from '../core/finding.js';
import { medianOf } from '../core/median.js';
import { mondayOf } from '../core/time-of-day.js';
import { figure, gatherRule } from './rule.js';
import { percent, shortDay, yuan } from './words.js';

/** A week is compared with so many weeks before it. */
const WEEKS_BEFORE = 8;
const DAY_SECONDS = 86_400;

/** What had to be in the bills by the end of a week. Amounts are fen. */
interface Week {
  orders: number;
  /** Receivable less refunds, and what is missing of it. */
  bookedFen: number;
  openFen: number;
  /** Orders of which something is missing, and how many of these no bill proves. */
  readonly open: number[];
  unproven: number;
  unprovenFen: number;
}

export const collectionDrop = gatherRule({
  id: 'collection-drop',
  aliases: ['SE5'],
  title: { zh: '有一周到账明显少', en: 'a week in which little came in' },
  looks: {
    zh: '按最晚该到账的日子，一周一周看发了货的先用后付到了几成，和之前 8 周比；已退款、售后中、账单没盖住的周不算。',
    en: 'Week by week of the last day on which money had to be in the bills: how much of the shipped pay-later orders came in, against the 8 weeks before; refunds, open after-sales and weeks that the bills do not cover are left out.',
  },
  why: {
    zh: '单子照记、钱没跟上：可能是一批单没人付，也可能是销售额记多了。',
    en: 'Sales were booked and the money did not follow: a batch of orders is unpaid, or sales are booked too high.',
  },
  innocent: {
    zh: ['那一周有一大批货在路上耽搁了', '平台那一周结算推迟', '钱进了另一个账户，明细没放在一起'],
    en: [
      'a large batch of that week was held up on the way',
      'the platform settled later in that week',
      'the money went to another wallet, whose bill was not given',
    ],
  },
  unless: {
    zh: '那一周不到 {orders}，或到账的比例不低于之前 8 周中位数乘 {share}',
    en: 'that week had under {orders}, or the share that came in were at least the median of the 8 weeks before times {share}',
  },
  severity: 'medium',
  strength: 'moderate',
  params: {
    share: {
      value: 0.5,
      unit: 'ratio',
      least: 0.01,
      most: 1,
      text: {
        zh: '到账的比例低于之前 8 周中位数的多少',
        en: 'below this share of the median of the 8 weeks before',
      },
    },
    orders: {
      value: 10,
      unit: 'orders',
      least: 1,
      most: 100_000,
      text: { zh: '一周至少几单才看（含）', en: 'only weeks of so many orders, or more' },
    },
  },
  steps: ['review'],
  needs: ['bills'],
  gather({ share, orders: least }, { billedTo, asOfDay }) {
    const shops = new Map<number, Map<number, Week>>();
    const few = { orders: 0, fen: 0 };
    const unsure = { orders: 0, fen: 0 };
    return {
      see({ order, shop, judged, proven }) {
        const { outstanding, provableFrom, shipped, aged, receivable, money } = judged;
        const booked = receivable - money.refunded;
        const isStopped = aged?.bucket === 'frozen' || aged?.bucket === 'invalid';
        if (!shipped || booked <= 0 || isStopped || Number.isNaN(provableFrom)) return;
        const monday = mondayOf(provableFrom);
        // The last days of the bills say nothing of a week that goes on behind them.
        if (!(monday + 7 <= asOfDay && monday + 6 <= billedTo)) return;
        const weeks = shops.get(shop) ?? new Map<number, Week>();
        shops.set(shop, weeks);
        const week = weeks.get(monday) ?? noWeek();
        weeks.set(monday, week);
        week.orders++;
        week.bookedFen += booked;
        if (outstanding <= 0) return;
        week.openFen += outstanding;
        week.open.push(order);
        if (proven) return;
        week.unproven++;
        week.unprovenFen += outstanding;
      },
      drafts() {
        const drafts: Draft[] = [];
        for (const weeks of shops.values()) {
          const told = [...weeks].filter(([, { unproven, orders }]) => unproven === 0 && orders >= least);
          for (const { unproven, unprovenFen } of weeks.values()) {
            unsure.orders += unproven;
            unsure.fen += unprovenFen;
          }
          if (told.length > WEEKS_BEFORE) {
            drafts.push(...dropsOf(told, share));
            continue;
          }
          for (const { open, openFen, unproven, unprovenFen } of weeks.values()) {
            few.orders += open.length - unproven;
            few.fen += openFen - unprovenFen;
          }
        }
        return drafts;
      },
      tooFew: () => few,
      unproven: () => unsure,
    };
  },
  line(evidence) {
    const from = shortDay(figure(evidence, 'week-from') * DAY_SECONDS);
    const booked = yuan(figure(evidence, 'booked'));
    const share = percent(figure(evidence, 'share'));
    const usual = percent(figure(evidence, 'usual-share'));
    return {
      zh: `${from} 起的一周该到账 ${booked} 元，到了 ${share}；之前 8 周一般 ${usual}`,
      en: `week from ${from}: of ${booked} yuan due in, ${share} came in; usually ${usual} in the 8 weeks before`,
    };
  },
});

function noWeek(): Week {
  return { orders: 0, bookedFen: 0, openFen: 0, open: [], unproven: 0, unprovenFen: 0 };
}

/** One finding a week. A week that fell is none to compare later ones with: money that stays away is not usual. */
function dropsOf(told: readonly (readonly [monday: number, week: Week])[], share: number): Draft[] {
  const drafts: Draft[] = [];
  const before: number[] = [];
  for (const [monday, { open, bookedFen, openFen }] of told.toSorted(([a], [b]) => a - b)) {
    const ratio = 1 - openFen / bookedFen;
    const usual =
      before.length < WEEKS_BEFORE ? Number.NaN : medianOf(before.slice(-WEEKS_BEFORE).sort((a, b) => a - b));
    if (!(ratio < share * usual)) {
      before.push(ratio);
      continue;
    }
    drafts.push({
      orders: open,
      nextStep: 'review',
      evidence: [
        { kind: 'date', name: 'week-from', day: monday },
        { kind: 'amount', name: 'booked', fen: bookedFen },
        { kind: 'amount', name: 'collected', fen: bookedFen - openFen },
        { kind: 'ratio', name: 'share', ratio },
        { kind: 'ratio', name: 'usual-share', ratio: usual },
        { kind: 'param', name: 'limit', param: 'share', value: share },
      ],
    });
  }
  return drafts;
}
