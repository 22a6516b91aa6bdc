// Orders that linkage has to look at: those of buyers who share a key with another one; and their shops, to compare.

import { DisjointSets } from '../core/disjoint-sets.js';
import { NO_KEY } from '../core/hashed-keys.js';
import type { IdentityLines } from '../core/identity-lines.js';
import { enlarged } from '../core/key-table.js';
import { LISTED } from '../core/lists.js';
import type { LineTable, OrderBook } from '../core/order-book.js';
import type { Together } from '../core/together.js';
import type { RoomGroups } from '../linkage/jigged-rooms.js';
import type { LinkedOrder } from '../linkage/linked-order.js';
import { type LockstepSkipped, lockstep } from '../linkage/lockstep.js';
import type { ShopBase } from '../linkage/shared-keys.js';
import { ShopSums } from '../linkage/shop-sums.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import type { Collection } from '../portfolio/collection.js';
import type { Judgement } from '../portfolio/judgement.js';
import type { OrderRows } from './crowded-buildings.js';
import type { RareNotes } from './rare-notes.js';

/** Lists whose people link nobody by any key. */
const APART = LISTED.wholesale | LISTED.staffPhone | LISTED.staffAccount;
/** In place of a buyer or a place: there are several. */
const SEVERAL = -2;
const NONE: readonly number[] = [];
const GONE: ReadonlySet<Collection> = new Set(['refunded', 'closed', 'not-applicable']);

/** True for who is on one of these lists: bits of `LISTED`. */
export function isApart(listed: number): boolean {
  return (listed & APART) !== 0;
}

/** The orders of one shop that can be linked, and all of its pay-later orders in sums. */
export interface ShopOrders {
  readonly orders: readonly LinkedOrder[];
  readonly base: ShopBase;
}

/** What of the book of orders is asked. */
export type LinkedBook = Pick<OrderBook, 'identities' | 'together'> & {
  readonly lines: Pick<LineTable, 'size'>;
};

/** Keeps the orders in columns; objects are made only of those that can be linked. Memory: 50 bytes an order. */
export class LinkableOrders {
  #size = 0;
  #capacity = 1 << 8;
  #order = new Int32Array(this.#capacity);
  #line = new Int32Array(this.#capacity);
  #product = new Int32Array(this.#capacity);
  #orderedAt = new Float64Array(this.#capacity);
  #amountFen = new Float64Array(this.#capacity);
  #openFen = new Float64Array(this.#capacity);
  #provenFen = new Float64Array(this.#capacity);
  /** 1: see `isDue`. */
  #due = new Uint8Array(this.#capacity);
  /** 1: see `LinkedOrder.gone`. */
  #gone = new Uint8Array(this.#capacity);
  /** By row, where other held lines carry one of them. */
  readonly #waybills = new Map<number, readonly number[]>();
  #skipped: LockstepSkipped = { crowdedWindows: 0, busyBuyers: 0 };

  /** What `linked` did not look at for lockstep. */
  get lockstepSkipped(): LockstepSkipped {
    return this.#skipped;
  }

