// Sales of the generated shops: from what is fixed of an order to its whole life, as the writers of exports want it.

import { DAY, formatTime, HOUR, parseTime } from '../support/calendar.js';
import { sumAmounts } from '../support/order-lines.js';
import { pickProduct } from './goods.js';

/** @typedef {import('../support/random.js').Random} Random */
/** @typedef {import('../support/orders.js').Truth} Sale */
/** @typedef {import('../support/products.js').Product} Product */
/** @typedef {import('./places.js').Written} Written */
/** @typedef {{ name: string, phone: string, payer: string, payLater: boolean }} Buyer `payer`: phone of the account */
/**
 * What is fixed of an order; the rest is drawn.
 * @typedef {object} Draft
 * @property {Buyer} buyer
 * @property {Written} to
 * @property {number} [at] when it was placed, seconds
 * @property {Product} [product]
 * @property {boolean} [owed] true: in transit or never debited; false: debited when due. Else as honest buyers are
 * @property {string} [buyerNote]
 * @property {string} [sellerNote]
 * @property {string} [waybill] '' for none
 * @property {number} [shipped] when it left, seconds
 * @property {boolean} [live]
 * @property {string} [team] 团ID
 * @property {number} [ring] index of the ring it belongs to
 * @property {number} [group] index of the decoy it belongs to
 * @property {number} [ofCase] index of the case of a typology that it belongs to
 * @property {boolean} [beside] it leads to the case, and is none itself
 * @property {string} [note] kind of note that many orders have
 */
/** @typedef {Sale & { person: Sale['person'] & { payer: string }, live: boolean, team: string }} EvalSale */

/** The export's own time, which also stands in its name, and what the bill covers. */
export const END = parseTime('2026-07-20 10:09:23');
export const BILL = { start: '2026-04-21 00:00:00', end: '2026-07-19 23:59:59' };
const START = parseTime('2026-04-22 00:00:00');
/** Of honest pay-later orders that have been received, so many are not debited: three in a hundred. */
const UNCOLLECTED = 0.03;
const CANCELLED = 0.03;
const REFUNDED = 0.02;
const STUCK = 0.01;
const CARRIERS = [
  ['圆通速递', 'YT'],
  ['中通快递', '7812'],
  ['韵达快递', '4631'],
  ['极兔速递', 'JT'],
  ['顺丰速运', 'SF'],
];

/**
 * A time in the shop's 90 days at which people shop.
 * @param {Random} random
 * @returns {number} seconds
 */
export function shoppingTime(random) {
  const at = random.int(START, END - 600);
  const isNight = at % DAY < 7 * HOUR;
  return isNight && random.chance(0.8) ? at - 10 * HOUR : at;
}

/** @type {(random: Random, product: Product, postage: boolean) => Sale['lines'][number]} */
function makeLine(random, product, postage) {
  const [spec] = product.specs;
  if (spec === undefined) throw new Error(`${product.name} has no specification`);
  const quantity = spec.priceFen < 8000 ? random.pick([1, 1, 1, 1, 1, 1, 2, 2, 3]) : 1;
  const goodsFen = spec.priceFen * quantity;
  const roomy = goodsFen >= 2000;
  const shopFen = roomy && random.chance(0.3) ? random.pick([200, 300, 500]) : 0;
  const platformFen = roomy && random.chance(0.2) ? random.pick([100, 200, 500]) : 0;
  const postageFen = postage ? 600 : 0;
  const receivableFen = goodsFen + postageFen - shopFen;
  const none = { serviceFen: 0, payFen: 0, anchorFen: 0 };
  const amounts = { goodsFen, postageFen, shopFen, platformFen, buyerFen: receivableFen - platformFen };
  const what = { product, spec: spec.name, quantity, unitFen: spec.priceFen, record: -1 };
  return { ...none, ...amounts, receivableFen, ...what };
}

