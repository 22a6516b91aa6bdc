// Ctrl-C and the system's wish to end, at any moment: no half file, nothing left about, old files whole, the right code.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { platform } from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeBenchOrders } from '../bench/make-orders.js';
import { filesIn, run } from '../support/command.js';
import { createRandom } from '../support/random.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const ENDS = { SIGINT: 130, SIGTERM: 143 } as const;
const OUTPUTS = ['o.audited.csv', 'r.json', 'x.csv'];
const ARGS = ['o.csv', '--json', 'r.json', '--rejects', 'x.csv', '--quiet'];

/** True the first time that the condition holds, and never again: one signal is sent. */
function once(condition: () => boolean): () => boolean {
  let isOver = false;
  return () => {
    if (isOver || !condition()) return false;
    isOver = true;
    return true;
  };
}

describe.skipIf(platform === 'win32')('a run that a signal ends', () => {
  const cwd = folder();
  let takes = 0;
  const whole = new Map<string, Buffer>();
  const old = new Map<string, Buffer>();

  beforeAll(async () => {
    writeBenchOrders(join(cwd, 'o.csv'), 20_000);
    const begun = performance.now();
    expect((await run([...ARGS, '--lang', 'zh'], { cwd })).code).toBe(0);
    takes = performance.now() - begun;
    for (const name of OUTPUTS) {
      const bytes = readFileSync(join(cwd, name));
      whole.set(name, bytes);
      // Shorter, and still known as ours.
      old.set(name, Buffer.concat([bytes.subarray(0, 3000), Buffer.from('old')]));
    }
  });

  it('at twelve moments has its code, its message, and every file old or every file new', async () => {
    const random = createRandom(20);
    const ends = new Set<number | null>();
    for (let i = 0; i < 12; i++) {
      for (const [name, bytes] of old) writeFileSync(join(cwd, name), bytes);
      const signal = random.pick(['SIGINT', 'SIGTERM'] as const);
      const language = random.pick(['zh', 'en'] as const);
      // From well within the start-up to a little past the usual end.
      const begun = performance.now();
      const at = begun + 150 + (i / 11) * takes;
      const kill = { signal, when: once(() => performance.now() >= at) };
      const ended = await run([...ARGS, '--lang', language], { cwd, kill });
      const states = new Set(
        OUTPUTS.map((name) => {
          const bytes = readFileSync(join(cwd, name));
          if (bytes.equals(old.get(name)!)) return 'old';
          return language === 'zh' && !bytes.equals(whole.get(name)!) ? 'torn' : 'new';
        }),
      );
      const told = language === 'zh' ? /^已停止，[^\n]*\n$/ : /^Stopped\. [^\n]*\n$/;
      // On a busy machine a signal comes before the command has begun, or the command cannot stop in time: then the
      // system ends it, with or without its last words.
      const bySystem = ended.signal === signal;
      expect(bySystem ? [null] : [ENDS[signal], 0]).toContain(ended.code);
      if (!bySystem || ended.stderr !== '') expect(ended.stderr).toMatch(ended.code === 0 ? /^$/ : told);
      expect([...states], `${signal} at moment ${i}`).toHaveLength(1);
      expect([...states][0]).not.toBe('torn');
      if (ended.code === 0) expect([...states]).toEqual(['new']);
      if (!bySystem) expect(filesIn(cwd)).toEqual([...OUTPUTS, 'o.csv'].sort());
      ends.add(ended.code);
    }
    expect(ends).toContain(130);
    expect(ends).toContain(143);
  });

  it('leaves no folder that it had made', async () => {
    const dir = folder();
    writeBenchOrders(join(dir, 'o.csv'), 20_000);
    const when = once(() => filesIn(dir).includes('results'));
    const { code } = await run(['o.csv', '-o', 'results/'], { cwd: dir, kill: { signal: 'SIGTERM', when } });
    expect(code).toBe(143);
    expect(filesIn(dir)).toEqual(['o.csv']);
  });
});
