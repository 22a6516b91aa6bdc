// The tables of recipients of a run: joined with the orders, and what they tell of held lines put where the orders tell less.

import type { OrderField } from '../core/fields.js';
import { NO_KEY } from '../core/hashed-keys.js';
import { type Identify, NOBODY } from '../core/identity.js';
import type { OrderBook } from '../core/order-book.js';
import type { ProblemLog } from '../core/problem.js';
import { type RecipientJoin, unpackRecipient } from '../core/recipient-join.js';
import { RecipientsBook, type ToldRecipient } from '../core/recipients-book.js';
import { RecipientRows, recipientColumns } from '../ingest/recipient-rows.js';
import type { FilePort } from '../io/port.js';
import { readPhone } from '../linkage/phones.js';
import { areDifferent, mergeRecipients } from '../linkage/told-recipient.js';
import type { ExportFile } from './open-exports.js';
import type { Joining } from './read-all-orders.js';
import { type RowsRead, readRows } from './read-rows.js';

/** All tables of recipients of a run, read and joined. */
export interface RecipientsRead {
  readonly book: RecipientsBook;
  /** In the order of the files; the first of them is `firstInput` among the run's inputs. */
  readonly reads: readonly (RowsRead & { readonly input: number })[];
  /** Rows that tell of somebody, and those of them whose order is in no file. */
  readonly rows: number;
  readonly unmatchedRows: number;
  /** Per order file: fields of the recipient that the tables tell of at least one of its held lines. */
  readonly told: readonly ReadonlySet<OrderField>[];
}

/**
 * Reads all tables behind the orders; null without any. Of each held line the recipient is set anew where a table tells
 * more of it than its own record. Time: one pass over the bytes and one over the held lines.
 */
export function readRecipientTables(
  port: FilePort,
  files: readonly ExportFile[],
  firstInput: number,
  { book, join }: { readonly book: OrderBook; readonly join: RecipientJoin | null },
  problems: ProblemLog,
  lossy: boolean,
  identify: Identify,
): RecipientsRead | null {
  if (join === null) return null;
  const recipients = new RecipientsBook(joinTold);
  const { ids, identities, crowd, shopNumbers, lines } = book;
  const held = new Uint8Array(ids.size);
  for (let line = 0; line < lines.size; line++) held[lines.order[line]!] = 1;
  const phoneOf = (phone: string, ...beside: readonly string[]) => readPhone(phone, ...beside).number;
  const orders = { ids, join, held, identities, crowd, shopNumbers, identify, phoneOf };
  const found = files.map((file, i) =>
    readRows(port, file, firstInput + i, problems, lossy, (scanner, about) => {
      return new RecipientRows(scanner, orders, recipients, problems, about);
    }),
  );
  return {
    book: recipients,
    reads: found.map(({ read }, i) => ({ ...read, input: firstInput + i })),
    rows: found.reduce((sum, { reader }) => sum + reader.rows, 0),
    unmatchedRows: found.reduce((sum, { reader }) => sum + reader.unmatched.count, 0),
    told: fillIn(book, join, recipients, identify),
  };
}

/** What the orders must keep for these tables; null without any. */
export function joiningOf(files: readonly ExportFile[]): Joining | null {
  if (files.length === 0) return null;
  return { byWaybill: files.some(({ match }) => recipientColumns(match.names).waybill >= 0) };
}

/** Two rows of one order: what the first leaves out is taken from the later one. */
function joinTold(first: ToldRecipient, later: ToldRecipient): ToldRecipient | null {
  const isOtherId = first.recipientId !== '' && later.recipientId !== '';
  if (isOtherId && first.recipientId !== later.recipientId) return null;
  if (areDifferent(first.recipient, later.recipient)) return null;
  const { recipient, isPhoneOther, isAddressOther } = mergeRecipients(first.recipient, later.recipient);
  return {
    ...first,
    recipient,
    recipientId: first.recipientId || later.recipientId,
    phoneEntry: (isPhoneOther ? later : first).phoneEntry,
    placeEntry: (isAddressOther ? later : first).placeEntry,
  };
}

/** Sets the recipient of each held line of which a table tells; returns for each input what was told. */
function fillIn(
  { lines, identities }: OrderBook,
  join: RecipientJoin,
  { told }: RecipientsBook,
  identify: Identify,
): ReadonlySet<OrderField>[] {
  const fields: Set<OrderField>[] = [];
  const { phoneCrowd, placeCrowd } = identities.columns;
  for (let line = 0; line < lines.size; line++) {
    const input = lines.input[line]!;
    fields[input] ??= new Set();
    const order = lines.order[line]!;
    const one = told.get(order);
    if (one === undefined) continue;
    const { recipient: other, recipientId } = one;
    if (other.phone !== '') fields[input].add('phone');
    if (other.address !== '') fields[input].add('address').add('district');
    if (other.name !== '') fields[input].add('recipient');
    if (other.district !== '' || other.city !== '' || other.province !== '') fields[input].add('district');
    if (other.buyerId !== '' || recipientId !== '') fields[input].add('buyer_id');
    const packed = join.own.get(line);
    const own = packed === undefined ? NOBODY : unpackRecipient(packed);
    const { recipient, isPhoneOther } = mergeRecipients(own, other);
    const ownPlace = packed === undefined ? NO_KEY : placeCrowd[line]!;
    identities.set(
      line,
      { ...identify(recipient), recipientId },
      recipient.buyerId,
      isPhoneOther ? one.phoneEntry : (phoneCrowd[line] ?? NO_KEY),
      ownPlace === NO_KEY ? one.placeEntry : ownPlace,
      join.shop[order]!,
    );
  }
  return fields;
}
