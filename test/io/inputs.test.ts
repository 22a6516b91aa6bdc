// Arguments become files: folders and wildcards in a fixed order, each file once, nothing by surprise.
import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandInputs, fitsWildcard } from '../../src/io/inputs.js';
import { realPort } from '../../src/io/port.js';
import { faultyPort } from '../support/faulty-port.js';
import { scratch, userErrorOf } from '../support/scratch.js';

const folder = scratch();
const port = realPort();

/** A folder with these files; a name that ends in / is a folder. */
function tree(...names: string[]): string {
  const dir = folder();
  for (const name of names) {
    if (name.endsWith('/')) mkdirSync(join(dir, name), { recursive: true });
    else writeFileSync(join(dir, name), 'x');
  }
  return dir;
}

/** Files below `dir`, those that were named with a star. */
function expand(dir: string, ...args: string[]): string[] {
  return expandInputs(port, args, dir).files.map(
    ({ path, named }) => (named ? '*' : '') + (path === '-' ? path : path.slice(dir.length + 1)),
  );
}

describe('expandInputs', () => {
  it('keeps named files in their order, whatever they are called', () => {
    const dir = tree('b.csv', 'a.dat', '.hidden', 'x.tmp');
    expect(expand(dir, 'b.csv', './a.dat', '-', '.hidden', join(dir, 'x.tmp'))).toEqual([
      '*b.csv',
      '*a.dat',
      '*-',
      '*.hidden',
      '*x.tmp',
    ]);
  });

  it('takes the tables of a folder by code units, and nothing else', () => {
    const dir = tree('b.csv', 'a.CSV', 'B.txt', '甲.tsv', 'é.csv', 'sub/', 'sub/c.csv', 'd.csv/');
    for (const name of [
      '.a.csv',
      '.out.csv.1.2.tmp',
      'out.csv.tmp',
      '~$a.csv',
      'a.xlsx',
      'csv',
      'a.csv.bak',
    ]) {
      writeFileSync(join(dir, name), 'x');
    }
    symlinkSync('nowhere', join(dir, 'dangling.csv'));
    expect(spawnSync('mkfifo', [join(dir, 'pipe.csv')]).status).toBe(0);
    const expected = ['B.txt', 'a.CSV', 'b.csv', 'é.csv', '甲.tsv'];
    expect(expand(dir, '.')).toEqual(expected);
    expect(expand(dir, dir)).toEqual(expected);
  });

  it('matches a wildcard in its folder, as Windows does', () => {
    const dir = tree('orders1.csv', 'Orders2.CSV', 'orders10.csv', 'bills.csv', '.orders3.csv', 'orders.tmp');
    expect(expand(dir, 'orders?.csv')).toEqual(['Orders2.CSV', 'orders1.csv']);
    expect(expand(dir, 'ORDERS*')).toEqual(['Orders2.CSV', 'orders1.csv', 'orders10.csv']);
    mkdirSync(join(dir, 'sub'));
    expect(expand(join(dir, 'sub'), '../b*.csv')).toHaveLength(1);
  });

  it('takes a file whose name holds a star as that file', () => {
    const dir = tree('a*.csv', 'ab.csv');
    expect(expand(dir, 'a*.csv')).toEqual(['*a*.csv']);
  });

  it('keeps a file once, and says which paths repeat it', () => {
    const dir = tree('a.csv', 'b.csv');
    linkSync(join(dir, 'a.csv'), join(dir, 'hard.csv'));
    symlinkSync('b.csv', join(dir, 'symbolic.csv'));
    const { files, repeated } = expandInputs(port, ['a.csv', './a.csv', '-', '-', 'symbolic.csv', '.'], dir);
    expect(files.map((file) => file.path)).toEqual([join(dir, 'a.csv'), '-', join(dir, 'symbolic.csv')]);
    expect(repeated).toEqual([
      join(dir, 'a.csv'),
      '-',
      join(dir, 'a.csv'),
      join(dir, 'b.csv'),
      join(dir, 'hard.csv'),
      join(dir, 'symbolic.csv'),
    ]);
  });

  it('counts a file as named when it is named as well as found', () => {
    const dir = tree('a.csv', 'b.csv');
    expect(expand(dir, '.', 'b.csv')).toEqual(['a.csv', '*b.csv']);
    expect(expand(dir, 'b.csv', '.')).toEqual(['*b.csv', 'a.csv']);
  });

  it('says that a folder or wildcard yields nothing, and what is near', () => {
    const empty = tree();
    const refusal = (dir: string, argument: string) => {
      const { code, facts } = userErrorOf(() => expandInputs(port, [argument], dir));
      expect([code, facts.path]).toEqual(['folder-without-exports', join(dir, argument)]);
      return facts.found;
    };
    expect(refusal(empty, '.')).toEqual([]);
    expect(refusal(empty, '*.csv')).toEqual([]);
    const dir = tree(
      'a.csv',
      'b.txt',
      'x.pdf',
      'deep/',
      'deep/er/',
      'deep/er/e.csv',
      'deep/d.csv',
      'deep/c.pdf',
    );
    expect(refusal(dir, 'orders*.csv')).toEqual(['a.csv', 'b.txt']);
    const above = tree('.git/', '.git/x.csv', 'b/', 'b/2.csv', 'a/', 'a/1.csv', 'a/0.csv', 'note.md');
    expect(refusal(above, '.')).toEqual(['a/0.csv', 'a/1.csv', 'b/2.csv']);
    const many = tree(...Array.from({ length: 30 }, (_, i) => `${i}.csv`));
    expect(refusal(many, 'x*')).toHaveLength(10);
  });

  it('says that a file is missing, with near names', () => {
    const dir = tree('orders.csv');
    for (const name of ['order.csv', 'orders.csv/x', 'a*/orders.csv']) {
      const { code, facts } = userErrorOf(() => expandInputs(port, [name], dir));
      expect([code, facts.path]).toEqual(['file-not-found', join(dir, name)]);
      expect(facts.near).toEqual(name === 'order.csv' ? ['orders.csv'] : []);
    }
    expect(userErrorOf(() => expandInputs(port, ['missing/*.csv'], dir)).code).toBe('file-not-found');
  });

  it('says that something cannot be looked at, whichever call fails', () => {
    const dir = tree('a.csv', 'sub/');
    for (const argument of ['a.csv', '.', 'a*', 'sub', 'z*']) {
      for (let n = 1; ; n++) {
        const failing = faultyPort((nth) => (nth === n ? 'EACCES' : undefined));
        let code = 'none';
        try {
          expandInputs(failing, [argument], dir);
        } catch (error) {
          code = userErrorOf(() => {
            throw error;
          }).code;
        }
        expect(['none', 'file-not-readable', 'folder-without-exports']).toContain(code);
        if (failing.calls.length < n) break;
        if (argument === 'a.csv' || n === 1) expect(code).toBe('file-not-readable');
      }
    }
  });
});

