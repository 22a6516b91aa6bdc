// `npm run pictures`: the pictures of the README, of the page and of the summary, made from the shipped fixture. Needs Chromium
// (CHROMIUM names it, else /usr/bin/chromium) and fonts with Chinese characters.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..', '..');
const PICTURES = join(ROOT, 'fixtures', 'pictures');
const ORDERS = join(ROOT, 'fixtures', 'demo', 'shopA_orders_export2026-07-20-10-09-23.csv');
const BILL = join(ROOT, 'fixtures', 'other', 'pdd-mall-bill-detail(100200300)_2026-07-20-10-09-55_2175.csv');
/** What a terminal makes of the codes that the summary uses. */
const STYLES = /** @type {Readonly<Record<string, string>>} */ ({
  1: 'font-weight:bold',
  2: 'opacity:.65',
  31: 'color:#ff8f8f',
  33: 'color:#e8c268',
  36: 'color:#7fd0e0',
});

const scratch = mkdtempSync(join(tmpdir(), 'bnpl-audit-pictures-'));
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  mkdirSync(PICTURES, { recursive: true });
  for (const language of ['zh', 'en']) {
    const html = join(scratch, `${language}.html`);
    const summary = run(language, ['--color', 'always'], { COLUMNS: '80' });
    run(language, ['--html', html]);
    await picture(html, `page.${language}.png`, { width: 1000, height: 900 });
    const screen = join(scratch, `${language}-summary.html`);
    const style =
      'margin:0;padding:16px;background:#16191d;color:#e7eaee;font:14px/1.4 "Noto Sans Mono CJK SC","DejaVu Sans Mono",monospace';
    const lines = summary.split('\n').slice(0, 44).join('\n');
    writeFileSync(
      screen,
      `<!doctype html><meta charset="utf-8"><pre style='${style}'>${toHtml(lines)}</pre>`,
    );
    await picture(screen, `summary.${language}.png`, { width: 760, height: 880 });
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

/**
 * @param {string} language
 * @param {readonly string[]} words
 * @param {Record<string, string>} [env]
 * @returns {string} what the command prints
 */
function run(language, words, env = {}) {
  const command = [
    join(ROOT, 'bin', 'bnpl-audit.js'),
    ORDERS,
    '--bills',
    BILL,
    '--no-output',
    '--lang',
    language,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/**
 * @param {string} path of a page
 * @param {string} name of the picture
 * @param {{ width: number, height: number }} viewport
 */
async function picture(path, name, viewport) {
  const page = await browser.newPage({ viewport });
  await page.goto(pathToFileURL(path).href);
  await page.screenshot({ path: join(PICTURES, name) });
  await page.close();
  console.log(`${name} ${readFileSync(join(PICTURES, name)).length} bytes`);
}

/** @param {string} text with the codes of a terminal @returns {string} */
function toHtml(text) {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the codes
  return escaped.replace(/\u001b\[(\d+)m/g, (_, code) => {
    const style = STYLES[code];
    return style === undefined ? '</span>' : `<span style="${style}">`;
  });
}
