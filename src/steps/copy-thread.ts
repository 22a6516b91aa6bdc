// A thread that writes a large copy, beside the one that makes its cells.

import { isMainThread, type MessagePort, workerData } from 'node:worker_threads';
import { UserError, type UserErrorCode } from '../core/user-error.js';
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

/** The bytes that were written, or what stopped it: something about the input, or the system at the output. */
export type CopyEnd =
  | { readonly kind: 'written'; readonly bytes: number }
  | { readonly kind: 'input'; readonly code: UserErrorCode; readonly facts: UserError['facts'] }
  | { readonly kind: 'output'; readonly code: string };

function work({ memory, task, answer }: CopyWork): void {
  const ring = new RingEmptier(memory);
  let end: CopyEnd | null = null;
  try {
    end = { kind: 'written', bytes: writeCopy(realPort(), task, ring) };
  } catch (error) {
    const code = errorCode(error);
    if (error instanceof UserError) end = { kind: 'input', code: error.code, facts: error.facts };
    else if (code !== undefined) end = { kind: 'output', code };
    else throw error;
  } finally {
    if (end !== null) answer.postMessage(end);
    ring.finish(end?.kind === 'written');
  }
}

if (!isMainThread) work(workerData as CopyWork);
