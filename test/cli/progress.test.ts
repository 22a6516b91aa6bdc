// The line on the terminal and the times: only for people who wait, never in what a run gives.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { describe, expect, it } from 'vitest';
import { Progress } from '../../src/cli/progress.js';
import { writeBenchOrders } from '../bench/make-orders.js';
import { BIN, run, runProcess } from '../support/command.js';
import { scratch } from '../support/scratch.js';
import { ORDERS } from './error-case.js';

const folder = scratch();
const ERASE = '\r\u001b[K';

/** A progress with a clock in hand, and what it drew. */
function made(language: 'zh' | 'en' = 'en', isWanted = true) {
  const clock = { now: 0 };
  const drawn: string[] = [];
  const draw = isWanted ? (text: string) => void drawn.push(text) : null;
  return { clock, drawn, progress: new Progress({ language, now: () => clock.now, draw }) };
}

describe('the line on the terminal', () => {
  it('comes after one second, changes ten times a second at most, and goes without a trace', () => {
    const { clock, drawn, progress } = made();
    progress.phase('read', 1000);
    for (clock.now = 1; clock.now < 1000; clock.now++) progress.moved(0, 'read');
    expect(drawn).toEqual([]);
    progress.clear();
    expect(drawn).toEqual([]);
    for (; clock.now < 1200; clock.now++) progress.moved(1, 'read');
    expect(drawn).toEqual([`${ERASE}reading orders 0%`, `${ERASE}reading orders 10%`]);
    progress.clear();
    progress.clear();
    expect(drawn.slice(2)).toEqual([ERASE]);
  });

  it('names the part at once, with a share of what it reads where it reads', () => {
    const { clock, drawn, progress } = made('zh');
    clock.now = 5000;
    progress.phase('read', 200);
    progress.moved(500, 'written');
    clock.now += 100;
    progress.moved(50, 'read');
    progress.phase('judge', 0);
    progress.phase('write', 10);
    clock.now += 100;
    // A file is read again where its records disagree.
    progress.moved(20, 'read');
    expect(drawn.map((text) => text.replace(ERASE, ''))).toEqual([
      '正在读取订单 0%',
      '正在读取订单 25%',
      '正在判断订单',
      '正在写出结果 0%',
      '正在写出结果 100%',
    ]);
  });

  it('is not drawn where none is wanted', () => {
    const { clock, drawn, progress } = made('en', false);
    clock.now = 5000;
    progress.phase('read', 100);
    progress.moved(10, 'read');
    progress.clear();
    expect(drawn).toEqual([]);
  });

  it('tells the time of each part, and records and MB/s of those that read', () => {
    const { clock, progress } = made();
    progress.phase('read', 50_000_000);
    clock.now = 2000;
    progress.phase('judge', 0);
    clock.now = 2500;
    expect(progress.times({ read: 120_000 })).toBe(
      [
        'Time',
        '  reading orders  2.00 s  50.0 MB  25 MB/s  120,000 records',
        '  judging orders  0.50 s',
        '  in all          2.50 s',
        '',
      ].join('\n'),
    );
  });
});

describe('a run on a terminal', () => {
  /** Everything that the terminal got, both streams. */
  async function onTerminal(cwd: string, args: string) {
    // The orders come late, so that the run is one of some seconds on every machine.
    const command = `(sleep 1.5; cat o.csv) | '${execPath}' '${BIN}' - ${args}`;
    const script = ['-qec', command, '/dev/null'];
    return runProcess('script', script, { cwd, env: { TERM: 'xterm' }, input: '' }).catch(() => null);
  }

  it('of some seconds has a line that is erased before anything else; a pipe and --quiet have none', async ({
    skip,
  }) => {
    const cwd = folder();
    writeBenchOrders(join(cwd, 'o.csv'), 600);
    const shown = await onTerminal(cwd, '--no-output --color never');
    if (shown === null) {
      console.warn('SKIPPED: there is no script command to make a terminal with');
      skip();
    }
    const at = shown!.stdout.indexOf('Pay-later reconciliation');
    const before = shown!.stdout.slice(0, at);
    expect(before).toMatch(/(?:reading|judging|writing) /);
    expect(before.endsWith(ERASE)).toBe(true);
    expect(shown!.stdout.slice(at)).not.toContain(ERASE);
    expect((await onTerminal(cwd, '--no-output --quiet'))?.stdout).toBe('');
    const piped = await run(['o.csv', '--no-output'], { cwd });
    expect({ stderr: piped.stderr, erases: piped.stdout.includes(ERASE) }).toEqual({
      stderr: '',
      erases: false,
    });
  });
});

describe.concurrent('--verbose', () => {
  it('tells times on standard error and nothing more in any file', async ({ expect }) => {
    const [loud, plain] = [folder(), folder()];
    for (const cwd of [loud, plain]) writeFileSync(join(cwd, 'o.csv'), ORDERS);
    const args = ['o.csv', '-o', '-', '--json', 'r.json'];
    const told = await run([...args, '--verbose'], { cwd: loud });
    const untold = await run(args, { cwd: plain });
    expect(told.stdout).toBe(untold.stdout);
    expect(told.stderr).toMatch(/^Time\n {2}opening +\d/m);
    expect(told.stderr).toMatch(/^ {2}reading orders .* MB .* 1 records$/m);
    expect(untold.stderr).not.toMatch(/^Time/m);
    const quiet = await run(['o.csv', '--verbose', '--quiet'], { cwd: loud });
    expect({ out: quiet.stdout, err: quiet.stderr }).toEqual({ out: '', err: '' });
  });
});
