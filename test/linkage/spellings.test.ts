// One room in all its spellings is one key, and two rooms are two: pairs to read, and pairs made of structured addresses.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../src/linkage/addresses.js';
import { isJigged } from '../../src/linkage/jigging.js';

const COLUMNS = { province: '浙江省', city: '杭州市', district: '西湖区', street: '' };
const room = (address: string) => readAddress({ ...COLUMNS, address }).room;

describe('the same room', () => {
  const ROOM = '听雨苑3栋2单元401室';
  it.each([
    ...[
      '听雨苑3栋2单元401',
      '听雨苑3幢2单元401室',
      '听雨苑3座2单元401房',
      '听雨苑3号楼2单元401户',
      '听雨苑3#2-401',
    ],
    ...[
      '听雨苑3#楼2单元401',
      '听雨苑3#2#401',
      '听雨苑3-2-401',
      '听雨苑３－２－４０１',
      '听雨苑3/2/401',
      '听雨苑3.2.401',
    ],
    ...[
      '听雨苑3,2,401',
      '听雨苑3 2 401',
      '听雨苑3栋、2单元、401',
      '听雨苑3栋/2单元/401',
      '听雨苑 3 栋 2 单元 401 室',
    ],
    ...[
      '听雨苑3幢2-401',
      '听雨苑3-2单元401',
      '听雨苑03-02-0401',
      '听雨苑3栋2单元0401室',
      '听雨苑3号楼-2单元-401',
    ],
    ...['听雨苑3栋2单元4楼401', '听雨苑3栋2单元4层401室', '听雨苑3幢2门401', '听雨苑3号楼2门401室'],
    ...[
      '听雨苑三号楼二单元四〇一室',
      '听雨苑三号楼二单元四零一',
      '听雨苑三幢二单元四楼四〇一室',
      '听雨苑3栋二单元401',
    ],
    ...[
      '听雨苑3棟2單元401室',
      '聽雨苑3號樓2單元401',
      '听雨苑①栋2单元401'.replace('①', '③'),
      '听雨苑3栋401室2单元',
    ],
    ...[
      '听雨苑3栋3栋2单元401',
      '听雨苑听雨苑3-2-401',
      '望澜街道听雨苑3-2-401',
      '望澜街道办事处听雨苑3-2-401',
    ],
    ...[
      '星渚镇听雨苑3-2-401',
      '听雨苑3-2-401（放门口）',
      '（放门口）听雨苑3-2-401',
      '听雨苑（近地铁口）3-2-401',
    ],
    ...[
      '听雨苑3-2-401【8801】',
      '听雨苑3-2-401(8801)',
      '听雨苑3-2-401(K7)',
      '[8801]听雨苑3-2-401',
      '听雨苑3-2-401#8801#',
      '听雨苑3-2-401[8801转]',
      '听雨苑3-2-401[转8801]',
      '听雨苑3-2-401【分机：8801】',
      '听雨苑3-2-401（8801转）',
      '听雨苑3-2-401转8801',
    ],
    ...['听雨苑3-2-401 19912345678', '听雨苑3-2-401张三19912345678', '听雨苑3-2-401联系电话19912345678'],
    ...[
      '张三19912345678听雨苑3-2-401',
      '收货人：张三，19912345678，听雨苑3-2-401',
      '19912345678 张三 听雨苑3-2-401',
    ],
    ...['收货地址：听雨苑3-2-401', '地址:听雨苑3-2-401', '听雨苑3-2-401王先生收', '听雨苑3-2-401到了打电话'],
    ...[
      '听雨苑3-2-401放菜鸟驿站',
      '听雨苑3-2-401放蜂巢',
      '听雨苑3-2-401放快递架',
      '听雨苑3-2-401放鞋柜',
      '听雨苑3-2-401放奶箱',
    ],
    ...['听雨苑3-2-401请放丰巢', '听雨苑3-2-401送到妈妈驿站', '浙江省杭州市西湖区听雨苑3-2-401'],
  ])('as 听雨苑3栋2单元401室: %s', (address) => {
    expect(room(address)).toBe(room(ROOM));
    expect(room(address)).toBe('听雨苑3-2-401');
  });

  it.each([
    ['听雨苑十二栋1203', '听雨苑12栋1203室'],
    ['听雨苑二十三幢1203', '听雨苑23-1203'],
    ['听雨苑十栋301', '听雨苑10栋301'],
    ['听雨苑A座1203', '听雨苑a栋1203室'],
    ['听雨苑A-1203', '听雨苑A座1203'],
    ['听雨苑A1203室', '听雨苑A座1203'],
    ['听雨苑A座12楼1203', '听雨苑A座1203'],
    ['星渚大厦12楼1203', '星渚大厦1203室'],
    ['星渚大厦12层1203室', '星渚大厦1203室'],
    ['青禾路88弄3号401', '青禾路88弄3号401室'],
    ['青禾路88弄3-401', '青禾路88弄3号401室'],
    ['青禾路88弄3号楼401室', '青禾路88弄3号401室'],
    ['青禾路八十八弄三号四〇一室', '青禾路88弄3号401室'],
    ['青禾路一号院3号楼2单元401', '青禾路1号院3-2-401'],
    ['青禾路十二号听雨苑3-401', '青禾路12号听雨苑3栋401'],
    ['听雨苑二期3-2-401', '听雨苑2期3栋2单元401'],
    ['听雨苑三区3-401', '听雨苑3区3栋401'],
    ['幸福里一单元三〇二', '幸福里1单元302'],
    ['听雨苑3栋2单元1201A', '听雨苑3-2-1201a室'],
    ['听雨苑第3栋第2单元401室', '听雨苑3-2-401'],
    ['听雨苑第十二幢1203', '听雨苑12栋1203室'],
    ['听雨苑第二期3-2-401', '听雨苑2期3栋2单元401'],
    ['听雨苑3楼2单元401', '听雨苑3栋2单元401室'],
    ['听雨苑三楼二单元401', '听雨苑3栋2单元401室'],
    ['听雨苑3楼2门401', '听雨苑3栋2单元401室'],
    ['云麓村7巷12号401', '云麓村7巷12号401室'],
    ['云麓村7巷12-401', '云麓村7巷12号401室'],
    ['听雨苑叁栋贰单元401', '听雨苑3栋2单元401室'],
    ['听雨苑叁幢贰单元肆零壹室', '听雨苑3-2-401'],
    ['听雨苑拾贰栋301', '听雨苑12栋301'],
    ['望澜大学3舍305', '望澜大学三舍305室'],
    ['望澜大学3舍305', '望澜大学3栋305'],
    ['云麓村七巷十二号四楼401', '云麓村7巷12号401室'],
    ['听雨苑3栋2单元5楼1号', '听雨苑3-2-501'],
    ['听雨苑3栋2单元5层12号', '听雨苑3-2-512'],
    ['听雨苑3栋2单元5-1', '听雨苑3-2-501'],
    ['听雨苑3-2-5-1', '听雨苑3-2-501'],
    ['听雨苑3幢12-5', '听雨苑3栋1205'],
    ['听雨苑三幢十二楼五号', '听雨苑3栋1205'],
    ['听雨苑B座12层03室', '听雨苑B座1203'],
    ['听雨苑B座12F1203', '听雨苑B座1203'],
    ['星渚大厦B1203', '星渚大厦B座1203'],
    ['听雨苑3号楼2单元5楼东户', '听雨苑3栋2单元五层东户'],
    ['听雨苑3号楼2单元东户5楼', '听雨苑3-2-5楼东户'],
    ['听雨苑3栋2单元第401室', '听雨苑3-2-401'],
    ['云麓村3组12号', '云麓村第三组十二号'],
    ['云麓村7巷12号-401', '云麓村7巷12号401'],
    ['云麓村7巷12号4楼401', '云麓村7巷12号401'],
    ['云麓村7巷12号a401', '云麓村7巷12号A401室'],
    ['青禾路88弄听雨苑3号401室', '青禾路88弄3号401'],
    ['青禾路88弄听雨小区3号楼401', '青禾路88弄3-401'],
    ['~浙江省杭州市西湖区听雨苑3-401', '听雨苑3-401'],
    ['——听雨苑3-401', '听雨苑3-401'],
  ])('%s and %s', (a, b) => {
    expect(room(a)).not.toBe('');
    expect(room(a)).toBe(room(b));
  });
});

