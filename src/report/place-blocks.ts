// The outstanding by what can be done about it, and what is late, where bills prove what has not come in.

import { type Bucket, isLate, type Stage } from '../core/aging.js';
import { agingTable, shareCells } from './aging-table.js';
import { alignedRows, paragraph, type Row } from './layout.js';
import type { Language, Share, SummaryModel } from './model.js';
import { wrap } from './text.js';
import type { Styles, View } from './view.js';
import * as words from './words/bills.js';
import * as summaryWords from './words/summary.js';

/** Outstanding by place, the most pressing first, and how it comes about; the rows sum to the title. */
export function placesBlock(model: SummaryModel, view: View, columns: number, styles: Styles): string[] {
  const { language } = view;
  const { outstanding, outstandingPlatformFen } = model;
  const title = wrap(words.OUTSTANDING_TITLE[language](outstanding), columns, 2).map(styles.title);
  const equation = summaryWords.EQUATION[language]({
    receivable: model.receivableFen,
    refunded: model.refundedFen,
    collected: model.collectedFen,
    over: model.overCollected.fen,
    result: null,
  });
  const lines = paragraph([equation], columns).map(styles.quiet);
  if (outstandingPlatformFen > 0) {
    lines.push(...paragraph([words.PLATFORM_SHARE[language](outstandingPlatformFen)], columns));
  }
  const rows = outstanding.orders === 0 ? [] : rowsOf(model, view);
  return [...title, ...alignedRows(rows, columns, 1), ...lines];
}

function rowsOf(model: SummaryModel, view: View): Row[] {
  const { language } = view;
  const places = new Map(model.places.map((share) => [share.place, share]));
  const stages = new Map(model.stages.map((share) => [share.stage, share]));
  const at = (place: Stage): Share => places.get(place) ?? NOTHING;
  // In `stages` all that is late is overdue; in `places` what is not proven to be stands where it is.
  const unproven = minus(at('received'), stages.get('received') ?? NOTHING);
  const late = at('receipt-late').orders;
  const received = isDated(model) ? 'received' : 'received-undated';
  const row = (name: keyof typeof words.PLACE_LINES, share: Share, note: string): Row => ({
    cells: shareCells(words.PLACE_LINES[name][language], share, view),
    note: share.orders === 0 ? '' : note,
  });
  const notes = words.PLACE_NOTES;
  const shipped = plus(at('in-transit'), at('receipt-late'));
  const rows = [
    row('overdue', at('overdue'), notes.overdue[language]),
    row('shipped', shipped, late === 0 ? '' : summaryWords.RECEIPT_LATE[language](late)),
    row('unshipped', at('unshipped'), ''),
    row('frozen', at('frozen'), frozenNote(model, language)),
    row(received, minus(at('received'), unproven), received === 'received' ? notes.received[language] : ''),
  ];
  const note = model.billsWait?.now.orders === 0 ? notes.waiting : notes.unproven;
  return unproven.orders === 0 ? rows : [...rows, row('unproven', unproven, note[language])];
}

/** What to mind of open after-sales: the first time limit that is known. */
export function frozenNote({ firstDeadline, asOf }: SummaryModel, language: Language): string {
  if (firstDeadline === null) return words.PLACE_NOTES.frozen[language];
  const isNear = firstDeadline.slice(0, 4) === asOf?.slice(0, 4);
  return words.FIRST_DEADLINE[language](isNear ? firstDeadline.slice(5) : firstDeadline);
}

const NOTHING: Share = { orders: 0, fen: 0 };

function plus(a: Share, b: Share): Share {
  return { orders: a.orders + b.orders, fen: a.fen + b.fen };
}

function minus(a: Share, b: Share): Share {
  return { orders: a.orders - b.orders, fen: a.fen - b.fen };
}

/** True when only unshipped orders are without a due date: then what was received and is not late is not due yet. */
function isDated({ aging, stages }: SummaryModel): boolean {
  const orders = (bucket: Bucket) => aging.find((share) => share.bucket === bucket)?.orders ?? 0;
  const unshipped = stages.find(({ stage }) => stage === 'unshipped')?.orders ?? 0;
  return orders('no-due-date') + orders('invalid') <= unshipped;
}

/** What is proven to be late by its days; and what would be, if nothing of the unproven had come in. */
export function lateBlocks(model: SummaryModel, view: View, columns: number, styles: Styles): string[][] {
  const { language } = view;
  const proven = model.provenAging.filter(({ bucket }) => isLate(bucket));
  const unproven = model.aging
    .filter(({ bucket }) => isLate(bucket))
    .map(({ bucket, ...share }) => ({
      bucket,
      ...minus(share, proven.find((one) => one.bucket === bucket) ?? NOTHING),
    }));
  return [
    agingTable(proven, words.OVERDUE_TITLE[language], view, columns, styles),
    agingTable(unproven, words.UNPROVEN_AGING_TITLE[language], view, columns, styles),
  ];
}
