// Many short texts one behind the other: no object for each.

import { enlarged } from './key-table.js';

export class TextPool {
  #units: Uint16Array;
  #end: number;

  /** `units`: what another one handed over; then it can be asked, and nothing is added any more. */
  constructor(units?: Uint16Array) {
    this.#units = units ?? new Uint16Array(1 << 12);
    this.#end = units?.length ?? 0;
  }

  /** All of it, to be passed to another thread. */
  handOver(): Uint16Array {
    return this.#units;
  }

  /** Adds a text; returns where it begins. */
  add(text: string): number {
    const from = this.#end;
    this.#end += text.length;
    if (this.#end > this.#units.length) this.#units = enlarged(this.#units, Math.ceil(this.#end * 1.5));
    for (let i = 0; i < text.length; i++) this.#units[from + i] = text.charCodeAt(i);
    return from;
  }

  text(from: number, length: number): string {
    // Spread, the units would go through an iterator one by one: four times as slow.
    return String.fromCharCode.apply(null, this.#units.subarray(from, from + length) as unknown as number[]);
  }
}
