// Writes src/rules/public-holidays.ts: China's public holidays as published, year by year, from the list of chinese-days.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { licenceComment } from './licence.js';

const ROOT = join(import.meta.dirname, '..', '..');
const require = createRequire(import.meta.url);
const LIST = require.resolve('chinese-days/dist/chinese-days.json');
export const HOLIDAYS_PATH = join(ROOT, 'src', 'rules', 'public-holidays.ts');

/**
 * The days of the list, ascending, as `2026-01-01`. The list is read as text: the functions of the package count in the
 * time zone of the host and give other days west of Greenwich.
 * @returns {string[]}
 */
export function listedDays() {
  const { holidays } = JSON.parse(readFileSync(LIST, 'utf8'));
  return Object.keys(holidays).sort();
}

/**
 * `2026: 01-01+3 02-15+9` for each year: a first day and how many days it goes on.
 * @returns {string[]}
 */
function years() {
  /** @type {Map<string, { first: string, last: number, days: number }[]>} */
  const spans = new Map();
  for (const text of listedDays()) {
    const day = Date.parse(`${text}T00:00:00Z`) / 86_400_000;
    const year = text.slice(0, 4);
    const known = spans.get(year) ?? [];
    spans.set(year, known);
    const before = known.at(-1);
    if (before?.last === day - 1) Object.assign(before, { last: day, days: before.days + 1 });
    else known.push({ first: text.slice(5), last: day, days: 1 });
  }
  return [...spans].map(
    ([year, known]) => `${year}: ${known.map(({ first, days }) => `${first}+${days}`).join(' ')}`,
  );
}

/** The whole text of the source file. */
export function holidaysSource() {
  return `// China's public holidays, year by year: \`年: 月-日+天数\`, made by \`npm run holidays\`, not by hand.
//
// Taken from the list of chinese-days 1.5.7, whose licence is:
//
${licenceComment(join(dirname(LIST), '..', 'LICENSE'))}

/** Packed, for they are read only where a rule asks; a year is in the list once its holidays are published. */
export const PUBLIC_HOLIDAYS: readonly string[] = [
${years()
  .map((line) => `  '${line}',`)
  .join('\n')}
];
`;
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(HOLIDAYS_PATH, holidaysSource());
