// The many ways of writing building, unit, floor and room, brought to one before the numbers are read.

/** Numerals as they stand on cheques, and the same in everyday writing: 叁栋贰单元. Some are surnames: only in front of a word. */
const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰';
const EVERYDAY = '一二三四五六七八九十百';
/** Chinese numerals by their value. */
const NUMERALS: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 十: 10, 百: 100 },
};
/**
 * Numerals in front of a word for building, unit, floor or room, of part or phase of an estate, behind a road's name in
 * front of 号 and 弄, and three or four directly behind building or unit. In names (三里屯, 五一路) they are letters.
 */
const NUMERAL =
  /[〇零一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰]{1,5}(?=号楼|号院|[栋幢座舍室房层]|单元|楼[\d一二三四五六七八九十]{1,2}单元|[号巷组][\d〇零一二两三四五六七八九十])|(?<=[\u4e00-\u9fff])[一二三四五六七八九十]{1,2}(?=[期区])|(?<=[路街道弄巷组])[一二三四五六七八九十百]{1,5}(?=[号弄])|(?<=单元|[栋幢座楼层])[〇零一二三四五六七八九]{3,4}(?![〇零一二三四五六七八九十百])|(?<=[楼层])[一二三四五六七八九十]{1,3}(?=[号户])|(?<=[栋幢座元号])[一二三四五六七八九十]{1,3}(?=[楼门][\d〇零一二三四五六七八九东西中南北]|[东西中南北]户)/g;

/**
 * 3号楼3号楼, 听雨苑听雨苑: two Han characters or a number with its word, written twice in a row. 1号1号楼 is building 1 of
 * house 1, and in 11号1号 nothing is doubled.
 */
