// Every data problem in the real command: shown with its place in both languages, and with the exit code of its level.
// The second language and the lists run within this process.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, it } from 'vitest';
import { PROBLEM_LEVELS, type ProblemCode } from '../../src/core/problem.js';
import { PROBLEM_WORDS } from '../../src/report/words/problems.js';
import { run } from '../support/command.js';
import { runHere } from '../support/here.js';
import { scratch } from '../support/scratch.js';
import { PROBLEM_CASES, type ProblemCase } from './problem-cases.js';

const folder = scratch();
const CODES = Object.keys(PROBLEM_LEVELS) as ProblemCode[];
const LANGUAGES = ['zh', 'en'] as const;

function make({ file, others = {} }: ProblemCase): string {
  const dir = folder();
  for (const [name, content] of Object.entries({ ...others, 'problem.csv': file })) {
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

describe.concurrent('a data problem', () => {
  it('has a file for every code, and for no other', ({ expect }) => {
    expect(Object.keys(PROBLEM_CASES).sort()).toEqual([...CODES].sort());
  });

  it.for(CODES.flatMap((code) => LANGUAGES.map((language) => ({ code, language }))))(
    '$code is shown in $language, with its place and its exit code',
    async ({ code, language }, { expect }) => {
      const made = PROBLEM_CASES[code];
      const cwd = make(made);
      const words =
        made.audit === undefined
          ? ['inspect', 'problem.csv', ...(made.inspect ?? [])]
          : ['problem.csv', ...made.audit];
      const {
        code: exit,
        stdout,
        stderr,
      } = await (language === 'zh' ? run : runHere)([...words, '--lang', language], { cwd });
      const isNote = PROBLEM_LEVELS[code] === 'note';
      expect({ exit, stderr }).toEqual({ exit: isNote ? 0 : 3, stderr: '' });
      // A text that was broken over two lines is put together again.
      const shown = stdout.replace(/\n {4}(?! )/g, language === 'zh' ? '' : ' ');
      if (code === 'input-repeated') {
        expect(shown).toContain(language === 'zh' ? '（已经给过）' : '(named before)');
        return;
      }
      const line = shown.split('\n').find((text) => text.includes(PROBLEM_WORDS[code][language].label)) ?? '';
      expect(line, stdout).not.toBe('');
      const place = language === 'zh' ? `第 ${made.row} 行` : `row ${made.row}`;
      if (made.row > 0) expect(line).toContain(place);
      else expect(line).not.toMatch(/第 \d+ 行|row \d+/);
      // A line may have been broken within a header.
      if (made.column !== undefined) expect(line.replaceAll(' ', '')).toContain(made.column);
      if (made.input !== undefined) expect(line).toContain(made.input);
      expect(/\[(?:没读进来|不完整|.*)\] |\[(?:rejected|damage[d]?)\] /.test(line)).toBe(!isNote);
    },
  );

  it.for(CODES.filter((code) => PROBLEM_LEVELS[code] === 'reject'))(
    '%s keeps its record out of the audit, in the copy with its reason, and in the list of rejects',
    async (code, { expect }) => {
      const made = PROBLEM_CASES[code];
      const cwd = make(made);
      const { code: exit } = await runHere(['problem.csv', '--rejects', 'r.csv', '--max-rejects', '1'], {
        cwd,
      });
      // One rejected record is allowed here; a file that is cut off stays damaged.
      expect(exit).toBe(0);
      const rejects: string[][] = parse(readFileSync(join(cwd, 'r.csv')), { bom: true });
      expect(rejects.slice(1).map((row) => row.slice(0, 4))).toEqual([
        ['problem.csv', String(made.row), code, PROBLEM_WORDS[code].zh.label],
      ]);
      const copy = readFileSync(join(cwd, 'problem.audited.csv'), 'utf8').split('\n');
      expect(copy[made.row - 1]).toContain(`没读进来：${PROBLEM_WORDS[code].zh.label}`);
      expect(copy.filter((line) => line.includes('没读进来'))).toHaveLength(1);
    },
  );
});
