// Standard input arrives whole, in a file that nobody else sees and that does not stay.
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/user-error.js';
import { checkUnchanged } from '../../src/io/open-input.js';
import { readAt, realPort } from '../../src/io/port.js';
import { spoolStandardInput } from '../../src/io/spool.js';
import { faultyPort, soundPort, systemError } from '../support/faulty-port.js';
import { scratch, userErrorOf } from '../support/scratch.js';

const folder = scratch();

/** Standard input that gives these portions one by one; a text of capitals with E is an error's code. */
function source(...portions: (Uint8Array | string)[]): (buffer: Uint8Array) => number {
  const rest = [...portions];
  return (buffer) => {
    const next = rest.shift();
    if (next === undefined) return 0;
    if (typeof next === 'string' && /^E[A-Z]+$/.test(next)) throw systemError(next);
    const bytes = typeof next === 'string' ? new TextEncoder().encode(next) : next;
    if (bytes.length > buffer.length) rest.unshift(bytes.subarray(buffer.length));
    buffer.set(bytes.subarray(0, buffer.length));
    return Math.min(bytes.length, buffer.length);
  };
}

describe('spoolStandardInput', () => {
  it('gives an opened input without a trace in the folder', () => {
    const dir = folder();
    const port = soundPort();
    const opened = spoolStandardInput(port, source('订单号,', '订单状态\n'), dir);
    expect(opened).toMatchObject({ name: 'stdin', size: 23, mode: 0o600, spooled: true });
    expect(new TextDecoder().decode(opened.head)).toBe('订单号,订单状态\n');
    expect(readdirSync(dir)).toEqual([]);
    expect(port.open).toEqual(new Set([opened.fd]));
    checkUnchanged(port, opened);
    expect(() => port.writeSync(opened.fd, new Uint8Array(1), 0, 1)).toThrow('EBADF');
    opened.dispose();
    opened.dispose();
    expect(port.open.size).toBe(0);
  });

  it('holds the same bytes, however they come', () => {
    const dir = folder();
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { minLength: 1 }), (portions) => {
        const port = realPort();
        const text = Uint8Array.of(0x41);
        const opened = spoolStandardInput(port, source(text, ...portions), dir);
        const all = Buffer.concat([text, ...portions]);
        expect(opened.size).toBe(all.length);
        expect(Buffer.from(readAt(port, opened.fd, all.length + 1, 0))).toEqual(all);
        opened.dispose();
      }),
      { numRuns: 40 },
    );
  });

  it('takes more than one buffer and shows the first 64 KiB', () => {
    const bytes = Buffer.alloc(1_000_001, '订单号,');
    const port = soundPort();
    const opened = spoolStandardInput(port, source(bytes), folder());
    expect(opened.size).toBe(1_000_001);
    expect(bytes.subarray(0, 65_536).equals(opened.head)).toBe(true);
    expect(bytes.equals(readAt(port, opened.fd, 2_000_000, 0))).toBe(true);
    opened.dispose();
  });

  it('waits while nothing has come yet, and takes EOF for the end', () => {
    const port = soundPort();
    const opened = spoolStandardInput(
      port,
      source('EAGAIN', 'a', 'EAGAIN', 'EAGAIN', 'b', 'EOF', 'c'),
      folder(),
    );
    expect(new TextDecoder().decode(opened.head)).toBe('ab');
    expect(port.waited).toBe(30);
    opened.dispose();
  });

  it('keeps the name until dispose where an open file cannot be removed', () => {
    const dir = folder();
    let first = true;
    const port = faultyPort((_, name) => {
      if (name !== 'unlinkSync' || !first) return undefined;
      first = false;
      return 'EBUSY';
    });
    const opened = spoolStandardInput(port, source('a'), dir);
    const [name = '', ...others] = readdirSync(dir);
    expect(others).toEqual([]);
    expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600);
    expect(opened.path).toBe('stdin');
    opened.dispose();
    expect(readdirSync(dir)).toEqual([]);
    expect(port.open.size).toBe(0);
  });

  it('removes what a killed run left', () => {
    const dir = folder();
    writeFileSync(join(dir, '.bnpl-audit-stdin.77.1.tmp'), 'personal');
    spoolStandardInput(soundPort({ isAlive: () => false }), source('a'), dir).dispose();
    expect(readdirSync(dir)).toEqual([]);
  });

  it.each([
    ['nothing', [], 'file-empty'],
    ['a byte order mark only', [Uint8Array.of(0xef, 0xbb, 0xbf)], 'file-empty'],
    ['a PDF', ['%PDF-1.7'], 'file-is-pdf'],
    ['a folder', ['EISDIR'], 'file-not-readable'],
    ['a broken line', ['a', 'EIO'], 'file-not-readable'],
  ] as [string, (string | Uint8Array)[], string][])('refuses %s', (_, portions, code) => {
    const dir = folder();
    const port = soundPort();
    const error = userErrorOf(() => spoolStandardInput(port, source(...portions), dir));
    expect([error.code, error.facts.path]).toEqual([code, 'stdin']);
    expect(port.open.size).toBe(0);
    expect(readdirSync(dir)).toEqual([]);
  });

  it.each(['ENOSPC', 'EIO', 'EBUSY', 'EACCES'])('leaves nothing when the n-th call fails with %s', (code) => {
    for (let n = 1; ; n++) {
      const dir = folder();
      const port = faultyPort((nth) => (nth === n ? code : undefined));
      try {
        const opened = spoolStandardInput(port, source('订单号', '\n'), dir);
        expect(new TextDecoder().decode(readAt(realPort(), opened.fd, 100, 0))).toBe('订单号\n');
        opened.dispose();
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        expect((error as UserError).facts.path).toBe(dir);
      }
      expect(readdirSync(dir)).toEqual([]);
      expect(port.open.size).toBe(0);
      expect(port.closedTwice).toBe(0);
      if (port.calls.length < n) break;
    }
  });

  it('says that the disk is full, and that bytes went missing', () => {
    const dir = folder();
    const full = faultyPort((_, name) => (name === 'writeSync' ? 'ENOSPC' : undefined));
    expect(userErrorOf(() => spoolStandardInput(full, source('a'), dir))).toMatchObject({
      code: 'disk-full',
      facts: { path: dir },
    });
    const liar = {
      ...realPort(),
      writeSync: (_f: number, _c: Uint8Array, _a: number, length: number) => length,
    };
    expect(userErrorOf(() => spoolStandardInput(liar, source('a'), dir)).facts.reason).toBe('size-differs');
    const missing = join(dir, 'missing');
    expect(userErrorOf(() => spoolStandardInput(realPort(), source('a'), missing))).toMatchObject({
      code: 'output-not-writable',
      facts: { path: missing, reason: 'folder-missing' },
    });
  });
});
