// Where a configuration is looked for, and what stands there instead of one.
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type ConfigWishes, loadConfig } from '../../src/audit.js';
import { UserError } from '../../src/core/user-error.js';
import { realPort } from '../../src/io/port.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const TEXT = 'large: {min: 1300}\n';

function make(files: Readonly<Record<string, string | Uint8Array>>): string {
  const cwd = folder();
  mkdirSync(join(cwd, 'in'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  return cwd;
}
const load = (cwd: string, wishes: ConfigWishes = {}) =>
  loadConfig({ port: realPort(), folder: cwd }, wishes);
const nameIn = async (files: Readonly<Record<string, string | Uint8Array>>, wishes: ConfigWishes = {}) =>
  (await load(make(files), wishes)).file?.name ?? null;

async function codeOf(made: Promise<unknown>): Promise<string> {
  try {
    await made;
  } catch (error) {
    if (error instanceof UserError) return `${error.code} ${String(error.facts['reason'] ?? '')}`.trim();
    throw error;
  }
  return 'accepted';
}

describe('a configuration is looked for', () => {
  it.each<[string, Record<string, string>, ConfigWishes, string | null]>([
    ['nowhere else', { 'other.yaml': TEXT }, {}, null],
    ['in the working folder', { 'bnpl-audit.yaml': TEXT }, {}, 'bnpl-audit.yaml'],
    ['under another ending', { 'bnpl-audit.yml': TEXT }, {}, 'bnpl-audit.yml'],
    ['as JSON', { 'bnpl-audit.json': '{}' }, {}, 'bnpl-audit.json'],
    [
      'beside the first input',
      { 'in/bnpl-audit.yaml': TEXT },
      { inputs: ['-', 'in/o.csv'] },
      'bnpl-audit.yaml',
    ],
    ['in a folder of inputs', { 'in/bnpl-audit.yaml': TEXT }, { inputs: ['in'] }, 'bnpl-audit.yaml'],
    ['beside a wildcard', { 'in/bnpl-audit.yaml': TEXT }, { inputs: ['in/*.csv'] }, 'bnpl-audit.yaml'],
    ['not beside the second', { 'in/bnpl-audit.yaml': TEXT }, { inputs: ['o.csv', 'in/o.csv'] }, null],
    [
      'here first',
      { 'bnpl-audit.json': '{}', 'in/bnpl-audit.yaml': TEXT },
      { inputs: ['in/o.csv'] },
      'bnpl-audit.json',
    ],
    ['where it is said', { 'bnpl-audit.yaml': 'x', 'mine.yaml': TEXT }, { path: 'mine.yaml' }, 'mine.yaml'],
    ['not at all', { 'bnpl-audit.yaml': 'x' }, { path: null }, null],
  ])('%s', async (_, files, wishes, name) => {
    expect(await nameIn(files, wishes)).toBe(name);
  });

  it('and refused where there are several, or it is no file', async () => {
    expect(await codeOf(load(make({ 'bnpl-audit.yaml': '', 'bnpl-audit.json': '' })))).toBe('config-several');
    expect(await codeOf(load(make({}), { path: 'none.yaml' }))).toBe('config-unreadable missing');
    expect(await codeOf(load(make({}), { path: 'in' }))).toBe('config-unreadable folder');
    expect(await codeOf(load(make({}), { path: '/dev/null' }))).toBe('config-unreadable special');
    const cwd = make({});
    symlinkSync('nowhere', join(cwd, 'bnpl-audit.yaml'));
    expect(await codeOf(load(cwd))).toBe('config-unreadable missing');
  });
});

describe('the bytes of a configuration', () => {
  const KEY = 'columns: {pay_later: 白条}\n';
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(KEY), 'accepted'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${KEY}`), 'accepted'],
    ['UTF-16', iconv.encode(KEY, 'utf-16le', { addBOM: true }), 'accepted'],
    ['UTF-16 of the other order', iconv.encode(KEY, 'utf-16be', { addBOM: true }), 'accepted'],
    ['GB18030', iconv.encode(KEY, 'gb18030'), 'config-unreadable encoding'],
    ['an image', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'config-unreadable encoding'],
    ['256 KiB', Buffer.from(`${KEY}${'#'.repeat(256 * 1024 - Buffer.byteLength(KEY))}`), 'accepted'],
    ['more', Buffer.alloc(256 * 1024 + 1, '#'), 'config-too-large'],
  ])('may be %s or not', async (_, bytes, outcome) => {
    const cwd = make({ 'bnpl-audit.yaml': bytes });
    expect(await codeOf(load(cwd))).toBe(outcome);
    if (outcome === 'accepted') expect((await load(cwd)).chosen[0]?.value).toBe('白条');
  });

  it('are not read where there are too many', async () => {
    const cwd = make({});
    const fd = openSync(join(cwd, 'bnpl-audit.yaml'), 'w');
    ftruncateSync(fd, 2 ** 30);
    closeSync(fd);
    expect(await codeOf(load(cwd))).toBe('config-too-large');
  });
});
