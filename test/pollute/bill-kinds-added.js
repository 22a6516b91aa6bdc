// Damage to bills: rows doubled, files given twice, another shop's rows, bills of other days, files missing in between.

import { pinduoduoFooter } from '../support/bills.js';
import { toBytes } from '../support/exports.js';
import { BOTH, billWith, lossOf, range } from './bill-damage.js';

/** @typedef {import('./bill-shop.js').Shop} Shop */
/** @typedef {import('./bill-shop.js').NamedBytes} NamedBytes */
/** @typedef {import('./bill-damage.js').Kind} Kind */
/** @typedef {import('../support/random.js').Random} Random */

/** @param {NamedBytes} file @param {string} mark */
const named = ({ name, bytes }, mark) => ({ name: name.replace('.csv', `_${mark}.csv`), bytes });

/**
 * The rows of some days as a bill of their own, as the back office writes it.
 * @param {Shop} shop
 * @param {string} from first moment
 * @param {string} to last moment
 */
function partOf({ bill, timeColumn }, from, to) {
  const rows = bill.rows.filter((row) => (row[timeColumn] ?? '') >= from && (row[timeColumn] ?? '') <= to);
  const preamble = bill.layout.preamble?.map((line) => line.replace(bill.start, from).replace(bill.end, to));
  const around = preamble === undefined ? {} : { preamble, footer: pinduoduoFooter(rows) };
  const bytes = toBytes({ header: bill.header, rows }, { ...bill.layout, ...around });
  return { rows, file: named({ name: bill.fileName, bytes }, from.slice(0, 10)) };
}

/** The days with rows, and a place among them. @param {Shop} shop */
const daysOf = ({ bill, timeColumn }) => [
  ...new Set(bill.rows.map((row) => (row[timeColumn] ?? '').slice(0, 10))),
];

/** @param {Shop} shop @param {Random} random @param {number} least days at each end @param {number} most */
function cutDays(shop, random, least, most) {
  const days = daysOf(shop);
  const first = random.int(least, days.length - most - least);
  const second = random.int(first + 1, Math.min(days.length - least, first + most));
  return { first: days[first] ?? '', second: days[second] ?? '' };
}

/** @param {string} day the moment before it begins */
const before = (day) =>
  `${new Date(Date.parse(`${day}T00:00:00Z`) - 1000).toISOString().slice(0, 19).replace('T', ' ')}`;

/** @param {Shop} shop @param {readonly (readonly string[])[]} own @param {readonly (readonly string[])[]} more */
function mixed({ timeColumn }, own, more) {
  return [...own, ...more].sort((a, b) => ((a[timeColumn] ?? '') < (b[timeColumn] ?? '') ? -1 : 1));
}

/** @type {(name: string, share: number) => Kind} */
const foreignRows = (name, share) => ({
  name,
  platforms: BOTH,
  levels: ['little'],
  damage: (shop, random) => {
    const { rows } = shop.foreign;
    const more = random.shuffle([...rows]).slice(0, Math.max(1, Math.floor(rows.length * share)));
    return { files: [billWith(shop, mixed(shop, shop.bill.rows, more))], lost: 0, touched: [] };
  },
});

