// Audits a shop with a damaged bill, and holds what the report says against what the complete bill makes true.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** @typedef {import('./bill-shop.js').Shop} Shop */
/** @typedef {import('./bill-shop.js').NamedBytes} NamedBytes */
/** @typedef {typeof import('../../src/library.js').audit} Audit */
/** @typedef {Awaited<ReturnType<Audit>>['report']} Report */
/**
 * What the copy says of an order: amounts in fen; `proven`: what is missing is called missing, not unproven.
 * @typedef {object} Said
 * @property {string} collection
 * @property {boolean} proven
 * @property {number} receivable
 * @property {number} refunded
 * @property {number} collected
 * @property {number} outstanding
 * @property {number} over
 */
/** @typedef {{ refused: string, report: null, orders: null } | { refused: null, report: Report, orders: Map<string, Said> }} Outcome */
/**
 * @typedef {object} Judged
 * @property {boolean} noticed the report says that something of the bill is amiss or missing
 * @property {readonly string[]} signs by what
 * @property {readonly string[]} accused orders that have paid and are called unpaid as proven
 * @property {readonly string[]} wrong orders without a damaged row whose figures changed, and orders that collected too much
 */

const AMOUNTS = /** @type {const} */ (['receivable', 'refunded', 'collected', 'outstanding']);

/**
 * @param {Audit} audit
 * @param {string} folder emptied first
 * @param {Shop} shop
 * @param {readonly NamedBytes[]} bills
 * @returns {Promise<Outcome>}
 */
export async function auditShop(audit, folder, shop, bills) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of [shop.orders, ...bills]) writeFileSync(join(folder, name), bytes);
  try {
    const { report } = await audit({
      orders: shop.orders.name,
      bills: bills.map(({ name }) => name),
      folder,
      output: 'copy.csv',
      language: 'en',
      config: null,
    });
    return { refused: null, report, orders: readCopy(join(folder, 'copy.csv')) };
  } catch (error) {
    // What is no mistake of the user's is the tool's own, and ends the run.
    const code = /** @type {{ code?: unknown }} */ (error).code;
    if (!(error instanceof Error) || error.name !== 'UserError' || typeof code !== 'string') throw error;
    return { refused: code, report: null, orders: null };
  }
}

/** @param {string} path */
function readCopy(path) {
  /** @type {Record<string, string>[]} */
  const rows = parse(readFileSync(path), { bom: true, columns: true });
  /** @type {Map<string, Said>} */
  const orders = new Map();
  for (const row of rows) {
    const id = (row['订单号'] ?? '').trim();
    const collection = row['audit_collection'] ?? '';
    if (collection === '' || orders.has(id)) continue;
    const reason = row['audit_reason'] ?? '';
    const fen = (/** @type {string} */ name) => Math.round(Number(row[`audit_${name}`] || '0') * 100);
    const over = Number(/([\d.]+) yuan too much/.exec(reason)?.[1] ?? '0');
    orders.set(id, {
      collection,
      proven: collection !== 'unproven' && !reason.includes('unproven'),
      receivable: fen('receivable'),
      refunded: fen('refunded'),
      collected: fen('collected'),
      outstanding: fen('outstanding'),
      over: Math.round(over * 100),
    });
  }
  return orders;
}

