// Where values come from, and which one holds: flags, the environment, the file, the defaults; the run's and a shop's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inForce, NO_CONFIG, ruleInForce, setupOf } from '../../src/config/config.js';
import { largeUnshipped } from '../../src/rules/large-unshipped.js';
import { pastDue } from '../../src/rules/past-due.js';
import { pastDueMonth } from '../../src/rules/past-due-month.js';
import type { Rule } from '../../src/rules/rule.js';
import { sharedPhone } from '../../src/rules/shared-phone.js';
import { singleLarge } from '../../src/rules/single-large.js';
import { configured, refused } from '../support/config.js';

const env = (...texts: string[]) => texts.map((text) => ({ name: 'BNPL_AUDIT_SET', text }));
const min = (rule: Rule, ...args: Parameters<typeof configured>) =>
  configured(...args).then((config) => ruleInForce(config, rule).params['min']);

describe('precedence', () => {
  const FILE = 'large: {min: 10}\n';
  it.each([
    ['nothing', null, [], [], 100_000, 'default', ''],
    ['the file', FILE, [], [], 1000, 'config', 'bnpl-audit.yaml:1'],
    ['the environment', FILE, ['large.min=20'], [], 2000, 'environment', 'BNPL_AUDIT_SET'],
    ['the environment alone', null, ['large.min=20'], [], 2000, 'environment', 'BNPL_AUDIT_SET'],
    ['a flag', FILE, ['large.min=20'], ['large.min=30'], 3000, 'flag', '--set'],
    ['the last of two flags', FILE, [], ['large.min=30', 'large.min=40'], 4000, 'flag', '--set'],
    ['a flag for the rule', FILE, [], ['LU1.min=50', 'large.min=40'], 5000, 'flag', '--set'],
    [
      'a flag for all over a file for the rule',
      'rules: {LU1: {min: 7}}',
      [],
      ['large.min=40'],
      4000,
      'flag',
      '--set',
    ],
    [
      'the rule before the shared limit',
      'large: {min: 9}\nrules: {LU1: {min: 8}}',
      [],
      [],
      800,
      'config',
      'bnpl-audit.yaml:2',
    ],
  ] as const)('%s', async (_, text, environment, flags, value, source, place) => {
    const found = await min(singleLarge, text, { environment: env(...environment), flags });
    expect(found).toEqual({ value, source, place });
  });

  it('a shared limit holds for all of its rules, one of their own for one', async () => {
    const text = 'large: {min: 9}\nrules: {LU1: {min: 8}}';
    expect((await min(largeUnshipped, text))?.value).toBe(900);
    expect((await min(singleLarge, text))?.value).toBe(800);
    const late = await configured('late: {month: 20}');
    for (const rule of [pastDue, pastDueMonth])
      expect(ruleInForce(late, rule).params['month']?.value).toBe(20);
  });

  it('a shop goes before the run within the file, a flag before the shop', async () => {
    const text = 'large: {min: 9}\nshops:\n  A: {large: {min: 7}}\n  "B.C": {rules: {LU1: {min: 6}}}\n';
    const config = await configured(text);
    expect(config.shops).toEqual(['A', 'B.C']);
    expect([0, 1, 2].map((section) => setupOf(config, singleLarge, section).values['min'])).toEqual([
      900, 700, 600,
    ]);
    expect([0, 1, 2].map((section) => setupOf(config, largeUnshipped, section).values['min'])).toEqual([
      900, 700, 900,
    ]);
    const typed = await configured(text, {
      flags: ['large.min=5', 'shops."B.C".LU1.min=4'.replace('LU1', 'rules.LU1')],
    });
    expect([0, 1, 2].map((section) => setupOf(typed, singleLarge, section).values['min'])).toEqual([
      500, 500, 400,
    ]);
  });

  it('of any number of levels, the strongest that speaks', () => {
    const levels = fc.record({
      file: fc.option(fc.nat(9)),
      env: fc.option(fc.nat(9)),
      flag: fc.option(fc.nat(9)),
    });
    return fc.assert(
      fc.asyncProperty(levels, async ({ file, env: variable, flag }) => {
        const config = await configured(file === null ? null : `audit: {max-rejects: ${file}}`, {
          environment: variable === null ? [] : env(`audit.max-rejects=${variable}`),
          flags: flag === null ? [] : [`audit.max-rejects=${flag}`],
        });
        expect(inForce(config, ['audit.max-rejects'], 0).value).toBe(flag ?? variable ?? file ?? 0);
      }),
    );
  });
});

