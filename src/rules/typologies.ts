// Typologies: which findings together make one of six known patterns, by points that can be printed and argued about.

import type { Both } from '../core/language.js';

export interface Typology {
  /** A permanent kebab-case noun. */
  readonly code: string;
  readonly name: Both;
  /** What it is, one sentence. */
  readonly looks: Both;
  /** So many points it takes. */
  readonly threshold: number;
  /** Points by the id of a rule; a rule that is not here says nothing of it. */
  readonly weights: Readonly<Record<string, number>>;
  /** Its name says that money has not come in: only what is proven to be open counts. */
  readonly uncollected?: true;
}

/** What a finding adds to itself and to others beside it. */
export interface Signal {
  readonly rule: string;
  readonly weak: boolean;
  /** Nearly all of its orders are open, and something of it is proven to be. */
  readonly uncollected: boolean;
}

/** A typology that a finding has reached, with its points by rule: its own first, then the most. */
export interface ReachedTypology {
  readonly typology: Typology;
  readonly points: number;
  readonly parts: readonly { readonly rule: string; readonly points: number }[];
}

/** An order has one of these at most, the highest that it reaches: over several orders they are one signal too. */
const BANDS = ['past-due', 'past-due-month', 'past-due-quarter'] as const;

/** The same points whichever band is reached: how late it is is the finding's severity, not what it is. */
const late = (points: number) => Object.fromEntries(BANDS.map((rule) => [rule, points]));

// What the points mean, everywhere; they follow from what the rules say, and are fitted to no data:
//   10  strong evidence, and it says by itself what the name says
//    6  moderate evidence of the same, or one half of what the name says
//    4  goes with it and makes it likelier; common enough by itself
//    2  weak: it may carry what is nearly there over the line
// A threshold of 10 asks for one strong signal or for two that agree, 8 for a moderate one with anything beside it,
// 6 for one moderate signal. Each is reached by something that is not weak, or not at all.

/** In the order in which they are listed, which decides between equal points. */
export const TYPOLOGIES: readonly Typology[] = [
  {
    code: 'large-uncollected',
    name: { zh: '大额未到账', en: 'a large amount, not collected' },
    looks: {
      zh: '一单大额，或同一买家几单加起来大额，货发了，货款证实没到账。',
      en: 'One large order, or several of one buyer that are large together; the goods are out and the money is proven not to have come in.',
    },
    threshold: 10,
    uncollected: true,
    weights: {
      ...{ 'single-large': 10, 'buyer-total': 10 },
      // Large for its product or by its parts; both need not be much money.
      ...{ 'large-for-item': 6, 'split-orders': 6, 'open-concentration': 6 },
      ...late(4),
      ...{ 'repeat-past-due': 2, 'order-while-past-due': 2, 'first-order-past-due': 2 },
    },
  },
  {
    code: 'shared-uncollected',
    name: { zh: '多单共用信息、都未到账', en: 'orders that share details, none collected' },
    looks: {
      zh: '几个收货人的单用了同一个电话、地址、单号，或留言、备注里同一个字样，这些单几乎都没到账。',
      en: 'Orders of several recipients share a phone, an address, a waybill or a note, and nearly none of them has been collected.',
    },
    threshold: 8,
    uncollected: true,
    weights: {
      ...{ 'shared-phone': 10, 'shared-address': 10, 'linked-buyers': 10 },
      // Alike is not the same: it takes one more sign, and lateness is one.
      ...{ 'jigged-address': 6, 'masked-recipient': 6, 'lockstep-orders': 6, 'shared-note': 6 },
      // One waybill is of logistics; people whom it links are a chain of recipients, and count as that.
      ...{
        'cluster-burst': 4,
        'item-concentration': 4,
        'below-limit': 4,
        'equal-amounts': 4,
        'contact-in-text': 4,
      },
      ...late(2),
      ...{ 'crowded-building': 2, 'sequential-ids': 2, 'busy-minutes': 2, 'night-group': 2 },
      ...{ 'even-spacing': 2, 'round-amounts': 2, 'note-words': 2 },
      ...{ 'proxy-orders': 2, 'stand-in-name': 2, 'cluttered-address': 2 },
    },
  },
  {
    code: 'logistics',
    name: { zh: '物流信息异常', en: 'shipping data that do not fit together' },
    looks: {
      zh: '单号、发货和收货的时间对不上：一个单号给了不同的人，没发货先收货，没有单号也收了货等。到没到账都算。',
      en: 'Waybill, shipping and receipt contradict each other: one waybill for different people, receipt before shipping, receipt without a waybill; collected or not.',
    },
    // The name says no more than any of these rules does.
    threshold: 6,
    weights: {
      ...{ 'shared-waybill': 10, 'time-order': 10 },
      ...{ 'instant-receipt': 6, 'reused-waybill': 6, 'received-without-waybill': 6 },
      ...{ 'return-parcel': 6, 'refused-in-transit': 6 },
      // A parcel may be slow and people move: it takes one of the others beside them.
      ...{ 'receipt-late': 4, 'many-districts': 4, 'recipient-changed': 4 },
      ...{ 'signed-not-confirmed': 2, 'waybill-runs': 2 },
    },
  },
  {
    code: 'own-or-promoted',
    name: {
      zh: '店内自标记订单 / 推广渠道集中',
      en: 'orders the shop has marked / one promoter with many of them',
    },
    looks: {
      zh: '商家备注里有店铺自己的标记，收货信息是店里自己人的，或先用后付集中在一个推广渠道。',
      en: "The shop's own tag stands in the seller's note, the recipient is one of the shop's own people, or pay-later gathers in one promoter's channel.",
    },
    threshold: 6,
    weights: {
      'own-tag': 10,
      // Half of what the name says: whose channel it is, and not why.
      'promoter-share': 6,
      // The list of the shop's people is sure; that an order to them is not an ordinary one is not.
      'own-contact': 6,
    },
  },
  {
    code: 'small-then-large',
    name: { zh: '先小额正常付款，后大额未到账', en: 'small orders paid, then a large one not collected' },
    looks: {
      zh: '同一买家先有几单小额正常付清，后面一单大得多，证实没到账。',
      en: 'One buyer has paid several small orders, and then a much larger one is proven not to have been collected.',
    },
    threshold: 10,
    uncollected: true,
    weights: {
      'large-after-small': 10,
      // The other half of the name, which large amounts without a past have too: so the past decides.
      ...{ 'single-large': 4, 'large-for-item': 4, 'buyer-total': 4 },
      ...late(4),
      ...{ 'order-while-past-due': 2, 'frequent-orders': 2, 'rapid-orders': 2 },
    },
  },
  {
    code: 'plain-late',
    name: { zh: '一般逾期', en: 'plain lateness' },
    looks: {
      zh: '过了预计扣款日还没到账，没有够得上别的情形。',
      en: 'Past the expected debit and not collected; nothing about it makes another pattern.',
    },
    // Few points, so that whatever else is reached goes before it.
    threshold: 4,
    uncollected: true,
    weights: {
      ...late(4),
      ...{ 'repeat-past-due': 1, 'order-while-past-due': 1, 'first-order-past-due': 1 },
    },
  },
];

