// The section of the configuration that a record belongs to, by the shop that its cells name.

import type { ShopSections } from '../core/shop-sections.js';
import type { RecordView } from '../io/record-view.js';
import { CellCache } from './cell-cache.js';

export class SectionReader {
  readonly #sections: ShopSections;
  readonly #id: number;
  readonly #name: number;
  readonly #ofIds: CellCache<number>;
  readonly #ofNames: CellCache<number>;

  /** `column`: where the shop's id and name stand, below 0 for nowhere. */
  constructor(sections: ShopSections, column: { readonly shop_id: number; readonly shop_name: number }) {
    this.#sections = sections;
    const isAny = sections.names.length > 0;
    this.#id = isAny ? column.shop_id : -1;
    this.#name = isAny ? column.shop_name : -1;
    this.#ofIds = new CellCache((text) => sections.of(text));
    this.#ofNames = new CellCache((text) => sections.of(text));
  }

  /** Its number, by the shop's id, else by its name; 0 for none. */
  of(view: RecordView): number {
    let section = this.#id < 0 ? 0 : this.#ofIds.get(view, this.#id);
    if (section === 0 && this.#name >= 0) section = this.#ofNames.get(view, this.#name);
    if (section > 0) this.#sections.seen.add(section);
    return section;
  }
}
