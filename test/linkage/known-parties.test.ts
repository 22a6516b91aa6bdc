// Who is on a shop's lists: spellings that must and must not match, and entries that are refused with their line.
import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../src/core/identity.js';
import { LISTED, type ListEntry, ListHits, type ListName } from '../../src/core/lists.js';
import { UserError } from '../../src/core/user-error.js';
import { KnownParties } from '../../src/linkage/known-parties.js';

const NOBODY: Recipient = {
  name: '',
  phone: '',
  buyerId: '',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  street: '',
  address: '',
  payer: '',
};

type Given = string | Omit<ListEntry, 'line'>;

function parties(list: ListName, given: readonly Given[], hits = new ListHits()): KnownParties {
  const entries = given.map((entry, i) => ({
    ...(typeof entry === 'string' ? { text: entry } : entry),
    line: i + 1,
    path: '/shop/list.txt',
  }));
  return new KnownParties({ [list]: entries }, hits);
}

function bitsOf(list: ListName, entry: Given, recipient: Partial<Recipient>): number {
  return parties(list, [entry]).identify({ ...NOBODY, ...recipient }).listed ?? 0;
}

describe('a known phone', () => {
  it.each([
    ['13800131234', '13800131234'],
    ['+86 138-0013-1234', '13800131234'],
    ['１３８００１３１２３４', '13800131234'],
    ['13800131234', '+86 138-0013-1234'],
    ['0086 13800131234', '138 0013 1234'],
    ['13800131234-5678', '13800131234转5678'],
    ['13800131234[5678]', '13800131234-5678'],
    ['0571-8888 1234', '057188881234'],
    ['"13800131234', '13800131234'],
  ])('%s is %s', (entry, phone) => {
    const cell = entry.startsWith('"') ? `="${phone}"` : entry;
    expect(bitsOf('phones', cell, { phone })).toBe(LISTED.phone);
  });

  it.each([
    ['13800131234', '13800131235'],
    ['13800131234', '138****1234'],
    ['13800131234', '13800131234-5678'],
    ['13800131234-5678', '13800131234'],
    ['13800131234', ''],
  ])('%s is not %s', (entry, phone) => {
    expect(bitsOf('phones', entry, { phone })).toBe(0);
  });
});

describe('a wholesale buyer', () => {
  const recipient = { name: '周砚秋', phone: '13800131234', buyerId: 'wholesale_77' };
  it.each<[string, Given]>([
    ['an account', { account: 'wholesale_77' }],
    ['an account alone', 'wholesale_77'],
    ['a phone', { phone: '138 0013 1234' }],
    ['a phone alone', '138-0013-1234'],
    ['name and phone', { name: '周砚秋', phone: '13800131234' }],
    ['name and phone in one text', '周砚秋 13800131234'],
    ['one of account and phone', { account: 'other_1', phone: '13800131234' }],
  ])('is known by %s', (_, entry) => {
    expect(bitsOf('wholesale', entry, recipient)).toBe(LISTED.wholesale);
  });

  it.each<[string, Given]>([
    ['another account', { account: 'wholesale_7' }],
    ['another phone', '13800131235'],
    ['another name on the phone', { name: '叶听澜', phone: '13800131234' }],
    ['the name on another phone', { name: '周砚秋', phone: '13800131239' }],
  ])('is not %s', (_, entry) => {
    expect(bitsOf('wholesale', entry, recipient)).toBe(0);
  });
});

describe("the shop's own people", () => {
  it.each<[string, Given, Partial<Recipient>, number]>([
    ['phone', '13800131234', { phone: '13800131234' }, LISTED.staffPhone],
    ['account', 'shop_lin', { buyerId: 'shop_lin' }, LISTED.staffAccount],
    ['address', '西湖区青禾路12号听雨苑3-2-401', { address: '青禾路12号听雨苑3-2-401' }, LISTED.staffAddress],
    [
      'every cell',
      { name: '林小满', phone: '13800131234', address: '青禾路12号听雨苑' },
      { phone: '13800131234', address: '青禾路12号听雨苑 放门口' },
      LISTED.staffPhone | LISTED.staffAddress,
    ],
    [
      'the whole address, not its building',
      { address: '青禾路12号听雨苑' },
      { address: '青禾路12号听雨苑3-2-401' },
      0,
    ],
    [
      'the room',
      { address: '青禾路12号听雨苑3-2-401' },
      { address: '青禾路12号听雨苑3栋2单元401室' },
      LISTED.staffAddress,
    ],
    ['never the name', { name: '林小满', phone: '13800131234' }, { name: '林小满' }, 0],
  ])('are known by %s', (_, entry, recipient, bits) => {
    expect(bitsOf('staff', entry, recipient)).toBe(bits);
  });
});

