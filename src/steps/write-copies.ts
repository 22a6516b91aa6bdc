// The annotated copies: which words stand behind which record.

import { csvCell, guardFormula } from '../core/csv-text.js';
import { KIND } from '../core/record-map.js';
import type { Rejected } from '../core/rejected-records.js';
import { isEmptyToken } from '../core/tokens.js';
import { carriesOurColumns } from '../ingest/identify.js';
import { HEADER_WITHIN } from '../ingest/locate-header.js';
import { annotatedCopy } from '../io/annotate.js';
import { CellBytes, type CellPiece } from '../io/cell-bytes.js';
import { type Encoder, encoderFor } from '../io/encoding.js';
import type { FilePort } from '../io/port.js';
import { type Dialect, possibleDialects, scanBytes } from '../io/table.js';
import type { Judgement } from '../portfolio/judgement.js';
import type { Portfolio } from '../portfolio/portfolio.js';
import type { CopySums } from './copy-sums.js';
import { excelRow, type OrdersRead } from './read-orders.js';

/** The words of the cells that we add, in the order of the annotation columns. */
export interface CopyWords {
  readonly header: readonly string[];
  readonly ordinary: readonly string[];
  readonly unknown: readonly string[];
  rejected(rejected: Rejected): readonly string[];
  /**
   * The record on which an order's money stands; null: the order does not exist yet at the as-of date. What is returned
   * may be overwritten by the next call.
   */
  order(judgement: Judgement | null, input: number, order: number): readonly CellPiece[];
  /** Another record of an order: where its money stands; `name` when that is another file. */
  sameOrder(row: number, name: string | null): readonly string[];
}

/** True when a UTF-8 copy needs a byte order mark in front, so that Excel and WPS do not read it as something else. */
export function needsBom(read: OrdersRead, words: CopyWords): boolean {
  const { encoding, bomBytes } = read.file.dialect;
  const isOursAscii = words.header.every((name) => /^[\0-\x7f]*$/.test(name));
  return encoding === 'utf-8' && bomBytes === 0 && !(read.isAscii && isOursAscii);
}

/** What a copy of one export is made of. */
export async function copyParts(
  reads: readonly OrdersRead[],
  input: number,
  portfolio: Portfolio,
  words: CopyWords,
  sums: CopySums,
) {
  const read = reads[input]!;
  const { dialect } = read.file;
  const encode = await encoderFor(dialect.encoding);
  const cells = new CopyCells(reads, input, portfolio, words, sums, encode);
  return {
    dialect,
    encode,
    records: read.records,
    width: read.width,
    addBom: needsBom(read, words),
    delimiter: encode(dialect.delimiter),
    cellsFor: (record: number) => cells.of(record),
  };
}

/**
 * The copy of one export in chunks, each overwritten when the next one is asked for. With `onGuarded` the file's own
 * cells are guarded against being formulas too; it is called for each record that was changed.
 */
export function copyOf(
  port: FilePort,
  file: Parameters<typeof annotatedCopy>[1],
  { encode, ...parts }: Awaited<ReturnType<typeof copyParts>>,
  onGuarded?: () => void,
): Generator<Uint8Array, { records: number }> {
  const { dialect } = parts;
  const guard = (bytes: Buffer) => guardCells(bytes, dialect, encode, onGuarded!);
  return annotatedCopy(port, file, onGuarded === undefined ? parts : { ...parts, rewrite: guard });
}

/** A record whose cells no spreadsheet takes for formulas: bytes of other cells stay as they are. */
function guardCells(bytes: Buffer, dialect: Dialect, encode: Encoder, onGuarded: () => void): Uint8Array {
  const scanner = scanBytes(bytes, dialect);
  // What cannot be decoded whole could not be written again without loss either.
  if (!scanner.next() || scanner.count === 0 || !scanner.isValid()) return bytes;
  let changed = false;
  const cells = Array.from({ length: scanner.count }, (_, cell) => {
    const text = scanner.text(cell);
    const isSafe = isEmptyToken(text) || guardFormula(text) === text;
    changed ||= !isSafe;
    return isSafe ? scanner.raw(cell) : csvCell(text, dialect.delimiter);
  });
  if (!changed) return bytes;
  onGuarded();
  return encode(cells.join(dialect.delimiter));
}

