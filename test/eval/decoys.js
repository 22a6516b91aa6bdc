// What looks like a ring and is none, group by group: shared places, households, offices, gifts, pools, bursts.

import { DAY, HOUR } from '../support/calendar.js';
import { pickProduct } from './goods.js';
import { makeName, makeSurname } from './names.js';
import { makeRegion, placeOf } from './places.js';
import { END, shoppingTime } from './sales.js';
import { makeHabit, writeRoom } from './spellings.js';

/** @typedef {import('./places.js').Room} Room */
/** @typedef {import('./places.js').Written} Written */
/** @typedef {import('./sales.js').Buyer} Buyer */
/** @typedef {import('./sales.js').Draft} Draft */
/** @typedef {import('./world.js').World} World */
/** @typedef {(world: World, most: number) => Draft[]} DecoyMaker `most`: orders that the shop has room for */
/** @typedef {{ make: DecoyMaker, per: number, only?: World['platform'] }} Decoy one group to so many orders */

/** Groups differ in how many of their members pay later; honest ones are still debited when due. */
const PAY_LATER = [0.35, 0.35, 0.7];
const SEXES = ['先生', '女士'];

/** One to three orders of a buyer. @param {World} world @param {Buyer} buyer @param {() => Written} to @returns {Draft[]} */
const some = ({ random }, buyer, to) =>
  Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, () => ({ buyer, to: to() }));

/** @param {number} count */
const times = (count) => [...Array(count).keys()];

/** Strangers with phones of their own at one place. */
/** @type {(world: World, count: number, write: (at: number) => Written, name?: () => string) => Draft[]} */
function strangersAt(world, count, write, name = () => makeName(world.random)) {
  const share = world.random.pick(PAY_LATER);
  return times(count).flatMap((at) => some(world, world.buyer(name(), share), () => write(at)));
}

/** @param {World} world @param {Room} room @returns {() => Written} in one habit */
function habitual({ random }, room) {
  const to = writeRoom(room, makeHabit(random));
  return () => to;
}

/** Five to two hundred, as far as the shop has room. @param {World} world @param {number} most */
const crowd = ({ random }, most) => Math.max(5, Math.min(random.pick([8, 15, 30, 60, 120, 200]), most >> 5));

/** @type {DecoyMaker} */
const pickup = (world, most) => {
  const site = world.site();
  const name = world.random.pick(['菜鸟驿站', '妈妈驿站', '快递代收点', '兔喜生活驿站', '快递驿站']);
  return strangersAt(world, crowd(world, most), () => placeOf(site, name));
};

/** @type {DecoyMaker} the point has a number, and some add their own room */
const pickupNumbered = (world, most) => {
  const { random } = world;
  const site = world.site();
  const name = `${random.int(1, 9)}号楼${random.pick(['底商', '架空层', ''])}菜鸟驿站${random.pick(['', `${random.int(1, 20)}号`])}`;
  const to = () =>
    placeOf(site, random.chance(0.3) ? `${name}(${world.room(site).room})` : `${name}${tailOf(random)}`);
  return strangersAt(world, crowd(world, most), to);
};

/** @param {World['random']} random */
const tailOf = (random) => random.pick(['', '', '代收', '自提']);

/** @type {DecoyMaker} */
const locker = (world, most) => {
  const { random } = world;
  const site = world.site();
  const name = random.pick(['丰巢快递柜', '丰巢', '快递柜', '南门丰巢柜']);
  const number = random.int(1, 30);
  const to = () => placeOf(site, random.chance(0.5) ? `${name}${number}号柜` : `${number}栋旁${name}`);
  return strangersAt(world, crowd(world, most), to);
};

