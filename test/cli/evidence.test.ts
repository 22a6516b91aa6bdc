// The evidence pack as the command writes it: what is in it, what is not, the same bytes again, nothing of others replaced.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, it } from 'vitest';
import { ROOT, run } from '../support/command.js';
import { scratch } from '../support/scratch.js';
import { CANARIES, TRACED, writeShop } from '../support/traced-shop.js';

const folder = scratch();
const ORDERS = join(ROOT, 'fixtures', 'demo', 'shopA_orders_export2026-07-20-10-09-23.csv');
const BILL = join(ROOT, 'fixtures', 'other', 'pdd-mall-bill-detail(100200300)_2026-07-20-10-09-55_2175.csv');
const ORDER = '260523-406811404490696';

interface Manifest {
  readonly orders: readonly string[];
  readonly revealed: boolean;
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

const manifestOf = (at: string, name = '0-清单.json') =>
  JSON.parse(readFileSync(join(at, name), 'utf8')) as Manifest;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.concurrent('an evidence pack', () => {
  it('is a folder with the order, its proof, what is still to be added, and a manifest of all of it', async ({
    expect,
  }) => {
    const cwd = folder();
    const { code, stdout, stderr } = await run(
      ['evidence', ORDER, ORDERS, '--bills', BILL, '-o', 'pack', '--lang', 'zh'],
      { cwd },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(join(cwd, 'pack'));
    const at = join(cwd, 'pack');
    const manifest = manifestOf(at);
    expect(manifest.orders).toEqual([ORDER]);
    expect(manifest.inputs.map(({ sha256: told }) => told)).toEqual(
      [ORDERS, BILL].map((path) => sha256(readFileSync(path))),
    );
    for (const { path, sha256: told } of manifest.files) {
      expect(sha256(readFileSync(join(at, path))), path).toBe(told);
      if (process.platform !== 'win32') expect(statSync(join(at, path)).mode & 0o777).toBe(0o600);
    }
    const page = readFileSync(join(at, '2-订单核对.html'), 'utf8');
    for (const told of [
      ORDER,
      'YT3916517481854',
      '2026-05-01 至 2026-07-19 没有这单的交易收入',
      '3,199.00',
      '第 53 行',
    ]) {
      expect(page).toContain(told);
    }
    const ticket = readFileSync(join(at, '1-工单文字.txt'), 'utf8').split('\r\n').at(-2)!;
    expect(stdout.replaceAll('\n', '')).toContain(ticket);
    expect(existsSync(join(at, '9-物流轨迹', '放什么.txt'))).toBe(true);
  });

  it('is the same bytes in every zone and locale, as a folder and as a ZIP file', async ({ expect }) => {
    const made = new Set<string>();
    for (const env of [
      { TZ: 'Asia/Shanghai', LC_ALL: 'C' },
      { TZ: 'America/New_York', LC_ALL: 'zh_CN.UTF-8' },
    ]) {
      const cwd = folder();
      const words = ['evidence', ORDER, ORDERS, '--bills', BILL, '--lang', 'en'];
      expect((await run([...words, '-o', 'pack.zip'], { cwd, env })).code).toBe(0);
      expect((await run([...words, '-o', 'pack'], { cwd, env })).code).toBe(0);
      const zip = readFileSync(join(cwd, 'pack.zip'));
      made.add(zip.toString('base64'));
      const entries = unzipSync(zip);
      const { files } = manifestOf(join(cwd, 'pack'), '0-manifest.json');
      expect(Object.keys(entries).sort()).toEqual(
        ['0-manifest.json', ...files.map(({ path }) => path)].sort(),
      );
      for (const [path, bytes] of Object.entries(entries)) {
        expect(Buffer.from(bytes).equals(readFileSync(join(cwd, 'pack', path))), path).toBe(true);
      }
    }
    expect(made.size).toBe(1);
  });

  it('keeps what the shop has put into it, and never takes the place of somebody else’s file', async ({
    expect,
  }) => {
    const cwd = folder();
    const words = ['evidence', ORDER, ORDERS, '--bills', BILL, '-o'];
    expect((await run([...words, 'pack', '--lang', 'zh'], { cwd })).code).toBe(0);
    const shot = join(cwd, 'pack', '7-订单页', '截图.png');
    writeFileSync(shot, 'mine');
    expect((await run([...words, 'pack', '--lang', 'zh'], { cwd })).code).toBe(0);
    expect(readFileSync(shot, 'utf8')).toBe('mine');
    const page = join(cwd, 'pack', '2-订单核对.html');
    writeFileSync(page, '<!doctype html>mine');
    const refused = await run([...words, 'pack', '--lang', 'zh'], { cwd });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(page);
    expect(readFileSync(page, 'utf8')).toBe('<!doctype html>mine');
    writeFileSync(join(cwd, 'x.zip'), 'PK mine');
    expect((await run([...words, 'x.zip'], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, 'x.zip'), 'utf8')).toBe('PK mine');
    expect((await run([...words, 'x.zip', '--force'], { cwd })).code).toBe(0);
    // Our own is replaced.
    expect((await run([...words, 'x.zip'], { cwd })).code).toBe(0);
  });

  it('of a group has a folder for each order with something to claim, and what links them', async ({
    expect,
  }) => {
    const shop = folder();
    const files = writeShop(shop);
    const given = [...files.orders, '--bills', files.bills[0]!, '--as-of', '2026-07-20'];
    const { code, stdout, stderr } = await run(['evidence', 'G1', ...given, '-o', 'g1', '--lang', 'zh'], {
      cwd: shop,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { orders } = manifestOf(join(shop, 'g1'));
    expect(orders).toEqual(expect.arrayContaining([...TRACED.ring]));
    expect(orders).toEqual([...orders].sort());
    orders.forEach((order, i) => {
      const name = join(shop, 'g1', String(i + 1).padStart(2, '0'), '3-订单数据.csv');
      const text = readFileSync(name, 'utf8');
      expect(text).toContain(order);
      for (const other of orders) if (other !== order) expect(text).not.toContain(other);
    });
    for (const { path } of manifestOf(join(shop, 'g1')).files) {
      const text = readFileSync(join(shop, 'g1', path), 'utf8');
      for (const canary of CANARIES) expect(text, path).not.toContain(canary);
    }
    const clear = ['evidence', orders[0]!, ...given, '-o', 'clear', '--lang', 'zh', '--reveal'];
    expect((await run(clear, { cwd: shop })).code).toBe(0);
    expect(manifestOf(join(shop, 'clear')).revealed).toBe(true);
    expect(readFileSync(join(shop, 'clear', '3-订单数据.csv'), 'utf8')).toContain('19912345678');
    const links = readFileSync(join(shop, 'g1', '0-几单的关联.txt'), 'utf8');
    expect(links).toContain('不等于同一个人');
    expect(stdout).not.toContain('可以粘贴');
  });

  it('needs its folder to have one above it', async ({ expect }) => {
    const cwd = folder();
    mkdirSync(join(cwd, 'there'));
    expect((await run(['evidence', ORDER, ORDERS, '-o', 'there/pack'], { cwd })).code).toBe(0);
    const { code, stderr } = await run(['evidence', ORDER, ORDERS, '-o', 'not/there'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('output-not-writable');
  });
});