  add({ order, judged, proven, orderedAt, product, waybills, waybillAgain }: AuditedOrder): void {
    // An order of a minor is shown in no group.
    if (judged.minor) return;
    if (this.#size === this.#capacity) this.#grow();
    const row = this.#size++;
    this.#order[row] = order;
    this.#line[row] = judged.line;
    this.#product[row] = product;
    this.#orderedAt[row] = orderedAt;
    this.#amountFen[row] = judged.receivable;
    this.#openFen[row] = judged.outstanding;
    this.#provenFen[row] = proven ? judged.outstanding : 0;
    this.#due[row] = isDue(judged) ? 1 : 0;
    this.#gone[row] = GONE.has(judged.collection) ? 1 : 0;
    if (waybillAgain) this.#waybills.set(row, waybills);
  }

  /** All orders that were added, minors' ones left out. */
  get rows(): OrderRows {
    return { size: this.#size, order: this.#order, line: this.#line, orderedAt: this.#orderedAt };
  }

  /**
   * By shop, its orders with a key that several buyers use, and all others of these buyers, in the order in which they
   * came.
   */
  linked(
    { identities, lines, together }: LinkedBook,
    { byLine: tokens }: RareNotes,
    { groupOf }: RoomGroups,
  ): Map<number, ShopOrders> {
    const { buyers, masks, columns } = identities;
    const who = this.#buyers(identities, lines.size, tokens);
    const firstAlone = buyers.size + masks.size;
    const waybills = this.#sharedWaybills(who, columns.written, firstAlone);
    const isShared = new Uint8Array(this.#size);
    for (const row of waybills.keys()) isShared[row] = 1;
    for (let row = 0; row < this.#size; row++) if (tokens.has(this.#line[row]!)) isShared[row] = 1;
    const { phones, rooms, pickups, payers } = identities;
    for (const keys of [phones, rooms, pickups, payers, masks]) {
      this.#markShared((line) => keys.of(line), keys.size, who, isShared);
    }
    const inStep = this.#lockstep(who, together);
    for (let row = 0; row < this.#size; row++) if (inStep.has(this.#order[row]!)) isShared[row] = 1;
    const jigged = (line: number) => groupOf[rooms.of(line)] ?? NO_KEY;
    this.#markShared(jigged, groupOf.length, who, isShared);
    const isLinked = new Set<number>();
    for (let row = 0; row < this.#size; row++) {
      if (isShared[row] === 1 && who[row]! >= 0) isLinked.add(who[row]!);
    }
    const byShop = new Map<number, { orders: LinkedOrder[]; base: ShopSums }>();
    for (let row = 0; row < this.#size; row++) {
      const shop = columns.shop[this.#line[row]!]!;
      const found = byShop.get(shop) ?? { orders: [], base: new ShopSums() };
      byShop.set(shop, found);
      this.#addTo(found.base, row, who[row]!);
      if (isShared[row] === 0 && !isLinked.has(who[row]!)) continue;
      found.orders.push({
        ...this.#linkedOrder(row, who[row]!, identities),
        groupBuy: together.groupBuy.get(this.#line[row]!) ?? NO_KEY,
        live: together.live.has(this.#line[row]!),
        waybills: waybills.get(row) ?? NONE,
        notes: tokens.get(this.#line[row]!) ?? NONE,
        jigged: jigged(this.#line[row]!),
        lockstep: inStep.get(this.#order[row]!) ?? NONE,
      });
    }
    return byShop;
  }

  #linkedOrder(row: number, buyer: number, identities: IdentityLines): LinkedOrder {
    const { phones, rooms, pickups, payers, masks, listed } = identities;
    const line = this.#line[row]!;
    return {
      order: this.#order[row]!,
      buyer,
      phone: phones.of(line),
      room: rooms.of(line),
      pickup: pickups.of(line),
      payer: payers.of(line),
      masked: masks.of(line),
      orderedAt: this.#orderedAt[row]!,
      openFen: this.#openFen[row]!,
      provenFen: this.#provenFen[row]!,
      isDue: this.#due[row] === 1,
      gone: this.#gone[row] === 1,
      product: this.#product[row]!,
      amountFen: this.#amountFen[row]!,
      ...(listed.size > 0 && isApart(listed.get(line) ?? 0) ? { apart: true } : {}),
    };
  }

  /**
   * For each row a number for whom it is of: a buyer; where nobody is identified, what is visible of a masked
   * recipient; where not even that is told, those that share a waybill or a note and go to one district count as one
   * person, for nothing tells them apart; -1 for all others.
   */
  #buyers(
    identities: IdentityLines,
    lines: number,
    tokens: ReadonlyMap<number, readonly number[]>,
  ): Int32Array {
    const { buyers, masks, columns } = identities;
    const exact = identities.buyersOfLines(lines);
    const who = new Int32Array(this.#size).fill(NO_KEY);
    const alone: number[] = [];
    for (let row = 0; row < this.#size; row++) {
      const line = this.#line[row]!;
      const mask = masks.of(line);
      if (exact[line]! >= 0) who[row] = exact[line]!;
      else if (mask >= 0) who[row] = buyers.size + mask;
      else if (columns.written[line]! >= 0 && (this.#waybills.has(row) || tokens.has(line))) alone.push(row);
    }
    const people = new DisjointSets(alone.length);
    const first = new Map<string, number>();
    alone.forEach((row, i) => {
      const line = this.#line[row]!;
      const parcels = (this.#waybills.get(row) ?? NONE).map((waybill) => `waybill ${waybill}`);
      const notes = (tokens.get(line) ?? NONE).map((token) => `note ${token}`);
      for (const key of [...parcels, ...notes]) {
        const there = `${columns.shop[line]} ${columns.written[line]} ${key}`;
        const known = first.get(there);
        if (known === undefined) first.set(there, i);
        else people.join(known, i);
      }
    });
    alone.forEach((row, i) => {
      who[row] = buyers.size + masks.size + this.#order[alone[people.find(i)]!]!;
    });
    return who;
  }

  /**
   * By row its waybills that stand on orders of two buyers or more. Of orders of which nothing tells the buyer, one
   * parcel may hold what one buyer ordered twice: they share it where it goes to two districts.
   */
  #sharedWaybills(who: Int32Array, district: Int32Array, firstAlone: number): Map<number, readonly number[]> {
    const seen = new Map<number, { buyer: number; place: number; isAlonePlaced: boolean }>();
    for (const [row, waybills] of this.#waybills) {
      const [buyer, place] = [who[row]!, district[this.#line[row]!]!];
      const isAlone = buyer < 0 || buyer >= firstAlone;
      for (const waybill of waybills) {
        const known = seen.get(waybill) ?? { buyer: NO_KEY, place: NO_KEY, isAlonePlaced: false };
        seen.set(waybill, known);
        if (!isAlone) known.buyer = oneOrSeveral(known.buyer, buyer);
        if (place >= 0) known.place = oneOrSeveral(known.place, place);
        known.isAlonePlaced ||= isAlone && place >= 0;
      }
    }
    const isShared = (waybill: number) => {
      const { buyer, place, isAlonePlaced } = seen.get(waybill)!;
      return buyer === SEVERAL || (isAlonePlaced && place === SEVERAL);
    };
    const shared = new Map<number, readonly number[]>();
    for (const [row, waybills] of this.#waybills) {
      const several = waybills.filter(isShared);
      if (several.length > 0) shared.set(row, several);
    }
    return shared;
  }

  /** By order the group in which its buyer bought in lockstep with others. */
  #lockstep(who: Int32Array, { groupBuy }: Together): Map<number, readonly number[]> {
    const group = new Int32Array(this.#size).fill(NO_KEY);
    if (groupBuy.size > 0) {
      for (let row = 0; row < this.#size; row++) group[row] = groupBuy.get(this.#line[row]!) ?? NO_KEY;
    }
    const { groups, crowdedWindows, busyBuyers } = lockstep({
      size: this.#size,
      buyer: who,
      product: this.#product,
      orderedAt: this.#orderedAt,
      order: this.#order,
      group,
    });
    this.#skipped = { crowdedWindows, busyBuyers };
    return new Map(groups.flatMap(({ orders }, group) => orders.map((order) => [order, [group]] as const)));
  }

  /** Marks the rows whose key several known buyers use. */
  #markShared(keyOf: (line: number) => number, size: number, who: Int32Array, isShared: Uint8Array): void {
    if (size === 0) return;
    const buyers = new Int32Array(size).fill(NO_KEY);
    for (let row = 0; row < this.#size; row++) {
      const key = keyOf(this.#line[row]!);
      const buyer = who[row]!;
      if (key < 0 || buyer < 0) continue;
      buyers[key] = oneOrSeveral(buyers[key]!, buyer);
    }
    for (let row = 0; row < this.#size; row++) {
      if (buyers[keyOf(this.#line[row]!)] === SEVERAL) isShared[row] = 1;
    }
  }

  #addTo(base: ShopSums, row: number, buyer: number): void {
    const [product, fen, isDue] = [this.#product[row]!, this.#amountFen[row]!, this.#due[row] === 1];
    base.add(buyer, product, fen, isDue, this.#openFen[row]!, this.#provenFen[row]!);
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#order = enlarged(this.#order, this.#capacity);
    this.#line = enlarged(this.#line, this.#capacity);
    this.#product = enlarged(this.#product, this.#capacity);
    this.#orderedAt = enlarged(this.#orderedAt, this.#capacity);
    this.#amountFen = enlarged(this.#amountFen, this.#capacity);
    this.#openFen = enlarged(this.#openFen, this.#capacity);
    this.#provenFen = enlarged(this.#provenFen, this.#capacity);
    this.#due = enlarged(this.#due, this.#capacity);
    this.#gone = enlarged(this.#gone, this.#capacity);
  }
}

/** What is known of who or where behind another one: the same, or several. */
function oneOrSeveral(known: number, another: number): number {
  return known === NO_KEY || known === another ? another : SEVERAL;
}

/**
 * Past its due date; or received without anything that says when it is due. Paid orders are closed as far as their stage
 * goes: they are what unpaid ones are compared with. What is received and not due yet is open everywhere.
 */
function isDue({ stage, received, receivable, aged }: Judgement): boolean {
  if (stage === 'overdue') return true;
  return stage === 'received' ? aged?.bucket !== 'not-due' : stage === 'closed' && received && receivable > 0;
}
