// Orders that linkage has to look at: those of buyers who share a phone, a room or a pickup point with another one.

import { type HashedKeys, NO_KEY } from '../core/hashed-keys.js';
import type { IdentityLines } from '../core/identity.js';
import { enlarged } from '../core/key-table.js';
import { LISTED } from '../core/lists.js';
import type { LinkedOrder } from '../linkage/group-sums.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';

/** Lists whose people link nobody by any key. */
const APART = LISTED.wholesale | LISTED.staffPhone | LISTED.staffAccount;
/** In place of a buyer: there are several. */
const SEVERAL = -2;

/** Keeps the orders in columns; objects are made only of those that can be linked. Memory: 33 bytes an order. */
export class LinkableOrders {
  #size = 0;
  #capacity = 1 << 8;
  #order = new Int32Array(this.#capacity);
  #line = new Int32Array(this.#capacity);
  #orderedAt = new Float64Array(this.#capacity);
  #openFen = new Float64Array(this.#capacity);
  #provenFen = new Float64Array(this.#capacity);
  /** 1: the order is received or past due. */
  #due = new Uint8Array(this.#capacity);

  add({ order, judged, proven, orderedAt, phone, room, pickup }: AuditedOrder): void {
    // An order of a minor is shown in no group.
    if (judged.minor || (phone < 0 && room < 0 && pickup < 0)) return;
    if (this.#size === this.#capacity) this.#grow();
    const row = this.#size++;
    this.#order[row] = order;
    this.#line[row] = judged.line;
    this.#orderedAt[row] = orderedAt;
    this.#openFen[row] = judged.outstanding;
    this.#provenFen[row] = proven ? judged.outstanding : 0;
    this.#due[row] = judged.stage === 'received' || judged.stage === 'overdue' ? 1 : 0;
  }

  /**
   * By shop, its orders with a key that several buyers use, and all others of these buyers, in the order in which they
   * came. `lines` is the number of held lines.
   */
  linked(identities: IdentityLines, lines: number): Map<number, LinkedOrder[]> {
    const { phones, rooms, pickups, listed } = identities;
    const { shop } = identities.columns;
    const buyer = identities.buyersOfLines(lines);
    const columns = [phones, rooms, pickups];
    const shared = columns.map((keys) => this.#sharedKeys(keys, buyer));
    const isShared = (line: number) => columns.some((keys, i) => shared[i]![keys.of(line)] === SEVERAL);
    const isLinked = new Uint8Array(identities.buyers.size);
    for (let row = 0; row < this.#size; row++) {
      const line = this.#line[row]!;
      if (buyer[line]! >= 0 && isShared(line)) isLinked[buyer[line]!] = 1;
    }
    const byShop = new Map<number, LinkedOrder[]>();
    for (let row = 0; row < this.#size; row++) {
      const line = this.#line[row]!;
      if (isLinked[buyer[line]!] !== 1 && !isShared(line)) continue;
      const linked = byShop.get(shop[line]!) ?? [];
      byShop.set(shop[line]!, linked);
      linked.push({
        order: this.#order[row]!,
        buyer: buyer[line]!,
        phone: phones.of(line),
        room: rooms.of(line),
        pickup: pickups.of(line),
        orderedAt: this.#orderedAt[row]!,
        openFen: this.#openFen[row]!,
        provenFen: this.#provenFen[row]!,
        isDue: this.#due[row] === 1,
        ...(listed.size > 0 && ((listed.get(line) ?? 0) & APART) !== 0 ? { apart: true } : {}),
      });
    }
    return byShop;
  }

  /** For each key its only known buyer, `SEVERAL` where there are more, -1 where there is none. */
  #sharedKeys(keys: HashedKeys, buyerOf: Int32Array): Int32Array {
    const buyers = new Int32Array(keys.size).fill(NO_KEY);
    for (let row = 0; row < this.#size; row++) {
      const line = this.#line[row]!;
      const key = keys.of(line);
      const buyer = buyerOf[line]!;
      if (key < 0 || buyer < 0) continue;
      if (buyers[key] === NO_KEY) buyers[key] = buyer;
      else if (buyers[key] !== buyer) buyers[key] = SEVERAL;
    }
    return buyers;
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#order = enlarged(this.#order, this.#capacity);
    this.#line = enlarged(this.#line, this.#capacity);
    this.#orderedAt = enlarged(this.#orderedAt, this.#capacity);
    this.#openFen = enlarged(this.#openFen, this.#capacity);
    this.#provenFen = enlarged(this.#provenFen, this.#capacity);
    this.#due = enlarged(this.#due, this.#capacity);
  }
}
