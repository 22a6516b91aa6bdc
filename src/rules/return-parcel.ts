// PL5: a return by the waybill by which the order was sent, or one return waybill for orders that went to different places.

import type { Draft } from '../core/finding.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import { type Apart, type Destination, destinationOf, joinedParcels, lookApart } from './households.js';
import { figure, gatherRule } from './rule.js';
import { counted, yuan } from './words.js';

/** What is kept of an order with a return waybill. */
interface Returned extends Destination {
  readonly order: number;
  /** What of its receivable is not with the shop: given back, or open; fen. */
  readonly refunded: number;
  readonly outstanding: number;
  /** By which it was sent: as numbers where its own line names them, as text where its after-sale does. */
  readonly sentBy: readonly (number | string)[];
}

export const returnParcel = gatherRule({
  id: 'return-parcel',
  aliases: ['PL5'],
  title: { zh: '退货运单号对不上', en: 'a return waybill that does not fit' },
  looks: {
    zh: '退货运单号就是发货的运单号，或者一个退货运单号出现在寄往不同地方的几单售后里。',
    en: 'A return waybill that is the one by which the order was sent, or that stands on after-sales of orders sent to different places.',
  },
  why: {
    zh: '退回来的件可能不是这单的货：同意退款前先看包裹里是什么。',
    en: 'What comes back may not be the goods of this order: look into the parcel before agreeing to the refund.',
  },
  innocent: {
    zh: ['拒收后原单号退回', '一家人几单一起退', '退货运单号填错'],
    en: [
      'refused, and sent back under its own number',
      'one household returns several orders together',
      'a return waybill typed wrong',
    ],
  },
  unless: {
    zh: '退货单号和发货单号不同，也只有一个收货人用',
    en: 'the return waybill were not the outbound one, and one recipient alone used it',
  },
  severity: 'medium',
  bands: { zh: '中；没有退款也没有未收的为提示', en: 'medium; info where nothing was refunded or is open' },
  strength: 'moderate',
  params: {
    people: {
      value: 2,
      unit: 'buyers',
      least: 2,
      most: 1000,
      text: {
        zh: '一个退货运单号从几个收货人（或区县）起',
        en: 'one return waybill from so many recipients (or districts) on',
      },
    },
  },
  steps: ['review'],
  needs: ['after-sales'],
  gather: ({ people }) => new Returns(people),
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const fen = yuan(figure(evidence, 'total'));
    const [people, districts] = [figure(evidence, 'people'), figure(evidence, 'districts')];
    if (Number.isNaN(people) && Number.isNaN(districts)) {
      return {
        zh: `退货运单号就是发货的运单号，涉及 ${fen} 元`,
        en: `the return waybill is the one it was sent by, ${fen} yuan`,
      };
    }
    const isNamed = !Number.isNaN(people);
    return {
      zh: `一个退货运单号 ${orders} 单 ${isNamed ? `${people} 个收货人` : `${districts} 个区县`}，涉及 ${fen} 元`,
      en: `one return waybill, ${orders} orders, ${isNamed ? counted(people, 'recipient') : counted(districts, 'district')}, ${fen} yuan`,
    };
  },
});

/** Gathers orders by the waybills of their returns. Time and memory: linear in the returns. */
class Returns {
  readonly #least: number;
  readonly #again: Returned[] = [];
  readonly #byWaybill = new Map<string, Returned[]>();
  /** Orders on one return waybill that nothing could tell apart or together. */
  readonly #unjudged = new Set<Returned>();

  constructor(least: number) {
    this.#least = least;
  }

  see(audited: AuditedOrder): void {
    const { order, afterSales, judged, waybills, sameWaybillBack } = audited;
    const back = new Set(afterSales.map(({ returnWaybill }) => returnWaybill).filter((text) => text !== ''));
    if (back.size === 0) return;
    const outbound = afterSales.map(({ outboundWaybill }) => outboundWaybill).filter((text) => text !== '');
    const { refunded } = judged.money;
    const { outstanding } = judged;
    const one = {
      order,
      refunded,
      outstanding,
      sentBy: [...waybills, ...outbound],
      ...destinationOf(audited),
    };
    if (sameWaybillBack) this.#again.push(one);
    for (const waybill of back) {
      const known = this.#byWaybill.get(waybill);
      if (known === undefined) this.#byWaybill.set(waybill, [one]);
      else known.push(one);
    }
  }

  drafts(): Draft[] {
    const drafts = this.#again.map((one) => draftOf([one], []));
    for (const orders of this.#byWaybill.values()) {
      if (orders.length < 2) continue;
      // What was sent in one parcel comes back in one.
      const apart = lookApart(orders, joinedParcels(orders.map(({ sentBy }) => sentBy)));
      if (apart.people >= this.#least || apart.districts >= this.#least) {
        drafts.push(draftOf(orders, this.#told(apart)));
      } else if (apart.isOpen) for (const one of orders) this.#unjudged.add(one);
    }
    return drafts;
  }

  tooFew() {
    const open = [...this.#unjudged].filter(({ outstanding }) => outstanding > 0);
    return { orders: open.length, fen: open.reduce((sum, { outstanding }) => sum + outstanding, 0) };
  }

  #told(apart: Apart): Draft['evidence'] {
    const names = (['people', 'districts'] as const).filter((name) => apart[name] >= this.#least);
    return [
      ...names.map((name) => ({ kind: 'count' as const, name, count: apart[name] })),
      { kind: 'param', name: 'limit', param: 'people', value: this.#least },
    ];
  }
}

function draftOf(orders: readonly Returned[], more: Draft['evidence']): Draft {
  const open = orders.reduce((sum, { outstanding }) => sum + outstanding, 0);
  const fen = orders.reduce((sum, { refunded }) => sum + refunded, open);
  return {
    orders: orders.map(({ order }) => order).sort((a, b) => a - b),
    nextStep: 'review',
    exposureFen: fen,
    // While nothing is refunded yet it can still be looked at today.
    ...(open === 0 && fen > 0 ? { apart: true } : {}),
    evidence: [
      { kind: 'count', name: 'orders', count: orders.length },
      { kind: 'amount', name: 'total', fen },
      ...more,
    ],
  };
}
