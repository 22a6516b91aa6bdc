// Says how many tests passed and failed, from the JSON report of vitest: node test/scripts/count-tests.js REPORT

import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * The last line of a run. A test file that could not be loaded holds no tests, so it counts as one failure.
 * @param {string} text the report that vitest's json reporter wrote
 * @returns {{ line: string, sound: boolean }} sound: nothing failed, and something was tested
 * @throws {Error} when the text is no such report
 */
function summarize(text) {
  const report = JSON.parse(text);
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const passed = wholeNumber(report, 'numPassedTests');
  const failed = wholeNumber(report, 'numFailedTests') + unloaded;
  const skipped = wholeNumber(report, 'numPendingTests') + wholeNumber(report, 'numTodoTests');
  const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { line, sound: failed === 0 && passed > 0 };
}

/**
 * @param {Record<string, unknown>} report
 * @param {string} key
 * @returns {number}
 */
function wholeNumber(report, key) {
  const value = report[key];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new Error(`the report has no count ${key}`);
  }
  return value;
}

try {
  const { line, sound } = summarize(readFileSync(process.argv[2] ?? '', 'utf8'));
  console.log(line);
  if (!sound) process.exitCode = 1;
} catch (error) {
  console.error(
    `The tests wrote no report that can be read: ${error instanceof Error ? error.message : error}`,
  );
  process.exitCode = 2;
}
