// Writes the Pinduoduo bill of the shop whose orders make-orders.js writes, row by row: any size, always the same bytes.

import { closeSync, openSync, writeSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { DAY, formatTime, HOUR, parseTime } from '../support/calendar.js';
import { yuan } from '../support/cells.js';
import { createRandom } from '../support/random.js';
import { benchOrders } from './make-orders.js';

/** @typedef {{ rows: number, orders: number, inFen: number, outFen: number, bytes: number }} BenchBill */

const HEAD = `拼多多店铺账务明细查询

起始时间：2026-04-21 00:00:00  终止时间：2026-07-19 23:59:59
----------交易记录明细列表---------
商户订单号,发生时间,收入金额（+元）,支出金额（-元）,账务类型,备注,业务描述
`.replaceAll('\n', '\r\n');
const END = parseTime('2026-07-19 23:59:59');
const BATCH_CHARACTERS = 1 << 19;
const INCOME = '交易收入,-,0010002|交易收入-订单收入';
const COUPON = '优惠券结算,-,0010005|交易收入-优惠券结算';
const FEE = '技术服务费,-,0030002|技术服务费-基础技术服务费';
const REFUND = '交易退款,-,0020002|交易退款-订单退款';
const COUPON_BACK = '优惠券结算,-,0020005|交易退款-优惠券结算';
const TRANSFER = '转账,-,0070004|转账-广告账户';

/**
 * @param {string} path the file is replaced
 * @param {number} orderRows data records of the order file; the bill has about 1.9 rows for each
 * @param {number} [seed] that of the order file
 * @returns {BenchBill}
 */
export function writeBenchBill(path, orderRows, seed = 1) {
  // Draws of its own: those of the orders must stay what they are.
  const random = createRandom(seed ^ 0x5bd1e995);
  const file = openSync(path, 'w');
  const written = { rows: 0, orders: 0, inFen: 0, outFen: 0, bytes: 0 };
  let inRows = 0;
  let batch = HEAD;
  const flush = () => {
    const bytes = iconv.encode(batch, 'gb18030');
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    written.bytes += bytes.length;
    batch = '';
  };
  /** @type {(id: string, time: string, fen: number, what: string) => void} */
  const row = (id, time, fen, what) => {
    if (fen === 0) return;
    batch += `${id},${time},${fen > 0 ? yuan(fen) : '0.00'},${fen < 0 ? yuan(fen) : '0.00'},${what}\r\n`;
    written.rows += 1;
    if (fen > 0) {
      inRows += 1;
      written.inFen += fen;
    } else written.outFen += fen;
  };
  try {
    for (const { id, payLater, receivedAt, refunded, buyerFen, receivableFen } of benchOrders(
      orderRows,
      seed,
    )) {
      const wait = random.int(HOUR, 30 * HOUR) + (payLater ? DAY : 0);
      const isNeverPaid = payLater && random.chance(0.05);
      const settled = (receivedAt ?? END) + wait;
      if (receivedAt === null || isNeverPaid || settled > END) continue;
      written.orders += 1;
      const time = formatTime(settled);
      row(id, time, buyerFen, INCOME);
      row(id, time, receivableFen - buyerFen, COUPON);
      row(id, time, -Math.floor((receivableFen * 6 + 500) / 1000), FEE);
      const back = settled + random.int(HOUR, 3 * DAY);
      if (refunded && back <= END) {
        row(id, formatTime(back), -buyerFen, REFUND);
        row(id, formatTime(back), buyerFen - receivableFen, COUPON_BACK);
      }
      if (written.orders % 50 === 0) row('', time, -random.int(50, 300) * 1000, TRANSFER);
      if (batch.length > BATCH_CHARACTERS) flush();
    }
    batch += `#支出合计：${written.rows - inRows}笔${yuan(written.outFen)}元\r\n`;
    batch += `#收入合计：${inRows}笔${yuan(written.inFen)}元\r\n`;
    flush();
  } finally {
    closeSync(file);
  }
  return written;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [path, rows, seed] = argv.slice(2);
  if (path === undefined || !/^\d+$/.test(rows ?? '') || !/^\d*$/.test(seed ?? '')) {
    throw new Error('usage: node test/bench/make-bill.js PATH ORDER_ROWS [SEED]');
  }
  console.log(writeBenchBill(path, Number(rows), Number(seed ?? 1)));
}