/** @type {DecoyMaker} names carry the customer's code; half of the forwarders give one phone to everybody */
const forwarder = (world, most) => {
  const { random } = world;
  const site = world.site();
  const phone = random.chance(0.5) ? world.phone() : null;
  const share = random.pick(PAY_LATER);
  return times(Math.min(crowd(world, most), 60)).flatMap(() => {
    const code = `${random.pick(['A', 'TW', 'HK'])}${random.digits(5)}`;
    const buyer = world.buyer(`${makeName(random)}${random.pick(['', code])}`, share);
    return some(world, phone === null ? buyer : { ...buyer, phone }, () => placeOf(site, `集运仓${code}`));
  });
};

/** @type {DecoyMaker} four to six students in one room */
const dormRoom = (world) => {
  const site = { ...world.site(), compound: '禾木学院' };
  const tail = `${world.random.int(1, 18)}号宿舍楼${world.random.int(1, 6)}0${world.random.int(1, 9)}`;
  const forms = [tail, `${tail}室`, `学生${tail}寝室`];
  return strangersAt(world, world.random.int(4, 6), () => placeOf(site, world.random.pick(forms)));
};

/** @type {DecoyMaker} the building alone */
const dormBuilding = (world, most) => {
  const site = { ...world.site(), compound: '禾木学院' };
  const tail = `${world.random.pick(['东区', '西区', '北苑'])}${world.random.int(1, 18)}号宿舍楼`;
  const count = Math.max(8, Math.min(world.random.int(8, 60), most >> 5));
  return strangersAt(world, count, () => placeOf(site, tail));
};

/** @type {DecoyMaker} colleagues in one office; some of them also order to their homes */
const office = (world) => {
  const { random } = world;
  const site = { ...world.site(), compound: random.pick(['禾木大厦', '星渚中心', '望澜国际']) };
  const number = `${random.int(5, 30)}0${random.int(1, 9)}`;
  const forms = [`${number}室禾木科技`, `${number}禾木科技有限公司`, `${number}`, `禾木科技${number}室`];
  const share = random.pick(PAY_LATER);
  return times(random.int(5, 20)).flatMap(() => {
    const buyer = world.buyer(makeName(random), share);
    const at = placeOf(site, random.pick(forms));
    const work = some(world, buyer, () => at);
    return random.chance(0.3) ? [...work, ...some(world, buyer, habitual(world, world.room()))] : work;
  });
};

/** @type {DecoyMaker} two to five in one room, of one surname or two; parents may have one phone */
const family = (world) => {
  const { random } = world;
  const room = world.room();
  const surnames = [makeSurname(random), makeSurname(random)];
  const names = () => makeName(random, random.pick(surnames));
  const drafts = strangersAt(world, random.int(2, 5), () => writeRoom(room, makeHabit(random)), names);
  if (random.chance(0.4)) return drafts;
  const [one, other] = [...new Set(drafts.map(({ buyer }) => buyer))];
  return drafts.map((draft) =>
    draft.buyer === other && one !== undefined
      ? { ...draft, buyer: { ...draft.buyer, phone: one.phone } }
      : draft,
  );
};

/** @type {DecoyMaker} two who live together, of two surnames */
const couple = (world) => {
  const room = world.room();
  return strangersAt(world, 2, () => writeRoom(room, makeHabit(world.random)));
};

/** @type {DecoyMaker} three strangers who share a flat */
const flatShare = (world) => {
  const room = world.room();
  return strangersAt(world, 3, () => writeRoom(room, makeHabit(world.random)));
};

/** @type {DecoyMaker} one buyer sends to three to six friends under the own phone */
const gift = (world) => {
  const { random } = world;
  const sender = world.buyer(makeName(random), random.pick(PAY_LATER));
  const begin = shoppingTime(random);
  return times(random.int(3, 6)).map(() => ({
    buyer: { ...sender, name: makeName(random) },
    to: habitual(world, world.room())(),
    at: Math.min(begin + random.int(0, 3 * HOUR), END - 600),
    buyerNote: random.pick(['', '送朋友的，不要放小票', '生日礼物']),
  }));
};

