// One order in full: where its records stand, its money, its days, whom it meets, what every rule says of it.

import { formatDate, formatTime } from '../core/dates.js';
import { SEVERITIES } from '../core/finding.js';
import { alignedRows, paragraph } from './layout.js';
import type { Language } from './model.js';
import { cleanForTerminal, wrap } from './text.js';
import type { TraceModel, TraceRecord } from './trace-model.js';
import { moneyBlocks } from './trace-money.js';
import { identityBlock, ruleBlocks } from './trace-people.js';
import { lineWidth, type Styles, stylesOf, type View } from './view.js';
import { SEVERITY_NAMES } from './words/findings.js';
import { AS_OF, LAST_WORD } from './words/summary.js';
import { AFTER_SALE_NAMES, EVIDENCE_NAMES, PAY_LATER_NAMES, PHASE_NAMES, PLATFORMS } from './words/terms.js';
import * as words from './words/trace.js';

/** The text for a terminal, each line at most as wide as asked, ending in a line end. Nothing in it is in clear. */
export function traceText(model: TraceModel, view: View): string {
  const columns = lineWidth(view);
  const styles = stylesOf(view);
  const isAudited = model.payLater.answer === 'yes' && model.judged !== null;
  const blocks = [
    headBlock(model, view, columns, styles),
    recordsBlock(model, view, columns, styles),
    timesBlock(model, view, columns, styles),
    ...moneyBlocks(model, view, columns, styles),
    ...(isAudited ? [identityBlock(model, view, columns, styles)] : []),
    ...(isAudited ? ruleBlocks(model, view, columns, styles) : []),
    isAudited ? wrap(LAST_WORD[view.language], columns, 2).map(styles.quiet) : [],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function headBlock(model: TraceModel, view: View, columns: number, styles: Styles): string[] {
  const { language } = view;
  const { order, platform, asOfDay, asOfSource, payLater } = model;
  const asOf = Number.isNaN(asOfDay) ? '' : AS_OF[asOfSource ?? 'data'][language](formatDate(asOfDay));
  const title = [
    `${words.TITLES.order[language]} ${cleanForTerminal(order)}`,
    PLATFORMS[platform][language],
    asOf,
  ];
  const { answer, source } = payLater;
  const evidence = answer === 'yes' && source !== 'none' ? EVIDENCE_NAMES[source][language] : '';
  const isFlagged = model.findings.length > 0;
  return [
    ...wrap(title.filter((part) => part !== '').join('    '), columns, 2).map(styles.title),
    ...wrap(words.PAY_LATER[language](PAY_LATER_NAMES[answer][language], evidence), columns, 2),
    ...wrap(verdict(model, language), columns, 2).map(isFlagged ? styles.warn : styles.strong),
  ];
}

function verdict(
  { payLater, judged, findings, quiet, notEvaluated }: TraceModel,
  language: Language,
): string {
  if (payLater.answer === 'no') return words.ORDINARY[language];
  if (judged === null) return words.LATER[language];
  if (payLater.answer === 'unknown') return words.UNKNOWN[language];
  if (findings.length === 0) return words.NOT_FLAGGED[language](quiet.length, notEvaluated.length);
  const most = Math.max(...findings.map(({ severity }) => SEVERITIES.indexOf(severity)));
  return words.FLAGGED[language](findings.length, SEVERITY_NAMES[SEVERITIES[most]!][language]);
}

function recordsBlock(model: TraceModel, view: View, columns: number, styles: Styles): string[] {
  const { language } = view;
  return [
    styles.title(words.TITLES.records[language]),
    ...model.records.flatMap((record) => {
      const place = words.RECORD[language](cleanForTerminal(record.file), record.row);
      const said = saidOf(record, language).join(language === 'zh' ? '，' : ', ');
      return [...wrap(`  ${place}`, columns, 4), ...(said === '' ? [] : wrap(`    ${said}`, columns, 4))];
    }),
  ];
}

/** What a record says of its state, and what part it has. */
function saidOf(record: TraceRecord, language: Language): string[] {
  const { stateText, phase, inferred, afterSale, afterSaleText, refunded, part } = record;
  const name = phase === null ? '' : PHASE_NAMES[phase][language];
  const said = [words.TAKEN_FOR[language](cleanForTerminal(stateText), name, inferred)];
  if (refunded) said.push(words.REFUNDED_STATE[language]);
  if (afterSaleText !== '' && afterSale !== 'none') {
    const sale = AFTER_SALE_NAMES[afterSale][language];
    said.push(words.AFTER_SALE[language](cleanForTerminal(afterSaleText), sale));
  }
  said.push(words.PARTS[part][language]);
  return said.filter((text) => text !== '');
}

function timesBlock(model: TraceModel, view: View, columns: number, styles: Styles): string[] {
  const { language } = view;
  const names = ['ordered', 'paid', 'promised', 'shipped', 'received'] as const;
  const rows = names
    .filter((name) => !Number.isNaN(model.times[name]))
    .map((name) => ({
      cells: [words.TIMES[name][language], timeText(model.times[name])],
      note: name === 'paid' && model.payLater.answer === 'yes' ? words.PAID_NOTE[language] : '',
    }));
  const lines =
    rows.length === 0 ? paragraph([words.NO_TIMES[language]], columns) : alignedRows(rows, columns, 2);
  return [styles.title(words.TITLES.times[language]), ...lines];
}

const DAY_SECONDS = 86_400;

/** A moment; midnight to the second is a day without a clock time. */
function timeText(seconds: number): string {
  return formatTime(seconds).slice(0, seconds % DAY_SECONDS === 0 ? 10 : 19);
}
