// Addresses as keys: one room written in many ways is one key, two rooms are two, and pickup points have none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanAddress } from '../../src/linkage/address-text.js';
import { isPickupPoint, readAddress } from '../../src/linkage/addresses.js';

const PLACE = { province: '浙江省', city: '杭州市', district: '西湖区', street: '望澜街道' };
const NOWHERE = { province: '', city: '', district: '', street: '' };

function read(address: string, place: typeof PLACE = PLACE) {
  return readAddress({ ...place, address });
}

describe('the room of an address', () => {
  it.each([
    '青禾路12号听雨苑3-2-401',
    '青禾路12号听雨苑3栋2单元401',
    '青禾路12号听雨苑3幢2单元401室',
    '青禾路12号听雨苑3号楼2单元401室',
    '青禾路12号听雨苑3#2-401',
    '青禾路12号听雨苑3#楼2单元401户',
    '青禾路12号 听雨苑 3栋-2单元-401室',
    '青禾路１２号听雨苑３号楼（２单元）４０１室',
    '青禾路12号、听雨苑，3—2—401。',
    '浙江省杭州市西湖区青禾路12号听雨苑3-2-401',
    '浙江杭州西湖区青禾路12号听雨苑3-2-401',
    '浙江省杭州市西湖区浙江省杭州市西湖区望澜街道青禾路12号听雨苑3-2-401',
    '望澜街道青禾路12号听雨苑3-2-401',
    '青禾路12号听雨苑3-2-401[1234]',
    '青禾路12号听雨苑3-2-401 放门口',
    '青禾路12号听雨苑3-2-401，请放驿站，谢谢',
    '青禾路12号听雨苑3-2-401(送到菜鸟驿站)',
    '青禾路12号听雨苑3-2-401存丰巢',
    '青禾路12号听雨苑3-2-401电话联系 19912345678',
    '青禾路12号听雨苑3-2-401室张三收',
  ])('is one key for %s', (address) => {
    expect(read(address)).toMatchObject({
      province: '浙江',
      district: '浙江|杭州|西湖区',
      room: '青禾路12号听雨苑3-2-401',
      pickup: '',
      masked: false,
    });
  });

  it.each([
    ['听雨苑401室', '听雨苑401'],
    ['听雨苑12号401房', '听雨苑12号401'],
    ['听雨苑4单元401', '听雨苑4单元401'.replace('单元', '-')],
    ['听雨苑5栋301', '听雨苑5-301'],
    ['听雨苑12号楼1203', '听雨苑12-1203'],
    ['听雨苑A座1203', '听雨苑a-1203'],
    ['听雨苑B座12层1203A室', '听雨苑b-1203a'],
    ['听雨苑5栋1203-1', '听雨苑5-1203-1'],
    ['听雨苑5栋2-301', '听雨苑5-2-301'],
    ['听雨苑5-301', '听雨苑5-301'],
    ['青禾路88弄3号401室', '青禾路88弄3-401'],
    ['拾光公寓2楼203', '拾光公寓2楼203'],
    ['云麓村7巷12号401', '云麓村7巷12-401'],
    ['青禾路12号1203', '青禾路12号1203'],
    ['星渚镇云麓村3组12号', '云麓村3组12'],
    ['星渚镇云麓村3组12号301', '云麓村3组12号301'],
  ])('is seen in %s', (address, room) => {
    expect(read(address).room).toBe(room);
  });

  it.each([
    ...[
      '青禾路12号',
      '青禾路12-301',
      '听雨苑12栋',
      '听雨苑5栋2单元',
      '听雨苑3号楼',
      '云麓村12号',
      '云麓村3组',
    ],
    ...['3-2-401', '3栋301室', 'A座1203', '西湖区5栋301', '', '青禾路301号', '青禾路301国道旁听雨苑'],
    ...['听雨苑3栋2-5', '听雨苑3栋5楼', '听雨苑东户', '星渚大厦12楼5号楼', '云麓村3组1234号'],
    ...['青禾路28号301医院', '青禾路28号1203厂', '青禾路12号12', '云麓村7巷12号4楼'],
    ...['听雨苑3栋[8201]', '听雨苑3栋【8201转】', '听雨苑3栋2单元（转8201）'],
    ...['听雨苑3栋1203号楼', '青禾路0571-8888-1234', '青禾路2026-07-20', '听雨苑123456室'],
  ])('is not seen in %j', (address) => {
    expect(read(address)).toMatchObject({ room: '', pickup: '', masked: false });
  });

  it('differs where the place differs, and there is none without a place', () => {
    const address = '青禾路12号听雨苑3-2-401';
    expect(read(address, { ...PLACE, district: '余杭区' }).district).toBe('浙江|杭州|余杭区');
    expect(read(address, NOWHERE)).toMatchObject({ room: '', district: '' });
    expect(read(address, { ...NOWHERE, province: '浙江省' })).toMatchObject({ room: '', province: '浙江' });
  });

  it.each([
    ['浙江省杭州市西湖区青禾路听雨苑3-2-401', '浙江|杭州|西湖区'],
    ['浙江杭州市西湖区青禾路听雨苑3-2-401', '浙江|杭州|西湖区'],
    ['杭州市西湖区青禾路听雨苑3-2-401', '浙江|杭州|西湖区'],
    ['北京市朝阳区青禾路听雨苑3-2-401', '北京|北京|朝阳区'],
    ['北京市北京市朝阳区青禾路听雨苑3-2-401', '北京|北京|朝阳区'],
    ['新疆维吾尔自治区乌鲁木齐市天山区青禾路听雨苑3-2-401', '新疆|乌鲁木齐|天山区'],
  ])('takes the place from the address where no column names it: %s', (address, district) => {
    expect(read(address, NOWHERE)).toMatchObject({ district, room: '青禾路听雨苑3-2-401' });
  });

  it.each([
    [{ province: '浙江', city: '杭州', district: '西湖区' }, '浙江|杭州|西湖区'],
    [{ province: '上海市', city: '市辖区', district: '闵行区' }, '上海|上海|闵行区'],
    [{ province: '上海', city: '', district: '闵行区' }, '上海|上海|闵行区'],
    [{ province: '广西壮族自治区', city: '南宁市', district: '青秀区' }, '广西|南宁|青秀区'],
    [{ province: '****', city: '杭州市', district: '' }, '浙江|杭州|'],
  ])('knows the short names of places', (place, district) => {
    expect(read('', { ...NOWHERE, ...place }).district).toBe(district);
  });

  it('does not take a street of the city’s name for the city', () => {
    expect(read('杭州路12号听雨苑3-2-401').room).toBe('杭州路12号听雨苑3-2-401');
    expect(read('浙江大道12号听雨苑3-2-401').room).toBe('浙江大道12号听雨苑3-2-401');
  });

  it('keeps two rooms apart that differ in one digit', () => {
    const part = fc.integer({ min: 1, max: 30 });
    const room = fc.tuple(part, part, fc.integer({ min: 101, max: 3304 }));
    const write = fc.constantFrom(
      ([a, b, c]: readonly number[]) => `${a}-${b}-${c}`,
      ([a, b, c]: readonly number[]) => `${a}栋${b}单元${c}室`,
      ([a, b, c]: readonly number[]) => `${a}号楼${b}单元${c}`,
    );
    fc.assert(
      fc.property(room, room, write, write, (one, other, writeOne, writeOther) => {
        const first = read(`青禾路12号听雨苑${writeOne(one)}`).room;
        const second = read(`青禾路12号听雨苑${writeOther(other)}`).room;
        expect(first).not.toBe('');
        expect(first === second).toBe(one.join() === other.join());
      }),
    );
  });

  it.each(['青禾路****', '青禾路12号听雨苑＊＊＊', 'xx路3栋301', '青禾路××号3-2-401'])(
    'is hidden in %s',
    (address) => {
      expect(read(address)).toMatchObject({
        room: '',
        pickup: '',
        masked: true,
        district: '浙江|杭州|西湖区',
      });
    },
  );
});

