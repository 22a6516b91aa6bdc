// The median of numbers.

/** Of numbers that are sorted already; of an even count the mean of the middle two, NaN of none. */
export function medianOf(sorted: ArrayLike<number>): number {
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
