// A file port on the real system whose n-th call fails, with a ledger of calls and open descriptors.
import { type FilePort, realPort } from '../../src/io/port.js';

/** A system error as Node throws it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made by the test`), { code });
}

const COUNTED = [
  'openSync',
  'closeSync',
  'readSync',
  'writeSync',
  'fsyncSync',
  'fchmodSync',
  'fstatSync',
  'statSync',
  'lstatSync',
  'realpathSync',
  'renameSync',
  'unlinkSync',
  'readdirSync',
  'mkdirSync',
  'rmdirSync',
] as const satisfies readonly (keyof FilePort)[];
export type CountedCall = (typeof COUNTED)[number];

export interface FaultyPort extends FilePort {
  /** Names of the calls made so far, in order. */
  readonly calls: CountedCall[];
  /** What each of them was about: the path, also of a descriptor. */
  readonly paths: string[];
  /** Descriptors opened and not closed. */
  readonly open: Set<number>;
  /** How often something was closed that was not open: its number may be another file's by then. */
  closedTwice: number;
  /** Milliseconds asked to wait; nobody waits. */
  waited: number;
}

/** In place of an error's code: a read or a write that takes half of the bytes, or none at all. */
export const SHORT = 'short';
export const NOTHING = 'nothing';

/**
 * `fault(nth, name)` is asked before each call, counted from 1, and returns the error's code or undefined; `SHORT` or
 * `NOTHING` for a read or a write.
 */
export function faultyPort(
  fault: (nth: number, name: CountedCall) => string | undefined,
  facts: Partial<FilePort> = {},
): FaultyPort {
  const calls: CountedCall[] = [];
  const paths: string[] = [];
  const open = new Set<number>();
  const openPaths = new Map<number, string>();
  const real = realPort();
  const port: FaultyPort = {
    ...real,
    calls,
    paths,
    open,
    closedTwice: 0,
    waited: 0,
    wait: (ms) => {
      port.waited += ms;
    },
    ...facts,
  };
  const wrapped: Record<string, unknown> = {};
  for (const name of COUNTED) {
    const inner = port[name] as (...args: unknown[]) => unknown;
    wrapped[name] = (...args: unknown[]): unknown => {
      calls.push(name);
      paths.push(String(typeof args[0] === 'number' ? openPaths.get(args[0]) : args[0]));
      if (name === 'closeSync' && !open.has(args[0] as number)) port.closedTwice++;
      const code = fault(calls.length, name);
      if (code === NOTHING) return 0;
      if (code === SHORT) return half(real, name, args);
      // A close that reports an error has closed all the same.
      if (code === undefined || name === 'closeSync') {
        const result = inner(...args);
        if (name === 'openSync') {
          open.add(result as number);
          openPaths.set(result as number, String(args[0]));
        }
        if (name === 'closeSync') open.delete(args[0] as number);
        if (code === undefined) return result;
      }
      throw systemError(code);
    };
  }
  return Object.assign(port, wrapped);
}

/** Half of what is there is read, half of what is given is written. */
function half(real: FilePort, name: CountedCall, args: unknown[]): number {
  const [fd, buffer, offset, length, position] = args as [number, Uint8Array, number, number, number];
  if (name === 'writeSync') return real.writeSync(fd, buffer, offset, Math.ceil(length / 2));
  return Math.ceil(real.readSync(fd, buffer, offset, length, position) / 2);
}

/** A port without faults. */
export const soundPort = (facts: Partial<FilePort> = {}): FaultyPort => faultyPort(() => undefined, facts);
