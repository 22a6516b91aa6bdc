// What rules on a feature of single orders share: such orders are told together, beside a group that alarms.

import { OrderSet } from '../core/order-set.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import type { Gathering, Param } from './rule.js';

/** How many such orders a group must have. One alone says nothing: people write and buy in many ways. */
export function suchOrders(value: number): Param {
  const text = { zh: '一组里这样的单从几单起', en: 'such orders in a group from' };
  return { value, unit: 'orders', least: 1, most: 1000, text };
}

/** A draft for each group that alarms and has so many such orders; `fewest` is the rule's parameter `orders`. */
export function gatherSuch(isSuch: (order: AuditedOrder) => boolean, fewest: number): Gathering {
  const such = new OrderSet();
  return {
    see(order) {
      if (isSuch(order)) such.add(order.order);
    },
    drafts(totals) {
      if (such.size < fewest) return [];
      return (totals?.clusters ?? []).flatMap((cluster, index) => {
        const orders = cluster.alarming ? cluster.orders.filter((order) => such.has(order)) : [];
        if (orders.length < fewest) return [];
        return {
          orders,
          cluster: index,
          nextStep: 'review' as const,
          evidence: [
            { kind: 'count', name: 'such-orders', count: orders.length },
            { kind: 'count', name: 'orders', count: cluster.orders.length },
            { kind: 'param', name: 'limit', param: 'orders', value: fewest },
          ] as const,
        };
      });
    },
  };
}
