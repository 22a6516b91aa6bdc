// The building that a record's address names, as a hash of its bytes: for ordinary orders, whose addresses are not read.

import type { CellView } from '../io/record-view.js';

const ZERO = 0x30;
const NINE = 0x39;
const DASH = 0x2d;
const SEED = 0x4cf5ad43;
/** Fewer digits before 室 number a building's part, not a room. */
const ROOM_DIGITS = 2;

/**
 * What stands behind a building's number, and behind a room's, in UTF-8 and in GB 18030: behind a digit the bytes of one
 * encoding cannot be taken for the other's.
 */
const BUILDING_MARKS = ['#', '栋 b6b0', '幢 b4b1', '座 d7f9', '号楼 bac5c2a5'];
const ROOM_MARKS = ['室 cad2'];

interface Mark {
  readonly bytes: Uint8Array;
  readonly isRoom: boolean;
}

/** By their first byte. */
const MARKS: readonly (readonly Mark[])[] = marksByByte();

/**
 * The hash of a record's place down to the number of its building (听雨苑3栋, 听雨苑3号楼 and 听雨苑3-2-401 are one),
 * or, where a room has a number and its building none, down to the room's number; 0 where neither stands there in plain
 * digits. `columns` are the cells of the place, the address last; `seed` keeps shops apart. Time: one pass over the cells.
 */
export function rawBuilding(view: CellView, columns: readonly number[], seed: number): number {
  let hash = SEED + seed;
  const address = columns.length - 1;
  for (let i = 0; i < address; i++) {
    view.locate(columns[i]!);
    const { bytes, to } = view;
    for (let at = view.from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    // Between two cells, so that what stands in one is not taken for the other's.
    hash = Math.imul(hash ^ 0x100, 0x01000193);
  }
  view.locate(columns[address]!);
  const { bytes, to } = view;
  for (let at = view.from; at < to; ) {
    let byte = bytes[at]!;
    if (byte < ZERO || byte > NINE) {
      hash = Math.imul(hash ^ byte, 0x01000193);
      at++;
      continue;
    }
    const [before, from] = [hash, at];
    for (; byte >= ZERO && byte <= NINE; byte = at < to ? bytes[at]! : 0) {
      hash = Math.imul(hash ^ byte, 0x01000193);
      at++;
    }
    const next = at + 1 < to ? bytes[at + 1]! : 0;
    if (bytes[at] === DASH && next >= ZERO && next <= NINE) return mixed(hash);
    const mark = markAt(bytes, at, to);
    if (mark === undefined) continue;
    if (!mark.isRoom) return mixed(hash);
    if (at - from >= ROOM_DIGITS) return mixed(before);
  }
  return 0;
}

/** Never 0. */
function mixed(hash: number): number {
  return (hash ^ (hash >>> 15)) | 1;
}

function markAt(bytes: Uint8Array, at: number, to: number): Mark | undefined {
  if (at >= to) return undefined;
  for (const mark of MARKS[bytes[at]!]!) if (standsAt(mark.bytes, bytes, at, to)) return mark;
  return undefined;
}

function standsAt(mark: Uint8Array, bytes: Uint8Array, at: number, to: number): boolean {
  if (at + mark.length > to) return false;
  for (let i = 0; i < mark.length; i++) if (mark[i] !== bytes[at + i]) return false;
  return true;
}

function marksByByte(): Mark[][] {
  const all = (texts: readonly string[], isRoom: boolean) =>
    texts.flatMap((text) => {
      const [mark = '', gb18030 = ''] = text.split(' ');
      return [Buffer.from(mark), Buffer.from(gb18030, 'hex')].map((bytes) => ({ bytes, isRoom }));
    });
  const marks = [...all(BUILDING_MARKS, false), ...all(ROOM_MARKS, true)];
  return Array.from({ length: 256 }, (_, byte) => marks.filter(({ bytes }) => bytes[0] === byte));
}
