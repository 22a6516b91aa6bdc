// A folder for one test file's files, gone when the tests are over.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { UserError } from '../../src/core/user-error.js';

/** Returns a maker of fresh empty folders. */
export function scratch(): () => string {
  const root = mkdtempSync(join(tmpdir(), 'bnpl-audit-test-'));
  let count = 0;
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return () => {
    const folder = join(root, String(++count));
    mkdirSync(folder);
    return folder;
  };
}

/** The user error that the action throws; fails the test when it throws none or another kind. */
export function userErrorOf(action: () => unknown): UserError {
  try {
    action();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('no error was thrown');
}
