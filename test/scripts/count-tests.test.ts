// The last line of a continuous run: what it says of reports that are good, bad or none.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { expect, it } from 'vitest';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const script = join(import.meta.dirname, 'count-tests.js');

function count(report: unknown): { line: string; code: number | null; talk: string } {
  const path = join(folder(), 'report.json');
  writeFileSync(path, typeof report === 'string' ? report : JSON.stringify(report));
  const { stdout, stderr, status } = spawnSync(execPath, [script, path], { encoding: 'utf8' });
  return { line: stdout, code: status, talk: stderr };
}

function report(passed: number, failed: number, skipped = 0, todo = 0, testResults: unknown[] = []) {
  return {
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
    numTodoTests: todo,
    testResults,
  };
}

const unloaded = { status: 'failed', assertionResults: [] };
const loadedButBroken = { status: 'failed', assertionResults: [{ status: 'passed' }] };
const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] };

it.each([
  ['all passed', report(12, 0), '12 passed, 0 failed\n', 0],
  ['some were skipped', report(12, 0, 2, 1), '12 passed, 0 failed, 3 skipped\n', 0],
  ['one failed', report(12, 1, 0, 0, [failing]), '12 passed, 1 failed\n', 1],
  ['a file could not be loaded', report(12, 0, 0, 0, [unloaded]), '12 passed, 1 failed\n', 1],
  ['a file failed after its tests', report(12, 0, 0, 0, [loadedButBroken]), '12 passed, 1 failed\n', 1],
  ['nothing was tested', report(0, 0), '0 passed, 0 failed\n', 1],
])('counts when %s', (_, planted, line, code) => {
  expect(count(planted)).toEqual({ line, code, talk: '' });
});

it.each([
  ['is empty', ''],
  ['is cut off', '{"numPassedTests": 1'],
  ['has no counts', {}],
  ['has a count that is none', { ...report(1, 0), numFailedTests: null }],
])('says so when the report %s', (_, planted) => {
  const { line, code, talk } = count(planted);
  expect([line, code]).toEqual(['', 2]);
  expect(talk).toMatch(/^The tests wrote no report that can be read: /);
});

it('says so when there is no report', () => {
  const { stdout, status } = spawnSync(execPath, [script, join(folder(), 'none.json')], { encoding: 'utf8' });
  expect([stdout, status]).toEqual(['', 2]);
});
