// What rules about clusters ask of the book of orders: whose shop, which list prices, which discounts.

import type { OrderBook } from '../core/order-book.js';
import { LOGGED, TOLD } from '../core/order-log.js';
import type { Cluster } from '../linkage/clusters.js';
import { listPrices } from '../portfolio/list-prices.js';
import type { RunTotals } from '../rules/rule.js';

/** `shops`: the clusters of each shop. */
export function clusterFacts(
  { log, lines }: Pick<OrderBook, 'log' | 'lines'>,
  shops: readonly { readonly shop: number; readonly clusters: readonly Cluster[] }[],
): Pick<RunTotals, 'shops' | 'shopOf' | 'isListPrice' | 'mayBeDiscounted'> {
  const shopOf = new Map(shops.flatMap(({ shop, clusters }) => clusters.map((one) => [one, shop] as const)));
  const products = new Set<number>();
  for (const { clusters } of shops) {
    for (const { product = -1 } of clusters.flatMap(({ members }) => members)) products.add(product);
  }
  products.delete(-1);
  return {
    shops: shops.map(({ shop }) => shop).sort((a, b) => a - b),
    shopOf: (cluster) => shopOf.get(cluster) ?? -1,
    isListPrice: listPrices(lines, products),
    mayBeDiscounted: (order) => {
      const told = log.told[log.first[order]! - 1] ?? 0;
      return (told & TOLD.discounts) === 0 || (log.bits[order]! & LOGGED.discounted) !== 0;
    },
  };
}
