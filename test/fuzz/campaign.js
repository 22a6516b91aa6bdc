// Runs cases of a kind, one after the other, and makes the ones that fail smaller.

import { createRandom } from '../support/random.js';

/** @typedef {import('./scanner-laws.js').Product} Product */
/** @typedef {import('./scanner-kinds.js').Case} Case */
/** @typedef {import('./scanner-kinds.js').Kind} Kind */
/**
 * @typedef {object} Failure
 * @property {string} kind
 * @property {number} seed
 * @property {number} number which case of the seed
 * @property {string} broken what was wrong
 * @property {Case} [smallest]
 */

/** How often a smaller case is tried. */
const TRIES = 1500;
/** Pieces into which a part is cut at most, single bytes where it is short. */
const MOST_PIECES = 1 << 16;

/**
 * The generator of one case: the same for the same kind, seed and number.
 * @param {Kind} kind
 * @param {number} seed
 * @param {number} number
 */
function randomOf(kind, seed, number) {
  let state = seed >>> 0;
  for (const char of kind.name) state = Math.imul(state ^ char.charCodeAt(0), 0x01000193);
  return createRandom(Math.imul(state ^ number, 0x9e3779b1) ^ (number >>> 3));
}

/**
 * What is wrong with a case, or null. An error that is thrown is wrong as well.
 * @param {Product} product
 * @param {Kind} kind
 * @param {Case} one
 */
export async function brokenLaw(product, kind, one) {
  try {
    return await kind.check(product, one);
  } catch (error) {
    return error instanceof Error
      ? `${error.name}: ${error.message} ${causeOf(error)}`.trim()
      : String(error);
  }
}

/** @param {Error} error */
const causeOf = ({ cause, stack = '' }) =>
  (cause instanceof Error ? (cause.stack ?? '') : stack).split('\n').slice(0, 3).join(' ');

/**
 * @param {Product} product
 * @param {Kind} kind
 * @param {number} seed
 * @param {number} number
 * @param {boolean} [isWanted] whether a failing case is made smaller
 * @returns {Promise<Failure | null>}
 */
export async function runCase(product, kind, seed, number, isWanted = true) {
  const made = kind.make(randomOf(kind, seed, number));
  const broken = await brokenLaw(product, kind, made);
  if (broken === null) return null;
  if (!isWanted) return { kind: kind.name, seed, number, broken };
  const smallest = await shrunk(product, kind, made, broken);
  return { kind: kind.name, seed, number, ...smallest };
}

/**
 * Leaves out bytes, or lines where only whole lines may go, as long as the case fails.
 * @param {Product} product
 * @param {Kind} kind
 * @param {Case} made
 * @param {string} broken
 */
async function shrunk(product, kind, made, broken) {
  // What was written down is not known of a part of the file: csv-parse has to do alone.
  let [smallest, words] = [{ parts: made.parts, settings: made.settings }, broken];
  if ((await brokenLaw(product, kind, smallest)) === null) return { smallest, broken };
  let tries = 0;
  for (const name of Object.keys(made.parts)) {
    const isByLine = kind.wholeLines?.includes(name) === true;
    let pieces = piecesOf(smallest.parts[name], isByLine);
    for (
      let size = Math.ceil(pieces.length / 2);
      size >= 1 && tries < TRIES;
      size = size === 1 ? 0 : size >> 1
    ) {
      for (let at = 0; at < pieces.length && tries < TRIES; ) {
        const fewer = pieces.toSpliced(at, size);
        const smaller = { ...smallest, parts: { ...smallest.parts, [name]: Buffer.concat(fewer) } };
        const wrong = await brokenLaw(product, kind, smaller);
        tries++;
        if (wrong === null || /^CsvError|^Error: (?:Invalid|Quote)/.test(wrong)) {
          at += size;
        } else {
          [smallest, words, pieces] = [smaller, wrong, fewer];
        }
      }
    }
  }
  return { smallest, broken: words };
}

/** @param {Buffer | undefined} bytes @param {boolean} isByLine @returns {Buffer[]} */
function piecesOf(bytes = Buffer.alloc(0), isByLine) {
  const text = bytes.toString('latin1');
  const size = Math.ceil(text.length / MOST_PIECES);
  const pieces = isByLine
    ? (text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [])
    : Array.from({ length: Math.ceil(text.length / size) || 0 }, (_, i) =>
        text.slice(i * size, (i + 1) * size),
      );
  return pieces.map((piece) => Buffer.from(piece, 'latin1'));
}

/** A case as JSON can hold it: bytes as characters. @param {Case} one */
export function writtenCase({ parts, settings }) {
  const texts = Object.entries(parts).map(([name, bytes]) => [name, bytes.toString('latin1')]);
  return { parts: Object.fromEntries(texts), settings };
}

/** @param {ReturnType<typeof writtenCase>} written @returns {Case} */
export function readCase({ parts, settings }) {
  const bytes = Object.entries(parts).map(([name, text]) => [name, Buffer.from(text, 'latin1')]);
  return { parts: Object.fromEntries(bytes), settings };
}
