// The money and the days of one order: amounts with their sources, bill rows, proof, due date, written out as sums.

import { formatDate, formatTime } from '../core/dates.js';
import { formatYuanGrouped as yuan } from '../core/money.js';
import { reasonCell } from './cells.js';
import { alignedRows, labelledLines, paragraph, type Row } from './layout.js';
import { maskText } from './mask.js';
import type { Language } from './model.js';
import { cleanForTerminal, cut, wrap } from './text.js';
import { afterSalesBlock } from './trace-after-sales.js';
import type { TraceJudgement, TraceModel } from './trace-model.js';
import type { Styles, View } from './view.js';
import { EQUATION } from './words/summary.js';
import { bucketName, COLLECTION_NAMES, kindName, STAGE_NAMES } from './words/terms.js';
import * as words from './words/trace.js';
import * as money from './words/trace-money.js';
import { whyWords } from './words/why-unproven.js';

type Facts = [label: string, text: string][];
/** Columns of a bill's type and file that are shown. */
const WIDEST_TYPE = 24;

export function moneyBlocks(model: TraceModel, view: View, columns: number, styles: Styles): string[][] {
  const { judged, payLater } = model;
  const bills = billBlock(model, view, columns, styles);
  const sales = afterSalesBlock(model, view, columns, styles);
  if (judged === null) return [bills, sales];
  const amounts = amountsBlock(model, judged, view, columns, styles);
  if (payLater.answer !== 'yes') return [amounts, bills, sales];
  return [
    amounts,
    bills,
    sales,
    collectionBlock(model, judged, view, columns, styles),
    ageBlock(model, judged, view, columns, styles),
  ];
}

function amountsBlock(
  { payLater }: TraceModel,
  judged: TraceJudgement,
  view: View,
  columns: number,
  styles: Styles,
): string[] {
  const { language } = view;
  const { receivable, outstanding } = judged;
  const { refunded, refundSource, collected, evidence, overCollected, outstandingPlatform } = judged.money;
  const row = (name: keyof typeof money.AMOUNTS, fen: number, note = ''): Row => ({
    cells: [
      money.AMOUNTS[name][language],
      Number.isNaN(fen) ? money.NOT_KNOWN[language] : `${yuan(fen)}${language === 'zh' ? ' 元' : ' yuan'}`,
    ],
    note,
  });
  const rows = [
    row('list', judged.listAmount),
    row('receivable', receivable, money.RECEIVABLE_SOURCES[judged.receivableSource][language]),
  ];
  const title = styles.title(words.TITLES.amounts[language]);
  if (payLater.answer !== 'yes') {
    const note = paragraph([money.NOT_AUDITED[language]], columns);
    return [title, ...alignedRows(rows, columns, 1), ...note];
  }
  const isUnproven = judged.unproven !== null;
  rows.push(
    row('refunded', refunded, money.REFUND_SOURCES[refundSource][language]),
    row('collected', collected, money.COLLECTION_SOURCES[evidence][language]),
  );
  if (overCollected > 0) rows.push(row('over', overCollected));
  rows.push(row(isUnproven ? 'unproven' : 'outstanding', outstanding));
  if (outstandingPlatform > 0) rows.push(row('platform', outstandingPlatform));
  if (judged.undecided > 0) rows.push(row('undecided', judged.undecided, money.UNDECIDED_NOTE[language]));
  if (judged.goodsOut > 0) rows.push(row('goods', judged.goodsOut, money.GOODS_NOTE[language]));
  const equation = EQUATION[language]({
    receivable,
    refunded,
    collected,
    over: overCollected,
    result: { fen: outstanding, unproven: isUnproven },
  });
  return [title, ...alignedRows(rows, columns, 1), ...paragraph([equation], columns)];
}

function billBlock(model: TraceModel, view: View, columns: number, styles: Styles): string[] {
  const { language } = view;
  const { billRows } = model;
  const title = styles.title(words.TITLES.bill[language]);
  if (billRows === null) return [title, ...paragraph([money.NO_BILLS[language]], columns)];
  if (billRows.length === 0) return [title, ...paragraph([money.NO_ROWS[language]], columns)];
  const names = [...new Set(billRows.map(({ file }) => cleanForTerminal(file)))];
  const several = names.length > 1;
  const from = several ? [] : paragraph([words.FROM_FILE[language](names[0] ?? '')], columns);
  const rows = billRows.map(({ time, type, kind, fen, later, ...row }): Row => {
    const file = cleanForTerminal(row.file);
    const name = money.BILL_CLASS_NAMES[kind][language];
    const note = [name, ...(later ? [money.ROW_LATER[language]] : []), ...(several ? [file] : [])];
    return {
      cells: [
        Number.isNaN(time) ? money.NO_TIME[language] : formatTime(time),
        cut(cleanForTerminal(maskText(type)), WIDEST_TYPE, view.ascii),
        yuan(fen),
      ],
      note: note.join(language === 'zh' ? '；' : '; '),
    };
  });
  return [title, ...alignedRows(rows, columns, 2), ...from.map(styles.quiet)];
}

