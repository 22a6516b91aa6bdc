// The place of an address: in columns, in front of the text, missing, doubled, glued, abolished, and roads named after one.
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../src/linkage/addresses.js';
import { placeOfCells } from '../../src/linkage/places.js';

type Columns = readonly [province: string, city: string, district: string];

const REST = '文一西路98号听雨苑3-2-401';
const NOTHING: Columns = ['', '', ''];
const YUHANG: Columns = ['浙江省', '杭州市', '余杭区'];

function read(address: string, [province, city, district]: Columns = NOTHING) {
  const { district: key, room } = readAddress({ province, city, district, street: '', address });
  return [key, room];
}

describe('the columns', () => {
  it.each<[...Columns, key: string]>([
    ['浙江省', '杭州市', '余杭区', '浙江|杭州|余杭区'],
    ['浙江', '杭州', '余杭', '浙江|杭州|余杭区'],
    ['浙江省', '杭州市', '余杭市', '浙江|杭州|余杭区'],
    ['', '杭州市', '余杭区', '浙江|杭州|余杭区'],
    ['', '', '余杭区', '浙江|杭州|余杭区'],
    ['杭州市', '余杭区', '', '浙江|杭州|余杭区'],
    ['浙江省', '余杭区', '', '浙江|杭州|余杭区'],
    ['', '浙江省杭州市余杭区', '', '浙江|杭州|余杭区'],
    ['浙江省杭州市', '', '余杭区', '浙江|杭州|余杭区'],
    ['浙江省', '浙江省杭州市', '浙江省杭州市余杭区', '浙江|杭州|余杭区'],
    ['廣東省', '廣州市', '天河區', '广东|广州|天河区'],
    ['上海市', '市辖区', '静安区', '上海|上海|静安区'],
    ['上海市', '上海城区', '静安', '上海|上海|静安区'],
    ['重庆市', '县', '城口县', '重庆|重庆|城口县'],
    ['上海', '', '浦东', '上海|上海|浦东新区'],
    ['吉林', '吉林', '船营', '吉林|吉林|船营区'],
    ['', '朝阳', '双塔区', '辽宁|朝阳|双塔区'],
    ['江苏省', '昆山市', '', '江苏|苏州|昆山市'],
    ['江苏省', '昆山市', '玉山镇', '江苏|苏州|昆山市'],
    ['湖北省', '省直辖县级行政区划', '仙桃市', '湖北|仙桃|仙桃市'],
    ['湖北省', '仙桃市', '', '湖北|仙桃|仙桃市'],
    ['湖北省', '恩施州', '恩施市', '湖北|恩施土家族苗族自治州|恩施市'],
    ['广东省', '东莞市', '南城街道', '广东|东莞|南城街道'],
    ['四川省', '成都市', '双流县', '四川|成都|双流区'],
    ['四川省', '成都市', '其它区', '四川|成都|'],
    ['****', '杭州市', '', '浙江|杭州|'],
    ['', '', '', ''],
  ])('%s, %s, %s: %s', (province, city, district, key) => {
    expect(placeOfCells(province, city, district).key).toBe(key);
  });

  it.each<[...Columns, key: string]>([
    ['', '', '朝阳区', '||朝阳区'],
    ['江苏省', '', '鼓楼区', '江苏||鼓楼区'],
    ['浙江省', '南京市', '西湖区', '浙江|南京|西湖区'],
    ['浙江省', '杭州市', '望澜区', '浙江|杭州|望澜区'],
  ])(
    '%s, %s, %s stay as they are written: several have that name, they contradict, or none is known',
    (...cells) => {
      const [province, city, district, key] = cells;
      expect(placeOfCells(province, city, district).key).toBe(key);
    },
  );
});

describe('a district that is no more', () => {
  it.each<[...Columns, district: string]>([
    ['上海市', '上海市', '闸北区', '静安区'],
    ['上海市', '上海市', '卢湾区', '黄浦区'],
    ['北京市', '北京市', '崇文区', '东城区'],
    ['北京市', '北京市', '宣武区', '西城区'],
    ['浙江省', '杭州市', '下城区', '拱墅区'],
    ['浙江省', '宁波市', '江东区', '鄞州区'],
    ['江苏省', '苏州市', '沧浪区', '姑苏区'],
    ['四川省', '成都市', '郫县', '郫都区'],
    // Divided between two: nobody can tell.
    ['浙江省', '杭州市', '江干区', '江干区'],
    ['河北省', '石家庄市', '桥东区', '桥东区'],
  ])('of %s %s: %s is %s', (province, city, district, today) => {
    const { district: now } = placeOfCells(province, city, district);
    expect(now).toBe(today);
    expect(read(province + city + district + REST)).toEqual([placeOfCells(province, city, today).key, REST]);
  });
});

