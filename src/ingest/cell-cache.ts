// Remembers what the cells of a column mean: a column of states holds a dozen texts in a million records.

import { KeyTable } from '../core/key-table.js';
import { cleanCell } from '../core/tokens.js';
import type { CellView } from '../io/record-view.js';

/** Computes a value once for each distinct content of a cell. Memory grows with the distinct contents. */
export class CellCache<T> {
  readonly #compute: (text: string) => T;
  readonly #contents = new KeyTable();
  readonly #values: T[] = [];
  /** The last content: a record's state, flag or product is its neighbour's more often than not. */
  #last = -1;

  /** `compute` gets the cell's text without what surrounds its value. */
  constructor(compute: (text: string) => T) {
    this.#compute = compute;
  }

  get(view: CellView, cell: number): T {
    view.locate(cell);
    const contents = this.#contents;
    if (!contents.is(this.#last, view.bytes, view.from, view.to)) {
      this.#last = contents.intern(view.bytes, view.from, view.to);
      if (contents.isNew) this.#values.push(this.#compute(cleanCell(view.text(cell))));
    }
    return this.#values[this.#last]!;
  }
}
