// Identity columns: who counts as a buyer and a person, and what is no key.
import { describe, expect, it } from 'vitest';
import { type HashedKeys, NO_KEY } from '../../src/core/hashed-keys.js';
import type { Identity } from '../../src/core/identity.js';
import { IdentityLines } from '../../src/core/identity-lines.js';

const IDENTITY: Identity = {
  name: '张三',
  surname: '张',
  phone: '19912345678',
  room: '听雨苑3-2-401',
  pickup: '',
  place: '青禾路12号听雨苑3-2-401',
  district: '浙江|杭州|西湖区',
  province: '浙江',
  masked: false,
};

/** Sets one line for each row and returns the columns. */
function linesOf(...rows: (Partial<Identity> & { buyerId?: string })[]): IdentityLines {
  const lines = new IdentityLines();
  rows.forEach(({ buyerId = '', ...row }, line) => {
    lines.set(line, { ...IDENTITY, ...row }, buyerId);
  });
  return lines;
}

/** The keys of the first `count` lines. */
const keysOf = (keys: HashedKeys, count: number) => Array.from({ length: count }, (_, line) => keys.of(line));

describe('a buyer', () => {
  it('is the account where there is one, else name and phone, else name and room', () => {
    const { buyers } = linesOf(
      { buyerId: 'a' },
      { buyerId: 'a', name: '李四', phone: '19900000000' },
      { buyerId: 'b' },
      {},
      { room: '' },
      { name: '李四' },
      { phone: '19900000000' },
      { phone: '' },
      { phone: '', district: '浙江|杭州|余杭区' },
      { phone: '', room: '听雨苑3-2-402' },
    );
    expect(keysOf(buyers, 10)).toEqual([0, 0, 1, 2, 2, 3, 4, 5, 6, 7]);
  });

  it('is nobody without a name and phone or room, or when one of them may be masked', () => {
    const { buyers, columns } = linesOf(
      { phone: '', room: '' },
      { phone: '', name: '' },
      { name: '', masked: true },
      { phone: '', masked: true },
      { buyerId: '买***', phone: '', masked: true },
    );
    expect(keysOf(buyers, 5)).toEqual([NO_KEY, NO_KEY, NO_KEY, NO_KEY, NO_KEY]);
    expect([...columns.masked.slice(0, 5)]).toEqual([0, 0, 1, 1, 1]);
  });

  it('is known by name and phone where only the address is masked, and by an account whatever is masked', () => {
    const lines = linesOf({ room: '', masked: true }, { buyerId: 'a', name: '', phone: '', masked: true });
    expect(keysOf(lines.buyers, 2)).toEqual([0, 1]);
    expect([lines.isAccount(0), lines.isAccount(1)]).toEqual([false, true]);
  });
});

describe('a buyer without a name of their own', () => {
  const nameless = { name: '', surname: '' };
  const firm = { name: '星辰科技公司', surname: '' };

  it('is the one who is named on that phone, whatever the sequence', () => {
    const rows = [{ name: '李四', surname: '李' }, nameless, firm, {}];
    for (const sequence of [rows, rows.toReversed()]) {
      const lines = linesOf(...sequence);
      const buyers = sequence.map((_, line) => lines.buyerOf(line));
      expect(new Set(buyers).size).toBe(2);
      const first = lines.buyerOf(sequence.indexOf(rows[3]!));
      expect(lines.buyerOf(sequence.indexOf(nameless))).toBe(lines.buyerOf(sequence.indexOf(firm)));
      expect([lines.buyerOf(sequence.indexOf(rows[0]!)), first]).toContain(
        lines.buyerOf(sequence.indexOf(nameless)),
      );
      expect([...lines.buyersOfLines(4)]).toEqual(buyers);
    }
  });

  it('is the one who is named on that phone where it has a pet name, which without one is one buyer', () => {
    const rows = [
      { name: '文文', surname: '文', nickname: true },
      { name: '阿强', surname: '强', nickname: true },
      {},
    ];
    const elsewhere = { ...rows[0], phone: '19912345679' };
    for (const sequence of [rows, rows.toReversed()]) {
      const lines = linesOf(...sequence, elsewhere);
      expect(new Set(sequence.map((_, line) => lines.buyerOf(line))).size).toBe(1);
      expect(lines.buyerOf(3)).not.toBe(lines.buyerOf(0));
    }
    const lines = linesOf(rows[0]!, rows[1]!);
    expect(lines.buyerOf(0)).toBe(lines.buyerOf(1));
  });

  it('is the phone alone where nobody is named, and never one of another phone, shop or account', () => {
    const lines = linesOf(nameless, firm, { phone: '19900000000' }, { ...nameless, buyerId: 'a' });
    expect([0, 1, 2, 3].map((line) => lines.buyerOf(line))).toEqual([0, 0, 1, 2]);
    lines.set(4, IDENTITY, '', NO_KEY, NO_KEY, 1);
    expect(lines.buyerOf(0)).toBe(0);
    lines.set(5, IDENTITY, '');
    expect(lines.buyerOf(0)).toBe(lines.buyerOf(5));
    expect(lines.buyerOf(5)).not.toBe(lines.buyerOf(4));
  });
});

