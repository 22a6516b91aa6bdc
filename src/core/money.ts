// Amounts of money: a strict grammar from text to whole fen by digits alone, and back.

import { BLANK, cleanCell, halfWidth, isEmptyToken, UNREADABLE } from './tokens.js';

const SPACE = 0x20;
const OPEN = 0x28;
const CLOSE = 0x29;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const YEN = 0xa5;
const YUAN = 0x5143;

/** Digits before the point that the fast path takes: with two more for the fen, always below 2^53. */
const PLAIN_INTEGER_DIGITS = 13;

/**
 * Reads an amount in yuan from a cell, in whole fen; never through a float, never `-0`.
 *
 * Accepted, in half or full width: digits, plain or correctly grouped (`1,234`), with 1 or 2 decimals, or 4 of which
 * the last two are 0; one sign; `¥` before and `元` behind; parentheses for negative; blanks between these parts.
 * Three decimals are refused on purpose: `69.900` is more likely two cells that ran together.
 * `BLANK` for an empty token; `UNREADABLE` for everything else, also beyond `Number.MAX_SAFE_INTEGER` fen.
 */
export function parseFen(text: string): number {
  const cell = cleanCell(text);
  if (isEmptyToken(cell)) return BLANK;
  const s = halfWidth(cell);
  let at = 0;
  let end = s.length;
  let negative = false;
  let signed = false;
  let symbol = false;
  if (s.charCodeAt(0) === OPEN) {
    if (s.charCodeAt(end - 1) !== CLOSE) return UNREADABLE;
    negative = true;
    signed = true;
    at++;
    end--;
  }
  for (; at < end; at++) {
    const code = s.charCodeAt(at);
    if (code === SPACE) continue;
    if (code === YEN && !symbol) symbol = true;
    else if ((code === MINUS || code === PLUS) && !signed) {
      signed = true;
      negative = code === MINUS;
    } else break;
  }
  while (end > at && s.charCodeAt(end - 1) === SPACE) end--;
  if (end > at && s.charCodeAt(end - 1) === YUAN) {
    end--;
    while (end > at && s.charCodeAt(end - 1) === SPACE) end--;
  }
  const fen = unsignedFen(s, at, end);
  return negative && fen > 0 && fen !== UNREADABLE ? -fen : fen;
}

/** Fen of `1234`, `1,234`, `1,234.5`, `1234.50` or `1234.5000` between two places of a text; else `UNREADABLE`. */
function unsignedFen(s: string, start: number, end: number): number {
  let at = start;
  let fen = 0;
  let run = 0;
  let grouped = false;
  for (; at < end; at++) {
    const code = s.charCodeAt(at);
    if (code === COMMA) {
      if (grouped ? run !== 3 : run === 0 || run > 3 || s.charCodeAt(start) === ZERO) return UNREADABLE;
      grouped = true;
      run = 0;
      continue;
    }
    const digit = code - ZERO;
    if (digit < 0 || digit > 9) break;
    // Beyond 2^53 the product may be rounded, but never to below 2^53, so the comparison holds.
    fen = fen * 10 + digit;
    if (fen > Number.MAX_SAFE_INTEGER) return UNREADABLE;
    run++;
  }
  if (grouped ? run !== 3 : run === 0) return UNREADABLE;
  if (at === end) return safeFen(fen * 100);
  const decimals = end - at - 1;
  if (s.charCodeAt(at) !== DOT || (decimals !== 1 && decimals !== 2 && decimals !== 4)) return UNREADABLE;
  if (decimals === 4 && (s.charCodeAt(at + 3) !== ZERO || s.charCodeAt(at + 4) !== ZERO)) return UNREADABLE;
  const tenths = s.charCodeAt(at + 1) - ZERO;
  const hundredths = decimals === 1 ? 0 : s.charCodeAt(at + 2) - ZERO;
  if (tenths < 0 || tenths > 9 || hundredths < 0 || hundredths > 9) return UNREADABLE;
  return safeFen(fen * 100 + (tenths * 10 + hundredths));
}

function safeFen(fen: number): number {
  return fen > Number.MAX_SAFE_INTEGER ? UNREADABLE : fen;
}

/**
 * The fast path for ASCII bytes from `start` to before `end`: `-?` digits, then nothing, `.d` or `.dd`, with at most
 * 13 digits before the point. Fen, never `-0`. Anything else is `UNREADABLE`: then `parseFen` decides on the text.
 */
export function parsePlainFen(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = at < end && bytes[at] === MINUS;
  if (negative) at++;
  const limit = Math.min(end, at + PLAIN_INTEGER_DIGITS);
  const first = at;
  let yuan = 0;
  for (; at < limit; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) break;
    yuan = yuan * 10 + digit;
  }
  if (at === first) return UNREADABLE;
  let fen = yuan * 100;
  if (at < end) {
    const decimals = end - at - 1;
    if (bytes[at] !== DOT || decimals < 1 || decimals > 2) return UNREADABLE;
    const tenths = (bytes[at + 1] as number) - ZERO;
    const hundredths = decimals === 2 ? (bytes[at + 2] as number) - ZERO : 0;
    if (tenths < 0 || tenths > 9 || hundredths < 0 || hundredths > 9) return UNREADABLE;
    fen += tenths * 10 + hundredths;
  }
  return negative && fen !== 0 ? -fen : fen;
}

/**
 * Fen as yuan with two decimals, as files carry it: `1234.50`, `-0.05`.
 * Throws a RangeError when `fen` is no safe integer: a blank must be handled before it is shown.
 */
export function formatYuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not whole fen: ${fen}`);
  const size = Math.abs(fen);
  const cents = size % 100;
  // The remainder goes first, so that the division is exact.
  return `${fen < 0 ? '-' : ''}${(size - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`;
}

/** Like `formatYuan`, with commas between thousands, as people read it: `1,234.50`. */
export function formatYuanGrouped(fen: number): string {
  const plain = formatYuan(fen);
  const first = fen < 0 ? 1 : 0;
  let at = plain.length - 3;
  let grouped = plain.slice(at);
  for (; at - 3 > first; at -= 3) grouped = `,${plain.slice(at - 3, at)}${grouped}`;
  return plain.slice(0, at) + grouped;
}

/**
 * `fen` x `by` / `of`, half up, exact: fen are whole and not below 0, `of` is above 0. The product of two amounts can lie
 * beyond what a double holds exactly.
 */
export function scaleHalfUp(fen: number, by: number, of: number): number {
  const product = BigInt(fen) * BigInt(by) * 2n + BigInt(of);
  return Number(product / (2n * BigInt(of)));
}
