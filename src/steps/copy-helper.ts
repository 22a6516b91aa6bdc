// Has a large copy written by a second thread while this one makes the cells.

import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { Bug } from '../core/bug.js';
import type { RecordMap } from '../core/record-map.js';
import { UserError } from '../core/user-error.js';
import type { Annotation } from '../io/annotate.js';
import { RingFiller } from '../io/shared-ring.js';
import type { StagedFile } from '../io/staged-file.js';
import { CellSender, cellMemory } from './copy-batches.js';
import type { CopyEnd } from './copy-thread.js';
import type { Threads } from './recipient-helper.js';

/** A disk may keep a write waiting for longer than any computing takes: so many times the patience with a thread. */
const DISK_PATIENCE = 12;

/** Bytes of which is told at a time. */
const TOLD_BYTES = 1 << 20;

/** A copy as `annotatedCopy` makes it, of records that are all of a first reading's. */
export interface ThreadedCopy extends Omit<Annotation, 'records' | 'rewrite'> {
  readonly input: { readonly fd: number; readonly path: string; readonly size: number };
  readonly records: RecordMap;
  /** Bytes of the input that were dealt with, about. */
  onMoved(bytes: number): void;
}

/**
 * Fills the staged file with the copy; false where no second thread can be had, and nothing is written. Throws as
 * writing and reading do, and `Bug` when the thread is lost: the file is given up then.
 */
export function copyInThread(threads: Threads | undefined, file: StagedFile, copy: ThreadedCopy): boolean {
  if (threads === undefined || copy.input.size < threads.fromBytes) return false;
  const { fd, path, size } = copy.input;
  const { dialect, width, addBom, delimiter, records } = copy;
  const memory = cellMemory(size);
  const { port1, port2 } = new MessageChannel();
  let stop: (() => void) | null = null;
  try {
    file.fill((output) => {
      const task = {
        input: { fd, path, size },
        output,
        dialect,
        records: records.parts(),
        width,
        addBom,
        delimiter,
      };
      try {
        stop = threads.start('copy', { memory, task, answer: port2 }, [port2]);
      } catch {
        return 0;
      }
      const ring = new RingFiller(memory, threads.patienceMs * DISK_PATIENCE);
      const sender = new CellSender(ring);
      let moved = 0;
      for (let i = 0; i < records.size && sender.add(copy.cellsFor(i)); i++) {
        moved += records.length(i);
        if (moved < TOLD_BYTES) continue;
        copy.onMoved(moved);
        moved = 0;
      }
      copy.onMoved(moved);
      sender.pass();
      ring.end();
      ring.settle();
      const end = receiveMessageOnPort(port1)?.message as CopyEnd | undefined;
      if (end?.kind === 'written') return end.bytes;
      if (end === undefined) throw new Bug('copy', '', 0, new Error('the thread is lost'));
      if (end.kind === 'input') throw new UserError(end.code, end.facts);
      throw Object.assign(new Error(end.code), { code: end.code });
    });
  } finally {
    port1.close();
    (stop as (() => void) | null)?.();
  }
  return stop !== null;
}
