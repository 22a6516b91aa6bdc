// The bill of a shop whose orders are known: Pinduoduo's 货款明细 and Kuaishou's settlement, row by row.

import { DAY, fileStamp, formatTime, parseTime } from './calendar.js';
import { headerOf, yuan } from './cells.js';
import { createRandom } from './random.js';
import { settlementRows } from './settlement.js';

/** @typedef {import('./orders.js').Truth} Truth */
/** @typedef {import('./bytes.js').Layout} Layout */
/** @typedef {import('./random.js').Random} Random */
/**
 * @typedef {object} BillOptions
 * @property {'pinduoduo' | 'kuaishou'} platform
 * @property {readonly Truth[]} truth
 * @property {string} start first moment that the bill covers
 * @property {string} end last moment that the bill covers
 * @property {number} [seed]
 * @property {string} [shopId] mall id / 商家ID
 * @property {boolean} [otherRows] rows of no order, and rows of compensation and marketing; default true
 */
/**
 * @typedef {object} Bill
 * @property {string[]} header
 * @property {string[][]} rows oldest first
 * @property {string} fileName
 * @property {Layout} layout to be given to `toBytes`
 * @property {string} start
 * @property {string} end
 */

const PINDUODUO_BILL_HEADER = headerOf(
  '商户订单号,发生时间,收入金额（+元）,支出金额（-元）,账务类型,备注,业务描述',
);

/**
 * @param {BillOptions} options
 * @returns {Bill}
 */
export function makeBill(options) {
  const shopId = options.shopId ?? '100200300';
  const { start, end } = options;
  const random = createRandom(options.seed ?? 1);
  const stamp = fileStamp(formatTime(parseTime(end.slice(0, 10)) + DAY + 36_595));
  if (options.platform === 'kuaishou') {
    const { header, rows } = settlementRows(options.truth, start, end, shopId);
    const fileName = `kuaishou_settlement_${stamp}.csv`;
    return { header, rows, fileName, layout: { encoding: 'utf8-bom' }, start, end };
  }
  const entries = options.truth.flatMap((order) => orderEntries(order));
  if (options.otherRows ?? true) entries.push(...otherEntries(random, options.truth, start, end));
  const inside = entries.filter((entry) => entry.at >= start && entry.at <= end);
  inside.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const rows = inside.map((entry) => [
    entry.orderId,
    entry.at,
    entry.fen > 0 ? yuan(entry.fen) : '0.00',
    entry.fen < 0 ? yuan(entry.fen) : '0.00',
    entry.type,
    entry.note,
    entry.text,
  ]);
  return {
    header: [...PINDUODUO_BILL_HEADER],
    rows,
    fileName: `pdd-mall-bill-detail(${shopId})_${stamp}_2175.csv`,
    layout: {
      encoding: 'gb18030',
      preamble: [
        '拼多多店铺账务明细查询',
        '',
        `起始时间：${start}  终止时间：${end}`,
        '----------交易记录明细列表---------',
      ],
      footer: pinduoduoFooter(rows),
    },
    start,
    end,
  };
}

/**
 * One row of the bill; `fen` carries the sign of its side.
 * @typedef {{ orderId: string, at: string, fen: number, type: string, note: string, text: string }} Entry
 */

/**
 * The lines below a Pinduoduo bill: number and yuan of its rows, each side for itself.
 * @param {readonly (readonly string[])[]} rows
 */
export function pinduoduoFooter(rows) {
  return [/** @type {const} */ (['支出', 3]), /** @type {const} */ (['收入', 2])].map(([side, column]) => {
    const amounts = rows.map((row) => Math.round(Number(row[column]) * 100)).filter((fen) => fen !== 0);
    return `#${side}合计：${amounts.length}笔${yuan(amounts.reduce((sum, fen) => sum + fen, 0))}元`;
  });
}

/**
 * What an order that has been settled leaves in the bill: income, the coupon's part, the fee, and a refund's mirror.
 * A refund agreed before the settlement leaves nothing of its own: it makes the income smaller.
 * @param {Truth} order
 * @returns {Entry[]}
 */
function orderEntries(order) {
  if (order.incomeAt === null) return [];
  const { orderId, incomeAt, refundAt } = order;
  const platformFen = order.amounts.receivableFen - order.amounts.buyerFen;
  const refundFirst = refundAt !== null && refundAt <= incomeAt;
  const buyerFen = order.amounts.buyerFen - (refundFirst ? order.refundBuyerFen : 0);
  const couponFen = platformFen - (refundFirst ? order.refundPlatformFen : 0);
  /** @type {(at: string, fen: number, type: string, text: string) => Entry} */
  const entry = (at, fen, type, text) => ({ orderId, at, fen, type, note: '-', text });
  const entries = [
    entry(incomeAt, buyerFen, '交易收入', '0010002|交易收入-订单收入'),
    entry(incomeAt, couponFen, '优惠券结算', '0010005|交易收入-优惠券结算'),
    entry(incomeAt, -feeFen(buyerFen + couponFen), '技术服务费', '0030002|技术服务费-基础技术服务费'),
  ];
  if (refundAt !== null && !refundFirst) {
    const { refundBuyerFen, refundPlatformFen } = order;
    entries.push(
      entry(refundAt, -refundBuyerFen, '交易退款', '0020002|交易退款-订单退款'),
      entry(refundAt, -refundPlatformFen, '优惠券结算', '0020005|交易退款-优惠券结算'),
      entry(
        refundAt,
        feeFen(refundBuyerFen + refundPlatformFen),
        '技术服务费',
        '0030002|技术服务费-基础技术服务费',
      ),
    );
  }
  return entries.filter(({ fen }) => fen !== 0);
}

/** The platform's fee, 0.6 %, half up. @param {number} fen */
const feeFen = (fen) => Math.floor((fen * 6 + 500) / 1000);

/** @type {(random: Random, truth: readonly Truth[], start: string, end: string) => Entry[]} */
function otherEntries(random, truth, start, end) {
  /** @type {Entry[]} */
  const entries = [];
  for (let at = parseTime(start.slice(0, 10)) + 7 * DAY; at < parseTime(end); at += 7 * DAY) {
    const time = formatTime(at + random.int(36_000, 60_000));
    entries.push({
      orderId: '',
      at: time,
      fen: -random.int(50, 300) * 1000,
      type: '转账',
      note: '-',
      text: '0070004|转账-广告账户',
    });
    entries.push({
      orderId: '',
      at: time,
      fen: -random.int(100, 900) * 1000,
      type: '提现',
      note: '-',
      text: '0080001|提现-提现申请',
    });
  }
  for (const order of truth) {
    if (order.incomeAt === null) continue;
    const common = { orderId: order.orderId, at: order.incomeAt, note: '-' };
    if (random.chance(0.08)) {
      const fen = -Math.max(1, Math.floor(order.amounts.buyerFen / 20));
      entries.push({ ...common, fen, type: '多多进宝', text: '0060001|营销费用-多多进宝' });
    }
    if (random.chance(0.05)) {
      entries.push({
        ...common,
        fen: -random.int(1, 60),
        type: '其他服务',
        text: '0050002|服务支出-消费者体验提升计划',
      });
    }
    if (random.chance(0.03)) {
      // The order's number stands in the remark only.
      const note = `（订单${order.orderId}）`;
      entries.push({
        ...common,
        orderId: '',
        fen: -500,
        type: '其他支出',
        note,
        text: '0140028|其他支出-合作费追回',
      });
    }
  }
  return entries;
}
