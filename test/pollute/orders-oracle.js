// Judges what the audit made of a damaged order export: what must hold for every record, and whether it was told.

import { readCopy } from './orders-copy.js';
import { answers } from './orders-file.js';

/** @typedef {import('./orders-base.js').Base} Base */
/** @typedef {import('./orders-file.js').Case} Case */
/** @typedef {import('./orders-file.js').Placed} Placed */
/** @typedef {import('../support/bytes.js').Encoding} Encoding */
/** @typedef {{ code: string, input: string, record: number, column?: string | undefined }} Told */
/**
 * What one audit gave: a report and a copy, or the error that stopped it.
 * @typedef {object} Outcome
 * @property {{ code: string, facts: Readonly<Record<string, unknown>> } | null} error
 * @property {boolean} damaged
 * @property {{
 *   problems: readonly Told[],
 *   inputs: readonly { name: string, records: number | null, rejected: number | null }[],
 *   control: { amountReadFen: number } | null,
 *   bills: { unmatchedOrders: number },
 * }} report
 * @property {Buffer} copy
 */
/**
 * What is true of the clean file, as its own audit says it; `moving` are the added cells that speak of other records
 * as well, and so may change when another one is lost.
 * @typedef {object} Truth
 * @property {string[][]} cells by record
 * @property {number[]} fen by record, as the control total counts it
 * @property {boolean[]} moving by added cell
 */
/**
 * @typedef {object} Verdict
 * @property {boolean} right
 * @property {boolean} needsAlarm
 * @property {boolean} told
 * @property {boolean} falseAlarm
 * @property {boolean} toldOnly a damaged record is audited with other figures, and that is told
 * @property {string} why what is wrong, '' when all is well
 */

const PAY_LATER = 12;
const REASON = 15;
const HEADER_MARK = '核查_建议处理';

/** @param {readonly string[]} cells */
const isRejected = (cells) => cells[PAY_LATER] === '';

/** Rows move with what stands above them. @param {readonly string[]} cells */
export const comparable = (cells) =>
  cells.map((cell, i) => (i === REASON ? cell.replace(/第 \d+ 行/, '第 # 行') : cell));

/**
 * @param {Base} base
 * @param {Truth} truth
 * @param {Case} polluted
 * @param {readonly Placed[]} lines the damaged file's lines with their places
 * @param {Buffer} input
 * @param {Encoding} encoding
 * @param {Outcome} outcome
 * @returns {Verdict}
 */
export function judge(base, truth, polluted, lines, input, encoding, outcome) {
  const verdict = { right: true, needsAlarm: false, told: true, falseAlarm: false, toldOnly: false, why: '' };
  const damaged = lines.filter((line) => line.damaged);
  if (outcome.error !== null) return stopped(verdict, base, polluted, lines, outcome.error);
  const { report } = outcome;
  const problems = report.problems.filter((problem) => problem.input === base.fileName);
  if (polluted.alarm === 'forbidden') {
    verdict.falseAlarm = report.problems.length > 0 || outcome.damaged;
    if (verdict.falseAlarm) verdict.why = `told: ${report.problems.map(({ code }) => code).join()}`;
  }
  /** @param {Placed} line */
  const isTold = (line) =>
    problems.some(({ record, column }) => {
      if (record === 0) return true;
      // Told once for many, at the first of them.
      if (polluted.alarm === 'file') return true;
      if (column !== undefined && polluted.column === column) return true;
      return record >= line.row - 1 && record <= line.row + line.rows;
    });
  const toldAnywhere = problems.length > 0;

  let states;
  try {
    states = recordStates(base, truth, lines, readCopy(input, outcome.copy, encoding), report, input);
  } catch (error) {
    return { ...verdict, right: false, why: String(error) };
  }
  const { lost, wrong, silentFen, silentIds } = states;
  const isTrue = wrong.length === 0 && states.rejected.length === 0 && !silentFen && !silentIds;
  const toldDamaged = damaged.length === 0 ? toldAnywhere : damaged.some(isTold);
  verdict.needsAlarm =
    polluted.alarm === 'record' || polluted.alarm === 'file' || (polluted.alarm === 'if-untrue' && !isTrue);
  verdict.told = polluted.alarm === 'file' ? toldAnywhere : toldDamaged;
  if (lost !== '') return { ...verdict, right: false, why: lost };
  if (polluted.stop === 'must') return { ...verdict, right: false, why: 'audited, though it cannot be' };
  if (polluted.must === 'any') return verdict;
  if (polluted.must === 'true' && !isTrue) return { ...verdict, right: false, why: 'not audited as it is' };
  const silent = wrong.filter((line) => !isTold(line));
  if (silent.length > 0) {
    return { ...verdict, right: false, why: `wrong in silence: row ${silent.map(({ row }) => row).join()}` };
  }
  if ((silentFen || silentIds) && !toldDamaged) {
    return { ...verdict, right: false, why: silentFen ? 'other yuan in silence' : 'other order in silence' };
  }
  verdict.toldOnly = !isTrue && (wrong.length > 0 || silentFen || silentIds);
  if (verdict.needsAlarm && !verdict.told) verdict.why = 'not told';
  return verdict;
}

