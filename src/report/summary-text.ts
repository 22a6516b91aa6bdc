// The console summary of an audit: what is open, by stage; what is not proven, assumed, unknown; where the copies are.

import type { Bucket, Stage } from '../core/aging.js';
import { formatYuanGrouped } from '../core/money.js';
import { alignedRows, bar, paragraph, pathLine, percent, type Row } from './layout.js';
import type { Share, SummaryModel } from './model.js';
import { problemBlock } from './problem-lines.js';
import { cleanForTerminal, width, wrap } from './text.js';
import { lineWidth, type Styles, stylesOf, type View } from './view.js';
import { SIGHTS } from './words/blindness.js';
import { type Both, grouped, listed } from './words/language.js';
import * as words from './words/summary.js';
import { BUCKET_NAMES, EVIDENCE_NAMES, kindName, PLATFORMS } from './words/terms.js';

const YUAN = { zh: '元', en: 'yuan' } as const;
const ORDERS = { zh: '单', en: 'orders' } as const;
const LONGEST_BAR = 10;
/** Below this width bars would only push the notes to lines of their own. */
const NARROWEST_WITH_BARS = 72;
const MOST_SKIPPED = 5;

/** The summary, each line at most as wide as asked, but for a path that is longer: it can be copied whole. */
export function summaryText(model: SummaryModel, view: View): string {
  const columns = lineWidth(view);
  const styles = stylesOf(view);
  const blocks: string[][] = [headline(model, view, columns, styles)];
  if (model.payLater.orders > 0) {
    blocks.push(openBlock(model, view, columns, styles));
    blocks.push(agingBlock(model, view, columns, styles));
    blocks.push(assumedBlock(model, view, columns));
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

function headline(model: SummaryModel, { language }: View, columns: number, styles: Styles): string[] {
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
  if (rejected.records > 0) warn(words.REJECTED[language](rejected));
  if (unknown.orders > 0) warn(words.UNKNOWN[language](unknown));
  if (model.payLater.orders > 0) lines.push(...wrap(words.NO_BILL[language], columns, 2));
  else if (model.orders > 0) lines.push(...wrap(words.NO_PAY_LATER[language], columns, 2));
  return lines;
}

function add(model: SummaryModel, ...stages: readonly Stage[]): Share {
  const found = model.stages.filter(({ stage }) => stages.includes(stage));
  return {
    orders: found.reduce((sum, { orders }) => sum + orders, 0),
    fen: found.reduce((sum, { fen }) => sum + fen, 0),
  };
}

function shareCells(label: string, share: Share, view: View): string[] {
  const { language } = view;
  return [
    label,
    `${formatYuanGrouped(share.fen)} ${YUAN[language]}`,
    `${grouped(share.orders)} ${language === 'en' && share.orders === 1 ? 'order ' : ORDERS[language]}`,
  ];
}

function openBlock(model: SummaryModel, view: View, columns: number, styles: Styles): string[] {
  const { language } = view;
  const { outstanding, unproven } = model;
  const isUnproven = unproven.fen === outstanding.fen;
  const received = add(model, 'received', 'overdue');
  const mostly = received.fen * 2 > outstanding.fen;
  const title = isUnproven
    ? words.UNPROVEN[language](unproven, mostly)
    : words.OUTSTANDING[language](outstanding, unproven);
  const late = add(model, 'overdue').orders;
  const receiptLate = add(model, 'receipt-late').orders;
  const row = (name: keyof typeof words.STAGE_LINES, share: Share, note = ''): Row => ({
    cells: shareCells(words.STAGE_LINES[name][language], share, view),
    note,
  });
  const rows = [
    row('received', received, late === 0 ? '' : words.PAST_DUE[language](late)),
    row(
      'shipped',
      add(model, 'in-transit', 'receipt-late'),
      receiptLate === 0 ? '' : words.RECEIPT_LATE[language](receiptLate),
    ),
    row('unshipped', add(model, 'unshipped')),
    row('frozen', add(model, 'frozen')),
  ];
  const equation = words.EQUATION[language]({
    receivable: model.receivableFen,
    refunded: model.refundedFen,
    collected: model.collectedFen,
    over: outstanding.fen - (model.receivableFen - model.refundedFen - model.collectedFen),
    result: outstanding.fen,
    unproven: isUnproven,
  });
  return [
    ...wrap(title, columns, 2).map(styles.title),
    ...alignedRows(rows, columns, 1),
    ...paragraph([equation], columns).map(styles.quiet),
  ];
}

const NOTES: Readonly<Partial<Record<Bucket, Both>>> = {
  '1-3': words.OBSERVATION,
  'no-due-date': words.NO_START,
};

function agingBlock(model: SummaryModel, view: View, columns: number, styles: Styles): string[] {
  const { language } = view;
  const whole = model.outstanding.fen;
  const buckets = model.aging.filter(({ orders }) => orders > 0);
  if (whole === 0 || buckets.length === 0) return [];
  const largest = Math.max(...buckets.map(({ fen }) => fen));
  const rows = buckets.map(({ bucket, ...share }): Row => {
    const note = NOTES[bucket];
    const cells = shareCells(BUCKET_NAMES[bucket][language], share, view);
    const signs = columns < NARROWEST_WITH_BARS ? '' : bar(share.fen, largest, LONGEST_BAR);
    const noted = note === undefined ? '' : note[language];
    return {
      cells: [...cells, `${percent(share.fen, whole)}%`],
      note: signs === '' || noted === '' ? signs + noted : `${signs.padEnd(LONGEST_BAR)}  ${noted}`,
    };
  });
  return [
    ...wrap(words.AGING_TITLE[language], columns, 2).map(styles.title),
    ...alignedRows(rows, columns, 1),
  ];
}

function assumedBlock(model: SummaryModel, { language }: View, columns: number): string[] {
  const sentences: string[] = [];
  if (model.receivableZero.orders > 0) sentences.push(words.RECEIVABLE_ZERO[language](model.receivableZero));
  if (model.refundAssumed.orders > 0) sentences.push(words.REFUND_ASSUMED[language](model.refundAssumed));
  if (model.lineAmountUndecidedFen > 0)
    sentences.push(words.UNDECIDED[language](model.lineAmountUndecidedFen));
  return sentences.flatMap((sentence) => wrap(sentence, columns, 2));
}

function blindBlock(model: SummaryModel, { language }: View, columns: number, styles: Styles): string[] {
  // That there is no bill stands above all figures already; what is pay-later, the user may have said.
  const isTold = model.unknown.orders === 0;
  const blind = model.cannotShow.filter((name) => name !== 'settlement' && !(isTold && name === 'pay-later'));
  if (blind.length === 0) return [];
  const sentences = blind.map((name) => SIGHTS[name].cannot[language]);
  const isOne = model.inputs.filter(({ kind }) => kind === 'orders').length < 2;
  const title = isOne ? words.CANNOT_TITLE : words.CANNOT_TITLE_SEVERAL;
  return [styles.title(title[language]), ...paragraph(sentences, columns)];
}

function closing(model: SummaryModel, { language }: View, columns: number, styles: Styles): string[] {
  const lines: string[] = [];
  const say = (text: string) => lines.push(...wrap(text, columns, 2));
  for (const { name, kind, platform } of model.inputs) {
    if (kind === 'orders') continue;
    say(words.UNUSED_INPUT[language](cleanForTerminal(name), kindName(kind, platform)[language]));
  }
  for (const { path, code } of model.skipped.slice(0, MOST_SKIPPED)) {
    say(words.SKIPPED[language](cleanForTerminal(path), words.skipReason(code)[language]));
  }
  if (model.skipped.length > MOST_SKIPPED)
    say(words.MORE_SKIPPED[language](model.skipped.length - MOST_SKIPPED));
  if (model.payLater.orders > 0) for (const sentence of termsOf(model, language)) say(sentence);
  for (const path of model.copies) {
    if (path === null) continue;
    const place = path === '-' ? words.TO_STDOUT[language] : styles.strong(cleanForTerminal(path));
    lines.push(...pathLine(words.COPY[language], place, columns));
  }
  if (model.rejectsFile !== null) {
    const path = styles.strong(cleanForTerminal(model.rejectsFile));
    lines.push(...pathLine(words.REJECTS_FILE[language], path, columns));
  }
  say(words.LAST_WORD[language]);
  return lines;
}

/** The days that were assumed: once where all platforms share them. */
function termsOf({ terms }: SummaryModel, language: View['language']): string[] {
  const isOne = new Set(terms.map((t) => `${t.autoReceiptDays}/${t.graceDays}`)).size < 2;
  return (isOne ? terms.slice(0, 1) : terms).map(({ platform, autoReceiptDays, graceDays }) => {
    const name = PLATFORMS[platform as keyof typeof PLATFORMS]?.[language] ?? platform;
    return words.TERMS[language](isOne ? '' : name, autoReceiptDays, graceDays);
  });
}