/** Rules that have a weight somewhere, and those of them that have one where unproven money counts as well. */
const RULES_OF = TYPOLOGIES.map(({ weights, uncollected }) => ({ rules: Object.keys(weights), uncollected }));
const WEIGHTED = new Set(RULES_OF.flatMap(({ rules }) => rules));
const WEIGHTED_ANYWAY = new Set(RULES_OF.flatMap(({ rules, uncollected }) => (uncollected ? [] : rules)));

/** False for what reaches no typology, whatever stands beside it. */
export function mayReach({ rule, uncollected }: Pick<Signal, 'rule' | 'uncollected'>): boolean {
  return uncollected ? WEIGHTED.has(rule) : WEIGHTED_ANYWAY.has(rule);
}

/**
 * The typology of a finding: the one with most points of those that reach their threshold, of equal ones the first of
 * the list; null where none does. Its own rule must have a weight there. `beside`: the findings that share an order or a
 * group with it, in any sequence; a rule counts once however often it is there.
 */
export function typologyOf(own: Signal, beside: readonly Signal[]): ReachedTypology | null {
  let best: ReachedTypology | null = null;
  for (const typology of TYPOLOGIES) {
    const reached = reach(typology, own, beside);
    if (reached !== null && reached.points > (best?.points ?? 0)) best = reached;
  }
  return best;
}

function reach(typology: Typology, own: Signal, beside: readonly Signal[]): ReachedTypology | null {
  const { weights, threshold } = typology;
  const counts = ({ rule, uncollected }: Signal) =>
    weights[rule] !== undefined && (uncollected || typology.uncollected !== true);
  if (!counts(own)) return null;
  const counted = [own, ...beside.filter(counts)];
  // Weak signals support, and never suffice however many they are.
  if (counted.every(({ weak }) => weak)) return null;
  const rules = oneBand(new Set(counted.map(({ rule }) => rule)), own.rule);
  const parts = [...rules]
    .map((rule) => ({ rule, points: weights[rule]! }))
    .sort((a, b) => rankOf(b) - rankOf(a) || (a.rule < b.rule ? -1 : 1));
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  return points < threshold ? null : { typology, points, parts };

  function rankOf(part: { readonly rule: string; readonly points: number }): number {
    return part.rule === own.rule ? Number.POSITIVE_INFINITY : part.points;
  }
}

/** Of the bands of lateness one: the finding's own, or the highest. */
function oneBand(rules: ReadonlySet<string>, own: string): ReadonlySet<string> {
  const met = BANDS.filter((band) => rules.has(band));
  const kept = met.find((band) => band === own) ?? met.at(-1);
  const dropped = new Set<string>(met.filter((band) => band !== kept));
  return new Set([...rules].filter((rule) => !dropped.has(rule)));
}
