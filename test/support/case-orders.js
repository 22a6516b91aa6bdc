// Orders of the worked cases, fixed to the fen and the second, amid ordinary ones that prove what the bills hold.

import { DAY, formatTime, HOUR, parseTime } from './calendar.js';
import { cellsOf } from './cells.js';
import { TEMPLATES } from './exports.js';
import { KUAISHOU_CELLS, KUAISHOU_HEADERS } from './kuaishou.js';
import { makePerson } from './people.js';
import { EMPTY, PINDUODUO_CELLS, PINDUODUO_HEADERS } from './pinduoduo.js';
import { PRODUCTS } from './products.js';
import { createRandom } from './random.js';

/** @typedef {import('./orders.js').Truth} Truth */
/** @typedef {import('./order-lines.js').Line} Line */
/** @typedef {Exclude<import('./exports.js').Template, 'generic-en' | 'generic-zh'>} Template */
/** @typedef {Readonly<Record<string, string>>} Cells */
/**
 * One line; amounts in yuan.
 * @typedef {object} Item
 * @property {string} name
 * @property {string} [productId]
 * @property {string} [spec]
 * @property {number} [quantity]
 * @property {number} goods 商品总价
 * @property {number} [postage]
 * @property {number} [shop] the shop's discount
 * @property {number} [platform] the platform's
 * @property {number} [government] 国补, Kuaishou only
 */
/**
 * One order. Without `phase` the times say how far it is.
 * @typedef {object} Given
 * @property {string} id
 * @property {boolean} [payLater] default true
 * @property {string} created
 * @property {string | null} [shipped]
 * @property {string | null} [received]
 * @property {string | null} [income] the whole of it comes in; left out where the case has rows of its own
 * @property {Truth['phase']} [phase]
 * @property {readonly Item[]} items
 * @property {boolean} [refunded] its state says 退款成功
 * @property {boolean} [shownAsZero]
 * @property {boolean} [trial]
 * @property {Cells} [cells] cells that differ from what the template's makers write
 */
/** @typedef {Truth & { cells: Cells, governmentFen: number }} CaseOrder */

/** @type {Readonly<Record<Template, readonly string[]>>} */
const HEADERS = { ...PINDUODUO_HEADERS, ...KUAISHOU_HEADERS };
const CARRIERS = /** @type {const} */ ([
  ['顺丰速运', 'SF'],
  ['圆通速递', 'YT'],
  ['中通快递', '7812'],
]);

/** @param {number} amount yuan */
const fen = (amount) => Math.round(amount * 100);

/** @param {Item} item @param {number} at @returns {Line & { governmentFen: number }} */
function lineOf(item, at) {
  const { name, quantity = 1, spec = '标准' } = item;
  const [goodsFen, postageFen, shopFen, platformFen, governmentFen] = [
    fen(item.goods),
    fen(item.postage ?? 0),
    fen(item.shop ?? 0),
    fen(item.platform ?? 0),
    fen(item.government ?? 0),
  ];
  const receivableFen = goodsFen + postageFen - shopFen;
  const id = item.productId ?? `62000${String(fen(item.goods)).padStart(7, '0')}`;
  return {
    product: { id, name, category: '日用', serviceFeeFen: 0, specs: [{ name: spec, priceFen: goodsFen }] },
    spec,
    quantity,
    unitFen: goodsFen / quantity,
    record: at,
    goodsFen,
    postageFen,
    shopFen,
    platformFen,
    serviceFen: 0,
    payFen: 0,
    anchorFen: 0,
    governmentFen,
    receivableFen,
    buyerFen: receivableFen - platformFen - governmentFen,
  };
}

/**
 * @param {Given} given
 * @returns {CaseOrder} with a person, a carrier and a waybill that follow from its number
 */
export function orderOf(given) {
  const lines = given.items.map(lineOf);
  const random = createRandom(Number(given.id.slice(-9)) + Number(given.id.slice(0, 6)));
  const [carrier, prefix] = random.pick(CARRIERS);
  const { shipped = null, received = null, income = null } = given;
  /** @param {'goodsFen' | 'postageFen' | 'shopFen' | 'platformFen' | 'governmentFen' | 'receivableFen' | 'buyerFen'} key */
  const sum = (key) => lines.reduce((total, line) => total + line[key], 0);
  const person = makePerson(random);
  const waybill = shipped === null ? '' : prefix + random.digits(15 - prefix.length);
  const open = received !== null ? 'received' : shipped !== null ? 'shipped' : 'unshipped';
  const phase = given.phase ?? open;
  const receivableFen = sum('receivableFen');
  return {
    orderId: given.id,
    payLater: given.payLater ?? true,
    outcome: given.trial ? 'trial' : 'plain',
    phase,
    refunded: given.refunded === true,
    afterSale: given.refunded ? 'refunded' : 'none',
    createdAt: given.created,
    paidAt: phase === 'unpaid' ? null : formatTime(parseTime(given.created) + 40),
    promisedAt: formatTime(parseTime(given.created) + 2 * DAY),
    shippedAt: shipped,
    receivedAt: received,
    incomeAt: income,
    requestedAt: null,
    refundAt: null,
    refundBuyerFen: 0,
    refundPlatformFen: 0,
    amounts: {
      goodsFen: sum('goodsFen'),
      postageFen: sum('postageFen'),
      shopFen: sum('shopFen'),
      platformFen: sum('platformFen'),
      serviceFen: 0,
      payFen: 0,
      anchorFen: 0,
      receivableFen,
      buyerFen: sum('buyerFen'),
    },
    governmentFen: sum('governmentFen'),
    shownAsZero: given.shownAsZero === true,
    listFen: receivableFen,
    receivableFen,
    refundedFen: 0,
    netCollectedFen: 0,
    outstandingFen: 0,
    lines,
    person,
    waybill,
    carrier: shipped === null ? '' : carrier,
    returnWaybill: '',
    sellerNote: '',
    buyerNote: '',
    cells: given.cells ?? {},
  };
}

