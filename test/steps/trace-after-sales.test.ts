// `trace` on an order with after-sales: every row of it, as it is and as it stood on the as-of date.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/command.js';
import { runHere } from '../support/here.js';

const CASE = join(ROOT, 'fixtures', 'cases', '14-pinduoduo-after-sales');
const files = readFileSync(join(CASE, 'args.txt'), 'utf8').trimEnd().split('\n');

async function block(order: string, ...more: string[]): Promise<string> {
  const { code, stdout } = await runHere(['trace', order, ...files, '--lang', 'en', ...more], { cwd: CASE });
  expect(code).toBe(0);
  const from = stdout.indexOf('Rows of the order in the after-sales exports');
  return stdout.slice(from, stdout.indexOf('\n\n', from)).replace(/\s+/g, ' ');
}

describe('trace', () => {
  it('shows what was asked for, when it was agreed to and where it stands', async () => {
    const said = await block('260603-310000000000007');
    expect(said).toContain('2026-06-06 20:00 refund without return refunded 50.00 yuan');
    expect(said).toContain('agreed 2026-06-07 09:30');
    expect(said).toMatch(/row 4$/);
  });

  it('tells a dispute that had not begun from one that had not ended by the as-of date', async () => {
    expect(await block('260701-310000000000031')).toContain('due 2026-07-23 18:00');
    expect(await block('260701-310000000000031', '--as-of', '2026-07-08')).toContain('not counted');
    expect(await block('260603-310000000000009', '--as-of', '2026-07-18')).toContain(
      'still open on the as-of',
    );
  });

  it('says of an order without after-sales that there are none', async () => {
    const named = readFileSync(join(CASE, 'expected', 'annotated.csv'), 'utf8');
    const plain = /(?<=\n[^,]*,)\d{6}-\d{15}/.exec(named)?.[0] ?? '';
    expect(await block(plain)).toContain('do not name this order');
  });
});
