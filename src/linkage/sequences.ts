// Phones and names that were made one after the other: weak signs, told only of people whom other links hold together.

/** Neighbours of a run of phones differ by at most this, those of a run of names by at most the other. */
const MOST_BETWEEN_PHONES = 5;
const MOST_BETWEEN_COUNTERS = 10;
const FEWEST = 3;
const MOBILE = /^1[3-9]\d{9}$/;
/** A base without a mask that does not end in a figure, and a counter; longer ones are phones and account numbers. */
const COUNTED = /^([^*]*[^*\d])(\d{1,9})$/u;

/**
 * Runs of three or more distinct mobile numbers of which neighbours differ by at most 5, each ascending, in ascending
 * order of their first numbers. Eleven digits and nothing else: extensions of one base are handed out by a platform,
 * masked numbers and landlines tell no neighbours. Time: sorting.
 *
 * Numbers bought in one go lie side by side. Of some four thousand million numbers in use two are such neighbours by
 * chance once in 400 million pairs: never within a group, but 100,000 buyers have a dozen such pairs, which therefore
 * link nobody by themselves.
 */
export function sequentialPhones(phones: readonly string[]): string[][] {
  const sorted = [...new Set(phones)].filter((phone) => MOBILE.test(phone)).sort();
  const runs: string[][] = [];
  for (const phone of sorted) {
    const run = runs.at(-1);
    if (run === undefined || Number(phone) - Number(run.at(-1)) > MOST_BETWEEN_PHONES) runs.push([phone]);
    else run.push(phone);
  }
  return runs.filter((run) => run.length >= FEWEST);
}

interface Counted {
  readonly name: string;
  readonly digits: string;
}

/**
 * Runs of three or more distinct names that are one base and a counter (user001, user002; 小草8, 小草9, 小草10), neighbours at
 * most 10 apart; each ascending by its counters, in ascending order of their first names. Counters of a run have the
 * same width, or grow by a figure where one is full (9 and 10, but neither 9 and 010 nor 09 and 100). Full-width and
 * capital letters are small ones here, and what is returned is as given. Time: sorting.
 */
export function sequentialNames(names: readonly string[]): string[][] {
  const byBase = new Map<string, Counted[]>();
  for (const name of new Set(names)) {
    const parts = COUNTED.exec(name.normalize('NFKC').trim().toLowerCase());
    if (parts === null) continue;
    const base = parts[1]!.trim();
    if (base === '') continue;
    const known = byBase.get(base) ?? [];
    byBase.set(base, known);
    known.push({ name, digits: parts[2]! });
  }
  const runs = [...byBase.values()].flatMap(runsOf).filter((run) => run.length >= FEWEST);
  return runs.sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}

/** The runs of one base: those of each width, joined where a counter outgrows its width. */
function runsOf(all: readonly Counted[]): string[][] {
  // One counter written twice (full-width, capitals) is one: the first in order of code units stands for it.
  const distinct = new Map<string, Counted>();
  for (const one of all.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    if (!distinct.has(one.digits)) distinct.set(one.digits, one);
  const sorted = [...distinct.values()].sort(
    (a, b) => a.digits.length - b.digits.length || Number(a.digits) - Number(b.digits),
  );
  const runs: Counted[][] = [];
  for (const one of sorted) {
    const last = runs.at(-1);
    const run = mayGrow(one)
      ? runs.find((known) => follows(known.at(-1)!, one))
      : last && follows(last.at(-1)!, one)
        ? last
        : undefined;
    if (run === undefined) runs.push([one]);
    else run.push(one);
  }
  return runs.map((run) => run.map(({ name }) => name));
}

function follows(before: Counted, next: Counted): boolean {
  const [a, b] = [Number(before.digits), Number(next.digits)];
  if (b <= a || b - a > MOST_BETWEEN_COUNTERS) return false;
  const grows = next.digits.length - before.digits.length;
  return grows === 0 || (grows === 1 && isPlain(before.digits) && isPlain(next.digits));
}

/** One of the few counters of a width that a narrower one may have grown to. */
function mayGrow({ digits }: Counted): boolean {
  return isPlain(digits) && Number(digits) < 10 ** (digits.length - 1) + MOST_BETWEEN_COUNTERS;
}

/** Without leading zeros. */
function isPlain(digits: string): boolean {
  return digits === '0' || !digits.startsWith('0');
}