/** @type {(verdict: Verdict, base: Base, polluted: Case, lines: readonly Placed[], error: NonNullable<Outcome['error']>) => Verdict} */
function stopped(verdict, base, polluted, lines, { code, facts }) {
  const why = `stopped: ${code}`;
  const damaged = lines.filter((line) => line.damaged);
  // Where no whole record is left that says whether it is pay-later, nothing can be audited.
  const canTell = lines.some(
    ({ damaged, records: [record] }) => !damaged && record !== undefined && answers(base, record),
  );
  const isUndecided = code === 'pay-later-undecidable' && !canTell;
  if ((polluted.stop ?? 'never') === 'never' && !isUndecided) return { ...verdict, right: false, why };
  const row = facts['row'];
  const told =
    typeof row !== 'number' ||
    damaged.length === 0 ||
    damaged.some((line) => row >= line.row - 1 && row <= line.row + line.rows);
  return { ...verdict, needsAlarm: true, told, why: told ? '' : `${why} at row ${row}` };
}

/**
 * @param {Base} base
 * @param {Truth} truth
 * @param {readonly Placed[]} lines
 * @param {import('./orders-copy.js').Annotated[]} annotated
 * @param {Outcome['report']} report
 * @param {Buffer} input
 */
function recordStates(base, truth, lines, annotated, report, input) {
  const records = annotated.filter(({ cells }) => cells[0] !== HEADER_MARK);

  const told = report.inputs.find(({ name }) => name === base.fileName);
  const rejectedCount = records.filter(({ cells }) => isRejected(cells)).length;
  let lost = '';
  if (told?.records !== records.length || told.rejected !== rejectedCount) {
    lost = `${records.length} records in the copy, ${told?.records} in the report`;
  }
  /** @type {Placed[]} */
  const rejected = [];
  /** @type {Placed[]} */
  const wrong = [];
  const present = new Set(lines.flatMap(({ records }) => records));
  const hit = lines.flatMap(({ damaged, records }) => (damaged ? records : []));
  const absent = [...base.orders.keys()].filter((record) => !present.has(record));
  const touched = new Set([...hit, ...absent].map((record) => base.orders[record]));
  const alive = new Set();
  /** @type {number[]} */
  const shaken = [];
  let fen = truth.fen.reduce((sum, own, record) => (present.has(record) ? sum + own : sum), 0);
  for (const line of lines) {
    // Everything that the copy annotates and that has bytes of this line in it.
    const over = records.filter(
      ({ after, end }) =>
        end > line.start &&
        (end <= line.end || (after < line.end && !isBlank(input.subarray(after, line.end)))),
    );
    const audited = over.filter(({ cells }) => !isRejected(cells));
    const [only] = over;
    if (line.damaged) {
      const [record = -1] = line.records;
      const isOne = over.length === 1 && audited.length === 1 && line.records.length === 1;
      if (isOne && (isSame(truth, record, only?.cells ?? []) || isPartly(base, lines, record))) {
        alive.add(base.orders[record]);
      } else if (audited.length === 0) {
        if (line.records.length > 0) rejected.push(line);
        for (const lostRecord of line.records) fen -= truth.fen[lostRecord] ?? 0;
      } else {
        wrong.push(line);
        for (const other of line.records) alive.add(base.orders[other]);
      }
      continue;
    }
    const [record] = line.records;
    if (record === undefined) continue;
    alive.add(base.orders[record]);
    if (only === undefined || over.length !== 1 || only.end !== line.end || isRejected(only.cells)) {
      lost ||= `row ${line.row} is lost`;
    } else if (!isSame(truth, record, only.cells)) {
      if (touched.has(base.orders[record])) shaken.push(record);
      else lost ||= `row ${line.row} has other figures: ${difference(truth.cells[record] ?? [], only.cells)}`;
    }
  }
  // An order's money stands on its first line: what is wrong there may come from another one.
  for (const record of shaken) {
    const isOfOrder = (/** @type {Placed} */ line) =>
      line.damaged && line.records.some((other) => base.orders[other] === base.orders[record]);
    if (![...rejected, ...wrong].some(isOfOrder)) wrong.push(...lines.filter(isOfOrder));
  }
  const gone = new Set(base.orders.filter((order) => !alive.has(order))).size;
  return {
    ...{ lost, rejected, wrong },
    silentFen: wrong.length === 0 && report.control?.amountReadFen !== fen,
    silentIds: wrong.length === 0 && report.bills.unmatchedOrders !== gone,
  };
}

/** Nothing but delimiters and blanks: what is left of a record broken in front of its empty cells. @param {Buffer} bytes */
const isBlank = (bytes) => bytes.every((byte) => [0, 0x09, 0x0a, 0x0d, 0x20, 0x2c].includes(byte));

/** Another record of the same order is damaged too: the order's money cannot be as it was. */
/** @type {(base: Base, lines: readonly Placed[], record: number) => boolean} */
const isPartly = (base, lines, record) =>
  lines.some(
    (line) =>
      line.damaged &&
      line.records.some((other) => other !== record && base.orders[other] === base.orders[record]),
  );

/** @type {(truth: Truth, record: number, cells: readonly string[]) => boolean} */
function isSame(truth, record, cells) {
  const wanted = comparable(truth.cells[record] ?? []);
  return comparable(cells).every((cell, i) => truth.moving[i] === true || cell === wanted[i]);
}

/** @param {readonly string[]} wanted @param {readonly string[]} cells */
const difference = (wanted, cells) => {
  const other = comparable(cells);
  return comparable(wanted)
    .flatMap((cell, i) => (cell === other[i] ? [] : [`${cell} -> ${other[i]}`]))
    .join('; ');
};
