// Who received one order, masked, and whom it meets: its group and what became of its keys.

import { BITS_OF_LIST, LIST_NAMES } from '../core/lists.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import type { FindingsModel } from '../report/findings.js';
import type { TraceCluster, TraceIdentity } from '../report/trace-model.js';
import type { Examined } from './examined.js';
import { traceKeys } from './trace-keys.js';

export const NO_IDENTITY: TraceIdentity = {
  masked: false,
  buyer: 'unknown',
  told: null,
  keys: [],
  cluster: null,
  lists: [],
};

export function traceIdentity(
  examined: Examined,
  found: FindingsModel,
  audited: AuditedOrder,
): TraceIdentity {
  const { recipients } = examined;
  const { order, buyer, masked } = audited;
  const told = recipients?.book.told.get(order);
  const file = recipients?.reads.find(({ input }) => input === told?.input)?.file;
  return {
    masked,
    buyer: kindOfBuyer(examined, buyer),
    told: told === undefined ? null : { file: file?.opened.name ?? '', row: told.row },
    keys: traceKeys(examined, found, audited),
    cluster: clusterOf(found, order),
    lists: LIST_NAMES.filter((list) => (audited.listed & BITS_OF_LIST[list]) !== 0),
  };
}

function kindOfBuyer({ book: { identities } }: Examined, buyer: number): TraceIdentity['buyer'] {
  if (buyer < 0) return 'unknown';
  if (identities.isAccount(buyer)) return 'account';
  return identities.isRecipientId(buyer) ? 'recipient-id' : 'recipient';
}

function clusterOf(found: FindingsModel, order: number): TraceCluster | null {
  const cluster = found.clusters.find(({ orders }) => orders.includes(order));
  if (cluster === undefined) return null;
  const { id, number, score, buyers, outstandingFen, spanSeconds, orders, links } = cluster;
  return {
    id,
    number,
    score,
    buyers,
    outstandingFen,
    spanSeconds,
    others: found.orderIds(orders.filter((other) => other !== order)),
    links: links.map(({ kind, shown, buyers, orders }) => ({
      kind,
      shown,
      buyers,
      orders: orders.length,
      own: orders.includes(order),
    })),
  };
}
