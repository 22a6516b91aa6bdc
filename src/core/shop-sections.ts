// Which section of a configuration an order belongs to: by the shop that its record names.

/** Numbers of the sections, from 1; 0 is for records of shops that have none. */
export class ShopSections {
  readonly names: readonly string[];
  /** The sections that a held record belonged to. */
  readonly seen = new Set<number>();

  /** `names`: shop ids or names, as they stand in the files. */
  constructor(names: readonly string[] = []) {
    this.names = names;
  }

  /** The section of a shop's id or name; blanks around it do not count. */
  of(shop: string): number {
    return this.names.indexOf(shop.trim()) + 1;
  }
}
