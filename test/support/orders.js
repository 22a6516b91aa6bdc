// Invents orders with a whole life (bought, shipped, received, debited, refunded) and says what is true of each.

import { DAY, formatTime, HOUR } from './calendar.js';
import { makeLines, pickWeighted, scaleRefund, sumAmounts } from './order-lines.js';
import { makePerson } from './people.js';

/** @typedef {import('./random.js').Random} Random */
/** @typedef {import('./people.js').Person} Person */
/** @typedef {import('./order-lines.js').Amounts} Amounts */
/** @typedef {import('./order-lines.js').Line} Line */

/**
 * How an order ends when nothing cuts its life off:
 * `plain` received and, if pay-later, debited · `unpaid` never paid nor shipped · `cancelled` before shipping ·
 * `held` paid, not shipped · `stuck` shipped, never received · `uncollected` received, never debited (pay-later only) ·
 * `refund-unshipped`, `refund-shipped`, `refund-received` the whole amount goes back · `refund-part` a part of it ·
 * `dispute` an after-sale stays open · `withdrawn` one that the buyer takes back · `exchange` goods for goods ·
 * `trial` a gift or 0-yuan trial.
 * @typedef {'plain' | 'unpaid' | 'cancelled' | 'held' | 'stuck' | 'uncollected' | 'refund-unshipped' |
 *   'refund-shipped' | 'refund-received' | 'refund-part' | 'dispute' | 'withdrawn' | 'exchange' | 'trial'} Outcome
 */
/**
 * What is true of one order at the export's time; times that lie behind it are null.
 * @typedef {object} Truth
 * @property {string} orderId
 * @property {boolean} payLater also where the template cannot show it
 * @property {Outcome} outcome
 * @property {'unpaid' | 'unshipped' | 'shipped' | 'received' | 'cancelled'} phase as the state's text says it
 * @property {boolean} refunded a refund is through, whole or in part
 * @property {'none' | 'open' | 'refunded' | 'succeeded' | 'closed'} afterSale
 * @property {string} createdAt
 * @property {string | null} paidAt
 * @property {string} promisedAt the latest time to ship
 * @property {string | null} shippedAt
 * @property {string | null} receivedAt
 * @property {string | null} incomeAt when the money reaches the shop
 * @property {string | null} requestedAt when the after-sale was asked for
 * @property {string | null} refundAt when it was agreed to
 * @property {number} refundBuyerFen what the buyer gets back
 * @property {number} refundPlatformFen what the platform gets back
 * @property {Amounts} amounts sums over the lines
 * @property {boolean} shownAsZero the export shows 0.00 as paid and as received
 * @property {number} listFen
 * @property {number} receivableFen 0 when there is none (unpaid, cancelled, closed, a trial)
 * @property {number} refundedFen on the receivable's basis
 * @property {number} netCollectedFen what bills that begin early enough prove, fees left aside
 * @property {number} outstandingFen
 * @property {Line[]} lines
 * @property {Person} person
 * @property {string} waybill empty before shipping
 * @property {string} carrier
 * @property {string} returnWaybill
 * @property {string} sellerNote
 * @property {string} buyerNote
 */
/**
 * Fixes some of what is otherwise drawn.
 * @typedef {object} Case
 * @property {boolean} [payLater]
 * @property {Outcome} [outcome]
 * @property {number} [ageDays] days from the order to the export, fractions allowed
 * @property {readonly [product: number, spec: number, quantity: number][]} [items] indices into `PRODUCTS`
 * @property {boolean} [plainPrice] no discount, postage or fee of any kind
 * @property {boolean} [shownAsZero]
 * @property {string} [sellerNote]
 * @property {string} [buyerNote]
 */
/**
 * @typedef {object} World
 * @property {'pinduoduo' | 'kuaishou'} platform whose rules of states and of settlement hold
 * @property {number} start earliest order, seconds
 * @property {number} end the export's time, seconds
 * @property {number} payLaterShare
 * @property {boolean} hasServiceFee the template has columns for fees of service
 * @property {boolean} hasPayDiscount the template has a column for the payment discount
 * @property {Person[]} people buyers so far; some come back
 * @property {Set<string>} ids order numbers so far
 */

