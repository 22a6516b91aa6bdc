// The rooms of a run that are written like one another: those of one district and with the same numbers are compared.

import { NO_KEY } from '../core/hashed-keys.js';
import type { IdentityLines } from '../core/identity-lines.js';
import { type BlockedRoom, groupJigged } from './jigging.js';

/** Rooms that are one in several spellings. */
export interface RoomGroups {
  /** By room the smallest room of its group, `NO_KEY` for one that no other is written like. */
  readonly groupOf: Int32Array;
  /** Rooms that were not compared, because too many of their district have the same numbers. */
  readonly skipped: number;
}

/** Compares the rooms of a run. */
export function jiggedRooms(identities: IdentityLines): RoomGroups {
  const groupOf = new Int32Array(identities.rooms.size).fill(NO_KEY);
  const { groups, skipped } = groupJigged(roomsInBlocks(identities));
  for (const group of groups) {
    for (const room of group) groupOf[room] = group[0]!;
  }
  return { groupOf, skipped };
}

/** The rooms that share district and numbers with another one, ascending. Texts are made of these alone. */
export function roomsInBlocks(identities: IdentityLines): readonly BlockedRoom[] {
  const { rooms, blocks } = identities;
  if (blocks.size === 0) return [];
  const perBlock = new Uint8Array(blocks.size);
  // A room that was found to be another one is not asked any more.
  const blockOf = (room: number, line: number) => (rooms.of(line) === room ? blocks.of(line) : NO_KEY);
  for (let room = 0; room < rooms.size; room++) {
    const block = blockOf(room, rooms.firstLine(room));
    if (block >= 0 && perBlock[block]! < 2) perBlock[block]!++;
  }
  const found: BlockedRoom[] = [];
  for (let room = 0; room < rooms.size; room++) {
    const line = rooms.firstLine(room);
    const block = blockOf(room, line);
    if (block >= 0 && perBlock[block] === 2)
      found.push({ key: room, block, text: identities.roomText(line) });
  }
  return found;
}
