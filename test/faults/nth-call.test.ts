// Every call of the system fails in turn, in every kind of run: old file whole or new one complete, nothing left, told.
import { basename, dirname, join } from 'node:path';
import { env } from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { watchedPort } from '../../src/io/watched-port.js';
import type { Outcome } from '../support/command.js';
import { type FaultyPort, faultyPort, NOTHING, SHORT } from '../support/faulty-port.js';
import { scratch } from '../support/scratch.js';
import { below, NO_DISK, SCENES, Stage } from './scenes.js';

interface Fault {
  readonly name: string;
  readonly code: string;
  /** Every later call fails as well, but the removal of what was begun. */
  readonly isForEver?: true;
  /** Calls that it can happen to; the others go well. */
  readonly only?: readonly string[];
  /** What the message says, in either language, when the run ends by it. */
  readonly says: RegExp;
}

const FULL = /磁盘满了|disk is full/i;
const BUSY = /正被别的程序占用|文件正开着|another program holds/i;
const DENIED = /没有权限|permission denied|文件正开着|Another program holds/;
const PATH_CALLS = ['openSync', 'statSync', 'lstatSync', 'realpathSync', 'renameSync', 'readdirSync'];
const FAULTS: readonly Fault[] = [
  { name: 'ENOSPC', code: 'ENOSPC', says: FULL },
  { name: 'ENOSPC from then on', code: 'ENOSPC', isForEver: true, says: FULL },
  { name: 'EIO', code: 'EIO', says: /EIO/ },
  { name: 'EIO from then on', code: 'EIO', isForEver: true, says: /EIO/ },
  { name: 'EACCES', code: 'EACCES', says: DENIED },
  { name: 'EACCES from then on', code: 'EACCES', isForEver: true, says: DENIED },
  { name: 'EBUSY', code: 'EBUSY', says: BUSY },
  { name: 'EBUSY from then on', code: 'EBUSY', isForEver: true, says: BUSY },
  {
    name: 'ENOENT',
    code: 'ENOENT',
    only: PATH_CALLS,
    says: /file-not-found|file-changed|文件夹不存在|the folder does not exist/,
  },
  { name: 'half of a read', code: SHORT, only: ['readSync'], says: /never/ },
  { name: 'nothing read', code: NOTHING, only: ['readSync'], says: /file-changed|file-empty|output-exists/ },
  { name: 'half of a write', code: SHORT, only: ['writeSync'], says: /never/ },
  { name: 'nothing written', code: NOTHING, only: ['writeSync'], says: /EIO/ },
];
const REMOVING = ['unlinkSync', 'rmdirSync'];
const LANGUAGES = { zh: { LC_ALL: 'zh_CN.UTF-8' }, en: { LC_ALL: 'C' } } as const;
type Language = keyof typeof LANGUAGES;

/**
 * Each call meets every fault in `npm run faults`; otherwise one, the next call the next one, so that calls of one kind,
 * which follow each other, meet most of them together.
 */
const EVERY = env['BNPL_FAULTS'] === 'all' ? 1 : FAULTS.length;

const folder = scratch();
const table: { scene: string; calls: number; runs: number; whole: number; told: number; partly: number }[] =
  [];
afterAll(() => {
  console.info(
    'one call fails: runs, those that ended whole, those that ended with a message, partly placed',
  );
  console.table(table);
});

/** The path that a message has to name for a call about this one: no temporary file's. */
function concerned(stage: Stage, path: string): string {
  const name = /^\.(.*)\.\d+\.\d+(?:-\d+)?\.tmp$/.exec(basename(path))?.[1];
  if (name === undefined) return path;
  return dirname(path) === stage.temp ? stage.temp : join(dirname(path), name);
}

/** What a message must hold when the run ended by this fault. */
function checkMessage(
  stage: Stage,
  { says, isForEver }: Fault,
  ended: Outcome,
  path: string,
  about: string,
): void {
  const [first = '', ...rest] = ended.stderr.split('\n');
  expect(first, about).toMatch(/^(?:错误 [a-z-]+：|error [a-z-]+: )/);
  expect(rest.length, about).toBeGreaterThan(1);
  expect(first, about).toMatch(says);
  expect(ended.stderr, about).not.toMatch(/\.tmp|undefined|^\s+at /m);
  // A check of an output looks at inputs as well; what fails from then on, fails elsewhere too.
  const named = concerned(stage, path);
  const outputs = [...stage.whole.keys()].map((name) => join(stage.folder, name));
  const isInput = !outputs.includes(named);
  const fitting = isInput ? [named, ...outputs] : [named];
  const isNamed = (one: string) => first.includes(one);
  if (!isForEver) expect(fitting.some(isNamed) || /：stdin|: stdin/.test(first), about).toBe(true);
  expect(isNamed(stage.folder) || /stdin/.test(first), about).toBe(true);
}

