// Which shop a record is of, as a number: links are made within one shop.

/**
 * Numbers of shops, in the order of their first sight. Two records are of one shop when they are of the same platform
 * and name the same shop, by its id or else by its name, or name none. So several months of one shop belong together;
 * two shops of one platform cannot be told apart where their exports name no shop, and an export that names its shop
 * is not joined with one that does not.
 */
export class Shops {
  /** So many numbers were given. */
  size = 0;
  readonly #isOne: boolean;
  readonly #numbers = new Map<string, number>();

  /** `isOne`: all records are taken for those of one shop. */
  constructor(isOne = false) {
    this.#isOne = isOne;
  }

  /** The number of a shop, from 0; `name` is '' where the record names none. */
  of(platform: string, name: string): number {
    const key = this.#isOne ? '' : `${platform}\n${name}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.size++;
      this.#numbers.set(key, number);
    }
    return number;
  }
}
