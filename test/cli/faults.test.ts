// What the world does to a run: no permission, no room, closed pipes, signals, another run; never a half file.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { execPath, getuid, platform } from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeBenchOrders } from '../bench/make-orders.js';
import { BIN, filesIn, run, runProcess } from '../support/command.js';
import { scratch } from '../support/scratch.js';
import { ORDERS } from './error-case.js';

const folder = scratch();
const isRoot = getuid?.() === 0;
/** Root is above all modes: the command is run as nobody. */
const AS_NOBODY = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];

describe.skipIf(platform === 'win32')('without permission', () => {
  it('the message says so, and nothing is written', async ({ skip }) => {
    const probe = await run(['--version'], { through: AS_NOBODY, cwd: '/' }).catch(() => null);
    if (probe?.code !== 0) {
      console.warn('SKIPPED: the command cannot be run as nobody here');
      skip();
    }
    const cwd = folder();
    chmodSync(dirname(cwd), 0o755);
    writeFileSync(join(cwd, 'o.csv'), ORDERS);
    writeFileSync(join(cwd, 'secret.csv'), ORDERS);
    mkdirSync(join(cwd, 'closed'));
    chmodSync(join(cwd, 'closed'), 0);
    chmodSync(join(cwd, 'secret.csv'), 0);
    chmodSync(cwd, 0o555);
    try {
      for (const [args, code, path] of [
        [['secret.csv'], 'file-not-readable', 'secret.csv'],
        [['closed'], 'file-not-readable', 'closed'],
        [['closed/o.csv'], 'file-not-readable', 'closed/o.csv'],
        [['o.csv'], 'output-not-writable', 'o.audited.csv'],
        [['o.csv', '-o', 'new/'], 'output-not-writable', 'new/o.audited.csv'],
        [['o.csv', '--no-output', '--rejects', 'r.csv'], 'output-not-writable', 'r.csv'],
      ] as const) {
        const { code: exit, stdout, stderr } = await run(args, { cwd, through: AS_NOBODY });
        const first = stderr.split('\n')[0] ?? '';
        expect({ exit, stdout }, stderr).toEqual({ exit: 2, stdout: '' });
        expect(first.startsWith(`error ${code}: `), first).toBe(true);
        expect(first).toContain(join(cwd, path));
        expect(first).toContain('permission denied');
      }
      // Started from a folder that is closed to it, as by cron, it finds no configuration there and misses none.
      if (isRoot) {
        const away = await run([join(cwd, 'o.csv'), '--no-output'], {
          cwd: join(cwd, 'closed'),
          through: AS_NOBODY,
        });
        expect({ code: away.code, stderr: away.stderr }).toEqual({ code: 0, stderr: '' });
      }
      // What it may read it can still audit.
      expect((await run(['o.csv', '--no-output'], { cwd, through: AS_NOBODY })).code).toBe(0);
      expect(readdirSync(cwd).sort()).toEqual(['closed', 'o.csv', 'secret.csv']);
    } finally {
      chmodSync(cwd, 0o755);
      chmodSync(join(cwd, 'closed'), 0o755);
    }
  });
});

