// Explanations: every code of every list has one, in both languages, under all of its names, within its width.
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { BUCKETS, DUE_SOURCES, STAGES } from '../../src/core/aging.js';
import { ANNOTATION_COLUMNS } from '../../src/core/annotation.js';
import { NEXT_STEPS, SEVERITIES, STRENGTHS } from '../../src/core/finding.js';
import { PAY_LATER_SOURCES } from '../../src/core/order-book.js';
import { PROBLEM_LEVELS } from '../../src/core/problem.js';
import { USER_ERROR_CODES } from '../../src/core/user-error.js';
import { COLLECTIONS } from '../../src/portfolio/collection.js';
import { ENTRIES } from '../../src/report/explain-entries.js';
import { explainNear, explainText, namesOf } from '../../src/report/explain-text.js';
import type { RulesInForce } from '../../src/report/settings.js';
import type { View } from '../../src/report/view.js';
import { stepText } from '../../src/report/words/findings.js';
import { withValues } from '../../src/report/words/parameters.js';
import { BUCKET_NAMES, COLLECTION_NAMES, STAGE_NAMES } from '../../src/report/words/terms.js';
import { RULES } from '../../src/rules/index.js';
import { TYPOLOGIES } from '../../src/rules/typologies.js';

const ZH: View = { language: 'zh', columns: 79, colour: 0, ascii: true };
const EN: View = { ...ZH, language: 'en' };
const FORBIDDEN =
  /套现|骗|恶意|拒付|赖账|可疑买家|黑名单|团伙|羊毛党|职业打假|信用购|损失|应收账款|fraud|cheat|blacklist|gang|系统检测/i;

/** One parameter was chosen. */
const SET: RulesInForce = new Map([
  [
    'single-large',
    {
      enabled: { value: true, source: 'default' },
      severity: { value: null, source: 'default' },
      params: { critical: { value: 800_000, source: 'flag', place: '--set' } },
    },
  ],
]);

/** A text as one line without blanks, so that where it was broken does not matter. */
const flat = (text: string | null) => (text ?? '').replace(/\s/g, '');

const LISTS: Readonly<Record<string, readonly string[]>> = {
  rules: RULES.flatMap(({ id, aliases }) => [id, ...aliases]),
  buckets: BUCKETS,
  stages: STAGES,
  'collection states': COLLECTIONS,
  severities: SEVERITIES,
  strengths: STRENGTHS,
  'next steps': NEXT_STEPS,
  typologies: TYPOLOGIES.flatMap(({ code, name }) => [code, name.zh, name.en]),
  'due sources': DUE_SOURCES,
  'evidence of pay-later': PAY_LATER_SOURCES,
  columns: ANNOTATION_COLUMNS.flatMap(({ zh, en, key }) => [zh, en, key, zh.replace('核查_', '')]),
  errors: USER_ERROR_CODES,
  problems: Object.keys(PROBLEM_LEVELS),
  'Chinese names': [BUCKET_NAMES, STAGE_NAMES, COLLECTION_NAMES].flatMap((names) =>
    Object.values(names).map(({ zh }) => zh),
  ),
};

