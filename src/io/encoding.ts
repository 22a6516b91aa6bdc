// Text encodings of export files: telling whether bytes are valid, decoding cells, encoding what we add.

import { isUtf8 } from 'node:buffer';

export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const gb18030 = new TextDecoder('gb18030');

/** Names that people type for an encoding (`--encoding`), besides the canonical ones; null when it is none of them. */
export function encodingNamed(name: string): Encoding | null {
  const key = name.toLowerCase().replaceAll(/[\s_]/g, '-');
  if (key === 'utf8' || key === 'utf-8' || key === 'utf-8-bom' || key === 'utf-8-sig') return 'utf-8';
  if (key === 'gbk' || key === 'gb2312' || key === 'gb18030' || key === 'cp936' || key === 'ansi')
    return 'gb18030';
  if (key === 'utf-16' || key === 'utf16' || key === 'utf-16le' || key === 'unicode') return 'utf-16le';
  if (key === 'utf-16be') return 'utf-16be';
  return null;
}

/** The encoding that a byte order mark tells, and the mark's length in bytes; null without one. */
export function readBom(head: Uint8Array): { encoding: Encoding; length: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/**
 * Guesses UTF-16 without a mark: in text that is mostly ASCII (digits, delimiters) every second byte is 0.
 * Chinese exports hold enough digits and commas for a fifth of all units to show it.
 */
export function looksLikeUtf16(head: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  const n = Math.min(head.length, 4096) & ~1;
  for (let i = 0; i < n; i += 2) {
    if (head[i] === 0 && head[i + 1] !== 0) even++;
    if (head[i + 1] === 0 && head[i] !== 0) odd++;
  }
  const enough = n / 2 / 5;
  if (odd > enough && odd > 20 * even) return 'utf-16le';
  if (even > enough && even > 20 * odd) return 'utf-16be';
  return null;
}

/** True when the bytes from `start` to `end` (exclusive) are whole characters of the encoding. */
export function isValidText(bytes: Buffer, start: number, end: number, encoding: Encoding): boolean {
  return encoding === 'gb18030' ? isGb18030(bytes, start, end) : isUtf8(bytes.subarray(start, end));
}

/**
 * True when the bytes are well-formed GB18030. Every two-byte code is assigned; of the four-byte ones those
 * between 0x8431A439 and 0x90308130 and those above 0xE3329A35 are not. 0x80 alone is Windows' euro sign (code page
 * 936): Excel writes it, and the decoder reads it.
 */
function isGb18030(bytes: Uint8Array, start: number, end: number): boolean {
  let p = start;
  while (p < end) {
    const b1 = bytes[p]!;
    if (b1 <= 0x80) {
      p++;
      continue;
    }
    if (b1 === 0xff || p + 1 >= end) return false;
    const b2 = bytes[p + 1]!;
    if (b2 >= 0x40 && b2 !== 0x7f && b2 !== 0xff) {
      p += 2;
      continue;
    }
    if (b2 < 0x30 || b2 > 0x39 || p + 3 >= end) return false;
    const b3 = bytes[p + 2]!;
    const b4 = bytes[p + 3]!;
    if (b3 < 0x81 || b3 === 0xff || b4 < 0x30 || b4 > 0x39) return false;
    const linear = ((b1 * 256 + b2) * 256 + b3) * 256 + b4;
    if ((linear > 0x8431a439 && linear < 0x90308130) || linear > 0xe3329a35) return false;
    p += 4;
  }
  return true;
}

/** Decodes whole characters; invalid bytes become U+FFFD (the caller has asked `isValidText` before). */
export function decodeText(bytes: Buffer, start: number, end: number, encoding: Encoding): string {
  if (encoding === 'gb18030') {
    for (let i = start; i < end; i++) {
      if (bytes[i]! >= 0x80) return gb18030.decode(bytes.subarray(start, end));
    }
    return bytes.toString('latin1', start, end);
  }
  return bytes.toString('utf8', start, end);
}

/** Turns text that we add into bytes of the file's encoding. */
export type Encoder = (text: string) => Uint8Array;

/**
 * An encoder for an encoding. Node reads GB18030 but cannot write it, so a library does, loaded only then.
 * The caller keeps to characters that GBK has in two bytes (our words are tested for it).
 */
export async function encoderFor(encoding: Encoding): Promise<Encoder> {
  switch (encoding) {
    case 'utf-8':
      return (text) => Buffer.from(text, 'utf8');
    case 'utf-16le':
      return (text) => Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return (text) => Buffer.from(text, 'utf16le').swap16();
    case 'gb18030': {
      const { default: iconv } = await import('iconv-lite');
      return (text) => iconv.encode(text, 'gb18030');
    }
  }
}
