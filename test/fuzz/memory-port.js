// Files in memory behind the product's door to the file system: many thousands of runs without touching a disk.

/** @typedef {import('../../src/io/port.js').FilePort} FilePort */
/** @typedef {import('../../src/io/port.js').FileFacts} FileFacts */

/** The one folder that there is. */
export const FOLDER = '/memory';

/** @param {string} code */
const systemError = (code) => Object.assign(new Error(code), { code });
const refuse = () => {
  throw systemError('EPERM');
};

/**
 * @param {ReadonlyMap<string, Buffer>} given files by name
 * @param {number} mostRead bytes that one read gives at most
 * @returns {{ port: FilePort, files: Map<string, Buffer> }} `files`: by path, as they are now
 */
export function memoryPort(given, mostRead) {
  /** @type {Map<string, Buffer>} */
  const files = new Map([...given].map(([name, bytes]) => [`${FOLDER}/${name}`, bytes]));
  const inodes = new Map([...files.keys()].map((path, i) => [path, BigInt(i + 2)]));
  /** @type {(string | null)[]} */
  const open = [];
  /** @param {string} path @returns {FileFacts} */
  const facts = (path) => {
    const bytes = files.get(path);
    if (bytes === undefined && path !== FOLDER) throw systemError('ENOENT');
    const kind = bytes === undefined ? 'folder' : 'file';
    const ino = inodes.get(path) ?? 1n;
    return { kind, size: bytes?.length ?? 0, mtimeMs: 1, mode: 0o600, dev: 1n, ino };
  };
  /** @param {number} fd */
  const pathOf = (fd) => {
    const path = open[fd];
    if (path === null || path === undefined) throw new Error(`descriptor ${fd} is not open`);
    return path;
  };
  /** @type {FilePort} */
  const port = {
    openSync(path, flags) {
      if (flags === 'wx') {
        if (files.has(path)) throw systemError('EEXIST');
        files.set(path, Buffer.alloc(0));
        inodes.set(path, BigInt(inodes.size + 2));
      } else {
        facts(path);
      }
      return open.push(path) - 1;
    },
    closeSync(fd) {
      pathOf(fd);
      open[fd] = null;
    },
    readSync(fd, buffer, offset, length, position) {
      const bytes = files.get(pathOf(fd)) ?? Buffer.alloc(0);
      return bytes.copy(
        buffer,
        offset,
        position,
        Math.min(bytes.length, position + Math.min(length, mostRead)),
      );
    },
    writeSync(fd, buffer, offset, length) {
      const path = pathOf(fd);
      const old = files.get(path) ?? Buffer.alloc(0);
      files.set(path, Buffer.concat([old, buffer.subarray(offset, offset + length)]));
      return length;
    },
    fsyncSync() {},
    fchmodSync() {},
    fstatSync: (fd) => facts(pathOf(fd)),
    statSync: facts,
    lstatSync: facts,
    realpathSync(path) {
      facts(path);
      return path;
    },
    renameSync(from, to) {
      const bytes = files.get(from);
      if (bytes === undefined) throw systemError('ENOENT');
      files.set(to, bytes);
      files.delete(from);
    },
    unlinkSync(path) {
      if (!files.delete(path)) throw systemError('ENOENT');
    },
    readdirSync: () => [...files.keys()].map((path) => path.slice(FOLDER.length + 1)),
    mkdirSync: refuse,
    rmdirSync: refuse,
    wait() {},
    processId: 1,
    processStart: 1,
    isAlive: () => true,
  };
  return { port, files };
}
