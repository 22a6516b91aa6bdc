// A configuration takes effect: findings, severities, switches, terms, columns, shops; and every output says so.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AuditRequest, audit, loadConfig, trace } from '../../src/audit.js';
import { realPort } from '../../src/io/port.js';
import type { ReportSettings } from '../../src/report/settings.js';
import { summaryText } from '../../src/report/summary-text.js';
import type { TraceModel } from '../../src/report/trace-model.js';
import { traceText } from '../../src/report/trace-text.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const spool = () => {
  throw new Error('no standard input here');
};
const VIEW = { language: 'zh', columns: 110, colour: 0, ascii: false } as const;
const HEADER = 'order_id,status,pay_later,buyer_paid,shipped_at,received_at,shop_id,shop_name';
/** Two shops, each with one order in transit of 1,200 yuan and one received on June 10 of 800 yuan. */
const ORDERS = [
  HEADER,
  'A1001,shipped,yes,1200.00,2026-07-18 10:00:00,,11,甲店',
  'A1002,received,yes,800.00,2026-06-05 10:00:00,2026-06-10 10:00:00,11,甲店',
  'B1001,shipped,yes,1200.00,2026-07-18 10:00:00,,22,乙店',
  'B1002,received,yes,800.00,2026-06-05 10:00:00,2026-06-10 10:00:00,22,乙店',
];

interface Made {
  readonly findings: readonly string[];
  readonly text: string;
  readonly settings: ReportSettings;
  readonly checks: { readonly ran: number; readonly couldNot: number };
  readonly aging: readonly { readonly bucket: string; readonly orders: number }[];
}

/** Audits the orders under a configuration; null for none. */
async function made(yaml: string | null, more: Partial<AuditRequest> = {}, lines = ORDERS): Promise<Made> {
  const cwd = folder();
  writeFileSync(join(cwd, 'o.csv'), `${lines.join('\n')}\n`);
  if (yaml !== null) writeFileSync(join(cwd, 'bnpl-audit.yaml'), yaml);
  let json = '';
  const place = {
    port: realPort(),
    folder: cwd,
    spool,
    stdout: async (chunk: Uint8Array) => {
      json += Buffer.from(chunk).toString('utf8');
    },
  };
  const config = await loadConfig(place, { inputs: ['o.csv'] });
  const asOfDay = 20_654;
  const request = { orders: ['o.csv'], output: null, json: '-', asOfDay, config, ...more };
  const { summary } = await audit(place, request);
  const { findings, checks, orderId } = summary.findings;
  const report = JSON.parse(json) as { settings: ReportSettings; aging: Made['aging'] };
  return {
    findings: findings
      .filter(({ rule }) => rule === 'single-large' || rule === 'past-due-month' || rule === 'receipt-late')
      .map(({ rule, severity, orders }) => `${rule} ${severity} ${orders.map(orderId).join(' ')}`)
      .sort(),
    text: summaryText(summary, VIEW),
    settings: report.settings,
    aging: report.aging,
    checks,
  };
}

const MONTH = 'past-due-month low A1002 B1002';
const LARGE = ['single-large medium A1001', 'single-large medium B1001'];

