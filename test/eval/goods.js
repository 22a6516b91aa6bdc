// The goods of the generated shops: a few dozen prices around 80 yuan with a long tail, three articles to each.

import { pickWeighted } from '../support/order-lines.js';

/** @typedef {import('../support/random.js').Random} Random */
/** @typedef {import('../support/products.js').Product} Product */

/** Price in fen and how often it is bought: a log-normal round 80 yuan, on the prices that shops ask for. */
/** @type {readonly (readonly [number, number])[]} */
const PRICES = [
  ...entries(
    '990:18 1290:24 1590:26 1990:40 2590:40 2990:48 3990:56 4990:56 5990:52 6990:50 7990:48 8990:44',
  ),
  ...entries('9900:44 11900:40 12900:38 15900:36 16900:30 19900:32 23900:24 25900:22 29900:20 35900:16'),
  ...entries('39900:14 45900:11 49900:10 59900:9 69900:8 79900:6 89900:5 99900:5 129900:4 159900:3'),
  ...entries('199900:3 259900:2 299900:2 399900:1 599900:1'),
];
const THINGS = ['收纳盒', '保温杯', '床品套件', '蓝牙耳机', '台灯', '运动鞋', '电饭煲', '背包', '按摩仪'];
const PER_PRICE = 3;

/** @param {string} text */
function entries(text) {
  return text.split(' ').map((entry) => {
    const [price, weight] = entry.split(':').map(Number);
    return /** @type {const} */ ([price ?? 0, weight ?? 0]);
  });
}

/** @type {ReadonlyMap<number, readonly Product[]>} by price */
const PRODUCTS = new Map(
  PRICES.map(([priceFen], at) => [
    priceFen,
    Array.from({ length: PER_PRICE }, (_, k) => ({
      id: `61${String(at * PER_PRICE + k + 100).padStart(10, '0')}`,
      name: `禾木${THINGS[(at + 2 * k) % THINGS.length]}${'甲乙丙'[k]}款`,
      category: '家居',
      serviceFeeFen: 0,
      specs: [{ name: '标准', priceFen }],
    })),
  ]),
);

/**
 * @param {Random} random
 * @param {number} [least] fen
 * @param {number} [most]
 * @returns {Product}
 */
export function pickProduct(random, least = 0, most = Number.POSITIVE_INFINITY) {
  const wanted = PRICES.filter(([price]) => price >= least && price <= most);
  return random.pick(PRODUCTS.get(pickWeighted(random, wanted)) ?? []);
}
