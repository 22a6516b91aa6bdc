// Invented buyers: names, phone numbers and addresses that belong to nobody.

/** @typedef {import('./random.js').Random} Random */
/**
 * @typedef {object} Person
 * @property {string} name
 * @property {string} phone
 * @property {string} province
 * @property {string} city
 * @property {string} district
 * @property {string} street
 * @property {string} address road, number, compound, building and room, without the places above it
 */

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN_NAMES = [
  ...['晓禾', '一诺', '子墨', '雨桐', '思远', '佳宁', '若溪', '景行', '可心', '知夏', '云舟', '嘉树'],
  ...['敏', '磊', '静', '强', '洋', '娟', '涛', '霞', '鑫', '萍'],
];

/** Real places, so that an address reader finds what it knows; everything below them is invented. */
const PLACES = [
  { province: '浙江省', city: '杭州市', districts: ['西湖区', '余杭区', '滨江区'] },
  { province: '广东省', city: '广州市', districts: ['天河区', '白云区', '番禺区'] },
  { province: '广东省', city: '深圳市', districts: ['南山区', '龙岗区'] },
  { province: '江苏省', city: '苏州市', districts: ['吴中区', '相城区', '昆山市'] },
  { province: '四川省', city: '成都市', districts: ['武侯区', '锦江区', '双流区'] },
  { province: '山东省', city: '青岛市', districts: ['市南区', '黄岛区'] },
  { province: '河南省', city: '郑州市', districts: ['金水区', '中原区'] },
  { province: '湖北省', city: '武汉市', districts: ['洪山区', '江夏区'] },
  { province: '上海市', city: '上海市', districts: ['浦东新区', '闵行区'] },
  { province: '北京市', city: '北京市', districts: ['朝阳区', '通州区'] },
  { province: '新疆维吾尔自治区', city: '乌鲁木齐市', districts: ['天山区'] },
];
const STREETS = ['望澜街道', '青禾街道', '听泉镇', '白鹭湾街道', '云麓街道', '星渚镇'];
const ROADS = ['青禾路', '望澜大道', '听泉街', '白鹭湾路', '云麓北路', '星渚路', '知夏巷', '拾光路'];
const COMPOUNDS = [
  '听雨苑',
  '晴川里',
  '云栖雅筑',
  '拾光公寓',
  '禾木家园',
  '星渚花园',
  '白鹭湾小区',
  '松间里',
];

/**
 * @param {Random} random
 * @returns {Person} phones lie in 19900000000 to 19900999999
 */
export function makePerson(random) {
  const place = random.pick(PLACES);
  const house = `${random.pick(ROADS)}${random.int(1, 399)}号${random.pick(COMPOUNDS)}`;
  const room = `${random.int(1, 33)}${String(random.int(1, 4)).padStart(2, '0')}室`;
  return {
    name: random.pick(SURNAMES) + random.pick(GIVEN_NAMES),
    phone: `19900${random.digits(6)}`,
    province: place.province,
    city: place.city,
    district: random.pick(place.districts),
    street: random.pick(STREETS),
    address: `${house}${random.int(1, 18)}号楼${random.int(1, 3)}单元${room}`,
  };
}

/** @param {string} name */
export const maskName = (name) => `${name.slice(0, 1)}${'*'.repeat(Math.max(1, name.length - 1))}`;

/** @param {string} phone */
export const maskPhone = (phone) => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