describe.skipIf(platform === 'win32')('without room', () => {
  it('on a full disk the old copy stays whole', async ({ skip }) => {
    const disk = join(folder(), 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    if (mounted.status !== 0) {
      console.warn('SKIPPED: nothing can be mounted here');
      skip();
    }
    try {
      const cwd = folder();
      writeFileSync(join(cwd, 'o.csv'), ORDERS);
      const out = join(disk, 'o.audited.csv');
      expect((await run(['o.csv', '-o', out], { cwd })).code).toBe(0);
      const old = readFileSync(out);
      writeFileSync(join(cwd, 'o.csv'), ORDERS + '12345678,shipped,10.00,yes\n'.repeat(3000));
      const { code, stdout, stderr } = await run(['o.csv', '-o', out], { cwd });
      expect({ code, stdout, first: stderr.split('\n')[0] }).toEqual({
        code: 2,
        stdout: '',
        first: `error disk-full: The disk is full, the file was not written: ${out}`,
      });
      expect(readFileSync(out).equals(old)).toBe(true);
      expect(readdirSync(disk)).toEqual(['o.audited.csv']);
      // A list of rejects that finds no room takes the finished copy with it.
      writeFileSync(join(cwd, 'o.csv'), ORDERS + `,shipped,10.00,${'x'.repeat(900)}\n`.repeat(100));
      const rejects = ['--rejects', join(disk, 'r.csv'), '--reveal'];
      const second = await run(['o.csv', ...rejects], { cwd });
      expect({ code: second.code, code2: second.stderr.split(':')[0] }).toEqual({
        code: 2,
        code2: 'error disk-full',
      });
      expect(readdirSync(disk)).toEqual(['o.audited.csv']);
      expect(readdirSync(cwd)).toEqual(['o.csv']);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});

/** Bytes of a file, 0 when it has just gone. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

describe('a run over a large file', () => {
  const cwd = folder();
  const input = join(cwd, 'big.csv');
  const output = join(cwd, 'big.audited.csv');
  let whole: Buffer = Buffer.alloc(0);
  const temporary = () => readdirSync(cwd).filter((name) => name.endsWith('.tmp'));

  beforeAll(async () => {
    expect(writeBenchOrders(input, 90_000).bytes).toBeGreaterThan(36e6);
    const { code, bytes } = await run(['big.csv', '-o', '-', '--quiet'], { cwd });
    expect(code).toBe(0);
    whole = bytes;
  });

  it.each([
    { signal: 'SIGINT', code: 130, left: 0 },
    { signal: 'SIGTERM', code: 143, left: 0 },
    { signal: 'SIGKILL', code: null, left: 1 },
  ] as const)(
    'that is ended by $signal in the middle leaves no half file, and the next run tidies up',
    async ({ signal, code, left }) => {
      writeFileSync(output, whole);
      // Twice: when writing has just begun, and well within it.
      for (const share of [0, 0.3]) {
        const isWithin = () => {
          const [name] = temporary();
          return name !== undefined && sizeOf(join(cwd, name)) > whole.length * share;
        };
        const ended = await run(['big.csv'], { cwd, kill: { signal, when: isWithin } });
        const isTold = code !== null;
        expect(ended).toMatchObject({ code, signal: isTold ? null : signal, stdout: '' });
        expect(ended.stderr).toMatch(isTold ? /^Stopped\. [^\n]*\n$/ : /^$/);
        expect(readFileSync(output).equals(whole)).toBe(true);
        expect(temporary().length).toBeLessThanOrEqual(left);
      }
      expect((await run(['big.csv', '--quiet'], { cwd })).code).toBe(0);
      expect(filesIn(cwd)).toEqual(['big.audited.csv', 'big.csv']);
      expect(readFileSync(output).equals(whole)).toBe(true);
    },
  );

  it('that finds no more memory says so as a mistake of ours, and leaves nothing', async () => {
    writeFileSync(output, whole);
    const env = { NODE_OPTIONS: '--max-old-space-size=18' };
    const { code, stdout, stderr } = await run(['big.csv'], { cwd, env });
    expect({ code, stdout }, stderr).toEqual({ code: 70, stdout: '' });
    expect(stderr).toMatch(/^error internal: .*\[\S+ memory Error\]\n/);
    expect(stderr).not.toMatch(/<--- |^\s+at /m);
    expect(filesIn(cwd)).toEqual(['big.audited.csv', 'big.csv']);
    expect(readFileSync(output).equals(whole)).toBe(true);
  });

  it.skipIf(platform === 'win32')('ends quietly when nobody reads on', async () => {
    for (const words of [
      'big.csv -o -',
      'big.csv --no-output',
      'inspect big.csv',
      'inspect --records big.csv',
      '--help',
    ]) {
      // The last status of the pipe's first command, and what it said.
      const script = `{ "$0" "$1" ${words} --lang en; echo "code $?" >&2; } | head -n 1`;
      const { stdout, stderr } = await runProcess('sh', ['-c', script, execPath, BIN], { cwd });
      expect(stdout.split('\n')).toHaveLength(2);
      const talk = words.includes('-o -')
        ? stderr.replace(/^Pay-later reconciliation[\s\S]*?(?=code )/, '')
        : stderr;
      expect(talk).toBe('code 0\n');
    }
  });

  it('is helped by a second thread, and is the same where none can be started; a small one does without', async () => {
    // Loaded into each thread in front of the command: tells of every thread that is started, and refuses some.
    const watch = (refused: string) =>
      `data:text/javascript,${encodeURIComponent(`
        import threads from 'node:worker_threads';
        import { syncBuiltinESMExports } from 'node:module';
        import { writeSync } from 'node:fs';
        threads.Worker = class extends threads.Worker {
          constructor(url, options) {
            writeSync(2, 'thread ' + String(url).split('/').at(-1) + '\\n');
            if (String(url).endsWith(${JSON.stringify(refused)})) throw new Error('no thread');
            super(url, options);
          }
        };
        syncBuiltinESMExports();`)}`;
    const threadsOf = async (name: string, refused: string) => {
      const env = { NODE_OPTIONS: `--import=${watch(refused)}` };
      const { code, bytes, stderr } = await run([name, '-o', '-', '--quiet'], { cwd, env });
      expect(code, stderr).toBe(0);
      return { threads: stderr.trim().split('\n'), bytes };
    };
    // Where there are processors for both, another one scans.
    const beside = [...(availableParallelism() > 2 ? ['scan'] : []), 'recipient'];
    for (const refused of ['none', 'recipient-thread.js', 'scan-thread.js']) {
      const { threads, bytes } = await threadsOf('big.csv', refused);
      expect(threads).toEqual(['thread main.js', ...beside.map((name) => `thread ${name}-thread.js`)]);
      expect(bytes.equals(whole)).toBe(true);
    }
    writeFileSync(join(cwd, 'small.csv'), ORDERS);
    expect((await threadsOf('small.csv', 'none')).threads).toEqual(['thread main.js']);
    rmSync(join(cwd, 'small.csv'));
  });

  it('and another one at the same time both complete', async () => {
    const runs = await Promise.all([run(['big.csv'], { cwd }), run(['big.csv', '--quiet'], { cwd })]);
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ]);
    expect(readFileSync(output).equals(whole)).toBe(true);
    expect(filesIn(cwd)).toEqual(['big.audited.csv', 'big.csv']);
  });
});
