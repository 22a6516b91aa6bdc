// Rooms whose district or street is left out: joined with the only one that fits, never with one of two.
import { describe, expect, it } from 'vitest';
import { NOBODY } from '../../src/core/identity.js';
import { IdentityLines } from '../../src/core/identity-lines.js';
import { identify } from '../../src/linkage/identity.js';
import { jiggedRooms } from '../../src/linkage/jigged-rooms.js';
import { completeRooms, completeStreets } from '../../src/linkage/room-completion.js';

const ROOM = '青禾路12号听雨苑3-2-401';

/** The rooms of recipients, by number, once completed. */
function completed(
  places: readonly (readonly [province: string, city: string, district: string, room?: string])[],
) {
  const identities = new IdentityLines();
  places.forEach(([province, city, district, address = ROOM], line) => {
    identities.set(line, identify({ ...NOBODY, province, city, district, address }), '');
  });
  completeRooms(identities);
  completeStreets(identities);
  return places.map((_, line) => identities.rooms.of(line));
}

const WHOLE = ['浙江省', '杭州市', '西湖区'] as const;

describe('a room whose district is told in part', () => {
  it.each([
    ['without its district', ['浙江省', '杭州市', '']],
    ['without its province and district', ['', '杭州市', '']],
  ] as const)('%s is the one that fits', (_, part) => {
    expect(completed([WHOLE, part])).toEqual([0, 0]);
    expect(completed([part, WHOLE])).toEqual([1, 1]);
  });

  it('is none of two that fit, and none that differs in what is told', () => {
    expect(completed([WHOLE, ['浙江省', '杭州市', '滨江区'], ['浙江省', '杭州市', '']])).toEqual([0, 1, 2]);
    expect(completed([WHOLE, ['浙江省', '宁波市', '']])).toEqual([0, 1]);
    expect(completed([WHOLE, ['浙江省', '杭州市', '', '青禾路12号听雨苑3-2-402']])).toEqual([0, 1]);
  });

  it('stays as it is where no other is told in full', () => {
    expect(
      completed([
        ['浙江省', '杭州市', ''],
        ['', '无名市', ''],
      ]),
    ).toEqual([0, 1]);
    expect(completed([WHOLE, WHOLE, ['江苏省', '苏州市', '吴中区']])).toEqual([0, 0, 1]);
  });
});

describe('a room without its street', () => {
  const of = (...rooms: string[]) => completed(rooms.map((room) => [...WHOLE, room]));

  it('is the one of its estate and numbers that has a street', () => {
    expect(of(ROOM, '听雨苑3栋2单元401室')).toEqual([0, 0]);
    expect(of('听雨苑3-2-401', ROOM, '听雨苑小区3-2-401')).toEqual([1, 1, 1]);
  });

  it('is none where its name is a street itself', () => {
    expect(of('青禾路12号3-2-401', '青禾路3-2-401')).toEqual([0, 1]);
  });

  it('is the same with 小区 behind its name and without', () => {
    expect(of('听雨苑小区3-2-401', '听雨苑3-2-401', '听雨苑小区3-2-402')).toEqual([0, 0, 2]);
    expect(of(ROOM, '听雨苑小区3-2-401', '青禾路12号听雨苑小区3-2-401', '听雨苑3-2-401')).toEqual([
      0, 0, 0, 0,
    ]);
    expect(of(ROOM, '望澜路9号听雨苑3-2-401', '听雨苑小区3-2-401', '听雨苑3-2-401')).toEqual([0, 1, 2, 2]);
  });

  it('is none of two on different streets or numbers', () => {
    expect(of('听雨苑3-2-401', ROOM, '望澜路9号听雨苑3-2-401')).toEqual([0, 1, 2]);
    expect(of('听雨苑3-2-401', ROOM, '青禾路14号听雨苑3-2-401')).toEqual([0, 1, 2]);
  });

  it('is none of another flat, estate, part of it or district, and none without a name', () => {
    expect(of(ROOM, '听雨苑3-2-402', '听泉苑3-2-401', '听雨苑东区3-2-401', '听雨苑2-3-401')).toEqual([
      0, 1, 2, 3, 4,
    ]);
    expect(of('青禾路12号花园3-2-401', '花园3-2-401')).toEqual([0, 1]);
    expect(
      completed([
        [...WHOLE, ROOM],
        ['浙江省', '杭州市', '滨江区', '听雨苑3-2-401'],
      ]),
    ).toEqual([0, 1]);
  });

  it('is not compared a second time with the one that it was found to be', () => {
    const identities = new IdentityLines();
    const rooms = ['听雨苑3-2-401', ROOM];
    rooms.forEach((address, line) => {
      const [province, city, district] = WHOLE;
      identities.set(line, identify({ ...NOBODY, province, city, district, address }), '');
    });
    expect([...jiggedRooms(identities).groupOf]).toEqual([0, 0]);
    completeStreets(identities);
    expect([...jiggedRooms(identities).groupOf]).toEqual([-1, -1]);
  });
});
