// What is known of who stands behind each held line: columns of plain numbers, which one thread can hand to another.

import { NO_KEY, type NumberedKeys } from './hashed-keys.js';
import { enlarged } from './key-table.js';

/** Columns parallel to the rows of `LineTable`. */
export interface IdentityColumns {
  /** Full districts, however they are written: two of them are two places. What is told in part is none. */
  district: Int32Array;
  /** Hashes: equal whole addresses, and equal names on one phone or on two extensions of one. */
  place: Int32Array;
  namesake: Int32Array;
  province: Int32Array;
  /** The province of the warehouse that sends the line, a key like `province`. */
  warehouse: Int32Array;
  /** Entries of the `Crowd` for the line's phone cell and address cells. */
  phoneCrowd: Int32Array;
  placeCrowd: Int32Array;
  /** Numbers of districts as they are written. */
  written: Int32Array;
  /** Number of the shop that sold it: buyers of two shops are never the same one. */
  shop: Int32Array;
  /** First code unit of the name, 0 without one: enough to tell two surnames apart. */
  surname: Uint16Array;
  /** 1: a name, a phone or an address stands there, but masked. */
  masked: Uint8Array;
  /** How the line's buyer is known, and the hash of a person's name, 0 without one. */
  by: Uint8Array;
  name: Int32Array;
  /** The full phone of the account that pays, as a number; 0 without one. */
  payer: Float64Array;
  /** What is visible of a masked recipient: numbers of the name and of the phone's last digits. */
  maskedName: Int32Array;
  tail: Int32Array;
  /** 1: unrelated people live or work behind the door of the line's room, or its pickup point is a forwarder's. */
  communal: Uint8Array;
  /** Bits of `LOOKS`. */
  looks: Uint8Array;
  /** Where the text of its room begins, and how long it is. */
  roomFrom: Uint32Array;
  roomLength: Uint16Array;
  /** Where the text of its account begins, and how long it is. */
  accountFrom: Uint32Array;
  accountLength: Uint16Array;
  /** Where the digits of its full phone begin, and how many there are. */
  digitsFrom: Uint32Array;
  digitsLength: Uint8Array;
}

/** What `IdentityLines` holds, as values that can be passed to another thread. */
export interface IdentityParts {
  readonly columns: IdentityColumns;
  readonly keys: readonly NumberedKeys[];
  readonly digits: Uint8Array;
  readonly roomTexts: Uint16Array;
  readonly accounts: Uint16Array;
  readonly districts: readonly string[];
  readonly pools: ReadonlySet<string>;
}

/** In these nothing is told by `NO_KEY`, in the others by 0. */
const KEYS: ReadonlySet<string> = new Set([
  'district',
  'place',
  'namesake',
  'province',
  'warehouse',
  'phoneCrowd',
  'placeCrowd',
  'written',
  'maskedName',
  'tail',
] satisfies (keyof IdentityColumns)[]);

/** Columns for so many lines, none of which is set. */
export function identityColumns(capacity: number): IdentityColumns {
  const keys = () => new Int32Array(capacity).fill(NO_KEY);
  return {
    district: keys(),
    place: keys(),
    namesake: keys(),
    province: keys(),
    warehouse: keys(),
    phoneCrowd: keys(),
    placeCrowd: keys(),
    written: keys(),
    shop: new Int32Array(capacity),
    surname: new Uint16Array(capacity),
    masked: new Uint8Array(capacity),
    by: new Uint8Array(capacity),
    name: new Int32Array(capacity),
    payer: new Float64Array(capacity),
    maskedName: keys(),
    tail: keys(),
    communal: new Uint8Array(capacity),
    looks: new Uint8Array(capacity),
    roomFrom: new Uint32Array(capacity),
    roomLength: new Uint16Array(capacity),
    accountFrom: new Uint32Array(capacity),
    accountLength: new Uint16Array(capacity),
    digitsFrom: new Uint32Array(capacity),
    digitsLength: new Uint8Array(capacity),
  };
}

/** Makes room for so many lines. */
export function growColumns(columns: IdentityColumns, capacity: number): void {
  const all = columns as unknown as Record<string, Int32Array>;
  for (const [name, column] of Object.entries(all)) {
    all[name] = enlarged(column, capacity);
    if (KEYS.has(name)) all[name].fill(NO_KEY, column.length);
  }
}
