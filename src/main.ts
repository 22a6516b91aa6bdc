// The process: arguments, environment, streams, signals, the clock and the exit code. Nothing else of the program knows them.
//
// The command works in a thread of its own, and the first thread waits. Reading and judging keep a thread busy for
// seconds on end, and a busy thread hears no signal: the waiting one does, stops the work between two calls of the
// system, and removes what stands about half done. It costs the start-up some 25 ms.

import { fstatSync, readFileSync, readSync, rmdirSync, unlinkSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import {
  isMainThread,
  type MessagePort,
  parentPort,
  type TransferListItem,
  Worker,
  workerData,
} from 'node:worker_threads';
import { ERASE } from './cli/erase.js';
import { EXIT } from './cli/exit.js';
import { interruptedText } from './cli/language.js';
import type { OutputStream } from './cli/world.js';
import { Bug } from './core/bug.js';
import { PORT_STATE, watchedPort } from './io/watched-port.js';
import type { ThreadTasks } from './steps/recipient-helper.js';

/** Signals that end a run in order, with the exit codes that shells give them. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof SIGNALS;
/** How long files that are moving to their places are waited for: a place held by Excel is tried for 2 s. */
const PLACING_MS = 3000;
/** How long the working thread is waited for: a call of the system may hold it. */
const ENDING_MS = 1500;
/** How long a full pipe that nobody reads may hold this thread then; a machine that is busy takes most of a second to end a run in order. */
const STUCK_MS = 1500;
/** From so many bytes on a second thread is worth its start of some 40 ms, and how long it may be silent. */
const LARGE_BYTES = 32 << 20;
const THREAD_MS = 10_000;
/**
 * Room for what lives only while an order is looked at. In the usual 48 MiB a large run spends some percent of its time
 * on moving about what is not dead yet; in twice as much as this it is no faster and takes 60 MiB more. What a small run
 * does not need is never touched.
 */
const YOUNG_MIB = 96;
const STREAMS = ['stdout', 'stderr'] as const;

/** What the working thread is given. */
interface Given {
  readonly state: Int32Array;
  /** Where it was started. */
  readonly folder: string;
  readonly streams: Readonly<Record<(typeof STREAMS)[number], Omit<OutputStream, 'write'>>>;
}

/** From the working thread. */
type Report =
  | { readonly kind: 'write'; readonly stream: (typeof STREAMS)[number]; readonly chunk: string | Uint8Array }
  | { readonly kind: 'temporary'; readonly path: string; readonly stands: boolean }
  | { readonly kind: 'done'; readonly code: number };

/** Answer to a `write`, in the order of writes of that stream: null, or the system's code of what failed. */
interface Written {
  readonly stream: (typeof STREAMS)[number];
  readonly failure: string | null;
}

/** Starts the work, passes its output on, and ends it when a signal comes. Returns the exit code. */
async function attend(): Promise<number> {
  const state = new Int32Array(new SharedArrayBuffer(4));
  /** What may stand about half done, in the order in which it came: a folder before the file in it. */
  const temporary = new Set<string>();
  let signal: NodeJS.Signals | undefined;
  let isDone = false;

  for (const stream of STREAMS) process[stream].on('error', () => {});
  const facts = (stream: NodeJS.WriteStream) => ({
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
    hasColours: stream.isTTY === true && stream.hasColors(),
  });
  const isFile = { stdout: isWrittenHere('stdout'), stderr: isWrittenHere('stderr') };
  const folder = workingFolder();
  const given: Given = {
    state,
    folder,
    streams: { stdout: facts(process.stdout), stderr: facts(process.stderr) },
  };
  const worker = new Worker(new URL(import.meta.url), {
    argv: process.argv.slice(2),
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB(), maxYoungGenerationSizeMb: YOUNG_MIB },
  });
  const ended = new Promise<number>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (signal === undefined) reject(new Error(`the working thread ended with ${code}`));
      else resolve(code);
    });
    worker.on('message', (report: Report) => {
      if (report.kind === 'temporary') {
        if (report.stands) temporary.add(report.path);
        else temporary.delete(report.path);
      } else if (report.kind === 'done') {
        isDone = true;
        resolve(report.code);
      } else if (signal === undefined) {
        const { stream, chunk } = report;
        const answer = (error?: Error | null): void => {
          const failure = error ? ('code' in error ? String(error.code) : error.name) : null;
          worker.postMessage({ stream, failure } satisfies Written);
        };
        if (isFile[stream]) answer(failureOf(() => writeWhole(process[stream].fd, chunk)));
        else process[stream].write(chunk, answer);
      }
    });
  });

  const stopped = new Promise<number>((resolve) => {
    const stop = async (name: NodeJS.Signals): Promise<void> => {
      // Ctrl-C under npx comes twice: once from the terminal, once passed on.
      // And what is done, to the last written file and line, is not stopped any more.
      if (signal !== undefined || isDone) return;
      signal = name;
      const stopsAt = (place: number): boolean =>
        Atomics.compareExchange(state, 0, place, PORT_STATE.stopped) === place;
      let isUntouched = false;
      for (let waited = 0; waited < PLACING_MS; waited += 5) {
        isUntouched = stopsAt(PORT_STATE.free);
        if (isUntouched || stopsAt(PORT_STATE.placed)) break;
        await pause(5);
      }
      await Promise.race([worker.terminate(), pause(ENDING_MS, undefined, { ref: false })]);
      // Where a thread hangs in the system, or a full pipe is read by nobody, only the signal itself ends the process.
      const end = (): void => {
        process.removeAllListeners(name);
        process.kill(process.pid, name);
      };
      setTimeout(end, STUCK_MS).unref();
      removeAll(temporary);
      sayNow(`${process.stderr.isTTY ? ERASE : ''}${interruptedText(host(), isUntouched)}`);
      resolve(SIGNALS[name as Signal]);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });

  try {
    return await Promise.race([stopped, ended.then((code) => (signal === undefined ? code : stopped))]);
  } catch (error) {
    removeAll(temporary);
    const { crashText } = await import('./cli/run.js');
    const isFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    sayNow(crashText(new Bug(isFull ? 'memory' : 'thread', '', 0, error), host()));
    return EXIT.bug;
  }
}