describe('a pickup point', () => {
  it.each([
    ['听雨苑菜鸟驿站', '听雨苑菜鸟驿站'],
    ['听雨苑南门菜鸟驿站张三转', '听雨苑南门菜鸟驿站'],
    ['听雨苑丰巢快递柜3号柜 12345', '听雨苑丰巢快递柜3号柜'],
    ['听雨苑丰巢智能快递柜', '听雨苑丰巢智能快递柜'],
    ['听雨苑5栋301室菜鸟驿站', '听雨苑5栋301室菜鸟驿站'],
    ['青禾路12号自提点2号店', '青禾路12号自提点2号店'],
    ['青禾路12号集运仓A8801', '青禾路12号集运仓'],
    ['青禾路12号转运中心88123', '青禾路12号转运中心'],
    ['青禾路12号3号仓库', '青禾路12号3号仓库'],
    ['青禾路12号云仓', '青禾路12号云仓'],
    ['青禾路12号B仓', '青禾路12号b仓'],
    ['听雨苑小卖部代收', '听雨苑小卖部代收'],
    ['浙江省杭州市西湖区望澜街道听雨苑菜鸟驿站', '听雨苑菜鸟驿站'],
  ])('is %s, and never a room', (address, pickup) => {
    expect(isPickupPoint(address)).toBe(true);
    expect(read(address)).toMatchObject({ pickup, room: '', district: '浙江|杭州|西湖区' });
  });

  it.each([
    ...['听雨苑3-2-401放驿站', '听雨苑3-2-401送到快递柜', '仓前街道听雨苑3-2-401', '仓山区听雨苑3-2-401'],
    ...['驿站路3号听雨苑3-2-401', '江苏省太仓市听雨苑3-2-401', '听雨苑3-2-401', ''],
  ])('is not %j', (address) => {
    expect(isPickupPoint(address)).toBe(false);
    expect(read(address).pickup).toBe('');
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...'青禾路听雨苑栋单元室号楼座仓驿站放门口菜鸟-#*[]（）　 xX12345',
    '浙江省',
    '西湖区',
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('is cleaned once for all', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (address) => {
        const clean = cleanAddress(address);
        expect(cleanAddress(clean)).toBe(clean);
      }),
    );
  });

  it('has a room or a pickup point, never both, and none when it is masked', () => {
    fc.assert(
      fc.property(text, (address) => {
        const { room, pickup, masked } = read(address);
        expect(room === '' || pickup === '').toBe(true);
        if (masked) expect(room + pickup).toBe('');
        expect(room + pickup).not.toMatch(/[\s*[\]（）A-Z]/);
      }),
    );
  });

  it('is read in time however long it is', () => {
    for (const part of ['1-', '菜', '驿站丰', '放', '仓1', '号楼3', '浙江省', 'x']) {
      expect(read(part.repeat(200_000)).room.length).toBeLessThan(400);
    }
  });
});

