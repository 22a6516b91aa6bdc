// Identifies a header in tests, and shows what each field is read from by name instead of by place.
import { type HeaderMatch, type IdentifyOptions, identifyHeader } from '../../src/ingest/identify.js';

/** The match of a header that the test expects to be known. */
export function identified(cells: readonly string[], options?: IdentifyOptions): HeaderMatch {
  const match = identifyHeader(cells, options);
  if (match === null) throw new Error(`not identified: ${cells.join(',')}`);
  return match;
}

/** Field -> the headers as written: independent of where the columns stand. */
export function sources(match: HeaderMatch): Record<string, string[]> {
  return Object.fromEntries(
    [...match.columns].map(([field, at]) => [field, at.map((i) => match.names[i] ?? '')]),
  );
}