/**
 * Orders that are shipped within two days, received some days later and in the bill on that day or the next. The days of
 * ordering are spread evenly, so that hardly a day is without income. Every third bears a platform discount.
 * @param {{ kind: 'pinduoduo' | 'kuaishou', count: number, seed: number, from: string, days: number, payLater?: boolean,
 *   government?: boolean }} options `government`: every sixth is an appliance with 国补
 */
export function ordinaryOrders({ kind, count, seed, from, days, payLater = false, government = false }) {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, n) => {
    const created = parseTime(from) + Math.floor((n * days * DAY) / count) + random.int(8 * HOUR, 22 * HOUR);
    const shipped = created + random.int(3 * HOUR, 40 * HOUR);
    const received = shipped + random.int(2 * DAY, 6 * DAY);
    const appliance = government && n % 6 === 2;
    const product = random.pick(appliance ? PRODUCTS.slice(9, 10) : PRODUCTS.slice(0, 7));
    const { name: spec, priceFen } = random.pick(product.specs);
    const quantity = priceFen < 5000 ? random.int(1, 3) : 1;
    const goods = (priceFen * quantity) / 100;
    const day = formatTime(created).slice(2, 10).replaceAll('-', '');
    return orderOf({
      id: kind === 'pinduoduo' ? `${day}-${random.digits(15)}` : `${day.slice(0, 4)}${random.digits(12)}`,
      payLater,
      created: formatTime(created),
      shipped: formatTime(shipped),
      received: formatTime(received),
      income: formatTime(received + random.int(HOUR, 20 * HOUR)),
      items: [
        {
          name: product.name,
          productId: product.id,
          spec,
          quantity,
          goods,
          postage: n % 7 === 4 ? 6 : 0,
          shop: n % 5 === 1 && goods > 20 ? 3 : 0,
          platform: n % 3 === 0 && goods > 20 ? 5 : 0,
          government: appliance ? 160 : 0,
        },
      ],
    });
  });
}

/** Three ordinary orders that never came to a receipt: not paid, cancelled, refunded before shipping. @param {string} day */
export function withoutReceipt(day, kind = 'pinduoduo') {
  /** @type {(at: number, more: Partial<Given>) => CaseOrder} */
  const order = (at, more) => {
    const date = day.slice(2).replaceAll('-', '');
    return orderOf({
      id: kind === 'pinduoduo' ? `${date}-52000000000014${at}` : `${date.slice(0, 4)}52000000014${at}`,
      payLater: false,
      created: `${day} 1${at}:20:3${at}`,
      items: [{ name: '挂耳咖啡 中度烘焙', productId: '610000000104', spec: '20包', goods: 39.9 }],
      ...more,
    });
  };
  const refunded = kind === 'pinduoduo' ? { refunded: true } : { phase: /** @type {const} */ ('cancelled') };
  return [order(1, { phase: 'unpaid' }), order(2, { phase: 'cancelled' }), order(3, refunded)];
}

/**
 * The export as a table, newest order first.
 * @param {Template} template
 * @param {readonly CaseOrder[]} orders
 * @param {(order: CaseOrder) => Cells} [common] cells that this export writes otherwise on every row
 * @returns {{ header: string[], rows: string[][] }}
 */
export function tableOf(template, orders, common = () => ({})) {
  if (!TEMPLATES.includes(template)) throw new Error(`no template ${template}`);
  const header = [...HEADERS[template]];
  const isKuaishou = template.startsWith('kuaishou');
  const makers = isKuaishou ? KUAISHOU_CELLS : PINDUODUO_CELLS;
  const sorted = [...orders].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const rows = sorted.flatMap((order) =>
    order.lines.map((line) => {
      const amounts = order.shownAsZero ? { ...line, buyerFen: 0, receivableFen: 0 } : line;
      const cells = cellsOf(header, makers, isKuaishou ? '' : EMPTY, { order, line, amounts });
      const own = { ...common(order), ...order.cells };
      for (const name of Object.keys(own)) if (!header.includes(name)) throw new Error(`no column ${name}`);
      return cells.map((cell, at) => own[header[at] ?? ''] ?? cell);
    }),
  );
  return { header, rows };
}
