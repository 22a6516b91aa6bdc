// A thread that scans large exports for their records, beside the one that reads what stands in them.

import { createHash } from 'node:crypto';
import { isMainThread, workerData } from 'node:worker_threads';
import { realPort } from '../io/port.js';
import { sendRecords } from '../io/sent-records.js';
import { RingFiller, type RingMemory } from '../io/shared-ring.js';
import { type Dialect, scanFile, type TableFile } from '../io/table.js';

/** A file to be scanned. */
export interface ScanSource {
  readonly file: TableFile;
  readonly dialect: Dialect;
  /** See `RecordScanner.expectedCells`. */
  readonly expectedCells: number;
}

/** What the thread is given. */
export interface ScanTask {
  readonly memory: RingMemory;
  readonly sources: readonly ScanSource[];
}

function work({ memory, sources }: ScanTask): void {
  const ring = new RingFiller(memory, Number.POSITIVE_INFINITY);
  let isDone = false;
  try {
    const port = realPort();
    for (const { file, dialect, expectedCells } of sources) {
      const hash = createHash('sha256');
      const scanner = scanFile(port, file, dialect, { hash });
      scanner.expectedCells = expectedCells;
      sendRecords(scanner, ring, dialect.encoding.startsWith('utf-16'), () => hash.digest('hex'));
    }
    isDone = true;
  } finally {
    // Whatever went wrong here is found again, and told, by who does this work a second time.
    if (isDone) ring.end();
    else ring.fail();
  }
}

if (!isMainThread) work(workerData as ScanTask);
