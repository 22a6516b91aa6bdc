// One pay-later order as linkage sees it: whose it is, the numbers of its keys, and what is open of it.

import type { KeyKind } from '../core/link-kinds.js';

/** Keys are -1 or empty where it has none. */
export interface LinkedOrder {
  readonly order: number;
  /** -1: nobody can be told from others, and the order is not linked. */
  readonly buyer: number;
  readonly phone: number;
  readonly room: number;
  readonly pickup: number;
  readonly payer?: number;
  readonly masked?: number;
  readonly jigged?: number;
  readonly waybills?: readonly number[];
  readonly notes?: readonly number[];
  readonly lockstep?: readonly number[];
  /** Civil seconds, NaN when unknown. */
  readonly orderedAt: number;
  /** Outstanding, 0 or more; and what of it is proven not to have come in. */
  readonly openFen: number;
  readonly provenFen: number;
  /** Past due: what is open of it is no matter of a parcel on its way, nor of a debit that is still to come. */
  readonly isDue: boolean;
  /** Cancelled, closed or wholly refunded: there is nothing left that could be open, and nothing that was paid. */
  readonly gone?: boolean;
  /** Of a wholesale buyer or of the shop's own people: it counts for whom a key is shared by, and links nobody. */
  readonly apart?: boolean;
  /** What was bought: a number, -1 when not known; and its receivable. */
  readonly product?: number;
  readonly amountFen?: number;
  /** Orders of one group-buy have one number: strangers who are brought together by the platform. */
  readonly groupBuy?: number;
  /** Bought in a live stream, where hundreds buy at once. */
  readonly live?: boolean;
}

const NONE: readonly number[] = [];

/** The keys of one kind that an order carries. */
export function keysOf(order: LinkedOrder, kind: KeyKind): readonly number[] {
  switch (kind) {
    case 'waybill':
      return order.waybills ?? NONE;
    case 'note':
      return order.notes ?? NONE;
    case 'lockstep':
      return order.lockstep ?? NONE;
    default: {
      const key = order[kind] ?? -1;
      return key < 0 ? NONE : [key];
    }
  }
}
