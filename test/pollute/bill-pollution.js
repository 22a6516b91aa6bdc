// Runs the bills' polluter over shops and kinds, counts what was noticed and what went wrong, and says whether it holds.

import { billWith, ONE_IN_A_HUNDRED } from './bill-damage.js';
import { damagedBy, KINDS } from './bill-kinds.js';
import { auditShop, falseAlarms, judge } from './bill-oracle.js';
import { makeShop } from './bill-shop.js';

/** @typedef {import('./bill-oracle.js').Audit} Audit */
/** @typedef {import('./bill-damage.js').Kind} Kind */
/**
 * Of one kind, platform and level. Orders that have paid and are called unpaid as proven are `silent` where the report
 * says nothing of the bill, and `told` where it says that something is amiss.
 * @typedef {object} Line
 * @property {string} kind
 * @property {string} platform
 * @property {'little' | 'much' | 'lossless' | 'harmless'} level
 * @property {number} cases
 * @property {number} noticed
 * @property {number} silent cases
 * @property {number} told cases
 * @property {number} wrong cases with a wrong sum
 */
/**
 * @typedef {object} Result
 * @property {readonly Line[]} lines
 * @property {number} clean complete bills audited
 * @property {number} alarms of these with a false alarm
 * @property {readonly number[]} seeds
 * @property {number} rows
 */
/**
 * @typedef {object} Wishes
 * @property {readonly number[]} seeds shops
 * @property {number} rows records of each shop's order export
 * @property {string} [only] a word of the kinds that are wanted
 * @property {(seed: number, kind: number) => boolean} [takes] whether a shop gets a kind; all of them without it
 * @property {boolean} [quick] of a kind that can lose little or much, much only
 * @property {(line: string) => void} [tell] is told of each case that fell
 */

/**
 * @param {Audit} audit
 * @param {string} folder scratch
 * @param {Wishes} wishes
 * @returns {Promise<Result>}
 */
export async function pollute(
  audit,
  folder,
  { seeds, rows, only = '', takes = () => true, quick = false, tell = () => {} },
) {
  /** @type {Map<string, Line>} */
  const lines = new Map();
  let clean = 0;
  let alarms = 0;
  for (const seed of seeds) {
    for (const platform of /** @type {const} */ (['pinduoduo', 'kuaishou'])) {
      const shop = makeShop(platform, seed, rows);
      const whole = await auditShop(audit, folder, shop, [billWith(shop, shop.bill.rows)]);
      const said = falseAlarms(shop, whole);
      clean++;
      if (said.length > 0) alarms++;
      for (const alarm of said) tell(`FALSE ALARM seed ${seed} ${platform}: ${alarm}`);
      if (whole.report === null) continue;
      for (const [at, kind] of KINDS.entries()) {
        if (!kind.platforms.includes(platform) || !kind.name.includes(only) || !takes(seed, at)) continue;
        for (const level of quick ? kind.levels.slice(-1) : kind.levels) {
          const damaged = damagedBy(kind, shop, level, seed);
          const { share } = damaged;
          const outcome = await auditShop(audit, folder, shop, damaged.files);
          const judged = judge(shop, whole, outcome, damaged);
          const much = share > ONE_IN_A_HUNDRED;
          const shown = kind.harmless ? 'harmless' : kind.lossless ? 'lossless' : much ? 'much' : 'little';
          count(lines, kind, platform, shown, judged);
          const place = `seed ${seed} ${platform} ${kind.name} ${(share * 100).toFixed(2)} %`;
          if (judged.accused.length > 0) {
            const how = judged.noticed ? `told (${judged.signs.join(' ')})` : 'SILENT';
            tell(
              `${how} ${place}: ${judged.accused.length} paid orders called unpaid, first ${judged.accused[0]}`,
            );
          }
          if (!judged.noticed && shown === 'much') tell(`UNNOTICED ${place}`);
          for (const wrong of judged.wrong.slice(0, 2)) tell(`WRONG ${place}: ${wrong}`);
        }
      }
    }
  }
  return { lines: [...lines.values()], clean, alarms, seeds, rows };
}

/** @type {(lines: Map<string, Line>, kind: Kind, platform: string, level: Line['level'], judged: import('./bill-oracle.js').Judged) => void} */
function count(lines, { name }, platform, level, { noticed, accused, wrong }) {
  const key = `${name} ${platform} ${level}`;
  const line = lines.get(key) ?? {
    kind: name,
    platform,
    level,
    cases: 0,
    noticed: 0,
    silent: 0,
    told: 0,
    wrong: 0,
  };
  lines.set(key, line);
  line.cases++;
  if (noticed) line.noticed++;
  if (accused.length > 0) line[noticed ? 'told' : 'silent']++;
  if (wrong.length > 0) line.wrong++;
}

/** A line that the audit must not produce. @param {Line} line */
function isBad({ level, cases, noticed, silent, wrong }) {
  if (wrong > 0) return true;
  if (level === 'little') return false;
  if (level === 'harmless' && noticed > 0) return true;
  return silent > 0 || (level === 'much' && noticed < cases);
}

/** @param {Result} result */
export const isMissed = ({ lines, alarms }) => alarms > 0 || lines.length === 0 || lines.some(isBad);

/** @param {Result} result */
export function tableOf({ lines, clean, alarms, seeds, rows }) {
  const head = ['kind', 'platform', 'rows lost', 'cases', 'noticed', 'silent', 'told', 'wrong sums', ''];
  const words = { little: 'up to 1 %', much: 'over 1 %', lossless: 'none', harmless: 'nothing' };
  const body = lines.map((line) => [
    line.kind,
    line.platform,
    words[line.level],
    String(line.cases),
    `${((line.noticed / line.cases) * 100).toFixed(1)} %`,
    String(line.silent),
    String(line.told),
    String(line.wrong),
    isBad(line) ? '<- missed' : '',
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...body].map((cells) => cells[i]?.length ?? 0)));
  const text = [head, ...body].map((cells) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const sums = (/** @type {Line['level']} */ level) => {
    const of = lines.filter((line) => line.level === level);
    const sum = (/** @type {'cases' | 'noticed' | 'silent' | 'told' | 'wrong'} */ key) =>
      of.reduce((n, line) => n + line[key], 0);
    return `${words[level].padEnd(10)} ${sum('cases')} cases, ${sum('noticed')} noticed, ${sum('silent')} silently called unpaid, ${sum('told')} called unpaid beside a warning, ${sum('wrong')} wrong sums`;
  };
  return [
    ...text,
    '',
    `seeds ${seeds[0]} to ${seeds.at(-1)}, ${rows} order records a shop`,
    `complete   ${clean} bills, ${alarms} false alarms`,
    .../** @type {const} */ (['lossless', 'little', 'much']).map(sums),
  ].join('\n');
}
