// An input that somebody changes, replaces or removes before any call of the system: told, or read whole.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { env, platform } from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { faultyPort } from '../support/faulty-port.js';
import { scratch } from '../support/scratch.js';
import { below, NO_DISK, SCENES, Stage } from './scenes.js';

const INPUT = 'o.csv';
/** Long before the test: a system's clock for files may stand still for some milliseconds. */
const LONG_AGO = new Date(1_600_000_000_000);

/** What is done to the file; what the run writes would be another thing then. */
const CHANGES: Readonly<Record<string, (path: string) => void>> = {
  'grows by a record': (path) => appendFileSync(path, ',shipped,4.00,yes,,\n'),
  'shrinks to a half': (path) => truncateSync(path, readFileSync(path).length >> 1),
  'changes in its place': (path) => writeFileSync(path, readFileSync(path, 'utf8').replaceAll('.00', '.99')),
  'is replaced by another file': (path) => {
    writeFileSync(`${path}.part`, readFileSync(path, 'utf8').replaceAll('.00', '.88'));
    renameSync(`${path}.part`, path);
  },
  'is removed': (path) => rmSync(path),
  'becomes a pipe': (path) => {
    rmSync(path);
    spawnSync('mkfifo', [path]);
  },
};
const MESSAGES = /^error (?:file-changed|file-not-found|file-special|file-not-readable): /;

/** Before each call in `npm run faults`, otherwise before every third one, another third for each change. */
const EVERY = env['BNPL_FAULTS'] === 'all' ? 1 : 3;

const folder = scratch();
const table: { scene: string; change: string; runs: number; before: number; told: number; after: number }[] =
  [];
afterAll(() => {
  console.info('an input changes before a call: read as it is then, told, or read before');
  console.table(table);
});

describe.skipIf(platform === 'win32')('an input that', () => {
  const scenes = SCENES.filter(
    ({ name }) => name === 'one export' || name === 'rejects alone, forced over another file',
  );
  const cases = scenes.flatMap((scene) =>
    Object.entries(CHANGES).map(([change, make], shift) => ({
      scene,
      name: scene.name,
      change,
      make,
      shift,
    })),
  );
  it.each(cases)('$change, in a run with $name', async ({ scene, change, make, shift }) => {
    const stage = new Stage(scene, folder());
    const path = join(stage.folder, INPUT);
    const original = readFileSync(path);
    const restore = () => {
      rmSync(path, { force: true });
      writeFileSync(path, original);
      utimesSync(path, LONG_AGO, LONG_AGO);
      stage.reset();
    };
    await stage.prepare({ en: {} });
    const before = () => [...stage.whole.keys()].map((name) => stage.bytes(name));
    const none = before();
    restore();
    const unchanged = { code: (await stage.run({ env: {} })).code, outputs: before() };
    restore();
    make(path);
    const changed = { code: (await stage.run({ env: {} })).code, outputs: before() };
    const isRefused = changed.code === 2;
    const counts = { scene: scene.name, change, runs: 0, before: 0, told: 0, after: 0 };
    for (let nth = 1; nth <= stage.calls.length; nth++) {
      if ((nth + shift) % EVERY !== 0) continue;
      restore();
      const port = faultyPort((n) => {
        if (n === nth) make(path);
        return undefined;
      }, NO_DISK);
      const { code, stderr } = await stage.run({ port, env: {} });
      const about = `before call ${nth}, ${stage.calls[nth - 1]}\n${stderr}`;
      const now = { code, outputs: before() };
      counts.runs++;
      if (code === 2) {
        counts.told++;
        expect(now.outputs, about).toEqual(none);
        expect(stderr, about).toMatch(MESSAGES);
        expect(stderr.split('\n')[0], about).toContain(path);
      } else {
        // All of it is from one state of the file or all from the other.
        const isChanged = now.outputs.every(
          (bytes, i) => bytes !== null && changed.outputs[i]?.equals(bytes),
        );
        expect(now, about).toEqual(isChanged && !isRefused ? changed : unchanged);
        counts[isChanged && !isRefused ? 'before' : 'after']++;
      }
      const left = below(stage.folder).filter((name) => !stage.before.includes(name));
      expect(
        left.filter((name) => !stage.whole.has(name)),
        about,
      ).toEqual([]);
      expect([...port.open], about).toEqual([]);
    }
    table.push(counts);
    expect(counts.told).toBeGreaterThan(5);
    expect(counts.after).toBeGreaterThan(0);
  });
});
