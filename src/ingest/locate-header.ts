// Finds the header row among a file's first records, and with it the file's encoding, delimiter and format.

import {
  type HeaderMatch,
  type IdentifyOptions,
  identifyHeader,
  type NearestFormat,
  nearestFormat,
} from './identify.js';

/** The header must stand among this many records from the top. */
export const HEADER_WITHIN = 30;

/** One way of reading the file's first records. */
export interface Reading<D> {
  readonly dialect: D;
  readonly records: readonly (readonly string[])[];
}

export interface LocatedHeader<D> {
  readonly dialect: D;
  readonly match: HeaderMatch;
  /** Index of the header's record, from 0. */
  readonly record: number;
  readonly cells: readonly string[];
}

/**
 * The reading under which a record is the header of a known format; of several the one with most known headers, and of
 * those the first. Within a reading the first header counts: a later one begins another table. null when there is none.
 */
export function locateHeader<D>(
  readings: readonly Reading<D>[],
  options: IdentifyOptions,
): LocatedHeader<D> | null {
  let best: LocatedHeader<D> | null = null;
  for (const { dialect, records } of readings) {
    for (const [record, cells] of records.entries()) {
      const match = identifyHeader(cells, options);
      if (match === null) continue;
      if (best === null || match.recognised > best.match.recognised) best = { dialect, match, record, cells };
      break;
    }
  }
  return best;
}

/** The record that comes nearest to a known header, for the message when there is none. */
export function nearestHeader<D>(
  readings: readonly Reading<D>[],
): (NearestFormat & { cells: readonly string[] }) | null {
  let best: (NearestFormat & { cells: readonly string[] }) | null = null;
  for (const { records } of readings) {
    for (const cells of records) {
      const near = nearestFormat(cells);
      if (near !== null && (best === null || near.recognised > best.recognised)) best = { ...near, cells };
    }
  }
  return best;
}
