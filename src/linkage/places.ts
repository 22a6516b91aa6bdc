// Provinces, cities and districts: of the columns, or of the beginning of an address, and that beginning taken away.

import { cleanAddress } from './address-text.js';

/** Short names: 浙江 for 浙江省, 广西 for 广西壮族自治区. '' where nothing visible stands. */
export interface Place {
  readonly province: string;
  /** Without 市: 杭州. */
  readonly city: string;
  /** As it is written: 西湖区. */
  readonly district: string;
  /** `province|city|district`, '' when none of them is known. */
  readonly key: string;
}

const MUNICIPALITIES = ['北京', '天津', '上海', '重庆'];
const PROVINCES = [
  ...[...MUNICIPALITIES, '河北', '山西', '内蒙古', '辽宁', '吉林', '黑龙江', '江苏', '浙江', '安徽', '福建'],
  ...['江西', '山东', '河南', '湖北', '湖南', '广东', '广西', '海南', '四川', '贵州', '云南', '西藏', '陕西'],
  ...['甘肃', '青海', '宁夏', '新疆', '台湾', '香港', '澳门'],
];
/** What may stand behind a province's short name. */
const PROVINCE_ENDS = ['省', '市', '壮族自治区', '维吾尔自治区', '回族自治区', '自治区', '特别行政区'];

/** Cells that name no place of their own. */
const NO_CITY = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);
/** A short name with one of these behind it begins the name of a street or a village: 杭州路. */
const STREET_NEXT = /^[东西南北中新]?[路街大道巷弄里村镇]/;

const CITY = /^[\u4e00-\u9fff]{2,8}?(?:市(?!场)|自治州|地区|盟)/;
/** 小区, 社区, 园区 and their like are no districts, 县城 is no county. */
const DISTRICT = /^[\u4e00-\u9fff]{1,7}?(?:(?<![小社园校景厂库])区|县(?!城)|旗|市(?!场))/;

/** A memo: a file names each of its few hundred places on thousands of lines. */
const known = new Map<string, Map<string, Map<string, Place>>>();
let knownCount = 0;
/** More than there are districts in China: cells that hold no places shall not fill the memory. */
const MOST_KNOWN = 10_000;

/** The place that the columns name; what is masked there counts as absent. */
export function placeOfCells(province: string, city: string, district: string): Place {
  const place = known.get(province)?.get(city)?.get(district);
  if (place !== undefined) return place;
  if (++knownCount > MOST_KNOWN) {
    known.clear();
    knownCount = 1;
  }
  const cities = getOrSet(known, province, () => new Map());
  const districts = getOrSet(cities, city, () => new Map());
  return getOrSet(districts, district, () => readCells(province, city, district));
}

function getOrSet<V>(map: Map<string, V>, key: string, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function readCells(province: string, city: string, district: string): Place {
  const shortened = shortProvince(visible(province));
  let town = visible(city);
  if (NO_CITY.has(town)) town = '';
  if (town.endsWith('市') && town.length > 2) town = town.slice(0, -1);
  if (town === '' && MUNICIPALITIES.includes(shortened)) town = shortened;
  return placeOf(shortened, town, visible(district));
}

function placeOf(province: string, city: string, district: string): Place {
  const isKnown = province !== '' || city !== '' || district !== '';
  return { province, city, district, key: isKnown ? `${province}|${city}|${district}` : '' };
}

function visible(cell: string): string {
  const text = cleanAddress(cell);
  return text.includes('*') ? '' : text;
}

function shortProvince(text: string): string {
  if (text.endsWith('省') || text.endsWith('市')) return text.slice(0, -1);
  if (text.length < 5) return text;
  return PROVINCES.find((name) => text.startsWith(name)) ?? text;
}

/** What an address begins with where the columns name no place, read as far as it can be read. */
export function placeOfText(text: string): Place {
  const name = PROVINCES.find((short) => text.startsWith(short)) ?? '';
  let at = name === '' ? 0 : behindName(text, 0, name, PROVINCE_ENDS);
  if (at < 0) return placeOf('', '', '');
  const isMunicipality = MUNICIPALITIES.includes(name);
  let city = isMunicipality ? name : '';
  if (isMunicipality) {
    if (text.startsWith(name, at)) at += name.length + (text.startsWith('市', at + name.length) ? 1 : 0);
  } else {
    const town = CITY.exec(text.slice(at, at + 12))?.[0] ?? '';
    at += town.length;
    city = town.endsWith('市') ? town.slice(0, -1) : town;
  }
  // A road's name may begin like a district's: without province and city nothing tells them apart.
  if (city === '') return placeOf(name, '', '');
  return placeOf(name, city, DISTRICT.exec(text.slice(at, at + 10))?.[0] ?? '');
}

/** The district with which a text begins whose province and city are not known; '' for none. */
export function leadingDistrict(text: string): string {
  return DISTRICT.exec(text.slice(0, 14))?.[0] ?? '';
}

const DISTRICT_END = /(?<=..)(?:新区|[区县市])$/;

/** True when a district, with or without its province and city in front of it, is this one; 余杭 is 余杭区. */
export function sameDistrict(written: string, province: string, city: string, district: string): boolean {
  if (district === '') return false;
  const bare = (text: string) => text.replace(DISTRICT_END, '');
  const own = bare(district);
  return [own, city + own, province + city + own].includes(bare(written));
}

/** Times that a place is written in front of an address at most. */
const MOST_REPEATS = 3;

/** The address without the place in front of it, however often it stands there; also without the street's name. */
export function withoutPlace(
  text: string,
  province: string,
  city: string,
  district: string,
  street: string,
): string {
  let at = 0;
  for (let round = 0; round < MOST_REPEATS; round++) {
    const before = at;
    if (province !== '') at = Math.max(at, behindName(text, at, province, PROVINCE_ENDS));
    if (city !== '') at = Math.max(at, behindName(text, at, city, ['市']));
    if (text.startsWith('市辖区', at)) at += 3;
    if (district.length > 1 && text.startsWith(district, at)) at += district.length;
    if (street.length > 1 && text.startsWith(street, at)) at += street.length;
    if (at === before) break;
  }
  return text.slice(at);
}

/** Where the text goes on behind a name and one of its endings; -1 when it does not stand at `at`. */
function behindName(text: string, at: number, name: string, ends: readonly string[]): number {
  if (!text.startsWith(name, at)) return -1;
  const next = at + name.length;
  const end = ends.find((suffix) => text.startsWith(suffix, next));
  if (end !== undefined) return next + end.length;
  return STREET_NEXT.test(text.slice(next, next + 2)) ? -1 : next;
}
