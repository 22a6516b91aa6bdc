// Has the files of a large run scanned by a second thread while this one reads the records that it finds.

import type { RecordSpans } from '../io/record-spans.js';
import type { Records } from '../io/record-view.js';
import { recordMemory, SentRecords } from '../io/sent-records.js';
import { RingEmptier } from '../io/shared-ring.js';
import type { ExportFile } from './open-exports.js';
import type { Threads } from './recipient-helper.js';

/** A file that is being scanned. */
export interface ScannedFile {
  readonly records: RecordSpans & Records;
  /** SHA-256 in hex digits; to be asked once, behind the last record. */
  sha256(): string;
}

/** The thread that scans. */
export interface ScanHelper {
  /** The records of the next file; those of the one before have been asked for to the last. */
  records(file: ExportFile): ScannedFile;
  /** Records are missing: all is to be read again without it. */
  readonly isLost: boolean;
  stop(): void;
}

/** Starts the thread; null where none can be started. The results are the same without it. */
export function scanHelper(threads: Threads, files: readonly ExportFile[]): ScanHelper | null {
  const memory = recordMemory(files.reduce((sum, { opened }) => sum + opened.size, 0));
  const sources = files.map(({ opened: { fd, path, size, head }, dialect, match }) => ({
    file: { fd, path, size, head: head.slice(0, dialect.bomBytes) },
    dialect,
    expectedCells: match.names.length,
  }));
  let end: () => void;
  try {
    end = threads.start('scan', { memory, sources }, []);
  } catch {
    return null;
  }
  const ring = new RingEmptier(memory, threads.patienceMs);
  return {
    records({ dialect }) {
      const encoding = dialect.encoding === 'gb18030' ? 'gb18030' : 'utf-8';
      const records = new SentRecords(ring, encoding, (moved) => threads.moved?.(moved));
      return { records, sha256: () => records.sha256 };
    },
    get isLost() {
      return ring.isLost;
    },
    stop: end,
  };
}