/**
 * @param {Random} random
 * @param {Draft} draft
 * @param {string} orderId
 * @returns {EvalSale}
 */
export function makeSale(random, draft, orderId) {
  const { buyer, to, owed } = draft;
  const created = draft.at ?? shoppingTime(random);
  const payLater = owed !== undefined || (random.chance(0.95) ? buyer.payLater : !buyer.payLater);
  const fate = owed === undefined ? random.next() : 1;
  const isCancelled = fate < CANCELLED;
  const isStuck = !isCancelled && fate < CANCELLED + STUCK;
  const isRefunded = !isCancelled && !isStuck && fate < CANCELLED + STUCK + REFUNDED;
  const isHeld = owed ?? (payLater && random.chance(UNCOLLECTED));
  const paid = created + random.int(2, 240);
  // A parcel that carries several orders leaves soon after the last of them.
  const shipped = isCancelled ? null : past(draft.shipped ?? paid + random.int(3 * HOUR, 40 * HOUR));
  const received = shipped === null || isStuck ? null : past(shipped + random.int(40 * HOUR, 170 * HOUR));
  const debit = (received ?? 0) + (payLater ? DAY : 0) + random.int(HOUR, 30 * HOUR);
  const isSettled = received !== null && !isHeld && !isRefunded;
  const asked = isRefunded && received !== null ? past(received + random.int(HOUR, 2 * DAY)) : null;
  const refund = asked === null ? null : past(asked + random.int(HOUR, 2 * DAY));
  const line = makeLine(random, draft.product ?? pickProduct(random), random.chance(0.08));
  const amounts = sumAmounts([line]);
  const incomeAt = isSettled ? past(debit) : null;
  const receivableFen = isCancelled ? 0 : amounts.receivableFen;
  const refundedFen = refund === null ? 0 : receivableFen;
  const netCollectedFen = incomeAt === null ? 0 : receivableFen;
  const [carrier = '', prefix = ''] = random.pick(CARRIERS);
  const waybill = draft.waybill ?? prefix + random.digits(14 - prefix.length);
  return {
    orderId,
    payLater,
    outcome: isCancelled ? 'cancelled' : isStuck ? 'stuck' : isRefunded ? 'refund-received' : 'plain',
    phase: isCancelled
      ? 'cancelled'
      : received !== null
        ? 'received'
        : shipped !== null
          ? 'shipped'
          : 'unshipped',
    refunded: refund !== null,
    afterSale: refund !== null ? 'refunded' : asked !== null ? 'open' : 'none',
    createdAt: formatTime(created),
    paidAt: isCancelled ? null : formatTime(paid),
    promisedAt: formatTime(created + 2 * DAY),
    shippedAt: textOf(shipped),
    receivedAt: textOf(received),
    incomeAt: textOf(incomeAt),
    requestedAt: textOf(asked),
    refundAt: textOf(refund),
    refundBuyerFen: refund === null ? 0 : amounts.buyerFen,
    refundPlatformFen: refund === null ? 0 : amounts.receivableFen - amounts.buyerFen,
    amounts,
    shownAsZero: false,
    listFen: amounts.goodsFen + amounts.postageFen - amounts.shopFen,
    receivableFen,
    refundedFen,
    netCollectedFen,
    outstandingFen: receivableFen - refundedFen - netCollectedFen,
    lines: [line],
    person: { name: buyer.name, phone: buyer.phone, payer: buyer.payer, ...to },
    waybill: shipped === null ? '' : waybill,
    carrier: shipped === null ? '' : carrier,
    returnWaybill: '',
    sellerNote: draft.sellerNote ?? '',
    buyerNote: draft.buyerNote ?? '',
    live: draft.live === true,
    team: draft.team ?? '',
  };
}

/** @param {number} at @returns {number | null} null where it lies behind the export */
const past = (at) => (at > END ? null : at);
/** @param {number | null} at */
const textOf = (at) => (at === null ? null : formatTime(at));
