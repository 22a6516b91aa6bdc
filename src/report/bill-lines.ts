// The parts of the summary that bills make: what they cover and prove, what does not match, which one to fetch.

import { formatDate, parseDate } from '../core/dates.js';
import { formatYuanGrouped as yuan } from '../core/money.js';
import { paragraph } from './layout.js';
import type { BillsModel, ControlTotals, Language, SummaryModel } from './model.js';
import { cleanForTerminal, width, wrap } from './text.js';
import type { Styles, View } from './view.js';
import * as words from './words/bills.js';
import { type Both, grouped, percentDown, plural } from './words/language.js';
import { kindName, PLATFORMS } from './words/terms.js';

/** Fewer ordinary orders make no rate. */
const CONTROL_ORDERS = 30;
/** Orders of the bills that the export lacks: above one in two hundred it was filtered. */
const MISSING_ONE_IN = 200;

/** True when a missing row can prove that money has not come in: then the summary may speak of what is overdue. */
export function isProven({ bills }: SummaryModel): boolean {
  return bills !== null && bills.failed.length === 0;
}

/** What the bills cover and whether they prove anything; then what of them does not match the orders. */
export function billHeadLines(model: SummaryModel, view: View, columns: number, styles: Styles): string[] {
  const { bills } = model;
  const { language } = view;
  if (bills === null) return [];
  const comma = language === 'zh' ? '，' : ', ';
  const coverage = coverageOf(model, bills, language);
  const parts = [controlOf(bills, language), verdictOf(bills, language)];
  const line = [coverage, parts.join(comma)].join(language === 'zh' ? '；' : '; ');
  const lines =
    width(line) <= columns ? [line] : [coverage, parts.join(comma)].flatMap((part) => wrap(part, columns, 2));
  const warn = (text: string) => lines.push(...wrap(text, columns, 2).map(styles.warn));
  for (const failed of bills.failed) {
    const isFew = failed === 'control' && !hasControl(bills);
    warn(words.FAILED[isFew ? 'control-few' : failed][language]);
  }
  const last = bills.periods.at(-1);
  const lacking = Math.round(bills.controlOrders * (1 - (bills.controlRate ?? 1)));
  if (bills.failed.length === 0 && hasControl(bills) && lacking > 0) {
    warn(words.CONTROL_LACKS[language](lacking));
  }
  if (bills.unseenDays > 0 && last !== undefined) {
    warn(words.UNSEEN[language](shortDay(last.to, model.asOf), bills.unseenDays));
  }
  const { missingFromExport: missing, unmatchedOrders } = bills;
  if (missing.orders > 0) {
    // Of all orders that should be in the export.
    const filtered = missing.orders * MISSING_ONE_IN > model.orders + missing.orders;
    warn(words.MISSING[language](missing, filtered));
  }
  const outside = unmatchedOrders - missing.orders;
  if (outside > 0) lines.push(...wrap(words.OUTSIDE[language](outside), columns, 2));
  return lines;
}

/** The back office's totals against what was read; nothing where the user gave none. */
export function controlTotalLines(
  control: ControlTotals | null,
  language: Language,
  columns: number,
  styles: Styles,
): string[] {
  if (control === null) return [];
  const orders: Both<(count: number) => string> = {
    zh: (count) => `${grouped(count)} 单`,
    en: (count) => plural(count, 'order'),
  };
  const money: Both<(fen: number) => string> = {
    zh: (fen) => `${yuan(fen)} 元`,
    en: (fen) => `${yuan(fen)} yuan`,
  };
  const compared = [
    { wanted: control.ordersWanted, read: control.ordersRead, text: orders[language] },
    { wanted: control.fenWanted, read: control.fenRead, text: money[language] },
  ];
  return compared.flatMap(({ wanted, read, text }) => {
    if (wanted === null) return [];
    const difference = Math.abs(wanted - read);
    const said = words.CONTROL_TOTAL[language](
      text(wanted),
      text(read),
      difference === 0 ? '' : text(difference),
    );
    const lines = wrap(said, columns, 2);
    return difference === 0 ? lines : lines.map(styles.warn);
  });
}

function hasControl(bills: BillsModel): boolean {
  return bills.controlRate !== null && bills.controlOrders >= CONTROL_ORDERS;
}

function coverageOf(model: SummaryModel, bills: BillsModel, language: Language): string {
  const files = model.inputs.filter(({ kind }) => kind === 'bill');
  // Beside other bills an account flow covers no days.
  const covering = files.filter(({ book }) => book === undefined);
  const platforms = new Set(covering.map(({ platform }) => platform));
  const isAccount = files.length > 0 && covering.length === 0;
  const name = (isAccount ? words.ACCOUNT_FLOWS : words.billsName(platforms))[language];
  const [first] = bills.periods;
  const last = bills.periods.at(-1);
  if (first === undefined || last === undefined) {
    return language === 'zh' ? `${name}${words.NO_DAYS.zh}` : `${name} ${words.NO_DAYS.en}`;
  }
  // Without its year a day is only clear when all of them lie in the year of the audit.
  const year = model.asOf?.slice(0, 4);
  const isShort = bills.periods.every(({ from, to }) => from.slice(0, 4) === year && to.slice(0, 4) === year);
  const day = (text: string) => (isShort ? text.slice(5) : text);
  const days = (from: string, to: string) => words.DAYS[language](day(from), day(to));
  const gaps = bills.periods.slice(1).map(({ from }, i) => {
    const before = bills.periods[i] ?? first;
    return days(nextDay(before.to, 1), nextDay(from, -1));
  });
  const [gap] = gaps;
  const whole = gap === undefined ? words.NO_GAP[language] : words.GAPS[language](gap, gaps.length);
  return `${name} ${days(first.from, last.to)}${language === 'zh' ? '，' : ' '}${whole}`;
}

