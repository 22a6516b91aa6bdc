// The evidence pack of one order or of a group: what may be handed over of what the audit knows.

import type { OrderField } from '../core/fields.js';
import { LISTED } from '../core/lists.js';
import { cleanCell, halfWidth, isEmptyToken } from '../core/tokens.js';
import { UserError } from '../core/user-error.js';
import type { FilePort } from '../io/port.js';
import { AuditedOrders } from '../portfolio/audited-order.js';
import { type EvidenceModel, HANDED_OVER, type HandedCell } from '../report/evidence/model.js';
import type { PackWish } from '../report/evidence/pack.js';
import { maskName, maskPhone, maskText, wholeWaybill } from '../report/mask.js';
import type { Examined } from './examined.js';
import type { OpenInputs } from './open-inputs.js';
import { findOrder, traceAny, traceOrder } from './trace.js';
import { isGroupName, traceGroup } from './trace-group.js';
import { cellOf, recordsOf } from './trace-records.js';

export interface EvidenceWishes {
  /** The buyer's note goes into the pack as well. */
  readonly buyerNote: boolean;
  /** Names, phones and the note in clear. */
  readonly reveal: boolean;
  /** Orders that the shop itself has marked are packed too. */
  readonly marked: boolean;
  readonly version: string;
}

/**
 * What is asked for by an order's number or by a group's name. Throws `evidence-nothing` where there is nothing to claim,
 * `evidence-marked` for an order that the shop itself has marked, and what `traceAny` throws.
 */
export function evidenceOf(
  port: FilePort,
  inputs: OpenInputs,
  examined: Examined,
  asked: string,
  wishes: EvidenceWishes,
): PackWish {
  const wanted = cleanCell(halfWidth(asked));
  const order = findOrder(examined, wanted);
  if (order < 0 && isGroupName(wanted)) {
    const { group } = traceGroup(examined, wanted);
    const sorted = [...group.orders].sort((a, b) => examined.book.ids.compare(a, b));
    const claimed = sorted.filter((one) => whyNothing(examined, one) === null);
    if (claimed.length === 0) throw new UserError('evidence-nothing', { order: group.id, why: 'group' });
    const packs = claimed.map((one) => packOf(port, inputs, examined, one, wishes));
    return { packs, group, leftOut: sorted.length - claimed.length };
  }
  // Throws what is said of a number that no file holds.
  if (order < 0) traceAny(port, inputs, examined, asked);
  const why = whyNothing(examined, order);
  if (why !== null) throw new UserError('evidence-nothing', { order: wanted, why });
  return { packs: [packOf(port, inputs, examined, order, wishes)], group: null, leftOut: 0 };
}

/** Why an order has nothing to claim; null where it has. */
function whyNothing({ portfolio }: Examined, order: number): string | null {
  if (portfolio.answer(order) !== 'yes') return 'ordinary';
  const judged = portfolio.judge(order);
  if (judged === null) return 'later';
  if (judged.goodsOut > 0) return null;
  if (judged.outstanding <= 0) return 'settled';
  return judged.aged?.stage === 'unshipped' ? 'unshipped' : null;
}

function packOf(
  port: FilePort,
  inputs: OpenInputs,
  examined: Examined,
  order: number,
  wishes: EvidenceWishes,
): EvidenceModel {
  const { book, portfolio } = examined;
  const { listed } = new AuditedOrders(book, portfolio).of(order, portfolio.judge(order)!);
  if ((listed & LISTED.tag) !== 0 && !wishes.marked) {
    throw new UserError('evidence-marked', { order: examined.findings.orderId(order) });
  }
  const { ledger } = portfolio.settings;
  return {
    trace: traceOrder(port, inputs, examined, order),
    cells: handedCells(port, examined, order, wishes),
    control: ledger === null ? null : { orders: ledger.proof.controlOrders, rate: ledger.proof.controlRate },
    inputs: filesOf(examined),
    revealed: wishes.reveal,
    version: wishes.version,
  };
}

/** The cells of the order's records that may be handed over, each as it may be shown; empty ones are left out. */
function handedCells(
  port: FilePort,
  { reads }: Examined,
  order: number,
  { buyerNote, reveal }: EvidenceWishes,
): HandedCell[] {
  const fields = buyerNote ? [...HANDED_OVER, 'buyer_note' as const] : HANDED_OVER;
  return reads.flatMap((read) =>
    [...recordsOf(port, read, order)].flatMap(({ row, scanner }) => {
      if (!scanner.next()) return [];
      return fields.flatMap((field): HandedCell[] => {
        const text = cellOf(scanner, read, field);
        if (text === '' || isEmptyToken(text)) return [];
        const { match } = read.file;
        const column = match.names[match.columns.get(field)![0]!] ?? '';
        return [{ file: read.file.opened.name, row, field, column, text: shownAs(field, text, reveal) }];
      });
    }),
  );
}

/** A cell as the platform may see it: it knows the buyer, and whoever else reads the folder does not. */
function shownAs(field: OrderField, text: string, reveal: boolean): string {
  if (field === 'waybill') return wholeWaybill(text);
  if (reveal) return text;
  if (field === 'recipient') return maskName(text);
  if (field === 'phone') return maskPhone(text);
  return field === 'buyer_note' ? maskText(text) : text;
}

function filesOf({ reads, bills, afterSales, recipients }: Examined): EvidenceModel['inputs'] {
  const told = (
    kind: EvidenceModel['inputs'][number]['kind'],
    read: { readonly sha256: string; readonly file: { readonly opened: { readonly name: string } } },
  ) => ({
    name: read.file.opened.name,
    kind,
    sha256: read.sha256,
  });
  return [
    ...reads.map((read) => told('orders', read)),
    ...(bills?.reads ?? []).map((read) => told('bill', read)),
    ...(afterSales?.reads ?? []).map((read) => told('after-sales', read)),
    ...(recipients?.reads ?? []).map((read) => told('recipients', read)),
  ];
}
