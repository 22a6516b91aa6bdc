// From values to JSON text in pieces: keys sorted, figures checked, nothing in it that a terminal would obey.

/** What a report is made of before it is text; a key that ends in `Fen` holds whole fen. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** A long list that is made item by item. */
export type Items = () => Iterable<Json>;

/**
 * An object as JSON text, its keys in the order given, those below by code units; undefined ones are left out. Lists
 * given as functions are written item by item, so that no report stands in memory twice. Throws a RangeError when a
 * figure is no finite number, or an amount no whole fen: that is never the user's mistake.
 */
export function* jsonPieces(report: Readonly<Record<string, Json | Items | undefined>>): Generator<string> {
  let first = true;
  for (const [key, value] of Object.entries(report)) {
    if (value === undefined) continue;
    yield `${first ? '{' : ','}\n  ${JSON.stringify(key)}: `;
    first = false;
    if (typeof value !== 'function') {
      yield piece(value, key, '  ');
      continue;
    }
    let isEmpty = true;
    for (const item of value()) {
      yield `${isEmpty ? '[' : ','}\n    ${piece(item, key, '    ')}`;
      isEmpty = false;
    }
    yield isEmpty ? '[]' : '\n  ]';
  }
  yield first ? '{}\n' : '\n}\n';
}

function piece(value: Json, key: string, indent: string): string {
  return quiet(JSON.stringify(sorted(value, key), null, 2)).replace(/\n/g, `\n${indent}`);
}

/** The value with the keys of every object in the order of code units, and every figure checked. */
function sorted(value: Json, key: string): Json {
  if (typeof value === 'number') {
    const isWhole = Number.isSafeInteger(value);
    if (!Number.isFinite(value) || (key.endsWith('Fen') && !isWhole)) {
      throw new RangeError(`${key} is no figure for a report: ${value}`);
    }
    // A negative zero would be written as 0 anyway; nobody should have to know.
    return value === 0 ? 0 : value;
  }
  if (Array.isArray(value)) return value.map((item: Json) => sorted(item, key));
  if (value === null || typeof value !== 'object') return value;
  const entries: [string, Json][] = [];
  for (const [name, entry] of Object.entries(value as Readonly<Record<string, Json | undefined>>)) {
    if (entry !== undefined) entries.push([name, sorted(entry, name)]);
  }
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Characters that a terminal would obey or hide, within JSON text only found in strings. */
const OBEYED = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The same JSON without a character that a terminal obeys: `--json -` may end on a screen. */
function quiet(json: string): string {
  return json.replace(OBEYED, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
