// The console summary of an audit: what is open, by stage; what is not proven, assumed, unknown; where the copies are.

import type { Stage } from '../core/aging.js';
import { afterSalesHeadLines } from './after-sales-lines.js';
import { afterSalesWantedBlock } from './after-sales-wanted.js';
import { agingTable, shareCells } from './aging-table.js';
import {
  billAssumptions,
  billHeadLines,
  controlTotalLines,
  goodsOutBlock,
  isProven,
  wantedBlock,
} from './bill-lines.js';
import { clusterBlock } from './cluster-block.js';
import { configSentences } from './config-line.js';
import { alignedRows, paragraph, pathLine, type Row } from './layout.js';
import { asideBlock, listsBlock } from './list-blocks.js';
import type { Share, SummaryModel } from './model.js';
import { frozenNote, lateBlocks, placesBlock } from './place-blocks.js';
import { problemBlock } from './problem-lines.js';
import { productBlock } from './product-block.js';
import { profileBlock } from './profile-block.js';
import { cleanForTerminal, width, wrap } from './text.js';
import { todayBlock } from './today-block.js';
import { unseenLines } from './unseen-lines.js';
import { lineWidth, type Styles, stylesOf, type View } from './view.js';
import * as billWords from './words/bills.js';
import { STEP_NAMES } from './words/findings.js';
import { listed } from './words/language.js';
import { RECIPIENTS_READ } from './words/recipients.js';
import * as words from './words/summary.js';
import { EVIDENCE_NAMES, kindName, PLATFORMS } from './words/terms.js';
import { NO_WORK, WORKLIST_COUNT, WORKLISTS } from './words/worklists.js';
import { WORKLIST_STEPS } from './worklists.js';

const MOST_SKIPPED = 5;