describe('not the same room', () => {
  it.each([
    ['听雨苑3-2-401', '听雨苑3-2-402'],
    ['听雨苑3-2-401', '听雨苑3-1-401'],
    ['听雨苑3-2-401', '听雨苑2-3-401'],
    ['听雨苑3-2-401', '听雨苑13-2-401'],
    ['听雨苑3-2-401', '听雨苑3-2-1401'],
    ['听雨苑3-2-401', '听雨苑3-401'],
    ['听雨苑3-2-401', '听雨苑3-2-4-401'],
    ['望澜大道1号1号楼2单元301室', '望澜大道1号楼2单元301室'],
    ['望澜大道1号1号楼2单元301室', '望澜大道1号2单元301室'],
    ['望澜大道11号1号301', '望澜大道11号301'],
    ['听雨苑3-2-401', '听泉苑3-2-401'],
    ['听雨苑3-2-401', '听雨苑东区3-2-401'],
    ['听雨苑东区3-2-401', '听雨苑西区3-2-401'],
    ['听雨苑(东区)3-2-401', '听雨苑3-2-401'],
    ['听雨苑一期3-2-401', '听雨苑二期3-2-401'],
    ['听雨苑A座1203', '听雨苑B座1203'],
    ['听雨苑3-2-401', '听雨苑3-2-401A'],
    ['听雨苑3栋1203', '听雨苑31栋203'],
    ['听雨苑十二栋1203', '听雨苑二十栋1203'],
    ['听雨苑3栋5楼401', '听雨苑3栋401'],
    ['青禾路12号听雨苑3-401', '青禾路14号听雨苑3-401'],
    ['青禾路88弄3号401', '青禾路88弄4号401'],
    ['青禾路88弄3号401', '青禾路86弄3号401'],
    ['五一路8号听雨苑3-401', '五二路8号听雨苑3-401'],
    ['三里屯听雨苑3-401', '二里屯听雨苑3-401'],
    ['第二中学家属院3-401', '第一中学家属院3-401'],
    ['星渚大厦12楼1203', '星渚大厦11楼1103'],
    ['听雨苑3楼2单元301', '听雨苑3栋2单元301'],
    ['听雨苑5栋3楼2单元401', '听雨苑3栋2单元401'],
    ['第二中学家属院3-401', '二中学家属院3-401'],
    ['云麓村7巷12号401', '云麓村7巷12号402'],
    ['云麓村7巷12-401', '云麓村7巷1-2401'],
    ['听雨苑叁栋贰单元401', '听雨苑叁栋叁单元401'],
    ['望澜大学3舍305', '望澜大学5舍305'],
    ['听雨苑3栋2单元5楼1号', '听雨苑3栋2单元5楼2号'],
    ['听雨苑3栋2单元5楼东户', '听雨苑3栋2单元5楼西户'],
    ['听雨苑3栋2单元5楼东户', '听雨苑3栋2单元6楼东户'],
    ['听雨苑3栋12-5', '听雨苑3栋12-6'],
    ['云麓村3组12号', '云麓村3组13号'],
    ['云麓村3组12号', '云麓村4组12号'],
    ['星渚大厦A1203', '星渚大厦B1203'],
    ['云麓村7巷12号401', '云麓村8巷12号401'],
    ['云麓村7巷12号401', '云麓村7巷11号401'],
    ['云麓村7巷12号5楼401', '云麓村7巷12号401'],
    ['青禾路88弄听雨东区3号401', '青禾路88弄3号401'],
    ['青禾路88弄听雨苑二期3号401', '青禾路88弄听雨苑3号401'],
  ])('%s and %s', (a, b) => {
    expect(room(a)).not.toBe('');
    expect(room(a)).not.toBe(room(b));
  });

  it('where the district is another, and that is not known where the city alone is', () => {
    const keys = ['西湖区', '余杭区', ''].map((district) =>
      readAddress({ ...COLUMNS, district, address: '听雨苑3-401' }),
    );
    expect(keys.map((key) => key.district)).toEqual(['浙江|杭州|西湖区', '浙江|杭州|余杭区', '浙江|杭州|']);
    expect(new Set(keys.map((key) => key.room)).size).toBe(1);
  });

  it.each([
    ['听雨苑3-2-401', '听雨苑2-3-401'],
    ['万科城3-2-401', '万科城市花园3-2-401'],
    ['锦绣苑3-2-401', '锦绣华庭苑3-2-401'],
    ['星渚花园3-2-401', '星渚花苑3-2-401'],
    ['金色江南花园3-2-401', '金色江畔花园3-2-401'],
    ['和平小区3-2-401', '和平里小区3-2-401'],
  ])('%s and %s are not even jigged: other flats, other estates', (a, b) => {
    expect([isJigged(a, b), isJigged(b, a)]).toEqual([false, false]);
  });
});

