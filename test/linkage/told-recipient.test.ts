// One recipient from two files: what is clear in the first goes first, field by field.
import { describe, expect, it } from 'vitest';
import { NOBODY, type Recipient } from '../../src/core/identity.js';
import { packRecipient, RecipientJoin, unpackRecipient } from '../../src/core/recipient-join.js';
import { areDifferent, mergeRecipients } from '../../src/linkage/told-recipient.js';

const FULL: Recipient = {
  name: '赵明一',
  phone: '13958230417',
  buyerId: 'acc-1',
  province: '浙江省',
  city: '杭州市',
  district: '余杭区',
  street: '五常街道',
  address: '文一西路1号2幢301室',
  payer: '',
};
const one = (changes: Partial<Recipient>): Recipient => ({ ...FULL, ...changes });
const OTHER = one({ name: '钱明二', phone: '13658230418', buyerId: 'acc-2', address: '文二路9号' });

describe('a merged recipient', () => {
  it.each<[string, Partial<Recipient>, Partial<Recipient>]>([
    ['clear cells of its own', {}, {}],
    ['a masked name', { name: '赵**' }, { name: OTHER.name }],
    ['a name masked by letters', { name: '赵xx' }, { name: OTHER.name }],
    ['a blank name', { name: '' }, { name: OTHER.name }],
    ['a masked phone', { phone: '139****0417' }, { phone: OTHER.phone }],
    ['a phone cell without a number', { phone: '见备注' }, { phone: OTHER.phone }],
    ['a placeholder for a phone', { phone: '13800138000' }, { phone: OTHER.phone }],
    ['a masked address', { address: '文一西路****' }, { address: OTHER.address }],
    ['a masked account', { buyerId: 'a***1' }, { buyerId: OTHER.buyerId }],
    ['an account with letters that mask elsewhere', { buyerId: 'xx-1' }, { buyerId: 'xx-1' }],
    ['a blank district', { district: '' }, { district: OTHER.district }],
  ])('of %s', (_, own, expected) => {
    expect(mergeRecipients(one(own), OTHER).recipient).toEqual({ ...FULL, ...own, ...expected });
  });

  it('keeps what is masked where the other file hides as much, and takes it where there is nothing', () => {
    const masked = one({ name: '钱**', phone: '136****0418', address: '文二****' });
    const hidden = one({ name: '赵**', phone: '139****0417', address: '文一****' });
    expect(mergeRecipients(hidden, masked).recipient).toEqual(hidden);
    expect(mergeRecipients(NOBODY, masked).recipient).toEqual(masked);
    expect(mergeRecipients(FULL, NOBODY).recipient).toEqual(FULL);
  });

  it('keeps an extension with the phone that it belongs to', () => {
    const virtual = one({ name: '赵明一[1234]', phone: '18412345670' });
    // The phone is taken, the name is not: its code comes along.
    expect(mergeRecipients(one({ phone: '' }), virtual)).toMatchObject({
      recipient: { name: '赵明一', phone: '18412345670-1234' },
      isPhoneOther: true,
    });
    // The name is taken, the phone is not: the code stays behind.
    const nameless = one({ name: '' });
    expect(mergeRecipients(nameless, virtual).recipient).toMatchObject({ name: '赵明一', phone: FULL.phone });
    expect(mergeRecipients(virtual, OTHER).recipient.phone).toBe('18412345670-1234');
  });

  it('says of which file its phone and its address are', () => {
    const flags = (own: Partial<Recipient>) => {
      const { isPhoneOther, isAddressOther } = mergeRecipients(one(own), OTHER);
      return [isPhoneOther, isAddressOther];
    };
    expect(flags({})).toEqual([false, false]);
    expect(flags({ phone: '' })).toEqual([true, false]);
    expect(flags({ address: '文一****' })).toEqual([false, true]);
  });
});

describe('two records of one order', () => {
  it.each<[string, Partial<Recipient>, boolean]>([
    ['the same', {}, false],
    ['another name', { name: '钱明二' }, true],
    ['another phone', { phone: '13658230418' }, true],
    ['the phone written otherwise', { phone: '+86 139-5823-0417' }, false],
    ['another address', { address: '文二路9号' }, true],
    ['another account', { buyerId: 'acc-2' }, true],
    ['less', { name: '', phone: '', address: '' }, false],
    ['the same, masked', { name: '赵**', phone: '139****0417', address: '文一****' }, false],
  ])('of which the second tells %s', (_, changes, expected) => {
    expect(areDifferent(FULL, one(changes))).toBe(expected);
    expect(areDifferent(one(changes), FULL)).toBe(expected);
  });
});

describe('what is kept of the orders', () => {
  it('gives a recipient back as it was', () => {
    expect(unpackRecipient(packRecipient(FULL))).toEqual(FULL);
    expect(packRecipient(NOBODY)).toBe('');
    expect(unpackRecipient('')).toEqual(NOBODY);
    const odd = one({ name: 'a\u0001b', address: '' });
    expect(unpackRecipient(packRecipient(odd))).toEqual({ ...odd, name: 'ab' });
  });

  it('finds all orders of a waybill, each once, however many there are', () => {
    const join = new RecipientJoin();
    const orders = new Map<number, number[]>();
    for (let order = 0; order < 3000; order++) {
      const waybill = (order * 7) % 1100;
      for (let line = 0; line < 2; line++) join.noteWaybill(waybill, order);
      orders.set(waybill, [order, ...(orders.get(waybill) ?? [])]);
    }
    join.noteWaybill(0, 5000);
    join.noteWaybill(0, 0);
    for (const [waybill, wanted] of orders) {
      const found = join.ordersOf(waybill).sort((a, b) => b - a);
      expect(found).toEqual(waybill === 0 ? [5000, ...wanted] : wanted);
    }
    expect(join.ordersOf(-1)).toEqual([]);
    // What stands on a hundred orders and more is no parcel's number.
    for (let order = 0; order < 101; order++) {
      expect(join.ordersOf(1100)).toHaveLength(order);
      join.noteWaybill(1100, order);
    }
    expect(join.ordersOf(1100)).toEqual([]);
  });

  it('remembers of each order its shop, its account and what it told', () => {
    const join = new RecipientJoin();
    for (const order of [0, 255, 256, 9000]) join.note(order, order % 5, order + 1, 1);
    join.note(256, 1, 0, 2);
    expect([join.shop[9000], join.account[9000], join.noted[9000]]).toEqual([0, 9001, 1]);
    expect([join.shop[256], join.account[256], join.noted[256]]).toEqual([1, 257, 3]);
    expect([join.shop[255], join.account[0]]).toEqual([0, 1]);
  });
});
