// An input that cannot be read as a table says so at once and exactly; nothing ever hangs.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  renameSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/user-error.js';
import {
  checkUnchanged,
  holdsEncryptedPackage,
  openInput,
  readInputAt,
  sniff,
} from '../../src/io/open-input.js';
import { realPort } from '../../src/io/port.js';
import { faultyPort, soundPort } from '../support/faulty-port.js';
import { scratch, userErrorOf } from '../support/scratch.js';

const folder = scratch();
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const PART = Buffer.from('EncryptedPackage', 'utf16le');

/** A ZIP member's header and content, as far as anybody looks at it. */
function member(name: string, content = 'deflated bytes'): Buffer {
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([header, Buffer.from(name), Buffer.from(content, 'latin1')]);
}

function put(name: string, content: string | Uint8Array, dir = folder()): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

describe('an ordinary file', () => {
  it('is open with its facts and its first 64 KiB', () => {
    const dir = folder();
    const path = put('订单.csv', Buffer.alloc(70_000, '订单号,'), dir);
    spawnSync('chmod', ['640', path]);
    utimesSync(path, 1_700_000_000, 1_700_000_000.5);
    const port = soundPort();
    const opened = openInput(port, relative(process.cwd(), path));
    expect(opened).toMatchObject({
      path,
      name: '订单.csv',
      size: 70_000,
      mtimeMs: 1_700_000_000_500,
      mode: 0o640,
      spooled: false,
    });
    expect({ dev: opened.dev, ino: opened.ino }).toEqual({
      dev: port.statSync(path).dev,
      ino: port.statSync(path).ino,
    });
    expect(Buffer.alloc(65_536, '订单号,').equals(opened.head)).toBe(true);
    opened.dispose();
    opened.dispose();
    expect(port.open.size).toBe(0);
    expect(port.calls.filter((name) => name === 'closeSync')).toHaveLength(1);
  });

  it('may be reached through a link', () => {
    const dir = folder();
    put('a.csv', '订单号\n', dir);
    symlinkSync('a.csv', join(dir, 'link.csv'));
    const opened = openInput(realPort(), join(dir, 'link.csv'));
    expect(opened.name).toBe('link.csv');
    opened.dispose();
  });
});

describe('a file that cannot be opened', () => {
  it('is missing, and near names are offered', () => {
    const dir = folder();
    for (const name of ['orders.csv', 'order.csv', 'orders.txt', 'ordres.csv', 'bills.csv', '.orders.csv']) {
      put(name, 'x', dir);
    }
    const near = (name: string) => {
      const error = userErrorOf(() => openInput(realPort(), join(dir, name)));
      expect([error.code, error.facts.path]).toEqual(['file-not-found', join(dir, name)]);
      return error.facts.near;
    };
    expect(near('orders.xlsx')).toEqual(['orders.csv', 'orders.txt']);
    expect(near('ORDERS.CSV')).toEqual(['orders.csv', 'orders.txt', 'order.csv']);
    expect(near('bils.csv')).toEqual(['bills.csv']);
    expect(near('完全不同的名字.csv')).toEqual([]);
    expect(near('missing/orders.csv')).toEqual([]);
    expect(near('orders.csv/inside')).toEqual([]);
    symlinkSync('nowhere', join(dir, 'dangling'));
    expect(near('dangling')).not.toContain('nowhere');
  });

  it('offers a name that is written in another Unicode form', () => {
    const dir = folder();
    put('e\u0301tat.csv', 'x', dir);
    const error = userErrorOf(() => openInput(realPort(), join(dir, '\u00e9tat.txt')));
    expect(error.facts.near).toEqual(['e\u0301tat.csv']);
  });

  it.each([
    ['statSync', 'EACCES', 'permission'],
    ['openSync', 'EACCES', 'permission'],
    ['openSync', 'EPERM', 'permission'],
    ['openSync', 'EBUSY', 'busy'],
    ['readSync', 'EIO', 'EIO'],
    ['fstatSync', 'EIO', 'EIO'],
  ])('%s failing with %s has the reason %s', (name, code, reason) => {
    const path = put('a.csv', 'x');
    const port = faultyPort((_, call) => (call === name ? code : undefined));
    const error = userErrorOf(() => openInput(port, path));
    expect([error.code, error.facts]).toEqual(['file-not-readable', { path, reason }]);
    expect(port.open.size).toBe(0);
  });

  it('never leaves a descriptor open, whichever call fails', () => {
    const path = put('a.csv', OLE);
    for (let n = 1; ; n++) {
      const port = faultyPort((nth) => (nth === n ? 'EIO' : undefined));
      expect(userErrorOf(() => openInput(port, path)).facts.path).toBe(path);
      expect(port.open.size).toBe(0);
      expect(port.closedTwice).toBe(0);
      if (port.calls.length < n) break;
    }
  });

  it('passes our own mistakes on as they are', () => {
    const port = {
      ...realPort(),
      readSync: () => {
        throw new RangeError('a bug');
      },
    };
    expect(() => openInput(port, put('a.csv', 'x'))).toThrow(new RangeError('a bug'));
  });

  it('is a pipe, a device or a folder', () => {
    const dir = folder();
    expect(spawnSync('mkfifo', [join(dir, 'pipe.csv')]).status).toBe(0);
    mkdirSync(join(dir, 'sub'));
    symlinkSync('/dev/zero', join(dir, 'zero.csv'));
    for (const path of [join(dir, 'pipe.csv'), '/dev/zero', '/dev/null', join(dir, 'zero.csv')]) {
      expect(userErrorOf(() => openInput(realPort(), path))).toMatchObject({
        code: 'file-special',
        facts: { path, kind: 'special' },
      });
    }
    expect(userErrorOf(() => openInput(realPort(), join(dir, 'sub'))).facts.kind).toBe('folder');
  });

  it.each(['', 'efbbbf', 'fffe', 'feff', '84319533'])('is empty: bytes "%s"', (hex) => {
    const path = put('a.csv', Buffer.from(hex, 'hex'));
    expect(userErrorOf(() => openInput(realPort(), path))).toMatchObject({
      code: 'file-empty',
      facts: { path },
    });
  });
});