/** Files, and folders with nothing in them, the last one first. */
function removeAll(paths: Iterable<string>): void {
  for (const path of [...paths].reverse()) {
    for (const removeSync of [unlinkSync, rmdirSync]) {
      try {
        removeSync(path);
      } catch {
        // It is gone, or somebody put something there.
      }
    }
  }
}

/** To standard error without waiting, for whoever reads it still. */
function sayNow(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // The exit code tells.
  }
}

/** What both threads know of where they run. */
function host() {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return {
    argv: process.argv.slice(2),
    env: process.env,
    systemLocale: Intl.DateTimeFormat().resolvedOptions().locale,
    isWindows: process.platform === 'win32',
    version: (JSON.parse(manifest) as { version: string }).version,
  };
}

/** Starts a thread beside the working one; it goes when that one goes. */
function startThread<Name extends keyof ThreadTasks>(
  name: Name,
  task: ThreadTasks[Name],
  passed: TransferListItem[],
): () => void {
  const thread = new Worker(new URL(`./steps/${name}-thread.js`, import.meta.url), {
    workerData: task,
    transferList: passed,
    // What it makes is either kept for long, outside of these limits, or gone at once.
    resourceLimits: { maxOldGenerationSizeMb: heapMiB(), maxYoungGenerationSizeMb: 12 },
  });
  // Who waits for its answer finds out by itself that there is none.
  thread.on('error', () => {}).unref();
  return () => void thread.terminate();
}

/** A thread has less memory than a process otherwise. */
function heapMiB(): number {
  return Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20);
}

/** The folder in which the command was started; the shell's name for it where it has been removed meanwhile. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    // No thread starts in a folder that is gone.
    process.chdir('/');
    return resolve('/', process.env['PWD'] ?? '');
  }
}

/** True for a stream that leads to a file or a device: Node takes no notice when the system takes a part of a write. */
function isWrittenHere(stream: (typeof STREAMS)[number]): boolean {
  try {
    const facts = fstatSync(process[stream].fd);
    return !process[stream].isTTY && (facts.isFile() || facts.isCharacterDevice());
  } catch {
    return false;
  }
}

/** Writes all of it, or throws. */
function writeWhole(fd: number, chunk: string | Uint8Array): void {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  for (let done = 0; done < bytes.length; ) {
    const taken = writeSync(fd, bytes, done);
    if (taken === 0) throw Object.assign(new Error('nothing written'), { code: 'EIO' });
    done += taken;
  }
}

/** What an action throws; null when it goes well. */
function failureOf(action: () => void): Error | null {
  try {
    action();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Does the work. */
async function work(first: MessagePort): Promise<void> {
  const [{ run }, { UserError }, { realPort }, { spoolStandardInput }] = await Promise.all([
    import('./cli/run.js'),
    import('./core/user-error.js'),
    import('./io/port.js'),
    import('./io/spool.js'),
  ]);
  const { state, folder, streams } = workerData as Given;
  const tell = (report: Report) => first.postMessage(report);
  const pending: Record<(typeof STREAMS)[number], ((failure: string | null) => void)[]> = {
    stdout: [],
    stderr: [],
  };
  first.on('message', ({ stream, failure }: Written) => pending[stream].shift()?.(failure));
  const outputStream = (stream: (typeof STREAMS)[number]): OutputStream => ({
    ...streams[stream],
    write: (chunk) =>
      new Promise((resolve, reject) => {
        pending[stream].push((failure) => {
          if (failure === null) resolve();
          else {
            const quietly = failure === 'EPIPE' ? 1 : 0;
            reject(new UserError('stdout-closed', { quietly, reason: failure }));
          }
        });
        // A view of a larger buffer would take all of it along.
        tell({ kind: 'write', stream, chunk: typeof chunk === 'string' ? chunk : new Uint8Array(chunk) });
      }),
  });
  let moved: (bytes: number, direction: 'read' | 'written') => void = () => {};
  const port = watchedPort(realPort(), {
    state,
    temporary: (path, stands) => tell({ kind: 'temporary', path, stands }),
    moved: (bytes, direction) => moved(bytes, direction),
  });
  const code = await run({
    ...host(),
    now: () => performance.now(),
    place: {
      port,
      folder,
      spool: () => spoolStandardInput(port, (buffer) => readSync(0, buffer), tmpdir()),
      threads: {
        fromBytes: LARGE_BYTES,
        atOnce: Math.max(1, availableParallelism() - 1),
        patienceMs: THREAD_MS,
        start: startThread,
        moved: (bytes) => moved(bytes, 'read'),
      },
    },
    stdout: outputStream('stdout'),
    stderr: outputStream('stderr'),
    drawNow: sayNow,
    onMoved: (listener) => {
      moved = listener;
    },
  });
  tell({ kind: 'done', code });
  first.close();
}

if (isMainThread || parentPort === null) process.exitCode = await attend();
else await work(parentPort);