describe('pickup points and what only sounds like one', () => {
  const read = (address: string) => readAddress({ ...COLUMNS, address });

  it.each([
    ...[
      '听雨苑妈妈驿站',
      '听雨苑兔喜生活',
      '听雨苑多多买菜自提点',
      '听雨苑快递超市',
      '听雨苑韵达超市',
      '听雨苑近邻宝',
    ],
    ...['听雨苑蜂巢', '听雨苑蜂巢快递柜', '听雨苑中通快递站', '听雨苑美团优选自提点', '听雨苑3栋楼下丰巢柜'],
  ])('%s is one', (address) => {
    expect(read(address)).toMatchObject({ room: '' });
    expect(read(address).pickup).not.toBe('');
  });

  it.each(['蜂巢公寓3-2-401', '提香苑3-2-401', '转塘路8号听雨苑3-401', '集贤苑3-2-401', '优山美地3-2-401'])(
    '%s is a home',
    (address) => {
      expect(read(address)).toMatchObject({ pickup: '' });
      expect(read(address).room).not.toBe('');
    },
  );

  it.each([
    ['望澜大学学生宿舍3号楼401', true],
    ['望澜职工3舍401', true],
    ['望澜茅舍路12号3栋401', false],
    ['星渚科技公司3号楼401', true],
    ['听雨写字楼A座1203', true],
    ['听雨苑3栋401室星辰网络公司', true],
    ['学院路12号听雨苑3-2-401', false],
    ['望澜中学对面听雨苑3-2-401', false],
    ['望澜医院旁听雨苑3-2-401', false],
    ['第二中学家属院3-2-401', false],
    ['大学城听雨苑3-2-401', false],
    ['星渚大厦A座1203', false],
    ['拾光公寓3栋1203', false],
  ])('strangers behind one door: %s is %s', (address, communal) => {
    expect(read(address)).toMatchObject({ pickup: '', communal });
  });
});

