// The page in a real browser: nothing is fetched, nothing of a file is executed, and what one can do with it works.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, ROOT, run } from '../support/command.js';
import { scratch } from '../support/scratch.js';
import { CANARIES, writeShop } from '../support/traced-shop.js';

const folder = scratch();
const ORDERS = join(ROOT, 'fixtures', 'demo', 'shopA_orders_export2026-07-20-10-09-23.csv');
const BILL = join(ROOT, 'fixtures', 'other', 'pdd-mall-bill-detail(100200300)_2026-07-20-10-09-55_2175.csv');
const BROWSER = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));
if (BROWSER === undefined) console.warn('SKIPPED: the page is not opened, for there is no Chromium here');

/** What would run if it ever stood in a page as it is. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '</script><script>alert(2)</script>',
  '<img src=x onerror=alert(3)>',
  '"><svg onload=alert(4)>',
  "'-alert(5)-'",
  '<a href=javascript:alert(6)>x</a>',
  '<iframe srcdoc="<script>alert(7)</script>">',
  '\u202e<b>',
  '{{alert(8)}}',
  '<style>*{display:none}</style>',
];

describe('the page as the command writes it', () => {
  it('is private, masked, the same again, and replaced only where it is ours', async () => {
    const cwd = folder();
    const files = writeShop(cwd);
    const words = [
      ...files.orders,
      '--bills',
      ...files.bills,
      '--as-of',
      '2026-07-20',
      '--no-output',
      '--html',
      'r.html',
    ];
    for (const language of ['zh', 'en']) {
      expect((await run([...words, '--lang', language], { cwd })).code).toBe(0);
      const page = readFileSync(join(cwd, 'r.html'), 'utf8');
      for (const canary of CANARIES) expect(page).not.toContain(canary);
      // It is handed on: where files lie on this machine is nobody's business.
      expect(page).not.toContain(cwd);
      expect((await run([...words, '--lang', language], { cwd, env: { TZ: 'America/New_York' } })).code).toBe(
        0,
      );
      expect(readFileSync(join(cwd, 'r.html'), 'utf8')).toBe(page);
    }
    if (process.platform !== 'win32') expect(statSync(join(cwd, 'r.html')).mode & 0o777).toBe(0o600);
    writeFileSync(join(cwd, 'r.html'), '<!doctype html>mine');
    const refused = await run(words, { cwd });
    expect({ code: refused.code, says: refused.stderr.includes('output-exists') }).toEqual({
      code: 2,
      says: true,
    });
    expect(readFileSync(join(cwd, 'r.html'), 'utf8')).toBe('<!doctype html>mine');
  });
});

describe.skipIf(BROWSER === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    expect(existsSync(BIN)).toBe(true);
    browser = await chromium.launch({ executablePath: BROWSER!, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(() => browser?.close());

  /** Opens a file and takes note of all that a page could do that this one must not. */
  async function opened(path: string, options: Parameters<Browser['newPage']>[0] = {}) {
    const page = await browser.newPage({ viewport: { width: 1180, height: 900 }, ...options });
    const seen = { requests: [] as string[], messages: [] as string[], dialogs: [] as string[] };
    page.on('request', (request) => seen.requests.push(request.url()));
    page.on('console', (message) => seen.messages.push(message.text()));
    page.on('pageerror', (error) => seen.messages.push(error.message));
    page.on('dialog', (dialog) => {
      seen.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(pathToFileURL(path).href);
    return { page, seen };
  }

  const shown = (page: Page) => page.locator('#all tbody tr:visible').count();

  let report = '';
  beforeAll(async () => {
    const cwd = folder();
    report = join(cwd, 'r.html');
    const words = [ORDERS, '--bills', BILL, '--no-output', '--html', report, '--lang', 'zh'];
    expect((await run(words, { cwd })).code).toBe(0);
  });

  it('fetches nothing, says nothing, and executes nothing that stands in a cell', {
    timeout: 60_000,
  }, async () => {
    const cwd = folder();
    const rows = PAYLOADS.flatMap((text, i) =>
      Array.from({ length: 6 }, (_, j) => {
        const cell = `"${text.replaceAll('"', '""')}"`;
        return `26070${j + 1}-${100_000_000_000_000 + i * 10 + j},已收货,9${i}00.00,是,p${i},${cell},${cell},2026-06-0${j + 1} 10:00:00,2026-06-0${j + 2} 10:00:00,2026-06-0${j + 3} 10:00:00`;
      }),
    );
    const header =
      'order_id,status,buyer_paid,pay_later,product_id,product,buyer_note,created_at,shipped_at,received_at';
    mkdirSync(join(cwd, 'in'));
    writeFileSync(join(cwd, 'in', 'o.csv'), `${[header, ...rows].join('\n')}\n`);
    const { code } = await run(['in/o.csv', '--as-of', '2026-07-20', '--no-output', '--html', 'r.html'], {
      cwd,
    });
    expect(code).toBe(0);
    const { page, seen } = await opened(join(cwd, 'r.html'));
    expect(await page.locator('#products').textContent()).toContain('onerror=alert(3)');
    expect(seen).toEqual({ requests: [pathToFileURL(join(cwd, 'r.html')).href], messages: [], dialogs: [] });
    // The same texts in a page without escaping do run: this test can fail.
    writeFileSync(join(cwd, 'open.html'), `<!doctype html><p>${PAYLOADS.slice(0, 4).join('')}</p>`);
    const control = await opened(join(cwd, 'open.html'));
    expect(control.seen.dialogs.length).toBeGreaterThan(1);
    await Promise.all([page.close(), control.page.close()]);
  });

  it('searches, filters, sorts and copies, with the mouse and with the keyboard', {
    timeout: 60_000,
  }, async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(pathToFileURL(report).href);
    const all = await shown(page);
    expect(all).toBeGreaterThan(10);
    await page.fill('#search', '260523-406811404490696');
    expect(await shown(page)).toBeLessThan(all);
    expect(await page.locator('#all tbody tr:visible').allTextContents()).toSatisfy((rows: string[]) =>
      rows.every((row) => row.includes('260523-406811404490696')),
    );
    await page.fill('#search', '');
    await page.selectOption('select[data-column="0"]', '高');
    const high = await shown(page);
    expect([high > 0, high < all]).toEqual([true, true]);
    await page.selectOption('select[data-column="0"]', '');
    await page.focus('#all th:nth-child(4) button');
    await page.keyboard.press('Enter');
    expect(await page.getAttribute('#all th:nth-child(4)', 'aria-sort')).toBe('descending');
    const amounts = (await page.locator('#all tbody td:nth-child(4)').allTextContents()).map((text) =>
      Number(text.replaceAll(',', '')),
    );
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    await page.click('#all th:nth-child(4) button');
    expect(await page.getAttribute('#all th:nth-child(4)', 'aria-sort')).toBe('ascending');
    const order = page.locator('#all td:nth-child(3) button:visible').first();
    const number = (await order.textContent()) ?? '';
    await order.click();
    await page.locator('#status', { hasText: number }).waitFor();
    // `window` is the browser's.
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(number);
    await context.close();
  });

  it('fits a phone, prints, and is whole without its script', { timeout: 60_000 }, async () => {
    const phone = await opened(report, { viewport: { width: 360, height: 800 } });
    expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    const pdf = await phone.page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const plain = await opened(report, { javaScriptEnabled: false });
    const live = await opened(report);
    expect(await shown(plain.page)).toBe(await shown(live.page));
    expect(await plain.page.locator('.tools').isVisible()).toBe(false);
    expect(await live.page.locator('.tools').isVisible()).toBe(true);
    await Promise.all([phone, plain, live].map(({ page }) => page.close()));
  });

  it('has one heading above all, a name for every control and every picture, and ids that lead somewhere', {
    timeout: 60_000,
  }, async () => {
    const { page } = await opened(report);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('svg:not([aria-label])').count()).toBe(0);
    expect(await page.locator('input:not([aria-label]), table th:not([scope])').count()).toBe(0);
    const targets = await page
      .locator('nav a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(targets.length).toBeGreaterThan(5);
    for (const target of targets) expect(await page.locator(target).count(), target).toBe(1);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.close();
  });
});
