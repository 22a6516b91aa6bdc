// Which building every record of a run is sent to, ordinary orders included, as far as its cell says it plainly.

/** Numbers of a note: the entry of the crowd, and the building. */
const NOTE = 2;
/** Notes in one piece of the log. */
const PIECE_BITS = 15;
const PIECE = 1 << PIECE_BITS;
const IN_PIECE = PIECE - 1;

/** What `BuildingNotes` holds, as values that can be passed to another thread. */
export interface BuildingParts {
  readonly size: number;
  readonly pieces: readonly Int32Array[];
  readonly records: readonly number[];
}

/**
 * A building is the hash of a cell down to the building's number, and of the shop: one that is written in two ways is
 * two. Two buildings that share a hash are one by an accident of one in 10^9. Memory: 8 bytes a note.
 */
export class BuildingNotes {
  #size: number;
  readonly #pieces: Int32Array[];
  readonly #records: number[];
  /** The note that was asked for last. */
  #asked = 0;

  /** `parts`: what another one handed over. */
  constructor(parts: BuildingParts = { size: 0, pieces: [], records: [] }) {
    this.#size = parts.size;
    this.#pieces = [...parts.pieces];
    this.#records = [...parts.records];
  }

  /** All of it, to be passed to another thread. */
  handOver(): BuildingParts {
    return { size: this.#size, pieces: this.#pieces, records: this.#records };
  }

  /** Takes note of the building of a record of a shop, 0 for none. `entry` is its address's in the crowd, ascending. */
  note(entry: number, building: number, shop: number): void {
    if (building === 0) return;
    const at = (this.#size & IN_PIECE) * NOTE;
    if (at === 0) this.#pieces.push(new Int32Array(PIECE * NOTE));
    const piece = this.#pieces[this.#size++ >> PIECE_BITS]!;
    piece[at] = entry;
    piece[at + 1] = building;
    this.#records[shop] = (this.#records[shop] ?? 0) + 1;
  }

  /** Records of a shop that tell a building. */
  recordsOf(shop: number): number {
    return this.#records[shop] ?? 0;
  }

  /**
   * The building behind an entry of the crowd; 0 where it tells none. Time: for entries that are asked in ascending
   * order one pass over the notes in all; else logarithmic in the notes.
   */
  of(entry: number): number {
    let from = this.#entryAt(this.#asked) <= entry ? this.#asked : 0;
    let step = 1;
    while (from + step < this.#size && this.#entryAt(from + step) <= entry) {
      from += step;
      step *= 2;
    }
    let to = Math.min(from + step, this.#size);
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (this.#entryAt(middle) <= entry) from = middle;
      else to = middle;
    }
    this.#asked = from;
    if (this.#entryAt(from) !== entry) return 0;
    return this.#pieces[from >> PIECE_BITS]![(from & IN_PIECE) * NOTE + 1]!;
  }

  /** The entry of a note; above all where there is none. */
  #entryAt(note: number): number {
    return this.#pieces[note >> PIECE_BITS]?.[(note & IN_PIECE) * NOTE] ?? Number.POSITIVE_INFINITY;
  }

  /** How many records tell each of these buildings. Time: one pass over all notes. */
  count(buildings: Iterable<number>): Map<number, number> {
    const counts = new Map(Array.from(buildings, (building) => [building, 0]));
    if (counts.size === 0) return counts;
    let left = this.#size;
    for (const piece of this.#pieces) {
      const end = Math.min(left, PIECE) * NOTE;
      left -= PIECE;
      for (let at = 1; at < end; at += NOTE) {
        const known = counts.get(piece[at]!);
        if (known !== undefined) counts.set(piece[at]!, known + 1);
      }
    }
    return counts;
  }
}
