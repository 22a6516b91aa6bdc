// What identifies a recipient: exact keys from whole cells, nothing from masked ones.
import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../src/core/identity.js';
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
};

const of = (cells: Partial<Recipient>) => identify({ ...RECIPIENT, ...cells });

describe('the identity of a recipient', () => {
  it('has a name, a phone, a room and a district', () => {
    expect(of({})).toEqual({
      name: '张三',
      phone: '19912345678',
      room: '青禾路12号听雨苑3-2-401',
      pickup: '',
      district: '浙江|杭州|西湖区',
      province: '浙江',
      masked: false,
    });
  });

  it.each([
    ['张 三', '张三'],
    ['张三[1234]', '张三'],
    ['张三(8801)', '张三'],
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
      phone: '',
      room: '',
      pickup: '',
      district: '',
      province: '',
      masked: false,
    });
  });
});
