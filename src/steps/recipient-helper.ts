// Has the recipients of a large run read by a second thread while this one reads everything else.

import { MessageChannel, receiveMessageOnPort, type TransferListItem } from 'node:worker_threads';
import { Crowd } from '../core/crowd.js';
import { IdentityLines } from '../core/identity-lines.js';
import type { OrderBook } from '../core/order-book.js';
import { RingFiller } from '../io/shared-ring.js';
import type { CopyWork } from './copy-thread.js';
import type { ExportFile } from './open-exports.js';
import { type RecipientParts, recipientMemory, recipientSource } from './recipient-batches.js';
import type { RecipientTask } from './recipient-thread.js';
import type { ScanTask } from './scan-thread.js';

/** What second threads are for, and what each is given. */
export interface ThreadTasks {
  readonly recipient: RecipientTask;
  readonly copy: CopyWork;
  readonly scan: ScanTask;
}

/** Where second threads come from. */
export interface Threads {
  /** Bytes of all files together from which a thread is worth its start. */
  readonly fromBytes: number;
  /** How many of them may work beside this one at the same time without keeping each other waiting; 1 or more. */
  readonly atOnce: number;
  /** How long a thread may need for a batch, which takes it some milliseconds, before it is given up. */
  readonly patienceMs: number;
  /** Starts a thread for a task; returns what ends it. May throw: then there is none. */
  start<Name extends keyof ThreadTasks>(
    name: Name,
    task: ThreadTasks[Name],
    passed: TransferListItem[],
  ): () => void;
  /** Told of bytes of an input that another thread has dealt with. */
  moved?(bytes: number): void;
}

/** The second thread of a run. */
export interface RecipientHelper {
  readonly ring: RingFiller;
  /** Puts what the thread has found into the book; false when it is lost, and all is to be read again without it. */
  collect(book: OrderBook): boolean;
  stop(): void;
}

/** Starts the thread; null where none can be started. The results are the same without it. */
export function recipientHelper(
  threads: Threads,
  files: readonly ExportFile[],
  isOneShop: boolean,
): RecipientHelper | null {
  const bytes = files.reduce((sum, { opened }) => sum + opened.size, 0);
  const memory = recipientMemory(bytes);
  const { port1, port2 } = new MessageChannel();
  const close = () => port1.close();
  let end: () => void;
  try {
    const sources = files.map(recipientSource);
    end = threads.start('recipient', { memory, sources, isOneShop, answer: port2 }, [port2]);
  } catch {
    close();
    return null;
  }
  const ring = new RingFiller(memory, threads.patienceMs);
  return {
    ring,
    collect(book) {
      ring.end();
      if (!ring.settle()) return false;
      const parts = receiveMessageOnPort(port1)?.message as RecipientParts | undefined;
      if (parts === undefined) return false;
      book.identities = new IdentityLines(parts.identities);
      book.crowd = new Crowd(parts.crowd);
      return true;
    },
    stop() {
      close();
      end();
    },
  };
}
