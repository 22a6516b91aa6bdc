// Provinces, cities and districts: of the columns, or of the beginning of an address, and that beginning taken away.

import { cleanAddress } from './address-text.js';
import { isMunicipality, type Region, regionKey, regions, shortCity, shortProvince } from './regions.js';

/** Short names: 浙江 for 浙江省, 广西 for 广西壮族自治区. '' where nothing visible stands. */
export interface Place {
  readonly province: string;
  /** Without 市: 杭州. */
  readonly city: string;
  /** As the list of regions has it (西湖区 for 西湖), as it is written where that has none. */
  readonly district: string;
  /** `province|city|district`, '' when none of them is known. */
  readonly key: string;
  /** The characters with which an address that repeats the place begins. */
  readonly initials: string;
}

/** Cells that name no place of their own. */
const NO_PLACE =
  /^(?:市辖区|县|省直辖县|(?:省|自治区)直辖县级行政区划|省直辖行政单位|其[他它]区?|全境|城区以外|(?:北京|天津|上海|重庆)市?(?:城区|郊县)|-+)$/;
/** What a name without 省, 市 or 区 is part of when it stands there: 杭州路, 余杭塘路, 上海花园, 余杭镇. */
const NAME_GOES_ON =
  /^(?:[东西南北中新]?[路街道巷弄里镇乡村]|.?[路街巷弄道]|大[道街厦楼学院桥]|街道|花园|花苑|家园|公寓|小区|社区|广场|新[村城苑]|[城苑府园院庭湾])/;
/** What stands behind a district that is written without 区: nobody else says that 滨江 is no compound's name. */
const STREET_NEXT = /^[\u4e00-\u9fff\d]{2,7}?(?:[路街巷弄镇乡村]|大道|社区)/;
/** Names of districts that many cities have, and towns that stand in the place of districts. */
const COMMON_DISTRICT = /(?:[镇乡]|街道|街道办事处|开发区|高新区|工业园区|经开区|示范区|新区)$/;
/** Districts that no list has: zones, and what will be founded. 小区, 社区 and their like are none, nor is 听雨东区. */
const DISTRICT =
  /^(?:[\u4e00-\u9fff]{0,6}?(?:高新|经开|技术|开发|产业|示范|度假|保税|[^小社园校景厂库]新)区|[\u4e00-\u9fff]{1,2}[^小社园校景厂库]区|[\u4e00-\u9fff]{1,3}[县旗](?!城)|[\u4e00-\u9fff]{2,3}市(?!场))/;
/** Names in front of an address at most: three repeats of three. */
const MOST_NAMES = 10;

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

const NOWHERE: Region = { province: '', city: '', district: '' };

function readCells(province: string, city: string, district: string): Place {
  const cells = [visible(province), visible(city), visible(district)] as const;
  let region = NOWHERE;
  for (const [level, cell] of cells.entries()) {
    const { region: read, end } = readRegions(cell, region, level);
    if (end === cell.length) region = read;
    // What stands below a district in the last column is a town; below a city it is a district that no list has.
    else if (level < 2) return asWritten(...cells);
    else if (region.district === '') region = { ...region, district: end > 0 ? cell.slice(end) : cell };
  }
  return placeOf(region);
}

/** Cells that the list does not know, or that contradict each other: each stands for itself. */
function asWritten(province: string, city: string, district: string): Place {
  return placeOf({ province: shortProvince(province), city: shortCity(city), district });
}

function visible(cell: string): string {
  const text = cleanAddress(cell);
  return text.includes('*') || NO_PLACE.test(text) ? '' : text;
}

function placeOf(region: Region): Place {
  const { province, city, district } = region;
  const isKnown = province !== '' || city !== '' || district !== '';
  const { names } = regions();
  let initials = '中市';
  for (const of of [{ province, city: '', district: '' }, { province, city, district: '' }, region]) {
    const own = [of.province, of.city, of.district, ...(names.get(regionKey(of)) ?? [])];
    for (const name of own) if (!initials.includes(name.charAt(0))) initials += name.charAt(0);
  }
  return { province, city, district, key: isKnown ? regionKey(region) : '', initials };
}

