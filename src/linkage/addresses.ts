// Addresses as keys: the room they name, or the pickup point; written in many ways, one key.

import { cleanAddress, KIND, kindsOf, oneOf, withoutCourierWords } from './address-text.js';
import { locate, type Place, placeOfCells } from './places.js';
import { roomOf } from './rooms.js';

export interface AddressCells {
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly street: string;
  readonly address: string;
}

export interface AddressKeys {
  readonly province: string;
  readonly district: string;
  readonly room: string;
  readonly pickup: string;
  /** Words say that unrelated people live or work behind one door, or that a pickup point is a forwarder's. */
  readonly communal: boolean;
  /** The whole address below the district, without words for the courier; '' when masked. */
  readonly place: string;
  readonly masked: boolean;
}

/** Words that name pickup points. */
export interface PickupWords {
  /** Characters of which every such word holds one: few addresses have any. */
  readonly isOfWord: (code: number) => boolean;
  readonly pattern: RegExp;
}

const OF_WORD = '驿鸟丰柜提收集转仓递易兔巢邻超菜优';
/**
 * Pickup points, lockers, warehouses, forwarders (CL5). 仓 stands in the names of places (太仓, 仓山, 仓前): alone it
 * counts at the end, beside a number or a letter, or in a word for a warehouse.
 */
const PICKUP_WORD =
  '(?:菜鸟|丰巢|驿站(?![路街巷村])|快递(?:柜|站|点|超市|代理)|智能柜|自提|代收|集运|转运|速递易|兔喜|近邻宝|' +
  '蜂巢(?:快递|智能|自提|柜|$)|(?:韵达|中通|圆通|申通|百世|极兔|顺丰|德邦|京东|邮政)(?:超市|快递[站点部])|' +
  '多多买菜|淘菜菜|美团优选|兴盛优选|' +
  '仓库|仓储|货仓|云仓|分仓|总仓|保税仓|海外仓|中转仓|[号区0-9a-z]仓(?![山前桥街路巷镇乡村里])|仓$)';
/** In front of a word of the shop's own: the parcel shall be left there, the buyer lives elsewhere. */
const LEFT_AT = '(?<!(?:放|存|送)(?:到|在|至|于)?)';
const PATTERN_SIGN = /[.*+?^${}()|[\]\\/-]/g;

/** The known words, and those that a shop adds; each of these as `cleanAddress` has it, two characters at least. */
export function pickupWords(added: readonly string[]): PickupWords {
  const own = added.map((word) => LEFT_AT + word.replace(PATTERN_SIGN, '\\$&'));
  const word = own.length === 0 ? PICKUP_WORD : `(?:${[...own, PICKUP_WORD].join('|')})`;
  return {
    isOfWord: oneOf(OF_WORD + added.map((text) => text[0]).join('')),
    // Several such words in a row are one name (菜鸟驿站), and its kind and number belong to it: 丰巢快递柜3号柜.
    pattern: new RegExp(
      `${word}(?:.{0,4}?${word}){0,3}(?:服务)?(?:[站点柜店处部仓库]|中心|超市)?` +
        '(?:\\d{1,3}(?!\\d)(?:号?[柜店站点仓库])?)?',
    ),
  };
}

export const KNOWN_PICKUP_WORDS = pickupWords([]);

/** True when the address is a place where strangers fetch their parcels; words for the courier do not count. */
export function isPickupPoint(address: string, words = KNOWN_PICKUP_WORDS): boolean {
  return pickupEnd(withoutCourierWords(cleanAddress(address)), words) > 0;
}

/** Where the name of a pickup point ends, 0 without one. */
function pickupEnd(text: string, { isOfWord, pattern }: PickupWords): number {
  for (let i = 0; i < text.length; i++) {
    if (!isOfWord(text.charCodeAt(i))) continue;
    const match = pattern.exec(text);
    return match === null ? 0 : match.index + match[0].length;
  }
  return 0;
}

