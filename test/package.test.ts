// What is published and what it depends on: the lock file, the packed files, and the command as a user installs it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, execPath, platform } from 'node:process';
import { describe, expect, it } from 'vitest';
import { scratch } from './support/scratch.js';

const ROOT = join(import.meta.dirname, '..');
/** Every direct dependency. A new one is a decision, made here too. */
const RUNTIME = [
  'chalk',
  'cli-table3',
  'commander',
  'csv-parse',
  'csv-stringify',
  'fastest-levenshtein',
  'fflate',
  'iconv-lite',
  'string-width',
  'yaml',
  'zod',
];
const DEVELOPMENT = [
  '@biomejs/biome',
  '@types/node',
  '@vant/area-data',
  'chinese-days',
  'fast-check',
  'knip',
  'playwright-core',
  'rolldown',
  'typescript',
  'vitest',
];
const WINDOWS = platform === 'win32';

const folder = scratch();
const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const lock: Lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));

type Versions = Readonly<Record<string, string>>;

interface Manifest {
  readonly version: string;
  readonly engines: Versions;
  readonly bin: Versions;
  readonly exports: Readonly<Record<string, Versions>>;
  readonly files: readonly string[];
  readonly scripts: Versions;
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
}

interface Lock {
  readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, args: readonly string[], cwd: string): Outcome {
  // A surrounding `npm test` hands its own prefix down, which would beat the one given here.
  const clean = Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^npm_config_(local_|global_)?prefix$/i.test(name)),
  );
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: clean,
    encoding: 'utf8',
    shell: WINDOWS,
  });
  if (error !== undefined) throw error;
  return { code: status, stdout, stderr };
}

/** Scripts stay off: packing must not build anew below the feet of other tests, installing must not need to. */
function pack(...args: string[]): { filename: string; files: { path: string }[] } {
  const { code, stdout, stderr } = run('npm', ['pack', '--ignore-scripts', '--json', ...args], ROOT);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout)[0];
}

function install(tarball: string, prefix: string, ...args: string[]): Outcome {
  const quick = ['--fetch-retries=1', '--fetch-timeout=20000', '--no-audit', '--no-fund'];
  const flags = ['--ignore-scripts', '--prefer-offline', ...quick, ...args];
  return run('npm', ['install', '--global', '--prefix', prefix, ...flags, tarball], prefix);
}

/** True when npm failed because nobody answered, not because of what was answered. */
function isUnreachable({ code, stderr }: Outcome): boolean {
  const causes =
    /code (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|E?TIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED|FETCH_ERROR)\b/;
  return code !== 0 && causes.test(stderr);
}

describe('the lock file', () => {
  const packages = Object.entries(lock.packages);

  it('holds the packages that package.json asks for', () => {
    expect(lock.packages['']?.dependencies).toEqual(manifest.dependencies);
    expect(lock.packages['']?.devDependencies).toEqual(manifest.devDependencies);
    for (const name of [...RUNTIME, ...DEVELOPMENT])
      expect(lock.packages).toHaveProperty([`node_modules/${name}`]);
  });

  it('holds the packages of every platform, without which a clean installation is refused', () => {
    const optional = packages.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
    const absent = optional.filter((name) => lock.packages[`node_modules/${name}`] === undefined);
    expect(optional.length).toBeGreaterThan(0);
    expect(absent).toEqual([]);
  });

  it('holds no package that runs a script when it is installed', () => {
    expect(packages.filter(([, entry]) => 'hasInstallScript' in entry).map(([path]) => path)).toEqual([]);
  });

  it('names no registry, and knows the content of every package', () => {
    expect(packages.filter(([, entry]) => 'resolved' in entry).map(([path]) => path)).toEqual([]);
    expect(JSON.stringify(packages.map(([, { funding, ...entry }]) => entry))).not.toContain('://');
    const unsigned = packages.filter(
      ([path, entry]) => path !== '' && !('integrity' in entry) && !entry.inBundle,
    );
    expect(unsigned.map(([path]) => path)).toEqual([]);
  });
});

