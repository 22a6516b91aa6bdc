// How many buyers remain when those whom one 拼团 brought together count for one.

/**
 * How many of the buyers share no 拼团 with each other; `joined` holds those of each buyer, none for who bought alone.
 * Two 拼团 are not joined by a buyer of both: those of fewest are counted first, and such a buyer only where nobody of
 * any of them is counted yet.
 */
export function independentBuyers(joined: readonly ReadonlySet<number>[]): number {
  const taken = new Set<number>();
  let count = 0;
  for (const groups of joined.toSorted((a, b) => a.size - b.size)) {
    if ([...groups].some((group) => taken.has(group))) continue;
    for (const group of groups) taken.add(group);
    count++;
  }
  return count;
}
