// The catalogue of errors, machine-checked: every code is provoked in the real command, in both languages; those of the
// second language within this process, for what differs is only the words.
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execPath, platform } from 'node:process';
import { describe, expect, it } from 'vitest';
import { USER_ERROR_CODES, type UserErrorCode } from '../../src/core/user-error.js';
import { checkUnchanged, openInput } from '../../src/io/open-input.js';
import { stageFile } from '../../src/io/staged-file.js';
import { errorText } from '../../src/report/errors.js';
import { BIN, filesIn, run, runProcess } from '../support/command.js';
import { faultyPort, soundPort } from '../support/faulty-port.js';
import { runHere } from '../support/here.js';
import { scratch, userErrorOf } from '../support/scratch.js';
import type { ErrorCase, ErrorCases } from './error-case.js';
import { INPUT_ERROR_CASES } from './input-error-cases.js';
import { USAGE_ERROR_CASES } from './usage-error-cases.js';

const folder = scratch();
const ERROR_CASES: ErrorCases = { ...INPUT_ERROR_CASES, ...USAGE_ERROR_CASES };
const LANGUAGES = ['zh', 'en'] as const;

/** Codes that no file and no argument can bring about at a sure moment, with a reproducer on the unit that throws them. */
const FROM_INSIDE: Readonly<Partial<Record<UserErrorCode, () => unknown>>> = {
  // Needs a change in the split second between two readings.
  'file-changed': () => {
    const path = join(folder(), 'o.csv');
    writeFileSync(path, 'order_id\n');
    const port = soundPort();
    const opened = openInput(port, path);
    try {
      writeFileSync(path, 'order_id\n12345678\n');
      checkUnchanged(port, opened);
    } finally {
      opened.dispose();
    }
  },
  // Needs a program that holds the file as Windows' programs do.
  'output-busy': () => {
    const port = faultyPort((_, name) => (name === 'renameSync' ? 'EBUSY' : undefined));
    const options = { mode: 0o600, mayReplace: () => true, inputs: [], force: false };
    stageFile(port, join(folder(), 'o.csv'), options).commit();
  },
};

function reproduce(made: ErrorCase, dir: string, args: readonly string[], language: string) {
  const needsProcess = made.stdout !== undefined || made.fileBlocks !== undefined;
  if (language === 'en' && !needsProcess) return runHere(args, { cwd: dir });
  const stdout = made.stdout === undefined ? {} : { stdout: made.stdout() };
  if (made.fileBlocks === undefined) return run(args, { cwd: dir, ...stdout });
  const limited = `ulimit -f ${made.fileBlocks}; exec "$@"`;
  return runProcess('sh', ['-c', limited, 'sh', execPath, BIN, ...args], { cwd: dir });
}

describe('the catalogue of errors', () => {
  it('has a reproducer for every code, and for no other', () => {
    const known = [...Object.keys(ERROR_CASES), ...Object.keys(FROM_INSIDE)].sort();
    expect(known).toEqual([...USER_ERROR_CODES].sort());
    expect(Object.values(ERROR_CASES).every((cases) => cases.length > 0)).toBe(true);
  });
});

describe.skipIf(platform === 'win32').concurrent('an error of the command', () => {
  const cases = Object.entries(ERROR_CASES).flatMap(([code, made]) =>
    // The first one of each code speaks both languages, the others take turns.
    made.flatMap((one, i) =>
      (i === 0 ? LANGUAGES : LANGUAGES.slice(i % 2, (i % 2) + 1)).map((language) => {
        return { code, language, title: one.title, one };
      }),
    ),
  );
  it.for(cases)('$code in $language: $title', async ({ code, language, one }, { skip, expect }) => {
    if (one.stdout !== undefined && !existsSync('/dev/full')) {
      console.warn('SKIPPED: there is no /dev/full here');
      skip();
    }
    const dir = folder();
    const args = one.make(dir);
    const before = filesIn(dir);
    const typed = args.includes('--lang') ? args : [...args, '--lang', language];
    // An option without its value has to stay the last word: there the locale tells the language.
    const isLast = code === 'option-value-missing' || code === 'command-unknown';
    const isBare = isLast || args.length === 0 || args[0] === '--help';
    const {
      code: exit,
      signal,
      stdout,
      stderr,
    } = isBare ? await runIn(one, dir, args, language) : await reproduce(one, dir, typed, language);
    const [first = '', ...rest] = stderr.split('\n');
    expect({ exit, signal, stdout }, stderr).toEqual({ exit: 2, signal: null, stdout: '' });
    const start = language === 'zh' ? `错误 ${code}：` : `error ${code}: `;
    expect(first.slice(0, start.length)).toBe(start);
    expect(first.length).toBeGreaterThan(start.length);
    if (one.path !== undefined) expect(first).toContain(resolve(dir, one.path));
    // What to do, indented; no line is a line of a stack.
    expect(rest.at(-1)).toBe('');
    expect(rest.length).toBeGreaterThan(1);
    for (const line of rest.slice(0, -1)) expect(line).toMatch(/^ {2}\S|^ {4}\S/);
    expect(stderr).not.toMatch(/^\s+at |node:|undefined|\[object|NaN/m);
    if (one.says !== undefined) expect(stderr.replace(/\n {4}/g, ' ')).toMatch(one.says);
    expect(filesIn(dir)).toEqual(before);
  });

  it.for(
    Object.entries(FROM_INSIDE).flatMap(([code, provoke]) =>
      LANGUAGES.map((language) => ({ code, language, provoke })),
    ),
  )('$code in $language, from inside', ({ code, language, provoke }, { expect }) => {
    const error = userErrorOf(provoke);
    expect(error.code).toBe(code);
    const text = errorText(error, { language, columns: 79, colour: 0, ascii: false });
    expect(text.startsWith(language === 'zh' ? `错误 ${code}：` : `error ${code}: `)).toBe(true);
    expect(text.split('\n')[0]).toContain(String(error.facts['path']));
  });
});

function runIn(one: ErrorCase, dir: string, args: readonly string[], language: string) {
  const stdout = one.stdout === undefined ? {} : { stdout: one.stdout() };
  return run(args, { cwd: dir, env: { LC_ALL: language === 'zh' ? 'zh_CN.UTF-8' : 'C' }, ...stdout });
}
