// Configuration files: what is accepted, what is refused and where, and what hostile ones cannot do.
import { describe, expect, it } from 'vitest';
import { choiceOf, inForce } from '../../src/config/config.js';
import { initText } from '../../src/config/init-text.js';
import { configSchema } from '../../src/config/read.js';
import { configured, errorOf, FILE, refused } from '../support/config.js';

describe('an accepted file', () => {
  it.each([
    ['empty', ''],
    ['of comments', '# nothing\n\n'],
    ['with its version alone', 'version: 1\n'],
    ['with open sections', 'version: 1\nlarge:\nrules:\n  single-large:\nshops:\n'],
    ['of JSON', '{"version": 1, "rules": {}}'],
  ])('%s changes nothing', async (_, text) => {
    expect((await configured(text)).chosen).toEqual([]);
  });

  it.each([
    ['JSON', '{"large": {"min": 1500.5}}', 150_050],
    ['quotes', 'large: {min: "1,500.50 元"}', 150_050],
    ['a plain text', 'large:\n  min: 1,500.50 yuan\n', 150_050],
    ['full width', 'large:\n  min: １５００ 元\n', 150_000],
    ['fen', 'large:\n  min: 150050分\n', 150_050],
    ['万元', 'large:\n  min: 1.5万元\n', 1_500_000],
    ['the yuan sign', 'large:\n  min: ¥1500\n', 150_000],
    ['line ends of Windows', 'version: 1\r\nlarge:\r\n  min: 1500\r\n', 150_000],
  ])('may be written with %s', async (_, text, fen) => {
    expect(inForce(await configured(text), ['large.min'], 0).value).toBe(fen);
  });
});

describe('a refused file', () => {
  it.each<[string, string, object]>([
    [
      'a misspelt section',
      'version: 1\nlagre:\n  min: 3\n',
      { wrong: 'unknown-key', line: 2, column: 1, known: ['large', 'late'] },
    ],
    ['a misspelt key', 'large:\n  mni: 3\n', { wrong: 'unknown-key', line: 2, column: 3, all: ['min'] }],
    [
      'a misspelt rule',
      'rules:\n  single-lagre: off\n',
      { wrong: 'unknown-key', line: 2, known: ['single-large'] },
    ],
    [
      'another spelling',
      'rules: {OD1: {first_day: 5}}',
      { wrong: 'unknown-key', line: 1, column: 15, known: ['firstDay'] },
    ],
    ['a comma in braces', 'large: {min: 1,500}', { wrong: 'comma', line: 1, column: 16 }],
    ['__proto__', '__proto__: {x: 1}', { wrong: 'unknown-key', key: '__proto__' }],
    [
      'constructor',
      'rules: {constructor: {enabled: false}}',
      { wrong: 'unknown-key', key: 'rules.constructor' },
    ],
    ['toString', '{"large": {"toString": 1}}', { wrong: 'unknown-key', key: 'large.toString' }],
    ['a list', '- large\n- late\n', { wrong: 'not-a-map', key: '' }],
    ['a word', 'large', { wrong: 'not-a-map', value: 'large' }],
    ['a number for a section', 'large: 5', { wrong: 'not-a-map', key: 'large', line: 1, column: 8 }],
    ['another version', 'version: 2', { wrong: 'version' }],
    ['a severity that is none', 'rules: {LU1: loud}', { wrong: 'not-a-choice', value: 'loud' }],
    [
      'keys twice',
      'large:\n  min: 1\n  min: 2\n',
      { wrong: 'set-twice', line: 3, column: 3, key: 'large.min' },
    ],
    ['an empty header', 'columns: {order_id: ""}', { wrong: 'value-missing', key: 'columns.order_id' }],
  ])('%s', async (_, text, issue) => {
    expect(await refused(text)).toMatchObject([issue]);
  });

  it.each([
    ['a TAB', 'large:\n\tmin: 1\n', 2, 1, 'yaml'],
    ['a quote left open', 'large: {min: "1}\n', 2, 1, 'yaml'],
    ['two documents', 'version: 1\n---\nversion: 1\n', 2, 1, 'yaml'],
    ['NUL', 'large:\n  min: \0 1\n', 2, 8, 'control-character'],
    ['an anchor', 'large: &a {min: 1}\n', 1, 8, 'alias'],
    ['a tag', 'large: {min: !!int "3"}\n', 1, 14, 'tag'],
    ['a tag of its own', 'large: !python/object {min: 3}\n', 1, 8, 'tag'],
    ['a key that is no text', '? [a, b]\n: 1\n', 1, 3, 'yaml'],
  ])('%s, with its place', async (_, text, line, column, wrong) => {
    const error = await errorOf(text);
    expect(error.code).toBe(wrong === 'set-twice' ? 'config-value' : 'config-syntax');
    const [first] = await refused(text);
    expect(first).toMatchObject({ wrong, line, where: FILE.path });
    expect(first?.column).toBeGreaterThanOrEqual(Math.min(column, 1));
  });

  it('tells all that is wrong at once, in the order of the file, twenty of them in full', async () => {
    const many = Array.from({ length: 30 }, (_, i) => `  k${i}: 1`).join('\n');
    const error = await errorOf(`version: 3\ncolumns:\n${many}\nlagre: 1\n`);
    expect(error.code).toBe('config-value');
    const issues = await refused(`version: 3\ncolumns:\n${many}\nlagre: 1\n`);
    expect(issues.map(({ line }) => line)).toEqual([1, ...Array.from({ length: 19 }, (_, i) => i + 3)]);
    expect(error.facts['more']).toBe(12);
  });
});

