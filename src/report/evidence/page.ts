// The page of an evidence pack: one order on one sheet of paper.

import { formatDate, formatTime } from '../../core/dates.js';
import type { OrderField } from '../../core/fields.js';
import { formatYuanGrouped as yuan } from '../../core/money.js';
import { type Html, html, ownCode } from '../html.js';
import { maskText } from '../mask.js';
import type { Language } from '../model.js';
import { dueText } from '../trace-money.js';
import { AFTER_SALE_TYPE_NAMES } from '../words/after-sales.js';
import * as words from '../words/evidence.js';
import { EQUATION } from '../words/summary.js';
import { PLATFORMS } from '../words/terms.js';
import { TIMES } from '../words/trace.js';
import { STATES } from '../words/trace-after-sales.js';
import { AMOUNTS, BILL_CLASS_NAMES } from '../words/trace-money.js';
import type { EvidenceModel } from './model.js';
import { proofLines, timeCell } from './tables.js';

const STYLE = `
@page { size: A4; margin: 12mm }
body { font: 10pt/1.4 -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #111; background: #fff; max-width: 186mm; margin: 6mm auto; padding: 0 4mm }
h1 { font-size: 14pt; margin: 0 }
h2 { font-size: 11pt; margin: 3.5mm 0 1mm; border-bottom: 0.3mm solid #111 }
p { margin: 0.8mm 0 }
.quiet { color: #555; font-size: 9pt }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 0.4mm 2mm 0.4mm 0; border-bottom: 0.1mm solid #ccc; overflow-wrap: anywhere; font-weight: normal }
th { color: #555 }
.narrow { width: auto }
.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
tr { break-inside: avoid }
@media print { body { margin: 0; padding: 0; max-width: none } }
`;

/** Shown once with its source where all records say the same, and of these what tells most. */
const SHOWN: readonly OrderField[] = [
  'status',
  'after_sale_status',
  'pay_later',
  'pay_state',
  'product',
  'spec',
  'quantity',
  'goods_total',
  'buyer_paid',
  'merchant_receives',
  'recipient',
  'phone',
  'district',
  'buyer_note',
];
const TIME_FIELDS: Readonly<Partial<Record<keyof typeof TIMES, OrderField>>> = {
  ordered: 'created_at',
  promised: 'promised_ship_at',
  shipped: 'shipped_at',
  received: 'received_at',
};

