// Meanings of cells that come again and again: computed once for each content, never mixed up.
import { describe, expect, it } from 'vitest';
import { CellCache } from '../../src/ingest/cell-cache.js';
import { memorySource } from '../../src/io/byte-source.js';
import { RecordScanner } from '../../src/io/scanner.js';

describe('a cache of cells', () => {
  it('computes each content once and gives every cell its own meaning', () => {
    const cells = Array.from({ length: 3000 }, (_, i) => `状态${(i * i) % 700}`);
    const bytes = Buffer.from(cells.map((cell, i) => `${i},"${cell}"\t\n`).join(''));
    const view = new RecordScanner(memorySource(bytes), {
      delimiter: 0x2c,
      encoding: 'utf-8',
      chunkBytes: 64,
    });
    const computed: string[] = [];
    const cache = new CellCache((text) => {
      computed.push(text);
      return `<${text}>`;
    });
    const read: string[] = [];
    while (view.next()) read.push(cache.get(view, 1));
    expect(read).toEqual(cells.map((cell) => `<${cell}>`));
    expect(computed.toSorted()).toEqual([...new Set(cells)].toSorted());
  });

  it('takes an absent cell for an empty one', () => {
    const view = new RecordScanner(memorySource(Buffer.from('a\n')), { delimiter: 0x2c, encoding: 'utf-8' });
    view.next();
    const cache = new CellCache((text) => `<${text}>`);
    expect([cache.get(view, 0), cache.get(view, 7), cache.get(view, -1)]).toEqual(['<a>', '<>', '<>']);
  });
});
