// Writes the exports and bills under fixtures/cases/ anew, the same each time: node test/scripts/make-cases.js

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { kuaishouAfterSales, pinduoduoAfterSales } from '../support/cases-after-sales.js';
import { withoutSettlement, withSettlement } from '../support/cases-kuaishou.js';
import { flag2026, full2023, repeatedTotals, short2026, wide2020 } from '../support/cases-pinduoduo.js';
import {
  backDated,
  billOfAnotherShop,
  billWithHeaderOnly,
  filteredExport,
  gapOverDueDate,
  promisedLater,
} from '../support/cases-proof.js';

const CASES = [
  ...[wide2020, full2023, short2026, flag2026, gapOverDueDate, billOfAnotherShop, billWithHeaderOnly],
  ...[backDated, promisedLater, filteredExport, withSettlement, withoutSettlement, repeatedTotals],
  ...[pinduoduoAfterSales, kuaishouAfterSales],
];

/** @returns {Map<string, Buffer>} by path below fixtures/cases/, with `/` between folders */
export function makeCases() {
  return new Map(CASES.flatMap((make) => [...make()]));
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../../fixtures/cases/', import.meta.url));
  for (const [path, bytes] of makeCases()) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
