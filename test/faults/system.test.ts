// Faults that the real system makes: streams that are closed or full, folders that are gone, disks that take nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath, platform } from 'node:process';
import { describe, expect, it } from 'vitest';
import { ORDERS } from '../cli/error-case.js';
import { BIN, filesIn, type RunOptions, run, runProcess } from '../support/command.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const COPY = 'o.audited.csv';
const MANY = ORDERS + '12345678,shipped,10.00,yes\n'.repeat(9000);

function withOrders(text = ORDERS): string {
  const cwd = folder();
  writeFileSync(join(cwd, 'o.csv'), text);
  return cwd;
}

/** Runs a line of shell in which `$RUN` is the command. */
function shell(line: string, options: RunOptions) {
  const quoted = `'${execPath}' '${BIN}'`;
  return runProcess('sh', ['-c', line.replaceAll('$RUN', quoted)], options);
}

describe.skipIf(platform === 'win32').concurrent('a stream', () => {
  // Node opens /dev/null in place of a closed stream before anything of ours runs.
  it.for<{ title: string; line: string; code: number; first: string; copy: boolean }>([
    { title: 'of output that is closed', line: '$RUN o.csv >&-', code: 0, first: '', copy: true },
    { title: 'of errors that is closed', line: '$RUN o.csv --quiet 2>&-', code: 0, first: '', copy: true },
    { title: 'of errors closed in a failing run', line: '$RUN x.csv 2>&-', code: 2, first: '', copy: false },
    { title: 'that is closed, all three', line: '$RUN o.csv <&- >&- 2>&-', code: 0, first: '', copy: true },
    { title: 'of errors that is full', line: '$RUN x.csv 2>/dev/full', code: 2, first: '', copy: false },
    {
      title: 'of output that is full',
      line: '$RUN o.csv >/dev/full',
      code: 2,
      first: 'error stdout-closed: Standard output could not be written to the end (the disk is full)',
      // The summary comes when everything stands.
      copy: true,
    },
    {
      title: 'of output that is full and takes the copy',
      line: '$RUN o.csv -o - >/dev/full',
      code: 2,
      first: 'error stdout-closed: Standard output could not be written to the end (the disk is full)',
      copy: false,
    },
    {
      title: 'of input that is closed',
      line: '$RUN - <&-',
      code: 2,
      first: 'error file-empty: The file is empty: stdin',
      copy: false,
    },
    {
      title: 'of input that is a folder',
      line: '$RUN - <.',
      code: 2,
      first: 'error file-not-readable: The file cannot be read (it is a folder): stdin',
      copy: false,
    },
    {
      title: 'of input that is no export',
      line: 'echo a,b | $RUN -',
      code: 2,
      first: 'error format-unknown: Not a known export, none of its headers is known: stdin',
      copy: false,
    },
  ])('$title', async ({ line, code, first, copy }, { skip, expect }) => {
    if (line.includes('/dev/full') && !existsSync('/dev/full')) {
      console.warn('SKIPPED: there is no /dev/full here');
      skip();
    }
    const cwd = withOrders();
    const ended = await shell(line, { cwd });
    expect({ code: ended.code, first: ended.stderr.split('\n')[0] }).toEqual({ code, first });
    expect(filesIn(cwd)).toEqual(copy ? [COPY, 'o.csv'] : ['o.csv']);
  });
});

describe.skipIf(platform === 'win32')('standard output into a file', () => {
  it.each(['-o -', '--json - --no-output'])(
    'that the system cuts short in a write is an error: %s',
    async (words) => {
      const cwd = withOrders(MANY);
      const { code, stderr } = await shell(`ulimit -f 4; $RUN o.csv ${words} --quiet >f`, { cwd });
      const first =
        'error stdout-closed: Standard output could not be written to the end (the file may not become larger)';
      expect({ code, first: stderr.split('\n')[0] }).toEqual({ code: 2, first });
      // A file that takes everything holds everything.
      expect((await shell(`$RUN o.csv ${words} --quiet >f`, { cwd })).code).toBe(0);
      const piped = await shell(`$RUN o.csv ${words} --quiet`, { cwd });
      expect(readFileSync(join(cwd, 'f')).equals(piped.bytes)).toBe(true);
    },
  );
});

