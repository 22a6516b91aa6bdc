// A mistake of ours behind the first staged file: no temporary file, no folder, no half of the outputs is left.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import { ORDERS } from '../cli/error-case.js';
import { soundPort } from '../support/faulty-port.js';
import { scratch } from '../support/scratch.js';
import { below } from './scenes.js';

const folder = scratch();

it('in the summary, when the copy is written already', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'o.csv'), ORDERS);
  const port = soundPort();
  const place = {
    port,
    folder: cwd,
    spool: () => {
      throw new Error('no standard input here');
    },
    stdout: async () => {},
  };
  // Looked at when everything is judged and the copy is on the disk.
  const control = {
    get orders(): number {
      expect(below(cwd).filter((name) => name.endsWith('.tmp'))).toHaveLength(1);
      throw new TypeError('a bug');
    },
    fen: null,
  };
  const run = audit(place, { orders: ['o.csv'], output: 'new/', control });
  await expect(run).rejects.toThrow(new TypeError('a bug'));
  expect(below(cwd)).toEqual(['o.csv']);
  expect([...port.open]).toEqual([]);
});
