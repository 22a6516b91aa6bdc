// Every setting of the description: its default, changed, out of range, in a wrong unit, no value at all.
import { describe, expect, it } from 'vitest';
import { inForce, NO_CONFIG, ruleInForce } from '../../src/config/config.js';
import { description, keysOfParam, settingsIn } from '../../src/config/description.js';
import type { ChoiceSetting, NumberSetting, Setting, SwitchSetting } from '../../src/config/settings.js';
import { bareNumber } from '../../src/config/units.js';
import { RULES } from '../../src/rules/index.js';
import { configured, refused } from '../support/config.js';

const shops = description().keys.get('shops');
const OF_SHOP = shops?.kind === 'named' ? settingsIn(shops.of) : [];
const ALL: readonly (Setting & { readonly shop: string | null })[] = [
  ...settingsIn().map((setting) => ({ ...setting, shop: null })),
  ...OF_SHOP.map((setting) => ({ ...setting, shop: 'S 1' })),
];
const named = <T extends Setting['kind']>(kind: T) =>
  ALL.filter(
    (setting): setting is Extract<Setting, { kind: T }> & { shop: string | null } => setting.kind === kind,
  ).map(
    (setting) =>
      [setting.shop === null ? setting.key : `shops.${setting.shop}.${setting.key}`, setting] as const,
  );

/** A file with one setting on its last line, and the number of that line. */
function fileWith({ key, shop }: { key: string; shop: string | null }, value: string) {
  const names = shop === null ? key.split('.') : ['shops', shop, ...key.split('.')];
  const lines = names.map((name, i) => `${'  '.repeat(i)}${JSON.stringify(name)}:`);
  return { text: `version: 1\n${lines.join('\n')} ${value}\n`, line: lines.length + 1 };
}

/** Another value within the range, near the default: tiers must not fall. */
function other({ standard, least, most, unit }: NumberSetting): number {
  if (standard === null) return most;
  if (unit === 'factor') return standard + 0.5;
  if (unit === 'ratio') return (standard + most) / 2;
  return standard + 1 <= most ? standard + 1 : standard - 1 >= least ? standard - 1 : standard;
}

describe.each(named('number'))('%s', (_, setting) => {
  const { key, shop, unit, least, most, standard } = setting;

  it('has its default without a configuration', () => {
    expect(inForce(NO_CONFIG, [key], standard, shop)).toEqual({
      value: standard,
      source: 'default',
      place: '',
    });
  });

  it.each(['bare', 'with its unit'])('takes another value, %s', async (form) => {
    const value = other(setting);
    expect(value).not.toBe(standard);
    const word = {
      fen: ' 元',
      days: ' days',
      hours: '小时',
      minutes: ' min',
      orders: ' 单',
      buyers: '人',
      records: ' 行',
    };
    const behind = form === 'bare' ? '' : (word[unit as keyof typeof word] ?? '');
    const { text, line } = fileWith(setting, `${bareNumber(value, unit)}${behind}`);
    const config = await configured(text);
    const place = `bnpl-audit.yaml:${line}`;
    expect(inForce(config, [key], standard, shop)).toEqual({ value, source: 'config', place });
  });

  it('refuses what is out of its range, with line and column', async () => {
    const step = unit === 'fen' ? 1 : 0.01;
    const beyond = unit === 'ratio' || unit === 'factor' || unit === 'fen' ? step : 1;
    for (const wrong of [bareNumber(least, unit) - beyond, bareNumber(most, unit) + beyond, -1]) {
      const { text, line } = fileWith(setting, String(Number(wrong.toFixed(4))));
      const [issue] = await refused(text);
      expect(issue).toMatchObject({ wrong: 'out-of-range', line, least, most, unit });
      expect(issue?.column).toBeGreaterThan(1);
    }
  });

  it('refuses another unit, a fraction, and what is no number', async () => {
    const wrongUnits = unit === 'fen' ? ['30 days', '20%', '3 单'] : ['30 元', '¥30', '3 parsecs'];
    for (const value of wrongUnits) {
      expect(await refused(fileWith(setting, value).text)).toMatchObject([{ wrong: 'wrong-unit', value }]);
    }
    if (unit !== 'ratio' && unit !== 'factor') {
      const fraction = bareNumber(other(setting), unit) + (unit === 'fen' ? 0.001 : 0.5);
      expect(await refused(fileWith(setting, fraction.toFixed(unit === 'fen' ? 3 : 1)).text)).toMatchObject([
        { wrong: 'fraction' },
      ]);
    }
    for (const value of ['many', '.nan', '.inf', '1e3', '0x10', '1,00', '"1 000"', "''"]) {
      const wrong = value === "''" ? 'not-a-number' : expect.stringMatching(/not-a-number|wrong-unit/);
      expect(await refused(fileWith(setting, value).text), value).toMatchObject([{ wrong }]);
    }
    expect(await refused(fileWith(setting, '').text)).toMatchObject([{ wrong: 'value-missing' }]);
    expect(await refused(fileWith(setting, '[1, 2]').text)).toMatchObject([{ wrong: 'not-a-value' }]);
  });
});

describe.each(named('switch'))('%s', (_, setting: SwitchSetting & { shop: string | null }) => {
  it('takes both values, and nothing else', async () => {
    const { key, shop, standard } = setting;
    for (const [word, value] of [
      ['true', true],
      ['off', false],
      ['是', true],
      ['否', false],
    ] as const) {
      const config = await configured(fileWith(setting, word).text);
      expect(inForce(config, [key], standard, shop).value).toBe(value);
    }
    expect(await refused(fileWith(setting, '2').text)).toMatchObject([{ wrong: 'not-a-switch', value: '2' }]);
  });
});

describe.each(named('choice'))('%s', (_, setting: ChoiceSetting & { shop: string | null }) => {
  it('takes its words, and nothing else', async () => {
    const { key, shop, of, standard } = setting;
    for (const word of of) {
      const config = await configured(fileWith(setting, word).text);
      const value = word === 'auto' ? 'standard' : word;
      expect(inForce<string>(config, [key], 'standard', shop)).toMatchObject({ value, source: 'config' });
    }
    expect(of).toContain(standard);
    const issues = await refused(fileWith(setting, 'severe').text);
    expect(issues).toMatchObject([{ wrong: 'not-a-choice', known: of }]);
  });
});

describe('rules', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s has a setting for each parameter', (_, rule) => {
    const keys = new Set(settingsIn().map(({ key }) => key));
    for (const [name, { value }] of Object.entries(rule.params)) {
      expect(keysOfParam(rule, name).every((key) => keys.has(key))).toBe(true);
      expect(ruleInForce(NO_CONFIG, rule).params[name]).toEqual({ value, source: 'default', place: '' });
    }
  });

  it('share a limit as one object, so that one default stands behind each key', () => {
    const shared = RULES.flatMap((rule) => Object.values(rule.params)).filter((param) => param.shared);
    for (const key of new Set(shared.map((param) => param.shared))) {
      const same = shared.filter((param) => param.shared === key);
      const facts = same.map(({ value, unit, least, most }) => JSON.stringify({ value, unit, least, most }));
      expect(new Set(facts).size).toBe(1);
      expect(same.length).toBeGreaterThan(1);
    }
  });
});
