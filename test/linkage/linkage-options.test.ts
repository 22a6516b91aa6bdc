// What linkage asks of the identities of a run is the same in whatever sequence their lines come.
import { expect, it } from 'vitest';
import type { Identity } from '../../src/core/identity.js';
import { IdentityLines } from '../../src/core/identity-lines.js';
import { jiggedRooms } from '../../src/linkage/jigged-rooms.js';
import { communalKeys, maskedAccidents, surnamesOf } from '../../src/linkage/linkage-options.js';

const IDENTITY: Identity = {
  name: '',
  surname: '',
  phone: '',
  room: '听雨苑3-2-401',
  pickup: '',
  place: '',
  district: '浙江|杭州|西湖区',
  province: '浙江',
  masked: true,
};
type Row = Partial<Identity> & { buyerId: string };

/** What is asked of the rows, in their sequence and in the reverse one. */
function bothWays<T>(rows: readonly Row[], ask: (lines: IdentityLines) => T): T[] {
  return [rows, rows.toReversed()].map((sequence) => {
    const lines = new IdentityLines();
    sequence.forEach(({ buyerId, ...row }, line) => {
      lines.set(line, { ...IDENTITY, ...row }, buyerId);
    });
    return ask(lines);
  });
}

it('a room is communal by any of its lines', () => {
  const rows: Row[] = [{ buyerId: 'a', communal: true }, { buyerId: 'b' }];
  expect(bothWays(rows, (lines) => [...communalKeys(lines, 2, jiggedRooms(lines)).rooms])).toEqual([
    [0],
    [0],
  ]);
});

it('rooms written alike are communal by any of them, whichever of them comes first', () => {
  const rows: Row[] = [
    { buyerId: 'a', room: '望澜路12号听雨苑3-401', block: '3 401' },
    { buyerId: 'b', room: '望澜路12号听雨苑听3-401', block: '3 401', communal: true },
  ];
  expect(bothWays(rows, (lines) => [...communalKeys(lines, 2, jiggedRooms(lines)).alike])).toEqual([
    [0],
    [0],
  ]);
});

it('an account of several surnames has the same one', () => {
  const rows: Row[] = [
    { buyerId: 'a', surname: '张' },
    { buyerId: 'a', surname: '李' },
  ];
  const [one, other] = bothWays(rows, (lines) => surnamesOf(lines, 2)[0]);
  expect(one).toBe(other);
});

it('masked recipients of one account all count', () => {
  const rows: Row[] = [
    { buyerId: 'a', maskedName: '张*', tail: '1234' },
    { buyerId: 'a', maskedName: '李*', tail: '5678' },
    { buyerId: 'b', maskedName: '张*', tail: '5678' },
    { buyerId: 'c' },
  ];
  const [one, other] = bothWays(rows, (lines) => maskedAccidents(lines, 4));
  expect(one).toBeGreaterThan(0);
  expect(one).toBe(other);
});
