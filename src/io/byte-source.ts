// Where the scanner's bytes come from: a file read in order, transcoded to UTF-8 where it is UTF-16.

import type { Hash } from 'node:crypto';
import { type ReadableInput, readInput } from './open-input.js';
import type { FilePort } from './port.js';

/** Bytes in order. `read` fills at most `length` bytes and returns how many; 0 is the end. */
export interface ByteSource {
  read(into: Buffer, offset: number, length: number): number;
}

/**
 * The bytes of an input from a position on; each byte goes through the hash, if there is one, in order. Reading throws
 * UserError as `readInput` does.
 */
export function fileSource(port: FilePort, file: ReadableInput, position: number, hash?: Hash): ByteSource {
  let at = position;
  return {
    read(into, offset, length) {
      const n = readInput(port, file, into, offset, length, at);
      at += n;
      if (hash && n > 0) hash.update(into.subarray(offset, offset + n));
      return n;
    },
  };
}

/** Bytes that are in memory already. */
export function memorySource(bytes: Uint8Array): ByteSource {
  let at = 0;
  return {
    read(into, offset, length) {
      const n = Math.min(length, bytes.length - at);
      into.set(bytes.subarray(at, at + n), offset);
      at += n;
      return n;
    },
  };
}

/** A byte that no UTF-8 text holds: stands for half a surrogate pair or half a unit, so that its record is found invalid. */
const INVALID = Buffer.from([0xff]);

/** UTF-16 units as UTF-8, unit by unit: every unit of the input is one unit of the decoded output. */
export function utf16Source(inner: ByteSource, bigEndian: boolean): ByteSource {
  const raw = Buffer.alloc(65_536);
  let kept = 0;
  let ready: Buffer = Buffer.alloc(0);
  let ended = false;

  function refill(): void {
    const n = inner.read(raw, kept, raw.length - kept);
    ended = n === 0;
    const have = kept + n;
    let whole = have & ~1;
    const high = (i: number) => raw[bigEndian ? i : i + 1]! >> 2;
    // The first half of a pair waits for its second one.
    if (!ended && whole >= 2 && high(whole - 2) === 0x36) whole -= 2;
    const part = Buffer.from(raw.subarray(0, whole));
    if (bigEndian) part.swap16();
    ready = encodeUnits(part.toString('utf16le'));
    if (ended && have > whole) ready = Buffer.concat([ready, INVALID]);
    kept = ended ? 0 : have - whole;
    raw.copyWithin(0, whole, have);
  }

  return {
    read(into, offset, length) {
      while (ready.length === 0 && !ended) refill();
      const n = Math.min(length, ready.length);
      ready.copy(into, offset, 0, n);
      ready = ready.subarray(n);
      return n;
    },
  };
}

function encodeUnits(text: string): Buffer {
  // With the u flag a whole pair is one character, so only a half without its other half is a surrogate.
  const parts = text.split(/(\p{Surrogate})/u);
  if (parts.length === 1) return Buffer.from(text, 'utf8');
  return Buffer.concat(parts.map((part, i) => (i % 2 === 1 ? INVALID : Buffer.from(part, 'utf8'))));
}

/** How many bytes of the UTF-16 file the UTF-8 bytes stand for. A pair is one character of four bytes. */
export function utf16Length(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let i = start; i < end; i++) {
    const b = bytes[i]!;
    if ((b & 0xc0) !== 0x80) units += b >= 0xf0 && b < 0xff ? 2 : 1;
  }
  return units * 2;
}
