// Refunds of after-sales rows against the bill's: which are the same money, and which came before the collection or behind it.

import { scaleHalfUp } from '../core/money.js';
import type { ClaimedRefund } from './after-sales-claims.js';
import type { Receipts } from './bill-index.js';

/** What the rows are weighed against; fen. */
interface Against {
  readonly receivable: number;
  readonly buyerPart: number;
  /** Income and advances: at least, and at most where an account flow shows them net of fees; else the same. */
  readonly banked: number;
  readonly atMost: number;
  /** What the bill refunds in all. */
  readonly refunds: number;
}

/** Refunds that stand in no bill row, fen on the receivable's basis; both together at most the receivable. */
export interface Claimed {
  /** Before any money came in: they lower what is to be collected. */
  readonly before: number;
  /** Behind the collection, and not in the bill yet: at most what came in and is not refunded there. */
  readonly pending: number;
}

const NOTHING: Claimed = { before: 0, pending: 0 };

/**
 * A refund that the bill holds is the bill's: amounts there are taken as they stand. Of the others a row dated before the
 * first income, or without any income, is before collection; one behind it is still to come in the bill. The bill tells no
 * after-sale of its rows: refunds that add up to the bill's are the bill's, and a single one that equals what is left of
 * them; an earlier row for which the income leaves room is not. A refund of the whole buyer part is one of the whole
 * receivable, a part of it is scaled, half up.
 */
export function claimed(rows: readonly ClaimedRefund[], against: Against, receipts: Receipts): Claimed {
  if (rows.length === 0) return NOTHING;
  const { receivable, buyerPart, banked, atMost, refunds } = against;
  const sum = rows.reduce((total, { fen }) => total + fen, 0);
  // Bills that do not tell the buyer's part from the platform's hold the whole refund in one.
  let inBill = receipts.refundBuyer > 0 ? receipts.refundBuyer : refunds;
  if (sum === 0 || sum === inBill) return NOTHING;
  const share = (fen: number) => scaled(fen, receivable, buyerPart);
  // Refunds above the income say that there was more of it before the bill's start.
  let room = refunds > atMost ? 0 : receivable - banked;
  let before = 0;
  let behind = 0;
  for (const { fen, at } of [...rows].sort((a, b) => timeOf(b) - timeOf(a) || b.fen - a.fen)) {
    const whole = share(fen);
    if (at >= receipts.firstIncome || (Number.isNaN(at) && whole > room && banked > 0)) {
      const matched = Math.min(inBill, fen);
      inBill -= matched;
      behind += fen - matched;
    } else if (inBill === fen || (inBill > fen && whole > room)) {
      inBill -= fen;
    } else {
      before += fen;
      room -= whole;
    }
  }
  const all = share(before + behind);
  const pending = Math.min(all - share(before), Math.max(0, atMost - refunds));
  return { before: all - pending, pending };
}

/** What a refund of the buyer's part is on the receivable's basis, fen: of the whole part all of it, of less its share, half up. */
export function scaled(fen: number, receivable: number, buyerPart: number): number {
  return fen >= buyerPart ? receivable : Math.min(receivable, scaleHalfUp(fen, receivable, buyerPart));
}

/** Civil seconds; a row without a date comes last. */
function timeOf({ at }: ClaimedRefund): number {
  return Number.isNaN(at) ? 0 : at;
}
