// The collision budget: how many pairs of people agree in a weak key by accident, from the file's own frequencies.

/**
 * The expected number of accidental pairs for a key of several parts: E = N(N-1)/2 times, for each part, the chance that
 * two people agree in it, which is estimated without bias as the sum of c(c-1) over N(N-1), c being how often each value
 * occurs. `parts`: one column a part, one row a person, N rows in all. The parts must be independent of each other; an
 * estimate of the whole key in one would never be below 1/N, and forbid every file. 0 for fewer than two people.
 */
export function expectedAccidents(parts: readonly (readonly number[])[]): number {
  const people = parts[0]?.length ?? 0;
  const pairs = people * (people - 1);
  if (pairs === 0) return 0;
  return parts.reduce((product, column) => product * (agreeing(column) / pairs), pairs / 2);
}

/** Ordered pairs of rows with equal values. */
function agreeing(column: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of column) counts.set(value, (counts.get(value) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum += count * (count - 1);
  return sum;
}
