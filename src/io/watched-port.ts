// A file port that tells what it does: which temporary files stand, and how many bytes pass; and that can be stopped.

import type { FilePort } from './port.js';

/** Values of the cell that both threads share. */
export const PORT_STATE = {
  /** Work may begin and end at any place. */
  free: 0,
  /** Finished files are moving to their places: all of them get there before work may end again. */
  placing: 1,
  /** The run is given up: nothing more is made or moved. */
  stopped: 2,
  /** As free, but files have been moved to their places. */
  placed: 3,
} as const;

export interface PortWatch {
  /** One 32-bit cell holding a `PORT_STATE`; whoever stops the run sets it from another thread. */
  readonly state: Int32Array;
  /** Called before a temporary file or a folder may come to be, and when it is gone or in its place. */
  temporary(path: string, stands: boolean): void;
  /** Called for each piece that was read or written. */
  moved(bytes: number, direction: 'read' | 'written'): void;
}

/**
 * The port with a watch over it. A thread may be ended between any two calls: what `temporary` told of by then is all
 * that can be left behind. Files that move to their places one after the other are never ended among themselves.
 */
export function watchedPort(port: FilePort, watch: PortWatch): FilePort {
  const { state } = watch;
  let hasMoved = false;
  const standing = new Set<string>();
  const gone = (path: string): void => {
    standing.delete(path);
    watch.temporary(path, false);
    if (standing.size > 0) return;
    const after = hasMoved ? PORT_STATE.placed : PORT_STATE.free;
    Atomics.compareExchange(state, 0, PORT_STATE.placing, after);
  };
  const refuseStopped = (was: number): void => {
    // Nobody reads this error: the thread that stopped the run speaks for it.
    if (was === PORT_STATE.stopped) throw new Error('the run was stopped');
  };
  /** Tells of a path before it may come to be, and takes it back when it did not. */
  const making = <T>(path: string, make: () => T): T => {
    watch.temporary(path, true);
    try {
      refuseStopped(Atomics.load(state, 0));
      return make();
    } catch (error) {
      watch.temporary(path, false);
      throw error;
    }
  };
  return {
    ...port,
    openSync(path, flags, mode) {
      if (flags !== 'wx') return port.openSync(path, flags, mode);
      const fd = making(path, () => port.openSync(path, flags, mode));
      standing.add(path);
      return fd;
    },
    mkdirSync: (path) => making(path, () => port.mkdirSync(path)),
    rmdirSync(path) {
      port.rmdirSync(path);
      watch.temporary(path, false);
    },
    renameSync(from, to) {
      const before = hasMoved ? PORT_STATE.placed : PORT_STATE.free;
      refuseStopped(Atomics.compareExchange(state, 0, before, PORT_STATE.placing));
      port.renameSync(from, to);
      hasMoved = true;
      gone(from);
    },
    unlinkSync(path) {
      port.unlinkSync(path);
      if (standing.has(path)) gone(path);
    },
    readSync(fd, buffer, offset, length, position) {
      const bytes = port.readSync(fd, buffer, offset, length, position);
      watch.moved(bytes, 'read');
      return bytes;
    },
    writeSync(fd, buffer, offset, length) {
      const bytes = port.writeSync(fd, buffer, offset, length);
      watch.moved(bytes, 'written');
      return bytes;
    },
  };
}