const DOUBLED = /(?<!\d)(\d{1,4}(?:号楼|单元|[栋幢座号室]))\1+(?!楼)|([\u4e00-\u9fff]{2,8}?)\2+/g;
const LONGEST_DOUBLE = 8;
/** A room in front of its unit: 904室2单元. */
const SWAPPED = /(?<=[栋幢座楼#-])(\d{3,4})室(\d{1,2})单元(?!\d)/;
/** The floor in front of a room whose number begins with it: 4楼401. 2楼203 may be building 2, so something must tell. */
const FLOOR = /(?<=[栋幢座#元号-]|号楼)(\d{1,2})[楼层f]-?(?=\1\d\d(?!\d))/;
/** A door on a floor is a room: 5楼1号 is 501. */
const DOOR_ON_FLOOR = /(?<=[栋幢座#元-]|号楼)(\d{1,2})[楼层f](\d{1,2})[号室房户](?!楼|院)/;
/** So is 5-1 behind a unit, behind building and unit in numbers, and behind a building, of which no unit is the 5th. */
const DASHED_DOOR =
  /(?:(?<=单元)|(?<=[栋幢座#]|号楼)(?=[5-9]-|[1-3]\d-)|(?<=(?<![\d-])\d{1,3}-\d{1,2}-))(\d{1,2})-(\d{1,2})(?![\d-])/;
/** A dash in front of one or two digits: few addresses have one. */
const SHORT_PART = /-\d{1,2}(?![\d-])/;
/** In the north the flats of a floor have sides: 5楼东户, 东户5楼. */
const SIDE =
  /(?<=[栋幢座#元-]|号楼)(?:(\d{1,2})[楼层f]([东西中南北]{1,2}户)|([东西中南北]{1,2}户)(\d{1,2})[楼层f])/;
/** A tower is one building. */
const TOWER_FLOOR = /(?<=大厦|大楼|写字楼|商务楼)(\d{1,2})[楼层f]-?(\1\d\d)(?!\d)室?/;
/** Buildings in the north have doors where others have units: 3号楼2门401. */
const DOOR = /(?<=[栋幢座楼#-])(\d{1,2})门(?=-?\d)/;
/** 第3栋 is 3栋. */
const ORDINAL = /第(?=\d{1,3}(?:号楼|[栋幢座期区楼层组队社]|单元)|\d{3,4}[室房])/g;
/**
 * A unit stands in a building, never on a floor: 3楼2单元401 is 3号楼2单元401. Where the room's own number begins with the
 * floor's, or a building stands in front, it may be a floor after all.
 */
const BUILDING = /(?<![\d栋幢座楼#元-])(\d{1,3})楼-?(?=\d{1,2}(?:单元-?|-)(?!\1\d\d(?!\d))\d{3,4}(?!\d))/;
/** A numbered lane is one estate, whose name adds nothing: 88弄听雨苑3号401 is 88弄3号401. Its parts may number anew. */
const LANE_NAME =
  /(?<=\d弄)(?![\u4e00-\u9fff]{1,7}(?<![小社])区)[\u4e00-\u9fff]{2,8}(?=\d{1,3}(?:号|-|[栋幢座#])(?:楼|院)?-?\d)/;

const HAS_NUMERAL = 1;
const HAS_FLOOR = 2;
const HAS_DOOR = 4;
const HAS_DOUBLE = 8;
const HAS_ORDINAL = 16;
const HAS_LANE = 32;
const HAS_DASH = 64;
const ALL = 127;
/** What a character may be part of. */
const marks = new Uint8Array(1 << 16);
for (const numeral of [...Object.keys(NUMERALS), ...FORMAL]) marks[numeral.charCodeAt(0)] = HAS_NUMERAL;
for (const floor of '楼层f') marks[floor.charCodeAt(0)] = HAS_FLOOR;
marks['门'.charCodeAt(0)] = HAS_DOOR;
marks['第'.charCodeAt(0)] = HAS_ORDINAL;
marks['弄'.charCodeAt(0)] = HAS_LANE;
marks['-'.charCodeAt(0)] = HAS_DASH;
const HAO = '号'.charCodeAt(0);
const LOU = '楼'.charCodeAt(0);

/** The text with numerals as digits, without doubled words, in the sequence building, unit, room. */
export function inOneWay(written: string): string {
  const found = look(written);
  let text = written;
  if ((found & HAS_NUMERAL) !== 0) text = text.replace(NUMERAL, digitsOf);
  if ((found & HAS_ORDINAL) !== 0) text = text.replace(ORDINAL, '');
  if ((found & HAS_DOUBLE) !== 0) text = text.replace(DOUBLED, '$1$2');
  if ((found & HAS_LANE) !== 0) text = text.replace(LANE_NAME, '');
  const room = text.indexOf('室');
  if (room > 0 && room < text.lastIndexOf('单元')) text = text.replace(SWAPPED, '$2单元$1室');
  if ((found & HAS_DOOR) !== 0) text = text.replace(DOOR, '$1单元');
  if ((found & HAS_FLOOR) !== 0)
    text = text.replace(FLOOR, '').replace(TOWER_FLOOR, '$2室').replace(BUILDING, '$1号楼');
  if ((found & HAS_FLOOR) !== 0) text = text.replace(DOOR_ON_FLOOR, roomOnFloor).replace(SIDE, '$1$4$2$3');
  if ((found & HAS_DASH) !== 0 && SHORT_PART.test(text)) text = text.replace(DASHED_DOOR, roomOnFloor);
  return text;
}

/** Where a character of each of the last bits stood last, with the number of the call; small, to stay in the cache. */
const seen = new Uint32Array(1 << 12);
const SEEN_BITS = seen.length - 1;
const PLACE_BITS = 9;
const MOST_PLACES = (1 << PLACE_BITS) - 1;
let calls = 0;

/** Which of the rules can apply at all, by one look at each character: few addresses need any. */
function look(text: string): number {
  if (text.length > MOST_PLACES) return ALL;
  if (++calls >= 1 << (31 - PLACE_BITS)) {
    seen.fill(0);
    calls = 1;
  }
  const call = calls << PLACE_BITS;
  let found = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // 号楼 is a building and no floor.
    if (code !== LOU || before !== HAO) found |= marks[code]!;
    const last = seen[code & SEEN_BITS]! - call;
    seen[code & SEEN_BITS] = call + i;
    // A word may be doubled where two characters in a row stood so before; another one of the same bits may hide it.
    if (last > 0 && i - last <= LONGEST_DOUBLE && isRepeat(text, i, last, before)) found |= HAS_DOUBLE;
    before = code;
  }
  return found;
}

function isRepeat(text: string, at: number, last: number, before: number): boolean {
  return text.charCodeAt(last) !== text.charCodeAt(at) || text.charCodeAt(last - 1) === before;
}

function roomOnFloor(_: string, floor: string, door: string): string {
  return floor + door.padStart(2, '0');
}

/** 二十三 by its value, 四零一 digit by digit. What is neither stays as it is. */
function digitsOf(written: string): string {
  const numeral = [...written].map((letter) => EVERYDAY[FORMAL.indexOf(letter)] ?? letter).join('');
  if (!/[十百]/.test(numeral)) return [...numeral].map((letter) => NUMERALS[letter]).join('');
  const [, hundreds, tens, ones] =
    /^(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九])?十)?([一二三四五六七八九])?$/.exec(
      numeral,
    ) ?? [];
  const ten = numeral.includes('十') ? NUMERALS[tens ?? '一']! : 0;
  const value = (NUMERALS[hundreds ?? '零']! * 10 + ten) * 10 + NUMERALS[ones ?? '零']!;
  return value === 0 ? written : String(value);
}
