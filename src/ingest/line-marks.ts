// What a held line is marked with by its texts: the shop's own tags, and products that are no goods.

import { LINE } from '../core/order-book.js';
import type { RecordView } from '../io/record-view.js';
import { CellCache } from './cell-cache.js';
import { type NoteTags, TagReader } from './note-tags.js';
import type { OrderColumns } from './order-columns.js';

/** 退差价 and 差价双倍赔 are promises about goods. */
const DIFFERENCE = /补差|(?<![退返赔])差价(?!双倍)|专拍|补[邮运]费?/;
/** Goods are sold with postage too, in names much longer than that of a link for it. */
const POSTAGE = /(?<![免包含送赠退])(?:邮费|运费)(?!险)/;
const LONGEST_POSTAGE_NAME = 12;

/** True for a product that stands for money and not for goods: a difference in price, postage, an order for one buyer. */
export function isMoneyLink(product: string): boolean {
  const name = product.normalize('NFKC').replace(/\s/g, '');
  return DIFFERENCE.test(name) || (name.length <= LONGEST_POSTAGE_NAME && POSTAGE.test(name));
}

/** Reads the marks of one file's lines: each distinct text once. */
export class LineMarks {
  readonly #tags: TagReader;
  readonly #product: number;
  readonly #links = new CellCache((name) => (isMoneyLink(name) ? LINE.moneyLink : 0));

  constructor(tags: NoteTags | null, column: Pick<OrderColumns, 'seller_note' | 'product'>) {
    this.#tags = new TagReader(tags, column.seller_note);
    this.#product = column.product;
  }

  /** Bits of `LINE` for the current record. */
  flags(view: RecordView): number {
    const tagged = this.#tags.flag(view);
    return this.#product < 0 ? tagged : tagged | this.#links.get(view, this.#product);
  }
}
