// Damage to bills as files: cut off at a byte, written in another encoding, columns moved, renamed or taken away.

import iconv from 'iconv-lite';
import { encodeText } from '../support/bytes.js';
import { toBytes } from '../support/exports.js';
import { BOTH, billWith } from './bill-damage.js';

/** @typedef {import('./bill-shop.js').Shop} Shop */
/** @typedef {import('./bill-damage.js').Kind} Kind */
/** @typedef {import('../support/bytes.js').Encoding} Encoding */

/** Columns without which a bill says nothing. */
const NEEDED = /** @type {const} */ ({
  pinduoduo: ['商户订单号', '发生时间', '收入金额（+元）', '支出金额（-元）'],
  kuaishou: ['订单号', '订单实付(元)', '合计收入(元)', '实际结算金额(元)', '实际结算时间'],
});

/** Columns that are taken for each other. */
const EXCHANGED = /** @type {const} */ ({
  pinduoduo: [
    ['收入金额（+元）', '支出金额（-元）'],
    ['商户订单号', '备注'],
    ['账务类型', '业务描述'],
  ],
  kuaishou: [
    ['合计收入(元)', '合计支出(元)'],
    ['订单号', '商品ID'],
    ['订单实付(元)', '订单退款(元)'],
    ['订单创建时间', '实际结算时间'],
  ],
});

/** The bill's text, whatever it is encoded in. @param {Shop} shop */
function textOf(shop) {
  const { bytes } = billWith(shop, shop.bill.rows);
  const encoding = shop.bill.layout.encoding === 'gb18030' ? 'gb18030' : 'utf8';
  return iconv.decode(Buffer.from(bytes), encoding);
}

/** @type {(name: string, write: (shop: Shop) => Uint8Array, lossless: boolean) => Kind} */
const encodingKind = (name, write, lossless) => ({
  name,
  platforms: BOTH,
  levels: [lossless ? 'little' : 'much'],
  lossless,
  harmless: lossless,
  damage: (shop) => ({
    files: [{ name: shop.bill.fileName, bytes: write(shop) }],
    lost: lossless ? 0 : shop.bill.rows.length,
    touched: lossless ? [] : shop.bill.rows,
  }),
});

/** @type {(name: string, move: (header: string[], rows: string[][], shop: Shop, random: import('../support/random.js').Random) => void, lossless: boolean) => Kind} */
const columnKind = (name, move, lossless) => ({
  name,
  platforms: BOTH,
  levels: [lossless ? 'little' : 'much'],
  lossless,
  harmless: lossless,
  damage: (shop, random) => {
    const header = [...shop.bill.header];
    const rows = shop.bill.rows.map((row) => [...row]);
    move(header, rows, shop, random);
    return {
      files: [{ name: shop.bill.fileName, bytes: toBytes({ header, rows }, shop.bill.layout) }],
      lost: lossless ? 0 : rows.length,
      touched: lossless ? [] : shop.bill.rows,
    };
  },
});

/** @param {string[]} row @param {number} a @param {number} b */
function exchange(row, a, b) {
  const held = row[a] ?? '';
  row[a] = row[b] ?? '';
  row[b] = held;
}

/** @type {readonly Kind[]} */
export const BYTE_KINDS = [
  {
    name: 'cut off at a byte',
    platforms: BOTH,
    levels: ['little', 'much'],
    damage: (shop, random, level) => {
      const { name, bytes } = billWith(shop, shop.bill.rows);
      const hundredth = Math.floor(bytes.length / 110);
      const at =
        level === 'little'
          ? random.int(bytes.length - hundredth, bytes.length - 1)
          : random.int(1, bytes.length - 3 * hundredth);
      const cut = bytes.subarray(0, at);
      // Rows stand in the order of the file: what is whole of it is the text up to the last line end.
      const ends = cut.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0);
      const above = (shop.bill.layout.preamble?.length ?? 0) + 1;
      const kept = Math.max(0, ends - above);
      const gone = shop.bill.rows.slice(kept);
      return { files: [{ name, bytes: cut }], lost: gone.length, touched: gone };
    },
  },
  .../** @type {const} */ (['utf8', 'utf8-bom', 'gb18030', 'utf16le-bom', 'utf16be-bom']).map((encoding) =>
    encodingKind(`written as ${encoding}`, (shop) => encodeText(textOf(shop), encoding), true),
  ),
  encodingKind(
    'GB18030 behind the mark of UTF-8',
    (shop) => Buffer.concat([Buffer.from('\ufeff'), iconv.encode(textOf(shop), 'gb18030')]),
    false,
  ),
  encodingKind(
    'UTF-8 read as GBK and saved again',
    (shop) => encodeText(iconv.decode(Buffer.from(textOf(shop)), 'gb18030'), 'utf8'),
    false,
  ),
  columnKind(
    'columns in another order',
    (header, rows, _shop, random) => {
      const order = random.shuffle(header.map((_, i) => i));
      for (const row of [header, ...rows]) {
        const held = [...row];
        order.forEach((from, to) => {
          row[to] = held[from] ?? '';
        });
      }
    },
    true,
  ),
  columnKind(
    'a needed column renamed',
    (header, _rows, { platform }, random) => {
      header[header.indexOf(random.pick([...NEEDED[platform]]))] = '列1';
    },
    false,
  ),
  columnKind(
    'a needed column taken away',
    (header, rows, { platform }, random) => {
      const at = header.indexOf(random.pick([...NEEDED[platform]]));
      for (const row of [header, ...rows]) row.splice(at, 1);
    },
    false,
  ),
  columnKind(
    'two headers exchanged',
    (header, _rows, { platform }, random) => {
      const [a, b] = random.pick([...EXCHANGED[platform]]);
      exchange(header, header.indexOf(a), header.indexOf(b));
    },
    false,
  ),
];
