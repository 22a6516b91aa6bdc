// Which days the bills cover: stated periods, or the days of their rows, joined, without the gaps.

/** Days from `from` to `to`, both included; day numbers. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** A run of days without a row is only a gap when it is longer than this … */
const GAP_DAYS = 3;
/** … and than so many times the file's longest other run: a small shop has no sale on many days. */
const GAP_FACTOR = 2;

/**
 * The days that a bill without a stated period covers: from its first row to its last, without its gaps.
 * `days` are the distinct days with a row, ascending.
 */
export function periodsOfRows(days: readonly number[]): Period[] {
  const runs: { before: number; length: number }[] = [];
  for (let i = 1; i < days.length; i++) {
    const length = days[i]! - days[i - 1]! - 1;
    if (length > 0) runs.push({ before: i, length });
  }
  const isGap = (run: { length: number }) => {
    const others = runs.filter((other) => other !== run).map(({ length }) => length);
    return run.length > GAP_DAYS && run.length > GAP_FACTOR * Math.max(0, ...others);
  };
  const starts = runs.filter(isGap).map(({ before }) => before);
  const bounds = [0, ...starts, days.length];
  return bounds
    .slice(0, -1)
    .map((start, i) => ({ from: days[start]!, to: days[bounds[i + 1]! - 1]! }))
    .filter(({ from }) => from !== undefined);
}

const DAY = 86_400;
const MINUTE = 60;

/** From one moment to another, both included; civil seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The whole days that spans of time hold. Spans that overlap or follow each other within a minute are one; what of them
 * begins within the first minute of a day or later than 23:58:59 holds that day, everything else leaves it out.
 */
export function wholeDays(spans: readonly Span[]): Period[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to + MINUTE) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      joined.push(span);
    }
  }
  return joined
    .map(({ from, to }) => ({
      from: Math.floor((from - MINUTE) / DAY) + 1,
      to: Math.floor((to + MINUTE) / DAY) - 1,
    }))
    .filter(({ from, to }) => from <= to);
}

/** Periods in order, those that overlap or touch as one. */
export function joinPeriods(periods: readonly Period[]): Period[] {
  const joined: Period[] = [];
  for (const period of [...periods].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last !== undefined && period.from <= last.to + 1) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, period.to) };
    } else {
      joined.push(period);
    }
  }
  return joined;
}

/** The days that both hold; each of them joined already, and so is the answer. */
export function commonPeriods(a: readonly Period[], b: readonly Period[]): Period[] {
  return a.flatMap(({ from, to }) =>
    b
      .filter((other) => other.from <= to && other.to >= from)
      .map((other) => ({ from: Math.max(from, other.from), to: Math.min(to, other.to) })),
  );
}

/** The part of the periods up to a day, that day included; all of them where the day is not known (NaN). */
export function upToDay(periods: readonly Period[], day: number): Period[] {
  return periods
    .filter(({ from }) => !(from > day))
    .map(({ from, to }) => ({ from, to: to > day ? day : to }));
}

/** True when one of the joined periods holds all days from `from` to `to`. */
export function covers(joined: readonly Period[], from: number, to: number): boolean {
  return joined.some((period) => period.from <= from && to <= period.to);
}