/** Finds the cells of one record after the other; records must be asked for in order. */
class CopyCells {
  readonly #reads: readonly OrdersRead[];
  readonly #input: number;
  readonly #portfolio: Portfolio;
  readonly #words: CopyWords;
  readonly #sums: CopySums;
  readonly #cells: CellBytes;
  readonly #header: CellBytes;
  readonly #ordinary: CellBytes;
  readonly #unknown: CellBytes;
  /** The line on which the money of an order of several lines stands: such an order is judged once, not for each line. */
  readonly #moneyLines = new Map<number, number>();
  #line = 0;
  #rejected = 0;

  constructor(
    reads: readonly OrdersRead[],
    input: number,
    portfolio: Portfolio,
    words: CopyWords,
    sums: CopySums,
    encode: Encoder,
  ) {
    this.#reads = reads;
    this.#input = input;
    this.#portfolio = portfolio;
    this.#words = words;
    this.#sums = sums;
    const { delimiter } = reads[input]!.file.dialect;
    this.#cells = new CellBytes(encode, delimiter);
    this.#header = new CellBytes(encode, delimiter).set(words.header);
    this.#ordinary = new CellBytes(encode, delimiter).set(words.ordinary);
    this.#unknown = new CellBytes(encode, delimiter).set(words.unknown);
    const { lines } = portfolio.book;
    while (this.#line < lines.size && lines.input[this.#line]! < input) this.#line++;
  }

  of(record: number): CellBytes | null {
    const read = this.#reads[this.#input]!;
    switch (read.records.kind(record)) {
      case KIND.header:
        return this.#header;
      case KIND.rejected:
        return this.#cells.set(this.#words.rejected(read.rejected.at(this.#rejected++)!));
      case KIND.audited:
        return this.#audited(record, read);
      default:
        return null;
    }
  }

  #audited(record: number, read: OrdersRead): CellBytes {
    const { book } = this.#portfolio;
    const order = read.records.order(record);
    const row = excelRow(read.file, record);
    const { lines } = book;
    const line =
      lines.input[this.#line] === this.#input && lines.record[this.#line] === row ? this.#line++ : -1;
    const answer = this.#portfolio.answer(order);
    if (answer === 'no') return this.#ordinary;
    if (answer === 'unknown') return this.#unknown;
    const known = this.#moneyLines.get(order);
    const judgement = known === undefined ? this.#portfolio.judge(order) : null;
    const moneyLine = known ?? judgement?.line ?? line;
    if (known === undefined && this.#hasSeveralLines(order)) this.#moneyLines.set(order, moneyLine);
    if (moneyLine === line) {
      const judged = judgement ?? this.#portfolio.judge(order);
      if (judged !== null) this.#sums.add(judged);
      return this.#cells.set(this.#words.order(judged, this.#input, order));
    }
    const other = lines.input[moneyLine]!;
    const name = other === this.#input ? null : this.#reads[other]!.file.opened.name;
    return this.#cells.set(this.#words.sameOrder(lines.record[moneyLine]!, name));
  }

  #hasSeveralLines(order: number): boolean {
    const { first, next } = this.#portfolio.chains;
    return next[first[order]!]! >= 0;
  }
}

/** True when the beginning of a file is that of one of our copies: then a new one may take its place. */
export function isOurCopy(head: Uint8Array): boolean {
  return possibleDialects(head).some((dialect) => {
    const scanner = scanBytes(head.subarray(dialect.bomBytes), dialect);
    for (let i = 0; i < HEADER_WITHIN && scanner.next(); i++) {
      if (carriesOurColumns(Array.from({ length: scanner.count }, (_, cell) => scanner.text(cell))))
        return true;
    }
    return false;
  });
}
