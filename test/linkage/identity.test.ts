// What identifies a recipient: exact keys from whole cells, nothing from masked ones.
import { describe, expect, it } from 'vitest';
import { LOOKS, type Recipient } from '../../src/core/identity.js';
import { identify } from '../../src/linkage/identity.js';

const RECIPIENT: Recipient = {
  name: '张三',
  phone: '19912345678',
  buyerId: '',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  street: '望澜街道',
  address: '青禾路12号听雨苑3-2-401',
  payer: '',
};

const of = (cells: Partial<Recipient>) => identify({ ...RECIPIENT, ...cells });

describe('the identity of a recipient', () => {
  it('has a name, a phone, a room and a district', () => {
    expect(of({})).toEqual({
      name: '张三',
      surname: '张',
      phone: '19912345678',
      room: '青禾路12号听雨苑3-2-401',
      block: '3 2 401',
      looks: LOOKS.standIn,
      pickup: '',
      place: '青禾路12号听雨苑3-2-401',
      district: '浙江|杭州|西湖区',
      province: '浙江',
      masked: false,
    });
  });

  it.each([
    ['张 三', '张三'],
    ['张三[1234]', '张三'],
    ['张三(8801)', '张三'],
    ['张三[8801转]', '张三'],
    ['张三【转8801】', '张三'],
    ['张三，', '张三'],
    ['Ｌｉ Lei', 'lilei'],
    ['阿依·古丽', '阿依古丽'],
    ['张先生', '张先生'],
    ['', ''],
  ])('has the name %s as %s', (name, read) => {
    expect(of({ name })).toMatchObject({ name: read, masked: false });
  });

  it.each(['张*', '张**', '张＊', '张x', '张xx', '张×', '**', 'xx三', '张●'])(
    'knows that the name %s is masked',
    (name) => {
      expect(of({ name })).toMatchObject({ name: '', masked: true, phone: '19912345678' });
    },
  );

  it.each([
    ['张先生', '张'],
    ['张女士', '张'],
    ['张 小姐', '张'],
    ['小张', '张'],
    ['老张', '张'],
    ['阿张', '张'],
    ['小张老师', '张'],
    ['阿依古丽', '阿'],
    ['老子明', '老'],
    ['先生', ''],
    ['星辰科技公司', ''],
    ['听雨小卖部', ''],
    ['张家面店', ''],
    ['望澜学校', ''],
    ['*', ''],
  ])('of %s has the surname %j', (name, surname) => {
    expect(of({ name }).surname).toBe(surname);
  });

  it.each([
    ...['文文', '妈妈', '奶奶', '阿强', '小雨', '老婆', '囡囡'].map((name) => [name, true]),
    ...['张三', '小张', '老李', '阿张', '方方', '阿依古丽', '小雨点', '文文静静', '', '张先生', '雨'].map(
      (name) => [name, false],
    ),
  ])('of %s is a pet name: %s', (name, pet) => {
    expect(of({ name: String(name) }).nickname ?? false).toBe(pet);
  });

  it('has a whole address where no room is named, but none that is masked', () => {
    expect(of({ address: '浙江省杭州市西湖区清河镇东村12号，放门口' })).toMatchObject({
      room: '',
      place: '清河镇东村12号',
    });
    expect(of({ province: '****', city: '', district: '', address: '清河镇东村12号' })).toMatchObject({
      place: '清河镇东村12号',
      masked: true,
    });
    expect(of({ address: '清河镇东村***' }).place).toBe('');
  });

  it('is masked where any of name, phone and address is', () => {
    expect(of({ phone: '199****5678' })).toMatchObject({ name: '张三', phone: '', masked: true });
    expect(of({ address: '青禾路****' })).toMatchObject({ phone: '19912345678', room: '', masked: true });
    expect(of({ province: '****', city: '****', district: '****' })).toMatchObject({
      district: '',
      masked: true,
    });
  });

  it('has the extension that stands behind the name or the address', () => {
    expect(of({ phone: '18412345678', name: '张三[1234]' })).toMatchObject({ phone: '18412345678-1234' });
    const address = '青禾路12号听雨苑3-2-401[1234]';
    expect(of({ phone: '18412345678', address })).toMatchObject({
      phone: '18412345678-1234',
      room: '青禾路12号听雨苑3-2-401',
    });
  });

  it('is nobody where nothing stands', () => {
    const nobody = { name: '', phone: '', province: '', city: '', district: '', street: '', address: '' };
    expect(of(nobody)).toEqual({
      name: '',
      surname: '',
      phone: '',
      room: '',
      pickup: '',
      place: '',
      district: '',
      province: '',
      masked: false,
    });
  });
});
