// Where invented buyers live: real regions, with a heavy head, and compounds on roads that do not exist.

import { pickWeighted } from '../support/order-lines.js';

/** @typedef {import('../support/random.js').Random} Random */
/** @typedef {{ province: string, city: string, district: string }} Region */
/**
 * A compound, a campus or an office building.
 * @typedef {Region & { street: string, road: string, number: number, compound: string }} Site
 */
/** @typedef {Site & { building: number, unit: number, room: string }} Room `room` is floor and door: `1203` */
/** @typedef {Region & { street: string, address: string }} Written as it stands in the file */

/** @type {readonly (readonly [string, number])[]} */
const REGIONS = [
  ['广东省 广州市 天河区 白云区 番禺区 海珠区', 60],
  ['广东省 深圳市 南山区 龙岗区 宝安区 福田区', 60],
  ['广东省 佛山市 南海区 顺德区', 30],
  ['浙江省 杭州市 西湖区 余杭区 滨江区 萧山区', 55],
  ['浙江省 宁波市 鄞州区 海曙区', 25],
  ['江苏省 苏州市 吴中区 相城区 昆山市', 45],
  ['江苏省 南京市 江宁区 鼓楼区 栖霞区', 35],
  ['上海市 上海市 浦东新区 闵行区 宝山区', 60],
  ['北京市 北京市 朝阳区 海淀区 通州区', 50],
  ['山东省 青岛市 市南区 黄岛区', 30],
  ['山东省 济南市 历下区 历城区', 30],
  ['河南省 郑州市 金水区 中原区', 40],
  ['四川省 成都市 武侯区 锦江区 双流区', 45],
  ['湖北省 武汉市 洪山区 江夏区', 35],
  ['湖南省 长沙市 岳麓区 雨花区', 30],
  ['河北省 石家庄市 长安区 裕华区', 25],
  ['安徽省 合肥市 蜀山区 包河区', 25],
  ['福建省 厦门市 思明区 集美区', 20],
  ['陕西省 西安市 雁塔区 碑林区', 25],
  ['重庆市 重庆市 渝北区 江北区', 25],
  ['辽宁省 沈阳市 和平区 铁西区', 15],
  ['广西壮族自治区 南宁市 青秀区 西乡塘区', 10],
  ['吉林省 长春市 朝阳区 南关区', 8],
  ['内蒙古自治区 呼和浩特市 新城区 回民区', 4],
  ['新疆维吾尔自治区 乌鲁木齐市 天山区 沙依巴克区', 3],
];
const STREETS = ['望澜街道', '青禾街道', '听泉镇', '白鹭湾街道', '云麓街道', '星渚镇', '松溪街道', '晴川镇'];
const FIRST = [...'青望听白云星知拾松晴禾枫梧桂兰竹霞虹'];
const SECOND = [...'禾澜泉鹭麓渚夏光溪川荷林谷岭湾汀'];
const ROAD_ENDS = ['路', '街', '大道', '巷', '北路', '南路', '东街', '中路'];
const COMPOUND_ENDS = ['苑', '花园', '小区', '雅筑', '家园', '公寓', '里', '新村', '名邸', '华庭'];

/**
 * @param {Random} random
 * @returns {Region}
 */
export function makeRegion(random) {
  const [province = '', city = '', ...districts] = pickWeighted(random, REGIONS).split(' ');
  return { province, city, district: random.pick(districts) };
}

/** @param {Random} random */
const word = (random) => random.pick(FIRST) + random.pick(SECOND);

/**
 * A compound at a house number of its own: no other site of the shop stands there.
 * @param {Random} random
 * @param {Set<string>} taken house numbers so far, added to
 * @param {Region} [region]
 * @param {string} [compound]
 * @returns {Site}
 */
export function makeSite(random, taken, region = makeRegion(random), compound = undefined) {
  for (;;) {
    const road = word(random) + random.pick(ROAD_ENDS);
    const number = random.int(1, 999);
    const key = `${region.city}${region.district}${road}${number}`;
    if (taken.has(key)) continue;
    taken.add(key);
    const name = compound ?? word(random) + random.pick(COMPOUND_ENDS);
    return { ...region, street: random.pick(STREETS), road, number, compound: name };
  }
}

/**
 * A room that nobody lives in yet.
 * @param {Random} random
 * @param {Site} site
 * @param {Set<string>} taken rooms so far, added to
 * @returns {Room}
 */
export function makeRoom(random, site, taken) {
  for (;;) {
    const building = random.int(1, 18);
    const unit = random.int(1, 4);
    const room = `${random.int(1, 28)}0${random.int(1, 4)}`;
    const key = `${site.city}${site.district}${site.road}${site.number}/${building}/${unit}/${room}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return { ...site, building, unit, room };
  }
}

/**
 * A place below the site that is no room: a pickup point, a whole building.
 * @param {Site} site
 * @param {string} tail what follows road, number and compound
 * @returns {Written}
 */
export function placeOf(site, tail) {
  const { province, city, district, street, road, number, compound } = site;
  return { province, city, district, street, address: `${road}${number}号${compound}${tail}` };
}
