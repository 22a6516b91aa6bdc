// What rules on how a recipient is written share: what they gather, and where it is told, beside a group that alarms.

import type { Gathering, Param } from './rule.js';

/** One such order says nothing: people write themselves in many ways. */
export const SUCH_ORDERS: Param = {
  value: 2,
  unit: 'orders',
  least: 1,
  most: 1000,
  text: { zh: '一组里这样的单从几单起', en: 'such orders in a group from' },
};

/** Gathers the orders with this bit of `LOOKS`: a draft for each group that alarms and has so many of them. */
export function gatherLooks(look: number, fewest: number): Gathering {
  const such = new Set<number>();
  return {
    see({ order, looks }) {
      if ((looks & look) !== 0) such.add(order);
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