/** @type {readonly [Outcome, number][]} */
const OUTCOME_WEIGHTS = [
  ['plain', 760],
  ['unpaid', 35],
  ['cancelled', 25],
  ['stuck', 15],
  ['uncollected', 45],
  ['refund-unshipped', 25],
  ['refund-shipped', 20],
  ['refund-received', 25],
  ['refund-part', 20],
  ['dispute', 15],
  ['withdrawn', 8],
  ['exchange', 7],
];
const CARRIERS = [
  ['顺丰速运', 'SF'],
  ['圆通速递', 'YT'],
  ['中通快递', '7812'],
  ['韵达快递', '4631'],
  ['极兔速递', 'JT'],
];
const SELLER_NOTES = [
  '加急',
  '换大一码',
  '老客户, 送小样',
  '缺货已沟通\n周三补发',
  '客户说"不要发票"',
  '优先发',
];
const BUYER_NOTES = ['放门口', '请发顺丰，谢谢', '送货前打电话,谢谢', '不要放驿站\n家里有人', '要"礼盒"包装'];

/** @type {(random: Random, world: World, outcome: Outcome, payLater: boolean, created: number) => Record<string, number | null>} */
function planLife(random, world, outcome, payLater, created) {
  /** @param {number} from @param {number} lo @param {number} hi hours */
  const after = (from, lo, hi) => from + random.int(lo * HOUR, hi * HOUR);
  const paid =
    outcome === 'unpaid' || (outcome === 'cancelled' && !payLater) ? null : created + random.int(2, 240);
  const neverShips = ['unpaid', 'cancelled', 'held', 'refund-unshipped'].includes(outcome);
  const shipped = neverShips || paid === null ? null : after(paid, 3, 44);
  const neverArrives = shipped === null || outcome === 'stuck' || outcome === 'refund-shipped';
  const received = neverArrives ? null : after(shipped, 40, 200);
  const disputeBegins = received ?? shipped ?? paid ?? created;
  const hasAfterSale = outcome.startsWith('refund') || ['dispute', 'withdrawn', 'exchange'].includes(outcome);
  const requested = hasAfterSale ? after(disputeBegins, 1, 60) : null;
  const refund = requested !== null && outcome.startsWith('refund') ? after(requested, 1, 60) : null;
  // A pay-later order is debited a day after receipt, now and then weeks later; an ordinary one settles at receipt.
  const wait = payLater ? DAY + (random.chance(0.05) ? random.int(5, 25) * DAY : 0) : 0;
  let income =
    received === null || outcome === 'uncollected' || outcome === 'trial'
      ? null
      : after(received + wait, 1, 30);
  if (outcome === 'dispute' && payLater) income = null;
  if (income !== null && refund !== null && refund <= income && outcome !== 'refund-part') income = null;
  /** @type {Record<string, number | null>} */
  const life = { paid, shipped, received, requested, refund, income };
  for (const [event, at] of Object.entries(life)) if (at !== null && at > world.end) life[event] = null;
  return life;
}

/**
 * @param {Random} random
 * @param {World} world
 * @param {Case} given
 * @param {number} maxLines rows that are left to fill
 * @returns {Truth} with `record` of the lines still unset
 */
