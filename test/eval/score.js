// Compares the clusters of an audit with what is true of a shop: pair by pair, ring by ring, decoy by decoy.

/** @typedef {import('./shop.js').ShopTruth} ShopTruth */
/** @typedef {{ orderIds: readonly string[], severity: string, scoreParts: readonly { readonly name: string }[] }} Cluster as the report has it */
/**
 * Counts of pairs of pay-later orders; they can be added up over shops.
 * @typedef {{ found: number, claimed: number, true: number }} Pairs `found` are those that are both
 */
/** @typedef {{ rings: number, whole: number, touched: number, split: number, pairs: Pairs }} RingFigures */
/** @typedef {{ groups: number, clusters: number, alarms: number }} DecoyFigures */
/**
 * @typedef {object} Score
 * @property {Pairs} all over all clusters
 * @property {Pairs} alarms over clusters of medium severity and above, and rings with 1,000 yuan open
 * @property {Pairs} judged the same without false alarms that the catalogue's floor demands, see `isDemanded`
 * @property {Record<string, RingFigures>} rings by kind; pairs over all clusters
 * @property {Record<string, RingFigures>} alarmedRings the same over the alarms
 * @property {Record<string, DecoyFigures>} decoys false clusters and false alarms, by what they are made of
 * @property {number} clean pay-later orders that are in no ring
 * @property {number} clusters
 * @property {number} falseClusters none of their pairs is of one ring
 * @property {number} falseAlarms those of medium severity and above
 * @property {number} demanded those of them that the catalogue's floor demands
 * @property {number} merged clusters with two rings
 * @property {number} swollen clusters with a ring and bystanders
 */

/** From here a cluster is an alarm. */
const ALARMS = new Set(['medium', 'high', 'critical']);
/** Rings with less open need not be alarmed of: signals.md, the floor of cluster scores. */
const ALARM_FEN = 100_000;
/** What a false cluster is made of, where no decoy has two of its orders. */
export const NO_DECOY = 'ordinary customers';

/** @param {number} count */
const pairsOf = (count) => (count * (count - 1)) / 2;

/** @param {Pairs} pairs @returns {number} 1 where nothing is claimed */
export const precision = ({ found, claimed }) => (claimed === 0 ? 1 : found / claimed);
/** @param {Pairs} pairs @returns {number} 1 where there is nothing to find */
export const recall = (pairs) => (pairs.true === 0 ? 1 : pairs.found / pairs.true);
/** @param {Pairs} pairs @returns {number} */
export const f1 = (pairs) =>
  pairs.claimed + pairs.true === 0 ? 1 : (2 * pairs.found) / (pairs.claimed + pairs.true);

/**
 * @template K
 * @param {Iterable<K | undefined>} keys
 * @returns {Map<K, number>}
 */
