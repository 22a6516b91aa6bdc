// Tells from a row of header cells which export it is, which column holds which field, and what is missing.

import { ANNOTATION_COLUMNS } from '../core/annotation.js';
import { MULTI_FIELDS, ORDER_FIELDS, type OrderField } from '../core/fields.js';
import { ALL_FORMATS } from '../platforms/index.js';
import { recipientsTable } from '../platforms/recipients.js';
import type { ExportFormat, OrdersFormat, PlatformId } from '../platforms/types.js';
import { headerForShow, normalizeHeader } from './headers.js';

export interface HeaderMatch {
  readonly format: ExportFormat;
  /** The known form of the export, when its columns tell. */
  readonly template: string | null;
  /**
   * Columns of each field found, from 0. One column each, but for the fields of `MULTI_FIELDS`: theirs stand in
   * the order of the platform's list, whatever their order in the file. Empty for bills and after-sales.
   */
  readonly columns: ReadonlyMap<OrderField, readonly number[]>;
  /** The header cells as written, without blanks around them. */
  readonly names: readonly string[];
  /** Equal headers; only the first of them is read. `needed`: something that is read stands there. */
  readonly duplicates: readonly HeaderDuplicate[];
  /** Columns with a header that the platform is not known to write; those without a header are not among them. */
  readonly unknown: readonly number[];
  /** Fields that no column carries; empty for bills and after-sales. */
  readonly absent: readonly OrderField[];
  /** Number of different headers that the format knows or the user's map names. */
  readonly recognised: number;
}

export interface HeaderDuplicate {
  readonly name: string;
  readonly columns: readonly number[];
  readonly needed: boolean;
}

export interface IdentifyOptions {
  /** The user's word: no other platform's formats are tried, and its own headers are not asked for. */
  readonly platform?: PlatformId;
  /** The user's names for columns; they win over what a header usually means. */
  readonly map?: ReadonlyMap<OrderField, string>;
  /** What is no export may be a table of recipients. */
  readonly orRecipients?: boolean;
}

export interface NearestFormat {
  readonly format: ExportFormat;
  readonly recognised: number;
  /** A header for each group that is missing; where several would do, with ` / ` between. */
  readonly missing: readonly string[];
}

/** Fewer known headers than this prove no format: 订单号 alone stands in many tables. */
const FEWEST_HEADERS = 3;

/** A row in which this share of the cells that are not blank are headers reads as a header row. */
const HEADER_SHARE = 1 / 3;

const OUR_FIRST_COLUMN = new Set([ANNOTATION_COLUMNS[0].zh, ANNOTATION_COLUMNS[0].en].map(normalizeHeader));

const FIELDS = Object.keys(ORDER_FIELDS) as readonly OrderField[];

/** A format's headers as they are compared. */
interface Index {
  readonly known: ReadonlySet<string>;
  /** Empty for bills and after-sales. */
  readonly aliases: ReadonlyMap<OrderField, readonly string[]>;
}

const INDEXES = new Map<ExportFormat, Index>();

function indexOf(format: ExportFormat): Index {
  const built = INDEXES.get(format);
  if (built !== undefined) return built;
  const aliases = new Map<OrderField, readonly string[]>();
  const known = new Set<string>();
  if (format.kind === 'orders') {
    for (const field of FIELDS) aliases.set(field, (format.columns[field] ?? []).map(normalizeHeader));
    for (const header of format.otherHeaders) known.add(normalizeHeader(header));
  } else {
    for (const header of format.headers) known.add(normalizeHeader(header));
  }
  for (const headers of aliases.values()) for (const header of headers) known.add(header);
  const index = { known, aliases };
  INDEXES.set(format, index);
  return index;
}

/** Compared header -> the columns that it stands above; blank headers are left out. */
type Headers = ReadonlyMap<string, readonly number[]>;

function readHeaders(cells: readonly string[]): Headers {
  const headers = new Map<string, number[]>();
  cells.forEach((cell, column) => {
    const header = normalizeHeader(cell);
    if (header === '') return;
    const columns = headers.get(header);
    if (columns === undefined) headers.set(header, [column]);
    else columns.push(column);
  });
  return headers;
}

/** Field -> the headers that it is read from, in the order of the platform's list. */
type Assignment = ReadonlyMap<OrderField, readonly string[]>;

interface Candidate {
  readonly format: ExportFormat;
  readonly fields: Assignment;
  readonly recognised: number;
}

/** The user's map as far as this header row has its columns. */
function readMap(headers: Headers, map: IdentifyOptions['map']): ReadonlyMap<OrderField, string> {
  const found = new Map<OrderField, string>();
  for (const [field, name] of map ?? []) {
    const header = normalizeHeader(name);
    if (headers.has(header)) found.set(field, header);
  }
  return found;
}

function assign(format: ExportFormat, headers: Headers, mapped: ReadonlyMap<OrderField, string>): Assignment {
  const fields = new Map<OrderField, readonly string[]>();
  const taken = new Set(mapped.values());
  for (const [field, aliases] of indexOf(format).aliases) {
    const byMap = mapped.get(field);
    const present = aliases.filter((header) => headers.has(header) && !taken.has(header));
    if (byMap !== undefined) fields.set(field, [byMap]);
    else if (present.length > 0) fields.set(field, MULTI_FIELDS.has(field) ? present : present.slice(0, 1));
  }
  return fields;
}

