// Marked fixtures: each says on every order which rules must name it; a mark that is missing fails, and so does one too many.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import { RULES } from '../../src/rules/index.js';
import { NEVER } from '../support/never.js';
import { RULE_FIXTURES, ruleFixture } from '../support/rule-fixture.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
/** Yuan that are not said to be yuan; what is counted may have decimals. */
const NO_UNIT = /\d\.\d\d(?!\d|%| (?:元|yuan|单|of them))/;
const WRONG_PLURAL = /(?<![\d.,])1 (?:orders|recipients|days|hours|minutes|districts|waybills)\b/;

/** The rules of a cell, in the order of the catalogue. */
const rulesIn = (cell: string) => {
  const named = cell.split(';').map((name) => name.trim());
  for (const name of named) {
    if (name !== '' && !RULES.some(({ id }) => id === name)) throw new Error(`no rule ${name}`);
  }
  return RULES.map(({ id }) => id).filter((id) => named.includes(id));
};

describe('marked fixtures', () => {
  it('there is one for every rule, and none for another name', () => {
    expect(readdirSync(RULE_FIXTURES).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it.each(RULES.map(({ id }) => id))('%s', async (id) => {
    const { expected, place, request } = ruleFixture(id);
    const output = folder();
    const { summary } = await audit(place, { ...request, output: `${output}/`, language: 'en' });

    for (const { rule, line, evidence } of summary.findings.findings) {
      // A sentence takes the first figure of a name.
      const kinds = new Map(evidence.map((one) => [`${one.name} ${one.kind === 'link'}`, one.name] as const));
      const names = [...kinds.values()];
      expect(new Set(names).size, `${rule}: ${names.join()}`).toBe(names.length);
      for (const text of [line.zh, line.en]) {
        expect(text, rule).not.toMatch(NO_UNIT);
        expect(text, rule).not.toMatch(NEVER);
      }
      expect(line.en, rule).not.toMatch(WRONG_PLURAL);
    }

    // What a report could not write down, it must not be given.
    for (const { rule, evidence } of summary.findings.findings) {
      for (const figure of evidence) {
        const numbers = Object.values(figure).filter((value) => typeof value === 'number');
        expect(numbers.every(Number.isFinite), `${rule}: ${JSON.stringify(figure)}`).toBe(true);
      }
    }

    const marked: Record<string, string[]> = {};
    const found: Record<string, string[]> = {};
    let records = 0;
    for (const name of readdirSync(output)) {
      for (const record of parse(readFileSync(join(output, name)), { bom: true, columns: true }) as Record<
        string,
        string
      >[]) {
        const order = `${record['订单号']?.trim()} ${record['用例'] ?? ''}`;
        records++;
        marked[order] = rulesIn(record['应报'] ?? '');
        found[order] = rulesIn(record['audit_rules'] ?? '');
      }
    }
    expect(records).toBeGreaterThan(0);
    expect(found).toEqual(marked);

    const { findings, notEvaluated } = summary.findings;
    const about = findings.filter((finding) => finding.orders.length === 0).map(({ rule }) => rule);
    expect([...about].sort()).toEqual([...(expected.report ?? [])].sort());
    if (expected.notEvaluated !== undefined) {
      expect([...new Set(notEvaluated.map(({ rule }) => rule))].sort()).toEqual(
        [...expected.notEvaluated].sort(),
      );
    }
    // A fixture that never speaks of its own rule proves nothing.
    const all = [...Object.values(found).flat(), ...about];
    expect(all).toContain(id);
  });
});