describe('a configuration', () => {
  it('that is not there changes nothing and is not spoken of', async () => {
    const { findings, text, settings } = await made(null);
    expect(findings).toEqual([MONTH, ...LARGE]);
    expect(text).not.toMatch(/配置 |按配置/);
    expect(settings.config).toBeNull();
    expect(settings.shops).toEqual({});
    const rule = settings.rules['single-large'];
    expect(rule?.params['min']).toEqual({ value: 100_000, source: 'default' });
  });

  it('changes limits, and says where each value comes from', async () => {
    const { findings, text, settings } = await made('large:\n  min: 1300\n');
    expect(findings).toEqual([MONTH]);
    expect(text).toContain('配置 bnpl-audit.yaml：1 项和默认不同（large.min=1,300.00 元）');
    expect(settings.config?.name).toBe('bnpl-audit.yaml');
    expect(settings.config?.sha256).toMatch(/^[0-9a-f]{64}$/);
    const min = { value: 130_000, source: 'config', place: 'bnpl-audit.yaml:2' };
    for (const rule of ['single-large', 'large-unshipped', 'shipping-deadline']) {
      expect(settings.rules[rule]?.params['min']).toEqual(min);
    }
  });

  it('switches rules off: neither run nor missed', async () => {
    const plain = await made(null);
    const { findings, text, checks, settings } = await made('rules: {LU1: off, OD3: off, CL1: off}');
    expect(findings).toEqual([]);
    expect(text).toContain('按配置不查：LU1、CL1、OD3');
    const all = ({ ran, couldNot }: Made['checks']) => ran + couldNot;
    expect(all(checks)).toBe(all(plain.checks) - 3);
    expect(settings.rules['single-large']?.enabled).toMatchObject({ value: false, source: 'config' });
  });

  it('fixes severities, but lifts nothing above what the evidence allows', async () => {
    const { findings, settings } = await made('rules: {LU1: low, OD3: critical}');
    expect(findings).toEqual([
      'past-due-month medium A1002 B1002',
      'single-large low A1001',
      'single-large low B1001',
    ]);
    expect(settings.rules['single-large']?.severity).toMatchObject({ value: 'low', source: 'config' });
  });

  it('sets the days of a platform, which every report names', async () => {
    const { findings, text, settings } = await made(
      'platforms: {generic: {grace: 12 days, auto-receipt: 1 天}}',
    );
    expect(findings).toEqual([...LARGE]);
    expect(text).toContain('确认收货 + 12 天');
    expect(settings.platforms.generic?.graceDays).toEqual({
      value: 12,
      source: 'config',
      place: 'bnpl-audit.yaml:1',
    });
  });

  it('sets the aging buckets, whose codes and names follow', async () => {
    const { text, settings, aging } = await made('buckets: [7, 20, 39]\n');
    expect(aging.map(({ bucket }) => bucket)).toEqual([
      ...['not-due', '1-7', '8-20', '21-39', '40+'],
      ...['no-due-date', 'frozen', 'invalid'],
    ]);
    expect(aging.filter(({ orders }) => orders > 0)).toEqual([
      { bucket: 'not-due', orders: 2, outstandingFen: 240_000 },
      { bucket: '21-39', orders: 2, outstandingFen: 160_000 },
    ]);
    expect(text).toContain('  21-39 天 ');
    expect(settings.buckets).toEqual({ value: [7, 20, 39], source: 'config', place: 'bnpl-audit.yaml:1' });
    expect((await made(null)).settings.buckets).toEqual({ value: [3, 30, 60, 90], source: 'default' });
    const beyond = await made('buckets: [38]\n');
    expect(beyond.text).toContain('  38 天以上 ');
  });

  it('sets rules by shop, by id or by name', async () => {
    const yaml =
      'shops:\n  "11": {large: {min: 1300}}\n  乙店: {rules: {OD3: off, LU1: info}}\n  丙店: {large: {min: 1}}\n';
    const { findings, text, settings } = await made(yaml);
    expect(findings).toEqual(['past-due-month low A1002', 'single-large info B1001']);
    expect(text).toContain('配置里的 1 家店，文件里没有它们的先用后付订单：丙店');
    expect(text).toContain('11 large.min=1,300.00 元');
    expect(Object.keys(settings.shops['11'] ?? {}).sort()).toEqual([
      'large-unshipped',
      'note-words',
      'shipping-deadline',
      'single-large',
    ]);
    expect(settings.shops['乙店']?.['single-large']?.severity.value).toBe('info');
  });

  it('keeps shops apart also where their orders are linked', async () => {
    const yaml = 'audit: {link-across-shops: true}\nshops: {甲店: {rules: {LU1: off}}}\n';
    const { findings, settings } = await made(yaml);
    expect(findings).toEqual([MONTH, 'single-large medium B1001']);
    expect(settings.linkAcrossShops).toMatchObject({ value: true, source: 'config' });
  });

  it('gathers shops that are set alike together', async () => {
    const alike = 'shops: {甲店: {rules: {OD3: {high: 900}}}, 乙店: {rules: {OD3: {high: 900 元}}}}';
    expect((await made(alike)).findings[0]).toBe(MONTH);
    const apart = 'shops: {甲店: {rules: {OD3: {high: 900}}}}';
    expect((await made(apart)).findings.slice(0, 2)).toEqual([
      'past-due-month low A1002',
      'past-due-month low B1002',
    ]);
  });

  it('names columns for the files that have them, and tells of those that none has', async () => {
    const lines = ORDERS.map((line) => line.replace('pay_later', '白条'));
    const { text, settings } = await made('columns: {pay_later: 白条, phone: 电话号}', {}, lines);
    expect(text).toContain('先用后付 4');
    expect(text).toContain('配置里的 1 个列名，文件里没有：电话号');
    expect(settings.map).toMatchObject({ value: { pay_later: '白条', phone: '电话号' }, source: 'config' });
    const map = new Map([['pay_later', '白条']] as const);
    const typed = await made('columns: {pay_later: 别的}', { map }, lines);
    expect(typed.settings.map).toEqual({ value: { pay_later: '白条' }, source: 'flag' });
  });

  it('holds defaults of options, which a typed option replaces', async () => {
    const yaml = 'audit: {max-rejects: 5, all-pay-later: true, escape-formulas: true, lang: en}';
    const { settings } = await made(yaml);
    expect(settings.maxRejects).toMatchObject({ value: 5, source: 'config' });
    expect(settings.allPayLater).toMatchObject({ value: true, source: 'config' });
    expect(settings.escapeFormulas).toMatchObject({ value: true, source: 'config' });
    expect(settings.language).toMatchObject({ value: 'en', source: 'config' });
    const typed = await made(yaml, { maxRejects: 0, language: 'zh' });
    expect(typed.settings.maxRejects).toEqual({ value: 0, source: 'flag' });
    expect(typed.settings.language).toEqual({ value: 'zh', source: 'flag' });
  });

  it('is named by trace', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'o.csv'), `${ORDERS.join('\n')}\n`);
    writeFileSync(join(cwd, 'bnpl-audit.yml'), 'shops: {甲店: {rules: {LU1: off}}}\nrules: {CL5: off}\n');
    const place = { port: realPort(), folder: cwd, spool };
    const config = await loadConfig(place, {});
    const shown = async (order: string) =>
      traceText((await trace(place, { orders: ['o.csv'], config }, order)) as TraceModel, VIEW);
    expect(await shown('A1001')).toMatch(/按配置不查 +LU1 单笔大额、CL5 /);
    expect(await shown('B1001')).toMatch(/按配置不查 +CL5 /);
    expect(await shown('B1001')).toContain('LU1 单笔大额');
  });
});
