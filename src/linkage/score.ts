// How much a group of linked orders looks like a ring, as a sum of points from 0 to 100 that can be printed.

export interface ScorePart {
  readonly name: 'buyers' | 'open' | 'share' | 'time' | 'floor';
  readonly points: number;
}

/** What is known of a group. */
export interface GroupFacts {
  readonly buyers: number;
  readonly orders: number;
  readonly openOrders: number;
  /** Fen that are outstanding on its orders. */
  readonly openFen: number;
  /** Seconds from its first order to its last one; NaN when fewer than two have a time. */
  readonly spanSeconds: number;
  /** Three or more buyers share one strong key and have nothing but open pay-later orders, FLOOR_FEN or more of them. */
  readonly isWhollyOpen: boolean;
}

export interface Score {
  /** 0 to 100, the sum of the parts. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

/** The catalogue's floor (severities of clusters): 1,000 yuan on one strong key score 40 at least. */
export const FLOOR_FEN = 100_000;
export const FLOOR_BUYERS = 3;
const FLOOR_SCORE = 40;

/** [at least, points], highest first. */
type Steps = readonly (readonly [number, number])[];
const OPEN_FEN: Steps = [
  [1_000_000, 30],
  [300_000, 22],
  [100_000, 15],
];
/** [at most seconds, points], shortest first. */
const SPAN_SECONDS: Steps = [
  [3_600, 20],
  [86_400, 10],
  [7 * 86_400, 5],
];
const SHARE_POINTS = 25;

/**
 * The score of a group: its buyers (three 10, each further one 5, at most 25), the open yuan (from 1,000 15, from
 * 3,000 22, from 10,000 30), the share of its orders that are open (of 25), and the time within which all were placed
 * (60 minutes 20, a day 10, a week 5). The weights are a rule of thumb, measured on nothing; the floor is the
 * catalogue's. With nothing open the score is 0: nothing is left to lose.
 */
export function scoreOf(facts: GroupFacts): Score {
  if (facts.openOrders === 0) return { score: 0, parts: [] };
  const parts: ScorePart[] = [
    { name: 'buyers', points: facts.buyers < 3 ? 0 : Math.min(25, 10 + 5 * (facts.buyers - 3)) },
    { name: 'open', points: OPEN_FEN.find(([least]) => facts.openFen >= least)?.[1] ?? 0 },
    { name: 'share', points: Math.round((SHARE_POINTS * facts.openOrders) / facts.orders) },
    { name: 'time', points: SPAN_SECONDS.find(([most]) => facts.spanSeconds <= most)?.[1] ?? 0 },
  ];
  const sum = parts.reduce((total, { points }) => total + points, 0);
  if (!facts.isWhollyOpen || sum >= FLOOR_SCORE) return { score: sum, parts };
  return { score: FLOOR_SCORE, parts: [...parts, { name: 'floor', points: FLOOR_SCORE - sum }] };
}
