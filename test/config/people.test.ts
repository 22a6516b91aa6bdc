// What stands in a list names people: no message, and no hash, tells of it; what is typed in one text is several entries.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/exit.js';
import { runHere } from '../support/here.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const ORDERS = 'order_id,status,buyer_paid,pay_later\n12345678,shipped,10.00,yes\n';

async function audited(config: string | null, ...args: string[]) {
  const cwd = folder();
  writeFileSync(join(cwd, 'o.csv'), ORDERS);
  if (config !== null) writeFileSync(join(cwd, 'bnpl-audit.yaml'), config);
  return runHere(['o.csv', '--no-output', '--json', '-', '--quiet', ...args], { cwd });
}

describe('what is wrong in a list', () => {
  it.each([
    'lists:\n  staff:\n    张三丰: 1\n    张三丰: 2\n',
    'lists:\n  phones: 13800131234\n  13900131234: x\n',
    'lists:\n  staff:\n    张三丰: 13900131234\n',
  ])('is told without who stands there: %j', async (config) => {
    const { code, stdout, stderr } = await audited(config);
    expect([code, stdout]).toEqual([EXIT.unable, '']);
    expect(stderr).toMatch(/bnpl-audit\.yaml/);
    expect(stderr).not.toMatch(/张三丰|13[89]00131234/);
  });

  it.each(['lists.phones 13800131234', 'lists.13800131234=x'])(
    'is told so behind --set: %s',
    async (typed) => {
      const { code, stderr } = await audited(null, '--set', typed);
      expect(code).toBe(EXIT.unable);
      expect(stderr).toMatch(/lists\.\*{4}/);
      expect(stderr).not.toContain('13800131234');
    },
  );
});

describe('a list in one text', () => {
  it.each([
    ['lists.phones=13800131234,13900131234', 'phones', 2],
    ['lists.tags=补单、拍单，测评', 'tags', 3],
    ['lists.tags=[补单]', 'tags', 1],
  ])('%s has as many entries as it names', async (typed, name, entries) => {
    const { stdout } = await audited(null, '--set', typed);
    const { lists } = JSON.parse(stdout) as { lists: { name: string; entries: number }[] };
    expect(lists).toMatchObject([{ name, entries }]);
  });

  it.each([
    'lists.staff=13900131234、13800131234',
    'lists.wholesale=13800131234 老张 批发',
    'lists.staff=1390013123412',
  ])('is refused where a number in it would be lost: %s', async (typed) => {
    const { code, stderr } = await audited(null, '--set', typed);
    expect([code, stderr.split(':')[0]]).toEqual([EXIT.unable, 'error list-entry-unusable']);
  });
});

describe('the hash of a configuration', () => {
  it.each([
    ['large: {min: 300}\n', true],
    ['lists: {tags: [补单]}\n', true],
    ['lists: {phones: [13800131234]}\n', false],
    ['lists: {staff: [{address: 青禾路12号听雨苑}]}\n', false],
  ])('is left out where people stand in the file: %j', async (config, isThere) => {
    const { stdout } = await audited(config);
    const { settings } = JSON.parse(stdout) as {
      settings: { config: { name: string; sha256: string | null } };
    };
    expect(settings.config.name).toBe('bnpl-audit.yaml');
    if (isThere) expect(settings.config.sha256).toMatch(/^[0-9a-f]{64}$/);
    else expect(settings.config.sha256).toBeNull();
  });
});

describe('what would be nothing', () => {
  it.each(['LU1=', 'lists.phones=', 'large=', 'shops.x='])('is refused behind --set: %s', async (typed) => {
    const { code, stderr } = await audited(null, '--set', typed);
    expect(code).toBe(EXIT.unable);
    expect(stderr).toMatch(/^error config-value: /);
  });

  it.each(['""', '" 甲店"', '"  "'])('is refused as the name of a shop: %s', async (name) => {
    const { code, stderr } = await audited(`shops:\n  ${name}: {large: {min: 5000}}\n`);
    expect(code).toBe(EXIT.unable);
    expect(stderr).toMatch(/^error config-value: .*:2/);
  });
});