/** The summary, each line at most as wide as asked, but for a path or a command that is longer: it can be copied whole. */
export function summaryText(model: SummaryModel, view: View): string {
  const columns = lineWidth(view);
  const styles = stylesOf(view);
  const blocks: string[][] = [headline(model, view, columns, styles)];
  if (model.payLater.orders > 0) {
    if (isProven(model)) {
      blocks.push(placesBlock(model, view, columns, styles));
      blocks.push(todayBlock(model, view, columns, styles));
      blocks.push(wantedBlock(model, view, columns, styles));
      blocks.push(...lateBlocks(model, view, columns, styles));
    } else {
      blocks.push(openBlock(model, view, columns, styles));
      blocks.push(todayBlock(model, view, columns, styles));
      blocks.push(wantedBlock(model, view, columns, styles));
      blocks.push(agingTable(model.aging, words.AGING_TITLE[view.language], view, columns, styles));
    }
    blocks.push(clusterBlock(model, view, columns, styles));
    blocks.push(asideBlock(model, view, columns));
    blocks.push(goodsOutBlock(model, view, columns, styles));
    blocks.push(productBlock(model, view, columns, styles));
    blocks.push(assumedBlock(model, view, columns));
    blocks.push(afterSalesWantedBlock(model, view, columns, styles));
    blocks.push(listsBlock(model, view, columns, styles));
    blocks.push(profileBlock(model, view, columns, styles));
  }
  if (model.orders > 0) blocks.push(blindBlock(model, view, columns, styles));
  const problems = problemBlock(model.problems, view.language, columns);
  if (!problems.isClean) blocks.push([styles.title(problems.title), ...problems.lines]);
  blocks.push(closing(model, view, columns, styles));
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** What was read, how much of it is pay-later, and what proves what has come in. */
export function headline(model: SummaryModel, view: View, columns: number, styles: Styles): string[] {
  const { language } = view;
  const platforms = new Set(
    model.inputs.filter(({ kind }) => kind === 'orders').map(({ platform }) => PLATFORMS[platform][language]),
  );
  const asOf = model.asOf === null ? '' : words.AS_OF[model.asOfSource ?? 'data'][language](model.asOf);
  const title = [words.TITLE[language], listed([...platforms], language), asOf].filter((part) => part !== '');
  const lines = wrap(title.join('    '), columns, 2).map(styles.title);
  if (model.records === 0) return [...lines, ...wrap(words.NO_RECORDS[language], columns)];
  const { rejected, unknown } = model;
  const counts = {
    orders: model.orders,
    payLater: model.payLater.orders,
    ordinary: model.ordinary,
    unknown: unknown.orders,
    read: model.records - rejected.records,
    rejected: rejected.records,
  };
  const sentences = words.COUNTS[language](counts);
  const joined = sentences.join(language === 'zh' ? '；' : '; ');
  lines.push(...(width(joined) <= columns ? [joined] : sentences.flatMap((text) => wrap(text, columns, 2))));
  const sources = model.evidence.map(({ source, orders }) => {
    const name = EVIDENCE_NAMES[source as keyof typeof EVIDENCE_NAMES]?.[language] ?? source;
    return words.EVIDENCE_ITEM[language](name, orders);
  });
  if (sources.length > 0)
    lines.push(...wrap(words.EVIDENCE[language](listed(sources, language)), columns, 2));
  const warn = (text: string) => lines.push(...wrap(text, columns, 2).map(styles.warn));
  if (model.laterOrders > 0) lines.push(...wrap(words.LATER_ORDERS[language](model.laterOrders), columns, 2));
  if (rejected.records > 0) warn(words.REJECTED[language](rejected));
  if (unknown.orders > 0) warn(words.UNKNOWN[language](unknown));
  lines.push(...controlTotalLines(model.control, language, columns, styles));
  if (model.payLater.orders > 0) {
    if (model.bills === null) {
      const settles = model.inputs.every(
        ({ kind, platform }) => kind !== 'orders' || platform === 'kuaishou',
      );
      const bill = kindName('bill', settles ? 'kuaishou' : 'pinduoduo')[language];
      lines.push(...wrap(words.NO_BILL[language](bill), columns, 2));
    } else lines.push(...billHeadLines(model, view, columns, styles));
  } else if (model.orders > 0 && model.laterOrders === 0)
    lines.push(...wrap(words.NO_PAY_LATER[language], columns, 2));
  lines.push(...afterSalesHeadLines(model, view, columns));
  if (model.recipients !== undefined)
    lines.push(...wrap(RECIPIENTS_READ[language](model.recipients), columns, 2));
  for (const sentence of configSentences(model.config, view)) warn(sentence);
  return lines;
}

function add(model: SummaryModel, ...stages: readonly Stage[]): Share {
  const found = model.stages.filter(({ stage }) => stages.includes(stage));
  return {
    orders: found.reduce((sum, { orders }) => sum + orders, 0),
    fen: found.reduce((sum, { fen }) => sum + fen, 0),
  };
}

/** What may be open at most where no bill proves anything, by stage. */
export function openBlock(model: SummaryModel, view: View, columns: number, styles: Styles): string[] {
  const { language } = view;
  const { outstanding, unproven } = model;
  const isUnproven = unproven.fen === outstanding.fen;
  const received = add(model, 'received', 'overdue');
  const mostly = received.fen * 2 > outstanding.fen;
  const title =
    model.bills !== null
      ? billWords.UNPROVEN_TITLE[language](outstanding)
      : isUnproven
        ? words.UNPROVEN[language](unproven, mostly)
        : words.OUTSTANDING[language](outstanding, unproven);
  const late = add(model, 'overdue').orders;
  const receiptLate = add(model, 'receipt-late').orders;
  const row = (name: keyof typeof words.STAGE_LINES, share: Share, note = ''): Row => ({
    cells: shareCells(words.STAGE_LINES[name][language], share, view),
    note,
  });
  const frozen = add(model, 'frozen');
  const rows = [
    row('received', received, late === 0 ? '' : words.PAST_DUE[language](late)),
    row(
      'shipped',
      add(model, 'in-transit', 'receipt-late'),
      receiptLate === 0 ? '' : words.RECEIPT_LATE[language](receiptLate),
    ),
    row('unshipped', add(model, 'unshipped')),
    row(
      'frozen',
      frozen,
      frozen.orders === 0 || model.firstDeadline === null ? '' : frozenNote(model, language),
    ),
  ];
  const equation = words.EQUATION[language]({
    receivable: model.receivableFen,
    refunded: model.refundedFen,
    collected: model.collectedFen,
    over: model.overCollected.fen,
    result: { fen: outstanding.fen, unproven: isUnproven || model.bills !== null },
  });
  return [
    ...wrap(title, columns, 2).map(styles.title),
    ...alignedRows(rows, columns, 1),
    ...paragraph([equation], columns).map(styles.quiet),
  ];
}

/** Refunds that were assumed, and amounts that were taken in place of 0. */
export function assumedBlock(model: SummaryModel, { language }: View, columns: number): string[] {
  const sentences: string[] = [];
  if (model.receivableZero.orders > 0) sentences.push(words.RECEIVABLE_ZERO[language](model.receivableZero));
  if (model.refundAssumed.orders > 0) sentences.push(words.REFUND_ASSUMED[language](model.refundAssumed));
  if (model.unclearAfterSales.orders > 0)
    sentences.push(words.UNCLEAR_AFTER_SALES[language](model.unclearAfterSales));
  const later = model.bills?.subsequentReceipts ?? null;
  if (later !== null) sentences.push(billWords.SUBSEQUENT[language](later));
  if (model.overCollected.orders > 0) sentences.push(billWords.OVER_COLLECTED[language](model.overCollected));
  if (model.lineAmountUndecidedFen > 0)
    sentences.push(words.UNDECIDED[language](model.lineAmountUndecidedFen));
  return sentences.flatMap((sentence) => wrap(sentence, columns, 2));
}

function blindBlock(model: SummaryModel, { language }: View, columns: number, styles: Styles): string[] {
  const sentences = unseenLines(model, language);
  if (model.staleOrders.orders > 0) sentences.push(words.STALE[language](model.staleOrders));
  if (model.undatedStates.orders > 0) sentences.push(words.UNDATED[language](model.undatedStates));
  if (model.bills !== null) sentences.push(billWords.BLIND[language]);
  if (sentences.length === 0) return [];
  const isOne = model.inputs.filter(({ kind }) => kind === 'orders').length < 2;
  const title = isOne ? words.CANNOT_TITLE : words.CANNOT_TITLE_SEVERAL;
  return [styles.title(title[language]), ...paragraph(sentences, columns)];
}

/** What was assumed, where the files are, and the sentence at the end. */
export function closing(model: SummaryModel, { language }: View, columns: number, styles: Styles): string[] {
  const lines: string[] = [];
  const say = (text: string) => lines.push(...wrap(text, columns, 2));
  for (const { name, kind, platform, book, amongOrders } of model.inputs) {
    if (amongOrders !== true) continue;
    const shown = cleanForTerminal(name);
    if (kind === 'after-sales') say(words.AFTER_SALES_AMONG_ORDERS[language](shown));
    else say(words.BILL_AMONG_ORDERS[language](shown, kindName(kind, platform, book)[language]));
  }
  for (const { path, code } of model.skipped.slice(0, MOST_SKIPPED)) {
    say(words.SKIPPED[language](cleanForTerminal(path), words.skipReason(code)[language]));
  }
  if (model.skipped.length > MOST_SKIPPED)
    say(words.MORE_SKIPPED[language](model.skipped.length - MOST_SKIPPED));
  if (model.payLater.orders > 0) {
    for (const { platform, header } of model.buyerPartOnly) {
      say(words.BUYER_PART_ONLY[language](header, platform === 'kuaishou'));
    }
    for (const sentence of termsOf(model, language)) say(sentence);
    if (model.bills !== null) for (const sentence of billAssumptions(model.bills, language)) say(sentence);
  }
  for (const path of model.copies) {
    if (path === null) continue;
    const place = path === '-' ? words.TO_STDOUT[language] : styles.strong(cleanForTerminal(path));
    lines.push(...pathLine(words.COPY[language], place, columns));
  }
  if (model.rejectsFile !== null) {
    const path = styles.strong(cleanForTerminal(model.rejectsFile));
    lines.push(...pathLine(words.REJECTS_FILE[language], path, columns));
  }
  if (model.pageFile !== null) {
    lines.push(
      ...pathLine(words.PAGE_FILE[language], styles.strong(cleanForTerminal(model.pageFile)), columns),
    );
  }
  if (model.worklists !== null) {
    const path = styles.strong(cleanForTerminal(model.worklists.folder));
    lines.push(...pathLine(WORKLISTS[language], path, columns));
    lines.push(...paragraph([worklistCounts(model.worklists.orders, language)], columns));
  }
  say(words.LAST_WORD[language]);
  return lines;
}

/** `先核实再发 3 单、问平台拦截 6 单`; lists without an order are left out. */
function worklistCounts(
  orders: NonNullable<SummaryModel['worklists']>['orders'],
  language: View['language'],
): string {
  const counts = WORKLIST_STEPS.filter((step) => orders[step] > 0).map((step) =>
    WORKLIST_COUNT[language](STEP_NAMES[step][language], orders[step]),
  );
  return counts.length === 0 ? NO_WORK[language] : counts.join(language === 'zh' ? '、' : ', ');
}

/** The days that were assumed: once where all platforms share them. */
function termsOf({ terms }: SummaryModel, language: View['language']): string[] {
  const isOne = new Set(terms.map((t) => `${t.autoReceiptDays}/${t.graceDays}`)).size < 2;
  return (isOne ? terms.slice(0, 1) : terms).map(({ platform, autoReceiptDays, graceDays }) => {
    const name = PLATFORMS[platform as keyof typeof PLATFORMS]?.[language] ?? platform;
    return words.TERMS[language](isOne ? '' : name, autoReceiptDays, graceDays);
  });
}