describe('explainText', () => {
  it.each(Object.entries(LISTS))('knows all %s in both languages, whatever the case', (_list, names) => {
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      for (const view of [ZH, EN]) {
        const text = explainText(name, view);
        expect(flat(text).length, name).toBeGreaterThan(30);
        expect(explainText(` ${name.toUpperCase()} `, view), name).toBe(text);
      }
    }
  });

  it('has for each entry a text of its own, without a hole and in the tone of the project', () => {
    const seen = new Map<string, string>();
    for (const entry of ENTRIES) {
      for (const language of ['zh', 'en'] as const) {
        const lines = entry.text(language);
        const text = lines.map(([, line]) => line).join('\n');
        const name = `${entry.kind} ${entry.code} ${language}`;
        expect(
          lines.every(([, line]) => line.trim() !== ''),
          name,
        ).toBe(true);
        expect(text, name).not.toMatch(/undefined|NaN|\[object|「」|：：|: \.|[:：]$| 0 [个列单]|^ | {2}/m);
        // The reminder is a letter to a buyer, word for word.
        const reminder = stepText('remind', language === 'zh' ? '{订单号}' : '{ORDER}', Number.NaN)[language];
        expect(text.replace(reminder, ''), name).not.toMatch(FORBIDDEN);
        expect(text.replace(reminder, ''), name).not.toMatch(/您|[!！]/);
        expect(seen.get(text), name).toBeUndefined();
        if (entry.kind !== 'problem') seen.set(text, name);
      }
    }
  });

  it('is never wider than asked, and draws nothing of ambiguous width', () => {
    for (const entry of ENTRIES) {
      for (const view of [ZH, EN]) {
        for (const columns of [60, 79, 120]) {
          const text = explainText(entry.code, { ...view, columns }) ?? '';
          const widths = text.split('\n').map((line) => stringWidth(line));
          expect(Math.max(...widths), entry.code).toBeLessThanOrEqual(columns);
          expect(stringWidth(text, { ambiguousIsNarrow: false }), entry.code).toBe(stringWidth(text));
          expect(text.endsWith('\n')).toBe(true);
        }
      }
    }
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('tells all of %s', (_id, rule) => {
    const values = Object.fromEntries(Object.entries(rule.params).map(([name, { value }]) => [name, value]));
    for (const view of [ZH, EN]) {
      const { language } = view;
      const text = flat(explainText(rule.id, view));
      const whole = [
        rule.title[language],
        rule.looks[language],
        rule.why[language],
        ...(rule.bands === undefined ? [] : [withValues(rule.bands, rule.params, values)[language]]),
        ...rule.innocent[language],
        ...Object.values(rule.params).map((param) => param.text[language]),
        ...Object.keys(rule.params),
        ...rule.steps.map(
          (step) => stepText(step, language === 'zh' ? '{订单号}' : '{ORDER}', Number.NaN)[language],
        ),
      ];
      for (const part of whole) expect(text).toContain(flat(part));
    }
  });

  it('shows a parameter with its default, unit and range', () => {
    expect(flat(explainText('LU1', ZH))).toContain(
      'lateFrom：从逾期第几天起算没到账；默认4天，可设1天到365天',
    );
    expect(explainText('LU1', { ...ZH, columns: 200 })).toContain('可设 1 天到 365 天');
    expect(explainText('LU2', { ...ZH, columns: 200 })).toContain('可设 0.5 到 100');
    expect(flat(explainText('CP1', EN))).toMatch(/share:.*;0\.5%bydefault,from[\d.]+%to[\d.]+%/);
  });

  it('tells the severity with the values in force', () => {
    const text = (language: View) => flat(explainText('LU1', language, SET));
    expect(text(ZH)).toContain('逾期4天起且没到账为高；其中8,000.00元起为紧急');
    expect(text(EN)).toContain('criticalfrom8,000.00yuanthen');
    expect(flat(explainText('LU1', ZH))).toContain('其中5,000.00元起为紧急');
  });

  it('explains everything that goes by one name', () => {
    const text = explainText('frozen', EN) ?? '';
    expect(text).toMatch(/^aging bucket {2}frozen$/m);
    expect(text).toMatch(/^stage {2}frozen$/m);
    expect(explainText('售后中', EN)).toBe(text);
  });

  it('takes other ways to write a name', () => {
    const text = explainText('4-30', ZH);
    expect(text).toContain('4 到 30 天，两头都算');
    for (const name of ['4-30 天', '4-30天', '４-３０', '4-30 days'])
      expect(explainText(name, ZH)).toBe(text);
    expect(explainText('single large', EN)).toBe(explainText('LU1', EN));
    expect(explainText('核查-逾期区间', EN)).toBe(explainText('audit_aging_bucket', EN));
  });

  it('knows nothing of other names', () => {
    for (const name of ['', '  ', 'LU99', 'no such thing', '没有这个'])
      expect(explainText(name, ZH)).toBeNull();
  });
});

describe('explainNear', () => {
  it.each([
    ['overdeu', 'overdue'],
    ['single-larg', 'single-large'],
    ['file-not-foud', 'file-not-found'],
    ['逾期区', '逾期区间'],
    ['LU11', 'LU1'],
    ['singel', 'single-large'],
  ])('%s is near %s', (typed, meant) => {
    expect(explainText(typed, ZH)).toBeNull();
    expect(explainNear(typed)).toContain(meant);
  });

  it('gives at most five names, each of which is known', () => {
    const known = new Set(ENTRIES.flatMap(namesOf));
    for (const typed of ['file', 'time', '到账', 'settle', 'output-is']) {
      const near = explainNear(typed);
      expect(near.length).toBeGreaterThan(0);
      expect(near.length).toBeLessThanOrEqual(5);
      expect(near.filter((name) => !known.has(name))).toEqual([]);
    }
    expect(explainNear('zzzzzz')).toEqual([]);
    expect(explainNear('')).toEqual([]);
  });
});

it('a rule that needs a list of the shop says which', () => {
  expect(flat(explainText('SE1', ZH))).toContain('商家备注、配置里的名单tags（没有就不查）');
  expect(flat(explainText('SE2', EN))).toContain('theliststaffoftheconfiguration');
});
