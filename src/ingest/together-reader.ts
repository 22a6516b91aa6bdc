// Reads of a held record whether it was bought in a group-buy or in a live stream; nothing where the columns are absent.

import type { Together } from '../core/together.js';
import { cleanCell, isEmptyToken } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import { CellCache } from './cell-cache.js';
import type { OrderColumns } from './order-columns.js';

/** 是 in Pinduoduo's columns; what carried the order, in Kuaishou's: its texts are not published. 非直播 is none. */
const LIVE = /^(?:是|yes|true|1|(?!.*[非未无不]).*直播.*)$/i;
/** Stands where an order is in no group. */
const NO_GROUP = /^0+$/;

export class TogetherReader {
  readonly #view: RecordView;
  readonly #column: OrderColumns;
  readonly #together: Together;
  readonly #live = new CellCache((text) => LIVE.test(text));

  constructor(view: RecordView, column: OrderColumns, together: Together) {
    this.#view = view;
    this.#column = column;
    this.#together = together;
  }

  set(line: number): void {
    const { group_id, live } = this.#column;
    if (group_id >= 0) {
      const id = cleanCell(this.#view.text(group_id));
      if (!isEmptyToken(id) && !NO_GROUP.test(id)) this.#together.setGroup(line, id);
    }
    if (live >= 0 && this.#live.get(this.#view, live)) this.#together.live.add(line);
  }
}
