// Weak signals are information and lift nothing; a critical order stays critical whatever group or pattern it stands in.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { audit, type Report } from '../../src/library.js';
import { RULES } from '../../src/rules/index.js';
import { scoreShop } from '../eval/audited.js';
import { OWN_TAGS } from '../eval/typology-cases.js';
import { scratch } from '../support/scratch.js';
import { TRACED, writeShop } from '../support/traced-shop.js';

const folder = scratch();
const WEAK = RULES.filter(({ strength }) => strength === 'weak').map(({ id }) => id);

describe.each(['pinduoduo', 'kuaishou'] as const)('in a shop of %s with every kind of ring', (platform) => {
  const shop = { seed: 3, orders: 2000, platform, cases: true } as const;
  const severities = ({ findings }: Report) =>
    findings
      .filter(({ rule }) => !WEAK.includes(rule))
      .map(({ rule, orderIds, severity, nextStep }) => [rule, orderIds.join(), severity, nextStep]);

  let report: Report;
  beforeAll(async () => {
    ({ report } = await scoreShop(audit, shop));
  });

  it('what is weak is information, and without it everything else is as severe as with it', async () => {
    const weak = report.findings.filter(({ strength }) => strength === 'weak');
    expect(new Set(weak.map(({ rule }) => rule)).size).toBeGreaterThan(2);
    expect(weak.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const config = join(folder(), 'config.json');
    const rules = Object.fromEntries(WEAK.map((id) => [id, { enabled: false }]));
    writeFileSync(config, JSON.stringify({ rules, lists: { tags: OWN_TAGS } }));
    const without = (await scoreShop(audit, shop, config)).report;
    expect(without.findings.some(({ rule }) => WEAK.includes(rule))).toBe(false);
    const [has, had] = [severities(report), severities(without)].map((all) => all.map(String));
    expect(has?.filter((one) => had?.includes(one) !== true)).toEqual([]);
    expect(had?.length).toBe(has?.length);
    expect(report.clusters.map(({ severity }) => severity)).toEqual(
      without.clusters.map(({ severity }) => severity),
    );
  });

  it('names no typology for weak signals alone', () => {
    const named = report.findings.filter(({ typology }) => typology !== undefined);
    expect(named.length).toBeGreaterThan(60);
    const isFirm = (rule: string, ids: readonly string[]) =>
      report.findings.some(
        (one) => one.rule === rule && one.strength !== 'weak' && one.orderIds.some((id) => ids.includes(id)),
      );
    const unfounded = named.filter(
      ({ typology, orderIds }) => typology?.parts.some(({ rule }) => isFirm(rule, orderIds)) !== true,
    );
    expect(unfounded.map(({ id }) => id)).toEqual([]);
  });
});

describe('an order of 5,000 yuan and more that is past due', () => {
  const run = async (change: (text: string) => string = (text) => text) => {
    const dir = folder();
    const files = writeShop(dir);
    const orders = files.orders.at(-1)!;
    writeFileSync(join(dir, orders), change(readFileSync(join(dir, orders), 'utf8')));
    return audit({ ...files, folder: dir, asOf: '2026-07-20' });
  };
  const large = ({ findings }: Report) =>
    findings.find(({ rule, orderIds }) => rule === 'single-large' && orderIds.includes(TRACED.overdue));

  it('is critical in a group of lesser severity, in a pattern, and alone', async () => {
    const { report } = await run();
    const group = report.clusters.find(({ orderIds }) => orderIds.includes(TRACED.overdue));
    expect([group?.severity, large(report)?.severity]).toEqual(['medium', 'critical']);
    expect(large(report)?.typology?.code).toBe('large-uncollected');
    // Another phone on every other order: nothing holds them together any more.
    let number = 1000;
    const alone = await run((text) => text.replace(/19912345678/g, () => `1991234${number++}`));
    expect(alone.report.clusters).toEqual([]);
    expect(large(alone.report)?.severity).toBe('critical');
  });

  it('is critical in the annotated copy, whatever else names it', async () => {
    const dir = folder();
    const files = writeShop(dir);
    const { copies } = await audit({
      ...files,
      folder: dir,
      asOf: '2026-07-20',
      output: join(dir, 'copies'),
    });
    const [copy = ''] = copies.filter((path) => path.includes('2026-07-26'));
    const [header = '', ...records] = readFileSync(copy, 'utf8').split('\r\n');
    const place = header.split(',').indexOf('核查_关注等级');
    const row = records.find((record) => record.includes(TRACED.overdue))?.split(',');
    expect(place).toBeGreaterThan(0);
    expect(row?.[place]).toBe('紧急');
  });
});
