// A small seeded random generator, so that every generated file is the same on every machine.

/**
 * @typedef {object} Random
 * @property {() => number} next a number in [0, 1) with 32 bits
 * @property {(lo: number, hi: number) => number} int a whole number from lo to hi, both included
 * @property {<T>(list: readonly T[]) => T} pick one element of a list that is not empty
 * @property {(probability: number) => boolean} chance true with this probability
 * @property {<T>(list: readonly T[]) => T[]} shuffle a shuffled copy
 * @property {(count: number) => string} digits that many decimal digits, leading zeros included
 */

/**
 * mulberry32: 32 bits of state, only integer operations and one exact division, so no machine rounds differently.
 * @param {number} seed a whole number; equal seeds give equal sequences
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  /** @param {number} lo @param {number} hi */
  const int = (lo, hi) => lo + Math.floor(next() * (hi - lo + 1));
  return {
    next,
    int,
    pick(list) {
      if (list.length === 0) throw new Error('pick from an empty list');
      // The index is below the length, so the element exists whatever its type.
      return /** @type {typeof list[number]} */ (list[int(0, list.length - 1)]);
    },
    chance: (probability) => next() < probability,
    shuffle(list) {
      const copy = list.slice();
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = int(0, last);
        const held = /** @type {typeof list[number]} */ (copy[last]);
        copy[last] = /** @type {typeof list[number]} */ (copy[other]);
        copy[other] = held;
      }
      return copy;
    },
    digits(count) {
      let text = '';
      while (text.length < count) text += String(int(0, 999_999)).padStart(6, '0');
      return text.slice(0, count);
    },
  };
}
