// What several settings of one parameter would find, as a table for people and as JSON.

import { formatYuanGrouped } from '../core/money.js';
import { jsonPieces } from './json-value.js';
import { alignedRows, paragraph, type Row } from './layout.js';
import { wrap } from './text.js';
import { lineWidth, stylesOf, type View } from './view.js';
import { type Both, grouped, listed } from './words/language.js';
import { type Unit, valueText } from './words/parameters.js';
import * as words from './words/what-if.js';

/** Findings, their distinct orders, and what is outstanding of these, fen. */
export interface WhatIfTally {
  readonly findings: number;
  readonly orders: number;
  readonly fen: number;
}

export interface WhatIfRow {
  readonly value: number;
  /** It is the value in force. */
  readonly isCurrent: boolean;
  /** Of the rules that use the parameter. */
  readonly own: WhatIfTally;
  /** Of all rules, from medium on. */
  readonly all: WhatIfTally;
}

export interface WhatIfModel {
  readonly key: string;
  readonly unit: Unit;
  /** YYYY-MM-DD; null where nothing tells. */
  readonly asOf: string | null;
  /** The rules that use the parameter; none where it decides over all of them. */
  readonly rules: readonly { readonly id: string; readonly code: string; readonly title: Both }[];
  /** Ascending by value. */
  readonly rows: readonly WhatIfRow[];
}

/** The table, each line at most as wide as asked. */
export function whatIfText(model: WhatIfModel, view: View): string {
  const { language } = view;
  const { key, unit, asOf, rules, rows } = model;
  const columns = lineWidth(view);
  const styles = stylesOf(view);
  const used = rules.map(({ code, title }) => `${code} ${title[language]}`);
  const cells = ({ findings, orders, fen }: WhatIfTally) => [
    grouped(findings),
    grouped(orders),
    formatYuanGrouped(fen),
  ];
  const head: Row = { cells: ['', ...words.COLUMNS[language]] };
  const table = rows.map(({ value, isCurrent, own, all }): Row => {
    const mark = isCurrent ? words.CURRENT : '';
    return { cells: [valueText(value, unit)[language] + mark, ...cells(own), ...cells(all)] };
  });
  const lines = [
    styles.title(words.TITLE[language](key, asOf)),
    ...alignedRows([head, ...table], columns, 1),
    '',
    ...paragraph(
      [
        words.OWN[language](used.length === 0 ? words.EVERY[language] : listed(used, language)),
        words.ALL[language],
        words.CURRENT_MEANS[language],
      ],
      columns,
    ).map(styles.quiet),
    ...wrap(words.NEXT[language](key), columns, 2).map(styles.quiet),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same as JSON in pieces; begins as every report does. */
export function whatIfJson(
  { key, unit, asOf, rules, rows }: WhatIfModel,
  version: string,
): Generator<string> {
  const tally = ({ findings, orders, fen }: WhatIfTally) => ({ findings, orders, outstandingFen: fen });
  return jsonPieces({
    schemaVersion: 1,
    tool: { name: 'bnpl-audit', version },
    asOf,
    whatIf: {
      key,
      unit,
      rules: rules.map(({ id }) => id),
      settings: rows.map(({ value, isCurrent, own, all }) => {
        return { value, inForce: isCurrent, findings: tally(own), mediumAndAbove: tally(all) };
      }),
    },
  });
}
