// The port to the real system tells the facts that the rest of io relies on.
import { spawn, spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { errorCode, identityKey, READ_FLAGS, readAt, realPort } from '../../src/io/port.js';
import { systemError } from '../support/faulty-port.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const port = realPort();

describe('the real port', () => {
  it('tells files, folders, links and pipes apart', () => {
    const dir = folder();
    writeFileSync(join(dir, 'f'), 'four', { mode: 0o640 });
    mkdirSync(join(dir, 'd'));
    symlinkSync('f', join(dir, 'l'));
    expect(spawnSync('mkfifo', [join(dir, 'p')]).status).toBe(0);
    expect(port.statSync(join(dir, 'f'))).toMatchObject({ kind: 'file', size: 4 });
    expect(port.statSync(join(dir, 'd')).kind).toBe('folder');
    expect(port.statSync(join(dir, 'p')).kind).toBe('special');
    expect(port.lstatSync(join(dir, 'l')).kind).toBe('link');
    expect(port.statSync(join(dir, 'l'))).toEqual(port.lstatSync(join(dir, 'f')));
  });

  it('gives hard links one identity and other files another', () => {
    const dir = folder();
    for (const name of ['a', 'b']) writeFileSync(join(dir, name), '');
    linkSync(join(dir, 'a'), join(dir, 'c'));
    const key = (name: string) =>
      identityKey(port, { path: join(dir, name), ...port.statSync(join(dir, name)) });
    expect(key('c')).toBe(key('a'));
    expect(key('b')).not.toBe(key('a'));
  });

  it('goes by the real path where a file system knows no inode', () => {
    const dir = folder();
    writeFileSync(join(dir, 'a'), '');
    symlinkSync('a', join(dir, 'l'));
    const key = (name: string) => identityKey(port, { path: join(dir, name), dev: 0n, ino: 0n });
    expect(key('l')).toBe(key('a'));
    expect(key('.')).not.toBe(key('a'));
  });

  it('opens a pipe without waiting for a writer', () => {
    const pipe = join(folder(), 'p');
    spawnSync('mkfifo', [pipe]);
    port.closeSync(port.openSync(pipe, READ_FLAGS));
  });

  it('knows which processes live', async () => {
    expect(port.isAlive(port.processId)).toBe(true);
    expect(port.isAlive(1)).toBe(true);
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((done) => child.on('close', done));
    expect(port.isAlive(child.pid ?? 0)).toBe(false);
    expect(Number.isSafeInteger(port.processStart)).toBe(true);
  });
});

describe('readAt', () => {
  it('reads on after short reads and stops at the end', () => {
    const path = join(folder(), 'f');
    writeFileSync(path, 'abcdefgh');
    const fd = port.openSync(path, 'r');
    const stingy = {
      ...port,
      readSync: (f: number, b: Uint8Array, at: number, length: number, position: number) =>
        port.readSync(f, b, at, Math.min(length, 3), position),
    };
    expect(Buffer.from(readAt(stingy, fd, 5, 1)).toString()).toBe('bcdef');
    expect(Buffer.from(readAt(stingy, fd, 100, 2)).toString()).toBe('cdefgh');
    expect(readAt(stingy, fd, 100, 8)).toHaveLength(0);
    port.closeSync(fd);
  });
});

describe('errorCode', () => {
  it.each([
    ['a system error', systemError('ENOSPC'), 'ENOSPC'],
    ["Node's own complaint", Object.assign(new Error(), { code: 'ERR_INVALID_ARG_TYPE' }), undefined],
    ['an error without a code', new Error('x'), undefined],
    ['a thrown text', 'ENOENT', undefined],
  ])('%s', (_, error, code) => {
    expect(errorCode(error)).toBe(code);
  });
});
