// How surprising a share is: tails and bounds of counts, for groups too small for a plain ratio to mean anything.

/** Shares of fewer are not compared with each other: their bounds say nothing. */
export const FEWEST_COMPARED = 20;
/** 95 % on both sides. */
const Z = 1.959964;

/** Wilson's bounds of a share, 0 to 1: of `hits` among `trials`; 0 and 1 without trials. */
export function wilson(hits: number, trials: number): { readonly lower: number; readonly upper: number } {
  if (trials === 0) return { lower: 0, upper: 1 };
  const share = hits / trials;
  const weight = 1 + (Z * Z) / trials;
  const middle = share + (Z * Z) / (2 * trials);
  const half = Z * Math.sqrt((share * (1 - share)) / trials + (Z * Z) / (4 * trials * trials));
  return { lower: Math.max(0, (middle - half) / weight), upper: Math.min(1, (middle + half) / weight) };
}

/**
 * The chance of at least `hits` hits in `trials` independent trials that each hit with `share`. Time: linear in the
 * trials; for thousands of them the terms that count for nothing are left out.
 */
export function chanceOfAtLeast(hits: number, trials: number, share: number): number {
  if (hits <= 0 || share >= 1) return 1;
  if (hits > trials || share <= 0) return 0;
  const odds = Math.log(share) - Math.log1p(-share);
  let term = logChoose(trials, hits) + hits * Math.log(share) + (trials - hits) * Math.log1p(-share);
  let sum = 0;
  for (let k = hits; k <= trials; k++) {
    sum += Math.exp(term);
    if (term < -745 && k > trials * share) break;
    term += Math.log((trials - k) / (k + 1)) + odds;
  }
  return Math.min(1, sum);
}

function logChoose(n: number, k: number): number {
  let sum = 0;
  const few = Math.min(k, n - k);
  for (let i = 1; i <= few; i++) sum += Math.log((n - few + i) / i);
  return sum;
}

/**
 * The chance of at least `count` events where `mean` are expected, a number above 0, and their variance is `dispersion`
 * times that: negative binomial, or Poisson at 1 and below. Time: linear in `count`.
 */
export function chanceOfCount(count: number, mean: number, dispersion: number): number {
  if (count <= 0) return 1;
  const isPoisson = dispersion <= 1 + 1e-9;
  const r = isPoisson ? 0 : mean / (dispersion - 1);
  const factor = isPoisson ? mean : (dispersion - 1) / dispersion;
  // Each term follows from the one before.
  const ratio = (k: number) => ((isPoisson ? 1 : k + r) * factor) / (k + 1);
  let term = isPoisson ? -mean : -r * Math.log(dispersion);
  for (let k = 0; k < count; k++) term += Math.log(ratio(k));
  let sum = 0;
  for (let k = count, share = Math.exp(term); share > sum * 1e-15; k++) {
    sum += share;
    share *= ratio(k);
  }
  return Math.min(1, sum);
}