describe('a file that is no text table', () => {
  const cases: [title: string, content: Uint8Array | string, code: string | null][] = [
    ['a workbook as Excel writes it', member('[Content_Types].xml'), 'file-is-xlsx'],
    ['a workbook that begins with its relations', member('_rels/.rels'), 'file-is-xlsx'],
    ['a workbook that begins with its sheets', member('xl/workbook.xml'), 'file-is-xlsx'],
    ['a workbook that begins with its properties', member('docProps/app.xml'), 'file-is-xlsx'],
    [
      'a workbook that begins with something unheard of',
      member('mimetype', member('[Content_Types].xml').toString('latin1')),
      'file-is-xlsx',
    ],
    ['an archive of tables', member('订单.csv'), 'file-is-archive'],
    [
      'an archive that holds a workbook as it is',
      member('orders.xlsx', member('[Content_Types].xml').toString('latin1')),
      'file-is-archive',
    ],
    ['an archive cut off in its header', 'PK\x03\x04\x14', 'file-is-archive'],
    ['an archive without members', `PK\x05\x06${'\0'.repeat(18)}`, 'file-is-archive'],
    ['an archive in parts', 'PK\x07\x08PK\x03\x04', 'file-is-archive'],
    ['gzip', gzipSync('订单号'), 'file-is-archive'],
    ['7z', Buffer.from('377abcaf271c0004', 'hex'), 'file-is-archive'],
    ['RAR', Buffer.from('526172211a0700', 'hex'), 'file-is-archive'],
    ['an old workbook', Buffer.concat([OLE, Buffer.alloc(600)]), 'file-is-xls'],
    ['an encrypted workbook', Buffer.concat([OLE, Buffer.alloc(1001), PART]), 'file-is-xlsx-encrypted'],
    ['PDF', '%PDF-1.7\n', 'file-is-pdf'],
    ['PNG', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'file-is-image'],
    ['JPEG', Buffer.from('ffd8ffe000104a46', 'hex'), 'file-is-image'],
    ['a page', '<!DOCTYPE html><html>', 'file-is-html'],
    ['a page without a type', '<HTML lang="zh">', 'file-is-html'],
    ['a table as back offices export it', '\ufeff\r\n\t <Table border=1><tr><td>订单号', 'file-is-html'],
    ['a page that begins with its encoding', '<meta charset="gbk">', 'file-is-html'],
    ['a page in UTF-16', Buffer.from('\ufeff<html>', 'utf16le'), 'file-is-html'],
    [
      "Excel's XML",
      '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      'file-is-html',
    ],
    ['a page in XML', '<?xml version="1.0"?>\n<html xmlns="x">', 'file-is-html'],
    ['some other XML', '<?xml version="1.0"?>\n<orders/>', null],
    ['a table', '订单号,订单状态\n', null],
    ['a table with markup in a cell', '商品,备注\n<b>,<table>\n', null],
    ['a header that begins with PK', 'PK,订单号\n', null],
    ['a header that begins like RAR', 'Rar!,订单号\n', null],
    ['UTF-16 text', Buffer.from('\ufeff订单号\t', 'utf16le'), null],
    ['GB18030 text', Buffer.from('b6a9b5a5bac52c', 'hex'), null],
  ];

  it.each(cases)('%s', (_, content, code) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    expect(sniff(bytes)).toBe(code);
    const path = put('订单.csv', bytes);
    const port = soundPort();
    if (code === null) {
      openInput(port, path).dispose();
    } else {
      expect(userErrorOf(() => openInput(port, path))).toMatchObject({ code, facts: { path } });
    }
    expect(port.open.size).toBe(0);
  });

  it.each([
    ['just within the first 1 MiB', 1_048_576 - 32, 3_000_000, true],
    ['in the last 64 KiB', 2_999_000, 3_000_000, true],
    ['at the very end', 3_000_000 - 32, 3_000_000, true],
    ['at the end of a file of under 64 KiB', 30_000 - 32, 30_000, true],
    ['nowhere', -1, 3_000_000, false],
    ['in the middle of a large file', 1_500_000, 3_000_000, false],
  ])('an encrypted part named %s', (_, at, size, found) => {
    const content = Buffer.alloc(size);
    OLE.copy(content);
    if (at >= 0) PART.copy(content, at);
    const path = put('a.csv', content);
    const port = soundPort();
    const fd = port.openSync(path, 'r');
    expect(holdsEncryptedPackage(port, fd, size)).toBe(found);
    port.closeSync(fd);
    expect(userErrorOf(() => openInput(port, path)).code).toBe(
      found ? 'file-is-xlsx-encrypted' : 'file-is-xls',
    );
  });

  it('never throws, whatever the bytes', () => {
    const starts = ['', 'PK\x03\x04', 'PK', '<', '<?xml', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '\xff\xfe'];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 80 }), (start, rest) => {
        const kind = sniff(Buffer.concat([Buffer.from(start, 'latin1'), rest]));
        expect(kind === null || kind.startsWith('file-is-')).toBe(true);
      }),
    );
  });
});

