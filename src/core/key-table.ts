// A set of byte strings that numbers its members: equal bytes get equal numbers, in order of first sight.

/**
 * Open addressing over one pool of bytes. Members are compared by their real bytes, so that no accident of a hash
 * ever makes two keys one. Memory: the bytes of the distinct keys and about 16 bytes for each.
 */
export class KeyTable {
  size = 0;
  /** True when the last `intern` saw its key for the first time. */
  isNew = false;
  #slots = new Int32Array(1 << 10).fill(-1);
  #mask = (1 << 10) - 1;
  #hashes = new Int32Array(1 << 9);
  #offsets = new Float64Array((1 << 9) + 1);
  #pool = new Uint8Array(1 << 13);

  /** The number of the key that stands in `bytes` from `start` to `end` (exclusive). */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    let slot = hash & this.#mask;
    for (;;) {
      const key = this.#slots[slot]!;
      if (key < 0) break;
      if (this.#hashes[key] === hash && this.#equals(key, bytes, start, end)) {
        this.isNew = false;
        return key;
      }
      slot = (slot + 1) & this.#mask;
    }
    return this.#add(slot, hash, bytes, start, end);
  }

  /** The number of a key, or -1 when it was never interned. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    let slot = hash & this.#mask;
    for (;;) {
      const key = this.#slots[slot]!;
      if (key < 0 || (this.#hashes[key] === hash && this.#equals(key, bytes, start, end))) return key;
      slot = (slot + 1) & this.#mask;
    }
  }

  /** Compares two keys by their bytes; a key comes before a longer one that begins with it. */
  compare(a: number, b: number): number {
    const pool = this.#pool;
    const iEnd = this.#offsets[a + 1]!;
    const jEnd = this.#offsets[b + 1]!;
    let i = this.#offsets[a]!;
    let j = this.#offsets[b]!;
    for (; i < iEnd && j < jEnd; i++, j++) {
      if (pool[i] !== pool[j]) return pool[i]! - pool[j]!;
    }
    return iEnd - i - (jEnd - j);
  }

  /** Makes room for so many keys in one go, where it can be told how many there will be. */
  expect(keys: number): void {
    if (keys <= this.#hashes.length) return;
    this.#hashes = enlarged(this.#hashes, keys);
    this.#offsets = enlarged(this.#offsets, keys + 1);
    let slots = this.#slots.length;
    while (slots < keys * 2) slots *= 2;
    if (slots > this.#slots.length) this.#rehash(slots);
  }

  /** What `look` says of the bytes of a key, from `start` to before `end`. */
  look<T>(key: number, look: (bytes: Uint8Array, start: number, end: number) => T): T {
    return look(this.#pool, this.#offsets[key]!, this.#offsets[key + 1]!);
  }

  /** A copy of the bytes of a key. */
  bytes(key: number): Uint8Array {
    return this.#pool.slice(this.#offsets[key], this.#offsets[key + 1]);
  }

  /** True when `key` is a key and its bytes are these. */
  is(key: number, bytes: Uint8Array, start: number, end: number): boolean {
    return key >= 0 && key < this.size && this.#equals(key, bytes, start, end);
  }

  #equals(key: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#offsets[key]!;
    if (this.#offsets[key + 1]! - from !== end - start) return false;
    const pool = this.#pool;
    for (let i = start, p = from; i < end; i++, p++) if (pool[p] !== bytes[i]) return false;
    return true;
  }

  #add(slot: number, hash: number, bytes: Uint8Array, start: number, end: number): number {
    const key = this.size++;
    if (key >= this.#hashes.length) {
      this.#hashes = enlarged(this.#hashes, key * 2);
      this.#offsets = enlarged(this.#offsets, key * 2 + 1);
    }
    const from = this.#offsets[key]!;
    const to = from + end - start;
    if (to > this.#pool.length)
      this.#pool = enlarged(this.#pool, Math.max(to, Math.ceil(this.#pool.length * 1.5)));
    for (let i = start, p = from; i < end; i++, p++) this.#pool[p] = bytes[i]!;
    this.#hashes[key] = hash;
    this.#offsets[key + 1] = to;
    this.#slots[slot] = key;
    this.isNew = true;
    if (this.size * 2 > this.#slots.length) this.#rehash(this.#slots.length * 2);
    return key;
  }

  #rehash(length: number): void {
    const slots = new Int32Array(length).fill(-1);
    const mask = length - 1;
    for (let key = 0; key < this.size; key++) {
      let slot = this.#hashes[key]! & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = key;
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}

/** FNV-1a over the bytes, with a last mix so that the low bits depend on all of them. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

type Numbers = Uint8Array | Int8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** The same numbers in a longer array of the same type; what is new is 0. */
export function enlarged<T extends Numbers>(old: T, length: number): T {
  const bigger = new (old.constructor as new (n: number) => T)(length);
  bigger.set(old);
  return bigger;
}
