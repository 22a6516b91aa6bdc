// Words in notes that need a look: found however they are written, and not within other words.
import { describe, expect, it } from 'vitest';
import { ListHits } from '../../src/core/lists.js';
import { NoteTerms } from '../../src/ingest/note-terms.js';

const builtIn = new NoteTerms(null, null);
const entries = (...texts: string[]) => texts.map((text, i) => ({ text, line: i + 1, path: '/words.txt' }));

describe('built-in words', () => {
  it.each([
    ['要套现的', ['套现']],
    ['t 现', ['T现']],
    ['Ｔ现', ['T现']],
    ['t-现 快', ['T现']],
    ['提·现', ['提现']],
    ['提 . 现', ['提现']],
    ['提\u200b现', ['提现']],
    ['额 度 和 回_款', ['回款', '额度']],
    ['秒到，变现', ['秒到', '变现']],
    ['取现金', ['取现']],
  ])('%s', (note, words) => {
    expect(builtIn.of(note)).toEqual(words);
  });

  it.each([
    '',
    '好评返现',
    '提，现',
    '有提现货吗',
    '改变现在的颜色',
    '改变现状',
    'int现',
    '出现',
    '不要放驿站',
  ])('none in %s', (note) => {
    expect(builtIn.of(note)).toEqual([]);
  });

  it('notes are read up to a thousand characters', () => {
    expect(builtIn.of(`${'好'.repeat(998)}提现`)).toEqual(['提现']);
    expect(builtIn.of(`${'好'.repeat(999)}提现`)).toEqual([]);
  });
});

describe("the shop's own words", () => {
  it('take the place of the built-in ones, and are told as they stand in the list', () => {
    const hits = new ListHits();
    const own = new NoteTerms(entries('代 下', 'TX9', '没有的'), hits);
    expect(own.of('提现，代下，tx 9 谢谢')).toEqual(['代 下', 'TX9']);
    expect(own.of('tx91')).toEqual([]);
    expect([0, 1, 2].map((entry) => hits.has('note-words', entry))).toEqual([true, true, false]);
  });

  it.each(['现', '，。', '字'.repeat(21)])('%s is no word', (text) => {
    expect(() => new NoteTerms(entries(text), new ListHits())).toThrow(
      expect.objectContaining({ code: 'list-entry-unusable' }),
    );
  });
});
