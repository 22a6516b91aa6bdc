// Rooms that are told in part, without their district or their street: the only one that fits is the same room.

import type { IdentityLines } from '../core/identity-lines.js';
import { roomsInBlocks } from './jigged-rooms.js';
import { estateOf, namesHouse } from './jigging.js';

const PARTS = 3;

/**
 * Takes a room whose province, city or district is not told for the room of the same text whose places are all told
 * and agree with what is: where there is exactly one. Two of them are two estates of one name, and nothing is taken.
 * Nothing is done where all rooms are placed. Time: linear in the rooms.
 */
export function completeRooms(identities: IdentityLines): void {
  const { rooms } = identities;
  const partial = new Map<string, { room: number; parts: readonly string[] }[]>();
  const places = new Map<string, readonly string[]>();
  const placeOf = (room: number): readonly string[] => {
    const district = identities.districtText(rooms.firstLine(room));
    const known = places.get(district) ?? district.split('|');
    places.set(district, known);
    return known;
  };
  for (let room = 0; room < rooms.size; room++) {
    const parts = placeOf(room);
    if (isWhole(parts)) continue;
    const text = identities.roomText(rooms.firstLine(room));
    if (text === '') continue;
    const alike = partial.get(text);
    if (alike === undefined) partial.set(text, [{ room, parts }]);
    else alike.push({ room, parts });
  }
  if (partial.size === 0) return;
  /** By partial room the whole one that fits; -1: there are two. */
  const fitting = new Map<number, number>();
  for (let room = 0; room < rooms.size; room++) {
    const whole = placeOf(room);
    if (!isWhole(whole)) continue;
    for (const { room: other, parts } of partial.get(identities.roomText(rooms.firstLine(room))) ?? []) {
      if (parts.every((part, i) => part === '' || part === whole[i])) {
        fitting.set(other, fitting.has(other) ? -1 : room);
      }
    }
  }
  rooms.merge(new Map([...fitting].filter(([, room]) => room >= 0)));
}

function isWhole(parts: readonly string[]): boolean {
  return parts.length === PARTS && parts.every((part) => part !== '');
}

/** 听雨苑小区3-2-401 is 听雨苑3-2-401: the word stands behind any name. */
const ESTATE_WORD = /小区(?=[^\u4e00-\u9fff])/;

/**
 * Takes a room that names its estate and no street (听雨苑3-2-401) for the room of the same district, estate and numbers
 * that names one (青禾路12号听雨苑3-2-401): where there is exactly one. An estate on two streets may be two, and nothing
 * is taken. With 小区 behind its name an estate is the same as without. Time: linear in the rooms that share district
 * and numbers.
 */
export function completeStreets(identities: IdentityLines): void {
  /** By block and estate: by the text of a room without 小区 the room, of those without a street and those with one. */
  const estates = new Map<string, { bare: Map<string, number>; whole: Map<string, number> }>();
  const others = new Map<number, number>();
  const rooms = roomsInBlocks(identities);
  // Where every room names its house, and none says 小区, nothing can be missing.
  const open = new Set<number>();
  for (const { block, text } of rooms) if (!namesHouse(text) || text.includes('小区')) open.add(block);
  for (const { key, block, text } of rooms) {
    if (!open.has(block)) continue;
    const { name, hasStreet } = estateOf(text);
    if (name === '') continue;
    const of = `${block} ${name}`;
    const estate = estates.get(of) ?? { bare: new Map<string, number>(), whole: new Map<string, number>() };
    estates.set(of, estate);
    const alike = hasStreet ? estate.whole : estate.bare;
    const same = text.replace(ESTATE_WORD, '');
    const known = alike.get(same);
    if (known === undefined) alike.set(same, key);
    else others.set(key, known);
  }
  const streets = new Map<number, number>();
  for (const { bare, whole } of estates.values()) {
    const [only] = whole.values();
    if (whole.size === 1) for (const room of bare.values()) streets.set(room, only!);
  }
  // One after the other: what is the same without 小区 goes with it.
  for (const found of [others, streets]) if (found.size > 0) identities.rooms.merge(found);
}
