// Kinds of cases for whole runs: a small export or bill with damaged bytes through the audit, to its last output.

import { parse } from 'csv-parse/sync';
import { makeBill, makeOrders, TEMPLATES, toBytes } from '../support/exports.js';
import { createRandom } from '../support/random.js';
import { FOLDER, memoryPort } from './memory-port.js';
import { damaged } from './mutations.js';
import { readPlainly } from './plain-reading.js';

/** @typedef {import('../support/random.js').Random} Random */
/** @typedef {import('./scanner-laws.js').Product} Product */
/** @typedef {import('./scanner-kinds.js').Case} Case */
/** @typedef {import('./scanner-kinds.js').Kind} Kind */
/** @typedef {import('../../src/report/report.js').Report} Report */

/** Cells that an audit adds to a record. */
const ADDED = 16;
/** Mistakes that nobody made here: nothing changes meanwhile, and every place can be written to. */
const NOT_THE_FILES = /^(?:file-changed|file-not-|file-special|output-|disk-|stdout-)/;
/** Clean files to start from; more would only take longer to make. */
const EXPORTS = 48;
const ENCODINGS = /** @type {const} */ (['utf8', 'utf8-bom', 'gb18030', 'utf16le-bom', 'utf16be-bom']);

/** @type {Map<number, { orders: Buffer, bill: Buffer | null, delimiter: string, name: string, billName: string }>} */
const made = new Map();

/** A clean export and the bill that goes with it, by number. @param {number} number */
function cleanExport(number) {
  const known = made.get(number);
  if (known !== undefined) return known;
  const random = createRandom(number + 1);
  const template = TEMPLATES[number % TEMPLATES.length] ?? 'pinduoduo-2023';
  const orders = makeOrders({ template, rows: random.int(2, 7), seed: number + 1, payLaterShare: 0.6 });
  const encoding = random.chance(0.5) ? 'utf8' : random.pick(ENCODINGS);
  const delimiter = random.pick([',', ',', ',', '\t', ';']);
  const layout = {
    ...{ encoding, delimiter, lineEnd: random.pick(/** @type {const} */ (['\r\n', '\n', '\r'])) },
    ...{ quote: random.pick(/** @type {const} */ (['needed', 'all'])), finalLineEnd: random.chance(0.8) },
    ...{ trailingDelimiter: random.chance(0.1), sepLine: random.chance(0.1) },
    preamble: random.chance(0.2) ? ['导出说明'] : [],
    footer: random.chance(0.2) ? ['合计'] : [],
  };
  const { platform, truth, start, end } = orders;
  const bill = platform === 'generic' ? null : makeBill({ platform, truth, start, end, seed: number });
  const one = {
    orders: toBytes(orders, layout),
    bill: bill === null ? null : toBytes(bill, bill.layout),
    delimiter,
    name: orders.fileName,
    billName: bill?.fileName ?? '',
  };
  made.set(number, one);
  return one;
}

/**
 * Audits the files. Exit code 0 or 3: the report, the copy and the list of rejects; 2: what the user is told.
 * Everything else is a failure and thrown.
 * @param {Product} product
 * @param {ReadonlyMap<string, Buffer>} given the files, orders first, then the bill if there is one
 * @param {import('./scanner-kinds.js').Settings} settings
 */
async function run({ audit, UserError, jsonReport }, given, { allPayLater = false, cuts }) {
  const { port, files } = memoryPort(given, cuts[0]?.chunk ?? 1 << 20);
  /** @type {Uint8Array[]} */
  const copied = [];
  const place = {
    port,
    folder: FOLDER,
    spool: () => {
      throw new Error('no standard input here');
    },
    stdout: async (/** @type {Uint8Array} */ chunk) => void copied.push(Buffer.from(chunk)),
  };
  const [orders = '', ...bills] = given.keys();
  try {
    const request = { orders: [orders], bills, output: '-', rejects: 'rejects.csv', allPayLater };
    const { summary, settings, damaged } = await audit(place, request);
    const report = /** @type {Report} */ (JSON.parse([...jsonReport(summary, settings, '0')].join('')));
    const list = files.get(`${FOLDER}/rejects.csv`) ?? Buffer.alloc(0);
    const rejects = /** @type {string[][]} */ (parse(list, { bom: true, relax_column_count: true }));
    return { exit: damaged ? 3 : 0, report, copy: Buffer.concat(copied), rejects: rejects.length - 1 };
  } catch (error) {
    if (!(error instanceof UserError) || NOT_THE_FILES.test(error.code)) throw error;
    if (files.size > given.size) return { exit: 2, left: 'a file is left behind' };
    return { exit: 2, left: null };
  }
}

