// The regions of China by their names: what a name can mean, unpacked when it is first asked for.

import { REGION_NAMES } from './region-names.js';

/** A province, a city with its province, or a district with both; short names as in `Place`. */
export interface Region {
  readonly province: string;
  readonly city: string;
  readonly district: string;
}

/** What names mean: as they are written in full, and without 省, 市, 区 or 县. */
export interface Regions {
  readonly full: ReadonlyMap<string, readonly Region[]>;
  readonly bare: ReadonlyMap<string, readonly Region[]>;
  /** Characters of the longest name. */
  readonly longest: number;
  /** The names in `full` of a region's own level, by its key. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/**
 * Districts that are no more, or were renamed, and what the whole of each belongs to today: old address books go on
 * with them. One that was divided (杭州江干区, 石家庄桥东区) is not here: it stays as it is written. A county that became
 * a district of its own name needs no line.
 */
const FORMER =
  '北京:崇文区>东城区,宣武区>西城区;天津:塘沽区>滨海新区,汉沽区>滨海新区,大港区>滨海新区;' +
  '上海:闸北区>静安区,卢湾区>黄浦区,南市区>黄浦区,南汇区>浦东新区,黄埔区>黄浦区;' +
  '重庆:万盛区>綦江区,双桥区>大足区;南京:下关区>鼓楼区,白下区>秦淮区;无锡:崇安区>梁溪区,南长区>梁溪区,北塘区>梁溪区;' +
  '苏州:沧浪区>姑苏区,平江区>姑苏区,金阊区>姑苏区,工业园区>苏州工业园区;常州:戚墅堰区>武进区;' +
  '淮安:清河区>清江浦区,清浦区>清江浦区,楚州区>淮安区;扬州:维扬区>邗江区;杭州:下城区>拱墅区;宁波:江东区>鄞州区;' +
  '芜湖:三山区>弋江区;厦门:开元区>思明区,鼓浪屿区>思明区;南昌:湾里区>新建区;青岛:四方区>市北区,胶南市>黄岛区;' +
  '广州:东山区>越秀区,芳村区>荔湾区,萝岗区>黄埔区;沈阳:东陵区>浑南区;哈尔滨:太平区>道外区,动力区>香坊区;' +
  '成都:郫县>郫都区;唐山:唐海县>曹妃甸区;乌鲁木齐:东山区>米东区';
/** Divided ones: known as districts of their city, and nothing else is said of them. */
const DIVIDED = '杭州:江干区;石家庄:桥东区;徐州:九里区;厦门:杏林区';

/** The peoples that an autonomous county or prefecture is named after. */
const PEOPLES =
  /(?:蒙古族?|哈萨克族?|柯尔克孜族?|达斡尔族?|鄂温克族?|鄂伦春族?|塔吉克族?|锡伯族?|土家族|布依族|哈尼族|景颇族|傈僳族|朝鲜族|仡佬族|纳西族|拉祜族|布朗族|独龙族|普米族|仫佬族|毛南族|撒拉族|东乡族|保安族|裕固族|[壮藏羌彝苗侗回傣白满瑶畲黎水佤怒土各]族)+自治(?=[州县旗]$)/;
const PROVINCE_END = /(?:省|市|壮族自治区|维吾尔自治区|回族自治区|自治区|特别行政区)$/;
const DISTRICT_END = /(?:新区|[区县市旗])$/;
/** Zones have long names that nobody writes. */
const ZONES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/高新(?:技术)?(?:产业)?(?:开发)?区$/, ['高新区', '高新技术开发区', '高新技术产业开发区']],
  [/经济(?:技术)?开发区$/, ['经开区', '开发区', '经济开发区', '经济技术开发区']],
];

let unpacked: Regions | undefined;

/** All regions; the first call unpacks them, some milliseconds. */
export function regions(): Regions {
  unpacked ??= unpack();
  return unpacked;
}

export function regionKey({ province, city, district }: Region): string {
  return `${province}|${city}|${district}`;
}

/** A city that is a province of its own; 吉林 is a city of a province of its name. */
export function isMunicipality({ province, city }: Region): boolean {
  return city === province && city !== '吉林';
}