/**
 * The place of an address whose columns name `place`, and the address without it, however often it stands in front,
 * and without the street's name. Where the columns name something visible they win: they are what the platform keeps
 * for the courier, the text is what the buyer typed; what contradicts them stays in the text. Only what they leave out
 * is taken from the text.
 */
export function locate(text: string, place: Place, street: string): { place: Place; rest: string } {
  if (place.district !== '' && !place.initials.includes(text.charAt(0)) && !beginsWith(text, street, 0))
    return { place, rest: text };
  let [at, region]: [number, Region] = [0, place];
  for (let round = 0; round < MOST_NAMES; round++) {
    const before = at;
    const read = readRegions(text.slice(at), region, TEXT);
    at += read.end;
    region = read.region;
    if (region.city !== '' && region.district === '') {
      const district = DISTRICT.exec(text.slice(at, at + 12))?.[0] ?? '';
      region = { ...region, district };
      at += district.length;
    }
    if (beginsWith(text, region.district, at)) at += region.district.length;
    if (beginsWith(text, street, at)) at += street.length;
    if (at === before) break;
  }
  const isSame =
    region.district === place.district && region.city === place.city && region.province === place.province;
  return { place: isSame ? place : placeOf(region), rest: text.slice(at) };
}

function beginsWith(text: string, name: string, at: number): boolean {
  return name.length > 1 && text.startsWith(name, at);
}

/** The district with which a text begins whose province and city are not known; '' for none. */
export function leadingDistrict(text: string): string {
  return DISTRICT.exec(text.slice(0, 14))?.[0] ?? '';
}

/** Behind these 区 ends no district's name: 小区, 社区, 园区, 新区. */
const NO_DISTRICT = '小社园校景厂库新';
const FEWEST_OF_DISTRICT = 3;

/**
 * True when a text names in full a district other than that of `key` (see `Place`): one of the same city, or another
 * city's behind that one's name, for 老城区 and 东城区 are said of any city. Zones lie in districts and are none.
 */
export function namesOtherDistrict(text: string, key: string): boolean {
  const [province, city, district] = key.split('|');
  if (!district) return false;
  const { full, longest } = regions();
  for (let at = FEWEST_OF_DISTRICT - 1; at < text.length; at++) {
    if (!'区县'.includes(text.charAt(at)) || NO_DISTRICT.includes(text.charAt(at - 1))) continue;
    if (text.charAt(at + 1) === '域') continue;
    for (let from = Math.max(0, at + 1 - longest); from <= at + 1 - FEWEST_OF_DISTRICT; from++) {
      const name = text.slice(from, at + 1);
      const named = full.get(name)?.filter((one) => one.district !== '');
      if (named === undefined || named.length === 0 || COMMON_DISTRICT.test(name)) continue;
      const near = named.filter((one) => one.province === province && one.city === city);
      if (near.some((one) => one.district === district)) break;
      const before = text.slice(0, from).replace(/市$/, '');
      if (near.length > 0 || named.some((one) => one.city !== '' && before.endsWith(one.city))) return true;
      break;
    }
  }
  return false;
}

const DISTRICT_END = /(?<=..)(?:新区|[区县市])$/;

/** True when a district, with or without its province and city in front of it, is this one; 余杭 is 余杭区. */
export function sameDistrict(written: string, province: string, city: string, district: string): boolean {
  if (district === '') return false;
  const bare = (text: string) => text.replace(DISTRICT_END, '');
  const own = bare(district);
  return [own, city + own, province + city + own].includes(bare(written));
}

/** In place of the level of a column: a text, where a name may be the beginning of a road's. */
const TEXT = -1;

/**
 * Reads names of regions from the beginning of a text on, each of which agrees with what is known so far. `level` is
 * the column that the text stands in: 0 for provinces, 1 for cities, 2 for districts.
 */
function readRegions(text: string, from: Region, level: number): { region: Region; end: number } {
  let region = from;
  let end = 0;
  for (let round = 0; round < MOST_NAMES && end < text.length; round++) {
    if (text.startsWith('市辖区', end)) {
      end += 3;
      continue;
    }
    const start = end === 0 && text.startsWith('中国') ? 2 : end;
    const step = fullStep(text, start, region, level) ?? bareStep(text, start, region, level);
    if (step === null) break;
    ({ region, end } = step);
    while (text.charAt(end) === '-') end++;
  }
  return { region, end };
}

