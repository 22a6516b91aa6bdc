// What the first reading remembers of each record of a file, so that the second one need not scan: ten bytes a record.

import { enlarged } from './key-table.js';

/** What a record is; every record of a file is exactly one of these. */
export const RECORD_KINDS = ['audited', 'rejected', 'blank', 'header', 'preamble', 'footer'] as const;

export const KIND = { audited: 0, rejected: 1, blank: 2, header: 3, preamble: 4, footer: 5 } as const;

/** How a record ends; the values are stored beside each record for the second reading. */
export const LINE_END = { none: 0, lf: 1, cr: 2, crlf: 3 } as const;

/** Lengths of 4 GiB and more stand apart; this value in the column says so. */
const HUGE = 0xffffffff;

/** What is remembered of records but for their orders, in memory of its own that another thread may be given. */
export interface RecordParts {
  readonly lengths: Uint32Array;
  readonly marks: Uint8Array;
  readonly cells: Uint16Array;
  readonly huge: ReadonlyMap<number, number>;
}

/** A record map as a second reading needs it. */
export type RecordShapes = Pick<RecordMap, 'size' | 'length' | 'lineEnd' | 'cells'>;

export class RecordMap {
  size = 0;
  /** Bytes of all records together. */
  bytes = 0;
  /** How many records of each kind, indexed by `KIND`. */
  readonly kinds = new Uint32Array(RECORD_KINDS.length);
  #lengths: Uint32Array = new Uint32Array(1 << 8);
  #marks: Uint8Array = new Uint8Array(1 << 8);
  #cells: Uint16Array = new Uint16Array(1 << 8);
  #orders = new Int32Array(1 << 8);
  readonly #huge = new Map<number, number>();

  /**
   * Adds the next record: its bytes in the file with its line end, how it ends (`LINE_END`, 0 to 3), what it is, how
   * many cells it has (0 where that is not known), and the index of its order (-1 without).
   */
  add(length: number, lineEnd: number, kind: number, cells: number, order: number): void {
    const i = this.size++;
    if (i === this.#lengths.length) {
      const capacity = Math.ceil(i * 1.5);
      this.#lengths = enlarged(this.#lengths, capacity);
      this.#marks = enlarged(this.#marks, capacity);
      this.#cells = enlarged(this.#cells, capacity);
      this.#orders = enlarged(this.#orders, capacity);
    }
    if (length >= HUGE) this.#huge.set(i, length);
    this.#lengths[i] = Math.min(length, HUGE);
    this.#marks[i] = (kind << 2) | lineEnd;
    this.#cells[i] = cells;
    this.#orders[i] = order;
    this.kinds[kind]!++;
    this.bytes += length;
  }

  /** A copy of what a second reading needs: seven bytes a record. */
  parts(): RecordParts {
    return {
      lengths: this.#lengths.slice(0, this.size),
      marks: this.#marks.slice(0, this.size),
      cells: this.#cells.slice(0, this.size),
      huge: this.#huge,
    };
  }

  /** The records of another map's parts. */
  static of({ lengths, marks, cells, huge }: RecordParts): RecordShapes {
    const map = new RecordMap();
    map.size = lengths.length;
    map.#lengths = lengths;
    map.#marks = marks;
    map.#cells = cells;
    for (const [i, length] of huge) map.#huge.set(i, length);
    return map;
  }

  length(i: number): number {
    const length = this.#lengths[i]!;
    return length === HUGE ? this.#huge.get(i)! : length;
  }

  lineEnd(i: number): number {
    return this.#marks[i]! & 3;
  }

  kind(i: number): number {
    return this.#marks[i]! >> 2;
  }

  cells(i: number): number {
    return this.#cells[i]!;
  }

  order(i: number): number {
    return this.#orders[i]!;
  }
}