/** @type {DecoyMaker} one name and phone, thirty orders */
const wholesale = (world) => {
  const buyer = world.buyer(makeName(world.random), 0.5);
  const to = habitual(world, world.room());
  return times(30).map(() => ({ buyer, to: to() }));
};

/** @type {DecoyMaker} strangers of one very common name */
const commonName = (world) => {
  const name = world.random.pick(['张伟', '王伟', '李娜', '王芳', '刘洋', '李静']);
  return times(world.random.int(6, 12)).flatMap(() =>
    some(world, world.buyer(name, 0.6), habitual(world, world.room())),
  );
};

/** @type {DecoyMaker} one surname and the same last four digits: equal once they are masked, half of them in one district */
const sameLastFour = (world) => {
  const { random } = world;
  const surname = makeSurname(random);
  const last = random.digits(4);
  const region = makeRegion(random);
  return times(6).flatMap((at) => {
    const phone = world.phone(last);
    const name = surname + random.pick(['伟', '敏', '静', '磊', '洋', '霞']);
    const buyer = { name, phone, payer: phone, payLater: random.chance(0.7) };
    const site = at % 2 === 0 ? world.site(region) : world.site();
    return some(world, buyer, habitual(world, world.room(site)));
  });
};

/** @type {DecoyMaker} a few base numbers, an extension each, which names and addresses repeat in brackets */
const virtualPool = (world) => {
  const { random } = world;
  const bases = times(2).map(() => `1840000${random.digits(4)}`);
  const join = random.pick(['-', '转']);
  /** @type {Set<string>} */
  const taken = new Set();
  return times(random.int(8, 30)).flatMap(() => {
    const own = world.buyer(makeName(random), 0.6);
    const base = random.pick(bases);
    let extension = random.digits(4);
    while (taken.has(base + extension)) extension = random.digits(4);
    taken.add(base + extension);
    const to = habitual(world, world.room())();
    const tag = random.chance(0.5) ? `[${extension}]` : '';
    const buyer = { ...own, phone: `${base}${join}${extension}`, name: own.name + tag };
    return some(world, buyer, () => ({ ...to, address: to.address + tag }));
  });
};

/** @type {DecoyMaker} one customer at home and at work, under the own name and as 先生 or 女士 */
const twoAddresses = (world) => {
  const { random } = world;
  const surname = makeSurname(random);
  const buyer = world.buyer(makeName(random, surname), 0.6);
  const polite = { ...buyer, name: surname + random.pick(SEXES) };
  const homes = [habitual(world, world.room()), habitual(world, world.room())];
  return times(random.int(3, 8)).map(() => ({
    buyer: random.chance(0.3) ? polite : buyer,
    to: random.pick(homes)(),
  }));
};

/** @type {DecoyMaker} a building whose rooms differ by one digit, and numbers that run together: 1栋1101, 11栋101 */
const neighbours = (world) => {
  const { random } = world;
  const site = world.site();
  const house = { ...site, building: random.int(2, 9), unit: random.int(1, 3) };
  const floor = random.int(2, 9);
  const rooms = times(12).map((at) => ({ ...house, room: `${floor + (at >> 2)}0${1 + (at & 3)}` }));
  const confusing = [
    { ...site, building: 1, unit: 1, room: '1101' },
    { ...site, building: 11, unit: 1, room: '101' },
    { ...site, building: 1, unit: 11, room: '101' },
  ];
  return [...rooms, ...confusing].flatMap((room) =>
    some(world, world.buyer(makeName(random), 0.6), habitual(world, room)),
  );
};

/** @type {DecoyMaker} compounds of one name, road and number elsewhere, with the same room */
const sameCompound = (world) => {
  const { random } = world;
  const room = world.room();
  return times(6).flatMap(() => {
    let region = makeRegion(random);
    while (region.city === room.city && region.district === room.district) region = makeRegion(random);
    const there = { ...room, ...region };
    return some(world, world.buyer(makeName(random), 0.6), habitual(world, there));
  });
};

