// Damage for the fuzzer: what editors, broken transfers and careless programs do to the bytes of a file.

/** @typedef {import('../support/random.js').Random} Random */
/** @typedef {(random: Random, bytes: Buffer, special: readonly number[]) => Buffer} Mutation */

/**
 * @param {Buffer} bytes
 * @param {number} from
 * @param {number} removed
 * @param {Uint8Array | readonly number[]} added
 */
const spliced = (bytes, from, removed, added) =>
  Buffer.concat([bytes.subarray(0, from), Buffer.from(added), bytes.subarray(from + removed)]);

/** @param {Random} random @param {Buffer} bytes */
const place = (random, bytes) => random.int(0, bytes.length);

/** @param {Random} random @param {Buffer} bytes @returns {[from: number, length: number]} */
const stretch = (random, bytes) => {
  const from = place(random, bytes);
  return [from, Math.min(bytes.length - from, random.int(1, random.pick([2, 8, 60])))];
};

/** @type {Mutation} */
const quoteAtBorder = (random, bytes, special) => {
  const from = place(random, bytes);
  const isBorder = (/** @type {number} */ byte) =>
    byte === special[DELIMITER] || byte === 0x0a || byte === 0x0d;
  const length = bytes.subarray(from).findIndex(isBorder);
  const border = length < 0 ? bytes.length : from + length;
  return spliced(bytes, Math.min(bytes.length, border + random.int(0, 1)), 0, [0x22]);
};

/** @type {readonly Mutation[]} */
const MUTATIONS = [
  // A bit tips over.
  (random, bytes) => {
    const at = place(random, bytes);
    return at === bytes.length ? bytes : spliced(bytes, at, 1, [Number(bytes[at]) ^ (1 << random.int(0, 7))]);
  },
  // A byte becomes another one.
  (random, bytes, special) => spliced(bytes, place(random, bytes), 1, [random.pick(special)]),
  (random, bytes) => spliced(bytes, place(random, bytes), 1, [random.int(0, 255)]),
  // Quotes, delimiters, line breaks, NUL come in; twice as often as the rest.
  (random, bytes, special) => spliced(bytes, place(random, bytes), 0, [random.pick(special)]),
  (random, bytes, special) =>
    spliced(
      bytes,
      place(random, bytes),
      0,
      Array.from({ length: random.int(1, 4) }, () => random.pick(special)),
    ),
  (random, bytes) => spliced(bytes, place(random, bytes), 0, [0x22]),
  // A quote at a cell's beginning or end, as people type it; two of them swallow what lies between.
  (random, bytes, special) => quoteAtBorder(random, bytes, special),
  (random, bytes, special) => quoteAtBorder(random, quoteAtBorder(random, bytes, special), special),
  // Something goes.
  (random, bytes) => spliced(bytes, place(random, bytes), 1, []),
  (random, bytes) => {
    const quote = bytes.indexOf(0x22, place(random, bytes));
    return quote < 0 ? bytes : spliced(bytes, quote, 1, []);
  },
  (random, bytes) => {
    const [from, length] = stretch(random, bytes);
    return spliced(bytes, from, length, []);
  },
  // A piece stands twice, or elsewhere.
  (random, bytes) => {
    const [from, length] = stretch(random, bytes);
    return spliced(bytes, place(random, bytes), 0, bytes.subarray(from, from + length));
  },
  // The transfer broke off.
  (random, bytes) => bytes.subarray(0, place(random, bytes)),
  // A very long cell, very many cells, many empty lines.
  (random, bytes, special) =>
    spliced(
      bytes,
      place(random, bytes),
      0,
      Buffer.alloc(random.int(10, random.pick([60, 60, 3000])), random.pick([0x78, ...special])),
    ),
];

/** Where the delimiter stands among the special bytes. */
const DELIMITER = 2;

/** Bytes that mean something somewhere. @param {number} delimiter */
const specialBytes = (delimiter) => [
  0x22,
  0x22,
  delimiter,
  0x0a,
  0x0d,
  0x00,
  0x20,
  0x09,
  0x80,
  0x81,
  0xe4,
  0xff,
];

/**
 * @param {Random} random
 * @param {Buffer} bytes
 * @param {{ delimiter: number, other?: Buffer }} options `other`: a file whose end may be put behind this one's beginning
 */
export function damaged(random, bytes, { delimiter, other }) {
  let out = bytes;
  if (other !== undefined && random.chance(0.1)) {
    out = Buffer.concat([bytes.subarray(0, place(random, bytes)), other.subarray(place(random, other))]);
  }
  const special = specialBytes(delimiter);
  for (let left = random.chance(0.5) ? 1 : random.int(1, 6); left > 0; left--) {
    out = random.pick(MUTATIONS)(random, out, special);
  }
  return out;
}
