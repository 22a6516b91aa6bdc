// The page as text: what is in it, what is escaped, its policy, its size, the same bytes again.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FindingModel } from '../../src/report/findings.js';
import type { SummaryModel } from '../../src/report/model.js';
import { isOurPage, reportPage } from '../../src/report/page/page.js';
import { FINDINGS } from '../support/findings.js';
import { NEVER } from '../support/never.js';
import { SUMMARY as BARE, BILLS_SUMMARY, SETTINGS } from './models.js';

const SUMMARY: SummaryModel = { ...BARE, findings: FINDINGS };

const pageOf = (model: SummaryModel, language: 'zh' | 'en' = 'zh') =>
  [...reportPage(model, SETTINGS, language)].join('');
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
/** What a page shows, without markup, style and script. */
const textOf = (page: string) => page.replace(/<style>.*?<\/style>|<script>.*?<\/script>|<[^>]*>/gs, ' ');

describe('the page', () => {
  it.each(['zh', 'en'] as const)(
    'has all of its parts in %s, and no word that judges anybody',
    (language) => {
      for (const model of [SUMMARY, { ...BILLS_SUMMARY, findings: FINDINGS }]) {
        const page = pageOf(model, language);
        const ids = [
          'today',
          'places',
          'aging',
          'weeks',
          'groups',
          'hubs',
          'products',
          'findings',
          'unseen',
          'problems',
          'settings',
        ];
        for (const id of ids) expect(page).toContain(`<section id="${id}"`);
        const text = textOf(page);
        expect(text).not.toMatch(NEVER);
        expect(text).not.toMatch(/NaN|undefined|\[object|\bnull\b/);
        expect(page).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`);
        expect(page).toBe(pageOf(model, language));
      }
    },
  );

  it('allows its own style and script by their hashes, and nothing else', () => {
    const page = pageOf(SUMMARY);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    const script = /<script>(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${sha256(style)}'; script-src 'sha256-${sha256(script)}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/\son[a-z]+=|\sstyle=|https?:|src=/i);
  });

  it('never has a sign of a file as markup', () => {
    const hostile = `</script><img src=x onerror=alert(1)>"'&\u202e`;
    const [product] = SUMMARY.products;
    const [first] = SUMMARY.findings.findings;
    const model: SummaryModel = {
      ...SUMMARY,
      products: [{ ...product!, title: hostile }],
      inputs: SUMMARY.inputs.map((input) => ({ ...input, name: hostile })),
      findings: {
        ...SUMMARY.findings,
        findings: [{ ...first!, line: { zh: hostile, en: hostile } }],
        orderId: () => hostile,
        hubs: SUMMARY.findings.hubs.map((hub) => ({ ...hub, shown: hostile })),
      },
    };
    const page = pageOf(model);
    expect(page).not.toContain('<img');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page).not.toContain('\u202e');
    expect(page).toContain('&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;');
  });

  it('holds 5,000 findings in 1.5 MB, and says how many more there are', () => {
    const some = SUMMARY.findings.findings.filter(({ orders }) => orders.length > 0);
    const findings: FindingModel[] = Array.from({ length: 5003 }, (_, i) => ({
      ...some[i % some.length]!,
      line: { zh: `逾期 ${i} 天，收货后没到账；大额，前单逾期 12 天`, en: `${i} days past due` },
    }));
    const page = pageOf({ ...SUMMARY, findings: { ...SUMMARY.findings, findings } });
    expect(Buffer.byteLength(page)).toBeLessThan(1.5 * 1024 * 1024);
    expect(/<table class="cards" id="all">.*?<\/table>/s.exec(page)?.[0].match(/<tr>/g)).toHaveLength(5001);
    expect(page).toContain('另有 3 条没有列出来');
  });

  it('is known again by its generator, and nobody else’s page is', () => {
    expect(isOurPage(Buffer.from(pageOf(SUMMARY)))).toBe(true);
    expect(isOurPage(Buffer.from('<!doctype html><title>mine</title>'))).toBe(false);
  });
});
