// The note book: which held lines carry which tokens, how many orders carry one, and when a token is rare.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isContactLike, isRare, NoteBook } from '../../src/core/note-book.js';

describe('the note book', () => {
  const record = fc.record({
    order: fc.nat({ max: 30 }),
    held: fc.boolean(),
    tokens: fc.uniqueArray(fc.constantFrom('abc123', '19900012345', '王建国', 'k9x27b4', 'gx88k2'), {
      maxLength: 3,
    }),
  });

  it('keeps the tokens of held lines and counts the orders behind them, like sets of texts', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 200 }), (records) => {
        const book = new NoteBook();
        const pairs: string[] = [];
        const orders = new Map<string, Set<number>>();
        const heldTokens = new Set<string>();
        let line = 0;
        for (const { order, held, tokens } of records) {
          book.note(order, held ? line : -1, { tokens, bare: [] });
          for (const token of tokens) {
            orders.set(token, (orders.get(token) ?? new Set()).add(order));
            if (!held) continue;
            pairs.push(`${line} ${token}`);
            heldTokens.add(token);
          }
          if (held) line++;
        }
        const found = Array.from(
          { length: book.size },
          (_, i) => `${book.lines[i]} ${book.text(book.tokens[i]!)}`,
        );
        expect(found).toEqual(pairs);
        expect(Array.from({ length: book.distinct }, (_, i) => book.text(i))).toEqual([...heldTokens]);
        expect([...book.ordersOfTokens()]).toEqual([...heldTokens].map((token) => orders.get(token)!.size));
      }),
      { seed: 20_260_604 },
    );
  });
});

describe('a bare id', () => {
  const bare = { tokens: [], bare: ['gxk1860'] };
  const told = { tokens: ['gxk1860'], bare: [] };

  it('is announced once a held line announces it, in any sequence, and counts with the others', () => {
    for (const notes of [
      [bare, told, bare],
      [told, bare, bare],
      [bare, bare, told],
    ]) {
      const book = new NoteBook();
      for (const [order, note] of notes.entries()) book.note(order, order, note);
      expect(book.distinct).toBe(1);
      expect(book.isAnnounced(0)).toBe(true);
      expect([...book.ordersOfTokens()]).toEqual([3]);
    }
  });

  it('stays unannounced without one', () => {
    const book = new NoteBook();
    for (const order of [0, 1, 2]) book.note(order, order, bare);
    expect(book.isAnnounced(0)).toBe(false);
  });
});

describe('a rare token', () => {
  it.each<[orders: number, all: number, rare: boolean]>([
    [3, 100, false],
    [10, 100, false],
    [11, 100, false],
    [3, 2999, false],
    [3, 3000, true],
    [10, 10_000, true],
    [11, 10_000, false],
    [11, 10_999, false],
    [11, 11_000, true],
    [1000, 1_000_000, true],
    [1001, 1_000_000, false],
  ])('%i of %i orders: %s', (orders, all, rare) => {
    expect(isRare(orders, all)).toBe(rare);
  });

  it('stays rare in a larger shop and on fewer orders', () => {
    const some = fc.nat({ max: 3000 });
    fc.assert(
      fc.property(some, fc.nat({ max: 2_000_000 }), some, some, (orders, all, less, more) => {
        if (isRare(orders, all)) {
          expect(isRare(Math.max(0, orders - less), all + more)).toBe(true);
        }
      }),
      { seed: 20_260_605 },
    );
  });

  it.each([
    ['abc123', true],
    ['19900012345', true],
    ['m.example.cn/h', true],
    ['王建国', false],
    ['芝麻开门', false],
  ])('%s is like a contact: %s', (token, like) => {
    expect(isContactLike(token)).toBe(like);
  });
});
