// Kinds of damage to names and columns: quotes in the header, columns moved, missing, renamed and doubled.

import { createRandom } from '../support/random.js';
import { cleanLines, feeds, isShifted, line, spoil, tableLines } from './orders-file.js';

/** @typedef {import('./orders-base.js').Base} Base */
/** @typedef {import('./orders-file.js').Kind} Kind */

/** A quote in a header cell hides its column's name, or swallows the names behind it. @type {Kind} */
const headerQuote = {
  name: 'header-quote',
  *cases(base) {
    for (const [column, name] of base.header.entries()) {
      for (const [place, at] of [
        ['start', 0],
        ['middle', name.length >> 1],
        ['end', name.length],
      ]) {
        const cell = `${name.slice(0, Number(at))}"${name.slice(Number(at))}`;
        const [, ...records] = cleanLines(base);
        const lines = spoil([line(base.header.with(column, cell).join(',')), ...records]);
        yield { id: `c${column}-${place}`, lines, must: 'safe', alarm: 'file', stop: 'may' };
      }
    }
  },
};

/** Header and cells in another order: every column is found by its name, and nothing is damaged. @type {Kind} */
const columnsMoved = {
  name: 'columns-moved',
  *cases(base) {
    const random = createRandom(base.seed + 1);
    const plain = base.header.map((_, column) => column);
    for (let n = 0; n < 40; n++) {
      const swap = plain
        .with(n % plain.length, (n + 1) % plain.length)
        .with((n + 1) % plain.length, n % plain.length);
      const order = n % 2 === 0 ? swap : random.shuffle(plain);
      const pick = (/** @type {readonly string[]} */ row) => order.map((column) => row[column] ?? '');
      yield {
        id: `n${n}`,
        lines: tableLines(pick(base.header), base.raw.map(pick), false),
        must: 'true',
        alarm: 'forbidden',
      };
    }
  },
};

/** What a column holds, as far as any reader can tell one from another. @type {(base: Base, column: number) => string} */
function typeOf(base, column) {
  const name = base.header[column] ?? '';
  if (/时间$/.test(name)) return 'time';
  if (/^是否/.test(name)) return 'flag';
  if (/元|付款|优惠|补贴|快递费|单价|国补|数量/.test(name)) return 'number';
  // How long Kuaishou's order numbers are is published nowhere: a number of goods is one as well.
  if (base.platform === 'kuaishou' && /^(?:订单号|商品ID|SKU编码|快递单号)$/.test(name)) return 'digits';
  return feeds(base, column) ? name : 'text';
}

/**
 * Two names exchanged above cells that stay. Between columns of one type nobody can tell: an amount under another
 * amount's name is an amount, and so is the 1 of one piece. Where the types differ the cells give it away, unless the two
 * columns say the same on every record. A name over a column that is empty throughout tells nothing either: exports hold
 * such columns, of any kind.
 * @type {Kind}
 */
const headerSwapped = {
  name: 'header-swapped',
  *cases(base) {
    const random = createRandom(base.seed + 2);
    const last = base.header.length - 1;
    for (let n = 0; n < 2 * last; n++) {
      const a = n < last ? n : random.int(0, last);
      const b = n < last ? n + 1 : random.int(0, last);
      const [one, other] = [base.header[a] ?? '', base.header[b] ?? ''];
      const header = base.header.with(a, other).with(b, one);
      const read = feeds(base, a) || feeds(base, b);
      const isOther = base.raw.some((row, record) =>
        isShifted(base, record, row.with(a, row[b] ?? '').with(b, row[a] ?? '')),
      );
      const isVoid = [a, b].some(
        (column) => !feeds(base, column) && base.raw.every((row) => (row[column] ?? '').trim() === ''),
      );
      const seen = !isVoid && read && typeOf(base, a) !== typeOf(base, b) && isOther;
      const lines = tableLines(header, base.raw, true);
      yield {
        id: `c${a}c${b}`,
        lines,
        must: seen ? 'safe' : 'any',
        alarm: seen ? 'file' : 'none',
        stop: 'may',
      };
    }
  },
};

/**
 * A merchant chooses what to export, so a column that is not there is no damage: the audit does with the others what it
 * would with an export that was made so, or says that it cannot. One from which no figure comes changes none.
 * @type {(name: string, header: (base: Base, column: number) => string[]) => Kind}
 */
const columnMissing = (name, header) => ({
  name,
  *cases(base) {
    for (const column of base.header.keys()) {
      const without = (/** @type {readonly string[]} */ row) => row.toSpliced(column, 1);
      const raw = name === 'column-missing' ? base.raw.map(without) : base.raw;
      const read = feeds(base, column);
      const lines = tableLines(header(base, column), raw, true);
      yield {
        id: `c${column}`,
        lines,
        must: read ? 'any' : 'true',
        alarm: 'none',
        stop: read ? 'may' : 'never',
      };
    }
  },
});

/** Names and cells that no longer stand above each other, in the whole file. */
/** @type {(name: string, header: (header: readonly string[], column: number) => string[], cells: (row: readonly string[], column: number) => string[]) => Kind} */
const tableShifted = (name, header, cells) => ({
  name,
  *cases(base) {
    for (const column of base.header.keys()) {
      const names = header(base.header, column);
      const raw = base.raw.map((row) => cells(row, column));
      const shown = (/** @type {string[]} */ row) => base.header.map((own) => row[names.indexOf(own)] ?? '');
      const isSeen = raw.some((row, record) => isShifted(base, record, shown(row)));
      const alarm = isSeen ? 'file' : 'if-untrue';
      yield { id: `c${column}`, lines: tableLines(names, raw, true), must: 'safe', alarm, stop: 'may' };
    }
  },
});

/** A column twice, header and cells: the first is read. @type {Kind} */
const columnDoubled = {
  name: 'column-doubled',
  *cases(base) {
    for (const column of base.header.keys()) {
      for (const [where, at] of [
        ['beside', column],
        ['end', base.header.length],
      ]) {
        const twice = (/** @type {readonly string[]} */ row) =>
          row.toSpliced(Number(at), 0, row[column] ?? '');
        const lines = tableLines(twice(base.header), base.raw.map(twice), false);
        yield {
          id: `c${column}-${where}`,
          lines,
          must: 'true',
          alarm: feeds(base, column) ? 'file' : 'none',
        };
      }
    }
  },
};

/** @type {readonly Kind[]} */
export const COLUMN_KINDS = [
  headerQuote,
  headerSwapped,
  columnsMoved,
  columnMissing('column-missing', (base, column) => base.header.toSpliced(column, 1)),
  columnMissing('column-renamed', (base, column) => base.header.with(column, '自定义列')),
  tableShifted(
    'cells-missing',
    (header) => [...header],
    (row, column) => row.toSpliced(column, 1),
  ),
  tableShifted(
    'cells-doubled',
    (header) => [...header],
    (row, column) => row.toSpliced(column, 0, row[column] ?? ''),
  ),
  tableShifted(
    'name-missing',
    (header, column) => header.toSpliced(column, 1),
    (row) => [...row],
  ),
  tableShifted(
    'name-doubled',
    (header, column) => header.toSpliced(column, 0, header[column] ?? ''),
    (row) => [...row],
  ),
  columnDoubled,
];
