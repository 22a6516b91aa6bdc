// Cases of the typologies, made from what their names mean; what the rules ask for is not looked at.

import { DAY, HOUR } from '../support/calendar.js';
import { pickProduct } from './goods.js';
import { RINGS } from './rings.js';
import { END } from './sales.js';
import { makeHabit, writeRoom } from './spellings.js';

/** @typedef {import('./sales.js').Draft} Draft */
/** @typedef {import('./world.js').World} World */
/** @typedef {(world: World) => Draft[]} CaseMaker */

/** What a shop writes into its own notes, and the list of them that it gives. */
export const OWN_TAGS = ['补单', '拍单', 'G-'];
/** Long enough ago that the parcel has arrived, the debit was due, and the bill would show it. */
const OLD = 25 * DAY;
/** The bill covers 90 days. */
const OLDEST = 80 * DAY;
/** What people call a large order, and what nobody does; fen. */
const [LARGE, SMALL] = [110_000, 8_000];

/** @param {World} world @returns {Pick<Draft, 'buyer' | 'to'>} somebody at home */
const somebody = (world) => ({
  buyer: world.buyer(),
  to: writeRoom(world.room(), makeHabit(world.random)),
});

/** @type {(world: World, from?: number, to?: number) => number} a time so long ago */
const ago = ({ random }, from = OLD, to = OLDEST) => END - random.int(from, to);

/** @type {CaseMaker} one large order, received and never debited */
const oneLarge = (world) => [
  { ...somebody(world), at: ago(world), product: pickProduct(world.random, LARGE), owed: true },
];

/** @type {CaseMaker} several orders of one buyer within a week, none of them large, together more than twice that */
const largeTogether = (world) => {
  const { random } = world;
  const who = somebody(world);
  const begin = ago(world, OLD + 7 * DAY);
  return Array.from({ length: random.int(4, 6) }, () => ({
    ...{ ...who, at: begin + random.int(0, 7 * DAY), owed: true },
    product: pickProduct(random, 59_000, 99_999),
  }));
};

/** @type {(make: CaseMaker) => CaseMaker} a ring whose money was due */
const due = (make) => (world) => {
  const drafts = make(world);
  const last = Math.max(...drafts.map(({ at = END }) => at));
  const earlier = END - last < OLD ? OLD : 0;
  return drafts.map((draft) => ({ ...draft, at: (draft.at ?? END) - earlier }));
};

/** @type {CaseMaker} one waybill for strangers in several places */
const oneWaybill = (world) => {
  const { random } = world;
  const waybill = `YT${random.digits(13)}`;
  const begin = ago(world);
  return Array.from({ length: random.int(2, 5) }, () => ({
    ...{ ...somebody(world), waybill, owed: random.chance(0.5) },
    at: begin + random.int(0, 6 * HOUR),
  }));
};

/** @type {CaseMaker} a waybill that comes back weeks later, of a buyer who ordered twice */
const oldWaybill = (world) => {
  const { random } = world;
  const both = { ...somebody(world), waybill: `78${random.digits(12)}`, owed: random.chance(0.5) };
  const first = ago(world, 70 * DAY);
  return [first, first + random.int(36, 44) * DAY].map((at) => ({ ...both, at }));
};

/** @type {CaseMaker} received, and no waybill, of an article that is bought often and else travels by parcel */
const noWaybill = (world) => {
  const { random } = world;
  const product = pickProduct(random, 1_000, 15_000);
  return [{ ...somebody(world), at: ago(world), product, waybill: '', owed: random.chance(0.5) }];
};

/** @type {CaseMaker} shipped hours before anybody ordered it */
const shippedFirst = (world) => {
  const at = ago(world);
  const shipped = at - world.random.int(2, 40) * HOUR;
  return [{ ...somebody(world), at, shipped, owed: world.random.chance(0.5) }];
};

/** @type {CaseMaker} orders in whose note the shop has written its own tag, paid or not */
const ownTagged = (world) => {
  const { random } = world;
  return Array.from({ length: random.int(1, 5) }, () => ({
    ...{ ...somebody(world), at: ago(world, 2 * DAY), owed: random.chance(0.3) },
    sellerNote: `${random.pick(['', '老板交代 ', '小林：'])}${random.pick(OWN_TAGS)}${random.digits(2)}`,
  }));
};

/** @type {CaseMaker} a few small orders that are paid, then a large one that is not: the case is the large one */
const smallThenLarge = (world) => {
  const { random } = world;
  const who = somebody(world);
  const last = ago(world, OLD, 45 * DAY);
  const paid = Array.from({ length: random.int(2, 5) }, () => ({
    ...{ ...who, owed: false, beside: true, at: last - random.int(12, 40) * DAY },
    product: pickProduct(random, 0, SMALL),
  }));
  return [...paid, { ...who, owed: true, at: last, product: pickProduct(random, LARGE) }];
};

/** @type {CaseMaker} the same, and two large ones at once */
const smallThenTwo = (world) => {
  const drafts = smallThenLarge(world);
  const [large] = drafts.slice(-1);
  if (large === undefined) throw new Error('there is a large order');
  const product = pickProduct(world.random, LARGE);
  return [...drafts, { ...large, product, at: (large.at ?? END) + world.random.int(60, 2 * DAY) }];
};

/** @type {CaseMaker} one ordinary order that was received and never debited */
const oneLate = (world) => [
  { ...somebody(world), at: ago(world), product: pickProduct(world.random, 0, 50_000), owed: true },
];

/** @type {Readonly<Record<string, Readonly<Record<string, CaseMaker>>>>} by typology, by kind */
export const TYPOLOGY_CASES = {
  'large-uncollected': { 'one-order': oneLarge, 'one-buyer': largeTogether },
  'shared-uncollected': Object.fromEntries(Object.entries(RINGS).map(([kind, make]) => [kind, due(make)])),
  logistics: {
    ...{ 'one-waybill': oneWaybill, 'old-waybill': oldWaybill },
    ...{ 'no-waybill': noWaybill, 'shipped-first': shippedFirst },
  },
  'own-or-promoted': { 'own-tag': ownTagged },
  'small-then-large': { 'one-large': smallThenLarge, 'two-large': smallThenTwo },
  'plain-late': { 'one-order': oneLate },
};
