// Rooms whose district is told in part: the one room of the same text that fits is the same room.

import type { IdentityLines } from '../core/identity-lines.js';

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
