// Batches of bytes and numbers in memory that two threads share: one fills them, the other empties them in order.

/** Batches in the ring: so far one thread may be ahead of the other. */
const BATCHES = 4;
/** Cells of the state. The first one holds twice the number of batches, and 1 more behind the last of them. */
const [FILLED, EMPTIED, RESULT] = [0, 1, 2];
const [DONE, FAILED] = [1, 2];

/** What both threads are given. A system makes pages of it real only when they are first written to. */
export interface RingMemory {
  readonly state: Int32Array;
  readonly bytes: readonly Uint8Array[];
  readonly numbers: readonly Int32Array[];
}

/**
 * How many bytes a batch should hold of files of so many bytes: waking the other thread takes about a millisecond and
 * may cost this one its turn, so a large run has some hundred batches; no batch is larger than 4 MiB.
 */
export function batchBytes(fileBytes: number): number {
  return Math.min(1 << 22, Math.max(1 << 16, Math.ceil(fileBytes / 128)));
}

/** Memory for batches of so many bytes and numbers each. */
export function ringMemory(bytes: number, numbers: number): RingMemory {
  const shared = (length: number) => new SharedArrayBuffer(length);
  return {
    state: new Int32Array(shared(3 * 4)),
    bytes: Array.from({ length: BATCHES }, () => new Uint8Array(shared(bytes))),
    numbers: Array.from({ length: BATCHES }, () => new Int32Array(shared(numbers * 4))),
  };
}

/** The side that fills the batches. */
export class RingFiller {
  /** The other side failed, or did nothing for too long: nothing is waited for any more, and the work is to be done again. */
  isLost = false;
  readonly #memory: RingMemory;
  readonly #patienceMs: number;
  #filled = 0;

  /** `patienceMs`: how long the other side may need for one batch. */
  constructor(memory: RingMemory, patienceMs: number) {
    this.#memory = memory;
    this.#patienceMs = patienceMs;
  }

  /** The batch to fill, the same one until `pass` is called. */
  get bytes(): Uint8Array {
    return this.#memory.bytes[this.#filled % BATCHES]!;
  }

  get numbers(): Int32Array {
    return this.#memory.numbers[this.#filled % BATCHES]!;
  }

  /** Passes the batch on; returns when there is a free one. */
  pass(): void {
    const { state } = this.#memory;
    this.#tell(++this.#filled * 2);
    this.#wait(() => this.#filled - Atomics.load(state, EMPTIED) < BATCHES);
  }

  /** Says that there are no more batches. */
  end(): void {
    this.#tell(this.#filled * 2 + 1);
  }

  /** Waits until the other side is done with all batches; false when it is lost. */
  settle(): boolean {
    this.#wait(() => Atomics.load(this.#memory.state, RESULT) === DONE);
    return !this.isLost;
  }

  /** Says that the batches that are still missing will never come. */
  fail(): void {
    Atomics.store(this.#memory.state, RESULT, FAILED);
    this.end();
  }

  #tell(filled: number): void {
    const { state } = this.#memory;
    Atomics.store(state, FILLED, filled);
    Atomics.notify(state, FILLED);
  }

  /** Waits for something that comes with a batch that was emptied. */
  #wait(isThere: () => boolean): void {
    const { state } = this.#memory;
    while (!this.isLost) {
      const emptied = Atomics.load(state, EMPTIED);
      if (isThere()) return;
      this.isLost =
        Atomics.load(state, RESULT) === FAILED ||
        Atomics.wait(state, EMPTIED, emptied, this.#patienceMs) === 'timed-out';
    }
  }
}

/** The side that empties them. */
export class RingEmptier {
  /** The other side failed, or passed nothing on for too long: there are no more batches, and some are missing. */
  isLost = false;
  readonly #memory: RingMemory;
  readonly #patienceMs: number;
  #emptied = 0;
  #isHeld = false;

  /** `patienceMs`: how long the other side may need for one batch. */
  constructor(memory: RingMemory, patienceMs = Number.POSITIVE_INFINITY) {
    this.#memory = memory;
    this.#patienceMs = patienceMs;
  }

  /** Bytes for which a batch has room. */
  get batchBytes(): number {
    return this.#memory.bytes[0]!.length;
  }

  /** The next batch, null behind the last one and where the other side is lost; the one before goes back. */
  next(): { readonly bytes: Uint8Array; readonly numbers: Int32Array } | null {
    const { state, bytes, numbers } = this.#memory;
    if (this.#isHeld) {
      this.#emptied++;
      this.#tell();
    }
    for (;;) {
      const filled = Atomics.load(state, FILLED);
      this.#isHeld = this.#emptied * 2 < filled - 1;
      if (this.#isHeld) {
        const batch = this.#emptied % BATCHES;
        return { bytes: bytes[batch]!, numbers: numbers[batch]! };
      }
      this.isLost ||= Atomics.load(state, RESULT) === FAILED;
      if (filled % 2 === 1 || this.isLost) return null;
      this.isLost = Atomics.wait(state, FILLED, filled, this.#patienceMs) === 'timed-out';
    }
  }

  /** Says that all batches are dealt with, or that they cannot be. */
  finish(isDone: boolean): void {
    Atomics.store(this.#memory.state, RESULT, isDone ? DONE : FAILED);
    this.#emptied++;
    this.#tell();
  }

  #tell(): void {
    const { state } = this.#memory;
    Atomics.store(state, EMPTIED, this.#emptied);
    Atomics.notify(state, EMPTIED);
  }
}
