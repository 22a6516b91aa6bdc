// What must hold for every rule: its id, its texts, its parameters.
import { describe, expect, it } from 'vitest';
import { NEEDS, NEXT_STEPS, SEVERITIES, STRENGTHS } from '../../src/core/finding.js';
import { withValues } from '../../src/report/words/parameters.js';
import { RULES, ruleNamed } from '../../src/rules/index.js';
import { NEVER } from '../support/never.js';

/** A value with its unit needs no blank before what follows; nor is Chinese written with half-width marks. */
const CARELESS = /(?:元|天|小时|分钟|单|人) \p{Script=Han}|\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u;

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has an id that is a kebab-case noun, and is found by it and by its codes in any case', () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(ruleNamed(id.toUpperCase())).toBe(rule);
    for (const alias of rule.aliases) expect(ruleNamed(alias.toLowerCase())).toBe(rule);
  });

  it('speaks both languages, and says nothing that must not be said', () => {
    const { title, looks, why, innocent, unless, bands, params } = rule;
    const texts = [
      title,
      looks,
      why,
      unless,
      ...(bands ? [bands] : []),
      ...Object.values(params).map(({ text }) => text),
    ];
    for (const { zh, en } of texts) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[a-z]/);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
    expect(innocent.zh.length).toBe(innocent.en.length);
    expect(innocent.zh.length).toBeGreaterThan(0);
    const all = [...texts.flatMap(({ zh, en }) => [zh, en]), ...innocent.zh, ...innocent.en];
    expect(all.filter((text) => NEVER.test(text))).toEqual([]);
    expect(all.filter((text) => CARELESS.test(text))).toEqual([]);
  });

  it('says by which of its parameters a finding would not be there', () => {
    const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    for (const text of [rule.unless, rule.bands ?? rule.unless]) {
      const [zh, en] = [named(text.zh), named(text.en)];
      expect(zh.toSorted()).toEqual(en.toSorted());
      for (const name of zh) expect(Object.keys(rule.params)).toContain(name);
    }
    const values = Object.fromEntries(Object.entries(rule.params).map(([name, { value }]) => [name, value]));
    for (const text of [rule.unless, rule.bands ?? rule.unless]) {
      const filled = withValues(text, rule.params, values).zh;
      expect(filled).not.toMatch(/[{}]|undefined|NaN/);
      expect(filled).not.toMatch(CARELESS);
    }
  });

  it('has parameters within their own range, and codes that are known', () => {
    for (const { value, least, most } of Object.values(rule.params)) {
      expect(value).toBeGreaterThanOrEqual(least);
      expect(value).toBeLessThanOrEqual(most);
    }
    expect(SEVERITIES).toContain(rule.severity);
    expect(STRENGTHS).toContain(rule.strength);
    for (const need of rule.needs) expect(NEEDS).toContain(need);
  });
});

describe('the catalogue', () => {
  it('names no two rules alike', () => {
    const names = RULES.flatMap(({ id, aliases }) => [id, ...aliases.map((alias) => alias.toLowerCase())]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('ranks what can be held before what can only be looked at', () => {
    expect(NEXT_STEPS.indexOf('hold')).toBe(0);
    expect(NEXT_STEPS.indexOf('none')).toBe(NEXT_STEPS.length - 1);
  });
});