/** @type {DecoyMaker} phases and halves of one compound, each with the same room */
const twinCompound = (world) => {
  const { random } = world;
  const room = world.room();
  const parts = random.pick([
    ['一期', '二期', '三期'],
    ['东区', '西区', '北区', '南区'],
    ['A区', 'B区', 'C区'],
  ]);
  return parts.flatMap((part) =>
    some(
      world,
      world.buyer(makeName(random), 0.8),
      habitual(world, { ...room, compound: room.compound + part }),
    ),
  );
};

/** @type {DecoyMaker} people who leave out their room */
const building = (world, most) => {
  const { random } = world;
  const site = world.site();
  const tail = `${random.int(1, 30)}${random.pick(['号楼', '栋'])}`;
  return strangersAt(world, Math.max(5, Math.min(random.int(5, 30), most >> 5)), () => placeOf(site, tail));
};

/** @type {DecoyMaker} viewers of one live stream: an article within five minutes, and for some another one soon after */
const liveBurst = (world, most) => {
  const { random } = world;
  const begin = Math.min(shoppingTime(random), END - 2 * HOUR);
  const steps = [
    { product: pickProduct(random, 3900, 20_000), at: begin },
    { product: pickProduct(random, 3900, 20_000), at: begin + random.int(900, 1800) },
  ];
  const slogan = random.chance(0.5) ? `禾木${random.digits(3)}` : '';
  return times(Math.min(200, most >> 4)).flatMap(() => {
    const buyer = world.buyer();
    const to = habitual(world, world.room())();
    const buyerNote = random.chance(0.3) ? slogan : '';
    return steps.slice(0, random.chance(0.2) ? 2 : 1).map(({ product, at }) => ({
      ...{ buyer, to, product, buyerNote, live: true },
      at: at + random.int(0, 300),
    }));
  });
};

/** @type {DecoyMaker} strangers who join one group for the lower price, some of them for two articles */
const groupBuy = (world) => {
  const { random } = world;
  const begin = Math.min(shoppingTime(random), END - DAY);
  const members = times(random.int(4, 10)).map(() => ({
    buyer: world.buyer(makeName(random), 0.6),
    to: habitual(world, world.room())(),
  }));
  return times(random.int(1, 2)).flatMap((round) => {
    const product = pickProduct(random, 2900, 100_000);
    const team = `${random.int(1, 9)}${random.digits(17)}`;
    const from = begin + round * 3 * HOUR;
    return members.map((member) => ({ ...member, product, team, at: from + random.int(0, 500) }));
  });
};

/** @type {Readonly<Record<string, Decoy>>} by kind */
export const DECOYS = {
  pickup: { make: pickup, per: 2500 },
  'pickup-numbered': { make: pickupNumbered, per: 2500 },
  locker: { make: locker, per: 2500 },
  forwarder: { make: forwarder, per: 2500 },
  'dorm-room': { make: dormRoom, per: 1000 },
  'dorm-building': { make: dormBuilding, per: 2500 },
  office: { make: office, per: 1500 },
  family: { make: family, per: 250 },
  couple: { make: couple, per: 250 },
  'flat-share': { make: flatShare, per: 500 },
  gift: { make: gift, per: 700 },
  wholesale: { make: wholesale, per: 5000 },
  'common-name': { make: commonName, per: 2500 },
  'same-last-four': { make: sameLastFour, per: 1500 },
  'virtual-pool': { make: virtualPool, per: 2500 },
  'two-addresses': { make: twoAddresses, per: 250 },
  neighbours: { make: neighbours, per: 1500 },
  'same-compound': { make: sameCompound, per: 1500 },
  'twin-compound': { make: twinCompound, per: 1500 },
  building: { make: building, per: 1500 },
  'live-burst': { make: liveBurst, per: 5000 },
  'group-buy': { make: groupBuy, per: 1000, only: 'pinduoduo' },
};