/** 浙江 for 浙江省, 广西 for 广西壮族自治区. */
export function shortProvince(name: string): string {
  const short = name.replace(PROVINCE_END, '');
  return short.length < 2 ? name : short;
}

/** 杭州 for 杭州市; others keep their whole name. */
export function shortCity(name: string): string {
  return name.length > 2 && name.endsWith('市') ? name.slice(0, -1) : name;
}

function unpack(): Regions {
  const full = new Map<string, Region[]>();
  const bare = new Map<string, Region[]>();
  const names = new Map<string, string[]>();
  let longest = 0;
  const note = (map: Map<string, Region[]>, name: string, region: Region) => {
    if (name.length < 2) return;
    longest = Math.max(longest, name.length);
    const known = map.get(name);
    if (known === undefined) map.set(name, [region]);
    else if (!known.includes(region)) known.push(region);
    if (map !== full) return;
    const own = names.get(regionKey(region));
    if (own === undefined) names.set(regionKey(region), [name]);
    else own.push(name);
  };
  for (const line of REGION_NAMES) {
    const [provinceName = '', cities = ''] = line.split('=');
    const province = shortProvince(provinceName);
    const whole = { province, city: '', district: '' };
    const isMunicipality = cities.startsWith(`${provinceName}:`);
    const top = isMunicipality ? { ...whole, city: province } : whole;
    note(full, provinceName, top);
    note(bare, province, top);
    for (const part of cities.split(';')) {
      const [cityName = '', districts = ''] = part.split(':');
      const city = shortCity(cityName);
      if (!isMunicipality && cityName !== '')
        noteCity(note, full, bare, { province, city, district: '' }, cityName);
      if (districts !== '') noteDistricts(note, full, bare, province, city, districts.split(','));
    }
  }
  return { full, bare, longest, names };
}

type Note = (map: Map<string, Region[]>, name: string, region: Region) => void;
type Names = Map<string, Region[]>;

function noteCity(note: Note, full: Names, bare: Names, region: Region, name: string): void {
  note(full, name, region);
  const own = name.replace(PEOPLES, '');
  if (own !== name) {
    note(full, own, region);
    note(full, `${own.slice(0, -1)}自治州`, region);
  }
  note(bare, own.replace(/(?:市|州|地区|盟)$/, ''), region);
}

function noteDistricts(
  note: Note,
  full: Names,
  bare: Names,
  province: string,
  city: string,
  names: readonly string[],
): void {
  const made = new Map<string, Region>();
  for (const name of names) {
    // A county without a city is its own: exports have its name in the column of cities, of districts, or in both.
    const region = { province, city: city === '' ? shortCity(name) : city, district: name };
    made.set(name, region);
    note(full, name, region);
  }
  for (const [name, region] of made) {
    const own = name.replace(PEOPLES, '');
    const base = own.replace(DISTRICT_END, '');
    if (own !== name) note(full, own, region);
    if (name.startsWith(city) && city !== '' && name.length > city.length + 2) {
      const rest = name.slice(city.length).replace(/^市/, '');
      if (!made.has(rest)) note(full, rest, region);
    }
    for (const [pattern, others] of ZONES) {
      if (!pattern.test(name)) continue;
      for (const other of others) if (!made.has(other)) note(full, other, region);
    }
    if (base === own || base.length < 2) continue;
    note(bare, base, region);
  }
  for (const [former, today] of linesOf(FORMER, city)) {
    const region = made.get(today ?? '');
    if (region === undefined) continue;
    note(full, former, region);
    note(bare, former.slice(0, -1), region);
  }
  for (const [former] of linesOf(DIVIDED, city)) {
    const region = { province, city, district: former };
    note(full, former, region);
    note(bare, former.slice(0, -1), region);
  }
}

/** The pairs of a table that stand below a city. */
function linesOf(table: string, city: string): [former: string, today: string | undefined][] {
  const line = table.split(';').find((part) => part.startsWith(`${city}:`));
  if (city === '' || line === undefined) return [];
  return line
    .slice(city.length + 1)
    .split(',')
    .map((pair) => {
      const [former = '', today] = pair.split('>');
      return [former, today];
    });
}
