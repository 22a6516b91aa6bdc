// Orders that linkage has to look at: those that share a phone, a room, a pickup point or a buyer with another one.

import type { IdentityLines } from '../core/identity.js';
import { enlarged } from '../core/key-table.js';
import type { LinkedOrder } from '../linkage/clusters.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';

/** Keeps the orders in columns; objects are made only of those that can be linked. Memory: 24 bytes an order. */
export class LinkableOrders {
  #size = 0;
  #capacity = 1 << 8;
  #order = new Int32Array(this.#capacity);
  #line = new Int32Array(this.#capacity);
  #orderedAt = new Float64Array(this.#capacity);
  #openFen = new Float64Array(this.#capacity);

  add({ order, judged, orderedAt, phone, room, pickup }: AuditedOrder): void {
    if (phone < 0 && room < 0 && pickup < 0) return;
    if (this.#size === this.#capacity) this.#grow();
    const row = this.#size++;
    this.#order[row] = order;
    this.#line[row] = judged.line;
    this.#orderedAt[row] = orderedAt;
    this.#openFen[row] = judged.outstanding;
  }

  /** The orders that share any of their keys, in the order in which they came. */
  linked(identities: IdentityLines): LinkedOrder[] {
    const { phone, room, pickup, buyer } = identities;
    const counts = [
      this.#count(phone, identities.phones.size),
      this.#count(room, identities.rooms.size),
      this.#count(pickup, identities.pickups.size),
      this.#count(buyer, identities.buyers.size),
    ];
    const columns = [phone, room, pickup, buyer];
    const linked: LinkedOrder[] = [];
    for (let row = 0; row < this.#size; row++) {
      const line = this.#line[row]!;
      if (!columns.some((keys, i) => keys[line]! >= 0 && counts[i]![keys[line]!]! > 1)) continue;
      linked.push({
        order: this.#order[row]!,
        buyer: buyer[line]!,
        phone: phone[line]!,
        room: room[line]!,
        pickup: pickup[line]!,
        orderedAt: this.#orderedAt[row]!,
        openFen: this.#openFen[row]!,
      });
    }
    return linked;
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
  }
}