export function makeOrder(random, world, given, maxLines) {
  const created = drawCreation(random, world, given.ageDays);
  let outcome = given.outcome ?? pickWeighted(random, OUTCOME_WEIGHTS);
  let payLater = given.payLater ?? random.chance(world.payLaterShare);
  if (outcome === 'unpaid' && given.payLater === undefined) payLater = false;
  if (outcome === 'uncollected' && !payLater) outcome = 'plain';
  const lines = makeLines(random, world, outcome, given, maxLines);
  if (outcome === 'trial') {
    for (const line of lines)
      Object.assign(line, { shopFen: line.receivableFen, receivableFen: 0, buyerFen: 0 });
  }
  const life = planLife(random, world, outcome, payLater, created);
  const text = (/** @type {string} */ event) => (life[event] == null ? null : formatTime(life[event]));

  const amounts = sumAmounts(lines);
  const refundIsDue = life.refund != null;
  const part =
    outcome === 'refund-part'
      ? Math.max(1, Math.floor((amounts.buyerFen * random.int(10, 50)) / 100))
      : amounts.buyerFen;
  const scaled = outcome === 'refund-part' ? scaleRefund(part, amounts) : amounts.receivableFen;
  const [carrier, prefix] = random.pick(CARRIERS);
  const shipped = life.shipped != null;
  const returned = outcome === 'refund-received' && refundIsDue && random.chance(0.8);

  const isUnpaid = outcome === 'unpaid' && world.end - created < DAY;
  const isClosed = (outcome === 'unpaid' && !isUnpaid) || outcome === 'cancelled';
  // Kuaishou closes an order whose whole amount went back; Pinduoduo keeps the phase in the state's text.
  const closedByRefund = world.platform === 'kuaishou' && refundIsDue && outcome !== 'refund-part';
  const phase = isUnpaid
    ? 'unpaid'
    : isClosed || closedByRefund
      ? 'cancelled'
      : life.received != null
        ? 'received'
        : shipped
          ? 'shipped'
          : 'unshipped';
  const hasReceivable = phase !== 'unpaid' && phase !== 'cancelled' && outcome !== 'trial';
  const receivableFen = hasReceivable ? amounts.receivableFen : 0;
  const refundedFen = hasReceivable && refundIsDue ? scaled : 0;
  const netCollectedFen = life.income != null && hasReceivable ? receivableFen - refundedFen : 0;

  return {
    orderId: makeOrderId(random, world, created),
    payLater,
    outcome,
    phase,
    refunded: refundIsDue,
    afterSale: afterSaleOf(outcome, life, world),
    createdAt: formatTime(created),
    paidAt: text('paid'),
    promisedAt: formatTime(created + 2 * DAY),
    shippedAt: text('shipped'),
    receivedAt: text('received'),
    incomeAt: text('income'),
    requestedAt: text('requested'),
    refundAt: text('refund'),
    refundBuyerFen: refundIsDue ? part : 0,
    refundPlatformFen: refundIsDue ? scaled - part : 0,
    amounts,
    shownAsZero: given.shownAsZero === true,
    listFen: amounts.goodsFen + amounts.postageFen + amounts.serviceFen - amounts.shopFen,
    receivableFen,
    refundedFen,
    netCollectedFen,
    outstandingFen: receivableFen - refundedFen - netCollectedFen,
    lines,
    person: pickPerson(random, world),
    waybill: shipped ? prefix + random.digits(15 - (prefix ?? '').length) : '',
    carrier: shipped ? (carrier ?? '') : '',
    returnWaybill: returned ? `YT${random.digits(13)}` : '',
    sellerNote: given.sellerNote ?? (random.chance(0.08) ? random.pick(SELLER_NOTES) : ''),
    buyerNote: given.buyerNote ?? (random.chance(0.08) ? random.pick(BUYER_NOTES) : ''),
  };
}

/** @type {(outcome: Outcome, life: Record<string, number | null>, world: World) => Truth['afterSale']} */
function afterSaleOf(outcome, life, world) {
  if (life.requested == null) return 'none';
  if (life.refund != null) return 'refunded';
  const settled = world.end - life.requested > 3 * DAY;
  if (outcome === 'withdrawn' && settled) return 'closed';
  if (outcome === 'exchange' && settled) return 'succeeded';
  return 'open';
}

/** @type {(random: Random, world: World, ageDays: number | undefined) => number} */
function drawCreation(random, world, ageDays) {
  // A given age is blurred by up to two hours, so that orders of one list do not share their second.
  if (ageDays !== undefined) return Math.round(world.end - ageDays * DAY) - random.int(0, 2 * HOUR);
  const created = random.int(world.start, world.end);
  const byNight = created % DAY < 6 * HOUR;
  // Few people buy at night; what is moved must not pass the export.
  return byNight && random.chance(0.7) && created + 12 * HOUR < world.end ? created + 12 * HOUR : created;
}

/** @type {(random: Random, world: World) => Person} */
function pickPerson(random, world) {
  if (world.people.length > 0 && random.chance(0.12)) return random.pick(world.people);
  const person = makePerson(random);
  world.people.push(person);
  return person;
}

/** @type {(random: Random, world: World, created: number) => string} */
function makeOrderId(random, world, created) {
  // A Pinduoduo number may carry the day on which the group was opened, a day before the deal.
  const day = world.platform === 'pinduoduo' && random.chance(0.03) ? created - DAY : created;
  const date = formatTime(day).slice(2, 10).replaceAll('-', '');
  const make = () =>
    world.platform === 'pinduoduo'
      ? `${date}-${random.digits(15)}`
      : `${date.slice(0, 4)}${random.digits(12)}`;
  let id = make();
  while (world.ids.has(id)) id = make();
  world.ids.add(id);
  return id;
}