/** A run in which this call fails, and everything that must hold then; null when it does not come to that call. */
async function attempt(stage: Stage, fault: Fault, nth: number, sound: Readonly<Record<Language, Outcome>>) {
  const { scene } = stage;
  const applies = (name: string) => fault.only === undefined || fault.only.includes(name);
  if (!applies(stage.calls[nth - 1] ?? '')) return null;
  stage.reset();
  const port: FaultyPort = faultyPort((n, name) => {
    const isHit = n === nth || (fault.isForEver === true && n > nth && !REMOVING.includes(name));
    return isHit && applies(name) ? fault.code : undefined;
  }, NO_DISK);
  const language: Language = nth % 2 === 0 ? 'zh' : 'en';
  const standing = new Set<string>();
  const watch = {
    state: new Int32Array(1),
    temporary: (path: string, stands: boolean) => void (stands ? standing.add(path) : standing.delete(path)),
    moved: () => {},
  };
  const ended = await stage.run({ port: watchedPort(port, watch), env: LANGUAGES[language] });
  const call = port.calls[nth - 1];
  const path = port.paths[nth - 1] ?? '';
  const about = `${fault.name} at call ${nth}, ${call} ${path}\n${ended.stderr}`;
  expect(call, about).toBe(stage.calls[nth - 1]);

  const states = [...stage.whole.keys()].map((name) => ({ name, is: stage.state(name) }));
  expect(
    states.filter(({ is }) => is === 'torn'),
    about,
  ).toEqual([]);
  const placed = states.filter(({ is }) => is === 'new').map(({ name }) => name);
  const isWhole = ended.code === (scene.code ?? 0);
  if (isWhole) {
    expect(placed, about).toEqual([...stage.whole.keys()]);
    expect(ended.bytes.equals(sound[language].bytes), about).toBe(true);
    expect(ended.stderr, about).toBe(sound[language].stderr);
  } else {
    expect(ended.code, about).toBe(2);
    checkMessage(stage, fault, ended, path, about);
    // Whoever reads it knows which results are there already.
    for (const name of placed)
      expect(ended.stderr.split('\n').slice(1).join('\n'), about).toContain(join(stage.folder, name));
  }
  const expected = [...stage.before, ...placed.filter((name) => !stage.before.includes(name))];
  if (scene.makes !== undefined && placed.length > 0) expected.push(scene.makes);
  expect(below(stage.folder), about).toEqual(expected.sort());
  expect([...standing], about).toEqual([]);
  expect([...port.open], about).toEqual([]);
  expect(port.closedTwice, about).toBe(0);
  return { isWhole, isPartly: !isWhole && placed.length > 0 };
}

describe('a run whose n-th call of the system fails', () => {
  it.each(SCENES.map((scene) => [scene.name, scene] as const))('%s', async (name, scene) => {
    const stage = new Stage(scene, folder());
    const sound = await stage.prepare(LANGUAGES);
    const broken: string[] = [];
    const counts = { scene: name, calls: stage.calls.length, runs: 0, whole: 0, told: 0, partly: 0 };
    for (const [i, fault] of FAULTS.entries()) {
      if (fault.code === 'ENOENT' && scene.looksAround) continue;
      for (let nth = 1; nth <= stage.calls.length; nth++) {
        if ((nth + i) % EVERY !== 0) continue;
        const result = await attempt(stage, fault, nth, sound).catch((error: Error) => error);
        if (result === null) continue;
        counts.runs++;
        if (result instanceof Error) {
          broken.push(result.message);
          continue;
        }
        if (result.isWhole) counts.whole++;
        else counts.told++;
        if (result.isPartly) counts.partly++;
      }
    }
    table.push(counts);
    expect(broken.length, `${broken.length} of ${counts.runs} runs\n${broken.slice(0, 5).join('\n')}`).toBe(
      0,
    );
    expect(counts.whole).toBeGreaterThan(0);
    expect(counts.told * EVERY).toBeGreaterThan(counts.calls);
  });
});
