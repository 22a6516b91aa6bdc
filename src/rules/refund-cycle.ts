// RF4: one person who orders one product, is refunded and orders it again, several times in a row.

import type { AuditedOrder } from '../portfolio/audited-order.js';
import { refundedAt } from './refunds.js';
import { figure, gatherRule } from './rule.js';
import { timeSpan, yuan } from './words.js';

const DAY_SECONDS = 86_400;

/** An order that was wholly refunded, from its placing to its refund; civil seconds. */
interface Turn {
  readonly order: number;
  readonly from: number;
  readonly to: number;
  readonly fen: number;
}

export const refundCycle = gatherRule({
  id: 'refund-cycle',
  aliases: ['RF4'],
  title: { zh: '同款反复下单退款', en: 'ordered, refunded, ordered again' },
  looks: {
    zh: '同一账号或电话对同一商品下单、全额退款、再下单，几天一轮，连着几次。',
    en: 'One account or phone that orders one product, is wholly refunded and orders it again within days, several times in a row.',
  },
  why: {
    zh: '换尺码一两次就够；连着几轮下单再退，值得问一问为什么。',
    en: 'A change of size takes one or two rounds; more of them in a row are worth a question.',
  },
  innocent: {
    zh: ['换尺码、换颜色', '等活动价，退了重拍', '下单时地址或规格填错，重拍'],
    en: [
      'a change of size or colour',
      'waiting for a better price and ordering again',
      'a wrong address or specification, ordered again',
    ],
  },
  unless: {
    zh: '连着全额退款的不到 {refunds}，或前后两次下单隔了 {days}多',
    en: 'fewer than {refunds} in a row were wholly refunded, or more than {days} lay between one order and the next',
  },
  severity: 'medium',
  strength: 'moderate',
  params: {
    refunds: {
      value: 3,
      unit: 'orders',
      least: 2,
      most: 100,
      text: { zh: '连着退款几单起（含）', en: 'from so many refunds in a row on, included' },
    },
    days: {
      value: 7,
      unit: 'days',
      least: 1,
      most: 90,
      text: {
        zh: '从一次下单到退款后再下单，最多几天（含）',
        en: 'at most so many days from one order to the next one behind its refund, included',
      },
    },
  },
  steps: ['review'],
  needs: ['after-sales', 'recipients', 'product', 'order-time'],
  gather({ refunds, days }) {
    const turns = new Map<string, Turn[]>();
    return {
      see(audited) {
        const { person, personAgain, product } = audited;
        const turn = personAgain && product >= 0 ? turnOf(audited) : null;
        if (turn === null) return;
        const key = `${person} ${product}`;
        const known = turns.get(key);
        if (known === undefined) turns.set(key, [turn]);
        else known.push(turn);
      },
      drafts() {
        const rows = [...turns.values()].flatMap((all) => inRow(all, days * DAY_SECONDS));
        return rows
          .filter(({ length }) => length >= refunds)
          .map((row) => {
            const fen = row.reduce((sum, one) => sum + one.fen, 0);
            return {
              orders: row.map(({ order }) => order).sort((a, b) => a - b),
              nextStep: 'review' as const,
              exposureFen: fen,
              apart: true as const,
              evidence: [
                { kind: 'count', name: 'orders', count: row.length },
                { kind: 'amount', name: 'refunded', fen },
                { kind: 'time', name: 'first-ordered-at', seconds: row[0]!.from },
                { kind: 'time', name: 'last-refunded-at', seconds: row.at(-1)!.to },
                { kind: 'param', name: 'limit', param: 'refunds', value: refunds },
              ] as const,
            };
          });
      },
    };
  },
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const fen = yuan(figure(evidence, 'refunded'));
    const span = timeSpan(figure(evidence, 'last-refunded-at') - figure(evidence, 'first-ordered-at'));
    return {
      zh: `同一账号或电话同款 ${span.zh}内下单、退款 ${orders} 轮，共退 ${fen} 元`,
      en: `one account or phone ordered one item and was refunded ${orders} times within ${span.en}, ${fen} yuan`,
    };
  },
});

/** null for an order that was not wholly refunded, or of which nobody knows when. */
function turnOf({ order, orderedAt, afterSales, judged }: AuditedOrder): Turn | null {
  const { refunded } = judged.money;
  if (judged.receivable <= 0 || refunded < judged.receivable) return null;
  const to = afterSales
    .filter(({ isRefund }) => isRefund)
    .reduce((last, row) => (last >= refundedAt(row) ? last : refundedAt(row)), Number.NaN);
  return to >= orderedAt ? { order, from: orderedAt, to, fen: refunded } : null;
}

/**
 * Cuts turns into rows in which each begins behind the end of the one before it and at most `longest` seconds behind its
 * beginning. Of turns that overlap the one that ends first counts, so that no other choice makes more of them; what was
 * ordered and refunded side by side is one. Time: that of sorting.
 */
function inRow(turns: readonly Turn[], longest: number): Turn[][] {
  const rows: Turn[][] = [];
  let last: Turn | undefined;
  for (const turn of turns.toSorted((a, b) => a.to - b.to || b.from - a.from || a.order - b.order)) {
    if (last !== undefined && turn.from < last.to) continue;
    if (last !== undefined && turn.from - last.from <= longest) rows.at(-1)!.push(turn);
    else rows.push([turn]);
    last = turn;
  }
  return rows;
}
