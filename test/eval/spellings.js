// One room written in many ways: as people do by habit, as a ring does so that it is not noticed, and jigged.

/** @typedef {import('../support/random.js').Random} Random */
/** @typedef {import('./places.js').Room} Room */
/** @typedef {import('./places.js').Written} Written */
/**
 * How somebody writes a room.
 * @typedef {object} Habit
 * @property {string} house word behind the building's number
 * @property {string} door word behind the room's number
 * @property {boolean} dashed `3-2-401`
 * @property {boolean} again province, city and district stand in the address too
 */

const HOUSES = ['号楼', '栋', '幢', '座'];
const CODES = ['[1234]', '【A8】', '（0453）', '[6621]', '(K7)'];
const DELIVERY = ['放门口', '请送货上门', '到了打电话', '家里没人放门口', '（放门口即可）', ' 工作日勿送'];
const SUFFIXES = ['甲', '小太阳', '靠左', '左手边', 'qwer', '阿禾收', '东侧', '旺财家', '门口有花', 'zz'];
const TRADITIONAL = pairs('号號楼樓单單区區园園华華湾灣东東云雲听聽晴晴岭嶺兰蘭鹭鷺里裡邸邸门門广廣苏蘇');
/** Characters that are taken for each other: alike in sound or in shape. */
const WRONG = pairs(
  '苑院园圆区曲筑竺寓遇里理村材邸底庭廷禾和澜兰泉全鹭路麓鹿渚诸夏厦光广溪西川穿荷何林琳谷古岭领湾弯汀丁',
);

/** @param {string} text */
function pairs(text) {
  const chars = [...text];
  return new Map(chars.flatMap((char, at) => (at % 2 === 0 ? [[char, chars[at + 1] ?? char]] : [])));
}

/** @param {Random} random @returns {Habit} */
export const makeHabit = (random) => ({
  house: random.pick(HOUSES),
  door: random.pick(['室', '室', '', '房']),
  dashed: random.chance(0.15),
  again: random.chance(0.12),
});

/** @param {Room} room @param {Habit} habit */
function below(room, { house, door, dashed }) {
  const { building, unit, room: number } = room;
  return dashed ? `${building}-${unit}-${number}` : `${building}${house}${unit}单元${number}${door}`;
}

/**
 * As this person writes it on an order form, below the columns of the region.
 * @param {Room} room
 * @param {Habit} habit
 * @returns {Written}
 */
export function writeRoom(room, habit) {
  const { province, city, district, street, road, number, compound } = room;
  const front = habit.again ? `${province}${city}${district}` : '';
  return {
    ...{ province, city, district, street },
    address: `${front}${road}${number}号${compound}${below(room, habit)}`,
  };
}

/** The room as most people would write it. */
const PLAIN = { house: '号楼', door: '室', dashed: false, again: false };

/** @param {Room} room @returns {Written} */
export const writePlainly = (room) => writeRoom(room, PLAIN);

/** @type {(text: string, by: ReadonlyMap<string, string>) => string} */
const replaced = (text, by) => [...text].map((char) => by.get(char) ?? char).join('');
/** @param {string} text */
const fullWidth = (text) =>
  text.replace(/[0-9-]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** @param {number} number 1 to 99 */
function chinese(number) {
  const digits = '零一二三四五六七八九';
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const front = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`;
  return front + (ones === 0 ? '' : digits[ones]);
}

/** @param {string} number digit by digit */
const spoken = (number) => number.replace(/\d/g, (digit) => '零一二三四五六七八九'[Number(digit)] ?? digit);

/** @typedef {(random: Random, room: Room) => string} Tail */
/** @type {readonly Tail[]} building, unit and room, in words that mean the same */
const TAILS = [
  (_, room) => below(room, { ...PLAIN, dashed: true }),
  (random, room) =>
    below(room, { ...PLAIN, house: random.pick(HOUSES), door: random.pick(['室', '', '房']) }),
  (_, room) => `${room.building}#${room.unit}单元${room.room}`,
  (_, room) => `${chinese(room.building)}号楼${chinese(room.unit)}单元${room.room}室`,
  (_, room) => `${chinese(room.building)}栋${chinese(room.unit)}单元${spoken(room.room)}室`,
  (_, room) => `${room.building}号楼 ${room.unit}单元 ${room.room} 室`,
  (_, room) => `，${room.building}栋，${room.unit}单元，${room.room}`,
  (_, room) => `·${room.building}号楼/${room.unit}单元/${room.room}室。`,
];

/** @typedef {(written: Written) => Written} Front */
/** @type {readonly Front[]} province, city and district, where they are wanted and where not */
const FRONTS = [
  (written) => written,
  (written) => ({
    ...written,
    address: `${written.province}${written.city}${written.district}${written.address}`,
  }),
  (written) => ({ ...written, address: `${written.city}${written.district}${written.address}` }),
  (written) => {
    const { province, city, district, street, address } = written;
    const glued = `${province === city ? '' : province}${city}${district}${street}${address}`;
    return { province: '', city: '', district: '', street: '', address: glued };
  },
  (written) => ({ ...written, province: '', street: '' }),
  (written) => ({
    ...written,
    province: written.province.replace(/省|市$|壮族自治区|维吾尔自治区|自治区/, ''),
    address: `${written.district} ${written.district} ${written.address}`,
  }),
];

/**
 * The same room in another spelling: every part is there and means the same.
 * @param {Random} random
 * @param {Room} room
 * @returns {Written}
 */
export function spellRoom(random, room) {
  const { address, ...above } = writeRoom({ ...room }, PLAIN);
  const head = address.slice(0, address.length - below(room, PLAIN).length);
  let text = head + random.pick(TAILS)(random, room);
  if (random.chance(0.2)) text = fullWidth(text);
  if (random.chance(0.2)) text = replaced(text, TRADITIONAL);
  if (random.chance(0.25)) text += random.pick(DELIVERY);
  if (random.chance(0.15)) text += random.pick(CODES);
  return random.pick(FRONTS)({ ...above, address: text });
}

/**
 * The same room disguised: what is added or spoilt means nothing, and every number is as it was.
 * @param {Random} random
 * @param {Room} room
 * @returns {Written}
 */
export function jigRoom(random, room) {
  const { address, ...above } = writePlainly(room);
  const { road, number, compound, building, unit, room: door } = room;
  const site = `${road}${number}号`;
  const house = `${building}号楼`;
  const flat = `${unit}单元${door}室`;
  const jigs = [
    () => address + random.pick(SUFFIXES),
    () => address + random.pick(SUFFIXES),
    () => `${site}${compound}${compound}${house}${flat}`,
    () => `${site}${compound}${house}${house}${flat}`,
    () => `${compound}${site}${house}${flat}`,
    () => `${site}${compound}${house}${door}室${unit}单元`,
    () => `${site}${wrong(random, compound)}${house}${flat}`,
    () => `${wrong(random, road)}${number}号${compound}${house}${flat}`,
  ];
  return { ...above, address: random.pick(jigs)() };
}

/** One character taken for another. @param {Random} random @param {string} text */
function wrong(random, text) {
  const chars = [...text];
  const at = random.pick(chars.flatMap((char, index) => (WRONG.has(char) ? [index] : [])));
  return chars.map((char, index) => (index === at ? (WRONG.get(char) ?? char) : char)).join('');
}
