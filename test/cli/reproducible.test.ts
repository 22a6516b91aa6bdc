// The same input gives the same bytes, whatever the host's clock, time zone and locale.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { each, ROOT, run } from '../support/command.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
/** Every zone and every locale at least twice. */
const HOSTS = [
  ['UTC', 'C'],
  ['UTC', 'zh_CN.UTF-8'],
  ['Asia/Shanghai', 'zh_CN.UTF-8'],
  ['Asia/Shanghai', 'tr_TR.UTF-8'],
  ['America/New_York', 'tr_TR.UTF-8'],
  ['America/New_York', 'de_DE'],
  ['Pacific/Kiritimati', 'de_DE'],
  ['Pacific/Kiritimati', 'C'],
  ['America/New_York', 'C'],
].map(([TZ = '', LC_ALL = '']) => ({ TZ, LC_ALL, LANG: LC_ALL }));

describe('a run', () => {
  it.each(['zh', 'en'])('gives the same bytes on every host, in %s', async (language) => {
    const cwd = folder();
    cpSync(join(ROOT, 'fixtures', 'demo'), cwd, {
      recursive: true,
      filter: (path) => !path.includes('.audited.'),
    });
    const damaged = readFileSync(join(ROOT, 'fixtures', 'damaged', 'unreadable-cells.csv'));
    writeFileSync(join(cwd, 'damaged.csv'), damaged);
    const results = new Map<string, string>();
    await each(HOSTS, async (env) => {
      const out = folder();
      const words = ['.', '-o', out, '--rejects', join(out, 'rejects.csv'), '--lang', language];
      const { code, stdout, stderr } = await run(words, { cwd, env });
      expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
      const names = [
        'damaged.audited.csv',
        'kuaishou_orders_2026-07-20-10-30-00.audited.csv',
        'shopA_orders_export2026-07-20-10-09-23.audited.csv',
        'rejects.csv',
      ];
      const files = names.map((name) => readFileSync(join(out, name), 'base64'));
      const result = [stdout.replaceAll(out, 'OUT'), ...files].join('\n');
      results.set(result, `${env.TZ} ${env.LC_ALL}`);
    });
    expect([...results.values()], 'hosts that differ').toHaveLength(1);
  });
});