/** A page of one language: no script, no link, nothing that is fetched. */
export function orderPage(model: EvidenceModel, language: Language): string {
  const { trace } = model;
  const { PAGE } = words;
  const title = PAGE.title[language](trace.order);
  const page = html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="generator" content="bnpl-audit">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${ownCode(STYLE)}</style>
</head>
<body>
<h1>${title}</h1>
<p class="quiet">${PLATFORMS[trace.platform][language]} · ${PAGE.made[language](formatDate(trace.asOfDay))}</p>
${section(PAGE.order[language], orderRows(model, language))}
${section(PAGE.times[language], timeRows(model, language))}
${section(PAGE.money[language], moneyRows(model, language))}
${section(PAGE.bill[language], billRows(model, language))}
${section(PAGE.afterSales[language], afterSalesRows(model, language))}
</body>
</html>
`;
  return page.text;
}

function section(title: string, body: readonly Html[]): Html {
  return html`<h2>${title}</h2>
${body}`;
}

function tableOf(rows: readonly Html[]): Html[] {
  return rows.length === 0 ? [] : [html`<table>${rows}</table>`];
}

function orderRows({ cells }: EvidenceModel, language: Language): Html[] {
  const rows = SHOWN.flatMap((field) => {
    const told = cells.filter((cell) => cell.field === field);
    const texts = [...new Set(told.map(({ text }) => text))];
    return texts.map((text) => {
      const one = told.find((cell) => cell.text === text)!;
      return html`<tr><th scope="row">${one.column}</th><td>${text}</td><td class="quiet">${place(one, language)}</td></tr>`;
    });
  });
  return tableOf(rows);
}

function timeRows({ trace, cells }: EvidenceModel, language: Language): Html[] {
  // When the 0-yuan order was placed is no payment: a platform would take it for one.
  const names = (Object.keys(TIME_FIELDS) as (keyof typeof TIMES)[]).filter(
    (name) => !Number.isNaN(trace.times[name]),
  );
  const timed = names.sort((a, b) => trace.times[a] - trace.times[b]);
  const rows = timed.map((name) => {
    const source = cells.find(({ field }) => field === TIME_FIELDS[name]);
    const parcels =
      name === 'shipped' ? cells.filter(({ field }) => field === 'carrier' || field === 'waybill') : [];
    const detail = [...new Set(parcels.map(({ text }) => text))].join(' ');
    return html`<tr><td>${formatTime(trace.times[name])}</td><td>${TIMES[name][language]}</td><td>${detail}</td><td class="quiet">${source === undefined ? null : place(source, language)}</td></tr>`;
  });
  return tableOf(rows);
}

function moneyRows({ trace }: EvidenceModel, language: Language): Html[] {
  const judged = trace.judged!;
  const { money, receivable, outstanding, listAmount, goodsOut, aged } = judged;
  const isUnproven = judged.unproven !== null;
  const amounts: [keyof typeof AMOUNTS, number][] = [
    ['list', listAmount],
    ['receivable', receivable],
    ['refunded', money.refunded],
    ['collected', money.collected],
    [isUnproven ? 'unproven' : 'outstanding', outstanding],
    ...(goodsOut > 0 ? [['goods', goodsOut] as [keyof typeof AMOUNTS, number]] : []),
  ];
  const rows = amounts
    .filter(([, fen]) => !Number.isNaN(fen))
    .map(
      ([name, fen]) =>
        html`<tr><th scope="row">${AMOUNTS[name][language]}</th><td class="amount">${yuan(fen)}</td></tr>`,
    );
  const equation = EQUATION[language]({
    receivable,
    refunded: money.refunded,
    collected: money.collected,
    over: money.overCollected,
    result: { fen: outstanding, unproven: isUnproven },
  });
  const due =
    aged === null || Number.isNaN(aged.dueDay)
      ? []
      : [html`<p>${words.PAGE.due[language](dueText(judged, language))}</p>`];
  return [html`<table class="narrow">${rows}</table>`, html`<p>${equation}</p>`, ...due];
}

function billRows(model: EvidenceModel, language: Language): Html[] {
  const rows = (model.trace.billRows ?? [])
    .filter(({ later }) => !later)
    .map(
      ({ time, type, kind, fen, file }) =>
        html`<tr><td>${timeCell(time)}</td><td>${maskText(type)}</td><td>${BILL_CLASS_NAMES[kind][language]}</td><td class="amount">${yuan(fen)}</td><td class="quiet">${file}</td></tr>`,
    );
  return [...tableOf(rows), ...proofLines(model, language).map((line) => html`<p>${line}</p>`)];
}

function afterSalesRows({ trace }: EvidenceModel, language: Language): Html[] {
  const { afterSales } = trace;
  if (afterSales === null) return [html`<p>${words.PAGE.noAfterSales[language]}</p>`];
  const rows = afterSales
    .filter(({ later }) => later !== 'applied')
    .map(
      (row) =>
        html`<tr><td>${timeCell(row.appliedAt)}</td><td>${AFTER_SALE_TYPE_NAMES[row.type][language]}</td><td>${STATES[row.state][language]}</td><td class="amount">${Number.isNaN(row.fen) ? '' : yuan(row.fen)}</td><td class="quiet">${place(row, language)}</td></tr>`,
    );
  return rows.length === 0 ? [html`<p>-</p>`] : tableOf(rows);
}

function place({ file, row }: { readonly file: string; readonly row: number }, language: Language): string {
  return words.PAGE.source[language](file, row);
}
