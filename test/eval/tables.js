// The scores of several shops as aligned tables: mean, least and most over the seeds.

import { addScores, f1, precision, recall } from './score.js';

/** @typedef {import('./score.js').Score} Score */
/** @typedef {(score: Score) => number} Figure */

/**
 * Cells below each other: the first column to the left, the others to the right.
 * @param {readonly (readonly string[])[]} rows the first one is the header
 * @returns {string[]} lines
 */
function aligned(rows) {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** @param {readonly number[]} values @param {number} digits */
function spread(values, digits) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean, Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits));
}

/** @param {number} count @param {Score} score */
const perTenThousand = (count, score) => (10_000 * count) / Math.max(1, score.clean);
/** @param {Score} score */
const splits = (score) => Object.values(score.rings).reduce((sum, { split }) => sum + split, 0);

/** @type {readonly (readonly [string, Figure, number])[]} */
const FIGURES = [
  ['F1, all clusters', ({ all }) => f1(all), 4],
  ['  precision', ({ all }) => precision(all), 4],
  ['  recall', ({ all }) => recall(all), 4],
  ['F1, alarms', ({ alarms }) => f1(alarms), 4],
  ['  precision', ({ alarms }) => precision(alarms), 4],
  ['  recall', ({ alarms }) => recall(alarms), 4],
  ["F1, alarms, without the floor's", ({ judged }) => f1(judged), 4],
  ['false clusters a 10,000 clean', (score) => perTenThousand(score.falseClusters, score), 1],
  ['false alarms a 10,000 clean', (score) => perTenThousand(score.falseAlarms, score), 1],
  ["  the floor's", (score) => perTenThousand(score.demanded, score), 1],
  ['rings in several clusters', splits, 1],
  ['clusters with two rings', ({ merged }) => merged, 1],
  ['clusters with bystanders', ({ swollen }) => swollen, 1],
];

/**
 * @param {readonly Score[]} scores one a seed
 * @returns {string[]} lines
 */
export function scoreTables(scores) {
  const all = addScores(scores);
  const figures = FIGURES.map(([name, figure, digits]) => [name, ...spread(scores.map(figure), digits)]);
  const rings = Object.entries(all.rings).map(([kind, { rings: count, whole, touched, split }]) => {
    /** @param {Score} score */
    const found = (score) => recall(score.rings[kind]?.pairs ?? { found: 0, claimed: 0, true: 0 });
    const alarmed = all.alarmedRings[kind];
    return [
      ...[kind, ...[count, whole, touched, split].map(String), ...spread(scores.map(found), 3)],
      alarmed === undefined ? '-' : recall(alarmed.pairs).toFixed(3),
    ];
  });
  const decoys = Object.entries(all.decoys).map(([kind, { groups, clusters, alarms }]) => [
    kind,
    ...[groups, clusters, alarms].map(String),
    ...[clusters, alarms].map((count) => perTenThousand(count, all).toFixed(1)),
  ]);
  return [
    ...aligned([['over the seeds', 'mean', 'least', 'most'], ...figures]),
    '',
    ...aligned([
      ['ring', 'rings', 'whole', 'found', 'split', 'recall', 'least', 'most', 'of alarms'],
      ...rings,
    ]),
    '',
    ...aligned([['false, made of', 'groups', 'clusters', 'alarms', 'a 10,000', 'alarms'], ...decoys]),
  ];
}

/**
 * What is flagged where nothing was planted, rule by rule, the most frequent first.
 * @param {import('./budget.js').Budget} budget of all shops together
 * @returns {string[]}
 */
export function budgetTable({ payLater, any, rules }) {
  /** @param {string} name @param {import('./budget.js').Counts} counts */
  const line = (name, { medium, high }) => [
    name,
    ...[medium, high].flatMap((orders) => [String(orders), ((1000 * orders) / payLater).toFixed(1)]),
  ];
  const flagged = Object.entries(rules)
    .filter(([, { medium }]) => medium > 0)
    .sort(([, a], [, b]) => b.medium - a.medium);
  return aligned([
    ['flagged, of pay-later orders', 'medium', 'in 1,000', 'high', 'in 1,000'],
    line('all but plain lateness and size', any),
    ...flagged.map(([id, counts]) => line(`  ${id}`, counts)),
  ]);
}

/**
 * How many cases of each typology carry its code, kind by kind, and which other orders do.
 * @param {import('./typologies.js').TypologyScore} score of all shops together
 * @returns {string[]}
 */
export function typologyTable({ codes, kinds, others, payLater }) {
  /** @param {string} name @param {import('./typologies.js').Carried} counts @param {string[]} more */
  const line = (name, { cases, carried }, ...more) => [
    name,
    ...[String(cases), String(carried), (carried / cases).toFixed(3), ...more],
  ];
  return aligned([
    ['typology', 'cases', 'carry it', 'share', 'other orders', 'in 1,000'],
    ...Object.entries(codes).flatMap(([code, counts]) => {
      const other = others[code] ?? 0;
      const own = Object.entries(kinds).filter(([name]) => name.startsWith(`${code} `));
      return [
        line(code, counts, String(other), ((1000 * other) / payLater).toFixed(1)),
        ...own.map(([name, kind]) => line(`  ${name.slice(code.length + 1)}`, kind)),
      ];
    }),
  ]);
}

/**
 * One line a setting.
 * @param {readonly { name: string, score: Score | null }[]} lines null: the program refuses the value
 * @returns {string[]}
 */
export function thresholdTable(lines) {
  const rows = lines.map(({ name, score }) => {
    if (score === null) return [name, 'out of range'];
    const { all, alarms, falseClusters, falseAlarms } = score;
    const figures = [f1(all), f1(alarms), precision(alarms), recall(alarms)].map((value) => value.toFixed(4));
    const quiet = Object.entries(score.decoys).filter(([, decoy]) => decoy.alarms > 0);
    const kinds = quiet.map(([kind, decoy]) => `${kind} ${decoy.alarms}`).join(', ');
    return [name, ...figures, String(falseClusters), String(falseAlarms), kinds];
  });
  const header = ['setting', 'F1 all', 'F1 alarms', 'precision', 'recall', 'false', 'alarms', 'from'];
  return aligned([header, ...rows]);
}