function nextDay(day: string, step: 1 | -1): string {
  return formatDate(parseDate(day) + step);
}

function shortDay(day: string, asOf: string | null): string {
  return day.slice(0, 4) === asOf?.slice(0, 4) ? day.slice(5) : day;
}

function controlOf(bills: BillsModel, language: Language): string {
  const { controlRate, controlOrders } = bills;
  if (controlRate === null || !hasControl(bills)) return words.CONTROL_FEW[language](controlOrders);
  return words.CONTROL_RATE[language](percentDown(controlRate));
}

function verdictOf(bills: BillsModel, language: Language): string {
  if (bills.failed.length > 0) return words.NOT_TRUSTED[language];
  return (hasControl(bills) ? words.TRUSTED : words.TRUSTED_BY_OWN)[language];
}

/** Which bill to download, from which day to which, and what to type then; nothing where one was read. */
export function wantedBlock(model: SummaryModel, view: View, columns: number, styles: Styles): string[] {
  const { billsWanted: wanted } = model;
  const { language } = view;
  if (wanted === null) return [];
  const isSettlement = wanted.platform === 'kuaishou';
  const { billsWait: wait } = model;
  const bill = kindName('bill', wanted.platform);
  const isRest = wait !== null && wait.now.orders > 0;
  const waiting =
    wait === null ? [] : [words.WAIT[language](bill, wait.later, wait.until, wait.assumed, isRest)];
  if (wait !== null && !isRest) {
    const title = words.WAIT_TITLE[language](bill);
    return [...wrap(title, columns, 2).map(styles.title), ...paragraph(waiting, columns)];
  }
  const command = words.WANTED_COMMAND[isSettlement ? 'settlement' : 'bill'][language];
  return [
    ...wrap(wantedTitle(model, bill, isSettlement)[language], columns, 2).map(styles.title),
    ...paragraph([words.WANTED[wanted.platform][language](wanted.from, wanted.to)], columns),
    // Never broken, so that it can be copied.
    `  ${styles.strong(command)}`,
    ...paragraph(waiting, columns),
  ];
}

/** What the wanted bill brings, and no more than that. */
function wantedTitle({ bills, billsWait }: SummaryModel, bill: Both, isSettlement: boolean): Both {
  if (bills?.failed.some((condition) => condition !== 'coverage')) return words.WANTED_TITLE_DAYS;
  if (billsWait !== null) {
    const part = words.WANTED_TITLE_PART;
    return { zh: part.zh(bill, billsWait.now), en: part.en(bill, billsWait.now) };
  }
  return isSettlement ? words.WANTED_TITLE_SETTLEMENT : words.WANTED_TITLE;
}

/** Goods that are away while nothing is receivable for them any more: a total of its own. */
export function goodsOutBlock(model: SummaryModel, view: View, columns: number, styles: Styles): string[] {
  const { goodsOut } = model;
  const { language } = view;
  if (goodsOut.orders === 0) return [];
  return [
    ...wrap(words.GOODS_OUT_TITLE[language], columns, 2).map(styles.title),
    ...paragraph([words.GOODS_OUT[language](goodsOut), words.GOODS_OUT_CAUSES[language]], columns),
  ];
}

/** What was assumed or learned to judge by the bills, one sentence each. */
export function billAssumptions(bills: BillsModel, language: Language): string[] {
  const isOne = bills.platformParts.length < 2;
  const colon = language === 'zh' ? '：' : ': ';
  const parts = bills.platformParts.flatMap(({ platform, columns }) => {
    const name = PLATFORMS[platform as keyof typeof PLATFORMS]?.[language] ?? platform;
    const prefix = isOne ? '' : `${name}${colon}`;
    if (columns === null) return [words.NO_PLATFORM_PARTS[language](prefix)];
    if (columns.length === 0) return [];
    return [words.PLATFORM_PARTS[language](prefix, columns.map(cleanForTerminal).join(' + '))];
  });
  const { lagDays, lagSource, shippingLagDays: shipping } = bills;
  // A default stands for orders with a receipt time only, once the days from shipping are learned.
  const byReceipt = shipping === null || lagSource !== 'default';
  const lags = [
    ...(byReceipt ? [words.LAG[language](lagDays, lagSource)] : []),
    ...(shipping === null ? [] : [words.LAG_SHIPPING[language](shipping)]),
  ];
  const account = bills.byAccount === null ? [] : [words.BY_ACCOUNT[language](bills.byAccount)];
  return [...lags, ...account, ...parts];
}
