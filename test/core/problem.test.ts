// The log of data problems: all are counted, the first ones kept, and damage is told from notes.
import { describe, expect, it } from 'vitest';
import { PROBLEM_LEVELS, PROBLEMS_KEPT, type ProblemCode, ProblemLog } from '../../src/core/problem.js';

describe('a log of problems', () => {
  it('keeps the first of each code and input, and counts all', () => {
    const log = new ProblemLog();
    for (let record = 1; record <= PROBLEMS_KEPT + 5; record++) {
      log.add({ code: 'quote-bare', input: 0, record });
      if (record < 3) log.add({ code: 'quote-bare', input: 1, record });
    }
    log.add({ code: 'state-unknown', input: 0, record: 7, count: 40 });
    log.add({ code: 'state-unknown', input: 0, record: 8, count: 2 });
    expect(log.kept.filter(({ input, code }) => input === 0 && code === 'quote-bare')).toHaveLength(
      PROBLEMS_KEPT,
    );
    expect(log.kept).toHaveLength(PROBLEMS_KEPT + 4);
    expect(log.counts()).toEqual([
      { code: 'quote-bare', input: 0, count: PROBLEMS_KEPT + 5 },
      { code: 'quote-bare', input: 1, count: 2 },
      { code: 'state-unknown', input: 0, count: 42 },
    ]);
  });

  it.each(Object.entries(PROBLEM_LEVELS))('%s is a %s', (code, level) => {
    const log = new ProblemLog();
    expect(log.damaged).toBe(false);
    log.add({ code: code as ProblemCode, input: 0, record: 1 });
    expect(log.damaged).toBe(level === 'damage');
  });
});
