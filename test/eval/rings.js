// Rings: several buyers who are one, by what they share: a phone, a room, a parcel, a contact, or their timing.

import { DAY } from '../support/calendar.js';
import { pickProduct } from './goods.js';
import { END } from './sales.js';
import { jigRoom, makeHabit, spellRoom, writePlainly, writeRoom } from './spellings.js';

/** @typedef {import('./sales.js').Buyer} Buyer */
/** @typedef {import('./sales.js').Draft} Draft */
/** @typedef {import('./places.js').Written} Written */
/** @typedef {import('./world.js').World} World */
/** @typedef {(world: World) => Draft[]} RingMaker */
/** @typedef {{ buyer: Buyer, to: () => Written }} Member */

const LEAST_FEN = 30_000;
const MOST_FEN = 300_000;

/**
 * The orders of a ring: within some days, a few articles, nearly all of them never paid.
 * @param {World} world
 * @param {readonly Member[]} members
 * @param {Partial<Draft>} [fixed]
 * @returns {Draft[]}
 */
function ordersOf({ random }, members, fixed = {}) {
  const articles = Array.from({ length: random.int(1, 3) }, () => pickProduct(random, LEAST_FEN, MOST_FEN));
  const window = random.pick([DAY / 4, DAY, 4 * DAY, 12 * DAY]);
  const begin = END - random.int(2, 70) * DAY - window;
  const drafts = members.flatMap(({ buyer, to }) =>
    Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, () => ({
      buyer,
      to: to(),
      at: begin + random.int(0, window),
      product: random.pick(articles),
      owed: true,
      ...fixed,
    })),
  );
  return withSomePaid(random, drafts);
}

/**
 * Up to a fifth of a ring's orders is paid.
 * @type {(random: World['random'], drafts: Draft[]) => Draft[]}
 */
function withSomePaid(random, drafts) {
  const paid = random.int(0, Math.floor(drafts.length / 5));
  const which = new Set(random.shuffle([...drafts.keys()]).slice(0, paid));
  return drafts.map((draft, at) => ({ ...draft, owed: !which.has(at) }));
}

/** @type {(world: World, least?: number, most?: number) => number[]} */
const seats = ({ random }, least = 3, most = 12) => [...Array(random.int(least, most)).keys()];

/** Somebody with an own phone and an own room, always written the same. @param {World} world @returns {Member} */
function stranger(world) {
  const to = writeRoom(world.room(), makeHabit(world.random));
  return { buyer: world.buyer(), to: () => to };
}

/** @type {RingMaker} one phone, each at an address of their own */
const onePhone = (world) => {
  const phone = world.phone();
  const members = seats(world).map(() => {
    const { buyer, to } = stranger(world);
    return { buyer: { ...buyer, phone }, to };
  });
  return ordersOf(world, members);
};

/** @type {(world: World, write: (room: import('./places.js').Room) => Written) => Draft[]} */
function oneRoom(world, write) {
  const room = world.room();
  return ordersOf(
    world,
    seats(world).map(() => ({ buyer: world.buyer(), to: () => write(room) })),
  );
}

/** @type {RingMaker} two buyers a key: phone, then address, then phone */
const chain = (world) => {
  const phones = seats(world).map(() => world.phone());
  const rooms = phones.map(() => writePlainly(world.room()));
  const members = phones.map((_, at) => {
    const phone = phones[at >> 1] ?? '';
    const to = /** @type {Written} */ (rooms[(at + 1) >> 1]);
    return { buyer: { ...world.buyer(), phone }, to: () => to };
  });
  return ordersOf(world, members);
};

/** @type {RingMaker} nothing shared but one parcel or two; with two, one buyer has orders in both */
const waybill = (world) => {
  const { random } = world;
  const numbers = Array.from({ length: random.int(1, 2) }, () => `YT${random.digits(13)}`);
  const members = seats(world, numbers.length === 1 ? 3 : 5).map(() => stranger(world));
  const at = END - random.int(6, 60) * DAY;
  const articles = [pickProduct(random, LEAST_FEN, MOST_FEN), pickProduct(random, LEAST_FEN, MOST_FEN)];
  const bridge = members.length >> 1;
  const drafts = members.flatMap(({ buyer, to }, seat) =>
    numbers
      .filter((_, which) => numbers.length === 1 || seat === bridge || (seat > bridge ? 1 : 0) === which)
      .map((number) => ({
        ...{ buyer, to: to(), product: random.pick(articles), owed: true, waybill: number },
        at: at + random.int(0, DAY / 4),
      })),
  );
  return withSomePaid(random, drafts);
};

