// A sample of the bills' polluter: each kind of damage to a complete bill, on a few shops. `npm run pollute:bills` is all.
import { expect, it } from 'vitest';
import { audit } from '../../src/library.js';
import { scratch } from '../support/scratch.js';
import { KINDS } from './bill-kinds.js';
import { pollute, tableOf } from './bill-pollution.js';

const folder = scratch();
const SEEDS = [2101, 2102, 2103];

it('losses over one row in a hundred are noticed, and nobody who paid is called unpaid in silence', async () => {
  const fallen: string[] = [];
  const result = await pollute(audit, folder(), {
    seeds: SEEDS,
    rows: 500,
    quick: true,
    // Each shop gets another third of the kinds.
    takes: (seed, kind) => (seed + kind) % SEEDS.length === 0,
    tell: (line) => {
      if (!line.startsWith('told')) fallen.push(line);
    },
  });
  const { lines, clean, alarms } = result;
  expect([clean, alarms], fallen.join('\n')).toEqual([SEEDS.length * 2, 0]);
  expect(new Set(lines.map(({ kind }) => kind)).size).toBe(new Set(KINDS.map(({ name }) => name)).size);
  const sum = (key: 'cases' | 'noticed' | 'silent' | 'wrong', levels: readonly string[]) =>
    lines.filter(({ level }) => levels.includes(level)).reduce((n, line) => n + line[key], 0);
  const told = `${tableOf(result)}\n${fallen.join('\n')}`;
  expect(sum('wrong', ['harmless', 'lossless', 'little', 'much']), told).toBe(0);
  expect(sum('silent', ['harmless', 'lossless', 'much']), told).toBe(0);
  expect(sum('noticed', ['harmless']), told).toBe(0);
  expect(sum('noticed', ['much']), told).toBe(sum('cases', ['much']));
  expect(sum('cases', ['much'])).toBeGreaterThan(50);
});
