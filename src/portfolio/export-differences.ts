// What two exports of one order say differently that no order goes through: amounts, a state that went back, a recipient.

import type { IdentityLines } from '../core/identity-lines.js';
import { LINE, type LineTable } from '../core/order-book.js';
import { AFTER_SALE_STATES, PHASES, type Phase } from '../core/status.js';
import { isJigged } from '../linkage/jigging.js';
import type { InputAge, LineChains } from './copies.js';

/** What of a recipient may differ; in this order. */
export const RECIPIENT_PARTS = ['name', 'phone', 'address'] as const;
export type RecipientPart = (typeof RECIPIENT_PARTS)[number];

/** What the export that counts (`now`) says otherwise than one before it. */
export interface ExportDifference {
  /** Fen: of the amounts that differ the one that differs most; null where none does. */
  readonly amount: { readonly before: number; readonly now: number } | null;
  /** A state that is behind the one before it; null where it did not go back. */
  readonly state: { readonly before: Phase; readonly now: Phase } | null;
  /** What differs of the recipient, as far as both exports tell it in clear. */
  readonly recipient: readonly RecipientPart[];
}

const [UNPAID, RECEIVED, CANCELLED] = [
  PHASES.indexOf('unpaid'),
  PHASES.indexOf('received'),
  PHASES.indexOf('cancelled'),
];
/** Digits of a phone without an extension. */
const PHONE_DIGITS = 11;
const NO_AFTER_SALE = AFTER_SALE_STATES.indexOf('none');

/**
 * By order what its exports say differently; orders of which nothing does are not in it. `superseded`: lines that a
 * later export or a repeated record replaces. Only what cannot lawfully have changed is told:
 * - an amount, unless one export shows 0 (as before a debit), the order was not paid for yet, is cancelled or in an
 *   after-sale; what is paid or received may change with the debit, and is compared on one side of the receipt alone;
 * - a state that went back, where the files' times tell which is the later one;
 * - a recipient.
 * The order in which files and rows are given says nothing. Time: linear in the lines of the orders that are copied.
 */
export function exportDifferences(
  lines: LineTable,
  identities: IdentityLines,
  chains: LineChains,
  superseded: readonly number[],
  inputs: readonly InputAge[],
): ReadonlyMap<number, ExportDifference> {
  const found = new Map<number, ExportDifference>();
  for (const line of superseded) {
    const order = lines.order[line]!;
    const now = replacing(lines, chains, line);
    if (now < 0) continue;
    const known = found.get(order);
    const isOrdered = inputs[lines.input[line]!]!.exportedAt < inputs[lines.input[now]!]!.exportedAt;
    const amount = further(known?.amount ?? null, amountDifference(lines, line, now));
    const state = earlier(known?.state ?? null, isOrdered ? stepBack(lines, line, now) : null);
    const parts = isOrdered ? recipientParts(identities, line, now) : [];
    const recipient = RECIPIENT_PARTS.filter(
      (part) => known?.recipient.includes(part) || parts.includes(part),
    );
    if (amount !== null || state !== null || recipient.length > 0)
      found.set(order, { amount, state, recipient });
  }
  return found;
}

/** The line of another file that counts in the place of a line; -1 where several might, or none. */
function replacing(lines: LineTable, chains: LineChains, line: number): number {
  const like: number[] = [];
  for (let other = chains.first[lines.order[line]!]!; other >= 0; other = chains.next[other]!) {
    if ((lines.flags[other]! & LINE.superseded) !== 0 || lines.input[other] === lines.input[line]) continue;
    if (lines.product[other] === lines.product[line] && lines.spec[other] === lines.spec[line])
      like.push(other);
  }
  return like.length === 1 ? like[0]! : -1;
}

type Change<T> = { readonly before: T; readonly now: T } | null;

function amountDifference(lines: LineTable, before: number, now: number): Change<number> {
  const isSettled = [before, now].some((line) => {
    const phase = lines.phase[line]!;
    const isTouched = lines.afterSale[line] !== NO_AFTER_SALE || (lines.flags[line]! & LINE.refunded) !== 0;
    return isTouched || phase === UNPAID || phase === CANCELLED;
  });
  if (isSettled) return null;
  const isOneSide = (lines.phase[before] === RECEIVED) === (lines.phase[now] === RECEIVED);
  const columns = isOneSide
    ? [lines.listAmount, lines.merchantReceives, lines.buyerPaid]
    : [lines.listAmount];
  return columns
    .map((column) => ({ before: column[before]!, now: column[now]! }))
    .filter((change) => change.before > 0 && change.now > 0 && change.before !== change.now)
    .reduce<Change<number>>(further, null);
}

/** Of two changes the one by more fen; of equal ones that of the smaller amounts. */
function further(one: Change<number>, other: Change<number>): Change<number> {
  if (one === null || other === null) return one ?? other;
  const more = Math.abs(other.now - other.before) - Math.abs(one.now - one.before);
  return more > 0 || (more === 0 && other.before < one.before) ? other : one;
}

const UNSURE = LINE.stateInferred | LINE.stateUnreadable;

function stepBack(lines: LineTable, before: number, now: number): Change<Phase> {
  if (((lines.flags[before]! | lines.flags[now]!) & UNSURE) !== 0) return null;
  const [from, to] = [lines.phase[before]!, lines.phase[now]!];
  return from > to ? { before: PHASES[from]!, now: PHASES[to]! } : null;
}

/** Of two steps back to one state the longer one. */
function earlier(one: Change<Phase>, other: Change<Phase>): Change<Phase> {
  if (one === null || other === null) return one ?? other;
  const isLonger = PHASES.indexOf(other.before) > PHASES.indexOf(one.before);
  return isLonger ? other : one;
}

function recipientParts(identities: IdentityLines, before: number, now: number): RecipientPart[] {
  const { phones, rooms, columns } = identities;
  const parts: RecipientPart[] = [];
  const differ = (a: number, b: number) => a >= 0 && b >= 0 && a !== b;
  const [told, tells] = [phones.of(before), phones.of(now)];
  // A virtual number with its extension is another one in each export.
  const isVirtual = [before, now].some((line) => columns.digitsLength[line]! > PHONE_DIGITS);
  if (!isVirtual && differ(told, tells)) parts.push('phone');
  // Names are told apart on one phone alone; elsewhere the phone says it already.
  if (told === tells && differ(columns.namesake[before]!, columns.namesake[now]!)) parts.push('name');
  const isMoved = differ(columns.district[before]!, columns.district[now]!);
  const isOtherRoom =
    differ(rooms.of(before), rooms.of(now)) &&
    !isJigged(identities.roomText(before), identities.roomText(now));
  if (isMoved || isOtherRoom) parts.push('address');
  return parts;
}
