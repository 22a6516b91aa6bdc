// Addresses of a shop's lists: each way to read an entry, and which entries a recipient's address is one of.

import { cleanAddress, isDigit, isHan, isLatin, withoutCourierWords } from './address-text.js';
import { leadingDistrict, locate, placeOfCells, sameDistrict } from './places.js';
import { roomOf, withDashes } from './rooms.js';

/** An entry as one of the addresses that it can mean. '' in the place: any. */
interface Form {
  readonly province: string;
  readonly city: string;
  readonly district: string;
  /** The address down to its room; '' where it names none. */
  readonly room: string;
  /** Without a room: what every address that it covers begins with. */
  readonly beginning: string;
}

/** What identifies where a recipient lives. */
export interface Where {
  /** `province|city|district`, '' when nothing of it is known. */
  readonly district: string;
  readonly place: string;
  readonly room: string;
  readonly pickup: string;
}

const MASK = /\*|xx/;
/** A town or a street's office in front of the street: files have a column of its own for it. */
const TOWN = /^[\u4e00-\u9fff]{2,5}?(?:街道|镇|乡)(?![东西南北中]?[路街道大巷弄里村])/;
const FEWEST_CHARACTERS = 4;
/** Without a number such a name covers a whole street, town or district. */
const WIDE = /(?:[省市县旗路街道巷弄镇乡村]|(?<![小社园校景厂库])区)$/;
/** Letters that name nothing by themselves. */
const NAMELESS = /[号楼栋幢座单元门层室房户弄区期第东西南北]/g;

/**
 * The addresses that an entry can mean; `short` for one that would cover whole streets or towns, `masked` for one of
 * which something is hidden. A place that is left out is any place.
 */
export function formsOf(entry: string): readonly Form[] | 'short' | 'masked' {
  const text = cleanAddress(entry);
  if (MASK.test(text)) return 'masked';
  const {
    place: { province, city, district },
    rest,
  } = locate(text, placeOfCells('', '', ''), '');
  const forms = [{ province, city, district, rest }];
  // A road's name may begin like a district's, so both are possible.
  const leading = district === '' ? leadingDistrict(rest) : '';
  if (leading !== '') forms.push({ province, city, district: leading, rest: rest.slice(leading.length) });
  for (const form of [...forms]) {
    const town = TOWN.exec(form.rest)?.[0] ?? '';
    if (town !== '') forms.push({ ...form, rest: form.rest.slice(town.length) });
  }
  const usable = forms.flatMap(({ rest, ...place }): Form[] => {
    const own = withoutCourierWords(rest);
    const room = roomOf(own);
    if (room !== '') return [{ ...place, room, beginning: '' }];
    return isNarrow(own) ? [{ ...place, room: '', beginning: own }] : [];
  });
  return usable.length === 0 ? 'short' : usable;
}

/** True for what names a house, a compound or a point, and not all of a street or a town. */
function isNarrow(text: string): boolean {
  const named = text.replace(NAMELESS, '').match(/\p{Script=Han}/gu)?.length ?? 0;
  return text.length >= FEWEST_CHARACTERS && named >= 2 && (/\d/.test(text) || !WIDE.test(text));
}

/** Entries by what they mean. A look costs the same however many there are; it grows with their different lengths. */
export class KnownAddresses<T> {
  readonly #rooms = new Map<string, Target<T>[]>();
  readonly #beginnings = new Map<string, Target<T>[]>();
  readonly #lengths = new Set<number>();

  add(forms: readonly Form[], what: T): void {
    for (const form of forms) {
      const target = { form, what };
      if (form.room !== '') push(this.#rooms, form.room, target);
      for (const text of new Set([form.beginning, withDashes(form.beginning)])) {
        if (text === '') continue;
        push(this.#beginnings, text, target);
        this.#lengths.add(text.length);
      }
    }
  }

  /** Calls `found` for every entry that the address is one of; an entry of several forms may come several times. */
  find(where: Where, found: (what: T, beginning: string) => void): void {
    const { place, pickup } = where;
    if (place === '') return;
    const [province = '', city = '', district = ''] = where.district.split('|');
    // Where no city and no district is known nobody links by a room, and yet it is one.
    const room = where.room !== '' || pickup !== '' ? where.room : roomOf(place);
    const told = (targets: readonly Target<T>[] | undefined) => {
      for (const { form, what } of targets ?? []) {
        if (isThere(form, province, city, district)) found(what, form.beginning);
      }
    };
    if (room !== '') told(this.#rooms.get(room));
    for (const length of this.#lengths) {
      const own = beginningOf(place, length);
      if (own !== '') told(this.#beginnings.get(own));
      const dashed = beginningOf(room, length);
      if (dashed !== '' && dashed !== own) told(this.#beginnings.get(dashed));
    }
  }
}

interface Target<T> {
  readonly form: Form;
  readonly what: T;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** The first characters of an address; '' where it is shorter, or where they would end within a number or a word. */
function beginningOf(text: string, length: number): string {
  if (text.length < length) return '';
  const last = text.charCodeAt(length - 1);
  const next = text.charCodeAt(length);
  if (isDigit(last) && isDigit(next)) return '';
  if (isLatin(last) && isLatin(next)) return '';
  // 3号 is a house, 3号楼 a building of one.
  if (text.startsWith('号楼', length - 1) && !isHan(text.charCodeAt(length - 2))) return '';
  return text.slice(0, length);
}

/** What both name must be the same, and the smallest that the entry names must be named. */
function isThere(form: Form, province: string, city: string, district: string): boolean {
  if (form.province !== '' && province !== '' && form.province !== province) return false;
  if (form.district === '')
    return form.city === '' ? form.province === '' || province !== '' : form.city === city;
  if (form.city !== '' && form.city !== city) return false;
  return sameDistrict(form.district, province, city, district);
}
