// Addresses as keys: the room they name, or the pickup point; written in many ways, one key.

import { cleanAddress, isPlainAddress, oneOf, withoutCourierWords } from './address-text.js';
import { placeOfCells, placeOfText, withoutPlace } from './places.js';
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

const OF_WORD = '驿鸟丰柜提收集转仓递易兔';
/**
 * Pickup points, lockers, warehouses, forwarders (CL5). 仓 stands in the names of places (太仓, 仓山, 仓前): alone it
 * counts at the end, beside a number or a letter, or in a word for a warehouse.
 */
const PICKUP_WORD =
  '(?:菜鸟|丰巢|驿站(?![路街巷村])|快递(?:柜|站|点|超市|代理)|智能柜|自提|代收|集运|转运|速递易|兔喜|' +
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

/** Two or more x in a row stand for hidden characters, as `*` does. */
const MASK = /\*|xx/;

/**
 * The keys of an address: its district, and the room or pickup point below it. Where neither city nor district is
 * known there is no room, for the same compound may stand in another city.
 */
export function readAddress(cells: AddressCells, words = KNOWN_PICKUP_WORDS): AddressKeys {
  const named = placeOfCells(cells.province, cells.city, cells.district);
  const isPlain = isPlainAddress(cells.address);
  const text = isPlain ? cells.address : cleanAddress(cells.address);
  const isMasked = !isPlain && MASK.test(text);
  const isNamed = named.city !== '' || named.district !== '';
  const told = isNamed || isMasked ? named : placeOfText(text);
  const { province, city, district, key } = told.key === '' ? named : told;
  const masked = isMasked || cells.province.includes('*') || cells.district.includes('*');
  let room = '';
  let pickup = '';
  let place = '';
  if (!isMasked && text !== '') {
    place = withoutCourierWords(withoutPlace(text, province, city, district, cleanAddress(cells.street)));
  }
  if (!masked && place !== '' && (city !== '' || district !== '')) {
    const end = pickupEnd(place, words);
    if (end > 0) pickup = place.slice(0, end);
    else room = roomOf(place);
  }
  return { province, district: key, room, pickup, place, masked };
}