describe('any room', () => {
  interface Parts {
    readonly road: string;
    readonly house: number;
    readonly name: string;
    readonly building: number;
    readonly unit: number;
    readonly floor: number;
    readonly door: number;
  }
  const parts: fc.Arbitrary<Parts> = fc.record({
    road: fc.constantFrom('青禾路', '文一西路', '五一大道', '三里街', '杭州路'),
    house: fc.integer({ min: 1, max: 999 }),
    name: fc.constantFrom('听雨苑', '晴川里', '三元里小区', '百合苑', '禾木家园', '第二公寓', '云栖雅筑'),
    building: fc.integer({ min: 1, max: 99 }),
    unit: fc.integer({ min: 1, max: 9 }),
    floor: fc.integer({ min: 1, max: 33 }),
    door: fc.integer({ min: 1, max: 12 }),
  });
  const DIGITS = '〇一二三四五六七八九';
  const spoken = (number: string) => number.replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit);
  const counted = (number: number) => {
    const [tens, ones] = [Math.floor(number / 10), number % 10];
    return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? DIGITS[ones] : ''}`;
  };
  const wide = (text: string) =>
    text.replace(/[\d-]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  const flat = ({ floor, door }: Parts) => `${floor}${String(door).padStart(2, '0')}`;
  const front = ({ road, house, name }: Parts) => `${road}${house}号${name}`;
  const SPELLINGS: readonly ((of: Parts) => string)[] = [
    (of) => `${front(of)}${of.building}-${of.unit}-${flat(of)}`,
    (of) => `${front(of)}${of.building}栋${of.unit}单元${flat(of)}`,
    (of) => `${front(of)}${of.building}幢${of.unit}单元${flat(of)}室`,
    (of) => `${front(of)}${of.building}号楼${of.unit}单元${of.floor}楼${flat(of)}`,
    (of) => `${front(of)}${of.building}#${of.unit}-${flat(of)}房`,
    (of) => `${front(of)} ${of.building}座 ${of.unit}门 ${flat(of)}户`,
    (of) => `${front(of)}${counted(of.building)}号楼${counted(of.unit)}单元${spoken(flat(of))}室`,
    (of) => wide(`${front(of)}${of.building}-${of.unit}-${flat(of)}`),
    (of) => `浙江省杭州市西湖区${front(of)}${of.building}/${of.unit}/${flat(of)}（放门口）`,
    (of) => `杭州西湖区望澜街道${front(of)}${of.building}栋，${of.unit}单元，${flat(of)} 19912345678`,
  ];
  const spelling = fc.constantFrom(...SPELLINGS);

  it('is one key in all its spellings, and another one only for another room', () => {
    fc.assert(
      fc.property(parts, parts, spelling, spelling, (a, b, one, other) => {
        expect(room(one(a))).not.toBe('');
        expect(room(one(a))).toBe(room(other(a)));
        const isSame = front(a) + a.building + a.unit + flat(a) === front(b) + b.building + b.unit + flat(b);
        expect(room(one(a)) === room(other(b))).toBe(
          isSame && a.building === b.building && a.unit === b.unit,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('is another one, and not jigged, where any digit is another', () => {
    fc.assert(
      fc.property(parts, spelling, fc.nat(), fc.integer({ min: 1, max: 9 }), (of, write, at, more) => {
        const text = SPELLINGS[0]!(of);
        const places = [...text].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
        const place = places[at % places.length]!;
        const changed = text.slice(0, place) + ((Number(text[place]) + more) % 10) + text.slice(place + 1);
        expect(room(changed)).not.toBe(room(write(of)));
        expect(isJigged(room(changed), room(write(of)))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read from its own key as it is', () => {
    fc.assert(
      fc.property(parts, spelling, (of, write) => {
        const key = room(write(of));
        expect(room(key)).toBe(key);
      }),
    );
  });
});

it('any text is read in time, however long it is and however often a part stands in it', () => {
  const PARTS = [
    '三',
    '四〇一',
    '1弄',
    '弄1号',
    '3号楼',
    '听雨',
    '0',
    '4楼4',
    '12层',
    '（放',
    '1 ',
    'a1',
    '门1',
    '街道',
    '杭州',
    '12345678901',
  ];
  for (const part of PARTS) expect(room(part.repeat(100_000)).length).toBeLessThan(400);
});
