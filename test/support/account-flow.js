// Kuaishou's account flow (动账): what a shop's account books for orders whose settlement is known, row by row.

import { headerOf, yuan } from './cells.js';
import { settlementRows } from './settlement.js';

/** @typedef {import('./orders.js').Truth} Truth */

export const ACCOUNT_HEADER = headerOf(
  '账务流水号,关联业务单号,入账时间,账务方向,发生额（元）,期末余额（元）,业务类型,描述,备注',
);

/**
 * One booking; fen with the sign that it has for the account.
 * @typedef {{ order: string, at: string, fen: number, type: string, text?: string }} Booking
 */

/**
 * Bookings as rows, oldest first, with a number and a balance each.
 * @param {readonly Booking[]} bookings
 * @returns {string[][]}
 */
export function accountRows(bookings) {
  const sorted = [...bookings].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  let balance = 100_000_00;
  return sorted.map(({ order, at, fen, type, text = '-' }, i) => {
    balance += fen;
    const number = `7026${String(i).padStart(12, '0')}`;
    return [number, order, at, fen < 0 ? '支' : '收', yuan(Math.abs(fen)), yuan(balance), type, type, text];
  });
}

/**
 * What the account books for orders that their settlement shows: a pay-out of what is left of the income, and for a
 * refund behind it the refund, the platform's part and the fees given back, each by itself.
 * @param {readonly Truth[]} truth
 * @param {string} start
 * @param {string} end
 * @returns {Booking[]}
 */
export function accountBookings(truth, start, end) {
  const { header, rows } = settlementRows(truth, start, end, '1');
  /** @type {Map<string, Record<string, number>>} */
  const orders = new Map();
  for (const row of rows) {
    /** @param {string} name */
    const fen = (name) => Math.round(Number(row[header.indexOf(name)]) * 100);
    const key = `${row[header.indexOf('订单号')]} ${row[header.indexOf('实际结算时间')]}`;
    const sums = orders.get(key) ?? { income: 0, refund: 0, back: 0, paid: 0 };
    orders.set(key, sums);
    sums['income'] = (sums['income'] ?? 0) + fen('合计收入(元)');
    sums['refund'] = (sums['refund'] ?? 0) + fen('订单退款(元)');
    sums['back'] = (sums['back'] ?? 0) + fen('支付营销回退（元）');
    sums['paid'] = (sums['paid'] ?? 0) + fen('实际结算金额(元)');
  }
  return [...orders].flatMap(([key, { income = 0, refund = 0, back = 0, paid = 0 }]) => {
    const [order = '', ...time] = key.split(' ');
    const at = time.join(' ');
    /** @type {Booking[]} */
    const bookings =
      income > 0
        ? [{ order, at, fen: paid, type: '货款结算' }]
        : [
            // The refund's number stands where the order's does elsewhere; the text names the order.
            {
              order: `9${order.slice(1)}`,
              at,
              fen: -refund,
              type: '结算后退款',
              text: `退款-快手电商订单编号：${order}`,
            },
            { order, at, fen: -back, type: '补贴扣除' },
            { order, at, fen: paid + refund + back, type: '佣金/技术服务费返还' },
          ];
    return bookings.filter(({ fen }) => fen !== 0);
  });
}