describe('a place in front of the address', () => {
  const SPELLINGS = [
    ...[
      '浙江省杭州市余杭区',
      '浙江杭州余杭',
      '杭州余杭',
      '杭州市余杭区',
      '浙江省余杭区',
      '浙江杭州市余杭',
      '余杭区',
    ],
    ...[
      '中国浙江省杭州市余杭区',
      '浙江省杭州市余杭区仓前街道',
      '浙江省杭州市余杭区浙江省杭州市余杭区',
      '杭州市余杭市',
    ],
    ...['浙江省 杭州市 余杭区 ', '浙江杭州余杭区余杭', '浙江省-杭州市-余杭区-', '浙江省杭州市市辖区余杭区'],
  ];

  it.each(SPELLINGS)('%s', (place) => {
    const key = ['浙江|杭州|余杭区', REST];
    expect(read(place + REST)).toEqual(key);
    expect(read(place + REST, YUHANG)).toEqual(key);
    expect(read(place + REST, ['浙江省', '杭州市', ''])).toEqual(key);
  });

  it.each([
    ['吉林省吉林市船营区', '吉林|吉林|船营区'],
    ['吉林吉林船营区', '吉林|吉林|船营区'],
    ['上海静安', '上海|上海|静安区'],
    ['昆山市', '江苏|苏州|昆山市'],
    ['湖北省仙桃市', '湖北|仙桃|仙桃市'],
    ['广东省东莞市长安镇', '广东|东莞|长安镇'],
    ['长丰县城关镇', '安徽|合肥|长丰县'],
    ['青岛市', '山东|青岛|'],
    ['浙江杭州', '浙江|杭州|'],
    ['新疆维吾尔自治区伊犁州伊宁市', '新疆|伊犁哈萨克自治州|伊宁市'],
  ])('%s is %s', (place, key) => {
    expect(read(place + REST)).toEqual([key, REST]);
  });

  it.each<[string, Columns]>([
    ['哈尔滨道里区', ['黑龙江省', '哈尔滨市', '道里区']],
    ['黑龙江哈尔滨道里区', ['黑龙江省', '哈尔滨市', '']],
    ['黑龙江哈尔滨道里区', NOTHING],
    ['西藏拉萨城关区', ['西藏自治区', '拉萨市', '城关区']],
    ['青海西宁城西区', ['青海省', '西宁市', '城西区']],
    ['湖南长沙长沙县', ['湖南省', '长沙市', '长沙县']],
  ])('%s, a city whose district begins like a road, a park or itself', (place, columns) => {
    expect(read(place + REST, columns)[1]).toBe(REST);
  });

  it.each(['朝阳区', '西湖区', '鼓楼区', '长安镇', '余杭', '中山', ''])(
    '%s alone decides nothing, for several have that name, or it may begin another',
    (place) => {
      expect(read(place + REST)).toEqual(['', '']);
    },
  );

  it('that contradicts the columns stays where it is, and the columns win', () => {
    expect(read(`余杭区${REST}`, ['浙江省', '杭州市', '西湖区'])).toEqual([
      '浙江|杭州|西湖区',
      `余杭区${REST}`,
    ]);
  });
});

describe('what only begins like a place', () => {
  const HANGZHOU: Columns = ['浙江省', '杭州市', ''];
  it.each<[string, Columns]>([
    ['南京西路88弄3-401', ['上海市', '上海市', '静安区']],
    ['北京东路12号听雨苑3-2-401', ['上海市', '上海市', '黄浦区']],
    ['上海花园3-2-401', ['上海市', '上海市', '静安区']],
    ['上海城3-2-401', ['上海市', '上海市', '静安区']],
    ['杭州路12号听雨苑3-2-401', YUHANG],
    ['余杭塘路98号听雨苑3-2-401', YUHANG],
    ['余杭塘路98号听雨苑3-2-401', HANGZHOU],
    ['滨江金色江南3-2-401', HANGZHOU],
    ['朝阳北路12号听雨苑3-2-401', ['北京市', '北京市', '朝阳区']],
    ['香港中路12号听雨苑3-2-401', ['山东省', '青岛市', '市南区']],
    ['吉林大街12号听雨苑3-2-401', ['吉林省', '吉林市', '船营区']],
    ['浦东大道12号听雨苑3-2-401', ['上海市', '上海市', '浦东新区']],
    ['水乡花园3-2-401', YUHANG],
    ['听泉镇路12号听雨苑3-2-401', YUHANG],
  ])('%s stays whole', (address, columns) => {
    expect(read(address, columns)).toEqual([placeOfCells(...columns).key, address]);
  });
});