/** Days that the report says the bills cover. @param {Report} report */
function coveredDays({ proof }) {
  const day = (/** @type {string} */ text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  return proof.periods.reduce((sum, { from, to }) => sum + day(to) - day(from) + 1, 0);
}

/**
 * What the report says of the bill that it does not say of the complete one.
 * @param {Outcome} outcome
 * @param {Report} clean
 */
function signsOf(outcome, clean) {
  if (outcome.report === null) return [`refused:${outcome.refused}`];
  const { report } = outcome;
  /** @type {string[]} */
  const signs = report.problemCounts
    .filter(({ code, input }) => !clean.problemCounts.some((one) => one.code === code && one.input === input))
    .map(({ code }) => code);
  if (report.proof.verdict !== clean.proof.verdict) signs.push(...report.proof.failed);
  if (coveredDays(report) < coveredDays(clean)) signs.push('days');
  if (report.totals.unprovenFen > clean.totals.unprovenFen) signs.push('unproven-yuan');
  // Then the summary says how many ordinary orders are missing, whatever is proven.
  if ((report.proof.controlRate ?? 0) < 1) signs.push('control-rate');
  if (report.bills.unmatchedOrders > clean.bills.unmatchedOrders) signs.push('unmatched-orders');
  if (report.totals.overCollectedFen > clean.totals.overCollectedFen) signs.push('over-collected');
  return signs;
}

/**
 * @param {Shop} shop
 * @param {Extract<Outcome, { refused: null }>} clean with the complete bill
 * @param {Outcome} outcome with the damaged one
 * @param {ReturnType<typeof import('./bill-kinds.js').damagedBy>} damaged
 * @returns {Judged}
 */
export function judge(shop, clean, outcome, { touched, share, lastTime }) {
  const signs = signsOf(outcome, clean.report);
  /** @type {string[]} */
  const accused = [];
  /** @type {string[]} */
  const wrong = [];
  if (outcome.report === null) return { noticed: true, signs, accused, wrong };
  const { report, orders } = outcome;
  for (const { orderId, incomeAt, amounts } of shop.truth) {
    const said = orders.get(orderId);
    const before = clean.orders.get(orderId);
    if (said === undefined || before === undefined) {
      wrong.push(`${orderId} is gone`);
      continue;
    }
    // More is missing than truly is, it is said to be so, and the bill claims to hold the day on which it came in. A
    // settlement states no period: what came in behind its last row is not in it, as in one that was exported earlier.
    const isSeen = incomeAt !== null && incomeAt <= lastTime && isCovered(report, incomeAt.slice(0, 10));
    if (isSeen && said.proven && said.outstanding > before.outstanding) accused.push(orderId);
    // Which subsidies are paid is learned from the settlement: where too little of it is left, and nothing is proven, some
    // of them are not seen, and where none can be learned the buyer's part alone is receivable. Both are rules.
    const isOtherBasis =
      shop.platform === 'kuaishou' &&
      said.receivable < before.receivable &&
      (said.receivable === amounts.buyerFen ||
        (report.proof.verdict === 'unproven' && said.receivable > amounts.buyerFen));
    if (isOtherBasis) continue;
    const differs = !touched.has(orderId) && AMOUNTS.some((name) => said[name] !== before[name]);
    // What stands twice in one file counts twice, and is told: beside the order as too much, or by the footer.
    const isTold = said.over > before.over || signs.includes('bill-footer-differs');
    const tooMuch = share === 0 && !isTold && said.collected > before.collected;
    if (differs || tooMuch) wrong.push(`${orderId} ${JSON.stringify(before)} became ${JSON.stringify(said)}`);
  }
  return { noticed: signs.length > 0, signs, accused, wrong };
}

/** @param {Report} report @param {string} day */
const isCovered = ({ proof }, day) => proof.periods.some(({ from, to }) => day >= from && day <= to);

/**
 * What the audit says wrongly of a shop with its complete bill: nothing, if all is well.
 * @param {Shop} shop
 * @param {Outcome} outcome
 * @returns {string[]}
 */
export function falseAlarms(shop, outcome) {
  if (outcome.report === null) return [`refused: ${outcome.refused}`];
  const { report, orders } = outcome;
  const alarms = report.problemCounts
    .filter(({ input }) => input !== shop.orders.name)
    .map(({ code }) => code);
  /** @type {string[]} */
  const said = [...alarms];
  if (report.proof.verdict !== 'proven') said.push(...report.proof.failed);
  if (report.proof.controlRate !== 1) said.push(`control rate ${report.proof.controlRate}`);
  if (report.proof.periods.length !== 1) said.push(`${report.proof.periods.length} periods`);
  for (const truth of shop.truth) {
    const order = orders.get(truth.orderId);
    // A refund without an amount is assumed to be of all where no money came in: a rule of the domain, not the truth.
    const assumed = truth.refunded && truth.incomeAt === null;
    if (assumed || truth.receivableFen === 0) continue;
    const seen = truth.incomeAt !== null && truth.incomeAt <= shop.bill.end;
    if (!seen) continue;
    const late = truth.refundAt !== null && truth.refundAt > shop.bill.end;
    if (!late && order?.collected !== truth.netCollectedFen)
      said.push(`${truth.orderId} collected ${order?.collected}, not ${truth.netCollectedFen}`);
    if (!late && order?.outstanding !== truth.outstandingFen)
      said.push(`${truth.orderId} lacks ${order?.outstanding}, not ${truth.outstandingFen}`);
  }
  return said;
}
