// Every key of one order, whom it meets there, and what became of the key: the same linking as in the audit, looked up.

import { KEY_KINDS, type KeyKind } from '../core/link-kinds.js';
import { jiggedRooms } from '../linkage/jigged-rooms.js';
import type { LinkLimits } from '../linkage/linkage-options.js';
import { keysOf, type LinkedOrder } from '../linkage/linked-order.js';
import { EXACT } from '../linkage/shared-keys.js';
import { type AuditedOrder, AuditedOrders } from '../portfolio/audited-order.js';
import type { FindingsModel } from '../report/findings.js';
import type { TraceKey, TraceVerdict } from '../report/trace-model.js';
import type { Examined } from './examined.js';
import { isApart, LinkableOrders } from './linkable-orders.js';
import { rareNotes } from './rare-notes.js';
import { keyName, shownKey } from './shown-key.js';

/** Waybills of one order that are told one by one. */
const MOST_OF_A_KIND = 10;

/** The keys by kind; of one kind at most ten. Time and memory as those of linking: all orders are looked at again. */
export function traceKeys(examined: Examined, found: FindingsModel, audited: AuditedOrder): TraceKey[] {
  const { book } = examined;
  const orders = shopOrders(examined, audited);
  const own = orders.find(({ order }) => order === audited.order);
  return KEY_KINDS.flatMap((kind) => {
    const keys = new Set([...keysOfLine(examined, audited, kind), ...(own ? keysOf(own, kind) : [])]);
    return [...keys].slice(0, MOST_OF_A_KIND).map((key): TraceKey => {
      const sharing = orders.filter((order) => keysOf(order, kind).includes(key));
      const others = own === undefined ? [] : othersOf(sharing, own, kind, book.identities.buyers.size);
      const name = keyName(kind, key);
      return {
        kind,
        name,
        shown: shownKey(book, kind, key),
        buyers: new Set(others.map(({ buyer }) => buyer)).size,
        orders: others.length,
        verdict: verdictOf(examined, found, audited, { kind, key, name, isMet: others.length > 0 }),
      };
    });
  });
}

/** The orders of its shop that have been linked, the traced one among them where it has a key that another buyer uses. */
function shopOrders({ book, portfolio }: Examined, { shop }: AuditedOrder): readonly LinkedOrder[] {
  const linkable = new LinkableOrders();
  const audited = new AuditedOrders(book, portfolio);
  for (let order = 0; order < book.ids.size; order++) {
    const judged = portfolio.answer(order) === 'yes' ? portfolio.judge(order) : null;
    if (judged !== null) linkable.add(audited.of(order, judged));
  }
  const notes = rareNotes(book.notes, book.lines, book.ids.size);
  return linkable.linked(book, notes, jiggedRooms(book.identities)).get(shop)?.orders ?? [];
}

/** What the order itself carries, whether anybody else does or not. */
function keysOfLine({ book }: Examined, audited: AuditedOrder, kind: KeyKind): readonly number[] {
  const { payers, masks } = book.identities;
  const { line } = audited.judged;
  switch (kind) {
    case 'phone':
    case 'room':
    case 'pickup':
      return audited[kind] < 0 ? [] : [audited[kind]];
    case 'payer':
      return payers.of(line) < 0 ? [] : [payers.of(line)];
    case 'masked':
      return masks.of(line) < 0 ? [] : [masks.of(line)];
    case 'waybill':
      return audited.waybills;
    // A note or a spelling that nobody shares is no key.
    default:
      return [];
  }
}

/** The orders of other known buyers. For an exact key nobody counts of whom only parts are visible. */
function othersOf(
  sharing: readonly LinkedOrder[],
  own: LinkedOrder,
  kind: KeyKind,
  identified: number,
): readonly LinkedOrder[] {
  const isExact = EXACT.includes(kind);
  return sharing.filter(({ buyer }) => buyer >= 0 && buyer !== own.buyer && (!isExact || buyer < identified));
}

interface AskedKey {
  readonly kind: KeyKind;
  readonly key: number;
  readonly name: string;
  /** Other buyers use it. */
  readonly isMet: boolean;
}

function verdictOf(
  { book, findings }: Examined,
  found: FindingsModel,
  { order, shop, judged, listed, buyer }: AuditedOrder,
  { kind, key, name, isMet }: AskedKey,
): TraceVerdict {
  const carries = ({ orders }: { readonly orders: readonly number[] }) => orders.includes(order);
  const group = found.clusters.find(({ links }) => links.some((link) => link.name === name && carries(link)));
  if (group !== undefined) return { kind: 'linked', group: group.number };
  const { limits, refused, accidents } = findings;
  const hub = found.hubs.find((one) => one.name === name && carries(one));
  if (hub !== undefined) {
    const { reason, buyers: people } = hub;
    return reason === 'cap' ? { kind: reason, people, cap: capOf(limits, kind) } : { kind: reason, people };
  }
  if (judged.minor || isApart(listed)) return { kind: 'apart' };
  const isMasked = book.identities.masks.of(judged.line) >= 0;
  if (buyer < 0 && kind === 'masked') return { kind: 'parts' };
  if (buyer < 0 && (EXACT.includes(kind) || (kind === 'payer' && !isMasked))) return { kind: 'unknown' };
  const reason = refused.get(shop)?.find((one) => one.kind === kind && one.key === key)?.reason;
  if (kind === 'pickup') return { kind: reason === 'listed' ? reason : kind, people: Number.NaN };
  if (!isMet) return { kind: 'nobody' };
  if (reason === 'chance') return { kind: reason, accidents };
  if (reason === 'listed' || reason === 'pickup') return { kind: reason, people: Number.NaN };
  return { kind: reason ?? 'few' };
}

function capOf({ hubCap }: LinkLimits, kind: KeyKind): number {
  return kind === 'pickup' ? Number.NaN : (hubCap[kind] ?? Number.NaN);
}