describe('buckets', () => {
  it.each(['[7]', '[1, 2, 3]', '[30 days, 60 天]', '[1, 2, 3, 4, 5, 6, 7, 365]'])('take %s', async (text) => {
    const config = await configured(`buckets: ${text}`);
    expect(inForce<readonly number[]>(config, ['buckets'], []).value.length).toBe(text.split(',').length);
    const typed = await configured(null, {
      flags: [`buckets=${text.replace(/[[\]]/g, '').replace(/ days| 天/g, '')}`],
    });
    expect(typed.chosen[0]?.value).toEqual(config.chosen[0]?.value);
  });

  it.each([
    ['[]', 'too-many'],
    ['[1, 2, 3, 4, 5, 6, 7, 8, 9]', 'too-many'],
    ['[30, 3]', 'not-ascending'],
    ['[3, 3]', 'not-ascending'],
    ['[0, 3]', 'out-of-range'],
    ['[3, 366]', 'out-of-range'],
    ['[3, 30 元]', 'wrong-unit'],
    ['[3, x]', 'not-a-number'],
    ['[3.5]', 'fraction'],
    ['{a: 3}', 'not-a-list'],
    ['', 'value-missing'],
  ])('refuse %j', async (text, wrong) => {
    expect(await refused(`buckets: ${text}`)).toMatchObject([{ wrong, line: 1 }]);
  });
});

describe('a hostile file', () => {
  const bomb = [
    'a: &a [x, x]',
    ...[...'bcdefghij'].map((name, i) => `${name}: &${name} [${`*${'abcdefghij'[i]}, `.repeat(9)}x]`),
  ];
  it.each([
    ['an alias bomb', bomb.join('\n')],
    ['brackets without end', '['.repeat(200_000)],
    ['braces without end', '{'.repeat(200_000)],
    ['one list within another', '- '.repeat(100_000)],
    ['one question within another', '? '.repeat(100_000)],
    ['deeper and deeper lines', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['tags without end', '!a '.repeat(60_000)],
    ['a reference to itself', 'large: &a {min: *a}'],
    ['a merge key', 'large: {<<: {min: 1}}'],
  ])('%s is refused soon', async (_, text) => {
    const { code } = await errorOf(text);
    expect(code).toMatch(/^config-(?:syntax|unknown-key|value)$/);
  });

  it('of thirty thousand keys is refused in time that grows with its size', async () => {
    const text = Array.from({ length: 30_000 }, (_, i) => `k${i}: 1`).join('\n');
    expect(await refused(text)).toHaveLength(20);
  });

  it('of shops without number is refused', async () => {
    const shops = Array.from({ length: 201 }, (_, i) => `  s${i}: {large: {min: ${i + 1}}}`).join('\n');
    expect(await refused(`shops:\n${shops}\n`)).toMatchObject([{ wrong: 'too-many', value: '201' }]);
  });
});

describe('what init writes', () => {
  const seen = [
    {
      name: 'o\n.csv',
      platform: 'generic',
      columns: [
        { header: '订单 "编号"', field: 'order_id' },
        { header: 'x', field: null },
      ],
    },
  ];
  const uncommented = (text: string) => text.replace(/^( *)#(?=[^ #])/gm, '$1');

  it.each(['zh', 'en'] as const)(
    'changes nothing as it stands, and is all defaults with every line uncommented: %s',
    async (language) => {
      const text = initText(language, seen, 'x.schema.json');
      expect(text.startsWith('# yaml-language-server: $schema=x.schema.json\n')).toBe(true);
      expect((await configured(text)).chosen).toEqual([]);
      const all = await configured(uncommented(text));
      const { settingsIn } = await import('../../src/config/description.js');
      for (const setting of settingsIn()) {
        const chosen = choiceOf(all, [setting.key]);
        expect(chosen, setting.key).not.toBeNull();
        if (setting.kind !== 'header') expect(chosen?.value ?? null, setting.key).toEqual(setting.standard);
      }
      expect(choiceOf(all, ['columns.order_id'])?.value).toBe('订单 "编号"');
      expect(all.shops).toHaveLength(1);
    },
  );

  it('is accepted by the JSON Schema, which refuses what is refused', async () => {
    const { parse } = await import('yaml');
    const { z } = await import('zod');
    const text = await configSchema();
    expect(await configSchema()).toBe(text);
    const schema = z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
    for (const language of ['zh', 'en'] as const) {
      const made = initText(language, seen, null);
      for (const one of [made, uncommented(made)]) {
        const result = schema.safeParse(parse(one));
        expect(result.error?.issues ?? []).toEqual([]);
      }
    }
    for (const wrong of [
      'version: 2',
      'lagre: {}',
      'large: {min: 30 days}',
      'rules: {LU1: loud}',
      'large: {min: 0}',
      'shops: {A: {links: {}}}',
    ]) {
      await refused(wrong);
      expect(schema.safeParse(parse(wrong)).success, wrong).toBe(false);
    }
  });
});
