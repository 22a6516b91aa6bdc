// A thread that reads the recipients of a large run, beside the one that reads everything else.

import { isMainThread, type MessagePort, workerData } from 'node:worker_threads';
import { RingEmptier, type RingMemory } from '../io/shared-ring.js';
import { identify } from '../linkage/identity.js';
import { type RecipientParts, type RecipientSource, readRecipients } from './recipient-batches.js';

/** What the thread is given. */
export interface RecipientTask {
  readonly memory: RingMemory;
  readonly sources: readonly RecipientSource[];
  readonly isOneShop: boolean;
  /** Takes the `RecipientParts`. */
  readonly answer: MessagePort;
}

function work({ memory, sources, isOneShop, answer }: RecipientTask): void {
  const ring = new RingEmptier(memory);
  let isDone = false;
  try {
    const parts = readRecipients(ring, sources, isOneShop, identify);
    answer.postMessage(parts, [...buffersOf(parts)]);
    isDone = true;
  } finally {
    // Whatever went wrong here is found again, and told, by who does this work a second time.
    ring.finish(isDone);
  }
}

/** The memory of all columns: it changes hands, nothing is copied. */
function* buffersOf({ identities, crowd }: RecipientParts): Generator<ArrayBuffer> {
  const { columns, keys, digits } = identities;
  const numbered = keys.flatMap(({ numbers, first }) => [numbers, first]);
  const notes = [...crowd.pieces, ...crowd.buildings.pieces];
  for (const { buffer } of [...Object.values(columns), ...numbered, digits, ...notes]) {
    yield buffer as ArrayBuffer;
  }
}

if (!isMainThread) work(workerData as RecipientTask);
