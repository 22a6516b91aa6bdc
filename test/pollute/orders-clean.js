// Clean order exports in every dress: none of them may raise an alarm.

import { toBytes } from '../support/exports.js';
import { makeBase } from './orders-base.js';
import { encodeBare, MARKS } from './orders-file.js';
import { ENCODINGS, PLATFORMS } from './orders-run.js';

/** @typedef {import('../support/bytes.js').Layout} Layout */
/** @typedef {import('./orders-run.js').Reader} Reader */

/** @type {readonly Layout[]} */
const LAYOUTS = [
  {},
  { lineEnd: '\n' },
  { lineEnd: '\r' },
  { delimiter: '\t' },
  { delimiter: ';' },
  { quote: 'all' },
  { trailingDelimiter: true },
  { sepLine: true },
  { finalLineEnd: false },
];

/**
 * Reads clean files of so many seeds, each in all encodings and one of the layouts.
 * @param {Reader} read
 * @param {number} seeds
 * @returns {Promise<{ files: number, alarms: string[] }>} what was told of them, with the file it was told of
 */
export async function cleanFalseAlarms(read, seeds) {
  /** @type {string[]} */
  const alarms = [];
  let files = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    for (const platform of PLATFORMS) {
      const base = makeBase(platform, seed, { wide: seed % 5 === 0 });
      for (const [n, encoding] of ENCODINGS.entries()) {
        const layout = LAYOUTS[(seed + n) % LAYOUTS.length] ?? {};
        const table = { header: base.header, rows: base.cells };
        // As the platform writes it, with its own forms of order numbers, or in another layout.
        const own = [base.header, ...base.raw].map((cells) => `${cells.join(',')}\r\n`).join('');
        const bytes =
          seed % 2 === 0
            ? Buffer.concat([MARKS[encoding], encodeBare(own, encoding)])
            : toBytes(table, { ...layout, encoding });
        files++;
        const { error, report, damaged } = await read(base, bytes);
        if (error !== null || report.problems.length > 0 || damaged) {
          const told = error?.code ?? report.problems.map(({ code, record }) => `${code} ${record}`).join();
          alarms.push(`${platform}/${seed}/${encoding} ${JSON.stringify(layout)}: ${told}`);
        }
      }
    }
  }
  return { files, alarms };
}