describe('fitsWildcard', () => {
  it.each([
    ['a.csv', '*', true],
    ['', '*', true],
    ['', '?', false],
    ['a.csv', '*.csv', true],
    ['a.csv', '*.CSV', true],
    ['a.csv.bak', '*.csv', false],
    ['aXbXc', 'a*b*c', true],
    ['aXbX', 'a*b*c', false],
    ['aab', '*ab', true],
    ['abcabd', '*abd', true],
    ['订单甲.csv', '订单?.csv', true],
    ['订单𠮷.csv', '订单?.csv', true],
    ['订单.csv', '订单?.csv', false],
    ['e\u0301.csv', '\u00e9.csv', true],
    ['a.csv', 'a+csv', false],
    ['a', 'ab', false],
    ['ab', 'a', false],
    ['ab', 'a**b', true],
  ])('%s fits %s: %s', (name, wildcard, fits) => {
    expect(fitsWildcard(name, wildcard)).toBe(fits);
  });

  it('agrees with the regular expression that means the same', () => {
    const sign = (signs: string) => fc.string({ unit: fc.constantFrom(...signs), maxLength: 9 });
    fc.assert(
      fc.property(sign('ab.'), sign('ab.*?'), (name, wildcard) => {
        const pattern = wildcard.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
        expect(fitsWildcard(name, wildcard)).toBe(new RegExp(`^${pattern}$`).test(name));
      }),
      { numRuns: 2000 },
    );
  });

  it('is not slowed down by many stars', () => {
    expect(fitsWildcard('a'.repeat(250), `${'*a'.repeat(100)}*b`)).toBe(false);
  });
});
