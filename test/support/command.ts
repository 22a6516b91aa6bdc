// Runs the command as a process of its own, in an environment that holds nothing of the host's but what is given.
import { spawn } from 'node:child_process';
import { closeSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execPath, env as hostEnv } from 'node:process';

export const ROOT = join(import.meta.dirname, '..', '..');
export const BIN = join(ROOT, 'bin', 'bnpl-audit.js');

export interface RunOptions {
  readonly cwd?: string;
  /** Added to a bare environment; English by default. */
  readonly env?: Readonly<Record<string, string>>;
  /** Written to standard input; without it there is none. */
  readonly input?: Uint8Array | string;
  /** An open descriptor in place of the pipe; closed when the process has ended. */
  readonly stdout?: number;
  /** Words before `node`, such as `['unshare', '-n']`. */
  readonly through?: readonly string[];
  /** Another command file than the project's. */
  readonly bin?: string;
  /** Ends the process by that signal as soon as the time has come: asked every few milliseconds. */
  readonly kill?: { readonly signal: NodeJS.Signals; when(): boolean };
}

export interface Outcome {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly bytes: Buffer;
}

const BARE_ENV: Readonly<Record<string, string>> = {
  PATH: hostEnv['PATH'] ?? '',
  LC_ALL: 'C',
};

/** Runs `bnpl-audit` with these arguments. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const [command = '', ...words] = [...(options.through ?? []), execPath, options.bin ?? BIN, ...args];
  return runProcess(command, words, options);
}

/** Runs any command in the bare environment. */
export function runProcess(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...BARE_ENV, ...options.env },
      stdio: [options.input === undefined ? 'ignore' : 'pipe', options.stdout ?? 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    // A command that ends before it has read everything closes the pipe: that is its right.
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input);
    const { kill } = options;
    const timer = setInterval(() => {
      if (kill?.when()) child.kill(kill.signal);
    }, 2);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(timer);
      if (options.stdout !== undefined) closeSync(options.stdout);
      const bytes = Buffer.concat(out);
      const stderr = Buffer.concat(err).toString('utf8');
      resolve({ code, signal, stdout: bytes.toString('utf8'), stderr, bytes });
    });
  });
}

/** Names in a folder and below it, in order: what a run left behind. */
export function filesIn(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    found.push(entry.name);
    if (!entry.isDirectory()) continue;
    found.push(...filesIn(join(folder, entry.name)).map((name) => `${entry.name}/${name}`));
  }
  return found.sort();
}

/** Does the jobs, a few at a time. */
export async function each<T>(
  items: readonly T[],
  job: (item: T) => Promise<void>,
  abreast = 4,
): Promise<void> {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await job(item);
  };
  await Promise.all(Array.from({ length: abreast }, worker));
}
