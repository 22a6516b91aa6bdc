// How much a group of linked orders looks like a ring, as a sum of points from 0 to 100 that can be printed.

import { chanceOfAtLeast, wilson } from '../core/binomial.js';

export const SCORE_PARTS = [
  'buyers',
  'open',
  'unpaid',
  'time',
  'item',
  'waybill',
  'first',
  'kinds',
  'floor',
] as const;

export interface ScorePart {
  readonly name: (typeof SCORE_PARTS)[number];
  readonly points: number;
}

/** So many of so many. */
export interface Share {
  readonly of: number;
  readonly hits: number;
}

/** What is known of a group, and of the other pay-later orders of its shop. */
export interface GroupFacts {
  readonly buyers: number;
  readonly openOrders: number;
  /** Fen that are outstanding on its orders. */
  readonly openFen: number;
  /** Of the orders that are past due those with something open: of the group, and of the rest of the shop. */
  readonly due: Share;
  readonly dueElsewhere: Share;
  /** Of the orders those that are the first of their buyer in the files. */
  readonly first: Share;
  readonly firstElsewhere: Share;
  /** Seconds from its first order to its last one; NaN when fewer than two have a time. */
  readonly spanSeconds: number;
  /** One product carries it: see `itemOf`. */
  readonly isOneItem: boolean;
  /** Buyers of it are in one parcel. */
  readonly isOneParcel: boolean;
  /** Kinds of links that hold it together. */
  readonly kinds: number;
  /**
   * Three or more buyers share one strong key, or are joined by strong keys of two kinds (CL11 asks for either), and have
   * nothing but open pay-later orders, FLOOR_FEN or more of them.
   */
  readonly isWhollyOpen: boolean;
}

export interface Score {
  /** 0 to 100, the sum of the parts. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

/** The catalogue's floor (severities of clusters): 1,000 yuan on one strong key, or on two kinds of them, score 40 at least. */
export const FLOOR_FEN = 100_000;
export const FLOOR_BUYERS = 3;
const FLOOR_SCORE = 40;

/** [at least, points], highest first. */
type Steps = readonly (readonly [number, number])[];
const OPEN_FEN: Steps = [
  [1_000_000, 20],
  [300_000, 16],
  [100_000, 10],
  [30_000, 4],
];
/** [at most seconds, points], shortest first. */
const SPAN_SECONDS: Steps = [
  [3_600, 15],
  [86_400, 8],
  [7 * 86_400, 4],
];
/** [chance below, points]: how seldom as many as that would be unpaid if the group were any buyers of this shop. */
const UNPAID: Steps = [
  [0.001, 20],
  [0.01, 14],
  [0.05, 7],
];
const FIRST_CHANCE = 0.05;
const FIRST_POINTS = 4;
const [ITEM_POINTS, WAYBILL_POINTS, KIND_POINTS, MOST_KIND_POINTS] = [8, 7, 3, 6];
const [BUYER_POINTS, FURTHER_POINTS, MOST_BUYER_POINTS] = [12, 2, 20];

/**
 * The score of a group, at most 100:
 * - buyers (20): three 12, each further one 2;
 * - open yuan (20): from 300 4, from 1,000 10, from 3,000 16, from 10,000 20;
 * - unpaid (20): how surprising it is that so many of its past due orders are open, against the rest of
 *   the shop: a chance below 5 % 7, below 1 % 14, below 0.1 % 20. Parcels on their way are always open and say
 *   nothing; where no bill tells what came in, everything is open everywhere, and nothing is surprising;
 * - time (15): all placed within an hour 15, a day 8, a week 4;
 * - item (8), one parcel (7), only first orders where the shop has regulars (4), a second kind of link 3, a third 6.
 * The weights are a rule of thumb: half of them say how much is at stake, half how little it looks like chance; the
 * floor is the catalogue's and holds whatever they are. With nothing open the score is 0: nothing is left to lose.
 */
export function scoreOf(facts: GroupFacts): Score {
  if (facts.openOrders === 0) return { score: 0, parts: [] };
  const { buyers, openFen, spanSeconds, kinds } = facts;
  const unpaid = surprise(facts.due, facts.dueElsewhere);
  const first = surprise(facts.first, facts.firstElsewhere);
  const all: ScorePart[] = [
    {
      name: 'buyers',
      points: buyers < 3 ? 0 : Math.min(MOST_BUYER_POINTS, BUYER_POINTS + FURTHER_POINTS * (buyers - 3)),
    },
    { name: 'open', points: OPEN_FEN.find(([least]) => openFen >= least)?.[1] ?? 0 },
    { name: 'unpaid', points: UNPAID.find(([below]) => unpaid < below)?.[1] ?? 0 },
    { name: 'time', points: SPAN_SECONDS.find(([most]) => spanSeconds <= most)?.[1] ?? 0 },
    { name: 'item', points: facts.isOneItem ? ITEM_POINTS : 0 },
    { name: 'waybill', points: facts.isOneParcel ? WAYBILL_POINTS : 0 },
    { name: 'first', points: first < FIRST_CHANCE ? FIRST_POINTS : 0 },
    { name: 'kinds', points: Math.min(MOST_KIND_POINTS, KIND_POINTS * Math.max(0, kinds - 1)) },
  ];
  const parts = all.filter(({ points }) => points > 0);
  const sum = parts.reduce((total, { points }) => total + points, 0);
  if (!facts.isWhollyOpen || sum >= FLOOR_SCORE) return { score: sum, parts };
  return { score: FLOOR_SCORE, parts: [...parts, { name: 'floor', points: FLOOR_SCORE - sum }] };
}

/**
 * The chance that as many of the group hit by accident, 0 to 1: binomial, with the rest of the shop at the upper end of
 * what its own number allows (Wilson, 95 %). A shop of a few orders proves nothing.
 */
function surprise({ of, hits }: Share, elsewhere: Share): number {
  return chanceOfAtLeast(hits, of, wilson(elsewhere.hits, elsewhere.of).upper);
}
