// Orders that linkage has to look at: those that share a phone, a room, a pickup point or a buyer with another one.

import type { IdentityLines } from '../core/identity.js';
import { enlarged } from '../core/key-table.js';
import type { LinkedOrder } from '../linkage/group-sums.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';

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
    if (phone < 0 && room < 0 && pickup < 0) return;
    if (this.#size === this.#capacity) this.#grow();
    const row = this.#size++;
    this.#order[row] = order;
    this.#line[row] = judged.line;
    this.#orderedAt[row] = orderedAt;
    this.#openFen[row] = judged.outstanding;
    this.#provenFen[row] = proven ? judged.outstanding : 0;
    this.#due[row] = judged.stage === 'received' || judged.stage === 'overdue' ? 1 : 0;
  }

  /** By shop, those of its orders that share any of their keys with another one, in the order in which they came. */
  linked(identities: IdentityLines): Map<number, LinkedOrder[]> {
    const { phone, room, pickup, shop } = identities;
    const buyer = identities.buyersOfLines();
    const counts = [
      this.#count(phone, identities.phones.size),
      this.#count(room, identities.rooms.size),
      this.#count(pickup, identities.pickups.size),
      this.#count(buyer, identities.buyers.size),
    ];
    const columns = [phone, room, pickup, buyer];
    const byShop = new Map<number, LinkedOrder[]>();
    for (let row = 0; row < this.#size; row++) {
      const line = this.#line[row]!;
      if (!columns.some((keys, i) => keys[line]! >= 0 && counts[i]![keys[line]!]! > 1)) continue;
      const linked = byShop.get(shop[line]!) ?? [];
      byShop.set(shop[line]!, linked);
      linked.push({
        order: this.#order[row]!,
        buyer: buyer[line]!,
        phone: phone[line]!,
        room: room[line]!,
        pickup: pickup[line]!,
        orderedAt: this.#orderedAt[row]!,
        openFen: this.#openFen[row]!,
        provenFen: this.#provenFen[row]!,
        isDue: this.#due[row] === 1,
      });
    }
    return byShop;
  }

  /** On how many orders each key stands, at most 2. */
  #count(column: Int32Array, keys: number): Uint8Array {
    const counts = new Uint8Array(keys);
    for (let row = 0; row < this.#size; row++) {
      const key = column[this.#line[row]!]!;
      if (key >= 0 && counts[key]! < 2) counts[key]!++;
    }
    return counts;
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