interface Step {
  readonly region: Region;
  readonly end: number;
}

function fullStep(text: string, at: number, region: Region, level: number): Step | null {
  const { full, longest } = regions();
  for (let length = Math.min(longest, text.length - at); length > 1; length--) {
    const name = text.slice(at, at + length);
    const candidates = full.get(name);
    if (candidates === undefined || (name.endsWith('市') && text.charAt(at + length) === '场')) continue;
    const found = choose(candidates, region, level);
    if (found === null) continue;
    if (found.district !== '' && region.city === '' && COMMON_DISTRICT.test(name)) continue;
    return { region: found, end: at + length };
  }
  return null;
}

function bareStep(text: string, at: number, region: Region, level: number): Step | null {
  const { bare, longest } = regions();
  for (let length = Math.min(longest, text.length - at); length > 1; length--) {
    const candidates = bare.get(text.slice(at, at + length));
    const found = candidates === undefined ? null : choose(candidates, region, level);
    if (found === null) continue;
    const end = at + length;
    if (level !== TEXT) {
      // 余杭市 was the name of 余杭区 before, and 郫都县 is written by mistake.
      const isEnded = found.district !== '' && '区县市'.includes(text.charAt(end) || '-');
      return { region: found, end: isEnded ? end + 1 : end };
    }
    const next = behindBare(text, end, found, region);
    if (next >= 0) return { region: found, end: next };
  }
  return null;
}

/** Where a text goes on behind a name that is written without its ending; -1 when it is none there. */
function behindBare(text: string, end: number, found: Region, region: Region): number {
  if (found.district !== '') {
    if (region.city === '') return -1;
    if ('区县市'.includes(text.charAt(end) || '-') && text.charAt(end + 1) !== '场') return end + 1;
  }
  if (NAME_GOES_ON.test(text.slice(end, end + 4))) {
    // 道里区 behind 哈尔滨 and 城关区 behind 拉萨 are districts of theirs, whatever they begin with.
    const next = fullStep(text, end, found, TEXT);
    return next !== null && next.region.district !== '' ? end : -1;
  }
  if (found.district !== '') {
    return region.district !== '' || STREET_NEXT.test(text.slice(end, end + 10)) ? end : -1;
  }
  if (found.city === '' || region.province !== '' || isMunicipality(found)) return end;
  // 杭州 alone may be part of any name; with a district of its own behind it it is the city.
  const next = fullStep(text, end, found, TEXT) ?? bareStep(text, end, found, TEXT);
  return next !== null && next.region.district !== '' ? end : -1;
}

/**
 * What a name means beside what is known: of all that agree the highest that is not yet known (吉林 is the province
 * first, its city then), or the one that is known already. Null for several of one level (朝阳区 stands in several
 * cities), and for none.
 */
function choose(candidates: readonly Region[], known: Region, level: number): Region | null {
  let best: Region | null = null;
  let bestRank = 9;
  let isSeveral = false;
  for (const one of candidates) {
    if (known.province !== '' && one.province !== known.province) continue;
    if (known.city !== '' && one.city !== '' && one.city !== known.city) continue;
    if (known.district !== '' && one.district !== '' && one.district !== known.district) continue;
    const rank = rankOf(one, known, level);
    if (rank > bestRank) continue;
    // Of what is known already nothing has to be chosen: 长沙 is 长沙市 or 长沙县 where both are.
    isSeveral = rank === bestRank && rank !== NOT_NEW;
    bestRank = rank;
    best = one;
  }
  if (best === null || isSeveral) return null;
  const { province, city, district } = best;
  return { province, city: city || known.city, district: district || known.district };
}

const NOT_NEW = 6;

function rankOf(one: Region, known: Region, level: number): number {
  const own = one.district !== '' ? 2 : one.city !== '' && !isMunicipality(one) ? 1 : 0;
  const isNew = own === 2 ? known.district === '' : own === 1 ? known.city === '' : known.province === '';
  if (!isNew) return NOT_NEW;
  // A column's own level first: 朝阳 in the column of cities is 朝阳市.
  return own === level ? -1 : own;
}
