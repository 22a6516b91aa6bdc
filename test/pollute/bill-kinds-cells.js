// Damage to bills: cells that cannot be read any more, or that say something else, in rows that are all still there.

import { pinduoduoFooter } from '../support/bills.js';
import { BOTH, billWith, lossOf, range } from './bill-damage.js';

/** @typedef {import('./bill-shop.js').Shop} Shop */
/** @typedef {import('./bill-damage.js').Kind} Kind */
/** @typedef {import('./bill-damage.js').Mode} Mode */
/** @typedef {import('../support/random.js').Random} Random */

const BAD_AMOUNTS = ['1.2万', '#REF!', '1e5', '--5', '12.345', '９９.９.9'];
const BAD_TIMES = ['2026-02-30 10:00:00', '########', '46222.9028', '昨天', '2026-13-01 00:00:00'];
const BAD_IDS = ['2.60531E+14', '1234.0', '#N/A!', '26O6', '=A1'];

/** Columns of a bill whose amounts make what an order collects. */
const AMOUNT_COLUMNS = /** @type {const} */ ({
  pinduoduo: ['收入金额（+元）', '支出金额（-元）'],
  kuaishou: ['订单实付(元)', '合计收入(元)', '实际结算金额(元)', '合计支出(元)'],
});

/**
 * Changes so many rows of the bill, each one as a copy.
 * @param {Shop} shop
 * @param {readonly number[]} rows
 * @param {(row: string[], at: number) => void} change
 * @param {Mode} [mode]
 */
function changed(shop, rows, change, mode) {
  const spoiled = new Set(rows);
  const all = shop.bill.rows.map((row, at) => {
    if (!spoiled.has(at)) return row;
    const copy = [...row];
    change(copy, at);
    return copy;
  });
  const touched = shop.bill.rows.filter((_, at) => spoiled.has(at));
  return { files: [billWith(shop, all, mode)], lost: touched.length, touched };
}

/** @param {Shop} shop @param {Random} random @param {number} count */
const anyRows = ({ bill }, random, count) => random.shuffle(range(0, bill.rows.length)).slice(0, count);

/** @type {(name: string, spoil: (row: string[], shop: Shop, random: Random) => void) => Kind} */
const cellKind = (name, spoil) => ({
  name,
  platforms: BOTH,
  levels: ['little', 'much'],
  damage: (shop, random, level) => {
    const rows = anyRows(shop, random, lossOf(random, shop.bill.rows.length, level));
    return changed(shop, rows, (row) => spoil(row, shop, random));
  },
});

/** @param {Shop} shop @param {Random} random */
function amountColumn({ bill, platform }, random) {
  return bill.header.indexOf(random.pick([...AMOUNT_COLUMNS[platform]]));
}

/** A number as a spreadsheet keeps it: fifteen digits, zeros behind them. @param {string} id */
const rounded = (id) => (/^\d{16,}$/.test(id) ? id.slice(0, 15).padEnd(id.length, '0') : id);
/** @param {string} id */
const scientific = (id) => `${id.slice(0, 1)}.${id.slice(1, 6)}E+${id.length - 1}`;

/** Half of a file came out of a spreadsheet, half did not; or all of it. @type {(name: string, spoil: (id: string) => string, platforms: Kind['platforms']) => Kind[]} */
const idKinds = (name, spoil, platforms) => [
  {
    name: `${name}, in all rows`,
    platforms,
    levels: ['much'],
    damage: (shop) =>
      changed(shop, range(0, shop.bill.rows.length), (row) => {
        row[shop.idColumn] = spoil(row[shop.idColumn] ?? '');
      }),
  },
  {
    name: `${name}, in some rows`,
    platforms,
    levels: ['little', 'much'],
    damage: (shop, random, level) => {
      const count = lossOf(random, shop.bill.rows.length, level);
      const damages = (/** @type {number} */ at) => {
        const id = shop.bill.rows[at]?.[shop.idColumn] ?? '';
        return spoil(id) !== id;
      };
      const rows = random.shuffle(range(0, shop.bill.rows.length)).filter(damages).slice(0, count);
      return changed(shop, rows, (row) => {
        row[shop.idColumn] = spoil(row[shop.idColumn] ?? '');
      });
    },
  },
];

/** @type {(name: string, turn: (footer: readonly string[], shop: Shop, random: Random) => readonly string[], lossless: boolean) => Kind} */
const footerKind = (name, turn, lossless) => ({
  name,
  platforms: ['pinduoduo'],
  levels: ['little'],
  lossless,
  damage: (shop, random) => {
    const footer = turn(shop.bill.layout.footer ?? [], shop, random);
    const layout = { ...shop.bill.layout, footer };
    const file = billWith({ ...shop, bill: { ...shop.bill, layout } }, shop.bill.rows);
    return { files: [file], lost: 0, touched: [] };
  },
});

const FOOTER_KINDS = [
  footerKind(
    'footer with another number',
    (footer, _, random) => {
      const at = random.int(0, footer.length - 1);
      return footer.map((line, i) =>
        i === at ? line.replace(/：(\d+)笔/, (_all, n) => `：${Number(n) + 1}笔`) : line,
      );
    },
    true,
  ),
  footerKind(
    'footer with another amount',
    (footer, _, random) => {
      const at = random.int(0, footer.length - 1);
      return footer.map((line, i) =>
        i === at ? line.replace(/(\d)元/, (_all, n) => `${(Number(n) + 1) % 10}元`) : line,
      );
    },
    true,
  ),
  footerKind('footer of one side only', (footer, _, random) => [random.pick([...footer])], true),
  footerKind('footer of another bill', (_footer, { foreign }) => pinduoduoFooter(foreign.rows), true),
  footerKind('footer removed', () => [], true),
];

/** @type {readonly Kind[]} */
export const CELL_KINDS = [
  cellKind('unreadable amounts', (row, shop, random) => {
    row[amountColumn(shop, random)] = random.pick(BAD_AMOUNTS);
  }),
  cellKind('unreadable times', (row, { timeColumn }, random) => {
    row[timeColumn] = random.pick(BAD_TIMES);
  }),
  cellKind('unreadable order numbers', (row, { idColumn }, random) => {
    row[idColumn] = random.pick(BAD_IDS);
  }),
  cellKind('order numbers emptied', (row, { idColumn }) => {
    row[idColumn] = '';
  }),
  cellKind('rows cut short', (row, _shop, random) => {
    row.length = random.int(1, row.length - 1);
  }),
  cellKind('a comma too many', (row, _shop, random) => {
    row.splice(random.int(0, row.length - 1), 0, '');
  }),
  cellKind('amounts changed', (row, shop, random) => {
    const column = amountColumn(shop, random);
    row[column] = (Number(row[column]) * 10).toFixed(2);
  }),
  ...idKinds('order numbers in scientific notation', scientific, BOTH),
  ...idKinds('order numbers rounded', rounded, ['kuaishou']),
  ...FOOTER_KINDS,
];
