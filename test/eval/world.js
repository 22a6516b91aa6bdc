// What the parts of one generated shop share: its chance, its people, its places, and which of them are taken.

import { makeName } from './names.js';
import { makeRegion, makeRoom, makeSite } from './places.js';

/** @typedef {import('../support/random.js').Random} Random */
/** @typedef {import('./places.js').Region} Region */
/** @typedef {import('./places.js').Room} Room */
/** @typedef {import('./places.js').Site} Site */
/** @typedef {import('./sales.js').Buyer} Buyer */
/** @typedef {import('./sales.js').Draft} Draft */
/**
 * @typedef {object} World
 * @property {Random} random
 * @property {'pinduoduo' | 'kuaishou'} platform
 * @property {(last?: string) => string} phone a number that nobody has yet, with these last digits
 * @property {(name?: string, payLaterShare?: number) => Buyer} buyer somebody with a phone of their own
 * @property {(region?: Region, compound?: string) => Site} site with a house number of its own
 * @property {(site?: Site) => Room} room that nobody lives in yet
 * @property {() => string} serial digits that come once
 * @property {() => void} moveOn what was taken within sites made so far is forgotten: none of them is used again
 */

/** Phones are drawn from the whole of 199xxxxxxxx. */
const PHONES = 100_000_000;
/** Of honest buyers, so many pay later by habit. */
const PAY_LATER = 0.35;

/**
 * @param {Random} random
 * @param {World['platform']} platform
 * @returns {World}
 */
export function makeWorld(random, platform) {
  const phones = new Uint8Array(PHONES / 8);
  /** @type {Set<string>} */
  const sites = new Set();
  /** @type {Set<string>} */
  const rooms = new Set();
  let serials = 0;
  const phone = (last = '') => {
    for (;;) {
      const number = Number(random.digits(8 - last.length) + last);
      const bit = 1 << (number & 7);
      const held = phones[number >> 3] ?? 0;
      if ((held & bit) !== 0) continue;
      phones[number >> 3] = held | bit;
      return `199${String(number).padStart(8, '0')}`;
    }
  };
  /** @type {World['site']} */
  const site = (region = makeRegion(random), compound = undefined) =>
    makeSite(random, sites, region, compound);
  return {
    random,
    platform,
    phone,
    buyer: (name = makeName(random), payLaterShare = PAY_LATER) => {
      const own = phone();
      return { name, phone: own, payer: own, payLater: random.chance(payLaterShare) };
    },
    site,
    room: (where = site()) => makeRoom(random, where, rooms),
    serial: () => String(++serials).padStart(7, '0'),
    moveOn: () => rooms.clear(),
  };
}