/**
 * A town or a street's office in front of what it holds: some write it, others have a column for it. A street may be
 * named after it (听泉镇路), and an estate (水乡花园).
 */
const TOWN =
  /^[\u4e00-\u9fff]{2,5}?(?:街道(?:办事处)?|镇|乡)(?![东西南北中]?[路街大道巷弄里村间]|[花家小公]|\d)(?=.{4})/;
const TOWN_ALONE = /^[\u4e00-\u9fff]{2,6}(?:街道(?:办事处)?|镇|乡)$/;
const isTownEnd = oneOf('道镇乡处');

/** The same in a cheap look: few addresses have such a character there. */
function mayNameTown(text: string): boolean {
  for (let i = 2; i < 9; i++) if (isTownEnd(text.charCodeAt(i))) return true;
  return false;
}

/** The place of an address and what stands below it, without the town, wherever between them it stands. */
function located(text: string, named: Place, street: string): { place: Place; rest: string } {
  const found = locate(text, named, street);
  if (!mayNameTown(found.rest)) return found;
  const town = TOWN.exec(found.rest)?.[0] ?? '';
  return town === '' ? found : locate(found.rest.slice(town.length), found.place, '');
}

/**
 * A dormitory, a school, a works, an office, a shop: strangers of each other live or work behind one door. Not what is
 * named after one, or stands near one: 学院路, 大学城, 医院家属院, 中学对面. 大厦 and 公寓 alone hold homes as well.
 */
const COMMUNAL =
  /(?:宿舍|\d舍|学院|大学(?!城)|学校|[中小]学|幼儿园|工厂|厂区|[^\u5382]厂(?=[\d号]|$)|工业[园区]|产业园|科技园|软件园|创业园|公司|办公室|前台|写字楼|医院|部队|营区|酒店|宾馆|旅馆|旅店|网吧|商铺|店铺|门店|门市|档口)(?![东西南北中]?[路街巷道弄]|家属|教师|.{0,2}(?:对面|旁|附近|隔壁|背后|后面))|室[\u4e00-\u9fff]{0,8}(?:科技|贸易|商贸|传媒|网络|电子|集团|工作室|事务所)/;

/** A forwarder's warehouse takes parcels for strangers, often under a phone of its own. */
const FORWARDER = /集运|转运/;

/** Two or more x in a row stand for hidden characters, as `*` does. */
const MASK = /\*|xx/;

/**
 * The keys of an address: its district, and the room or pickup point below it. Where neither city nor district is
 * known there is no room, for the same compound may stand in another city.
 */
export function readAddress(cells: AddressCells, words = KNOWN_PICKUP_WORDS): AddressKeys {
  const named = placeOfCells(cells.province, cells.city, cells.district);
  let kinds = kindsOf(cells.address);
  const isPlain = (kinds & KIND.notPlain) === 0;
  const text = isPlain ? cells.address : cleanAddress(cells.address);
  if (!isPlain) kinds = kindsOf(text);
  const isMasked = !isPlain && MASK.test(text);
  const street = cells.street === '' ? '' : cleanAddress(cells.street);
  const { place: told, rest } = isMasked ? { place: named, rest: '' } : located(text, named, street);
  const { province, city, district, key } = told;
  const masked = isMasked || cells.province.includes('*') || cells.district.includes('*');
  let room = '';
  let pickup = '';
  let place = '';
  if (!isMasked && text !== '') {
    place = (kinds & KIND.courier) === 0 ? rest : withoutCourierWords(rest);
    // A town alone is nobody's address.
    if (isTownEnd(place.charCodeAt(place.length - 1)) && TOWN_ALONE.test(place)) place = '';
  }
  if (!masked && place !== '' && (city !== '' || district !== '')) {
    const end = pickupEnd(place, words);
    if (end > 0) pickup = place.slice(0, end);
    else room = roomOf(place);
  }
  const communal =
    room === '' ? FORWARDER.test(pickup) : (kinds & KIND.communal) !== 0 && COMMUNAL.test(place);
  return { province, district: key, room, pickup, communal, place, masked };
}