/** @type {readonly Kind[]} */
export const ADDED_KINDS = [
  {
    name: 'rows doubled in place',
    platforms: BOTH,
    levels: ['little', 'much'],
    damage: (shop, random, level) => {
      const { rows } = shop.bill;
      const twice = new Set(
        random.shuffle(range(0, rows.length)).slice(0, lossOf(random, rows.length, level)),
      );
      const all = rows.flatMap((row, at) => (twice.has(at) ? [row, row] : [row]));
      return { files: [billWith(shop, all)], lost: 0, touched: rows.filter((_, at) => twice.has(at)) };
    },
  },
  {
    name: 'a stretch doubled at the end',
    platforms: BOTH,
    levels: ['little', 'much'],
    damage: (shop, random, level) => {
      const { rows } = shop.bill;
      const count = lossOf(random, rows.length, level);
      const from = random.int(0, rows.length - count);
      const twice = rows.slice(from, from + count);
      return { files: [billWith(shop, [...rows, ...twice])], lost: 0, touched: twice };
    },
  },
  {
    name: 'the same file twice',
    platforms: BOTH,
    levels: ['little'],
    lossless: true,
    damage: (shop) => {
      const file = billWith(shop, shop.bill.rows);
      return { files: [file, named(file, 'copy')], lost: 0, touched: [] };
    },
  },
  {
    name: 'files that overlap',
    platforms: BOTH,
    levels: ['little'],
    lossless: true,
    damage: (shop, random) => {
      const { first, second } = cutDays(shop, random, 5, 30);
      const files = [
        partOf(shop, shop.bill.start, before(second)).file,
        partOf(shop, `${first} 00:00:00`, shop.bill.end).file,
      ];
      return { files, lost: 0, touched: [] };
    },
  },
  {
    name: 'files that follow each other',
    platforms: BOTH,
    levels: ['little'],
    lossless: true,
    harmless: true,
    damage: (shop, random) => {
      const { second } = cutDays(shop, random, 5, 30);
      const files = [
        partOf(shop, shop.bill.start, before(second)).file,
        partOf(shop, `${second} 00:00:00`, shop.bill.end).file,
      ];
      return { files, lost: 0, touched: [] };
    },
  },
  {
    name: 'the file twice in one, with its head',
    platforms: BOTH,
    levels: ['little'],
    lossless: true,
    damage: (shop) => {
      const { name, bytes } = billWith(shop, shop.bill.rows);
      // A mark that stands at the beginning of a file stands in the middle of one that was joined by copying bytes.
      return { files: [{ name, bytes: Buffer.concat([bytes, bytes]) }], lost: 0, touched: [] };
    },
  },
  {
    name: 'a bill missing in between',
    platforms: BOTH,
    levels: ['much'],
    damage: (shop, random) => {
      const { first, second } = cutDays(shop, random, 5, 30);
      const gone = partOf(shop, `${first} 00:00:00`, before(second)).rows;
      const files = [
        partOf(shop, shop.bill.start, before(first)).file,
        partOf(shop, `${second} 00:00:00`, shop.bill.end).file,
      ];
      return { files, lost: gone.length, touched: gone };
    },
  },
  {
    name: 'the bill of too few days',
    platforms: BOTH,
    levels: ['much'],
    damage: (shop, random) => {
      const { first, second } = cutDays(shop, random, 1, 60);
      const { rows, file } = partOf(shop, `${first} 00:00:00`, before(second));
      const kept = new Set(rows);
      const gone = shop.bill.rows.filter((row) => !kept.has(row));
      return { files: [file], lost: gone.length, touched: gone };
    },
  },
  foreignRows("another shop's rows, few", 0.02),
  foreignRows("another shop's rows, many", 1),
  {
    name: "rows replaced by another shop's",
    platforms: BOTH,
    levels: ['little', 'much'],
    damage: (shop, random, level) => {
      const { rows } = shop.bill;
      const gone = new Set(
        random.shuffle(range(0, rows.length)).slice(0, lossOf(random, rows.length, level)),
      );
      const own = rows.filter((_, at) => !gone.has(at));
      const more = shop.foreign.rows.slice(0, gone.size);
      return {
        files: [billWith(shop, mixed(shop, own, more))],
        lost: gone.size,
        touched: rows.filter((_, at) => gone.has(at)),
      };
    },
  },
  {
    name: "another shop's bill instead",
    platforms: BOTH,
    levels: ['much'],
    damage: ({ bill, foreign, ...shop }) => ({
      files: [billWith({ ...shop, bill: foreign, foreign }, foreign.rows)],
      lost: bill.rows.length,
      touched: bill.rows,
    }),
  },
  {
    name: "another shop's bill beside it",
    platforms: BOTH,
    levels: ['little'],
    lossless: true,
    damage: (shop) => ({
      files: [
        billWith(shop, shop.bill.rows),
        billWith(
          { ...shop, bill: { ...shop.foreign, fileName: shop.foreign.fileName.replace('.csv', '_2.csv') } },
          shop.foreign.rows,
        ),
      ],
      lost: 0,
      touched: [],
    }),
  },
];
