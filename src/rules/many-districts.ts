// LG8: large orders of one account or phone to several districts within a month, some of them past due.

import type { Draft } from '../core/finding.js';
import { buyersOutstanding, figure, gatherRule, type RunTotals } from './rule.js';
import { counted, timeSpan, yuan } from './words.js';

const DAY_SECONDS = 86_400;
/** Lateness counts from this day on. */
const LATE_FROM = 4;

/** What is kept of an order that is large for the shop. */
interface Sent {
  readonly order: number;
  readonly orderedAt: number;
  readonly district: number;
  /** Far enough past due; it counts where that is proven. */
  readonly isLate: boolean;
  readonly proven: boolean;
  readonly fen: number;
}

/** Fires on the third district (weak, and told of a linked group alone) and on the fifth; the limits are included. */
export const manyDistricts = gatherRule({
  id: 'many-districts',
  aliases: ['LG8'],
  title: { zh: '一个买家发往多个区县', en: 'one buyer, many districts' },
  looks: {
    zh: '同一账号或电话一个月里有几单大额发往不同区县，其中几单逾期；区县少时只在关联组里提。大额是到了全店 95% 的单都不超过的数；本店单数不够 200 时不看金额。',
    en: "One account or phone with large orders to several districts within a month, some of them past due; with few districts told of a linked group alone. Large is what 95% of the shop's orders do not exceed; with fewer than 200 orders in the shop, any amount.",
  },
  why: {
    zh: '换着地方收货又有几单没到账，追起来更难；新的单先核实地址。',
    en: 'Parcels to ever new places with several of them not collected are hard to follow up; check the address of the next one first.',
  },
  innocent: {
    zh: ['给几个亲友送礼', '出差、搬家', '帮同事朋友下单'],
    en: ['gifts to several people', 'travelling or moving', 'orders for colleagues and friends'],
  },
  unless: {
    zh: '{days}内的区县不到 {districts} 个，或逾期的不到 {late}',
    en: 'there were fewer than {districts} districts within {days}, or fewer than {late} past due',
  },
  severity: 'medium',
  bands: { zh: '提示；区县到 {many} 个时为中', en: 'info; medium from {many} districts on' },
  strength: 'moderate',
  params: {
    districts: {
      value: 3,
      unit: 'factor',
      least: 2,
      most: 1000,
      text: { zh: '从几个区县起（含）', en: 'so many districts, or more' },
    },
    many: {
      value: 5,
      unit: 'factor',
      least: 2,
      most: 1000,
      text: { zh: '从几个区县起为中（含）', en: 'medium from so many districts on, included' },
    },
    late: {
      value: 2,
      unit: 'orders',
      least: 1,
      most: 100,
      text: { zh: '其中逾期没到账的从几单起（含）', en: 'so many of them past due, or more' },
    },
    days: {
      value: 30,
      unit: 'days',
      least: 1,
      most: 366,
      text: {
        zh: '第一单到最后一单不超过几个 24 小时（含）',
        en: 'so many times 24 hours or less from the first to the last order',
      },
    },
  },
  ascending: ['districts', 'many'],
  steps: ['review'],
  needs: ['recipients', 'district', 'order-time'],
  gather({ districts, many, late, days }, view) {
    const persons = new Map<number, Sent[]>();
    let clusterOf: ReadonlyMap<number, number> = new Map();
    const unproven = { orders: 0, fen: 0 };
    /** The orders of one person that are worth a word, in the sequence of their times; null for none. */
    const foundIn = (orders: readonly Sent[]) => {
      const found = widest(orders, days * DAY_SECONDS, late);
      const places = new Set(found.map(({ district }) => district)).size;
      const cluster = found.map(({ order }) => clusterOf.get(order)).find((one) => one !== undefined);
      return places < districts || (places < many && cluster === undefined)
        ? null
        : { found, places, cluster };
    };
    return {
      see(audited) {
        const { order, person, personAgain, orderedAt, district, daysPastDue, proven, judged } = audited;
        if (!personAgain || district < 0 || Number.isNaN(orderedAt)) return;
        // In a shop too small to tell what is large, all of them count.
        if (judged.receivable < view.profile(audited.shop).amounts.p95Fen || judged.receivable <= 0) return;
        const fen = buyersOutstanding(audited);
        const isLate = fen > 0 && daysPastDue >= LATE_FROM;
        const sent = { order, orderedAt, district, isLate, proven, fen };
        const known = persons.get(person);
        if (known === undefined) persons.set(person, [sent]);
        else known.push(sent);
      },
      drafts(totals) {
        clusterOf = clustersByOrder(totals);
        const drafts: Draft[] = [];
        for (const all of persons.values()) {
          const orders = all.toSorted((a, b) => a.orderedAt - b.orderedAt || a.order - b.order);
          const told = foundIn(orders.map((one) => ({ ...one, isLate: one.isLate && one.proven })));
          if (told === null) {
            for (const { fen } of foundIn(orders)?.found ?? []) {
              if (fen > 0) unproven.orders++;
              unproven.fen += fen;
            }
            continue;
          }
          const { found, places, cluster } = told;
          drafts.push({
            orders: found.map(({ order }) => order).sort((a, b) => a - b),
            nextStep: 'review',
            ...(places < many ? { strength: 'weak' as const } : {}),
            ...(cluster === undefined ? {} : { cluster }),
            evidence: [
              { kind: 'count', name: 'orders', count: found.length },
              { kind: 'count', name: 'districts', count: places },
              {
                kind: 'amount',
                name: 'total',
                fen: found.reduce((sum, { fen }) => sum + Math.max(0, fen), 0),
              },
              {
                kind: 'orders',
                name: 'past-due-orders',
                orders: found
                  .filter(({ isLate }) => isLate)
                  .map(({ order }) => order)
                  .sort((a, b) => a - b),
              },
              {
                kind: 'count',
                name: 'hours',
                count: Math.max(1, Math.ceil((found.at(-1)!.orderedAt - found[0]!.orderedAt) / 3600)),
              },
              { kind: 'param', name: 'limit', param: 'districts', value: places < many ? districts : many },
            ],
          });
        }
        return drafts;
      },
      unproven: () => unproven,
    };
  },
  line(evidence) {
    const districts = figure(evidence, 'districts');
    const orders = figure(evidence, 'orders');
    const late = figure(evidence, 'past-due-orders');
    const span = timeSpan(figure(evidence, 'hours') * 3600);
    const fen = yuan(figure(evidence, 'total'));
    return {
      zh: `同一账号或电话 ${span.zh}内 ${orders} 单发往 ${districts} 个区县，其中 ${late} 单逾期，待收共 ${fen} 元`,
      en: `one account or phone within ${span.en}: ${orders} orders to ${counted(districts, 'district')}, ${late} of them past due, ${fen} yuan open`,
    };
  },
});

