// The frozen portfolio: every pay-later order judged at the as-of date, and the totals, which must tie out.

import type { AfterSalesBook } from '../core/after-sales-book.js';
import { type Buckets, DEFAULT_BUCKETS, expectedDueDay } from '../core/aging.js';
import type { BillBook } from '../core/bill-book.js';
import { dayOf } from '../core/dates.js';
import { LINE, type LineTable, type OrderBook, SEEN } from '../core/order-book.js';
import { UserError } from '../core/user-error.js';
import { learnAddedParts } from './added-parts.js';
import { AfterSalesIndex } from './after-sales-index.js';
import type { CollectionEvidence } from './collection.js';
import { type CopiesFound, chainLines, type LineChains, markCopies } from './copies.js';
import { type Judgement, judgeOrder } from './judgement.js';
import { concludeLedger, draftLedger } from './ledger.js';
import { decideLineAmounts } from './line-amounts.js';
import { DAY_SECONDS, type JudgeSettings } from './order-sums.js';
import { ProofDays } from './proof-wait.js';
import { learnProfiles, type ShopProfiles } from './shop-profile.js';
import { addJudged, addTo, assertIdentities, noTotals, type Totals } from './totals.js';

/** What an order is to the audit. */
export type PayLaterAnswer = 'yes' | 'no' | 'unknown';

export interface Portfolio {
  readonly book: OrderBook;
  readonly chains: LineChains;
  readonly copies: CopiesFound;
  readonly settings: JudgeSettings;
  readonly totals: Totals;
  readonly profiles: ShopProfiles;
  readonly proofDays: ProofDays;
  answer(order: number): PayLaterAnswer;
  judge(order: number): Judgement | null;
}

/** What the bills of a run bring to its portfolio. */
export interface BillsForPortfolio {
  readonly bills: BillBook;
  readonly counts: Uint8Array;
  readonly defaultLagDays: number;
  readonly setLagDays?: number | null;
  /** The bills' files. */
  readonly paths: readonly string[];
}

/** Is shown every pay-later order that exists at the as-of day, once, in the order of first sight. */
export type Watch = (order: number, judged: Judgement) => void;

/** Makes who is shown the orders of a portfolio that is being built. */
export type Watcher = (built: Pick<Portfolio, 'chains' | 'copies' | 'settings' | 'profiles'>) => Watch;

/**
 * Builds the portfolio; `watcher` makes who is shown its orders as they are judged. Time: linear in lines and bill rows. Throws IdentityError rather than return totals that
 * disagree, and UserError `bills-foreign` when the bills are another shop's.
 */
export function buildPortfolio(
  book: OrderBook,
  inputs: JudgeSettings['inputs'],
  asOfDay: number,
  bills: BillsForPortfolio | null = null,
  watcher?: Watcher,
  buckets = DEFAULT_BUCKETS,
  afterSales: AfterSalesBook | null = null,
): Portfolio {
  const { lines } = book;
  const chains = chainLines(lines, book.ids.size);
  const copies = markCopies(lines, chains, inputs);
  const lineAmounts = decideLineAmounts(lines, chains, book.lineEvidence, inputs.length);
  const answer = (order: number): PayLaterAnswer => answerOf(book, chains, order);
  const none = {
    asOfDay,
    buckets,
    inputs,
    lineAmounts,
    addedParts: inputs.map(() => 0),
    paidTimesTell: paidTimesTell(lines, inputs.length),
    ledger: null,
    afterSales: afterSales === null ? null : new AfterSalesIndex(afterSales, book),
  };
  const settings = bills === null ? none : withLedger(book, chains, none, bills, answer);
  const judge = (order: number) => judgeOrder(lines, chains, order, settings);
  const profiles = learnProfiles({ book, chains, lineAmounts: settings.lineAmounts, asOfDay, answer });
  const proofDays = new ProofDays(settings.ledger !== null);
  const watch = watcher?.({ chains, copies, settings, profiles });
  const totals = sumUp(book, chains, answer, judge, buckets, asOfDay, (order, judged) => {
    proofDays.add(judged, lines.input[judged.line]!);
    watch?.(order, judged);
  });
  assertIdentities(totals);
  return { book, chains, copies, settings, totals, profiles, proofDays, answer, judge };
}

/** Days since an order was placed up to which nothing is strange about its being open, included. */
const STALE_DAYS = 180;

/** A payment within this of the order is the moment at which the 0-yuan order was placed, seconds. */
const PLACED_WITHIN = 600;

/** Per input: whether any pay-later order's payment time is more than when the order was placed. */
function paidTimesTell(lines: LineTable, inputs: number): boolean[] {
  const tell = Array.from({ length: inputs }, () => false);
  for (let line = 0; line < lines.size; line++) {
    if (Math.abs(lines.paidAt[line]! - lines.orderedAt[line]!) > PLACED_WITHIN)
      tell[lines.input[line]!] = true;
  }
  return tell;
}

/** Evidence that stands in the bills. */
const BY_BILLS: ReadonlySet<CollectionEvidence> = new Set<CollectionEvidence>([
  ...(['bill', 'account-flow', 'refund-implies-collection'] as const),
]);

