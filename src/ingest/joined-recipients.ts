// Reads an order export's recipients as ever, and keeps what a table of recipients is joined by.

import { NO_KEY } from '../core/hashed-keys.js';
import { NOTED, packRecipient, type RecipientJoin } from '../core/recipient-join.js';
import type { RecipientReader, Recipients } from './recipient-reader.js';
import type { EveryWaybill } from './waybill.js';

export class JoinedRecipients implements Recipients {
  readonly #reader: RecipientReader;
  readonly #join: RecipientJoin;
  readonly #waybills: EveryWaybill | null;

  /** `waybills`: null where nothing is joined by them. */
  constructor(reader: RecipientReader, join: RecipientJoin, waybills: EveryWaybill | null) {
    this.#reader = reader;
    this.#join = join;
    this.#waybills = waybills;
  }

  note(order: number): void {
    const join = this.#join;
    this.#reader.note();
    const { shop, phone, place } = this.#reader.noted;
    const noted = (phone === NO_KEY ? 0 : NOTED.phone) | (place === NO_KEY ? 0 : NOTED.place);
    join.note(order, shop, this.#reader.accountOf(), noted);
    this.#waybills?.each((bytes, from, to) => join.noteWaybill(join.waybills.intern(bytes, from, to), order));
  }

  set(line: number): void {
    this.#reader.set(line);
    const packed = packRecipient(this.#reader.recipient());
    if (packed !== '') this.#join.own.set(line, packed);
  }
}