describe('what tells the recipients of one parcel apart', () => {
  const districts = (...texts: string[]) => [
    ...linesOf(...texts.map((district) => ({ district }))).columns.district.slice(0, texts.length),
  ];

  it('is a full district, however it is written', () => {
    expect(
      districts(
        '浙江|杭州|余杭区',
        '浙江|杭州|余杭',
        '浙江|杭州|西湖区',
        '上海|上海|浦东新区',
        '上海|上海|浦东',
      ),
    ).toEqual([0, 0, 1, 2, 2]);
  });

  it('is no district that is told in part', () => {
    expect(districts('', '浙江||', '浙江|杭州|', '|杭州|余杭区', '浙江||余杭区')).toEqual(
      Array(5).fill(NO_KEY),
    );
  });

  it('is not the spelling of one address, nor the extension of one name', () => {
    const { columns } = linesOf(
      { phone: '18412345678-1001' },
      { phone: '18412345678-1002', room: '', district: '浙江||' },
      { phone: '18412345678-1003', name: '李四', place: '清河镇东村三组12号' },
      { phone: '', name: '张三', place: '' },
    );
    const { place, namesake } = columns;
    expect(place[0]).toBe(place[1]);
    expect(place[2]).not.toBe(place[0]);
    expect(namesake[0]).toBe(namesake[1]);
    expect(namesake[2]).not.toBe(namesake[0]);
    expect([place[3], namesake[3]]).toEqual([NO_KEY, NO_KEY]);
  });
});

describe('a person', () => {
  it('is the account, else the full phone, and the two are never one', () => {
    const lines = linesOf(
      { buyerId: '19912345678' },
      {},
      { name: '李四' },
      { phone: '19912345678-1' },
      { phone: '' },
      { buyerId: '19912345678', phone: '' },
    );
    expect(keysOf(lines.persons, 6)).toEqual([0, 1, 1, 2, NO_KEY, 0]);
    expect(lines.persons.size).toBe(3);
  });
});

describe('the keys of lines', () => {
  it('tell what they stand for', () => {
    const lines = linesOf({}, { room: '', pickup: '听雨苑菜鸟驿站', name: '', surname: '', phone: '' });
    const { phones, rooms, pickups } = lines;
    expect(lines.phoneText(phones.of(0))).toBe('19912345678');
    expect(lines.districtText(0)).toBe('浙江|杭州|西湖区');
    expect(lines.districtText(1)).toBe('浙江|杭州|西湖区');
    expect([pickups.of(0), rooms.of(1), phones.of(1)]).toEqual([NO_KEY, NO_KEY, NO_KEY]);
    expect([...lines.columns.surname.slice(0, 2)]).toEqual(['张'.charCodeAt(0), 0]);
  });

  it('are one for equal texts in one district, whatever the texts, and two for all others', () => {
    const texts = ['𠮷野家', 'é', '', 'x'.repeat(1000), '驿'.repeat(500), 'a𠮷', 'x'.repeat(999), 'é\0'];
    const again = texts.map((room) => ({ room }));
    const elsewhere = texts.map((room) => ({ room, district: '浙江|杭州|余杭区' }));
    const lines = linesOf(...again, ...again, ...elsewhere);
    const numbers = [0, 1, NO_KEY, 2, 3, 4, 5, 6];
    const others = numbers.map((key) => (key === NO_KEY ? NO_KEY : key + 7));
    expect(keysOf(lines.rooms, 24)).toEqual([...numbers, ...numbers, ...others]);
    expect(lines.rooms.size).toBe(14);
  });

  it('give back the digits of every phone', () => {
    const phones = Array.from(
      { length: 3000 },
      (_, i) => `199${String(i % 1500).padStart(8, '0')}${i % 7 ? '' : `-${i % 1500}`}`,
    );
    const lines = linesOf(...phones.map((phone) => ({ phone })));
    phones.forEach((phone, line) => {
      expect(lines.phoneText(lines.phones.of(line))).toBe(phone);
    });
  });

  it('are none for lines that were never set, however many there are', () => {
    const lines = new IdentityLines();
    lines.cover(100_000);
    lines.set(70_000, IDENTITY, '', 5, 6);
    lines.setWarehouse(200_000, '浙江');
    const { buyers, persons, phones, rooms, pickups } = lines;
    const { district, province, warehouse, phoneCrowd, placeCrowd } = lines.columns;
    for (const column of [district, province, warehouse]) {
      expect([column[0], column[69_999], column[70_001], column[200_001]]).toEqual(Array(4).fill(NO_KEY));
    }
    for (const keys of [buyers, persons, phones, rooms, pickups]) {
      expect([0, 69_999, 70_001, 200_001].map((line) => keys.of(line))).toEqual(Array(4).fill(NO_KEY));
    }
    expect([phoneCrowd[70_000], placeCrowd[70_000], phoneCrowd[1]]).toEqual([5, 6, NO_KEY]);
    expect([buyers.of(70_000), warehouse[200_000], province[70_000]]).toEqual([0, 0, 0]);
  });

  it('know a number that stands with an extension elsewhere for a pool', () => {
    const lines = linesOf(
      { phone: '18412345678' },
      { phone: '18412345678-12' },
      {},
      { phone: '057188881234-801' },
    );
    expect([0, 1, 2].map((line) => lines.isPool(lines.phones.of(line)))).toEqual([true, false, false]);
  });
});