/** A file as text, one character a unit of its encoding. @param {Buffer} bytes @param {string} encoding */
function unitsOf(bytes, encoding) {
  if (!encoding.startsWith('utf-16')) return bytes.toString('latin1');
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  return (encoding === 'utf-16be' ? even.swap16() : even).toString('utf16le');
}

/**
 * The copy is the input, record by record, and behind some records the added cells: what is missing up to the header's
 * width, then sixteen. Gives the number of records that got some, or what is wrong.
 * @param {string} input
 * @param {string} copy
 * @param {string} delimiter
 * @param {number} expected
 */
function withoutAdded(input, copy, delimiter, expected) {
  const d = delimiter === '|' ? '\\|' : delimiter;
  const added = new RegExp(
    `(?:${d}*(?:${d}(?:"(?:[^"]|"")*"|[^"${d}\\r\\n][^${d}\\r\\n]*)?){${ADDED}})?`,
    'y',
  );
  let at = 0;
  let marked = 0;
  const records = readPlainly(input, { delimiter, maxRecord: 1 << 20, maxCells: 2000, expected });
  for (const [i, { at: from, end, next }] of records.entries()) {
    const body = input.slice(from, end);
    if (!copy.startsWith(body, at)) return `record ${i} is not in the copy`;
    added.lastIndex = at + body.length;
    const cells = String(added.exec(copy)?.[0]);
    if (cells !== '') marked++;
    at += body.length + cells.length;
    const lineEnd = input.slice(end, next);
    if (!copy.startsWith(lineEnd, at)) return `more than cells behind record ${i}`;
    at += lineEnd.length;
  }
  return at === copy.length ? { records: records.length, marked } : 'more than the input in the copy';
}

/**
 * @param {Buffer} input
 * @param {{ report: Report, copy: Buffer, rejects: number, exit: number }} outcome
 * @returns {string | null}
 */
function keepsEverything(input, { report, copy, rejects, exit }) {
  const [file] = report.inputs;
  if (file === undefined || file.records === null || file.rejected === null) return 'no input in the report';
  if (file.bytes !== input.length) return `${file.bytes} bytes of ${input.length} reported`;
  const { encoding } = file;
  // Half a unit at the end stands in front of the added cells: units are no longer in step behind it.
  if (encoding.startsWith('utf-16') && input.length % 2 === 1) return null;
  const addedBom = report.problems.some(({ code }) => code === 'copy-bom-added') ? 3 : 0;
  const text = unitsOf(input, encoding);
  const copyText = unitsOf(copy.subarray(addedBom), encoding);
  const widths = readPlainly(text, {
    delimiter: file.delimiter,
    maxRecord: 1 << 20,
    maxCells: 2000,
    expected: 0,
  })
    .slice(0, 31)
    .map(({ cells }) => cells.length);
  /** @type {string | null} */
  let first = null;
  for (const expected of new Set(widths)) {
    const found = withoutAdded(text, copyText, file.delimiter, expected);
    if (typeof found === 'string') {
      first ??= found;
      continue;
    }
    const repeated = report.problems.filter(({ code }) => code === 'header-repeated').length;
    if (found.marked !== file.records + 1 + repeated) {
      return `${found.marked} records marked, ${file.records} and ${1 + repeated} headers read`;
    }
    if (rejects !== file.rejected) return `${rejects} rejects listed of ${file.rejected}`;
    if (file.rejected > 0 && exit !== 3) return 'a record is rejected in silence';
    return null;
  }
  return first;
}

