// Hashes of open files, taken piece by piece.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FileHashes } from '../../src/io/file-hashes.js';
import { realPort } from '../../src/io/port.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();

it('are those of the whole files, however many pieces were taken before they are asked for', () => {
  const port = realPort();
  const cwd = folder();
  const contents = [
    Buffer.alloc(0),
    Buffer.from('订单号'),
    Buffer.alloc((1 << 19) + 3, 'ab'),
    Buffer.alloc(1 << 18),
  ];
  const fds = contents.map((bytes, i) => {
    writeFileSync(join(cwd, `${i}`), bytes);
    return port.openSync(join(cwd, `${i}`), 'r');
  });
  const wanted = contents.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  for (const steps of [0, 1, 4, 100]) {
    const hashes = new FileHashes(port, fds);
    const left = Array.from({ length: steps }, () => hashes.step());
    expect(hashes.digests()).toEqual(wanted);
    expect(hashes.step()).toBe(false);
    // Some dozen pieces are all there are.
    expect(left.at(-1) ?? true).toBe(steps < 100);
  }
  for (const fd of fds) port.closeSync(fd);
});
