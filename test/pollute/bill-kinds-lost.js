// Damage to bills: rows that are lost, by where they stood and by how the bill ends then.

import { BOTH, lossOf, MODES, ONE_IN_A_HUNDRED, range, without } from './bill-damage.js';
import { orderOf } from './bill-shop.js';

/** @typedef {import('./bill-shop.js').Shop} Shop */
/** @typedef {import('./bill-damage.js').Kind} Kind */
/** @typedef {import('./bill-damage.js').Mode} Mode */
/** @typedef {import('../support/random.js').Random} Random */

/**
 * Which rows are lost: their indices, so many.
 * @type {Readonly<Record<string, (shop: Shop, random: Random, count: number) => number[]>>}
 */
const LOSSES = {
  'lost at the start': (_shop, _random, count) => range(0, count),
  'lost at the end': ({ bill, platform, timeColumn }, _random, count) => {
    const day = (bill.rows.at(-1)?.[timeColumn] ?? '').slice(0, 10);
    const ofLastDay = bill.rows.filter((row) => row[timeColumn]?.startsWith(day)).length;
    // A settlement that ends at another hour of its last day is whole: one that was exported then.
    const isPart = platform === 'kuaishou' && count > bill.rows.length * ONE_IN_A_HUNDRED;
    return range(bill.rows.length - (isPart ? Math.max(count, ofLastDay) : count), bill.rows.length);
  },
  'lost here and there': ({ bill }, random, count) =>
    random.shuffle(range(0, bill.rows.length)).slice(0, count),
  'lost a stretch': ({ bill }, random, count) => {
    const from = random.int(1, Math.max(1, bill.rows.length - count - 1));
    return range(from, Math.min(bill.rows.length, from + count));
  },
  'lost pages of twenty': ({ bill }, random, count) => {
    const pages = random.shuffle(range(0, Math.floor(bill.rows.length / 20)));
    return pages.flatMap((page) => range(page * 20, page * 20 + 20)).slice(0, count);
  },
  'lost whole days': ({ bill, timeColumn }, random, count) => {
    const dayOf = (/** @type {number} */ row) => (bill.rows[row]?.[timeColumn] ?? '').slice(0, 10);
    const days = random.shuffle([...new Set(bill.rows.map((_, row) => dayOf(row)))]);
    return whole(bill.rows, count, days, dayOf);
  },
  'lost whole orders': (shop, random, count) => {
    const ids = shop.bill.rows.map((row) => orderOf(shop, row));
    return whole(shop.bill.rows, count, random.shuffle([...new Set(ids)]), (row) => ids[row] ?? '');
  },
};

/**
 * Rows of one group after the other, until there are so many of them.
 * @param {readonly unknown[]} rows
 * @param {number} count
 * @param {readonly string[]} groups
 * @param {(row: number) => string} groupOf
 */
function whole(rows, count, groups, groupOf) {
  /** @type {Map<string, number[]>} */
  const members = new Map(groups.map((group) => [group, []]));
  rows.forEach((_, row) => {
    members.get(groupOf(row))?.push(row);
  });
  /** @type {number[]} */
  const lost = [];
  for (const group of groups) {
    if (lost.length >= count) break;
    lost.push(...(members.get(group) ?? []));
  }
  return lost;
}

/** @type {Kind[]} */
const LOSS_KINDS = Object.entries(LOSSES).flatMap(([name, rowsOf]) => {
  /** @type {(mode: Mode, platforms: Kind['platforms'], words: string) => Kind} */
  const kind = (mode, platforms, words) => ({
    name: `${name}, ${words}`,
    platforms,
    levels: ['little', 'much'],
    damage: (shop, random, level) => {
      const count = lossOf(random, shop.bill.rows.length, level);
      return without(shop, rowsOf(shop, random, count), mode);
    },
  });
  return [
    kind('footer kept', ['kuaishou'], 'a settlement'),
    // A bill that begins or ends elsewhere, and says so neither above nor below its rows, is the bill of other days.
    ...MODES.filter((mode) => mode !== 'footer agrees' || !/start|end/.test(name)).map((mode) =>
      kind(mode, ['pinduoduo'], mode),
    ),
  ];
});

/** What a filter in a spreadsheet takes away: every row of which one cell says the same. */
const CLASS_COLUMNS = /** @type {const} */ ({
  pinduoduo: ['账务类型', '业务描述'],
  kuaishou: ['资金渠道', '商品ID', '佣金模式', '备注'],
});

const INCOME_CLASSES = ['交易收入', '优惠券结算'];

/** @type {Kind[]} */
const CLASS_KINDS = BOTH.flatMap((platform) =>
  (platform === 'kuaishou' ? MODES.slice(0, 1) : MODES).map((mode) => ({
    name: `lost one class of rows, ${platform === 'kuaishou' ? 'a settlement' : mode}`,
    platforms: [platform],
    levels: /** @type {const} */ (['much']),
    damage: (shop, random) => {
      const { header, rows } = shop.bill;
      const least = Math.floor(rows.length * ONE_IN_A_HUNDRED);
      const choices = CLASS_COLUMNS[platform].flatMap((name) => {
        const column = header.indexOf(name);
        return [...new Set(rows.map((row) => row[column]))].map((value) => ({ column, value }));
      });
      // What a filter of the back office leaves out has a footer that agrees: of fees it says nothing of collection.
      const told = mode === 'footer agrees' ? INCOME_CLASSES : null;
      const classes = choices
        .filter(({ value = '' }) => told === null || told.includes(value))
        .map(({ column, value }) => range(0, rows.length).filter((row) => rows[row]?.[column] === value))
        .filter((lost) => lost.length > least && lost.length < rows.length);
      return without(shop, random.pick(classes), mode);
    },
  })),
);

/** @type {readonly Kind[]} */
export const LOST_KINDS = [...LOSS_KINDS, ...CLASS_KINDS];