describe('rules', () => {
  it.each([
    ['off', false, null],
    ['false', false, null],
    ['on', true, null],
    ['high', true, 'high'],
    ['{enabled: false, severity: low}', false, 'low'],
    ['{severity: auto}', true, null],
    ['', true, null],
  ])('may be just %j', async (value, enabled, severity) => {
    const config = await configured(`rules:\n  OD1: ${value}\n`);
    expect(setupOf(config, pastDue, 0)).toMatchObject({ enabled, severity });
    expect(setupOf(config, singleLarge, 0)).toMatchObject({ enabled: true, severity: null });
  });

  it('go by id or by code, in any case, and once', async () => {
    for (const name of ['single-large', 'LU1', 'lu1']) {
      expect(setupOf(await configured(`rules: {${name}: off}`), singleLarge, 0).enabled).toBe(false);
    }
    expect(await refused('rules:\n  LU1: off\n  single-large: high\n')).toMatchObject([
      { wrong: 'set-twice', key: 'rules.single-large', known: ['LU1'], line: 3, column: 3 },
    ]);
  });

  it('that share a limit, or look at the whole run, say where they are set', async () => {
    expect(await refused('rules: {OD1: {month: 20}}')).toMatchObject([
      { wrong: 'elsewhere', known: ['late.month'] },
    ]);
    expect(await refused('rules: {CL1: {buyers: 4}}')).toMatchObject([
      { wrong: 'elsewhere', known: ['links.buyers'] },
    ]);
    expect(await refused('shops: {A: {rules: {CL1: off}}}')).toMatchObject([
      { wrong: 'elsewhere', known: ['rules.shared-phone'] },
    ]);
    const config = await configured('links: {buyers: 4}');
    expect(setupOf(config, sharedPhone, 0).values['buyers']).toBe(4);
  });

  it('have tiers that do not fall, whatever sets them', async () => {
    const tiers = 'rules:\n  LU3:\n    high: 1500\n';
    const known = ['buyer-total.medium', 'buyer-total.high'];
    expect(await refused(tiers)).toMatchObject([{ wrong: 'not-ascending', line: 3, column: 11, known }]);
    expect(await refused(tiers.replace('1500', '2500'), { flags: ['LU3.high=1000'] })).toMatchObject([
      { wrong: 'not-ascending', where: '--set', line: 0 },
    ]);
    expect(await refused('shops: {A: {rules: {LU3: {medium: 6000}}}}')).toMatchObject([
      { wrong: 'not-ascending' },
    ]);
    await configured('rules: {LU3: {medium: 6000, high: 6000, critical: 10000}}');
  });
});

describe('assignments', () => {
  it.each([
    ['large', 'not-assigned', 'large'],
    ['=3', 'not-assigned', '=3'],
    ['large.=3', 'not-assigned', 'large.=3'],
    ['large..min=3', 'not-assigned', 'large..min=3'],
    ['lagre.min=3', 'unknown-key', 'lagre'],
    ['LU99=off', 'unknown-key', 'rules.LU99'],
    ['single-lagre.min=3', 'unknown-key', 'rules.single-lagre'],
    ['large.min=', 'value-missing', 'large.min'],
    ['large=3', 'not-a-map', 'large'],
    ['__proto__.x=1', 'unknown-key', '__proto__'],
    ['constructor=1', 'unknown-key', 'constructor'],
  ])('%s is refused', async (text, wrong, key) => {
    for (const where of ['--set', 'BNPL_AUDIT_SET']) {
      const said = where === '--set' ? { flags: [text] } : { environment: env(text) };
      expect(await refused(null, said)).toMatchObject([{ wrong, key, where, line: 0 }]);
    }
  });

  it('take what a file takes', async () => {
    const flags = ['LU1=off', 'rules.OD1.severity=high', 'large.min=1,500 元', 'columns.pay_later=是否白条'];
    const config = await configured(null, { flags });
    expect(setupOf(config, singleLarge, 0)).toMatchObject({ enabled: false, values: { min: 150_000 } });
    expect(setupOf(config, pastDue, 0).severity).toBe('high');
    expect(inForce(config, ['columns.pay_later'], null).value).toBe('是否白条');
    expect(await configured(null)).toBe(NO_CONFIG);
  });
});
