// Which held lines were bought together by the platform's own doing: group-buys, and live streams.

import { NumberedTexts } from './numbered-texts.js';

/** Sparse: nothing is kept for a line of neither. */
export class Together {
  /** By line the number of its group-buy (拼团), and the lines that were bought in a live stream. */
  readonly groupBuy = new Map<number, number>();
  readonly live = new Set<number>();
  readonly #groups = new NumberedTexts();

  /** `id` of one platform's group-buy, '' for none. */
  setGroup(line: number, id: string): void {
    if (id !== '') this.groupBuy.set(line, this.#groups.of(id));
  }
}