/** @type {Kind} */
export const ORDERS = {
  name: 'orders',
  law: 'an audit of a damaged export ends with 0, 2 or 3; the copy less its added cells is the input; every record is counted',
  make(random) {
    const orders = random.int(0, EXPORTS - 1);
    const clean = cleanExport(orders);
    const other = random.chance(0.1) ? cleanExport(random.int(0, EXPORTS - 1)).orders : undefined;
    const delimiter = clean.delimiter.charCodeAt(0);
    // Damage to the header mostly ends the run at once: most cases leave it alone.
    const keep = random.chance(0.8) ? headLength(clean.orders) : 0;
    const harmed = damaged(random, clean.orders.subarray(keep), { delimiter, ...(other && { other }) });
    const file = withLongCell(random, Buffer.concat([clean.orders.subarray(0, keep), harmed]));
    return { parts: { file }, settings: settingsOf(random, clean, orders, clean.name, file) };
  },
  async check(product, { parts, settings }) {
    const bytes = parts['file'] ?? Buffer.alloc(0);
    const name = settings.name ?? 'orders.csv';
    const outcome = await run(product, new Map([[name, bytes]]), settings);
    return 'left' in outcome ? outcome.left : keepsEverything(bytes, outcome);
  },
};

/** Now and then a cell that is beyond the limit on a record. @param {Random} random @param {Buffer} bytes */
function withLongCell(random, bytes) {
  if (!random.chance(0.005)) return bytes;
  const at = random.int(0, bytes.length >> 1) * 2;
  const long = Buffer.alloc(random.int(1 << 20, 5 << 19), random.pick(['x', 'x\0', '\0x', '单', '"', ',']));
  return Buffer.concat([bytes.subarray(0, at), long, bytes.subarray(at)]);
}

/** Bytes up to behind the header's line. @param {Buffer} bytes */
function headLength(bytes) {
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe;
  const at = bytes.toString('latin1').search(/(?:[\n\r]\0?){1,2}[^\n\r]*\d{6}/);
  return at < 0 ? 0 : wide ? (at & ~1) + 2 : at + 1;
}

/**
 * @param {Random} random
 * @param {{ delimiter: string }} clean
 * @param {number} orders
 * @param {string} name
 * @param {Buffer} file
 */
function settingsOf(random, { delimiter }, orders, name, file) {
  const none = { encoding: /** @type {const} */ ('utf-8'), maxRecord: 1 << 20, maxCells: 2000, expected: 0 };
  // Some systems give fewer bytes than they are asked for. A record is looked at again with every read: reads of a few
  // bytes of a record of a million take minutes, and no system does that.
  const fewest = file.length > 1 << 16 ? 1 << 16 : 1;
  const chunk = random.chance(0.5) ? 1 << 20 : fewest + random.int(0, random.pick([7, 500, 5000])) * 2;
  const allPayLater = random.chance(0.5);
  return { ...none, delimiter, cuts: [{ chunk, at: 0 }], orders, name, allPayLater };
}

/** @type {Kind} */
export const BILLS = {
  name: 'bills',
  law: 'an audit with a damaged bill ends with 0, 2 or 3; what is rejected of the bill is listed and makes it 3',
  make(random) {
    let orders = random.int(0, EXPORTS - 1);
    while (cleanExport(orders).bill === null) orders = (orders + 1) % EXPORTS;
    const clean = cleanExport(orders);
    const bill = clean.bill ?? Buffer.alloc(0);
    const keep = random.chance(0.8) ? headLength(bill) : 0;
    const harmed = damaged(random, bill.subarray(keep), { delimiter: 0x2c });
    const file = withLongCell(random, Buffer.concat([bill.subarray(0, keep), harmed]));
    return { parts: { file }, settings: settingsOf(random, clean, orders, clean.billName, file) };
  },
  async check(product, { parts, settings }) {
    const { name, orders } = cleanExport(settings.orders ?? 0);
    const bytes = parts['file'] ?? Buffer.alloc(0);
    const given = new Map([
      [name, orders],
      [settings.name ?? 'bill.csv', bytes],
    ]);
    const outcome = await run(product, given, settings);
    if ('left' in outcome) return outcome.left;
    const rejected = outcome.report.inputs.reduce((sum, input) => sum + Number(input.rejected), 0);
    if (outcome.rejects !== rejected) return `${outcome.rejects} rejects listed of ${rejected}`;
    if (rejected > 0 && outcome.exit !== 3) return 'a row is rejected in silence';
    const billed = outcome.report.inputs.find(({ kind }) => kind === 'bill');
    if (billed === undefined) return 'the bill is not in the report';
    if (billed.bytes !== bytes.length) return `${billed.bytes} bytes of ${bytes.length} reported`;
    return keepsEverything(orders, { ...outcome, rejects: Number(outcome.report.inputs[0]?.rejected) });
  },
};
