// The prices at which products are listed, as their own pay-later orders show them.

import type { LineTable } from '../core/order-book.js';

/** Fen for which one piece of a product is listed on some held line. */
export type IsListPrice = (product: number, fen: number) => boolean;

/** The list prices of some products. Time: linear in the lines. */
export function listPrices(
  lines: Pick<LineTable, 'size' | 'product' | 'goods' | 'quantity'>,
  products: ReadonlySet<number>,
): IsListPrice {
  const prices = new Map([...products].map((product) => [product, new Set<number>()] as const));
  for (let line = 0; prices.size > 0 && line < lines.size; line++) {
    const own = prices.get(lines.product[line]!);
    if (own === undefined) continue;
    const fen = lines.goods[line]! / lines.quantity[line]!;
    if (Number.isInteger(fen)) own.add(fen);
  }
  return (product, fen) => prices.get(product)?.has(fen) === true;
}
