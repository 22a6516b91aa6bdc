// The folder table and the house rules, read from the source files; planted files prove that every check can fail.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Files,
  hostViolations,
  importViolations,
  MAX_LINES,
  MAY_IMPORT,
  shapeViolations,
  wordViolations,
} from './support/architecture.js';

function sourceFiles(): Files {
  const root = join(import.meta.dirname, '..', 'src');
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.[cm]?[jt]sx?$/.test(path),
  );
  return Object.fromEntries(
    paths.sort().map((path) => [path.split(sep).join('/'), readFileSync(join(root, path), 'utf8')]),
  );
}

describe('the source files', () => {
  const files = sourceFiles();

  it('are found', () => {
    expect(Object.keys(files)).toContain('core/money.ts');
  });

  it('import downwards only', () => {
    expect(importViolations(files)).toEqual([]);
  });

  it('leave the process, the console and the clock to main.ts', () => {
    expect(hostViolations(files)).toEqual([]);
  });

  it('never ask the host for its time zone or locale, and never cut off their output', () => {
    expect(wordViolations(files)).toEqual([]);
  });

  it('are short and begin by saying what they are for', () => {
    expect(shapeViolations(files)).toEqual([]);
  });
});

describe('the folder table', () => {
  /** One row for each importer, read as: who may be imported for values, and who for types only. */
  const units = [...Object.keys(MAY_IMPORT), 'io/record-view.ts'];
  const expected: Record<string, [values: string, types: string]> = {
    core: ['core', ''],
    io: ['io io/record-view.ts core', ''],
    platforms: ['platforms core', ''],
    ingest: ['ingest core platforms', 'io/record-view.ts'],
    linkage: ['linkage core', ''],
    portfolio: ['portfolio core linkage', ''],
    rules: ['rules core', 'portfolio linkage'],
    config: ['config core rules platforms', ''],
    report: ['report core portfolio rules', ''],
    steps: ['core io io/record-view.ts platforms ingest linkage portfolio rules config report steps', ''],
    'audit.ts': [
      'audit.ts core io io/record-view.ts platforms ingest linkage portfolio rules config report steps',
      '',
    ],
    'library.ts': [
      'library.ts audit.ts core io io/record-view.ts platforms ingest linkage portfolio rules config report steps',
      '',
    ],
    cli: ['cli audit.ts config report core', 'steps'],
    'main.ts': [
      'main.ts cli audit.ts core io io/record-view.ts platforms ingest linkage portfolio rules config report steps',
      '',
    ],
  };

  it('has a row for every importer', () => {
    expect(Object.keys(MAY_IMPORT).sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.entries(expected))('lets %s import exactly %j', (importer, [values, types]) => {
    const importerPath = importer.endsWith('.ts') ? importer : `${importer}/planted.ts`;
    const up = importerPath.includes('/') ? '../' : './';
    for (const unit of units) {
      const file = unit.endsWith('.ts') ? unit.replace(/ts$/, 'js') : `${unit}/other.js`;
      const forValues = importViolations({ [importerPath]: `import { a } from '${up}${file}';` });
      const forTypes = importViolations({ [importerPath]: `import type { A } from '${up}${file}';` });
      const allowed = values.split(' ').includes(unit);
      expect([unit, forValues.length]).toEqual([unit, allowed ? 0 : 1]);
      expect([unit, forTypes.length]).toEqual([unit, allowed || types.split(' ').includes(unit) ? 0 : 1]);
    }
  });

  it.each([
    [`import { a } from '../io/port.js';`, 'imports io/port.ts'],
    [`import '../io/port.js';`, 'imports io/port.ts'],
    [`import * as port from "../io/port.js";`, 'imports io/port.ts'],
    [`import { type A } from '../io/port.js';`, 'imports io/port.ts'],
    [`import type { A } from '../io/port.js';`, 'imports the types of io/port.ts'],
    [`let a: import('../io/port.js').A;`, 'imports the types of io/port.ts'],
    [`export { a } from '../io/port.js';`, 'imports io/port.ts'],
    [`export * from '../io/port.js';`, 'imports io/port.ts'],
    [`export type { A } from '../io/port.js';`, 'imports the types of io/port.ts'],
    [`const port = await import('../io/port.js');`, 'imports io/port.ts'],
    [`const port = await import(\`../io/port.js\`);`, 'imports io/port.ts'],
    [`import { a } from './../core/../io/port.js';`, 'imports io/port.ts'],
    [`const port = await import('../io/' + name);`, 'imports what only running can tell'],
    [`import { a } from '../../test/support/bytes.js';`, 'imports what only running can tell'],
    [`import { a } from '/io/port.js';`, 'imports what only running can tell'],
    [`import { a } from '#io';`, 'imports what only running can tell'],
    [`import { a } from 'file:///io/port.js';`, 'imports what only running can tell'],
  ])('sees %s', (line, violation) => {
    expect(importViolations({ 'core/planted.ts': `// Planted.\n${line}\n` })).toEqual([
      `core/planted.ts:2 ${violation}`,
    ]);
  });

  it.each([
    `// import { a } from '../io/port.js';`,
    `const text = "import { a } from '../io/port.js';";`,
    `import { a } from './money.js';`,
    `import fs from 'node:fs';`,
    `import chalk from 'chalk';`,
    `import * as fc from '@scope/package';`,
  ])('has nothing against %s in core', (line) => {
    expect(importViolations({ 'core/planted.ts': line })).toEqual([]);
  });

  it('tells a folder that it does not know', () => {
    expect(importViolations({ 'helpers/planted.ts': '', 'extra.ts': '' })).toEqual([
      'helpers/planted.ts: the folder table does not know helpers',
      'extra.ts: the folder table does not know extra.ts',
    ]);
  });
});

describe('the check of process, console and clock', () => {
  it.each([
    ['console.log(1);', 'uses console.log'],
    ['const say = console;', 'uses console'],
    ['const { env } = process;', 'uses process'],
    ['process.stdout.write(text);', 'uses process.stdout'],
    ['f({ process });', 'uses process'],
    [`globalThis['process'].exit();`, 'uses globalThis.process'],
    ['const t = performance.now();', 'uses performance.now'],
    [`import { stdout } from 'node:process';`, 'imports process'],
    [`import host from 'process';`, 'imports process'],
    [`import { log } from 'node:console';`, 'imports console'],
    [`import { performance } from 'node:perf_hooks';`, 'imports perf_hooks'],
    [`const host = await import('node:process');`, 'imports process'],
  ])('sees %s everywhere but in main.ts', (line, violation) => {
    const planted = `// Planted.\n${line}`;
    expect(hostViolations({ 'main.ts': planted })).toEqual([]);
    for (const path of ['cli/planted.ts', 'io/planted.ts', 'audit.ts']) {
      expect(hostViolations({ [path]: planted })).toEqual([`${path}:2 ${violation}`]);
    }
  });

  it('lets the file port ask who it is, and no more', () => {
    const asks = `import process from 'node:process';\nprocess.kill(process.pid, performance.timeOrigin);`;
    expect(hostViolations({ 'io/port.ts': asks })).toEqual([]);
    expect(hostViolations({ 'io/spool.ts': asks })).toHaveLength(4);
    expect(hostViolations({ 'io/port.ts': 'process.env; performance.now(); console.log();' })).toHaveLength(
      3,
    );
    expect(hostViolations({ 'io/port.ts': `import { env } from 'node:process';` })).toHaveLength(1);
    expect(hostViolations({ 'io/port.ts': `import console from 'node:console';` })).toHaveLength(1);
  });

  it.each([
    '// process.env and console.log',
    `const text = 'process.env';`,
    'host.process.env; const host = { process: 1, console: 2 };',
    'interface Host { readonly stdout: Out; process(): void }',
  ])('has nothing against %s', (line) => {
    expect(hostViolations({ 'cli/planted.ts': line })).toEqual([]);
  });
});

describe('the check of forbidden words', () => {
  it.each([
    ['const now = new Date();', 'Date'],
    [`const day = new Date('2026-02-30');`, 'Date'],
    ['const now = new Date;', 'Date'],
    ['const now = Date();', 'Date'],
    ['const now = Date.now();', 'Date.now'],
    ['const now = Date[`now`]();', 'Date.now'],
    ['const Clock = Date;', 'Date'],
    ['names.sort((a, b) => a.localeCompare(b));', 'localeCompare'],
    [`a?.['localeCompare'](b);`, 'localeCompare'],
    ['const { localeCompare } = name;', 'localeCompare'],
    ['count.toLocaleString();', 'toLocaleString'],
    ['name.toLocaleLowerCase();', 'toLocaleLowerCase'],
    ['process.exit(2);', 'process.exit'],
    ['process?.exit();', 'process.exit'],
    [`process['exit']();`, 'process.exit'],
    [`import { exit } from 'node:process';`, 'process.exit'],
  ])('sees %s, in main.ts too', (line, word) => {
    for (const path of ['main.ts', 'core/planted.ts', 'io/port.ts']) {
      const violations = wordViolations({ [path]: `// Planted.\n\n${line}` });
      expect(new Set(violations)).toEqual(new Set([`${path}:3 uses ${word}`]));
    }
  });

  it.each([
    '// never localeCompare, new Date() or process.exit()',
    `const text = 'of new Date() and process.exit(';`,
    'process.exitCode = 2;',
    'const day = Date.UTC(2026, 1, 3) / 86_400_000;',
    'function f(date: Date): void {}',
    'const event = { Date: 1 }; event.Date;',
  ])('has nothing against %s', (line) => {
    expect(wordViolations({ 'main.ts': line })).toEqual([]);
  });
});

describe('the check of a file’s shape', () => {
  const lines = (count: number) => `// Planted.\n${'let a;\n'.repeat(count - 1)}`;

  it('sees a file that is one line too long', () => {
    expect(shapeViolations({ 'core/planted.ts': lines(MAX_LINES) })).toEqual([]);
    expect(shapeViolations({ 'core/planted.ts': lines(MAX_LINES + 1) })).toEqual([
      'core/planted.ts has 351 lines',
    ]);
  });

  it.each(['', '\n// Late.', `import fs from 'node:fs';`, '//\n', '/* */ let a;', '#!/usr/bin/env node'])(
    'sees that %j says nothing',
    (text) => {
      expect(shapeViolations({ 'core/planted.ts': text })).toEqual([
        'core/planted.ts does not begin with a comment',
      ]);
    },
  );

  it.each(['// What it is for.\n', '/** What it is for. */\n', '/* What it is for. */'])(
    'takes %j',
    (text) => {
      expect(shapeViolations({ 'core/planted.ts': text })).toEqual([]);
    },
  );
});
