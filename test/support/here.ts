// Runs the command within the test's own process: the same code from arguments to exit code, without a process' start.
import { tmpdir } from 'node:os';
import { platform } from 'node:process';
import { run } from '../../src/cli/run.js';
import type { OutputStream } from '../../src/cli/world.js';
import { type FilePort, realPort } from '../../src/io/port.js';
import { spoolStandardInput } from '../../src/io/spool.js';
import type { Threads } from '../../src/steps/recipient-helper.js';
import type { Outcome } from './command.js';

export interface HereOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The real one without it. */
  readonly port?: FilePort;
  /** What comes through standard input; nothing without it. */
  readonly input?: Uint8Array;
  /** Where standard input is kept meanwhile. */
  readonly temp?: string;
  /** None without them. */
  readonly threads?: Threads;
}

/** Runs `bnpl-audit` with these arguments in that folder, with pipes for outputs. */
export async function runHere(
  args: readonly string[],
  { cwd, env = {}, port = realPort(), input = new Uint8Array(), temp = tmpdir(), threads }: HereOptions,
): Promise<Outcome> {
  const out: Uint8Array[] = [];
  const err: Uint8Array[] = [];
  const pipe = (chunks: Uint8Array[]): OutputStream => ({
    isTerminal: false,
    columns: undefined,
    hasColours: false,
    write: async (chunk) => void chunks.push(Buffer.from(chunk as string)),
  });
  let given = 0;
  const readChunk = (buffer: Uint8Array): number => {
    const chunk = input.subarray(given, given + buffer.length);
    buffer.set(chunk);
    given += chunk.length;
    return chunk.length;
  };
  const code = await run({
    argv: args,
    env: { LC_ALL: 'C', ...env },
    systemLocale: 'en-US',
    isWindows: platform === 'win32',
    version: '0.0.0',
    place: {
      port,
      folder: cwd,
      spool: () => spoolStandardInput(port, readChunk, temp),
      ...(threads === undefined ? {} : { threads }),
    },
    stdout: pipe(out),
    stderr: pipe(err),
    now: () => 0,
    drawNow: () => {},
    onMoved: () => {},
  });
  const bytes = Buffer.concat(out);
  const stderr = Buffer.concat(err).toString('utf8');
  return { code, signal: null, stdout: bytes.toString('utf8'), stderr, bytes };
}
