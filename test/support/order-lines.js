// The lines of an invented order: what was bought, and amounts that add up to the fen.

import { PRODUCT_WEIGHTS, PRODUCTS } from './products.js';

/** @typedef {import('./random.js').Random} Random */
/** @typedef {import('./products.js').Product} Product */
/** @typedef {import('./orders.js').World} World */
/** @typedef {import('./orders.js').Outcome} Outcome */
/** @typedef {import('./orders.js').Case} Case */

/**
 * Amounts of one order line, in fen.
 * @typedef {object} Amounts
 * @property {number} goodsFen 商品总价
 * @property {number} postageFen
 * @property {number} serviceFen installation
 * @property {number} shopFen the shop's own discount
 * @property {number} platformFen 平台优惠折扣 / 平台补贴
 * @property {number} payFen 多多支付立减 / 支付优惠
 * @property {number} anchorFen 主播补贴, Kuaishou only
 * @property {number} buyerFen what the buyer pays
 * @property {number} receivableFen what the shop is paid: the buyer's part and the platform's parts
 */
/**
 * @typedef {Amounts & { product: Product, spec: string, quantity: number, unitFen: number, record: number }} Line
 *   `record` is the index of the line's row among `rows`
 */
/**
 * @template T
 * @param {Random} random
 * @param {readonly (readonly [T, number])[]} weights whole numbers
 * @returns {T}
 */
export function pickWeighted(random, weights) {
  let left = random.int(
    1,
    weights.reduce((sum, [, weight]) => sum + weight, 0),
  );
  for (const [value, weight] of weights) {
    left -= weight;
    if (left <= 0) return value;
  }
  throw new Error('no weights');
}

/** @type {(random: Random, product: Product, specIndex: number, quantity: number, world: World, plain: boolean) => Line} */
function makeLine(random, product, specIndex, quantity, world, plain) {
  const spec = product.specs[specIndex];
  if (spec === undefined) throw new Error(`${product.name} has no spec ${specIndex}`);
  const goodsFen = spec.priceFen * quantity;
  const roomy = !plain && goodsFen >= 2000;
  /** @param {number} probability @param {readonly number[]} sizes */
  const discount = (probability, sizes) =>
    roomy && random.chance(probability) ? Math.min(random.pick(sizes), Math.floor(goodsFen / 5)) : 0;
  const shopFen = discount(0.3, [300, 500, 1000, 2000]);
  const platformFen = discount(0.2, [200, 500, 1000]);
  const payFen = world.hasPayDiscount ? discount(0.12, [88, 100, 215]) : 0;
  const anchorFen = world.platform === 'kuaishou' ? discount(0.05, [300, 600]) : 0;
  const postageFen = !plain && random.chance(0.1) ? 600 : 0;
  const serviceFen = world.hasServiceFee && !plain ? product.serviceFeeFen * quantity : 0;
  const receivableFen = goodsFen + postageFen + serviceFen - shopFen;
  const buyerFen = receivableFen - platformFen - payFen - anchorFen;
  const amounts = { goodsFen, postageFen, serviceFen, shopFen, platformFen, payFen, anchorFen, buyerFen };
  return {
    ...amounts,
    receivableFen,
    product,
    spec: spec.name,
    quantity,
    unitFen: spec.priceFen,
    record: -1,
  };
}

/** @param {readonly Line[]} lines @returns {Amounts} */
export function sumAmounts(lines) {
  /** @param {keyof Amounts} key */
  const sum = (key) => lines.reduce((total, line) => total + line[key], 0);
  return {
    goodsFen: sum('goodsFen'),
    postageFen: sum('postageFen'),
    serviceFen: sum('serviceFen'),
    shopFen: sum('shopFen'),
    platformFen: sum('platformFen'),
    payFen: sum('payFen'),
    anchorFen: sum('anchorFen'),
    buyerFen: sum('buyerFen'),
    receivableFen: sum('receivableFen'),
  };
}

/** @type {(random: Random, world: World, outcome: Outcome, given: Case, maxLines: number) => Line[]} */
export function makeLines(random, world, outcome, given, maxLines) {
  const weighted = PRODUCTS.map((product, at) => /** @type {const} */ ([product, PRODUCT_WEIGHTS[at] ?? 1]));
  const plain = given.plainPrice === true;
  if (given.items !== undefined) {
    if (given.items.length > maxLines) throw new Error('a case has more lines than rows are left');
    return given.items.map(([at, spec, quantity]) => {
      const product = PRODUCTS[at];
      if (product === undefined) throw new Error(`no product ${at}`);
      return makeLine(random, product, spec, quantity, world, plain);
    });
  }
  const product = pickWeighted(random, weighted);
  const quantity = product.specs.every((spec) => spec.priceFen < 20_000)
    ? random.pick([1, 1, 1, 1, 2, 3])
    : 1;
  // A refund of a part stays on one line, so that order and line agree on how it is shared out.
  if (maxLines > 1 && outcome !== 'refund-part' && random.chance(0.06)) {
    return [
      makeLine(random, product, 0, quantity, world, plain),
      makeLine(random, product, 1, quantity + 1, world, plain),
    ];
  }
  return [makeLine(random, product, random.int(0, product.specs.length - 1), quantity, world, plain)];
}

/**
 * A refund to the buyer on the receivable's basis, half up.
 * @param {number} buyerPartFen
 * @param {Amounts} amounts
 */
export const scaleRefund = (buyerPartFen, amounts) =>
  Math.floor((2 * buyerPartFen * amounts.receivableFen + amounts.buyerFen) / (2 * amounts.buyerFen));