/** @type {RingMaker} the contact of one go-between in the buyers' notes, never written the same */
const noteToken = (world) => {
  const { random } = world;
  // More than ten people behind one token are no link any more but a hub of its own: see signals, hub cap.
  const members = seats(world, 3, 10).map(() => stranger(world));
  const write = random.pick([weChat, phoneNote, qq])(world);
  return ordersOf(world, members).map((draft) => ({ ...draft, buyerNote: write() }));
};

/** @param {World} world */
function weChat({ random }) {
  const id = `${random.pick(['hm', 'zq', 'xk', 'lw', 'bt'])}_${random.pick(['wy', 'kf', 'jd', 'pq'])}${random.digits(5)}`;
  const forms = [
    id,
    id.toUpperCase(),
    id.replace('_', ' _ '),
    [...id].map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join(''),
    id.replace(/(\d\d)/, ' $1'),
  ];
  const fronts = ['加V ', '微信：', 'vx:', '威信 ', 'wx ', '薇❤', ''];
  return () => random.pick(fronts) + random.pick(forms) + random.pick(['', ' 谢谢', '，尽快发货', ' 联系我']);
}

/** @param {World} world */
function phoneNote({ random, phone }) {
  const number = phone();
  const [a, b, c] = [number.slice(0, 3), number.slice(3, 7), number.slice(7)];
  const forms = [number, `${a} ${b} ${c}`, `${a}-${b}-${c}`, `+86${number}`, fullWidth(number)];
  return () => `${random.pick(['联系', '有事找', '代拍 ', '打', ''])}${random.pick(forms)}`;
}

/** @param {World} world */
function qq({ random }) {
  const number = `${random.int(1, 9)}${random.digits(8)}`;
  const forms = [number, fullWidth(number), number.replace(/(\d{3})/g, '$1 ').trim()];
  return () => `${random.pick(['QQ', 'qq:', '扣扣 ', 'Q Q：', '企鹅'])}${random.pick(forms)}`;
}

/** @param {string} digits */
const fullWidth = (digits) =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** @type {RingMaker} the same two articles, each within ten minutes, and nothing else */
const lockstep = (world) => {
  const { random } = world;
  const members = seats(world, 4).map(() => stranger(world));
  const first = pickProduct(random, LEAST_FEN, MOST_FEN);
  let second = first;
  while (second === first) second = pickProduct(random, LEAST_FEN, MOST_FEN);
  const begin = END - random.int(2, 70) * DAY;
  const again = begin + random.int(1200, 3 * DAY);
  const steps = [
    { product: first, from: begin },
    { product: second, from: Math.min(again, END - 1000) },
  ];
  const drafts = steps.flatMap(({ product, from }) =>
    members.map(({ buyer, to }) => ({ buyer, to: to(), product, at: from + random.int(0, 590), owed: true })),
  );
  return withSomePaid(random, drafts);
};

/** @type {RingMaker} half by phone, half by room, one member in both */
const mixed = (world) => {
  const phone = world.phone();
  const room = writePlainly(world.room());
  const all = seats(world, 4);
  const middle = all.length >> 1;
  const members = all.map((seat) => {
    const { buyer, to } = stranger(world);
    return {
      buyer: seat <= middle ? { ...buyer, phone } : buyer,
      to: seat >= middle ? () => room : to,
    };
  });
  return ordersOf(world, members);
};

/** @type {Readonly<Record<string, RingMaker>>} by kind */
export const RINGS = {
  'one-phone': onePhone,
  'one-room': (world) => oneRoom(world, writePlainly),
  'one-room-spelled': (world) => oneRoom(world, (room) => spellRoom(world.random, room)),
  'one-room-jigged': (world) => oneRoom(world, (room) => jigRoom(world.random, room)),
  chain,
  waybill,
  'note-token': noteToken,
  lockstep,
  mixed,
};