function collectionBlock(
  model: TraceModel,
  judged: TraceJudgement,
  view: View,
  columns: number,
  styles: Styles,
): string[] {
  const { language } = view;
  const { unproven, collection, reasons } = judged;
  const bill = kindName('bill', model.platform);
  const facts: Facts = [
    [words.LABELS.state[language], COLLECTION_NAMES[collection][language]],
    [words.LABELS.says[language], reasonCell(reasons, language, model.platform)],
  ];
  if (unproven !== null) {
    facts.push([words.LABELS.unproven[language], whyWords(unproven, bill)[language]]);
  }
  // What is not due yet has nothing to be proven.
  if (unproven !== null && !Number.isNaN(judged.aged?.dueDay)) {
    const covered = judged.covered.map(({ from, to }) =>
      money.FROM_TO[language](formatDate(from), formatDate(to)),
    );
    facts.push([
      words.LABELS.needed[language],
      money.NEEDED[language](judged.needFrom, judged.needTo, covered.join(', ')),
    ]);
  }
  return [styles.title(words.TITLES.collection[language]), ...labelledLines(facts, columns, styles.quiet)];
}

function ageBlock(
  { asOfDay }: TraceModel,
  judged: TraceJudgement,
  view: View,
  columns: number,
  styles: Styles,
): string[] {
  const { language } = view;
  const { aged, stage, unproven } = judged;
  const title = styles.title(words.TITLES.age[language]);
  const stageFact: Facts[number] = [words.LABELS.stage[language], STAGE_NAMES[stage][language]];
  if (aged === null) {
    const lines = wrap(`  ${money.NOTHING_OPEN[language]}`, columns, 4);
    return [title, ...lines, ...labelledLines([stageFact], columns, styles.quiet)];
  }
  const isProven = unproven === null;
  const facts: Facts = [
    [words.LABELS.due[language], dueText(judged, language)],
    [words.LABELS[isProven ? 'days' : 'daysUnproven'][language], daysText(judged, asOfDay, language)],
    [words.LABELS[isProven ? 'bucket' : 'bucketUnproven'][language], bucketName(aged.bucket)[language]],
    stageFact,
  ];
  const known = facts.filter(([, text]) => text !== '');
  return [title, ...labelledLines(known, columns, styles.quiet)];
}

/** The due date with its arithmetic: the day it is counted from follows from the day it leads to. */
export function dueText({ aged, terms, needFrom }: TraceJudgement, language: Language): string {
  const { autoReceiptDays, graceDays } = terms;
  const { dueDay = Number.NaN, dueSource = 'none', expectedDay = Number.NaN } = aged ?? {};
  switch (dueSource) {
    case 'column':
      return money.DUE.column[language](formatDate(dueDay));
    case 'receipt':
      return money.DUE.receipt[language](formatDate(dueDay), formatDate(dueDay - graceDays), graceDays);
    case 'shipping': {
      const shipped = formatDate(dueDay - autoReceiptDays - graceDays);
      return money.DUE.shipping[language](formatDate(dueDay), shipped, autoReceiptDays, graceDays);
    }
    case 'after-sale':
      return money.DUE_AFTER_SALE[language](formatDate(dueDay));
    case 'none':
      if (Number.isNaN(expectedDay)) return money.DUE_NONE[language];
      return money.DUE_EXPECTED[language](
        formatDate(expectedDay),
        formatDate(needFrom),
        autoReceiptDays,
        graceDays,
      );
  }
}

function daysText({ aged, unproven }: TraceJudgement, asOfDay: number, language: Language): string {
  if (aged === null) return '';
  const { bucket, dueDay, daysPastDue, unfrozenDays } = aged;
  if (bucket === 'invalid') return money.DAYS_INVALID[language];
  if (bucket === 'frozen') return money.DAYS_STOPPED[language](unfrozenDays);
  if (Number.isNaN(dueDay) || Number.isNaN(asOfDay)) return '';
  const [asOf, due] = [formatDate(asOfDay), formatDate(dueDay)];
  return daysPastDue === 0
    ? money.DAYS_NOT_YET[language](asOf, due)
    : money.DAYS[language](daysPastDue, asOf, due, unproven === null);
}