function tally(keys) {
  /** @type {Map<K, number>} */
  const counts = new Map();
  for (const key of keys) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/**
 * @param {ShopTruth} truth
 * @param {readonly Cluster[]} clusters no order in two of them
 * @param {boolean} hasBill whether the audit could tell settled orders from open ones
 * @returns {Score}
 */
export function scoreClusters(truth, clusters, hasBill) {
  const openFen = truth.rings.map(({ openFen: owed, unprovenFen }) => (hasBill ? owed : unprovenFen));
  const isLarge = openFen.map((fen) => fen >= ALARM_FEN);
  const sizes = tally(truth.ringOf.values());
  /** @type {Score} */
  const score = {
    ...{ all: noPairs(), alarms: noPairs(), judged: noPairs(), rings: {}, alarmedRings: {}, decoys: {} },
    ...{ clean: truth.payLater.size - truth.ringOf.size, clusters: 0, falseClusters: 0, falseAlarms: 0 },
    ...{ demanded: 0, merged: 0, swollen: 0 },
  };
  for (const { kind } of truth.groups) decoyOf(score, kind).groups += 1;
  /** @type {{ alarm: boolean, inRings: Map<number, number> }[]} */
  const seen = [];
  for (const cluster of clusters) {
    const { orderIds, severity } = cluster;
    const orders = orderIds.filter((id) => truth.payLater.has(id));
    if (orders.length < 2) continue;
    const alarm = ALARMS.has(severity);
    const inRings = tally(orders.map((id) => truth.ringOf.get(id)));
    seen.push({ alarm, inRings });
    score.clusters += 1;
    score.all.claimed += pairsOf(orders.length);
    if (alarm) score.alarms.claimed += pairsOf(orders.length);
    for (const [ring, count] of inRings) {
      // What is claimed of a small ring is neither wanted of an alarm nor wrong.
      if (alarm && isLarge[ring] !== true) score.alarms.claimed -= pairsOf(count);
    }
    if ([...inRings.values()].every((count) => count < 2)) {
      score.falseClusters += 1;
      const decoy = decoyOf(score, madeOf(truth, orders));
      decoy.clusters += 1;
      if (!alarm) continue;
      score.falseAlarms += 1;
      decoy.alarms += 1;
      if (!isDemanded(cluster)) continue;
      score.demanded += 1;
      score.judged.claimed -= pairsOf(orders.length);
    } else {
      const members = [...inRings.values()].reduce((sum, count) => sum + count, 0);
      if (inRings.size > 1) score.merged += 1;
      if (members < orders.length) score.swollen += 1;
    }
  }
  for (const [ring, { kind }] of truth.rings.entries()) {
    const size = sizes.get(ring) ?? 0;
    addRing(ringOf(score.rings, kind), score.all, ring, size, seen);
    if (isLarge[ring] === true) {
      const alarmed = seen.filter(({ alarm }) => alarm);
      addRing(ringOf(score.alarmedRings, kind), score.alarms, ring, size, alarmed);
    }
  }
  score.judged.claimed += score.alarms.claimed;
  score.judged.found = score.alarms.found;
  score.judged.true = score.alarms.true;
  return score;
}

/**
 * True where nothing but the floor makes an alarm: three or more people on one phone or in one room, all of whose
 * pay-later orders are open, together 1,000 yuan or more. signals.md asks for it whatever else is known, so that the
 * presents of one sender and the flat-share in which nobody has paid yet are alarms as well.
 * @param {Cluster} cluster
 */
const isDemanded = ({ severity, scoreParts }) =>
  severity === 'medium' && scoreParts.some(({ name }) => name === 'floor');

/** @returns {Pairs} */
const noPairs = () => ({ found: 0, claimed: 0, true: 0 });

/** @type {(figures: RingFigures, total: Pairs, ring: number, size: number, seen: readonly { inRings: Map<number, number> }[]) => void} */
function addRing(figures, total, ring, size, seen) {
  const pieces = seen.map(({ inRings }) => inRings.get(ring) ?? 0).filter((count) => count >= 2);
  const found = pieces.reduce((sum, count) => sum + pairsOf(count), 0);
  figures.rings += 1;
  if (pieces.some((count) => count === size)) figures.whole += 1;
  if (pieces.length > 0) figures.touched += 1;
  if (pieces.length > 1) figures.split += 1;
  for (const pairs of [figures.pairs, total]) {
    pairs.found += found;
    pairs.true += pairsOf(size);
  }
  figures.pairs.claimed += found;
}

/** @type {(rings: Score['rings'], kind: string) => RingFigures} */
function ringOf(rings, kind) {
  rings[kind] ??= { rings: 0, whole: 0, touched: 0, split: 0, pairs: noPairs() };
  return rings[kind];
}

/** @type {(score: Score, kind: string) => DecoyFigures} */
function decoyOf(score, kind) {
  score.decoys[kind] ??= { groups: 0, clusters: 0, alarms: 0 };
  return score.decoys[kind];
}

/**
 * The decoy that has most of the orders, at least two; else the kind of note that all of them have.
 * @type {(truth: ShopTruth, orders: readonly string[]) => string}
 */
function madeOf(truth, orders) {
  const groups = tally(orders.map((id) => truth.groupOf.get(id)));
  const [most] = [...groups].sort(([, a], [, b]) => b - a);
  if (most !== undefined && most[1] >= 2) return truth.groups[most[0]]?.kind ?? NO_DECOY;
  const notes = tally(orders.map((id) => truth.noteOf.get(id)));
  const [note] = [...notes].filter(([, count]) => count === orders.length);
  return note?.[0] ?? NO_DECOY;
}

/**
 * The figures of several shops together.
 * @template {object} T
 * @param {readonly T[]} scores at least one
 * @returns {T}
 */
export function addScores(scores) {
  return scores.map((score) => structuredClone(score)).reduce((sum, score) => added(sum, score));
}

/**
 * Sums of numbers, name by name, however deep.
 * @template {object} T
 * @param {T} sum changed
 * @param {T} more
 * @returns {T}
 */
function added(sum, more) {
  const into = /** @type {Record<string, unknown>} */ (sum);
  for (const [name, value] of Object.entries(more)) {
    const held = into[name];
    if (typeof value === 'number') into[name] = (typeof held === 'number' ? held : 0) + value;
    else into[name] = held === undefined ? value : added(/** @type {object} */ (held), value);
  }
  return sum;
}
