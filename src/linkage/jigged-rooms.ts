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

/** Compares the rooms of a run. Texts are made only of those that share their numbers with another one. */
export function jiggedRooms(identities: IdentityLines): RoomGroups {
  const { rooms, blocks } = identities;
  const groupOf = new Int32Array(rooms.size).fill(NO_KEY);
  if (blocks.size === 0) return { groupOf, skipped: 0 };
  const perBlock = new Uint8Array(blocks.size);
  for (let room = 0; room < rooms.size; room++) {
    const block = blocks.of(rooms.firstLine(room));
    if (block >= 0 && perBlock[block]! < 2) perBlock[block]!++;
  }
  const compared: BlockedRoom[] = [];
  for (let room = 0; room < rooms.size; room++) {
    const line = rooms.firstLine(room);
    const block = blocks.of(line);
    if (block >= 0 && perBlock[block] === 2)
      compared.push({ key: room, block, text: identities.roomText(line) });
  }
  const { groups, skipped } = groupJigged(compared);
  for (const group of groups) {
    for (const room of group) groupOf[room] = group[0]!;
  }
  return { groupOf, skipped };
}