describe('package.json', () => {
  it('depends on the packages of the list, in one exact version each, and on no other', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(RUNTIME);
    expect(Object.keys(manifest.devDependencies)).toEqual(DEVELOPMENT);
    for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
    for (const kind of ['peerDependencies', 'optionalDependencies', 'bundleDependencies', 'overrides']) {
      expect(manifest).not.toHaveProperty(kind);
    }
  });

  it('runs nothing on the machine of somebody who installs the package', () => {
    const atInstall = ['preinstall', 'install', 'postinstall'];
    expect(Object.keys(manifest.scripts).filter((name) => atInstall.includes(name))).toEqual([]);
  });

  it('says which Node it needs, and npm insists on it', () => {
    expect(manifest.engines).toEqual({ node: '>=20.19' });
    expect(lock.packages['']?.engines).toEqual(manifest.engines);
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^engine-strict=true$/m);
  });

  it('lists what is published', () => {
    expect(manifest.files).toEqual([
      ...['bin', 'dist', 'fixtures/demo', 'fixtures/pictures', 'README.md', 'CHANGELOG.md', 'LICENSE'],
    ]);
  });

  it('points to a command and a library that exist', () => {
    expect(manifest.bin).toEqual({ 'bnpl-audit': 'bin/bnpl-audit.js' });
    const command = readFileSync(join(ROOT, manifest.bin['bnpl-audit'] ?? ''), 'utf8');
    expect(command).toBe("#!/usr/bin/env node\nimport '../dist/main.js';\n");
    const paths = ['dist/main.js', ...Object.values(manifest.exports['.'] ?? {})];
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('the package', () => {
  it('holds the command, the code, the words and the demo, and nothing else', () => {
    const paths = pack('--dry-run').files.map(({ path }) => path);
    const must = [
      'bin/bnpl-audit.js',
      'dist/main.js',
      'dist/library.js',
      'dist/library.d.ts',
      'package.json',
    ];
    const words = ['README.md', 'CHANGELOG.md', 'LICENSE'];
    expect([...must, ...words].filter((path) => !paths.includes(path))).toEqual([]);
    expect(paths.filter((path) => /^fixtures\/demo\/.+\.csv$/.test(path)).length).toBeGreaterThan(0);
    const expected =
      /^(bin|dist|fixtures\/demo|fixtures\/pictures)\/|^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/;
    expect(paths.filter((path) => !expected.test(path))).toEqual([]);
  });

  it('works when it is installed from the packed file, in any folder', ({ skip }) => {
    const [packed, prefix, elsewhere] = [folder(), folder(), folder()];
    const tarball = join(packed, pack('--pack-destination', packed).filename);
    const installed = install(tarball, prefix);
    if (isUnreachable(installed)) {
      console.warn(`SKIPPED: the registry cannot be reached, so nothing was installed\n${installed.stderr}`);
      skip('the registry cannot be reached');
    }
    expect(installed.code, installed.stderr).toBe(0);
    const command = WINDOWS ? join(prefix, 'bnpl-audit.cmd') : join(prefix, 'bin', 'bnpl-audit');
    const { code, stdout, stderr } = run(command, ['--version'], elsewhere);
    expect({ code, stdout: stdout.trim(), stderr }).toEqual({
      code: 0,
      stdout: manifest.version,
      stderr: '',
    });
  });

  it('tells a registry that nobody answers from an installation that fails', () => {
    const [prefix, cache] = [folder(), folder()];
    const nowhere = [
      '--registry',
      'http://127.0.0.1:9/',
      '--cache',
      cache,
      '--noproxy=127.0.0.1',
      '--fetch-retries=0',
    ];
    const unanswered = install('csv-parse@7.0.3', prefix, ...nowhere);
    expect(isUnreachable(unanswered), unanswered.stderr).toBe(true);
    const absent = install(join(prefix, 'absent.tgz'), prefix, ...nowhere);
    expect(absent.code).not.toBe(0);
    expect(isUnreachable(absent), absent.stderr).toBe(false);
    expect(isUnreachable(run(execPath, ['--version'], prefix))).toBe(false);
  });
});
