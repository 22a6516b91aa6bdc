// Runs damaged order exports through an audit and counts, kind by kind, what came out right and what was told.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCopy } from './orders-copy.js';
import { cleanLines, render } from './orders-file.js';
import { CELL_KINDS } from './orders-kinds-cells.js';
import { COLUMN_KINDS } from './orders-kinds-columns.js';
import { EXCEL_KINDS } from './orders-kinds-excel.js';
import { FILE_KINDS } from './orders-kinds-file.js';
import { comparable, judge } from './orders-oracle.js';

/** @typedef {import('./orders-base.js').Base} Base */
/** @typedef {import('./orders-file.js').Case} Case */
/** @typedef {import('./orders-file.js').Kind} Kind */
/** @typedef {import('./orders-oracle.js').Outcome} Outcome */
/** @typedef {import('./orders-oracle.js').Truth} Truth */
/** @typedef {import('../support/bytes.js').Encoding} Encoding */
/** @typedef {(options: import('../../src/library.js').AuditOptions) => Promise<Pick<import('../../src/library.js').AuditOutcome, 'report' | 'damaged'>>} Audit */
/** @typedef {(base: Base, bytes: Buffer) => Promise<Outcome>} Reader */

/** @type {readonly Kind[]} */
export const ORDER_KINDS = [...CELL_KINDS, ...FILE_KINDS, ...COLUMN_KINDS, ...EXCEL_KINDS];
/** @type {readonly Base['platform'][]} */
export const PLATFORMS = ['pinduoduo', 'kuaishou'];
/** @type {readonly Encoding[]} */
export const ENCODINGS = ['utf8', 'utf8-bom', 'gb18030', 'utf16le-bom'];

/**
 * A reader over the audit, in a folder of its own.
 * @param {Audit} audit
 * @returns {{ read: Reader, done: () => void }}
 */
export function makeReader(audit) {
  const folder = mkdtempSync(join(tmpdir(), 'bnpl-audit-pollute-'));
  const output = join(folder, 'copy.csv');
  return {
    async read(base, bytes) {
      writeFileSync(join(folder, base.fileName), bytes);
      writeFileSync(join(folder, base.billName), base.bill);
      try {
        const { report, damaged } = await audit({
          orders: base.fileName,
          bills: base.billName,
          control: { orders: base.ids.length, amount: '0' },
          ...{ folder, output, config: null, force: true },
        });
        // What the copy has in front is said of our own doing, not of the input.
        const problems = report.problems.filter(({ code }) => code !== 'copy-bom-added');
        return { error: null, damaged, report: { ...report, problems }, copy: readFileSync(output) };
      } catch (error) {
        const { code, facts } = /** @type {{ code?: string, facts?: Record<string, unknown> }} */ (error);
        if (code === undefined || facts === undefined) throw error;
        return { error: { code, facts }, damaged: true, report: NO_REPORT, copy: Buffer.alloc(0) };
      }
    },
    done: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** @type {Outcome['report']} */
const NO_REPORT = { problems: [], inputs: [], control: null, bills: { unmatchedOrders: 0 } };

/**
 * What is true of the clean file: its own audit, and which added cells stay as they are when any other order is lost.
 * @param {Base} base
 * @param {Reader} read
 * @returns {Promise<Truth>}
 */
export async function learnTruth(base, read) {
  const lines = cleanLines(base);
  const whole = await audited(base, lines, read);
  const moving = /** @type {boolean[]} */ ([]);
  /** @type {number[]} */
  const fen = [];
  for (const [record, order] of base.orders.entries()) {
    const rest = await audited(
      base,
      lines.filter((line) => line.records[0] !== record),
      read,
    );
    fen.push(whole.fen - rest.fen);
    const others = [...base.orders.keys()].filter((other) => other !== record);
    for (const [at, other] of others.entries()) {
      if (base.orders[other] === order) continue;
      const [before, after] = [comparable(whole.cells[other] ?? []), comparable(rest.cells[at] ?? [])];
      for (const [i, cell] of before.entries()) if (cell !== after[i]) moving[i] = true;
    }
  }
  return { cells: whole.cells, fen, moving };
}

/** @type {(base: Base, lines: Case['lines'], read: Reader) => Promise<{ cells: string[][], fen: number }>} */
async function audited(base, lines, read) {
  const { bytes } = render({ id: '', lines, must: 'true', alarm: 'none' }, 'utf8-bom');
  const { error, report, copy } = await read(base, bytes);
  if (error !== null) throw new Error(`the clean file is refused: ${error.code}`);
  const [, ...records] = readCopy(bytes, copy, 'utf8-bom');
  return { cells: records.map(({ cells }) => cells), fen: report.control?.amountReadFen ?? Number.NaN };
}

/**
 * Figures of one kind.
 * @typedef {object} Figures
 * @property {string} kind
 * @property {number} cases
 * @property {number} right
 * @property {number} toldOnly
 * @property {number} alarms that are needed
 * @property {number} told of these
 * @property {number} falseAlarms
 * @property {string[]} misses ids of cases, with what is wrong
 */
/** @param {string} kind @returns {Figures} */
export const noFigures = (kind) => ({
  kind,
  cases: 0,
  right: 0,
  toldOnly: 0,
  alarms: 0,
  told: 0,
  falseAlarms: 0,
  misses: [],
});

/**
 * @typedef {object} Course what to run
 * @property {Base} base
 * @property {Truth} truth
 * @property {Encoding} encoding
 * @property {Reader} read
 */
/**
 * Runs one case and adds what came of it to the figures.
 * @param {Course} course
 * @param {Case} polluted
 * @param {Figures} figures
 */
export async function runCase({ base, truth, encoding, read }, polluted, figures) {
  const { bytes, lines } = render(polluted, encoding);
  let verdict;
  try {
    verdict = judge(base, truth, polluted, lines, bytes, encoding, await read(base, bytes));
  } catch (error) {
    verdict = {
      right: false,
      needsAlarm: true,
      told: false,
      falseAlarm: false,
      toldOnly: false,
      why: String(error),
    };
  }
  figures.cases++;
  if (verdict.right) figures.right++;
  if (verdict.toldOnly) figures.toldOnly++;
  if (verdict.needsAlarm) figures.alarms++;
  if (verdict.needsAlarm && verdict.told) figures.told++;
  if (verdict.falseAlarm) figures.falseAlarms++;
  if (verdict.why !== '') {
    figures.misses.push(
      `${base.platform}/${base.seed}/${encoding}/${figures.kind}/${polluted.id}: ${verdict.why}`,
    );
  }
}

/** The floors of every kind. */
const RIGHT = 0.995;
const TOLD = 0.99;

/** @param {Figures} figures */
export const isBelow = ({ cases, right, alarms, told, falseAlarms }) =>
  right < cases * RIGHT || told < alarms * TOLD || falseAlarms > 0;
