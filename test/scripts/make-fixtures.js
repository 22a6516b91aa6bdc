// Writes every file under fixtures/ anew, byte for byte the same each time: node test/scripts/make-fixtures.js

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { makeDamaged } from '../support/damaged.js';
import { makeAfterSales, makeBill, makeOrders, TEMPLATES, toBytes } from '../support/exports.js';

/** @typedef {import('../support/exports.js').Template} Template */
/** @typedef {import('../support/bytes.js').Encoding} Encoding */

/** What a reader of the demo should meet; the rest of its orders is drawn. */
/** @type {import('../support/orders.js').Case[]} */
const DEMO_CASES = [
  // Shown as 0.00 until the debit, worth 2,999.
  {
    payLater: true,
    outcome: 'stuck',
    ageDays: 5.2,
    items: [[11, 0, 1]],
    plainPrice: true,
    shownAsZero: true,
  },
  // Large and not yet shipped: it can still be held, until the promised time.
  { payLater: true, outcome: 'held', ageDays: 0.9, items: [[11, 1, 1]], plainPrice: true },
  { payLater: true, outcome: 'uncollected', ageDays: 58, items: [[12, 1, 1]] },
  { payLater: true, outcome: 'uncollected', ageDays: 24, items: [[9, 0, 1]] },
  { payLater: true, outcome: 'uncollected', ageDays: 16, items: [[4, 0, 1]] },
  {
    payLater: true,
    outcome: 'plain',
    ageDays: 20,
    items: [
      [1, 0, 1],
      [1, 1, 1],
    ],
  },
  { payLater: true, outcome: 'stuck', ageDays: 26, items: [[8, 0, 1]] },
  { payLater: true, outcome: 'refund-part', ageDays: 28, items: [[4, 1, 2]] },
  { payLater: true, outcome: 'refund-received', ageDays: 31, items: [[6, 0, 1]] },
  { payLater: true, outcome: 'refund-shipped', ageDays: 17, items: [[10, 0, 1]] },
  { payLater: true, outcome: 'refund-unshipped', ageDays: 12, items: [[0, 1, 1]] },
  { payLater: true, outcome: 'dispute', ageDays: 15, items: [[7, 1, 1]] },
  { payLater: true, outcome: 'cancelled', ageDays: 9 },
  { payLater: false, outcome: 'unpaid', ageDays: 0.2 },
  { payLater: false, outcome: 'unpaid', ageDays: 6 },
  { payLater: false, outcome: 'withdrawn', ageDays: 33 },
  { payLater: false, outcome: 'exchange', ageDays: 36 },
  { payLater: false, outcome: 'trial', ageDays: 40, items: [[2, 0, 1]] },
  {
    payLater: false,
    outcome: 'plain',
    ageDays: 22,
    items: [
      [13, 0, 1],
      [13, 1, 2],
    ],
    sellerNote: '客户说"不要发票"\n优先发, 谢谢',
  },
];

/** The first orders of each template's sample. */
/** @type {import('../support/orders.js').Case[]} */
const SAMPLE_CASES = [
  {
    payLater: true,
    outcome: 'plain',
    ageDays: 30,
    items: [
      [2, 0, 1],
      [2, 1, 2],
    ],
  },
  { payLater: true, outcome: 'held', ageDays: 0.5 },
  { payLater: true, outcome: 'stuck', ageDays: 7, buyerNote: '不要放驿站\n家里有人, 谢谢' },
  { payLater: false, outcome: 'refund-received', ageDays: 25 },
  { payLater: false, outcome: 'unpaid', ageDays: 4 },
];

/** Samples that are not UTF-8 without BOM, as some exports are not. */
/** @type {Readonly<Partial<Record<Template, Encoding>>>} */
const SAMPLE_ENCODINGS = {
  'pinduoduo-2023': 'utf8-bom',
  'pinduoduo-2026-short': 'gb18030',
  'kuaishou-61': 'gb18030',
};

const BILL_PERIOD = { start: '2026-05-01 00:00:00', end: '2026-07-19 23:59:59' };

/** @returns {Map<string, Buffer>} by path below fixtures/, with `/` between folders */
export function makeFixtures() {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  const pinduoduo = makeOrders({
    template: 'pinduoduo-2026-wide',
    rows: 60,
    seed: 20260720,
    payLaterShare: 0.4,
    end: '2026-07-20 10:09:23',
    prefix: 'shopA_',
    cases: DEMO_CASES,
  });
  const kuaishou = makeOrders({
    template: 'kuaishou-64',
    rows: 40,
    seed: 20260721,
    payLaterShare: 0.4,
    end: '2026-07-20 10:30:00',
    cases: DEMO_CASES.filter(({ outcome, shownAsZero }) => outcome !== 'trial' && !shownAsZero),
  });
  for (const demo of [pinduoduo, kuaishou]) {
    files.set(`demo/${demo.fileName}`, toBytes(demo, { encoding: 'utf8-bom' }));
  }
  // The bills and after-sales of the demo's own orders.
  for (const { platform, truth, end } of [
    { ...pinduoduo, platform: /** @type {const} */ ('pinduoduo') },
    { ...kuaishou, platform: /** @type {const} */ ('kuaishou') },
  ]) {
    const bill = makeBill({ platform, truth, ...BILL_PERIOD });
    files.set(`other/${bill.fileName}`, toBytes(bill, bill.layout));
    const afterSales = makeAfterSales({ platform, truth, end, notice: true });
    files.set(`other/${afterSales.fileName}`, toBytes(afterSales));
  }
  for (const [at, template] of TEMPLATES.entries()) {
    const sample = makeOrders({ template, rows: 10, seed: 100 + at, cases: SAMPLE_CASES });
    files.set(`formats/${template}.csv`, toBytes(sample, { encoding: SAMPLE_ENCODINGS[template] ?? 'utf8' }));
  }
  for (const [name, bytes] of makeDamaged()) files.set(`damaged/${name}`, bytes);
  return files;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../../fixtures/', import.meta.url));
  for (const [path, bytes] of makeFixtures()) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