/** Joins the bills in: first what they hold, then what that proves, which hangs on the orders judged by them. */
function withLedger(
  book: OrderBook,
  chains: LineChains,
  plain: JudgeSettings,
  { bills, counts, defaultLagDays, setLagDays = null, paths }: BillsForPortfolio,
  answer: (order: number) => PayLaterAnswer,
): JudgeSettings {
  const before = (plain.asOfDay + 1) * DAY_SECONDS;
  const dueDays = Math.max(...plain.inputs.map(({ terms }) => expectedDueDay(0, terms)));
  const draft = draftLedger({
    book,
    bills,
    counts,
    defaultLagDays,
    setLagDays,
    asOfDay: plain.asOfDay,
    dueDays,
  });
  const { controlOrders, controlRate } = draft.ledger.proof;
  if (draft.foreign)
    throw new UserError('bills-foreign', {
      path: paths,
      orders: controlOrders,
      percent: Math.round(controlRate * 1000) / 10,
    });
  const { index } = draft.ledger;
  const files = plain.inputs.length;
  const addedParts = learnAddedParts(book, chains, index, before);
  const income = {
    index,
    addedParts,
    partLines: book.partLines,
    clock: book.clock,
    afterSales: plain.afterSales,
    before,
  };
  const lineAmounts = decideLineAmounts(book.lines, chains, book.lineEvidence, files, income);
  const settings = { ...plain, addedParts, lineAmounts, ledger: draft.ledger };
  const seen = { due: 0, dueSettled: 0, settled: 0 };
  for (let order = 0; order < book.ids.size; order++) {
    if (answer(order) !== 'yes') continue;
    const judged = judgeOrder(book.lines, chains, order, settings);
    if (judged === null || judged.receivable === 0) continue;
    const { evidence } = judged.money;
    const settled = BY_BILLS.has(evidence) ? 1 : 0;
    seen.settled += settled;
    if (!(judged.provableFrom < plain.asOfDay)) continue;
    seen.due++;
    seen.dueSettled += settled;
  }
  return { ...settings, ledger: concludeLedger(draft.ledger, seen) };
}

/**
 * A record that says yes decides, no weighs more than silence; where records of one order disagree only those that
 * count are asked, so that a later export can take a yes back.
 */
function answerOf({ seen, lines }: OrderBook, chains: LineChains, order: number): PayLaterAnswer {
  let said = seen[order]!;
  if ((said & SEEN.yes) !== 0 && (said & SEEN.no) !== 0) {
    said = SEEN.unknown;
    for (let line = chains.first[order]!; line >= 0; line = chains.next[line]!) {
      const flags = lines.flags[line]!;
      if ((flags & LINE.superseded) !== 0) continue;
      if ((flags & LINE.payLater) !== 0) said |= SEEN.yes;
      if ((flags & LINE.ordinary) !== 0) said |= SEEN.no;
    }
  }
  if ((said & SEEN.yes) !== 0) return 'yes';
  return (said & SEEN.no) !== 0 ? 'no' : 'unknown';
}

function sumUp(
  book: OrderBook,
  chains: LineChains,
  answer: (order: number) => PayLaterAnswer,
  judge: (order: number) => Judgement | null,
  buckets: Buckets,
  asOfDay: number,
  watch: Watch,
): Totals {
  const { lines } = book;
  const totals = noTotals(book.ids.size, buckets.all);
  for (let order = 0; order < book.ids.size; order++) {
    const said = answer(order);
    if (said === 'no') {
      totals.ordinaryOrders++;
      continue;
    }
    const judged = judge(order);
    if (judged === null) totals.laterOrders++;
    else if (said === 'unknown') addTo(totals.unknown, judged.receivable);
    else {
      totals.payLaterOrders++;
      totals.evidence[evidenceOf(book, chains, order)]!++;
      addJudged(totals, judged);
      watch(order, judged);
      if (isImpossible(book, chains, order, judged)) totals.impossibleLines.push(judged.line);
      else if (isStale(lines, judged, asOfDay)) totals.staleLines.push(judged.line);
    }
  }
  totals.orders -= totals.laterOrders;
  return totals;
}

/** The weightiest source that any record of the order named, copies included: an index into PAY_LATER_SOURCES. */
export function evidenceOf({ lines }: Pick<OrderBook, 'lines'>, chains: LineChains, order: number): number {
  let best = 0;
  for (let line = chains.first[order]!; line >= 0; line = chains.next[line]!) {
    const source = lines.source[line]!;
    if (source > 0 && (best === 0 || source < best)) best = source;
  }
  return best;
}

/** An open order whose times contradict each other or the export; what could not be read, on any of its lines, is told already. */
function isImpossible({ lines }: OrderBook, chains: LineChains, order: number, { aged }: Judgement): boolean {
  if (aged?.bucket !== 'invalid') return false;
  for (let line = chains.first[order]!; line >= 0; line = chains.next[line]!) {
    if ((lines.flags[line]! & (LINE.timeUnreadable | LINE.stateUnreadable)) !== 0) return false;
  }
  return true;
}

/**
 * An order that is open so long after it was placed that its row is stale or its date wrong (OD9). One that was received
 * and of which nothing proves that the money has not come in is most likely settled, and nothing is said of it.
 */
function isStale(
  lines: LineTable,
  { line, outstanding, received, money }: Judgement,
  asOfDay: number,
): boolean {
  if (outstanding <= 0 || (received && money.unproven !== null)) return false;
  return asOfDay - dayOf(lines.orderedAt[line]!) > STALE_DAYS;
}
