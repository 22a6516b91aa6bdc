// The shop's own tags in notes: where each stands, and where the same letters are part of something else.
import { describe, expect, it } from 'vitest';
import { ListHits } from '../../src/core/lists.js';
import { UserError } from '../../src/core/user-error.js';
import { NoteTags } from '../../src/ingest/note-tags.js';

const entries = (...tags: string[]) => tags.map((text, i) => ({ text, line: i + 1, path: 'tags.txt' }));
const isIn = (tag: string, note: string) => new NoteTags(entries(tag), new ListHits()).isIn(note);

describe('a tag', () => {
  it.each([
    ['刷', '刷'],
    ['刷', ' 刷 '],
    ['刷', '刷,已付'],
    ['刷', '加急/刷/李'],
    ['刷', '【刷】'],
    ['刷', '刷12'],
    ['补单', '7月补单第三批'],
    ['测评', '达人测评'],
    ['S单', 's单 3'],
    ['s单', 'Ｓ单'],
    ['G-', 'G-1204'],
    ['G-', '老客 g—7'],
    ['V-', '型号V-2'],
    ['GX', '备注gx'],
  ])('%s stands in %s', (tag, note) => {
    expect(isIn(tag, note)).toBe(true);
  });

  it.each([
    ['刷', '牙刷'],
    ['刷', '刷子'],
    ['刷', '电动牙刷 2 支'],
    ['刷', '印刷/打包'],
    ['刷', '1刷'],
    ['补单', '补一单'],
    ['S单', 'VIPS单独包装'],
    ['G-', 'LG-12'],
    ['G-', '8g-12'],
    ['GX', 'gxa'],
    ['V', '加V聊'],
    ['刷', ''],
  ])('%s does not stand in %s', (tag, note) => {
    expect(isIn(tag, note)).toBe(false);
  });

  it('is noted as found, each of several in one note', () => {
    const hits = new ListHits();
    const tags = new NoteTags(entries('补单', '刷', 'G-', '测评'), hits);
    expect(tags.isIn('G-7 补单')).toBe(true);
    expect([0, 1, 2, 3].filter((i) => hits.has('tags', i))).toEqual([0, 2]);
  });

  it.each(['', ' ', '-', '///', '标'.repeat(41)])('is not %j, told with its line', (tag) => {
    let told: unknown;
    try {
      new NoteTags(entries('补单', tag), new ListHits());
    } catch (error) {
      told = error;
    }
    expect(told).toBeInstanceOf(UserError);
    expect((told as UserError).facts).toMatchObject({
      path: 'tags.txt',
      row: 2,
      list: 'tags',
      fault: 'word-unusable',
    });
  });
});