/** The groups of headers, shown as the platform writes them, of which the file has none. */
function missingGroups(
  format: ExportFormat,
  headers: Headers,
  fields: Assignment,
  platform?: PlatformId,
): string[] {
  const missing: string[] = [];
  const has = (header: string): boolean => headers.has(normalizeHeader(header));
  if (format.kind !== 'orders') {
    for (const group of format.required) if (!group.some(has)) missing.push(group.join(' / '));
    return missing;
  }
  // Whoever says `generic` has said that any table will do whose orders can be told apart.
  const required: OrdersFormat['required'] = platform === 'generic' ? [['order_id']] : format.required;
  for (const group of required) {
    if (group.some((field) => fields.has(field))) continue;
    missing.push(group.map((field) => format.columns[field]?.[0] ?? field).join(' / '));
  }
  const own = format.ownHeaders;
  if (platform === undefined && own.length > 0 && !own.some(has)) missing.push(own.slice(0, 3).join(' / '));
  return missing;
}

function weigh(format: ExportFormat, headers: Headers, mapped: ReadonlyMap<OrderField, string>): Candidate {
  const { known } = indexOf(format);
  const names = new Set(format.kind === 'orders' ? mapped.values() : []);
  let recognised = 0;
  for (const header of headers.keys()) if (known.has(header) || names.has(header)) recognised += 1;
  return { format, fields: assign(format, headers, mapped), recognised };
}

/** A platform's own format goes before the generic one, then more recognised headers; a tie keeps the earlier. */
function isBetter(a: Candidate, b: Candidate | null): boolean {
  if (b === null) return true;
  const generic = (candidate: Candidate): boolean => candidate.format.platform === 'generic';
  if (generic(a) !== generic(b)) return generic(b);
  return a.recognised > b.recognised;
}

/**
 * The export that a row of header cells belongs to, or null. Columns are found by name, never by position; of two
 * equal headers the first is taken. Costs one pass over the cells for each format: meant for a file's first rows.
 */
export function identifyHeader(cells: readonly string[], options: IdentifyOptions = {}): HeaderMatch | null {
  const { platform } = options;
  const headers = readHeaders(cells);
  const mapped = readMap(headers, options.map);
  let best: Candidate | null = null;
  for (const format of ALL_FORMATS) {
    if (platform !== undefined && format.platform !== platform) continue;
    const candidate = weigh(format, headers, mapped);
    if (missingGroups(format, headers, candidate.fields, platform).length > 0) continue;
    if (platform !== 'generic' && candidate.recognised < FEWEST_HEADERS) continue;
    if (isBetter(candidate, best)) best = candidate;
  }
  if (best === null && options.orRecipients === true) {
    const candidate = weigh(recipientsTable, headers, mapped);
    if (missingGroups(recipientsTable, headers, candidate.fields).length === 0) best = candidate;
  }
  return best === null ? null : describe(best, cells, headers, mapped);
}

function describe(
  { format, fields, recognised }: Candidate,
  cells: readonly string[],
  headers: Headers,
  mapped: ReadonlyMap<OrderField, string>,
): HeaderMatch {
  const { known } = indexOf(format);
  const orders = format.kind === 'orders';
  const names = cells.map(headerForShow);
  const mappedHeaders = new Set(orders ? mapped.values() : []);
  const read = orders ? new Set([...fields.values()].flat()) : known;
  const columns = new Map<OrderField, readonly number[]>();
  for (const [field, sources] of fields) {
    columns.set(
      field,
      sources.flatMap((header) => headers.get(header)?.slice(0, 1) ?? []),
    );
  }
  const duplicates: HeaderDuplicate[] = [];
  const unknown: number[] = [];
  for (const [header, at] of headers) {
    if (at.length > 1)
      duplicates.push({ name: names[at[0] ?? 0] ?? '', columns: at, needed: read.has(header) });
    if (!known.has(header) && !mappedHeaders.has(header)) unknown.push(...at);
  }
  unknown.sort((a, b) => a - b);
  const absent = orders ? FIELDS.filter((field) => !fields.has(field)) : [];
  return {
    format,
    template: templateOf(format, headers),
    columns,
    names,
    duplicates,
    unknown,
    absent,
    recognised,
  };
}

function templateOf(format: ExportFormat, headers: Headers): string | null {
  if (format.kind !== 'orders') return null;
  const has = (header: string): boolean => headers.has(normalizeHeader(header));
  return format.templates.find((form) => form.has.every(has) && !form.lacks.some(has))?.name ?? null;
}

/** For the message when nothing matched: the format that knows most of the headers, and what it lacks; else null. */
export function nearestFormat(cells: readonly string[]): NearestFormat | null {
  const headers = readHeaders(cells);
  let best: Candidate | null = null;
  for (const format of ALL_FORMATS) {
    const candidate = weigh(format, headers, new Map());
    if (candidate.recognised > (best?.recognised ?? 0)) best = candidate;
  }
  if (best === null) return null;
  const { format, fields, recognised } = best;
  return { format, recognised, missing: missingGroups(format, headers, fields) };
}

/** True when a row reads as a header of any known export: a second, different table in one file. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  const headers = readHeaders(cells);
  let known = 0;
  for (const header of headers.keys()) {
    if (ALL_FORMATS.some((format) => indexOf(format).known.has(header))) known += 1;
  }
  return known >= FEWEST_HEADERS && known >= headers.size * HEADER_SHARE;
}

/** True when the header row is that of our own annotated copy, in either language. */
export function carriesOurColumns(cells: readonly string[]): boolean {
  return cells.some((cell) => OUR_FIRST_COLUMN.has(normalizeHeader(cell)));
}
