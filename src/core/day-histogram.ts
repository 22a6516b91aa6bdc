// How many event times fall on each day: finds the latest believable one without keeping the times.

/** 1900-01-01 and the day behind 2999-12-31 as day numbers: every time that is ever read lies between. */
const FIRST_DAY = -25_567;
const DAYS = 376_200 - FIRST_DAY;
const SECONDS_PER_DAY = 86_400;

/** A latest time more than this many days after the 99.9th percentile is taken for a typing error. */
const FAR_AHEAD_DAYS = 31;

/** With fewer events than this the percentile is the latest event itself, and nothing is doubted. */
const FEWEST_TO_DOUBT = 100;

export interface LatestEvent {
  /** The latest believable event time, civil seconds. */
  readonly seconds: number;
  /** How many event times lie further ahead than is believable. */
  readonly beyond: number;
}

export class DayHistogram {
  readonly #counts = new Uint32Array(DAYS);
  /** The latest second of each day that holds an event. */
  readonly #latest = new Uint32Array(DAYS);
  #total = 0;

  /** Counts an event; civil seconds of the years 1900 to 2999. */
  add(seconds: number): void {
    const day = Math.floor(seconds / SECONDS_PER_DAY);
    const i = day - FIRST_DAY;
    this.#counts[i]!++;
    this.#total++;
    const second = seconds - day * SECONDS_PER_DAY;
    if (second > this.#latest[i]!) this.#latest[i] = second;
  }

  /**
   * The latest event time that is believable; null without any event. A time is not believed when its day lies more
   * than 31 days after the one of the 99.9th percentile (of fewer than 100 events every one is believed).
   */
  latest(): LatestEvent | null {
    if (this.#total === 0) return null;
    const rank = this.#total < FEWEST_TO_DOUBT ? this.#total : Math.floor(this.#total * 0.999);
    let seen = 0;
    let percentile = Number.POSITIVE_INFINITY;
    let last = 0;
    let beyond = 0;
    // A loop, not a callback: there are 400,000 days, and nearly all are empty.
    for (let i = 0; i < DAYS; i++) {
      const n = this.#counts[i]!;
      if (n === 0) continue;
      seen += n;
      if (i > percentile + FAR_AHEAD_DAYS) beyond += n;
      else last = i;
      if (seen >= rank && percentile > i) percentile = i;
    }
    return { seconds: (last + FIRST_DAY) * SECONDS_PER_DAY + this.#latest[last]!, beyond };
  }

  /** The day number of the earliest event; NaN without any. */
  earliestDay(): number {
    if (this.#total === 0) return Number.NaN;
    let i = 0;
    while (this.#counts[i] === 0) i++;
    return i + FIRST_DAY;
  }
}
