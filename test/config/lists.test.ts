// Lists of a configuration: the ways in which they may be written, whose word holds, and what is refused.
import { describe, expect, it } from 'vitest';
import { initText } from '../../src/config/init-text.js';
import { configSchema } from '../../src/config/read.js';
import { LIST_NAMES } from '../../src/core/lists.js';
import { effective } from '../../src/steps/effective.js';
import { configured, FILE, refused } from '../support/config.js';

/** The lists of a request with this configuration. */
async function listsOf(...args: Parameters<typeof configured>) {
  return effective({ orders: [], config: await configured(...args) }).lists;
}

describe('a list', () => {
  it('holds texts, people by their cells, and files beside the configuration', async () => {
    const text = [
      'lists:',
      '  phones:',
      '    - +86 138-0013-1234',
      '    - 013800131234',
      '    - file: more/phones.txt',
      '  wholesale:',
      '    - {name: 周砚秋, phone: 13800131234, note: 老客户}',
      '  staff: {file: staff.csv}',
      '  tags: [补单, "G-"]',
      '  pickup-words: 收发室',
      '',
    ].join('\n');
    const at = (line: number, entry: object) => ({ path: FILE.path, entries: [{ line, ...entry }] });
    expect(await listsOf(text)).toEqual({
      phones: [
        at(3, { text: '+86 138-0013-1234' }),
        at(4, { text: '013800131234' }),
        { path: '/shop/more/phones.txt' },
      ],
      wholesale: [at(7, { name: '周砚秋', phone: '13800131234', note: '老客户' })],
      staff: [{ path: '/shop/staff.csv' }],
      tags: [at(9, { text: '补单' }), at(9, { text: 'G-' })],
      'pickup-words': [at(10, { text: '收发室' })],
    });
  });

  it('may be open, or commented out', async () => {
    expect(await listsOf('lists:\n')).toEqual({});
    expect(await listsOf('lists:\n  phones:\n  tags: []\n')).toEqual({ tags: [] });
  });

  it('that is set later takes the place of the one in the file, by its name', async () => {
    const text = 'lists:\n  tags: [补单]\n  pickup-words: [收发室]\n';
    const lists = await listsOf(text, { flags: ['lists.tags=测评'] });
    expect(lists?.tags).toEqual([{ path: '--set', entries: [{ line: 0, text: '测评' }] }]);
    expect(lists?.['pickup-words']).toHaveLength(1);
    const own = { tags: [{ path: '/other.txt' }] };
    expect(effective({ orders: [], config: await configured(text), lists: own }).lists?.tags).toEqual(
      own.tags,
    );
  });
});

describe('a refused list', () => {
  it.each<[string, string, object]>([
    ['an unknown name', 'lists:\n  fones: [1]\n', { wrong: 'unknown-key', line: 2, known: ['phones'] }],
    ['a list in a list', 'lists:\n  phones: [[1]]\n', { wrong: 'list-item', line: 2 }],
    ['an empty item', 'lists:\n  phones:\n    - 1\n    -\n', { wrong: 'list-item', line: 4 }],
    ['an empty map', 'lists:\n  staff: {}\n', { wrong: 'list-item', line: 2 }],
    [
      'a file and a person in one',
      'lists:\n  staff: {file: a.csv, phone: 1}\n',
      { wrong: 'list-item', line: 2 },
    ],
    ['cells of cells', 'lists:\n  staff: {phone: [1]}\n', { wrong: 'list-item', line: 2 }],
    ['an unknown cell', 'lists:\n  staff: {周砚秋: 13800131234}\n', { wrong: 'list-item', line: 2 }],
    ['no map', 'lists: [phones]\n', { wrong: 'not-a-map', line: 1 }],
  ])('%s', async (_, text, issue) => {
    const [first] = await refused(text);
    expect(first).toMatchObject(issue);
    // Nobody is named in a message.
    expect(JSON.stringify(first)).not.toMatch(/周砚秋|13800131234/);
  });
});

it('init shows each list with an example that can be read', async () => {
  const text = initText('en', [], null);
  for (const name of LIST_NAMES) expect(text).toMatch(new RegExp(`^ {2}#${name}: `, 'm'));
  const lists = await listsOf(
    text.replace(/^( {2})#(?=(?:note|phones|addresses|pickup|wholesale|staff|tags))/gm, '$1'),
  );
  expect(Object.keys(lists ?? {}).sort()).toEqual([...LIST_NAMES].sort());
});

it('the schema knows every list, and what an item may be', async () => {
  const schema = await configSchema();
  for (const name of [...LIST_NAMES, 'file', 'name', 'phone', 'address', 'account', 'note']) {
    expect(schema).toContain(`"${name}": {`);
  }
});
