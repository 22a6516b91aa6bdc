// Remembers what the cells of a column mean: a column of states holds a dozen texts in a million records.

import { KeyTable } from '../core/key-table.js';
import { cleanCell } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';

/** Computes a value once for each distinct content of a cell. Memory grows with the distinct contents. */
export class CellCache<T> {
  readonly #compute: (text: string) => T;
  readonly #contents = new KeyTable();
  readonly #values: T[] = [];

  /** `compute` gets the cell's text without what surrounds its value. */
  constructor(compute: (text: string) => T) {
    this.#compute = compute;
  }

  get(view: RecordView, cell: number): T {
    view.locate(cell);
    const content = this.#contents.intern(view.bytes, view.from, view.to);
    if (this.#contents.isNew) this.#values.push(this.#compute(cleanCell(view.text(cell))));
    return this.#values[content]!;
  }
}
