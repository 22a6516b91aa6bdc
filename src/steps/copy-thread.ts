// A thread that writes a large copy, beside the one that makes its cells.

import { isMainThread, type MessagePort, workerData } from 'node:worker_threads';
import { UserError } from '../core/user-error.js';
import { errorCode, realPort } from '../io/port.js';
import { RingEmptier, type RingMemory } from '../io/shared-ring.js';
import { type CopyTask, writeCopy } from './copy-batches.js';

/** What the thread is given. */
export interface CopyWork {
  readonly memory: RingMemory;
  readonly task: CopyTask;
  /** Takes a `CopyEnd`. */
  readonly answer: MessagePort;
}

/** The bytes that were written, or what stopped it: the system at one of the files, or a file that is another one now. */
export type CopyEnd =
  | { readonly kind: 'written'; readonly bytes: number }
  | { readonly kind: 'failed'; readonly where: 'input' | 'output'; readonly code: string }
  | { readonly kind: 'changed' };

function work({ memory, task, answer }: CopyWork): void {
  const ring = new RingEmptier(memory);
  let where: 'input' | 'output' = 'input';
  let end: CopyEnd | null = null;
  try {
    const bytes = writeCopy(realPort(), task, ring, (at) => {
      where = at;
    });
    end = { kind: 'written', bytes };
  } catch (error) {
    const code = errorCode(error);
    if (code !== undefined) end = { kind: 'failed', where, code };
    else if (error instanceof UserError && error.code === 'file-changed') end = { kind: 'changed' };
    else throw error;
  } finally {
    if (end !== null) answer.postMessage(end);
    ring.finish(end?.kind === 'written');
  }
}

if (!isMainThread) work(workerData as CopyWork);