describe.skipIf(platform === 'win32').concurrent('a working folder that is gone', () => {
  it.for([
    { words: 'o.csv', code: 2 },
    { words: '$ABOVE/o.csv', code: 0 },
  ])('$words', async ({ words, code }, { expect }) => {
    const cwd = withOrders();
    const line = `mkdir gone; cd gone; rmdir ../gone; $RUN ${words.replace('$ABOVE', cwd)}`;
    const ended = await shell(line, { cwd });
    const first = code === 0 ? '' : `error file-not-found: No such file: ${join(cwd, 'gone', 'o.csv')}`;
    expect({ code: ended.code, first: ended.stderr.split('\n')[0] }).toEqual({ code, first });
    expect(filesIn(cwd)).toEqual(code === 0 ? [COPY, 'o.csv'] : ['o.csv']);
  });
});

describe.skipIf(!existsSync('/proc/self/mem'))('a file that gives an error when it is read', () => {
  it('is told with its path', async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await run(['/proc/self/mem'], { cwd });
    expect({ code, stdout, first: stderr.split('\n')[0] }).toEqual({
      code: 2,
      stdout: '',
      first: 'error file-not-readable: The file cannot be read (system error EIO): /proc/self/mem',
    });
  });
});

/** Does something with a small disk of its own; false where none can be mounted. */
async function onDisk(options: string, work: (disk: string) => Promise<void>): Promise<boolean> {
  const disk = join(folder(), 'disk');
  mkdirSync(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]).status !== 0) {
    console.warn('SKIPPED: nothing can be mounted here');
    return false;
  }
  try {
    await work(disk);
  } finally {
    spawnSync('umount', [disk]);
  }
  return true;
}

describe.skipIf(platform === 'win32')('a disk', () => {
  it('without room takes no standard output, and no standard input to be kept', async ({ skip }) => {
    const isDone = await onDisk('size=64k', async (disk) => {
      const cwd = withOrders(MANY);
      const copy = await shell(`$RUN o.csv -o - --quiet >${disk}/f`, { cwd });
      expect({ code: copy.code, first: copy.stderr.split('\n')[0] }).toEqual({
        code: 2,
        first: 'error stdout-closed: Standard output could not be written to the end (the disk is full)',
      });
      const kept = await shell('$RUN - --no-output <o.csv', { cwd, env: { TMPDIR: disk } });
      expect({ code: kept.code, first: kept.stderr.split('\n')[0] }).toEqual({
        code: 2,
        first: `error disk-full: The disk is full, the file was not written: ${disk}`,
      });
      expect(filesIn(disk)).toEqual(['f']);
      expect(filesIn(cwd)).toEqual(['o.csv']);
    });
    if (!isDone) skip();
  });

  it('that takes no more files, or none at all, keeps the old copy', async ({ skip }) => {
    const isDone = await onDisk('size=1m,nr_inodes=3', async (cwd) => {
      writeFileSync(join(cwd, 'o.csv'), ORDERS);
      expect((await run(['o.csv'], { cwd })).code).toBe(0);
      const old = readFileSync(join(cwd, COPY));
      const first = async () => {
        const { code, stdout, stderr } = await run(['o.csv', '--lang', 'en'], { cwd });
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(readFileSync(join(cwd, COPY)).equals(old)).toBe(true);
        expect(filesIn(cwd)).toEqual([COPY, 'o.csv']);
        return stderr.split('\n')[0];
      };
      const path = join(cwd, COPY);
      expect(await first()).toBe(`error disk-full: The disk is full, the file was not written: ${path}`);
      expect(spawnSync('mount', ['-o', 'remount,ro', cwd]).status).toBe(0);
      expect(await first()).toBe(
        `error output-not-writable: The file cannot be written (the disk is read-only): ${path}`,
      );
    });
    if (!isDone) skip();
  });
});