/** By order the index of the group that it is in, of groups that alarm. */
function clustersByOrder(totals: RunTotals | undefined): ReadonlyMap<number, number> {
  const clusterOf = new Map<number, number>();
  totals?.clusters.forEach(({ orders, alarming }, index) => {
    if (alarming) for (const order of orders) clusterOf.set(order, index);
  });
  return clusterOf;
}

/**
 * Of orders sorted by time those within `span` seconds that have so many past due and go to the most districts, the
 * earliest of several; none without so many past due. Time: linear.
 */
function widest(orders: readonly Sent[], span: number, late: number): readonly Sent[] {
  const count = new Map<number, number>();
  let [to, lates, most] = [0, 0, 0];
  let found: readonly [number, number] = [0, 0];
  for (let from = 0; from < orders.length; from++) {
    const end = orders[from]!.orderedAt + span;
    for (; to < orders.length && orders[to]!.orderedAt <= end; to++) {
      const { district, isLate } = orders[to]!;
      count.set(district, (count.get(district) ?? 0) + 1);
      if (isLate) lates++;
    }
    if (lates >= late && count.size > most) {
      most = count.size;
      found = [from, to];
    }
    const { district, isLate } = orders[from]!;
    const left = count.get(district)! - 1;
    if (left === 0) count.delete(district);
    else count.set(district, left);
    if (isLate) lates--;
  }
  return orders.slice(...found);
}