describe('a file between the two readings', () => {
  const port = realPort();

  it('may be read, but not written, touched, replaced or removed', () => {
    const cases: [title: string, change: (path: string) => void, same: boolean][] = [
      ['left alone', () => {}, true],
      ['appended to', (path) => appendFileSync(path, 'x'), false],
      ['touched', (path) => utimesSync(path, 1, 1), false],
      ['removed', (path) => unlinkSync(path), false],
      [
        'replaced by a twin',
        (path) => {
          const { mtimeMs } = port.statSync(path);
          writeFileSync(`${path}.new`, 'abc');
          utimesSync(`${path}.new`, mtimeMs / 1000, mtimeMs / 1000);
          renameSync(`${path}.new`, path);
        },
        false,
      ],
      [
        'replaced by a folder',
        (path) => {
          unlinkSync(path);
          mkdirSync(path);
        },
        false,
      ],
    ];
    for (const [title, change, same] of cases) {
      const path = put('a.csv', 'abc');
      utimesSync(path, 1_700_000_000, 1_700_000_000);
      const opened = openInput(port, path);
      change(path);
      let code: string | null = null;
      try {
        checkUnchanged(port, opened);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        code = (error as UserError).code;
        expect((error as UserError).facts).toEqual({ path });
      }
      expect(code, title).toBe(same ? null : 'file-changed');
      opened.dispose();
    }
  });

  it.each(['fstatSync', 'statSync'] as const)('counts as changed when %s alone says so', (name) => {
    const opened = openInput(port, put('a.csv', 'abc'));
    for (const change of [{ size: 4 }, { mtimeMs: 1 }]) {
      const ask = (at: string & number) => ({ ...port[name](at), ...change });
      expect(userErrorOf(() => checkUnchanged({ ...port, [name]: ask }, opened)).code).toBe('file-changed');
    }
    opened.dispose();
  });

  it.each([
    ['ENOENT', 'file-changed'],
    ['ENOTDIR', 'file-changed'],
    ['EIO', 'file-not-readable'],
    ['EACCES', 'file-not-readable'],
  ])('is told when it can no longer be looked at: %s as %s', (fault, code) => {
    const opened = openInput(port, put('a.csv', 'abc'));
    for (const name of ['fstatSync', 'statSync']) {
      const failing = faultyPort((_, call) => (call === name ? fault : undefined));
      expect(userErrorOf(() => checkUnchanged(failing, opened)).code).toBe(code);
    }
    opened.dispose();
  });

  it('is told with its path when a read fails, or ends before the file does', () => {
    const path = put('a.csv', 'abcdef');
    const opened = openInput(port, path);
    const failing = faultyPort(() => 'EIO');
    const error = userErrorOf(() => readInputAt(failing, opened, 6, 0));
    expect([error.code, error.facts]).toEqual(['file-not-readable', { path, reason: 'EIO' }]);
    writeFileSync(path, 'abc');
    const shorter = userErrorOf(() => readInputAt(port, opened, 6, 0));
    expect([shorter.code, shorter.facts]).toEqual(['file-changed', { path }]);
    writeFileSync(path, 'abcdef');
    expect(Buffer.from(readInputAt(port, opened, 99, 2)).toString()).toBe('cdef');
    opened.dispose();
  });

  it('is no pipe that took its place between being asked for and being opened', () => {
    const path = put('a.csv', 'abc');
    const late = {
      ...port,
      openSync: (...all: Parameters<typeof port.openSync>) => {
        unlinkSync(path);
        expect(spawnSync('mkfifo', [path]).status).toBe(0);
        return port.openSync(...all);
      },
    };
    const error = userErrorOf(() => openInput(late, path));
    expect([error.code, error.facts]).toEqual(['file-special', { path, kind: 'special' }]);
  });
});