describe('a room behind whose door strangers live or work', () => {
  const communal = (address: string) => read(address).communal;

  it.each([
    '青禾路12号某某大学宿舍3栋401室',
    '望澜路5号听雨工厂2号楼301室',
    '云麓科技园3栋1203室',
    '拾光大厦12楼1203室禾木贸易公司1203室',
    '听泉学院3号楼502室',
    '星渚酒店1208室',
    '兰谷路363号禾木大厦1405室禾木科技',
  ])('%s', (address) => {
    expect([read(address).room === '', communal(address)]).toEqual([false, true]);
  });

  it.each([
    '学院路12号听雨苑3-2-401',
    '大学城听雨苑3-2-401',
    '医院家属院3栋401室',
    '青禾路12号拾光公寓3-2-401',
    '青禾路12号拾光大厦1203室',
    '公园路8号晴川里3-401',
    '科技路8号贸易新村3-401',
  ])('but not %s', (address) => {
    expect([read(address).room === '', communal(address)]).toEqual([false, false]);
  });
});

it.each([
  ['星渚路5号集运仓A88211', true],
  ['青禾路12号国际转运中心', true],
  ['青禾路12号菜鸟驿站', false],
  ['青禾路12号丰巢快递柜', false],
])('%s: a forwarder, %s', (address, isForwarder) => {
  const { room, pickup, communal } = readAddress({
    ...{ province: '广东省', city: '东莞市', district: '', street: '' },
    address,
  });
  expect([room, pickup !== '', communal]).toEqual(['', true, isForwarder]);
});