describe('a pickup point', () => {
  it('that no word tells gets a key of its own, in a known district', () => {
    const { identify } = parties('pickup-points', ['青禾路15号阿婆小店']);
    const address = '青禾路15号阿婆小店旁边';
    const found = identify({ ...NOBODY, address });
    expect(found).toMatchObject({ pickup: '青禾路15号阿婆小店', room: '', listed: LISTED.pickupPoint });
    expect(identify({ ...NOBODY, province: '', city: '', district: '', address }).pickup).toBe('');
  });

  it('is told by a word of the shop', () => {
    const { identify } = parties('pickup-words', ['阿婆小店']);
    expect(identify({ ...NOBODY, address: '青禾路15号阿婆小店' })).toMatchObject({
      pickup: '青禾路15号阿婆小店',
      listed: LISTED.pickupWord,
    });
    // The known words stay, and what is asked of the courier is no place to live.
    expect(identify({ ...NOBODY, address: '青禾路15号菜鸟驿站' }).pickup).toBe('青禾路15号菜鸟驿站');
    expect(identify({ ...NOBODY, address: '听雨苑3-2-401放阿婆小店' })).toMatchObject({
      pickup: '',
      room: '听雨苑3-2-401',
    });
  });
});

it('notes which entries were found, and changes no identity that is on no list', () => {
  const hits = new ListHits();
  const { identify } = parties('phones', ['13800131234', '13800131235', '13800131234'], hits);
  identify({ ...NOBODY, phone: '13800131234' });
  expect([0, 1, 2].map((i) => hits.has('phones', i))).toEqual([true, false, true]);
  expect('listed' in identify({ ...NOBODY, phone: '13800131239' })).toBe(false);
});

describe('an entry is refused with its line', () => {
  it.each<[ListName, Given, string]>([
    ['phones', '1380013123', 'phone-unreadable'],
    ['phones', '13800000000', 'phone-unreadable'],
    ['phones', '周砚秋', 'phone-unreadable'],
    ['phones', '138****1234', 'masked'],
    ['phones', { name: '周砚秋', phone: '' }, 'phone-unreadable'],
    ['addresses', '杭州', 'address-short'],
    ['addresses', '浙江省杭州市西湖区', 'address-short'],
    ['addresses', '青禾路**号听雨苑', 'masked'],
    ['pickup-points', '驿站', 'address-short'],
    ['wholesale', { name: '周砚秋' }, 'nothing-usable'],
    ['wholesale', { name: '周*', phone: '13800131234' }, 'masked'],
    ['wholesale', '138-0013-12', 'phone-unreadable'],
    ['wholesale', 'b***r', 'masked'],
    ['staff', { name: '林小满' }, 'nothing-usable'],
    ['staff', '杭州市西湖区', 'address-short'],
    ['staff', '13800131', 'phone-unreadable'],
    ['staff', { phone: '1380013' }, 'phone-unreadable'],
    ['pickup-words', '店', 'word-unusable'],
    ['pickup-words', '小店*', 'masked'],
    ['pickup-words', '店'.repeat(21), 'word-unusable'],
  ])('%s %j: %s', (list, entry, fault) => {
    let told: unknown;
    const sound: Given =
      list === 'pickup-words' ? '小卖部' : { phone: '13800131234', address: '青禾路12号听雨苑' };
    try {
      parties(list, [sound, entry]);
    } catch (error) {
      told = error;
    }
    expect(told).toBeInstanceOf(UserError);
    expect(told).toMatchObject({
      code: 'list-entry-unusable',
      facts: { path: '/shop/list.txt', row: 2, list, fault },
    });
  });
});
