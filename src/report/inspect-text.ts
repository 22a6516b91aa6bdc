// What `inspect` shows of a file: what it is and why, its columns and states, and what follows from what is missing.

import { columnTable, stateTable } from './inspect-tables.js';
import { labelledLines, paragraph } from './layout.js';
import type { InspectModel } from './model.js';
import { problemBlock } from './problem-lines.js';
import { cleanForTerminal, wrap } from './text.js';
import { lineWidth, type Styles, stylesOf, type View } from './view.js';
import { SIGHTS } from './words/blindness.js';
import * as words from './words/inspect.js';
import { grouped, listed } from './words/language.js';
import { CANNOT_TITLE } from './words/summary.js';
import { delimiterName, ENCODING_NAMES, kindName, PLATFORMS } from './words/terms.js';

/** The whole text, each line at most as wide as asked, ending in a line end. Cells in it are masked and cleaned. */
export function inspectText(model: InspectModel, view: View): string {
  const columns = lineWidth(view);
  const styles = stylesOf(view);
  const problems = problemBlock(model.problems, view.language, columns);
  const isOrders = model.input.kind === 'orders';
  const blocks = [
    factsBlock(model, view, columns, styles),
    columnTable(model, view, columns, styles),
    missingBlock(model, view, columns, styles),
    stateTable(model.states, 'order', view, columns, styles),
    stateTable(model.afterSaleStates, isOrders ? 'after-sale' : 'after-sale-row', view, columns, styles),
    stateTable(model.afterSaleTypes, 'after-sale-type', view, columns, styles),
    sightBlock(model, view, columns, styles),
    model.input.records === null ? [] : [styles.title(problems.title), ...problems.lines],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function factsBlock(model: InspectModel, view: View, columns: number, styles: Styles): string[] {
  const { input } = model;
  const { language } = view;
  const platform = PLATFORMS[input.platform][language];
  const kind = kindName(input.kind, input.platform, input.book)[language];
  const format = words.FORMAT[language](platform, kind, input.template);
  const title = wrap(`${cleanForTerminal(input.name)}    ${format}`, columns, 2).map(styles.title);
  const lines = labelledLines(factsOf(model, language), columns, styles.quiet);
  return [...title, ...lines];
}

function factsOf(model: InspectModel, language: View['language']): [label: string, text: string][] {
  const { input, payLater } = model;
  const label = (name: keyof typeof words.LABELS) => words.LABELS[name][language];
  const comma = language === 'zh' ? '，' : ', ';
  const named = model.columns.filter(({ use }) => use !== 'blank');
  const known = named.filter(({ use }) => use !== 'unknown').length;
  const isOrders = input.kind === 'orders';
  const why = [words.WHY[language](known, named.length)];
  if (isOrders && input.template === null) why.push(words.NO_TEMPLATE[language]);
  const delimiter = [delimiterName(input.delimiter)[language]];
  if (input.sepLine) delimiter.push(words.SEP_LINE[language]);
  const facts: [string, string][] = [
    [label('why'), why.join(comma)],
    [
      label('encoding'),
      `${ENCODING_NAMES[input.encoding][language]}${comma}${words.BOM[language](input.bom)}`,
    ],
    [label('delimiter'), delimiter.join(comma)],
    [label('header'), words.HEADER_ROW[language](input.headerRow)],
    [label('size'), words.SIZE[language](input.bytes)],
  ];
  if (input.records === null) {
    facts.push([label('rows'), words.ONLY_RECOGNISED[language]]);
    return facts;
  }
  const ends = input.lineEnds.map(({ kind, records }) =>
    words.LINE_END[language](kind.toUpperCase(), records),
  );
  if (ends.length > 0) facts.splice(3, 0, [label('lineEnds'), ends.join(comma)]);
  facts.push([label('rows'), rowsOf(input.records, language).join(comma)]);
  facts.push([label('orders'), grouped(model.orders)]);
  if (isOrders) facts.push([label('payLater'), payLaterOf(payLater, language)]);
  const span = isOrders ? words.EVENTS : words.AFTER_SALE_EVENTS;
  const { firstEvent: first, latestEvent: latest } = model;
  facts.push(
    [
      label('times'),
      first === null || latest === null ? words.NO_EVENTS[language] : span[language](first, latest),
    ],
    [label('exported'), words.EXPORTED[language](model.exportTime)],
  );
  return facts;
}

function payLaterOf(payLater: InspectModel['payLater'], language: View['language']): string {
  const sources =
    payLater.columns.length === 0
      ? words.NO_PAY_LATER_COLUMN[language]
      : words.PAY_LATER_COLUMNS[language](listed(payLater.columns.map(cleanForTerminal), language));
  return words.PAY_LATER[language](payLater.yes, payLater.no, payLater.unknown) + sources;
}

/** How many rows of each kind; kinds that do not occur are left out, but for those read and rejected. */
function rowsOf(
  records: NonNullable<InspectModel['input']['records']>,
  language: View['language'],
): string[] {
  const kinds = Object.keys(words.ROW_KINDS) as (keyof typeof words.ROW_KINDS)[];
  return kinds
    .filter((kind) => records[kind] > 0 || kind === 'audited' || kind === 'rejected')
    .map((kind) => words.ROW_KINDS[kind][language](records[kind]));
}

function missingBlock(model: InspectModel, { language }: View, columns: number, styles: Styles): string[] {
  if (model.missing.length === 0) return [];
  const headers = model.missing.map(({ header }) => header);
  return [styles.title(words.MISSING_TITLE[language]), ...paragraph([listed(headers, language)], columns)];
}

function sightBlock(model: InspectModel, { language }: View, columns: number, styles: Styles): string[] {
  if (model.input.kind !== 'orders') return [];
  const can = model.canShow.map((name) => SIGHTS[name].can[language]);
  const cannot = model.cannotShow.map((name) => SIGHTS[name].cannot[language]);
  const lines: string[] = [];
  if (can.length > 0)
    lines.push(styles.title(words.CAN_TITLE[language]), ...paragraph([listed(can, language)], columns));
  if (cannot.length > 0) lines.push(styles.title(CANNOT_TITLE[language]), ...paragraph(cannot, columns));
  return lines;
}
