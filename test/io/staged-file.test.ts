// Whatever fails and whenever: the old file is whole or the new one is, and nothing else is left.
import { spawn, spawnSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/user-error.js';
import { type FilePort, realPort } from '../../src/io/port.js';
import {
  abortAll,
  commitAll,
  type StagedFile,
  type StageOptions,
  stageFile,
} from '../../src/io/staged-file.js';
import { type FaultyPort, faultyPort, soundPort } from '../support/faulty-port.js';
import { scratch, userErrorOf } from '../support/scratch.js';

const folder = scratch();
const OLD = 'ours: the old state';
const NEW = 'ours: the new state, which is longer';
const ours = (head: Uint8Array) => Buffer.from(head).toString().startsWith('ours');
const options: StageOptions = { mode: 0o600, mayReplace: ours, inputs: [], force: false };
const bytes = (text: string) => new TextEncoder().encode(text);

function writeNew(port: FilePort, path: string, changes: Partial<StageOptions> = {}): void {
  const file = stageFile(port, path, { ...options, ...changes });
  file.write(bytes(NEW.slice(0, 7)));
  file.write(bytes(NEW.slice(7)));
  file.commit();
}

const identity = (path: string) => ({ path, ...realPort().statSync(path) });

describe('a file that nothing disturbs', () => {
  it('has the bytes, the mode and no company', () => {
    const dir = folder();
    const path = join(dir, '订单.audited.csv');
    const file = stageFile(realPort(), path, { ...options, mode: 0o644 });
    expect(file.path).toBe(path);
    file.write(bytes('甲乙'));
    file.write(new Uint8Array(0));
    expect(file.bytesWritten).toBe(6);
    const [temporary] = readdirSync(dir);
    expect(temporary).toMatch(/^\.订单\.audited\.csv\.\d+\.\d+\.tmp$/);
    expect(statSync(join(dir, temporary ?? '')).mode & 0o777).toBe(0o600);
    file.commit();
    file.abort();
    expect(readdirSync(dir)).toEqual(['订单.audited.csv']);
    expect(readFileSync(path, 'utf8')).toBe('甲乙');
    expect(statSync(path).mode & 0o7777).toBe(0o644);
  });

  it('never gets more than permission bits', () => {
    const path = join(folder(), 'out');
    writeNew(realPort(), path, { mode: 0o104755 });
    expect(statSync(path).mode & 0o7777).toBe(0o755);
  });

  it('gives the absolute path of a relative one', () => {
    const path = join(folder(), 'out');
    const file = stageFile(realPort(), relative(process.cwd(), path), options);
    file.abort();
    expect(file.path).toBe(path);
  });

  it('survives a name as long as the file system allows', () => {
    const dir = folder();
    const name = `${'单'.repeat(83)}.csv`;
    writeNew(realPort(), join(dir, name));
    expect(readdirSync(dir)).toEqual([name]);
  });

  it('is gone after abort, however often', () => {
    const dir = folder();
    const file = stageFile(realPort(), join(dir, 'out'), options);
    file.write(bytes('x'));
    file.abort();
    file.abort();
    expect(readdirSync(dir)).toEqual([]);
    expect(() => file.write(bytes('y'))).toThrow('staged file is given-up');
  });

  it('holds any bytes in any chunks, however little the system takes at a time', () => {
    const path = join(folder(), 'out');
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 50 })),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (chunks, portions) => {
          const real = realPort();
          let turn = 0;
          const port = {
            ...real,
            writeSync: (fd: number, chunk: Uint8Array, at: number, length: number) =>
              real.writeSync(fd, chunk, at, Math.min(length, portions[turn++ % portions.length] ?? 1)),
          };
          const file = stageFile(port, path, { ...options, force: true });
          for (const chunk of chunks) file.write(chunk);
          file.commit();
          expect(readFileSync(path)).toEqual(Buffer.concat(chunks));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a fault at the n-th call', () => {
  // Another's file beside it, a dead run's leftover and an input make every path of the code come up.
  function scene() {
    const dir = folder();
    const path = join(dir, 'out');
    writeFileSync(path, OLD);
    writeFileSync(join(dir, 'input'), 'input');
    writeFileSync(join(dir, '.out.99.1.tmp'), 'left');
    return { dir, path, changes: { mode: 0o640, inputs: [identity(join(dir, 'input'))] } };
  }
  const dead = { isAlive: () => false };

  function check(port: FaultyPort, changes: Partial<StageOptions>, path: string, dir: string): boolean {
    let thrown: unknown;
    try {
      writeNew(port, path, changes);
    } catch (error) {
      thrown = error;
    }
    const now = readFileSync(path, 'utf8');
    expect([OLD, NEW]).toContain(now);
    if (thrown === undefined) expect(now).toBe(NEW);
    else {
      expect(thrown).toBeInstanceOf(UserError);
      expect((thrown as UserError).facts.path).toBe(path);
    }
    expect(port.open.size).toBe(0);
    expect(port.closedTwice).toBe(0);
    expect(readdirSync(dir).filter((name) => !['out', 'input', '.out.99.1.tmp'].includes(name))).toEqual([]);
    return thrown === undefined;
  }

  it.each(['ENOSPC', 'EIO', 'EBUSY', 'EACCES', 'EPERM', 'EROFS'])('%s, once', (code) => {
    const outcomes = new Map<string, boolean>();
    for (let n = 1; ; n++) {
      const { dir, path, changes } = scene();
      const port = faultyPort((nth) => (nth === n ? code : undefined), dead);
      const went = check(port, changes, path, dir);
      if (port.calls.length < n) break;
      outcomes.set(`${n} ${port.calls[n - 1]}`, went);
    }
    expect(outcomes.size).toBeGreaterThan(20);
    for (const [call, went] of outcomes) {
      // What the new file's content hangs on can never fail unnoticed.
      if (/writeSync/.test(call)) expect(went, call).toBe(false);
    }
  });

  it.each(['ENOSPC', 'EIO', 'EBUSY', 'EACCES'])('%s, from then on, removal excepted', (code) => {
    for (let n = 1; ; n++) {
      const { dir, path, changes } = scene();
      const port = faultyPort((nth, name) => (nth >= n && name !== 'unlinkSync' ? code : undefined), dead);
      check(port, changes, path, dir);
      if (port.calls.length < n) break;
      expect(n).toBeLessThan(200);
    }
  });

  it.each([
    ['writeSync', 'ENOSPC', 'disk-full'],
    ['writeSync', 'EDQUOT', 'disk-full'],
    ['writeSync', 'EFBIG', 'disk-full'],
    ['fsyncSync', 'ENOSPC', 'disk-full'],
    ['closeSync', 'EDQUOT', 'disk-full'],
    ['writeSync', 'EIO', 'output-not-writable'],
    ['fsyncSync', 'EIO', 'output-not-writable'],
    ['renameSync', 'EBUSY', 'output-busy'],
    ['renameSync', 'EPERM', 'output-busy'],
    ['renameSync', 'EACCES', 'output-busy'],
    ['renameSync', 'EROFS', 'output-not-writable'],
    ['openSync', 'EROFS', 'output-not-writable'],
    ['openSync', 'EACCES', 'output-not-writable'],
  ])('%s failing with %s is told as %s', (name, code, told) => {
    const dir = folder();
    const path = join(dir, 'out');
    const port = faultyPort((_, call) => (call === name ? code : undefined));
    const error = userErrorOf(() => writeNew(port, path));
    expect(error.code).toBe(told);
    expect(error.facts.path).toBe(path);
    expect(readdirSync(dir)).toEqual([]);
    expect(port.open.size).toBe(0);
  });

  it.each([
    ['EACCES', 'permission'],
    ['EPERM', 'permission'],
    ['EROFS', 'read-only'],
    ['EIO', 'EIO'],
  ])('%s at creation has the reason %s', (code, reason) => {
    const port = faultyPort((_, call) => (call === 'openSync' ? code : undefined));
    expect(userErrorOf(() => writeNew(port, join(folder(), 'out'))).facts.reason).toBe(reason);
  });

  it('waits 2 s for somebody who holds the place, and no longer', () => {
    const dir = folder();
    const path = join(dir, 'out');
    writeFileSync(path, OLD);
    let failures = 5;
    const patient = faultyPort((_, name) => (name === 'renameSync' && failures-- > 0 ? 'EBUSY' : undefined));
    writeNew(patient, path);
    expect(readFileSync(path, 'utf8')).toBe(NEW);
    expect(patient.waited).toBe(500);
    const never = faultyPort((_, name) => (name === 'renameSync' ? 'EBUSY' : undefined));
    expect(userErrorOf(() => writeNew(never, path)).code).toBe('output-busy');
    expect(never.waited).toBe(2000);
  });

  it('waits as well for somebody who keeps the old file from being looked at', () => {
    const path = join(folder(), 'out');
    writeFileSync(path, OLD);
    let failures = 3;
    const port = faultyPort((_, name) => (name === 'openSync' && failures-- > 0 ? 'EBUSY' : undefined));
    writeNew(port, path);
    expect(readFileSync(path, 'utf8')).toBe(NEW);
    expect(port.waited).toBe(300);
  });

  it('tries again to remove what a virus scanner holds', () => {
    const dir = folder();
    let failures = 2;
    const port = faultyPort((_, name) => (name === 'unlinkSync' && failures-- > 0 ? 'EBUSY' : undefined));
    const file = stageFile(port, join(dir, 'out'), options);
    file.abort();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('puts up with file systems that know no modes and no sync', () => {
    const path = join(folder(), 'out');
    writeNew(
      faultyPort((_, name) =>
        name === 'fchmodSync' ? 'EPERM' : name === 'fsyncSync' ? 'EINVAL' : undefined,
      ),
      path,
      { mode: 0o644 },
    );
    expect(readFileSync(path, 'utf8')).toBe(NEW);
  });

  it('refuses a system that takes no bytes, and a size that is not what was written', () => {
    const dir = folder();
    const path = join(dir, 'out');
    writeFileSync(path, OLD);
    const real = realPort();
    const none = { ...real, writeSync: () => 0 };
    expect(userErrorOf(() => writeNew(none, path)).code).toBe('output-not-writable');
    const liar = { ...real, writeSync: (_f: number, _c: Uint8Array, _a: number, length: number) => length };
    expect(userErrorOf(() => writeNew(liar, path)).facts.reason).toBe('size-differs');
    expect(readFileSync(path, 'utf8')).toBe(OLD);
    expect(readdirSync(dir)).toEqual(['out']);
  });

  it('passes our own mistakes on as they are, and still cleans up', () => {
    const dir = folder();
    const broken: FilePort = {
      ...realPort(),
      fsyncSync: () => {
        throw new TypeError('a bug');
      },
    };
    expect(() => writeNew(broken, join(dir, 'out'))).toThrow(new TypeError('a bug'));
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe('what must not be replaced', () => {
  it.each([false, true])('an input, in any spelling, with force %s', (force) => {
    const dir = folder();
    const input = join(dir, 'orders.csv');
    writeFileSync(input, 'ours, by accident');
    mkdirSync(join(dir, 'sub'));
    symlinkSync('orders.csv', join(dir, 'symbolic'));
    symlinkSync('symbolic', join(dir, 'twice'));
    symlinkSync('../orders.csv', join(dir, 'sub', 'symbolic'));
    symlinkSync('.', join(dir, 'here'));
    linkSync(input, join(dir, 'hard'));
    const changes = { force, inputs: [identity(input)] };
    const spellings = [
      'orders.csv',
      'sub/../orders.csv',
      'symbolic',
      'twice',
      'sub/symbolic',
      'here/orders.csv',
    ];
    for (const name of [...spellings, 'hard', 'here/here/hard']) {
      const error = userErrorOf(() => stageFile(realPort(), `${dir}/${name}`, { ...options, ...changes }));
      expect(error.code, name).toBe('output-is-input');
    }
    expect(readFileSync(input, 'utf8')).toBe('ours, by accident');
  });

  it('an input that was replaced by another file of its name since it was opened', () => {
    const dir = folder();
    const input = join(dir, 'orders.csv');
    writeFileSync(input, 'ours: first');
    const opened = identity(input);
    writeFileSync(join(dir, 'other'), 'ours: second');
    renameSync(join(dir, 'other'), input);
    const error = userErrorOf(() =>
      stageFile(realPort(), input, { ...options, force: true, inputs: [opened] }),
    );
    expect(error.code).toBe('output-is-input');
  });

  it('an input is no hindrance when it is gone, and nobody else is', () => {
    const dir = folder();
    writeFileSync(join(dir, 'a'), 'a');
    const inputs = [identity(join(dir, 'a')), { path: join(dir, 'b'), dev: 1n, ino: 0n }];
    writeFileSync(join(dir, 'out'), OLD);
    writeNew(realPort(), join(dir, 'out'), { inputs });
    expect(readFileSync(join(dir, 'out'), 'utf8')).toBe(NEW);
  });

  it.each([false, true])(
    'a link, also one that leads nowhere or round in a circle, with force %s',
    (force) => {
      const dir = folder();
      writeFileSync(join(dir, 'victim'), 'ours');
      symlinkSync('victim', join(dir, 'link'));
      symlinkSync('nowhere', join(dir, 'dangling'));
      symlinkSync('circle', join(dir, 'circle'));
      for (const name of ['link', 'dangling', 'circle']) {
        const error = userErrorOf(() => stageFile(realPort(), join(dir, name), { ...options, force }));
        expect([error.code, error.facts.path]).toEqual(['output-is-link', join(dir, name)]);
      }
      expect(readFileSync(join(dir, 'victim'), 'utf8')).toBe('ours');
      expect(readdirSync(dir)).not.toContain('nowhere');
    },
  );

  it('folders and pipes, with their reason', () => {
    const dir = folder();
    mkdirSync(join(dir, 'd'));
    expect(spawnSync('mkfifo', [join(dir, 'p')]).status).toBe(0);
    for (const [name, reason] of [
      ['d', 'folder'],
      ['p', 'special'],
    ] as const) {
      const error = userErrorOf(() => stageFile(realPort(), join(dir, name), { ...options, force: true }));
      expect([error.code, error.facts.reason]).toEqual(['output-not-writable', reason]);
    }
  });

  it('a pipe that took the place of a file a moment ago, without waiting for its writer', () => {
    const path = join(folder(), 'p');
    expect(spawnSync('mkfifo', [path]).status).toBe(0);
    const real = realPort();
    const late = { ...real, lstatSync: (at: string) => ({ ...real.lstatSync(at), kind: 'file' as const }) };
    expect(userErrorOf(() => stageFile(late, path, options)).code).toBe('output-not-writable');
  });

  it('a folder that is missing, or is a file', () => {
    const dir = folder();
    writeFileSync(join(dir, 'file'), '');
    for (const [name, reason] of [
      ['missing/out', 'folder-missing'],
      ['file/out', 'folder-is-file'],
    ] as const) {
      for (const makeFolder of [false, name === 'file/out']) {
        const error = userErrorOf(() => stageFile(realPort(), join(dir, name), { ...options, makeFolder }));
        expect([error.code, error.facts.reason]).toEqual(['output-not-writable', reason]);
      }
    }
    const deeper = { ...options, makeFolder: true };
    expect(userErrorOf(() => stageFile(realPort(), join(dir, 'a/b/out'), deeper)).facts.reason).toBe(
      'folder-missing',
    );
    expect(readdirSync(dir)).toEqual(['file']);
    const long = userErrorOf(() => stageFile(realPort(), join(dir, 'x'.repeat(300)), options));
    expect(long.facts.reason).toBe('name-too-long');
  });

  it('takes the folder that it made along when it is given up, at whatever call that happens', () => {
    const makeFolder = { ...options, makeFolder: true };
    let failures = 0;
    for (let nth = 1; nth <= 30; nth++) {
      const dir = folder();
      const port = faultyPort((n) => (n === nth ? 'EIO' : undefined));
      try {
        const file = stageFile(port, join(dir, 'new', 'out'), makeFolder);
        file.write(Buffer.from(NEW));
        commitAll([file]);
        expect(readdirSync(join(dir, 'new'))).toEqual(['out']);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        failures++;
        expect(readdirSync(dir)).toEqual([]);
      }
    }
    expect(failures).toBeGreaterThan(4);
    const dir = folder();
    const files = ['one', 'two'].map((name) => stageFile(realPort(), join(dir, 'new', name), makeFolder));
    abortAll(files);
    expect(readdirSync(dir)).toEqual([]);
  });

  it("somebody else's file, unless forced", () => {
    const dir = folder();
    const path = join(dir, 'out');
    writeFileSync(path, 'mine since 2019');
    expect(userErrorOf(() => writeNew(realPort(), path)).code).toBe('output-exists');
    expect(readFileSync(path, 'utf8')).toBe('mine since 2019');
    writeNew(realPort(), path, { force: true });
    expect(readFileSync(path, 'utf8')).toBe(NEW);
  });

  it('shows mayReplace the first 64 KiB', () => {
    const path = join(folder(), 'out');
    writeFileSync(path, Buffer.alloc(100_000, 'a'));
    let seen = 0;
    const mayReplace = (head: Uint8Array) => {
      seen = head.length;
      return true;
    };
    stageFile(realPort(), path, { ...options, mayReplace }).abort();
    expect(seen).toBe(65_536);
  });

  it('a file that came into being while ours was written', () => {
    const dir = folder();
    const path = join(dir, 'out');
    const file = stageFile(realPort(), path, options);
    file.write(bytes(NEW));
    writeFileSync(path, 'saved meanwhile');
    expect(userErrorOf(() => file.commit()).code).toBe('output-exists');
    expect(readFileSync(path, 'utf8')).toBe('saved meanwhile');
    expect(readdirSync(dir)).toEqual(['out']);
  });
});

describe('temporary files of others', () => {
  it('go when their process is gone, and stay while it lives', async () => {
    const dir = folder();
    const port = realPort();
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((done) => child.on('close', done));
    const gone = [`.out.${child.pid}.1.tmp`, `.out.${child.pid}.2-3.tmp`, `.out.${port.processId}.1.tmp`];
    const kept = [
      `.out.${process.ppid}.1.tmp`,
      `.out.${port.processId}.${port.processStart}.tmp`,
      `.other.${child.pid}.1.tmp`,
      `.out.b.${child.pid}.1.tmp`,
      `.out.${child.pid}.tmp`,
      `.out.${child.pid}.1.tmp.csv`,
      `out.${child.pid}.1.tmp`,
      `.out.7.${child.pid}.1.tmp`,
      '.out.9999999999.1.tmp',
    ];
    for (const name of [...gone, ...kept]) writeFileSync(join(dir, name), '');
    writeNew(port, join(dir, 'out'));
    expect(readdirSync(dir).sort()).toEqual([...kept, 'out'].sort());
  });

  it('do not disturb two writers of one path at once: the later one stands, complete', () => {
    const dir = folder();
    const path = join(dir, 'out');
    const first = stageFile(realPort(), path, options);
    const second = stageFile(realPort(), path, options);
    first.write(bytes('ours: first'));
    second.write(bytes('ours: second'));
    expect(readdirSync(dir)).toHaveLength(2);
    first.commit();
    expect(readFileSync(path, 'utf8')).toBe('ours: first');
    second.commit();
    expect(readFileSync(path, 'utf8')).toBe('ours: second');
    expect(readdirSync(dir)).toEqual(['out']);
  });

  it('are not taken for its own by a file that is finished', () => {
    const path = join(folder(), 'out');
    const first = stageFile(realPort(), path, options);
    first.commit();
    const second = stageFile(realPort(), path, { ...options, force: true });
    second.write(bytes(NEW));
    first.abort();
    second.commit();
    expect(readFileSync(path, 'utf8')).toBe(NEW);
  });

  it('cannot be followed elsewhere by a planted link', () => {
    const dir = folder();
    const port = realPort();
    writeFileSync(join(dir, 'victim'), 'untouched');
    symlinkSync('victim', join(dir, `.out.${port.processId}.${port.processStart}.tmp`));
    writeNew(port, join(dir, 'out'));
    expect(readFileSync(join(dir, 'victim'), 'utf8')).toBe('untouched');
  });
});

describe('several files together', () => {
  it('stand all or none when anything fails before the first rename', () => {
    for (let n = 1; ; n++) {
      const dir = folder();
      const names = ['a', 'b', 'c'];
      for (const name of names) writeFileSync(join(dir, name), OLD);
      let renames = 0;
      const port = faultyPort((nth, name) => {
        if (name === 'renameSync') renames++;
        return nth === n ? 'ENOSPC' : undefined;
      });
      let failed = false;
      const files: StagedFile[] = [];
      let together = false;
      try {
        for (const name of names) {
          const file = stageFile(port, join(dir, name), options);
          files.push(file);
          file.write(bytes(NEW));
        }
        together = true;
        commitAll(files);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        failed = true;
        // From commitAll on, cleaning up is its own business.
        if (!together) for (const file of files) file.abort();
      }
      const states = names.map((name) => readFileSync(join(dir, name), 'utf8'));
      expect(readdirSync(dir)).toEqual(names);
      expect(port.open.size).toBe(0);
      if (!failed) expect(states).toEqual([NEW, NEW, NEW]);
      else if (renames === 0) expect(states).toEqual([OLD, OLD, OLD]);
      else for (const state of states) expect([OLD, NEW]).toContain(state);
      if (port.calls.length < n) break;
    }
  });

  it('that are only partly moved say which ones are, and which are not', () => {
    const dir = folder();
    const names = ['a', 'b', 'c'];
    for (const name of names) writeFileSync(join(dir, name), OLD);
    let renames = 0;
    const port = faultyPort((_, name) => (name === 'renameSync' && ++renames === 2 ? 'EIO' : undefined));
    const files = names.map((name) => stageFile(port, join(dir, name), options));
    for (const file of files) file.write(bytes(NEW));
    const { code, facts } = userErrorOf(() => commitAll(files));
    const [a, b, c] = names.map((name) => join(dir, name));
    expect({ code, facts }).toEqual({
      code: 'output-not-writable',
      facts: { path: b, reason: 'EIO', placed: [a], withheld: [b, c] },
    });
    expect(names.map((name) => readFileSync(join(dir, name), 'utf8'))).toEqual([NEW, OLD, OLD]);
    expect(readdirSync(dir)).toEqual(names);
  });

  it('are all on the disk before the first one moves', () => {
    const dir = folder();
    const names = ['a', 'b', 'c'];
    for (const name of names) writeFileSync(join(dir, name), OLD);
    let syncs = 0;
    const port = faultyPort((_, name) => (name === 'fsyncSync' && ++syncs === 3 ? 'ENOSPC' : undefined));
    const files = names.map((name) => stageFile(port, join(dir, name), options));
    for (const file of files) file.write(bytes(NEW));
    expect(userErrorOf(() => commitAll(files)).code).toBe('disk-full');
    expect(names.map((name) => readFileSync(join(dir, name), 'utf8'))).toEqual([OLD, OLD, OLD]);
    expect(readdirSync(dir)).toEqual(names);
  });

  it('leave every old file on a disk that is really full', ({ skip }) => {
    const dir = folder();
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dir]);
    if (mounted.status !== 0) {
      console.warn('SKIPPED: no tmpfs can be mounted here, so no disk was really full');
      skip();
    }
    try {
      for (const name of ['a', 'b']) writeFileSync(join(dir, name), OLD);
      const files = ['a', 'b'].map((name) => stageFile(realPort(), join(dir, name), options));
      const error = userErrorOf(() => {
        for (const file of files) for (let i = 0; i < 10; i++) file.write(new Uint8Array(4096));
        commitAll(files);
      });
      // Those that commitAll never saw.
      for (const file of files) file.abort();
      expect(error.code).toBe('disk-full');
      expect(readdirSync(dir)).toEqual(['a', 'b']);
      for (const name of ['a', 'b']) expect(readFileSync(join(dir, name), 'utf8')).toBe(OLD);
    } finally {
      spawnSync('umount', [dir]);
    }
  });

  it('refuses to finish twice: that would be our bug', () => {
    const file = stageFile(soundPort(), join(folder(), 'out'), options);
    commitAll([file]);
    expect(() => file.commit()).toThrow('staged file is placed');
    expect(() => commitAll([file])).toThrow('staged file is placed');
  });
});
