// The watch over the file port: it knows of everything that may stand about half done, and stops at no bad moment.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FilePort } from '../../src/io/port.js';
import { commitAll, type StagedFile, stageFile } from '../../src/io/staged-file.js';
import { PORT_STATE, watchedPort } from '../../src/io/watched-port.js';
import { faultyPort, soundPort } from '../support/faulty-port.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const OPTIONS = { mode: 0o600, mayReplace: () => true, inputs: [], force: false };

/** A watched port, what it told to stand, and the cell that stops it. */
function watched(inner: FilePort = soundPort()) {
  const state = new Int32Array(new SharedArrayBuffer(4));
  const standing = new Set<string>();
  const moved = { read: 0, written: 0 };
  const port = watchedPort(inner, {
    state,
    temporary: (path, stands) => void (stands ? standing.add(path) : standing.delete(path)),
    moved: (bytes, direction) => {
      moved[direction] += bytes;
    },
  });
  return { port, state, standing, moved };
}

/** A file with a few bytes on its way. */
function staged(port: FilePort, path: string): StagedFile {
  const file = stageFile(port, path, OPTIONS);
  file.write(Buffer.from('new'));
  return file;
}

describe('the watch over the file port', () => {
  it('tells of a temporary file before it comes to be, and that it is in its place or gone', () => {
    const dir = folder();
    const { port, standing, moved } = watched();
    const known: boolean[] = [];
    const told = { ...port, openSync: (...all: Parameters<FilePort['openSync']>) => port.openSync(...all) };
    const placed = staged(told, join(dir, 'a'));
    const given = staged(told, join(dir, 'b'));
    known.push(...readdirSync(dir).map((name) => standing.has(join(dir, name))));
    expect(known).toEqual([true, true]);
    placed.commit();
    expect(readdirSync(dir).filter((name) => standing.has(join(dir, name)))).toHaveLength(1);
    given.abort();
    expect([...standing]).toEqual([]);
    expect(readdirSync(dir)).toEqual(['a']);
    expect(moved.written).toBe(6);
  });

  it.each([1, 2, 3])('takes back a file that could not be made, and a folder (fault %i)', (nth) => {
    const dir = folder();
    let opened = 0;
    const inner = faultyPort((_, name) => (name === 'openSync' && ++opened === nth ? 'EACCES' : undefined));
    const { port, standing } = watched(inner);
    const path = join(dir, 'new', 'a');
    try {
      const file = stageFile(port, path, { ...OPTIONS, makeFolder: true });
      file.write(Buffer.from('new'));
      file.commit();
      expect(nth).toBeGreaterThan(1);
    } catch {
      expect(existsSync(join(dir, 'new'))).toBe(false);
      expect([...standing]).toEqual([]);
    }
  });

  it('never names what it did not make', () => {
    const dir = folder();
    const { port, standing } = watched();
    writeFileSync(join(dir, 'a'), 'old');
    expect(() => port.openSync(join(dir, 'a'), 'wx', 0o600)).toThrow(/EEXIST/);
    expect(() => port.mkdirSync(dir)).toThrow(/EEXIST/);
    expect([...standing]).toEqual([]);
  });

  it('is not free while files move to their places, and behind the last it knows that they were placed', () => {
    const dir = folder();
    const seen: number[] = [];
    const inner = soundPort();
    const { port, state } = watched({
      ...inner,
      renameSync: (from, to) => {
        inner.renameSync(from, to);
        seen.push(Atomics.load(state, 0));
      },
    });
    commitAll([staged(port, join(dir, 'a')), staged(port, join(dir, 'b'))]);
    expect(seen).toEqual([PORT_STATE.placing, PORT_STATE.placing]);
    expect(Atomics.load(state, 0)).toBe(PORT_STATE.placed);
    commitAll([staged(port, join(dir, 'c'))]);
    expect(seen).toEqual([PORT_STATE.placing, PORT_STATE.placing, PORT_STATE.placing]);
    expect(Atomics.load(state, 0)).toBe(PORT_STATE.placed);
  });

  it('is free again where the last place was refused', () => {
    const dir = folder();
    const { port, state, standing } = watched(
      faultyPort((_, name) => (name === 'renameSync' ? 'EBUSY' : undefined)),
    );
    expect(() => commitAll([staged(port, join(dir, 'a')), staged(port, join(dir, 'b'))])).toThrow();
    expect(Atomics.load(state, 0)).toBe(PORT_STATE.free);
    expect([...standing]).toEqual([]);
    expect(readdirSync(dir)).toEqual([]);
  });

  it('makes and moves nothing once it is stopped', () => {
    const dir = folder();
    const { port, state, standing } = watched();
    const file = staged(port, join(dir, 'a'));
    Atomics.store(state, 0, PORT_STATE.stopped);
    expect(() => staged(port, join(dir, 'b'))).toThrow('stopped');
    expect(() => port.mkdirSync(join(dir, 'd'))).toThrow('stopped');
    expect(() => file.commit()).toThrow('stopped');
    expect(readdirSync(dir)).toEqual([]);
    expect([...standing]).toEqual([]);
    expect(Atomics.load(state, 0)).toBe(PORT_STATE.stopped);
  });
});
